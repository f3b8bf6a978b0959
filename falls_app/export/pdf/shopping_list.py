"""The shopping list as a paper of its own."""

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import Story
from falls_app.export.pdf.layout import KeepTogether
from falls_app.export.pdf.pages.footer import page_footer, page_setup
from falls_app.export.pdf.pages.shopping import shopping
from falls_app.export.pdf.pages.small_print import small_print
from falls_app.i18n import _


def tell(case: Case, printing: Printing) -> Story:
    """Return the shopping list; ValueError if there is no such ``paper``."""
    data = PaperData(case, printing)
    foot = " · ".join(part for part in (data.title, _("Shopping list"), data.day) if part)
    setup = page_setup(printing.paper, foot, footer=4)
    blocks = [*shopping(data), KeepTogether(small_print(data))]
    return Story(blocks, _("Shopping list"), data.language, setup, page_footer(foot, setup))
