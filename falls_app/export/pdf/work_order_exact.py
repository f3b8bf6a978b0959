"""The work order for a professional: sizes to work to, where something measured tells them."""

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.pdf import work_order
from falls_app.export.pdf.document import Story


def tell(case: Case, printing: Printing) -> Story:
    """Return the work order; ValueError if there is no such ``paper``."""
    return work_order.tell(case, printing, exact=True)
