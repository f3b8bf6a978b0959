"""The report of an occupational therapist's visit."""

from dataclasses import replace

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.pdf.document import PageSetup, build_paper
from falls_app.export.pdf.pages.footer import page_footer, room_for_footer
from falls_app.export.pdf.report_parts import Drawer
from falls_app.export.pdf.report_photos import PrintPhotos
from falls_app.export.report.data import ReportData
from falls_app.export.report.story import make_report

MARGIN = 44


def make(case: Case, printing: Printing) -> bytes:
    """Return the report of a case as a PDF; ValueError if there is no such ``paper``."""
    return make_pdf(case, printing, is_hers=False)


def make_pdf(case: Case, printing: Printing, *, is_hers: bool) -> bytes:
    """Return the report, or the person's own copy of it, as a PDF."""
    photos = PrintPhotos(printing.photos)
    data = ReportData(case, replace(printing, photos=photos), is_hers=is_hers)
    report = make_report(data)
    setup = PageSetup.of(printing.paper, margin=MARGIN)
    footer = 14 + room_for_footer(report.foot, setup)
    setup = PageSetup.of(printing.paper, margin=MARGIN, footer=footer)
    drawer = Drawer(data, setup)
    story: list[Flowable] = [block for part in report.parts for block in drawer.blocks(part)]
    return build_paper(
        story,
        title=report.title,
        language=report.language,
        author=report.author,
        setup=setup,
        furniture=page_footer(report.foot, setup),
        tagging=printing.tagging,
    ).data
