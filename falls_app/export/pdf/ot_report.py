"""The report of an occupational therapist's visit."""

from dataclasses import replace

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Case
from falls_app.export import Printing
from falls_app.export.pdf.document import PageSetup, Story
from falls_app.export.pdf.pages.footer import page_footer, room_for_footer
from falls_app.export.pdf.report_parts import Drawer
from falls_app.export.pdf.report_photos import PrintPhotos
from falls_app.export.report.data import ReportData
from falls_app.export.report.story import make_report

MARGIN = 44


def tell(case: Case, printing: Printing) -> Story:
    """Return the report of a case; ValueError if there is no such ``paper``."""
    return report_story(case, printing, is_hers=False)


def report_story(case: Case, printing: Printing, *, is_hers: bool) -> Story:
    """Return the report, or the person's own copy of it."""
    photos = PrintPhotos(printing.photos)
    data = ReportData(case, replace(printing, photos=photos), is_hers=is_hers)
    report = make_report(data)
    setup = PageSetup.of(printing.paper, margin=MARGIN)
    footer = 14 + room_for_footer(report.foot, setup)
    setup = PageSetup.of(printing.paper, margin=MARGIN, footer=footer)
    drawer = Drawer(data, setup)
    blocks: list[Flowable] = [block for part in report.parts for block in drawer.blocks(part)]
    return Story(blocks, report.title, report.language, setup, page_footer(report.foot, setup))
