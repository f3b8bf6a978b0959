"""The person's own copy of the report as a text document."""

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.odt.ot_report import make_odt


def make(case: Case, printing: Printing) -> bytes:
    """Return the copy as an ODT file."""
    return make_odt(case, printing, is_hers=True)
