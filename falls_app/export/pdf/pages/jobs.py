"""One job of a work order as a block: where, what, sketch, sizes, how, what not, test, name."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from falls_app.content.jobs import load_jobs
from falls_app.domain.job import JobSize, Order, Target, measured_near, target
from falls_app.drawing.sketches import HEIGHT, SKETCHES, WIDTH, SizeLabel, draw_sketch
from falls_app.drawing.surface import Surface
from falls_app.export.job_words import aim_of, exact_of, ring_first_words
from falls_app.export.paper import PaperData
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.document import PageSetup
from falls_app.export.pdf.figures import Figure, PhotoFigure
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.fonts import safe_markup
from falls_app.export.pdf.layout import Row, Stack
from falls_app.export.pdf.lists import ListItem, list_of
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
from falls_app.export.words import by_words
from falls_app.i18n import _, content
from falls_app.words import own_way_words, place_name, role_words, room_words, wording

_LARGE, _SMALL = 220.0, 118.0
"""Width of a photo on its own, and beside a sketch."""

_TALLEST = 1.1
_HALF = 240.0
"""About how wide half of a page is, to see which column is the shorter one."""

_SCALES = (1.0, 0.92, 0.84, 0.76)
"""How large a sketch is drawn: the first with which its job fits on a page is taken."""

_LETTERS = "ABCDEFGH"


def job_block(data: PaperData, order: Order, number: int, setup: PageSetup, *, exact: bool) -> Card:
    """Return a job in its frame; ``exact`` prints sizes to work to in the place of ranges.

    A job stands on one page where it can, for it is handed to whoever does it: if it is too long
    for one, its sketch is drawn smaller.
    """
    for scale in _SCALES:
        block = _block(data, order, number, scale, exact=exact)
        if block.wrap(setup.text_width, 0)[1] <= setup.text_height:
            break
    return block


def _block(data: PaperData, order: Order, number: int, scale: float, *, exact: bool) -> Card:
    title, _do = wording(data.say, order.step)
    look = CardLook(border=theme()["edge"], border_width=1.4, radius=12, padding=11)
    sizes = _sizes(data, order)
    labels = _labels(data, order, sizes, exact=exact)
    blocks = [
        heading(2, _("Job {n}: {title}").format(n=number, title=title), "card"),
        words(_place_line(data, order), "who"),
        *_what(data, order),
        *_picture_row(data, order, labels, scale),
        *([_table(data, sizes, labels, exact=exact)] if sizes else []),
        *_how(data, order),
        *_signed_off(data, order),
    ]
    return Card(blocks, look, whole_below=float("inf"), space_after=12)


# ------------------------------------------------------------------ where and what


def place_of(data: PaperData, order: Order) -> str:
    """Return the room in which a job is done, or the rooms."""
    if order.finding.room:
        return place_name(data.case.home, order.finding.room)
    return room_words(data.case.home, order.step)


def _place_line(data: PaperData, order: Order) -> str:
    """Return the room, who does it and by when."""
    who = role_words(data.case.person, data.region, order.step.who)
    day = by_words(data, order.step, narrow=True)
    parts = (place_of(data, order), who, _("by {day}").format(day=day) if day else "")
    return " · ".join(part for part in parts if part)


def _what(data: PaperData, order: Order) -> list[Flowable]:
    """Return what to do as it was decided, who says yes first, and how the place is shown."""
    step = order.step
    _title, do = wording(data.say, step)
    if step.is_own_way:
        way = own_way_words(data.about, step)
        return [words(way, "do"), words(_("Do this and no more."), "body"), *_owner(order)]
    blocks: list[Flowable] = [words(do, "do"), *_owner(order)]
    if order.job.show:
        blocks.append(words(data.say(order.job.show), "body"))
    if step.fix and step.fix.buy:
        things = " · ".join(content(each) for each in step.fix.buy)
        blocks.append(labelled(_("To bring, or ask who buys:"), things))
    return blocks


def _owner(order: Order) -> list[Flowable]:
    if not order.step.asks_owner:
        return []
    asked = tick_item(_("The owner said yes in writing, on this day:"), "body")
    return [Row([[list_of([asked])], [WriteLine(18)]], [270, None], gap=8)]


# ------------------------------------------------------------------ pictures


def _picture_row(
    data: PaperData, order: Order, labels: dict[str, SizeLabel], scale: float
) -> list[Flowable]:
    """Return the sketch, and beside it what the thing is fixed to and a photo of the place."""
    kinds, has_sketch = _kinds(order), bool(order.sketch)
    photo = _photo(data, order, _SMALL if has_sketch else _LARGE)
    if has_sketch:
        columns = [[_sketch(order, labels, scale)], [*kinds, *photo]]
        widths: list[float | None] = [WIDTH * scale, None]
    else:
        columns = [each for each in (photo, kinds) if each]
        widths = [_LARGE, None] if photo else [None]
    if not columns:
        return []
    row = Row(columns, widths, gap=14, whole_below=500)
    row.spaceBefore = row.spaceAfter = 5
    return [row]


def _kinds(order: Order) -> list[Flowable]:
    kinds = load_jobs().bases[order.job.base].kinds
    if not kinds:
        return []
    items = [tick_item(content(each), "cell", spoken=_("Tick one:")) for each in kinds]
    return [heading(3, _("What it is fixed to"), "label"), list_of(items)]


def _photo(data: PaperData, order: Order, width: float) -> list[Flowable]:
    """Return the first photo of the place with its marks; its caption stays at home."""
    for photo in order.finding.photos:
        file = data.photos(photo)
        if file is None:
            continue
        marked = ", ".join(mark.words for mark in photo.marks if mark.words)
        alt = " ".join(part for part in (_("A photo of this place."), marked) if part)
        height = width * min(_TALLEST, photo.height / photo.width)
        figure = PhotoFigure(file, width, height, alt, marks=photo.marks)
        figure.spaceBefore = 6
        return [figure]
    return []


def _sketch(order: Order, labels: dict[str, SizeLabel], scale: float) -> Figure:
    sketch = load_jobs().sketches[order.sketch]
    datum, colors = content(sketch.datum), theme()

    def draw(surface: Surface) -> None:
        surface.push(0, 0, scale)
        draw_sketch(surface, colors, sketch.id, labels, datum)
        surface.pop()

    told = [f"{label.letter}: {label.words}." for label in labels.values() if label.words]
    return Figure(draw, WIDTH * scale, HEIGHT * scale, " ".join([content(sketch.alt), *told]))


# ------------------------------------------------------------------ sizes

Sizes = Sequence[tuple[JobSize, Target]]


def _sizes(data: PaperData, order: Order) -> Sizes:
    """Return the sizes of a job with what they are to be; none where her own way is done."""
    if order.step.is_own_way:
        return ()
    near = measured_near(data.walk, order.finding.room)
    like = data.region.sizes_like
    return [(size, target(size, data.checklist, like, near)) for size in order.job.sizes]


def _labels(data: PaperData, order: Order, sizes: Sizes, *, exact: bool) -> dict[str, SizeLabel]:
    """Return a letter for each size that has its place in the sketch."""
    if not order.sketch:
        return {}
    shown = SKETCHES[order.sketch].sizes
    drawn = [(size, found) for size, found in sizes if size.id in shown]
    return {
        size.id: SizeLabel(letter, _told(found, data, exact=exact))
        for letter, (size, found) in zip(_LETTERS, drawn, strict=False)
    }


def _told(found: Target, data: PaperData, *, exact: bool) -> str:
    """Return a size in few words: the one to work to if it is wanted and known."""
    one = exact_of(found, data.region)
    return one if one and (exact or found.low is None) else aim_of(found, data.region)


def _table(data: PaperData, sizes: Sizes, labels: dict[str, SizeLabel], *, exact: bool) -> Table:
    names = (_("Size"), _("Work to") if exact else _("Aim for"), _("Set at"))
    header = [[words(each, "label")] for each in names]
    rows = [_size_row(data, size, found, labels, exact=exact) for size, found in sizes]
    return Table(header, rows, [None, 142.0, 70.0], look=TableLook(padding=2.2), space_after=4)


def _size_row(
    data: PaperData, size: JobSize, found: Target, labels: dict[str, SizeLabel], *, exact: bool
) -> list[list[Flowable]]:
    letter = labels[size.id].letter if size.id in labels else ""
    name = "  ".join(part for part in (letter, content(size.label)) if part)
    told = _told(found, data, exact=exact)
    return [[words(name, "cell-bold")], [words(told or "–", "cell")], [WriteLine(15)]]


# ------------------------------------------------------------------ how


def _how(data: PaperData, order: Order) -> list[Flowable]:
    """Return what to look at first, beside how it is fixed and what not to do."""
    job, book = order.job, load_jobs()
    base = book.bases[job.base]
    first = [_tick(content(each.do)) for each in book.before_work(job, data.region.id)]
    own = () if order.step.is_own_way else job.fixing
    left = _listed(_("Look at this first"), first)
    right = _listed(_("How to fix it"), [_bullet(data.say(each)) for each in (*base.fixing, *own)])
    never = _listed(_("Do not"), [_bullet(data.say(each)) for each in (*base.never, *job.never)])
    shorter = left if _height(left) <= _height(right) else right
    shorter += never
    columns = [each for each in (left, right) if each]
    if not columns:
        return []
    row = Row(columns, [None] * len(columns), gap=18, whole_below=500)
    row.spaceBefore = row.spaceAfter = 3
    return [row]


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


# ------------------------------------------------------------------ when it is done


def _signed_off(data: PaperData, order: Order) -> list[Flowable]:
    """Return whom to ring first, the box for the test, and lines for name, signature and day."""
    step = order.step
    ring = Row([[words(ring_first_words(data), "cell-bold")], [WriteLine(18)]], [290, None], gap=8)
    ring.spaceBefore = ring.spaceAfter = 4
    test = _("Pull test done") if order.job.pull else _("Test done")
    proof = "" if step.is_own_way else data.say(step.done_when)
    box = list_of([_box_item(labelled(f"{test}:" if proof else f"{test}.", proof))])
    lines = [
        [words(_("Name"), "cell")], [WriteLine(17)],
        [words(_("Signature"), "cell")], [WriteLine(17)],
        [words(_("Date"), "cell")], [WriteLine(17)],
    ]  # fmt: skip
    signature = Row(lines, [34, None, 56, None, 30, 76], gap=6, whole_below=200)
    signature.spaceBefore = 3
    return [ring, Stack([box, signature], whole_below=200)]


def _box_item(block: Flowable) -> ListItem:
    return ListItem([block], marker="box", spoken=_("To tick:"), size=15, indent=23)
