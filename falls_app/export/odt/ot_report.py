"""The report of a visit as a text document."""

from dataclasses import replace

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.odt.writer import Writer
from falls_app.export.pdf.report_photos import PrintPhotos
from falls_app.export.report.data import ReportData
from falls_app.export.report.story import make_report


def make(case: Case, printing: Printing) -> bytes:
    """Return the report of a case as an ODT file."""
    return make_odt(case, printing, is_hers=False)


def make_odt(case: Case, printing: Printing, *, is_hers: bool) -> bytes:
    """Return the report, or the person's own copy of it, as an ODT file."""
    photos = PrintPhotos(printing.photos)
    data = ReportData(case, replace(printing, photos=photos), is_hers=is_hers)
    return Writer(data).write(make_report(data), printing.paper)
