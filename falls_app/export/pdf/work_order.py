"""The work order: what a handyperson or trade does, a job in each block."""

from dataclasses import replace

from reportlab.platypus import Flowable

from falls_app.content.jobs import load_jobs
from falls_app.domain.assessment import Case
from falls_app.domain.job import Order, orders
from falls_app.domain.visit import Identity
from falls_app.export import Printing
from falls_app.export.job_words import tenure_words
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import PageSetup, Story
from falls_app.export.pdf.layout import KeepTogether, PageBreak, Row, Stack
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.footer import page_footer, page_setup
from falls_app.export.pdf.pages.job_parts import place_of
from falls_app.export.pdf.pages.jobs import job_block
from falls_app.export.pdf.pages.jobs_large import large_job, written
from falls_app.export.pdf.pages.look import WriteLine, heading, labelled, tick_item, tile, words
from falls_app.export.pdf.pages.small_print import small_print
from falls_app.export.pdf.tables import Table, TableLook
from falls_app.export.words import by_words, line_words
from falls_app.i18n import _, content
from falls_app.words import role_words

_NARROWER = 10.0
"""A paper for trades has a little more on a page than one for families, in points a side."""


def tell(case: Case, printing: Printing, *, exact: bool = False) -> Story:
    """Return the work order; ValueError if there is no such ``paper``.

    It has ranges; ``exact`` has sizes to work to where something measured tells them.
    """
    data = PaperData(case, printing)
    title = _title(data)
    foot = " · ".join(part for part in (title, data.day) if part)
    setup = page_setup(printing.paper, foot, footer=12)
    if not manner().large:
        setup = replace(
            setup,
            left=setup.left - _NARROWER,
            right=setup.right - _NARROWER,
            top=setup.top - _NARROWER,
            bottom=setup.bottom - _NARROWER,
        )
    blocks = _story(data, setup, exact=exact)
    return Story(blocks, title, data.language, setup, page_footer(foot, setup))


def _title(data: PaperData) -> str:
    if not data.case.person.name:
        return _("Work order")
    return _("Work order for {name}’s home").format(name=data.case.person.name)


def _story(data: PaperData, setup: PageSetup, *, exact: bool) -> list[Flowable]:
    """Return the blocks: the home and all jobs on the first page, then each job.

    What else is bought for the home is nobody's business here: that is a paper of its own.
    """
    wanted = orders(data.plan, load_jobs(), data.case.home)
    front: list[Flowable] = [
        heading(1, _title(data), "page", most=30),
        words(_lead(wanted), "lead"),
    ]
    if wanted:
        front += [*_home(data), *_listed(data, wanted), *_first(data, wanted)]
    end = small_print(data)
    fits = Stack([*front, *end]).wrap(setup.text_width, 0)[1] <= setup.text_height
    if fits or manner().large:
        front, end = [*front, *end], []
    return [*front, *_jobs(data, wanted, setup, exact=exact), *([KeepTogether(end)] if end else [])]


def _jobs(
    data: PaperData, wanted: tuple[Order, ...], setup: PageSetup, *, exact: bool
) -> list[Flowable]:
    numbered = list(enumerate(wanted, start=1))
    if manner().large:
        return [
            block
            for number, order in numbered
            for block in large_job(data, order, number, setup, exact=exact)
        ]
    blocks = [job_block(data, order, number, setup, exact=exact) for number, order in numbered]
    return [PageBreak(), *blocks] if blocks else []


def _lead(wanted: tuple[Order, ...]) -> str:
    if not wanted:
        return _("There is no job for a handyperson or trade right now.")
    return _("For the handyperson or trade. Take one job at a time.")


# ------------------------------------------------------------------ the first page


def _home(data: PaperData) -> list[Flowable]:
    """Return where the home is, how to get in and who says yes: what is known, else lines."""
    known = Identity() if data.hides_names else data.case.visit.identity
    lines = (
        (_("Address"), known.address),
        (_("Way in, parking"), ""),
        (_("Pets, best time"), ""),
        (_("Phone"), known.phone),
    )
    tenure = tenure_words(data)
    yes: list[Flowable] = [words(tenure, "cell")] if tenure else []
    yes.append(list_of([tick_item(_("All jobs were talked over with who lives here."), "cell")]))
    if manner().large:
        return [
            *(labelled(f"{name}:", told) if told else written(name) for name, told in lines),
            *yes,
        ]
    rows = [
        Row(
            [[words(name, "cell-bold")], [words(told, "cell") if told else WriteLine(21)]],
            [112, None],
            gap=8,
        )
        for name, told in lines
    ]
    return [tile([*rows, *yes], "#F1EFE4")]


def _listed(data: PaperData, wanted: tuple[Order, ...]) -> list[Flowable]:
    """Return all jobs, to see at once what is to be done where."""
    rows = [_job_row(data, n, order) for n, order in enumerate(wanted, start=1)]
    if manner().large:
        items = [
            ListItem(
                [words(job, "cell-bold"), words(" · ".join(rest), "cell")],
                size=20,
                indent=28,
                space_after=6,
            )
            for job, *rest in rows
        ]
        return [heading(2, _("All jobs"), "card"), list_of(items)]
    header = [[words(each, "label")] for each in (_("Job"), _("Room"), _("Who"), _("By"))]
    cells = [
        [[words(cell, "cell" if place else "cell-bold")] for place, cell in enumerate(row)]
        for row in rows
    ]
    return [Table(header, cells, [None, 116.0, 96.0, 60.0], look=TableLook(padding=4.5))]


def _job_row(data: PaperData, number: int, order: Order) -> tuple[str, str, str, str]:
    return (
        f"{number}. {line_words(data, order.step)}",
        place_of(data, order),
        role_words(data.case.person, data.region, order.step.who),
        by_words(data, order.step, narrow=True) or "–",
    )


def _first(data: PaperData, wanted: tuple[Order, ...]) -> list[Flowable]:
    """Return what to look at in this home before any work begins."""
    looks = load_jobs().before_all((order.job for order in wanted), data.region.id)
    if not looks:
        return []
    items = [tick_item(content(each.do), "cell") for each in looks]
    return [heading(2, _("Before any work in this home"), "card"), list_of(items)]
