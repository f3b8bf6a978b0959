"""The shopping list: things by where they are bought, what each is for, sizes to check, prices."""

from reportlab.platypus import Flowable

from falls_app.content.shops import load_shops
from falls_app.domain.shopping import TRADE, Purchase, purchases
from falls_app.export.paper import PaperData
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.pages.look import WriteLine, heading, theme, words
from falls_app.export.pdf.tables import Table, TableLook
from falls_app.i18n import _, content
from falls_app.sizes import measured_words
from falls_app.words import price_words, room_words


def shopping(data: PaperData) -> list[Flowable]:
    """Return the title of the list and a table for each place to buy at."""
    groups = purchases(data.plan.steps, load_shops())
    if not groups:
        return [
            heading(1, _("Shopping list"), "page", most=30),
            words(_("Nothing to buy."), "lead"),
        ]
    names = {shop.id: content(shop.name) for shop in load_shops()}
    names[TRADE] = _("Ask the handyperson or trade who brings these")
    tables = (_table(data, names[shop], found) for shop, found in groups.items())
    lead = _("Check each size at home before you buy. Keep the receipts.")
    return [heading(1, _("Shopping list"), "page", most=30), words(lead, "lead"), *tables]


def _table(data: PaperData, name: str, found: tuple[Purchase, ...]) -> Table:
    heads = [[words(name, "person")]]
    heads += [[words(each, "label")] for each in (_("For"), _("Size to check"), _("Cost"))]
    look = TableLook(header_fill=theme()["primary_soft"], padding=4.5)
    rows = [_row(data, each) for each in found]
    return Table(heads, rows, [None, 108.0, 120.0, 78.0], look=look, space_after=12)


def _row(data: PaperData, purchase: Purchase) -> list[list[Flowable]]:
    thing = content(purchase.thing)
    box = ListItem(
        [words(thing[:1].upper() + thing[1:], "cell-bold")],
        marker="box",
        spoken=_("To buy:"),
        size=15,
        indent=23,
    )
    rooms = (room_words(data.case.home, step, 2) for step in purchase.steps)
    return [
        [list_of([box])],
        [words(", ".join(dict.fromkeys(rooms)), "cell")],
        _sizes(data, purchase),
        [words(price_words(data.region, purchase.steps[0].cost), "cell")],
    ]


def _sizes(data: PaperData, purchase: Purchase) -> list[Flowable]:
    """Return what was measured for a thing that has to fit, else a line to write on."""
    if not any(purchase.thing in shop.sized for shop in load_shops()):
        return [words("–", "cell")]
    measured = dict.fromkeys(
        size
        for step in purchase.steps
        if step.check
        for finding in step.findings
        for size in measured_words(step.check, finding.measures, data.region)
    )
    return [words(each, "cell") for each in measured] or [WriteLine(18)]
