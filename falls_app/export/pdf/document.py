"""Builds a paper: lays a story out on pages and returns the PDF."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

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


@dataclass(frozen=True, slots=True)
class Story:
    """A paper as it is told: its blocks, and what its pages are like.

    ``language`` is a tag such as ``en-GB``; ``furniture`` draws what stands on every page.
    """

    blocks: Sequence[Flowable]
    title: str
    language: str
    setup: PageSetup
    furniture: PageFurniture | None = None


def _go_on(_pages: int) -> None:
    """Let nothing stop the making of a paper."""


class Book:
    """A PDF of one paper, or of several, each with its own pages and page numbers.

    ``watch`` is called after each page with their number so far; what it raises ends the work.
    """

    def __init__(
        self,
        *,
        title: str,
        language: str,
        author: str = "Steady Home",
        tagging: bool = True,
        watch: Callable[[int], None] = _go_on,
    ) -> None:
        self._target, self._watch, self.pages, self.all_pages = BytesIO(), watch, 0, 0
        self._canvas = TaggedCanvas(
            self._target,
            page_size=A4,
            title=title,
            language=language,
            author=author,
            tagging=tagging,
        )

    def add(self, story: Story, most: int = sys.maxsize) -> None:
        """Draw a paper, or so many pages of it at most.

        ValueError if a block that cannot be cut is higher than a page.
        """
        self.pages = 0
        for _page in islice(_drawn(self._canvas, list(story.blocks), story.setup), most):
            self.pages, self.all_pages = self.pages + 1, self.all_pages + 1
            self._watch(self.all_pages)
        self._canvas.end_part(story.furniture)

    def add_part(self, story: Story) -> None:
        """Draw a paper as one of several: a part of the structure and a line of the outline."""
        with self._canvas.part(story.title, story.setup.height):
            self.add(story)

    def data(self) -> bytes:
        """Return the finished file."""
        self._canvas.save()
        return self._target.getvalue()


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
    book = Book(title=title, language=language, author=author, tagging=tagging)
    book.add(Story(story, title, language, setup or PageSetup(), furniture))
    return BuiltPaper(book.data(), book.pages)


def count_pages(blocks: Sequence[Flowable], setup: PageSetup) -> int:
    """Return on how many pages these blocks stand; there is no page break among them."""
    pages, placed, rest = 0, list(blocks), list(blocks)
    while rest and placed:
        placed, rest = fill(rest, setup.text_width, setup.text_height, at_top=True)
        pages += 1
    return pages


def _drawn(canvas: TaggedCanvas, rest: list[Flowable], setup: PageSetup) -> Iterator[None]:
    """Draw a story, a page at each step; an empty one is an empty page."""
    is_first = True
    while rest or is_first:
        is_first = False
        while rest and isinstance(rest[0], PageBreak):
            setup = rest.pop(0).setup or setup
        canvas.setPageSize((setup.width, setup.height))
        placed, rest = fill(rest, setup.text_width, setup.text_height, at_top=True)
        if rest and not placed:
            raise ValueError(f"{type(rest[0]).__name__} is higher than a page and cannot be cut")
        _draw(canvas, placed, setup)
        canvas.showPage()
        if all(isinstance(block, PageBreak) for block in rest):
            rest = []  # a break at the end makes no empty page
        yield


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
