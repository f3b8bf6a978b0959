"""The footer of each page: whose paper it is, its date, and the number of the page."""

from falls_app.export.pdf.document import PageSetup
from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.fonts import text_width
from falls_app.export.pdf.pages.look import theme
from falls_app.export.pdf.tagged import PageFurniture, TaggedCanvas
from falls_app.i18n import _

_SIZE = 10.5
_LEADING = 13.0
_PAGE_WORDS = 90.0
"""Room for "Page 10 of 12" at the right."""


def room_for_footer(words: str, setup: PageSetup) -> float:
    """Return how many points more than one line the words need: long names wrap."""
    return _LEADING * (len(_lines(words, setup.text_width - _PAGE_WORDS)) - 1)


def page_footer(words: str, setup: PageSetup) -> PageFurniture:
    """Return the furniture that draws the words at the left and the page at the right."""
    lines = _lines(words, setup.text_width - _PAGE_WORDS)
    top = 34 + _LEADING * (len(lines) - 1)
    colors = theme()

    def draw(canvas: TaggedCanvas, number: int, count: int) -> None:
        right = setup.width - setup.right
        with PdfSurface(canvas, 0, top) as surface:
            over = -_SIZE - 6
            surface.line(setup.left, over, right, over, stroke=colors["line"], width=0.75)
            for row, line in enumerate(lines):
                y = row * _LEADING
                surface.text(setup.left, y, line, size=_SIZE, color=colors["ink2"])
            page = _("Page {n} of {all}").format(n=number, all=count)
            surface.text(right, 0, page, size=_SIZE, weight=600, color=colors["ink2"], anchor="end")

    return draw


def _lines(words: str, width: float) -> list[str]:
    """Return the words in lines of at most this width; a word too long is cut into pieces."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, "Sans", _SIZE) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if text_width(lines[-1] + letter, "Sans", _SIZE) > width:
                lines.append("")
            lines[-1] += letter
    return lines
