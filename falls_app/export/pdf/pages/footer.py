"""The footer of each page: whose paper it is, its date, and the number of the page."""

from dataclasses import replace
from typing import NamedTuple

from falls_app.export.pdf.document import PAPER_SIZES, PageSetup
from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.fonts import text_width
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.look import theme
from falls_app.export.pdf.tagged import PageFurniture, TaggedCanvas
from falls_app.i18n import _


class _Type(NamedTuple):
    """How a footer is set; ``page_words`` is the room for "Page 10 of 12" at the right."""

    size: float = 10.5
    leading: float = 13.0
    page_words: float = 90.0
    baseline: float = 34.0


_STANDARD, _LARGE = _Type(), _Type(18.0, 24.0, 122.0, 48.0)


def _type() -> _Type:
    return _LARGE if manner().large else _STANDARD


def footer_words(title: str, day: str, about: str = "") -> str:
    """Return what stands at the foot of each page: whose paper, its date, what it is not.

    In large print the last one stands in the small print only, so that one line is enough.
    """
    about = "" if manner().large else about or _("A home checklist, not medical advice")
    return " · ".join(part for part in (title, day, about) if part)


def page_setup(paper: str, words: str, *, footer: float = 10) -> PageSetup:
    """Return a page of a paper with room for the words at its foot; ``footer`` is space above them.

    ValueError if there is no such paper.
    """
    if paper not in PAPER_SIZES:
        raise ValueError(f"There is no paper “{paper}”.")
    if manner().large:
        setup = PageSetup.of(paper, margin=72, footer=0)
        return replace(setup, bottom=_LARGE.baseline + 32 + room_for_footer(words, setup))
    setup = PageSetup.of(paper)
    return PageSetup.of(paper, footer=footer + room_for_footer(words, setup))


def room_for_footer(words: str, setup: PageSetup) -> float:
    """Return how many points more than one line the words need: long names wrap."""
    set_in = _type()
    return set_in.leading * (len(_lines(words, setup.text_width - set_in.page_words)) - 1)


def page_footer(words: str, setup: PageSetup) -> PageFurniture:
    """Return the furniture that draws the words at the left and the page at the right."""
    set_in, colors = _type(), theme()
    size = set_in.size
    lines = _lines(words, setup.text_width - set_in.page_words)
    top = set_in.baseline + set_in.leading * (len(lines) - 1)

    def draw(canvas: TaggedCanvas, number: int, count: int) -> None:
        right = setup.width - setup.right
        with PdfSurface(canvas, 0, top) as surface:
            over = -size - 6
            surface.line(setup.left, over, right, over, stroke=colors["line"], width=0.75)
            for row, line in enumerate(lines):
                y = row * set_in.leading
                surface.text(setup.left, y, line, size=size, color=colors["ink2"])
            page = _("Page {n} of {all}").format(n=number, all=count)
            surface.text(right, 0, page, size=size, weight=600, color=colors["ink2"], anchor="end")

    return draw


def _lines(words: str, width: float) -> list[str]:
    """Return the words in lines of at most this width; a word too long is cut into pieces."""
    lines, size = [""], _type().size
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, "Sans", size) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if text_width(lines[-1] + letter, "Sans", size) > width:
                lines.append("")
            lines[-1] += letter
    return lines
