"""The visit sheet: what to look at in this home, on paper or in boxes to fill in on a screen."""

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.pdf.document import PageSetup, Story
from falls_app.export.pdf.form import Form
from falls_app.export.pdf.layout import PageBreak
from falls_app.export.pdf.pages.footer import (
    footer_words,
    page_footer,
    page_setup,
    room_for_footer,
)
from falls_app.export.pdf.sheet.front import front
from falls_app.export.pdf.sheet.head import PageHead
from falls_app.export.pdf.sheet.line import SheetLine
from falls_app.export.pdf.sheet.look import LARGE, STANDARD, SheetLook
from falls_app.export.visit_sheet import SheetData
from falls_app.i18n import _

_GAP = 18.0
"""Between two pages of the list that share one of paper, in points."""

_BEGUN, _BEGUN_LARGE = 2, 1
"""How many lines of a page stand together where it begins below another; in large print."""


def tell(case: Case, printing: Printing) -> Story:
    """Return the visit sheet of a case; ValueError if there is no such ``paper``."""
    data = SheetData(case, printing)
    look = (LARGE if printing.large else STANDARD).with_ink(save=printing.save_ink)
    title = sheet_title(data)
    words = footer_words(title, data.day)
    setup = _setup(printing, look, words)
    form = Form() if printing.fillable else None
    blocks = [*front(data, look, form, title), PageBreak(), *_pages(data, look, form, setup)]
    return Story(blocks, title, data.language, setup, page_footer(words, setup))


def _setup(printing: Printing, look: SheetLook, words: str) -> PageSetup:
    """Return a page with narrow margins, so that a line has room for all its answers."""
    if printing.large:
        return page_setup(printing.paper, words)
    setup = PageSetup.of(printing.paper, margin=look.margin)
    footer = 6 + room_for_footer(words, setup)
    return PageSetup.of(printing.paper, margin=look.margin, footer=footer)


def sheet_title(data: SheetData) -> str:
    """Return whose sheet it is: "Visit sheet: Rosa’s home"."""
    if data.is_blank or not (data.case.person.name or data.case.person.say == "you"):
        return _("Visit sheet")
    return data.about(_("Visit sheet: {names} home"))


def _pages(data: SheetData, look: SheetLook, form: Form | None, setup: PageSetup) -> list[Flowable]:
    """Return all lines below the heads of their pages; a head stands again where paper ends.

    A page of the list begins where the one before it ends, if its first lines still fit.
    """
    paper, begun = _Paper(setup), _BEGUN_LARGE if look.columns == LARGE.columns else _BEGUN
    for page in data.pages:
        head = PageHead(data, page, look)
        lines = [SheetLine(data, page, check, look, form) for check in page.checks]
        if not paper.fits(head, *lines[:begun], gap=_GAP):
            paper.turn()
        head.spaceBefore = _GAP if paper.used else 0
        paper.put(head)
        for line in lines:
            if not paper.fits(line):
                paper.turn()
                paper.put(head.again())
            paper.put(line)
    return paper.story


class _Paper:
    """Fills paper after paper, and knows how much of the last one is used."""

    def __init__(self, setup: PageSetup) -> None:
        self._setup = setup
        self.story: list[Flowable] = []
        self.used = 0.0

    def fits(self, *blocks: Flowable, gap: float = 0) -> bool:
        needed = sum(map(self._height, blocks)) + (gap if self.used else 0)
        return not self.used or self.used + needed <= self._setup.text_height

    def turn(self) -> None:
        self.story.append(PageBreak())
        self.used = 0.0

    def put(self, block: Flowable) -> None:
        self.story.append(block)
        self.used += float(block.getSpaceBefore()) + self._height(block)

    def _height(self, block: Flowable) -> float:
        return float(block.wrap(self._setup.text_width, self._setup.text_height)[1])
