"""The shopping list: things by where they are bought, what each is for, sizes to check, prices."""

from reportlab.platypus import Flowable

from falls_app.content.shops import load_shops
from falls_app.domain.shopping import TRADE, Purchase, purchases
from falls_app.export.paper import PaperData
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.jobs_large import written_beside
from falls_app.export.pdf.pages.look import (
    LARGE_BOX,
    WriteLine,
    heading,
    theme,
    tick_item,
    words,
)
from falls_app.export.pdf.tables import Table, TableLook
from falls_app.i18n import _, content
from falls_app.sizes import measured_words
from falls_app.words import price_words, room_words

ROOMY, TIGHT = 4.5, 2.5
"""Room above and below the words of a row, in points."""


def shopping(data: PaperData, padding: float = ROOMY) -> list[Flowable]:
    """Return the title of the list and what to buy at each place."""
    groups = purchases(data.plan.steps, load_shops())
    title = heading(1, _("Shopping list"), "page", most=30)
    if not groups:
        return [title, words(_("Nothing to buy."), "lead")]
    names = {shop.id: content(shop.name) for shop in load_shops()}
    names[TRADE] = _("Ask the handyperson or trade who brings these")
    blocks: list[Flowable] = []
    for shop, found in groups.items():
        blocks += (
            _in_large(data, names[shop], found)
            if manner().large
            else [_table(data, names[shop], found, padding)]
        )
    lead = _("Check each size at home before you buy. Each cost is for the whole step.")
    return [title, words(lead, "lead"), *blocks]


def _table(data: PaperData, name: str, found: tuple[Purchase, ...], padding: float) -> Table:
    heads = [[words(name, "person")]]
    heads += [[words(each, "label")] for each in (_("For"), _("Size to check"), _("Cost"))]
    look = TableLook(header_fill=theme()["primary_soft"], padding=padding)
    rows = [_row(data, each) for each in found]
    return Table(heads, rows, [None, 108.0, 120.0, 78.0], look=look, space_after=2.7 * padding)


def _row(data: PaperData, purchase: Purchase) -> list[list[Flowable]]:
    return [
        [list_of([tick_item(_thing(purchase), "cell-bold", spoken=_("To buy:"))])],
        [words(_rooms(data, purchase), "cell")],
        _sizes(data, purchase) or [words("–", "cell")],
        [words(price_words(data.region, purchase.steps[0].cost), "cell")],
    ]


def _in_large(data: PaperData, name: str, found: tuple[Purchase, ...]) -> list[Flowable]:
    """Return the things of one place as a list: what it is for, its price, its size."""
    items = []
    for purchase in found:
        price = price_words(data.region, purchase.steps[0].cost)
        blocks = [
            words(_thing(purchase), "cell-bold"),
            words(f"{_rooms(data, purchase)} · {price}", "cell"),
            *_sizes(data, purchase),
        ]
        items.append(
            ListItem(
                blocks,
                marker="box",
                spoken=_("To buy:"),
                size=LARGE_BOX,
                indent=LARGE_BOX + 12,
                space_after=8,
            )
        )
    return [heading(2, name, "card"), list_of(items)]


def _thing(purchase: Purchase) -> str:
    thing = content(purchase.thing)
    return thing[:1].upper() + thing[1:]


def _rooms(data: PaperData, purchase: Purchase) -> str:
    rooms = (room_words(data.case.home, step, 2) for step in purchase.steps)
    return ", ".join(dict.fromkeys(rooms))


def _sizes(data: PaperData, purchase: Purchase) -> list[Flowable]:
    """Return what was measured for a thing that has to fit, and a line to write on."""
    if not any(purchase.thing in shop.sized for shop in load_shops()):
        return []
    measured = dict.fromkeys(
        size
        for step in purchase.steps
        if step.check
        for finding in step.findings
        for size in measured_words(step.check, finding.measures, data.region)
    )
    line = written_beside(_("Size:"), 60) if manner().large else WriteLine(18)
    return [*(words(each, "cell") for each in measured), line]
