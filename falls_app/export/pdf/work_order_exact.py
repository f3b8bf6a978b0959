"""The work order for a professional: sizes to work to, where something measured tells them."""

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.pdf import work_order


def make(case: Case, printing: Printing) -> bytes:
    """Return the work order as a PDF; ValueError if there is no such ``paper``."""
    return work_order.make(case, printing, exact=True)
