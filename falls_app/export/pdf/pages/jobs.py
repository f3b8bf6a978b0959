"""One job of a work order as a block that stands on a page: what, sketch, sizes, how, test."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from falls_app.domain.job import Order
from falls_app.drawing.sketches import WIDTH
from falls_app.export.job_words import ring_first_words
from falls_app.export.paper import PaperData
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.document import PageSetup
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.fonts import safe_markup
from falls_app.export.pdf.layout import Row, Stack
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.pages.job_parts import JobTold
from falls_app.export.pdf.pages.look import (
    WriteLine,
    heading,
    labelled,
    style,
    theme,
    tick_item,
    words,
)
from falls_app.export.pdf.tables import Table, TableLook
from falls_app.i18n import _, content

_WIDE, _SMALL = 220.0, 134.0
"""Width of a photo on its own, and beside a sketch."""

_HALF = 240.0
"""About how wide half of a page is, to see which column is the shorter one."""

_SCALES = (1.0, 0.92, 0.84, 0.76)
"""How large a sketch is drawn: the first with which its job fits on a page is taken."""


def job_block(data: PaperData, order: Order, number: int, setup: PageSetup, *, exact: bool) -> Card:
    """Return a job in its frame; ``exact`` prints sizes to work to in the place of ranges.

    A job stands on one page where it can, for it is handed to whoever does it: if it is too long
    for one, its sketch is drawn smaller.
    """
    told = JobTold(data, order, exact=exact)
    for scale in _SCALES:
        block = _block(told, number, WIDTH * scale)
        if block.wrap(setup.text_width, 0)[1] <= setup.text_height:
            break
    return block


def _block(told: JobTold, number: int, sketch_width: float) -> Card:
    look = CardLook(border=theme()["edge"], border_width=1.4, radius=12, padding=11)
    blocks = [
        heading(2, _("Job {n}: {title}").format(n=number, title=told.title), "card"),
        words(told.place, "who"),
        *_owner(told),
        *told.what(),
        *_picture_row(told, sketch_width),
        *_sizes(told),
        *_how(told),
        *_signed_off(told),
    ]
    return Card(blocks, look, whole_below=float("inf"), space_after=12)


def _owner(told: JobTold) -> list[Flowable]:
    if not told.order.step.asks_owner:
        return []
    asked = tick_item(_("The owner said yes in writing, on this day:"), "body")
    return [Row([[list_of([asked])], [WriteLine(18)]], [270, None], gap=8)]


def _picture_row(told: JobTold, sketch_width: float) -> list[Flowable]:
    """Return the sketch, and beside it what the thing is fixed to and a photo of the place."""
    kinds = [tick_item(content(each), "cell", spoken=_("Tick one:")) for each in told.base.kinds]
    beside = _listed(_("What it is fixed to"), kinds)
    if told.order.sketch:
        columns = [
            [told.sketch(sketch_width)],
            [*beside, *told.photo(_SMALL * sketch_width / WIDTH)],
        ]
        widths: list[float | None] = [sketch_width, None]
    else:
        photo = told.photo(_WIDE)
        columns = [each for each in (photo, beside) if each]
        widths = [_WIDE, None] if photo and beside else [None]
    return _row(columns, widths, gap=14)


def _sizes(told: JobTold) -> list[Flowable]:
    if not told.sizes:
        return []
    names = (_("Size"), _("Work to") if told.exact else _("Aim for"), _("Set at"))
    header = [[words(each, "label")] for each in names]
    rows = [
        [
            [words(f"{each.letter}  {each.name}".strip(), "cell-bold")],
            [words(each.told or "–", "cell")],
            [WriteLine(15)],
        ]
        for each in told.sizes
    ]
    look = TableLook(padding=2.2)
    return [Table(header, rows, [None, 142.0, 70.0], look=look, space_after=4)]


def _how(told: JobTold) -> list[Flowable]:
    """Return what to look at first, beside how it is fixed; what not to do under the shorter."""
    left = _listed(_("Look at this first"), [_tick(each) for each in told.first])
    right = _listed(_("How to fix it"), [_bullet(each) for each in told.fixing])
    shorter = left if _height(left) <= _height(right) else right
    shorter += _listed(_("Do not"), [_bullet(each) for each in told.never])
    columns = [each for each in (left, right) if each]
    return _row(columns, [None] * len(columns), gap=18)


def _row(
    columns: Sequence[Sequence[Flowable]], widths: Sequence[float | None], *, gap: float
) -> list[Flowable]:
    if not columns:
        return []
    row = Row(columns, widths, gap=gap, whole_below=500)
    row.spaceBefore = row.spaceAfter = 4
    return [row]


def _signed_off(told: JobTold) -> list[Flowable]:
    """Return whom to ring first, the box for the test, and lines for name, signature and day."""
    first = words(ring_first_words(told.data), "cell-bold")
    ring = Row([[first], [WriteLine(18)]], [290, None], gap=8)
    ring.spaceBefore = ring.spaceAfter = 4
    box = ListItem([labelled(*told.test)], marker="box", spoken=_("To tick:"), size=15, indent=23)
    signature = Row(
        [
            [words(_("Name"), "cell")], [WriteLine(17)],
            [words(_("Signature"), "cell")], [WriteLine(17)],
            [words(_("Date"), "cell")], [WriteLine(17)],
        ],
        [34, None, 56, None, 30, 76],
        gap=6,
        whole_below=200,
    )  # fmt: skip
    signature.spaceBefore = 3
    return [ring, Stack([list_of([box]), signature], whole_below=200)]


def _height(blocks: Sequence[Flowable]) -> float:
    return Stack(blocks).wrap(_HALF, 0)[1]


def _listed(title: str, items: Sequence[ListItem]) -> list[Flowable]:
    return [heading(3, title, "label"), list_of(items)] if items else []


def _bullet(text: str) -> ListItem:
    return ListItem([_close(text)], size=11, indent=13, space_after=1.5)


def _tick(text: str) -> ListItem:
    return ListItem(
        [_close(text)], marker="box", spoken=_("To do:"), size=13, indent=20, space_after=2
    )


def _close(text: str) -> Paragraph:
    """Return words as trades read them, a size smaller than those for the family."""
    given = ParagraphStyle("trade", parent=style("cell"), fontSize=11, leading=13.8)
    return Paragraph(safe_markup(text), given)
