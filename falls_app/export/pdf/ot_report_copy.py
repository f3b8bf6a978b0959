"""The person's own copy of the report: without the page for professionals only."""

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.pdf.document import Story
from falls_app.export.pdf.ot_report import report_story


def tell(case: Case, printing: Printing) -> Story:
    """Return the copy; ValueError if there is no such ``paper``."""
    return report_story(case, printing, is_hers=True)
