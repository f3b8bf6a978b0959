"""A work order in large print: one column, every word of the other, a layout of its own."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from falls_app.domain.job import Order
from falls_app.export.job_words import ring_first_words
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import PageSetup
from falls_app.export.pdf.layout import KeepTogether, PageBreak, Row
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.pages.job_parts import JobTold, SizeLine
from falls_app.export.pdf.pages.look import (
    LARGE_BOX,
    WriteLine,
    bullet_item,
    heading,
    labelled,
    tick_item,
    words,
)
from falls_app.i18n import _, content

_PHOTO = 300.0


def large_job(
    data: PaperData, order: Order, number: int, setup: PageSetup, *, exact: bool
) -> list[Flowable]:
    """Return a job, which begins on a page of its own."""
    told = JobTold(data, order, exact=exact)
    kinds = [tick_item(content(each), spoken=_("Tick one:")) for each in told.base.kinds]
    return [
        PageBreak(),
        heading(2, _("Job {n}: {title}").format(n=number, title=told.title), "section"),
        words(told.place, "who"),
        *_owner(told),
        *told.what(),
        *([told.sketch(setup.text_width)] if order.sketch else []),
        *told.photo(_PHOTO),
        *_listed(_("Sizes"), [_size(told, each) for each in told.sizes]),
        *_listed(_("What it is fixed to"), kinds),
        *_listed(_("Look at this first"), [tick_item(each) for each in told.first]),
        *_listed(_("How to fix it"), [bullet_item(each) for each in told.fixing]),
        *_listed(_("Do not"), [bullet_item(each) for each in told.never]),
        *_signed_off(told),
    ]


def written(title: str) -> Flowable:
    """Return a title with a line below it to write on."""
    return KeepTogether([words(title, "cell-bold"), WriteLine()])


def written_beside(label: str, width: float) -> Flowable:
    """Return a short label with a line beside it to write on."""
    return Row([[words(label, "cell")], [WriteLine(27)]], [width, None], gap=8, whole_below=200)


def _owner(told: JobTold) -> list[Flowable]:
    if not told.order.step.asks_owner:
        return []
    asked = list_of([tick_item(_("The owner said yes in writing, on this day:"))])
    return [KeepTogether([asked, WriteLine()])]


def _size(told: JobTold, size: SizeLine) -> ListItem:
    name = f"{size.letter}  {size.name}".strip()
    label = _("Work to:") if told.exact else _("Aim for:")
    blocks: list[Flowable] = [words(name, "cell-bold")]
    if size.told:
        blocks.append(labelled(label, size.told))
    blocks.append(written_beside(_("Set at:"), 76))
    return ListItem(blocks, size=20, indent=28, space_after=10)


def _signed_off(told: JobTold) -> list[Flowable]:
    box = ListItem(
        [labelled(*told.test)],
        marker="box",
        spoken=_("To tick:"),
        size=LARGE_BOX,
        indent=LARGE_BOX + 12,
    )
    blocks = [
        written(ring_first_words(told.data)),
        list_of([box]),
        *(written(each) for each in (_("Name"), _("Signature"), _("Date"))),
    ]
    # Whoever signs sees what for: lines alone on a page say nothing.
    return [KeepTogether(blocks)]


def _listed(title: str, items: Sequence[ListItem]) -> list[Flowable]:
    return [heading(3, title, "card"), list_of(items)] if items else []
