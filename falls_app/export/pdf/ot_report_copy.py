"""The person's own copy of the report: without the page for professionals only."""

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.pdf.ot_report import make_pdf


def make(case: Case, printing: Printing) -> bytes:
    """Return the copy as a PDF; ValueError if there is no such ``paper``."""
    return make_pdf(case, printing, is_hers=True)
