"""Photos of the report: shrunk to what a print shows, with marks, in a field, under a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from falls_app.domain.evidence import Mark, Photo, PhotoFile
from falls_app.drawing.marks import draw_marks
from falls_app.drawing.path import rectangle_path
from falls_app.drawing.shapes import Box
from falls_app.export import PhotoFiles
from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.figures import Figure, Jpeg
from falls_app.export.pdf.pages.look import theme

_LONGEST = 1000
"""Longest side of a photo on the plate, in pixels: 280 dots an inch on paper."""

_SMALL_ENOUGH = 130_000
"""Files of at most so many bytes go in as they are: 60 of them stay below 8 MB."""

_TRIES = ((_LONGEST, 80), (_LONGEST, 65), (800, 60), (640, 55))
"""Longest side and quality, until the file is small enough."""

_FIELD = "#F6F4EC"


@dataclass(frozen=True, slots=True)
class SmallPhoto:
    """A photo in memory: a copy of one that may lie locked is never written to the disk."""

    data: bytes

    def read_bytes(self) -> bytes:
        """Return the JPEG."""
        return self.data


class PrintPhotos:
    """Gives photos as small as a print needs; each is shrunk once."""

    def __init__(self, files: PhotoFiles) -> None:
        self._files = files
        self._made: dict[Photo, PhotoFile | None] = {}

    def __call__(self, photo: Photo) -> PhotoFile | None:
        """Return a photo, None if it is not there."""
        if photo not in self._made:
            file = self._files(photo)
            self._made[photo] = _shrunk(file.read_bytes()) if file else None
        return self._made[photo]


def _shrunk(data: bytes) -> SmallPhoto:
    if len(data) <= _SMALL_ENOUGH:
        return SmallPhoto(data)
    from PIL import Image

    with Image.open(BytesIO(data)) as picture:
        picture.draft("RGB", (_LONGEST, _LONGEST))
        made = picture.convert("RGB")
    for longest, quality in _TRIES:
        made.thumbnail((longest, longest))
        target = BytesIO()
        made.save(target, "JPEG", quality=quality)
        if target.tell() <= _SMALL_ENOUGH:
            break
    return SmallPhoto(target.getvalue())


class PlateFigure(Figure):
    """A photo whole in its field, never cut, with its marks and its number in the corner."""

    def __init__(
        self,
        file: PhotoFile,
        size: tuple[float, float],
        alt: str,
        number: int,
    ) -> None:
        super().__init__(None, *size, alt)
        self._file, self._number = file, number
        self.marks: Sequence[Mark] = ()

    def _draw(self) -> None:
        canvas = self.canv
        picture = Jpeg(self._file)
        wide, high = picture.getSize()
        scale = min(self.width / wide, self.height / high)
        box = Box(
            (self.width - wide * scale) / 2, (self.height - high * scale) / 2,
            wide * scale, high * scale,
        )  # fmt: skip
        with PdfSurface(canvas, 0, self.height) as surface:
            surface.path(rectangle_path(0, 0, self.width, self.height, 6), fill=_FIELD)
        canvas.drawImage(picture, box.x, box.y, box.width, box.height)
        with PdfSurface(canvas, 0, self.height) as surface:
            surface.push(0, 0)
            surface.clip(rectangle_path(0, 0, self.width, self.height, 6))
            draw_marks(surface, self.marks, box, self.width / 420)
            surface.pop()
            self._draw_badge(surface)

    def _draw_badge(self, surface: PdfSurface) -> None:
        colors, words = theme(), str(self._number)
        wide = 14 + 6 * len(words)
        surface.path(
            rectangle_path(7, 7, wide, 20, 4), fill="#FFFFFF", stroke=colors["ink"], width=1
        )
        surface.text(
            7 + wide / 2, 21, words, size=11, weight=700, color=colors["ink"], anchor="middle"
        )
