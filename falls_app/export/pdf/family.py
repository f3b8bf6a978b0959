"""The family plan: page one, the fridge page, room by room, who does what."""

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import PageSetup, build_paper
from falls_app.export.pdf.layout import PageBreak
from falls_app.export.pdf.pages.footer import page_footer, room_for_footer
from falls_app.export.pdf.pages.fridge import fridge
from falls_app.export.pdf.pages.rooms import rooms
from falls_app.export.pdf.pages.summary import summary
from falls_app.export.pdf.pages.who import who
from falls_app.i18n import _


def make(case: Case, printing: Printing) -> bytes:
    """Return the family plan of a case as a PDF; ValueError if there is no such ``paper``."""
    data = PaperData(case, printing)
    words = " · ".join(
        part for part in (data.title, data.day, _("A home checklist, not medical advice")) if part
    )
    setup = PageSetup.of(printing.paper)
    setup = PageSetup.of(printing.paper, footer=10 + room_for_footer(words, setup))
    return build_paper(
        family_story(data, setup),
        title=data.title,
        language=data.region.locale.replace("_", "-"),
        author="Steady Home",
        setup=setup,
        furniture=page_footer(words, setup),
        tagging=printing.tagging,
    ).data


def family_story(data: PaperData, setup: PageSetup) -> list[Flowable]:
    """Return the whole plan as blocks."""
    return [*summary(data, setup), PageBreak(), *fridge(data, setup), *rooms(data), *who(data)]
