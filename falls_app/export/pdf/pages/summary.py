"""The first page of the family plan: whose plan, what is good, where to start, how it stands."""

from reportlab.platypus import Flowable

from falls_app.domain.scoring import Band
from falls_app.domain.step import Column
from falls_app.drawing.house_map import Box
from falls_app.drawing.score import band_line
from falls_app.drawing.surface import Surface
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import PageSetup
from falls_app.export.pdf.figures import Figure
from falls_app.export.pdf.layout import Row, Stack
from falls_app.export.pdf.pages.house import house_and_rooms
from falls_app.export.pdf.pages.look import (
    heading,
    in_columns,
    labelled,
    red_box,
    sign,
    signed,
    state_words,
    theme,
    tick_item,
    tile,
    words,
)
from falls_app.i18n import _, content, ngettext
from falls_app.words import band_words

MOST_GOOD = 4
"""So many good things are named on page one; the rooms' pages name the others."""

_MOST_TITLE = (38, 38, 20, 20)
"""How large the title may be, from roomy to brief."""

_OT_VOWELS = "aeiou"


def summary(data: PaperData, setup: PageSetup) -> list[Flowable]:
    """Return the blocks of page one; said more briefly if they would not fit on a page."""
    for brief in range(len(_MOST_TITLE)):
        top = [*red_box(data), *_title(data, setup, brief), *for_today(data)]
        top += _already_good(data, brief)
        below = [*_legend(), *main_words(data), *_score_line(data, setup), *look_first(data)]
        below += [*_count_tiles(data), *fall_banner(data, brief)]
        free = setup.text_height - Stack([*top, *below]).wrap(setup.text_width, 0)[1] - 16
        blocks = [*top, *house_and_rooms(data, setup, free, brief), *below]
        if Stack(blocks).wrap(setup.text_width, 0)[1] <= setup.text_height:
            break
    return blocks


# ---------------------------------------------------------------------- title


def _title(data: PaperData, setup: PageSetup, brief: int) -> list[Flowable]:
    left: list[Flowable] = [heading(1, data.title, "title", most=_MOST_TITLE[brief])]
    if not brief:
        left.append(words(_("Small changes to stay steady at home"), "lead"))
    if not data.day:
        return left
    if len(data.title) > 22:
        return [*left, words(data.day, "soft")]
    right: list[Flowable] = [words(data.day, "label", right=True)]
    return [Row([left, right], [None, setup.text_width * 0.38], align="middle", gap=12)]


def for_today(data: PaperData) -> list[Flowable]:
    """Return what is due the same day, by its neutral name; nothing if nothing is."""
    due = [data.say(step.short) for step in data.plan.first if step.is_for_today]
    if not due:
        return []
    return [
        tile([labelled(_("For today:"), f"{'. '.join(due)}.", "do")], theme()["fix_bg"], padding=9)
    ]


def _already_good(data: PaperData, brief: int) -> list[Flowable]:
    if not data.good:
        return []
    named = labelled(_("Already good:"), " · ".join(good_words(data, MOST_GOOD - brief)))
    line = signed("ok", named, size=20)
    line.spaceBefore, line.spaceAfter = 5, 6
    return [line]


def good_words(data: PaperData, most: int = MOST_GOOD) -> list[str]:
    """Return so many good things in words, and how many more there are."""
    named = [data.say(check.good) for check in data.good[:most]]
    more = len(data.good) - len(named)
    if more:
        named.append(ngettext("and {n} more thing", "and {n} more things", more))
    return named


# ---------------------------------------------------------------------- how it stands


def main_words(data: PaperData) -> list[Flowable]:
    """Return how the home stands, in a sentence or two."""
    if _is_empty(data):
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
        places = data.score.places
        done = sum(each.finding is not None for each in places)
        lead = _("{n} of {all} looked at.").format(n=done, all=len(places))
        text = _("Look at some more, and a score can show.")
    if steps:
        text += " " + ngettext("{n} step would help.", "{n} steps would help.", steps)
    return [labelled(lead, text, "main")]


def _is_empty(data: PaperData) -> bool:
    """Return whether nobody has looked at anything, nor answered about bones and balance."""
    return not (data.walk.findings or data.case.bones.items or data.case.bones.flags)


def _score_line(data: PaperData, setup: PageSetup) -> list[Flowable]:
    result = data.score
    if result.shown is None or result.band is None:
        return []
    shown, after, size, bar = result.shown, data.shown_after, 12.0, 20.0
    names = [band_words(band) for band in (Band.D, Band.C, Band.B, Band.A)]
    after_words = _first_words(len(data.plan.first))
    width, top = setup.text_width, size * 3.4

    def draw(surface: Surface) -> None:
        box = Box(0, top, width, bar)
        band_line(
            surface, theme(), box,
            words=names, value=shown, after=after, after_words=after_words, size=size,
        )  # fmt: skip

    figure = Figure(draw, width, top + bar + size * 2.9, score_words(data))
    small = _("Home score, 0 to 100. {small}").format(small=_small_words())
    return [figure, words(small, "soft"), *_held_by(data)]


def score_words(data: PaperData) -> str:
    """Return the score as a sentence; "" while no number shows."""
    result, after = data.score, data.shown_after
    if result.shown is None or result.band is None:
        return ""
    text = _("Home score {n} of 100: {band}.").format(n=result.shown, band=band_words(result.band))
    if after and after > result.shown:
        after_words = _first_words(len(data.plan.first))
        text += " " + _("{n} {words}.").format(n=after, words=after_words)
    return text


def score_in_words(data: PaperData) -> list[Flowable]:
    """Return the score with no picture: for large print."""
    if not (text := score_words(data)):
        return []
    score = words(text)
    score.spaceBefore = 12
    return [score, words(_small_words(), "soft"), *_held_by(data)]


def _small_words() -> str:
    return _("A checklist score, not a validated scale and not a prediction.")


def _held_by(data: PaperData) -> list[Flowable]:
    result = data.score
    if result.held_by and result.band:
        checks = {each.check.id: each.check for each in result.places}
        held = ", ".join(content(checks[each].short) for each in result.held_by if each in checks)
        label = _("Held at “{band}” by:").format(band=band_words(result.band))
        return [labelled(label, f"{held}.", "soft")]
    return []


def _first_words(count: int) -> str:
    return (
        _("as it is"),
        _("with the first one"),
        _("with the first two"),
        _("with the first three"),
        _("with the first four"),
        _("with the first five"),
    )[count]


def look_first(data: PaperData) -> list[Flowable]:
    """Return what to look at before a number can show; nothing if one shows."""
    if not data.score.provisional or not data.plan.look_first:
        return []
    items = [tick_item(content(check.short), "cell") for check in data.plan.look_first]
    return [heading(2, _("Look at these first"), "card"), in_columns(items)]


def _count_tiles(data: PaperData) -> list[Flowable]:
    if not data.plan.open_steps:
        return []
    fills = ("primary_soft", "some_bg", "unsure_bg")
    tiles = []
    for (count, what, how), fill in zip(counts(data), fills, strict=True):
        texts = [words(what, "person"), words(how, "soft")]
        row = Row([[words(str(count), "number")], texts], [44, None], gap=4, align="middle")
        tiles.append([tile([row], theme()[fill])])
    row = Row(tiles, [None] * 3, gap=12)
    row.spaceBefore, row.spaceAfter = 7, 7
    return [row]


def counts(data: PaperData) -> list[tuple[int, str, str]]:
    """Return how many steps are free, to buy, and to get help with; what and how in words."""
    kinds = (
        (Column.TODAY, _("free to do"), _("By the family")),
        (Column.MONTH, _("to buy or fit"), _("This month")),
        (Column.HELP, _("get help"), _("A trade, a clinic")),
    )
    columns = [step.column for step in data.plan.open_steps]
    return [(columns.count(column), what, how) for column, what, how in kinds]


def _legend() -> list[Flowable]:
    row = Row(
        [
            [Row([[sign(state, 16)], [words(state_words(state), "soft")]], [16, None], gap=5)]
            for state in ("ok", "some", "fix", "unsure")
        ],
        [None] * 4,
    )
    row.spaceBefore, row.spaceAfter = 2, 4
    return [row]


def fall_banner(data: PaperData, brief: int) -> list[Flowable]:
    """Return for whom changes at home work best, if the person has fallen."""
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
