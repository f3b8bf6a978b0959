"""Builds a paper: lays a story out on pages and returns the PDF."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.platypus import Flowable

from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.layout import PageBreak, fill
from falls_app.export.pdf.tagged import PageFurniture, TaggedCanvas

PAPER_SIZES: dict[str, tuple[float, float]] = {"a4": A4, "letter": LETTER}


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The size of a page and its margins, in points."""

    width: float = A4[0]
    height: float = A4[1]
    left: float = 50
    right: float = 50
    top: float = 50
    bottom: float = 60

    @classmethod
    def of(cls, paper: str, *, margin: float = 50, footer: float = 10) -> "PageSetup":
        """Return the setup for ``a4`` or ``letter``; ``footer`` is added to the lower margin."""
        width, height = PAPER_SIZES[paper]
        return cls(width, height, margin, margin, margin, margin + footer)

    @property
    def text_width(self) -> float:
        """How wide a line can be."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """How much fits on the page."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class BuiltPaper:
    """A finished PDF and how many pages it has."""

    data: bytes
    pages: int


def build_paper(
    story: Sequence[Flowable],
    *,
    title: str,
    language: str,
    author: str = "",
    setup: PageSetup | None = None,
    furniture: PageFurniture | None = None,
    tagging: bool = True,
) -> BuiltPaper:
    """Return the story as a PDF; the same story makes the same bytes.

    ``language`` is a tag such as ``en-GB``. Raises ``ValueError`` if a block that cannot be cut
    is higher than a page.
    """
    setup = setup or PageSetup()
    target = BytesIO()
    canvas = TaggedCanvas(
        target,
        page_size=(setup.width, setup.height),
        title=title,
        language=language,
        author=author,
        furniture=furniture,
        tagging=tagging,
    )
    pages = _lay_out(canvas, list(story), setup)
    canvas.save()
    return BuiltPaper(target.getvalue(), pages)


def _lay_out(canvas: TaggedCanvas, rest: list[Flowable], setup: PageSetup) -> int:
    pages = 0
    while rest or pages == 0:
        while rest and isinstance(rest[0], PageBreak):
            setup = rest.pop(0).setup or setup
        canvas.setPageSize((setup.width, setup.height))
        placed, rest = fill(rest, setup.text_width, setup.text_height, at_top=True)
        if rest and not placed:
            raise ValueError(f"{type(rest[0]).__name__} is higher than a page and cannot be cut")
        _draw(canvas, placed, setup)
        canvas.showPage()
        pages += 1
        if all(isinstance(block, PageBreak) for block in rest):
            # A break at the end makes no empty page.
            return pages
    return pages


def _draw(canvas: TaggedCanvas, blocks: Sequence[Flowable], setup: PageSetup) -> None:
    top, after = setup.height - setup.top, 0.0
    for index, block in enumerate(blocks):
        width, height = block.wrap(setup.text_width, setup.text_height)
        top -= height + (max(after, block.getSpaceBefore()) if index else 0)
        block.drawOn(canvas, setup.left, top, _sW=setup.text_width - width)
        after = block.getSpaceAfter()


def footer(
    words: str,
    page_words: Callable[[int, int], str],
    *,
    margin: float = 50,
    baseline: float = 34,
    size: float = 10.5,
    color: str = "#45524F",
    line: str | None = "#DDD3C2",
) -> PageFurniture:
    """Return page furniture: words at the left, ``page_words(number, count)`` at the right."""

    def draw(canvas: TaggedCanvas, number: int, count: int) -> None:
        right = canvas._pagesize[0] - margin
        with PdfSurface(canvas, 0, baseline) as surface:
            if line:
                surface.line(margin, -size - 6, right, -size - 6, stroke=line, width=0.75)
            surface.text(margin, 0, words, size=size, color=color)
            page = page_words(number, count)
            surface.text(right, 0, page, size=size, weight=600, color=color, anchor="end")

    return draw
