"""The page for the fridge as a paper of its own: at most five things, whom to call, no address."""

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import Story
from falls_app.export.pdf.pages.footer import footer_words, page_footer, page_setup
from falls_app.export.pdf.pages.fridge import fridge, fridge_title
from falls_app.export.pdf.pages.small_print import general_words
from falls_app.export.pdf.pages.take_along import small_words


def tell(case: Case, printing: Printing) -> Story:
    """Return the page for the fridge; ValueError if there is no such ``paper``."""
    data = PaperData(case, printing)
    footer = footer_words(data.title, data.day)
    setup = page_setup(printing.paper, footer)
    blocks = fridge(data, setup, [small_words(general_words(data))])
    return Story(blocks, fridge_title(data), data.language, setup, page_footer(footer, setup))
