"""The shopping list as a paper of its own."""

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import PAPER_SIZES, PageSetup, build_paper
from falls_app.export.pdf.layout import KeepTogether
from falls_app.export.pdf.pages.footer import page_footer, room_for_footer
from falls_app.export.pdf.pages.shopping import shopping
from falls_app.export.pdf.pages.small_print import small_print
from falls_app.i18n import _


def make(case: Case, printing: Printing) -> bytes:
    """Return the shopping list as a PDF; ValueError if there is no such ``paper``."""
    if printing.paper not in PAPER_SIZES:
        raise ValueError(f"There is no paper “{printing.paper}”.")
    data = PaperData(case, printing)
    foot = " · ".join(part for part in (data.title, _("Shopping list"), data.day) if part)
    setup = PageSetup.of(printing.paper)
    setup = PageSetup.of(printing.paper, footer=4 + room_for_footer(foot, setup))
    return build_paper(
        [*shopping(data), KeepTogether(small_print(data))],
        title=_("Shopping list"),
        language=data.region.locale.replace("_", "-"),
        author="Steady Home",
        setup=setup,
        furniture=page_footer(foot, setup),
        tagging=printing.tagging,
    ).data
