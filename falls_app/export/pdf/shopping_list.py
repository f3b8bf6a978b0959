"""The shopping list as a paper of its own."""

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import Story
from falls_app.export.pdf.layout import Stack
from falls_app.export.pdf.pages.footer import page_footer, page_setup
from falls_app.export.pdf.pages.shopping import TIGHT, shopping
from falls_app.export.pdf.pages.small_print import brief_print
from falls_app.export.pdf.pages.take_along import small_words
from falls_app.i18n import _


def tell(case: Case, printing: Printing) -> Story:
    """Return the shopping list; ValueError if there is no such ``paper``."""
    data = PaperData(case, printing)
    foot = " · ".join(part for part in (data.title, _("Shopping list"), data.day) if part)
    setup = page_setup(printing.paper, foot, footer=4)
    end = small_words(brief_print(data))
    blocks = [*shopping(data), end]
    # A list that is a little too long for one page is set tighter: no page has small print alone.
    tight = [*shopping(data, TIGHT), end]
    if Stack(tight).wrap(setup.text_width, 0)[1] <= setup.text_height:
        blocks = tight if Stack(blocks).wrap(setup.text_width, 0)[1] > setup.text_height else blocks
    return Story(blocks, _("Shopping list"), data.language, setup, page_footer(foot, setup))
