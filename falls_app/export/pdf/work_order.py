"""The work order: what a handyperson or trade does, a job in each block."""

from reportlab.platypus import Flowable

from falls_app.content.jobs import load_jobs
from falls_app.domain.assessment import Case
from falls_app.domain.job import Order, orders
from falls_app.export import Printing
from falls_app.export.job_words import tenure_words
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import PAPER_SIZES, PageSetup, build_paper
from falls_app.export.pdf.layout import KeepTogether, PageBreak, Row, Stack
from falls_app.export.pdf.lists import list_of
from falls_app.export.pdf.pages.footer import page_footer, room_for_footer
from falls_app.export.pdf.pages.jobs import job_block, place_of
from falls_app.export.pdf.pages.look import WriteLine, heading, tick_item, tile, words
from falls_app.export.pdf.pages.small_print import small_print
from falls_app.export.pdf.tables import Table, TableLook
from falls_app.export.words import by_words, line_words
from falls_app.i18n import _, content
from falls_app.words import role_words

_MARGIN = 40.0
"""A paper for trades has a little more on a page than one for families."""


def make(case: Case, printing: Printing, *, exact: bool = False) -> bytes:
    """Return the work order as a PDF; ValueError if there is no such ``paper``.

    It has ranges; ``exact`` has sizes to work to where something measured tells them.
    """
    if printing.paper not in PAPER_SIZES:
        raise ValueError(f"There is no paper “{printing.paper}”.")
    data = PaperData(case, printing)
    title = _title(data)
    foot = " · ".join(part for part in (title, data.day) if part)
    setup = PageSetup.of(printing.paper, margin=_MARGIN)
    footer = 12 + room_for_footer(foot, setup)
    setup = PageSetup.of(printing.paper, margin=_MARGIN, footer=footer)
    return build_paper(
        work_order_story(data, setup, exact=exact),
        title=title,
        language=data.region.locale.replace("_", "-"),
        author="Steady Home",
        setup=setup,
        furniture=page_footer(foot, setup),
        tagging=printing.tagging,
    ).data


def _title(data: PaperData) -> str:
    if not data.case.person.name:
        return _("Work order")
    return _("Work order for {name}’s home").format(name=data.case.person.name)


def work_order_story(data: PaperData, setup: PageSetup, *, exact: bool) -> list[Flowable]:
    """Return the blocks: the home and all jobs on the first page, then each job.

    What else is bought for the home is nobody's business here: that is a paper of its own.
    """
    wanted = orders(data.plan, load_jobs(), data.case.home)
    front: list[Flowable] = [
        heading(1, _title(data), "page", most=30),
        words(_lead(wanted), "lead"),
    ]
    if wanted:
        front += [_home(data), *_listed(data, wanted), *_first(data, wanted)]
    end = small_print(data)
    if Stack([*front, *end]).wrap(setup.text_width, 0)[1] <= setup.text_height:
        front, end = [*front, *end], []
    jobs = [
        job_block(data, order, n, setup, exact=exact) for n, order in enumerate(wanted, start=1)
    ]
    last = [KeepTogether(end)] if end else []
    return [*front, *([PageBreak()] if jobs else []), *jobs, *last]


def _first(data: PaperData, wanted: tuple[Order, ...]) -> list[Flowable]:
    """Return what to look at in this home before any work begins."""
    looks = load_jobs().before_all((order.job for order in wanted), data.region.id)
    if not looks:
        return []
    items = [tick_item(content(each.do), "cell") for each in looks]
    return [heading(2, _("Before any work in this home"), "card"), list_of(items)]


def _listed(data: PaperData, wanted: tuple[Order, ...]) -> list[Flowable]:
    """Return all jobs in a table, to see at once what is to be done where."""
    header = [[words(each, "label")] for each in (_("Job"), _("Room"), _("Who"), _("By"))]
    rows = [
        [
            [words(f"{n}. {line_words(data, order.step)}", "cell-bold")],
            [words(place_of(data, order), "cell")],
            [words(role_words(data.case.person, data.region, order.step.who), "cell")],
            [words(by_words(data, order.step, narrow=True) or "–", "cell")],
        ]
        for n, order in enumerate(wanted, start=1)
    ]
    return [Table(header, rows, [None, 116.0, 96.0, 60.0], look=TableLook(padding=4.5))]


def _lead(wanted: tuple[Order, ...]) -> str:
    if not wanted:
        return _("There is no job for a handyperson or trade right now.")
    return _("For the handyperson or trade. One job in each box.")


def _home(data: PaperData) -> Flowable:
    """Return where the home is, how to get in and who says yes: lines to write on."""
    lines: list[Flowable] = [
        Row([[words(name, "cell-bold")], [WriteLine(21)]], [112, None], gap=8)
        for name in (_("Address"), _("Way in, parking"), _("Pets, best time"), _("Phone"))
    ]
    tenure = tenure_words(data)
    said_yes = [words(tenure, "cell")] if tenure else []
    tick = list_of([tick_item(_("All jobs were talked over with who lives here."), "cell")])
    return tile([*lines, *said_yes, tick], "#F1EFE4")
