"""Who does what: a table for each person, what was decided, what to buy, when to look again."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from falls_app.days import long_day
from falls_app.domain.plan import LOOK_AGAIN_DAYS, shopping_list
from falls_app.domain.ranking import Tier
from falls_app.domain.step import Step
from falls_app.drawing.shapes import state_shape
from falls_app.drawing.surface import Surface
from falls_app.export.paper import PaperData
from falls_app.export.pdf.figures import Figure
from falls_app.export.pdf.layout import KeepTogether, PageBreak, Row
from falls_app.export.pdf.pages.look import (
    heading,
    in_columns,
    labelled,
    theme,
    tick_item,
    tile,
    words,
)
from falls_app.export.pdf.pages.small_print import small_print
from falls_app.export.pdf.tables import Table, TableLook
from falls_app.export.words import by_words, line_words
from falls_app.i18n import _, content, ngettext
from falls_app.words import (
    asked_words,
    decided_words,
    price_words,
    quoted,
    role_words,
    room_words,
)

_FILLS = ("primary_soft", "some_bg", "unsure_bg", "hover")
_ROOM, _WIDE_ROOM, _LONG_NAME = 116.0, 160.0, 30
"""Widths of the column of rooms; the wide one if a name has more letters."""

_MOST_ROOMS = 3


def who(data: PaperData) -> list[Flowable]:
    """Return the blocks of the last pages."""
    listed = [step for step in data.plan.steps if not step.is_declined]
    story: list[Flowable] = [PageBreak(least=0.6), heading(1, _("Who does what"), "page")]
    text = _("No steps are open.")
    if listed:
        done = sum(step.is_done for step in listed)
        counted = ngettext("{n} step", "{n} steps", len(listed))
        text = _("{steps}, {n} done.").format(steps=counted, n=done) if done else f"{counted}."
    lead = words(text, "lead")
    lead.keepWithNext = bool(listed)
    story.append(lead)
    for index, (name, steps) in enumerate(groups(data, listed)):
        story.append(_group(data, name, steps, _FILLS[index % len(_FILLS)]))
    return [*story, *end(data)]


def end(data: PaperData) -> list[Flowable]:
    """Return what closes the plan: the owner, what was turned down, what to buy, small print."""
    blocks = [*_for_owner(data), *_declined(data), *_shopping(data)]
    # The small print never stands alone on a page.
    return [*blocks, KeepTogether([*_look_again(data), *small_print(data)])]


def groups(data: PaperData, steps: Sequence[Step]) -> list[tuple[str, list[Step]]]:
    """Return the steps of each person: helpers first, then the person, then roles."""
    helpers = [each.name for each in data.case.helpers]
    own = [role_words(data.case.person, data.region, key) for key in ("person", "family")]
    groups: dict[str, list[Step]] = {name: [] for name in (*helpers, *own)}
    for step in steps:
        name = role_words(data.case.person, data.region, step.who)
        groups.setdefault(name, []).append(step)
    return [(name, steps) for name, steps in groups.items() if steps]


def relation_of(data: PaperData, name: str) -> str:
    """Return what a helper is to the person, "" if that is not known."""
    return next((each.relation for each in data.case.helpers if each.name == name), "")


def _group(data: PaperData, name: str, steps: Sequence[Step], fill: str) -> Table:
    relation = relation_of(data, name)
    person = labelled(name, relation, "group") if relation else words(name, "person")
    header = [[person], *([words(each, "label")] for each in (_("Room"), _("By"), _("Cost")))]
    look = TableLook(header_fill=theme()[fill], padding=4.5)
    longest = max((len(room.name) for room in data.case.home), default=0)
    widths = (None, _WIDE_ROOM if longest > _LONG_NAME else _ROOM, 80.0, 84.0)
    return Table(header, [_line(data, step) for step in steps], widths, look=look, space_after=12)


def _line(data: PaperData, step: Step) -> list[list[Flowable]]:
    texts: list[Flowable] = [words(line_words(data, step), "cell-bold", role=None)]
    if asked := asked_words(data.region, step):
        texts.append(words(asked, "cell", role=None))
    place, by, cost = where_when_cost(data, step, narrow=True)
    return [
        [Row([[_box(done=step.is_done)], texts], [15, None], gap=8, whole_below=500)],
        [
            Row(
                [[_tier(step)], [words(place, "cell", role=None)]],
                [12, None],
                gap=5,
            )
        ],
        [words(by or "–", "cell")],
        [words(cost or "–", "cell")],
    ]


def where_when_cost(data: PaperData, step: Step, *, narrow: bool = False) -> tuple[str, str, str]:
    """Return in which rooms, by when and for how much; "" for what does not apply."""
    cost = "" if step.is_own_way else price_words(data.region, step.cost)
    day = by_words(data, step, narrow=narrow or step.is_done)
    by = _("Done {day}").format(day=day) if step.is_done else day
    return room_words(data.case.home, step, _MOST_ROOMS), by, cost


def _box(*, done: bool) -> Figure:
    def draw(surface: Surface) -> None:
        surface.rect(0.8, 0.8, 13.4, 13.4, 3, stroke=theme()["ink"], line_width=1.4)
        if done:
            surface.path("M3.6 7.8L6.4 10.6L11.6 4.2", stroke=theme()["primary"], width=2)

    # Whether it is done stands in words under "By".
    return Figure(draw, 15, 15, "")


def _tier(step: Step) -> Figure:
    state = "ok" if step.is_done else "fix" if step.tier is Tier.NOW else "some"

    def draw(surface: Surface) -> None:
        state_shape(surface, theme(), state, 6, 8, 4.8)  # type: ignore[arg-type]

    return Figure(draw, 12, 15, "")


def _for_owner(data: PaperData) -> list[Flowable]:
    """Return which steps need a yes from the owner of a rented home."""
    asks = [step for step in data.plan.open_steps if step.asks_owner]
    if not asks:
        return []
    named = (
        f"{data.say(step.short)} ({room_words(data.case.home, step, _MOST_ROOMS)})" for step in asks
    )
    text = _("These need a yes from the owner first:") + " " + " · ".join(named)
    return [heading(2, _("For the owner"), "section"), words(f"{text}.")]


def _declined(data: PaperData) -> list[Flowable]:
    steps = data.plan.declined
    if not steps:
        return []
    blocks: list[Flowable] = [heading(2, data.about(_("{Names} choice")), "section")]
    for step in steps:
        topic = data.say(step.check.short if step.check else step.short)
        decided = decided_words(data.about, step.choice, data.region.locale)
        said = quoted(step.choice.words) if step.choice else ""
        blocks.append(labelled(f"{topic}.", f"{decided}. {said}".strip()))
    return blocks


def _shopping(data: PaperData) -> list[Flowable]:
    active = [step for step in data.plan.steps if step.is_active and not step.is_own_way]
    things = [content(thing) for thing in shopping_list(active)]
    if not things:
        return []
    items = [
        tick_item(thing[:1].upper() + thing[1:], "cell", spoken=_("To buy:")) for thing in things
    ]
    return [heading(2, _("Shopping list"), "section"), in_columns(items)]


def _look_again(data: PaperData) -> list[Flowable]:
    if not data.plan.walked_on:
        return []
    locale = data.region.locale
    soon, later, last = (long_day(data.plan.look_again_on(n), locale) for n in LOOK_AGAIN_DAYS)
    before = _("Before that, see how the steps are going on {soon} and on {later}.")
    blocks: list[Flowable] = [
        heading(2, _("Look again on {day}").format(day=last), "card"),
        words(before.format(soon=soon, later=later)),
        words(_("Sooner after a fall, a hospital stay, a new medicine or new glasses."), "soft"),
    ]
    return [tile(blocks, "#F1EFE4")]
