"""The family plan: page one, the fridge page, room by room, who does what."""

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import PageSetup, Story
from falls_app.export.pdf.layout import PageBreak
from falls_app.export.pdf.pages.footer import footer_words, page_footer, page_setup
from falls_app.export.pdf.pages.fridge import fridge
from falls_app.export.pdf.pages.large import large_family
from falls_app.export.pdf.pages.rooms import rooms
from falls_app.export.pdf.pages.summary import summary
from falls_app.export.pdf.pages.who import who


def tell(case: Case, printing: Printing) -> Story:
    """Return the family plan of a case; ValueError if there is no such ``paper``."""
    data = PaperData(case, printing)
    footer = footer_words(data.title, data.day)
    setup = page_setup(printing.paper, footer)
    tell_blocks = large_family if printing.large else _standard
    return Story(
        tell_blocks(data, setup), data.title, data.language, setup, page_footer(footer, setup)
    )


def _standard(data: PaperData, setup: PageSetup) -> list[Flowable]:
    return [*summary(data, setup), PageBreak(), *fridge(data, setup), *rooms(data), *who(data)]
