"""Pictures on a page: illustrations, photos and drawings, each with words for who cannot see."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from falls_app.domain.evidence import Mark, PhotoFile
from falls_app.drawing.marks import LETTERS, draw_marks
from falls_app.drawing.path import rectangle_path
from falls_app.drawing.shapes import Box
from falls_app.drawing.surface import Surface
from falls_app.drawing.svg import Picture
from falls_app.export.pdf.drawing import PdfSurface, draw_picture
from falls_app.export.pdf.tagged import dictionary


class Figure(Flowable):  # type: ignore[misc]
    """A drawing of a fixed size, made by ``draw_on(surface)`` from its upper left corner.

    ``alt`` says what it shows; with no words it is decoration, which a reader passes over.
    ``align`` is ``LEFT``, ``CENTER`` or ``RIGHT``.
    """

    def __init__(
        self,
        draw_on: Callable[[Surface], None] | None,
        width: float,
        height: float,
        alt: str,
        *,
        align: str = "LEFT",
    ) -> None:
        super().__init__()
        self.width, self.height, self.alt = width, height, alt
        self.hAlign = align
        self._draw_on = draw_on

    def draw(self) -> None:
        """Draw it as a figure of the structure, or as decoration."""
        if not self.alt:
            with self.canv.artifact():
                self._draw()
            return
        left, bottom = self.canv.absolutePosition(0, 0)
        right, top = self.canv.absolutePosition(self.width, self.height)
        place = dictionary("Layout", Placement="Block", BBox=(left, bottom, right, top))
        with self.canv.content("Figure", alt=self.alt, attributes=place):
            self._draw()

    def _draw(self) -> None:
        if self._draw_on:
            with PdfSurface(self.canv, 0, self.height) as surface:
                self._draw_on(surface)


class PictureFigure(Figure):
    """An illustration; its title is the alternative text if no other is given."""

    def __init__(
        self,
        picture: Picture,
        width: float,
        alt: str | None = None,
        *,
        align: str = "LEFT",
        recolor: Mapping[str, str] | None = None,
    ) -> None:
        words = picture.title if alt is None else alt
        super().__init__(None, width, picture.height_for(width), words, align=align)
        self._picture, self._recolor = picture, recolor

    def _draw(self) -> None:
        draw_picture(self.canv, self._picture, 0, 0, self.width, self._recolor)


class Jpeg(ImageReader):  # type: ignore[misc]  # ReportLab has no types
    """A photo from memory, put into the paper as it is: ReportLab decodes it only to name it."""

    def __init__(self, file: PhotoFile) -> None:
        data = file.read_bytes()
        super().__init__(BytesIO(data))
        self._name = sha256(data).digest()
        self._dataA = None  # ReportLab asks for it: nothing in a JPEG is clear

    def getRGBData(self) -> bytes:
        """Return what tells this picture from others."""
        return self._name


class PhotoFigure(Figure):
    """A photo that fills its field; what does not fit is cut off at the sides.

    ``marks`` are drawn over it where they were put on the photo, their letters at least
    ``letters`` points high.
    """

    def __init__(
        self,
        file: PhotoFile,
        width: float,
        height: float,
        alt: str,
        *,
        radius: float = 8,
        marks: Sequence[Mark] = (),
        align: str = "LEFT",
        letters: float = 0,
    ) -> None:
        super().__init__(None, width, height, alt, align=align)
        self._file, self._radius, self._marks = file, radius, marks
        self._least = letters

    def _draw(self) -> None:
        canvas = self.canv
        picture = str(self._file) if isinstance(self._file, Path) else Jpeg(self._file)
        wide, high = ImageReader(picture).getSize()
        scale = max(self.width / wide, self.height / high)
        canvas.saveState()
        with PdfSurface(canvas, 0, self.height) as surface:
            # The clip must hold for the image too, so it is drawn inside, turned back upright.
            surface.clip(rectangle_path(0, 0, self.width, self.height, self._radius))
            canvas.transform(1, 0, 0, -1, 0, self.height)
            left, bottom = (self.width - wide * scale) / 2, (self.height - high * scale) / 2
            canvas.drawImage(picture, left, bottom, wide * scale, high * scale)
        canvas.restoreState()
        with PdfSurface(canvas, 0, self.height) as surface:
            surface.clip(rectangle_path(0, 0, self.width, self.height, self._radius))
            box = Box(left, bottom, wide * scale, high * scale)
            draw_marks(surface, self._marks, box, max(self.width / 420, self._least / LETTERS))
