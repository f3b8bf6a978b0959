"""The first page of the family plan: whose plan, what is good, where to start, how it stands."""

from reportlab.platypus import Flowable

from falls_app.domain.overview import PlaceMark
from falls_app.domain.plan import Column
from falls_app.drawing.house_map import Box, badge_scale, draw_house, lay_out, view_box
from falls_app.drawing.score import band_line
from falls_app.drawing.surface import Surface
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import PageSetup
from falls_app.export.pdf.figures import Figure
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.fonts import safe_markup
from falls_app.export.pdf.layout import Card, CardLook, Row, Stack
from falls_app.export.pdf.lists import list_of
from falls_app.export.pdf.pages.look import (
    SignItem,
    heading,
    labelled,
    red_box,
    sign,
    signed,
    state_words,
    style,
    theme,
    tile,
    todo,
    words,
)
from falls_app.export.words import band_words
from falls_app.domain.scoring import Band
from falls_app.i18n import _, content, ngettext

MOST_GOOD = 4
"""So many good things are named on page one; the rooms' pages name the others."""

BESIDE = 11
"""So many places fit beside the map; more stand below it, in columns."""

MAP_FIELD = "#F1EFE4"
_MOST_MAP, _LEAST_MAP = 262.0, 150.0
_OT_VOWELS = "aeiou"


def summary(data: PaperData, setup: PageSetup) -> list[Flowable]:
    """Return the blocks of page one; said more briefly if they would not fit on a page."""
    for brief in (False, True):
        top = [*red_box(data), *_title(data, setup, brief), *_already_good(data, brief)]
        below = [*_main(data), *_score_line(data, setup), *_look_first(data), *_counts(data)]
        below += [*_legend(), *_fall_banner(data, brief)]
        free = setup.text_height - Stack([*top, *below]).wrap(setup.text_width, 0)[1] - 16
        blocks = [*top, *_map(data, setup, free, brief), *below]
        if Stack(blocks).wrap(setup.text_width, 0)[1] <= setup.text_height:
            break
    return blocks


# ---------------------------------------------------------------------- title


def _title(data: PaperData, setup: PageSetup, brief: bool) -> list[Flowable]:
    person, helpers = data.case.person, [each.name for each in data.case.helpers if each.name]
    left: list[Flowable] = [heading(1, data.title, "title")]
    if not brief:
        left.append(words(_("Small changes to stay steady at home"), "lead"))
    right: list[Flowable] = []
    if data.day:
        right.append(words(data.day, "label", right=True))
    walkers = [_("you") if person.say == "you" else person.name, *helpers[:1]]
    walked = _("{one} and {other}").format(one=walkers[0], other=walkers[-1])
    walked = walked if len(walkers) > 1 and walkers[0] else walkers[-1] or walkers[0]
    if walked and data.walk.findings:
        right.append(
            words(_("Walked through by {people}").format(people=walked), "soft", right=True)
        )
    if not right:
        return left
    if len(data.title) > 22 or len(walked) > 40:
        return [*left, *(words(block.getPlainText(), "soft") for block in right)]
    return [Row([left, right], [None, setup.text_width * 0.38], align="middle", gap=12)]


def _already_good(data: PaperData, brief: bool) -> list[Flowable]:
    if not data.good:
        return []
    named = [data.say(check.good) for check in data.good[: MOST_GOOD - brief]]
    more = len(data.good) - len(named)
    if more:
        named.append(ngettext("and {n} more thing", "and {n} more things", more))
    line = signed("ok", labelled(_("Already good:"), " · ".join(named)), size=20)
    line.spaceBefore, line.spaceAfter = 5, 6
    return [line]


# ---------------------------------------------------------------------- map and rooms


def _map(data: PaperData, setup: PageSetup, free: float, brief: bool) -> list[Flowable]:
    rows = data.worst_first
    look = CardLook(background=MAP_FIELD, border=None, radius=14, padding=9 if brief else 14)
    inner = setup.text_width - 2 * look.padding
    title = words(_("Room by room"), "person")
    if len(rows) <= BESIDE:
        listed = Stack([title, list_of([_room_line(data, each, brief) for each in rows])])
        needed = listed.wrap(inner * 0.44 - 16, 0)[1]
        height = max(needed, min(_MOST_MAP, free - 2 * look.padding), _LEAST_MAP)
        wide = inner * 0.56
        columns = [[_house(data, wide, height)], [title, *listed.blocks[1:]]]
        return [Card([Row(columns, [wide, None], gap=16, align="middle")], look, whole_below=500)]
    third = -(-len(rows) // 3)
    columns = [
        [list_of([_room_line(data, each, brief) for each in rows[at : at + third]])]
        for at in range(0, len(rows), third)
    ]
    return [
        Card([_house(data, inner, 150)], look, whole_below=500),
        Card([title, Row(columns, [None] * len(columns), gap=16, whole_below=300)], look),
    ]


def _house(data: PaperData, width: float, height: float) -> Figure:
    shape = data.case.home.shape
    placed = lay_out(data.spots, shape if shape in ("two", "one", "flat") else "one")  # type: ignore[arg-type]
    box = view_box(placed)
    scale = min(width / box.width, height / box.height)

    def draw(surface: Surface) -> None:
        left = (width - box.width * scale) / 2 - box.x * scale
        top = (height - box.height * scale) / 2 - box.y * scale
        surface.push(left, top, scale)
        size = badge_scale(placed, scale)
        draw_house(surface, theme(), placed, labels=False, badge_scale=size, flat_fills=True)
        surface.pop()

    alt = _("Picture of the home. The list of rooms beside it says the same in words.")
    return Figure(draw, width, height, alt)


def _room_line(data: PaperData, each: PlaceMark, brief: bool) -> SignItem:
    blocks: list[Flowable] = [
        Paragraph(
            f"<b>{safe_markup(data.place_name(each.id), bold=True)}</b>"
            f" &nbsp; {safe_markup(_mark_words(each))}",
            style("soft"),
        )
    ]
    state = "unsure" if each.state == "ok" and each.unsure else each.state
    item = SignItem(blocks, state, each.number, f"{state_words(state)}:")  # type: ignore[arg-type]
    item.spaceAfter = 1 if brief else 3
    return item


def _mark_words(each: PlaceMark) -> str:
    parts = []
    if each.state == "part":
        parts.append(_("{n} of {all} looked at").format(n=each.done, all=each.total))
    if each.number:
        parts.append(ngettext("{n} to fix", "{n} to fix", each.number))
    if each.unsure:
        parts.append(ngettext("{n} not sure", "{n} not sure", each.unsure))
    if not parts:
        parts.append(_("good as is") if each.state == "ok" else _("not looked at yet"))
    return ", ".join(parts)


# ---------------------------------------------------------------------- how it stands


def _main(data: PaperData) -> list[Flowable]:
    if data.is_empty:
        text = _("Nothing was looked at yet. Walk through one room, and this plan begins to fill.")
        return [words(text, "main"), words(_("Start where you like. Any room is a good start."))]
    texts = {
        Band.A: _("This home is in good shape. Look again in six months, or after a fall."),
        Band.B: _("Most of the home is good as it is. A few fixes would help the most."),
        Band.C: _("Start with the first five. Each one you do makes the home steadier."),
        Band.D: _("A few big fixes come first. Each one you do makes the home steadier."),
    }
    band, steps = data.score.band, len(data.plan.open_steps)
    if band:
        lead, text = f"{band_words(band)}.", texts[band]
    else:
        done, asked = data.looked_at
        lead = _("{n} of {all} looked at.").format(n=done, all=asked)
        text = _("Look at some more, and a score can show.")
    if steps:
        text += " " + ngettext("{n} step would help.", "{n} steps would help.", steps)
    return [labelled(lead, text, "main")]


def _score_line(data: PaperData, setup: PageSetup) -> list[Flowable]:
    result = data.score
    if result.shown is None or result.band is None:
        return []
    shown, after, size, bar = result.shown, data.shown_after, 12.0, 20.0
    names = [band_words(band) for band in (Band.D, Band.C, Band.B, Band.A)]
    after_words = ngettext("with the first step", "with the first {n}", len(data.plan.first))
    width, top = setup.text_width, size * 3.4

    def draw(surface: Surface) -> None:
        box = Box(0, top, width, bar)
        band_line(
            surface, theme(), box,
            words=names, value=shown, after=after, after_words=after_words, size=size,
        )  # fmt: skip

    alt = _("Home score {n} of 100: {band}.").format(n=shown, band=band_words(result.band))
    if after and after > shown:
        alt += " " + _("{n} {words}.").format(n=after, words=after_words)
    small = _("A checklist score, not a validated scale and not a prediction.")
    blocks: list[Flowable] = [
        Figure(draw, width, top + bar + size * 2.9, alt),
        words(_("Home score, 0 to 100. {small}").format(small=small), "soft"),
    ]
    if result.held_by:
        checks = {each.check.id: each.check for each in result.places}
        held = ", ".join(content(checks[each].short) for each in result.held_by if each in checks)
        label = _("Held at “{band}” by:").format(band=band_words(result.band))
        blocks.append(labelled(label, f"{held}.", "soft"))
    return blocks


def _look_first(data: PaperData) -> list[Flowable]:
    if not data.score.provisional or not data.plan.look_first:
        return []
    items = [todo(content(check.short), "cell") for check in data.plan.look_first]
    title = heading(2, _("Look at these first"), "card")
    half = -(-len(items) // 2)
    columns = [[list_of(part)] for part in (items[:half], items[half:]) if part]
    return [title, Row(columns, [None] * len(columns), gap=18, whole_below=200)]


def _counts(data: PaperData) -> list[Flowable]:
    steps = data.plan.open_steps
    if not steps:
        return []
    colors = theme()
    kinds = (
        (Column.TODAY, _("free to do"), _("By the family"), colors["primary_soft"]),
        (Column.MONTH, _("to buy or fit"), _("This month"), colors["some_bg"]),
        (Column.HELP, _("get help"), _("A trade, a clinic"), colors["unsure_bg"]),
    )
    tiles = []
    for column, what, how, fill in kinds:
        count = sum(step.column is column for step in steps)
        texts = [words(what, "person"), words(how, "soft")]
        row = Row([[words(str(count), "number")], texts], [44, None], gap=4, align="middle")
        tiles.append([tile([row], fill)])
    row = Row(tiles, [None] * 3, gap=12)
    row.spaceBefore, row.spaceAfter = 7, 7
    return [row]


def _legend() -> list[Flowable]:
    row = Row(
        [
            [Row([[sign(state, 16)], [words(state_words(state), "soft")]], [16, None], gap=5)]
            for state in ("ok", "some", "fix", "unsure")
        ],
        [None] * 4,
    )
    row.spaceBefore = 6
    return [row]


def _fall_banner(data: PaperData, brief: bool) -> list[Flowable]:
    if not data.case.person.fall_last_year:
        return []
    ot = content(data.region.ot_words)
    article = _("an {thing}") if ot[:1].lower() in _OT_VOWELS else _("a {thing}")
    text = _(
        "Home changes work best for people who have already fallen. Ask for {ot}’s visit."
    ).format(ot=article.format(thing=ot))
    if brief:
        return [words(text, "soft")]
    return [tile([words(text)], theme()["primary_soft"], padding=9)]
