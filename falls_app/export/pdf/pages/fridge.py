"""The page for the fridge: at most five things, read from two steps away. No score, no address."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable

from falls_app import paths
from falls_app.content.bones import load_red_flags
from falls_app.domain.step import Step
from falls_app.drawing.icons import draw_icon
from falls_app.drawing.surface import Surface
from falls_app.drawing.svg import load_picture
from falls_app.export.paper import PaperData
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.document import PageSetup
from falls_app.export.pdf.figures import Figure, PictureFigure
from falls_app.export.pdf.fonts import text_width
from falls_app.export.pdf.layout import Row, Stack
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.look import (
    WriteLine,
    cut_name,
    heading,
    red_box,
    style,
    theme,
    words,
)
from falls_app.export.words import by_words
from falls_app.i18n import _
from falls_app.words import asked_words, role_words, room_words, wording

_BIG_BOX = 38.0
_LONG, _VERY_LONG = 46, 140
"""Letters from which the words of a row are set smaller, so that it stays a row."""

_TITLES = ("fridge", "fridge-long", "fridge-words")


class _Fit(NamedTuple):
    """How roomy the rows are.

    ``picture`` is its width, ``line_letters`` how long the line below a title may be, ``title``
    the first of ``_TITLES`` to take, ``rooms`` and ``letters`` how many rooms are named and how
    much of a name is printed.
    """

    picture: float
    padding: float
    line_letters: int
    title: int = 0
    rooms: int = 3
    letters: int = 1000
    who: str = "fridge-who"
    lead: bool = True
    line: float | None = None


_FITS = (
    _Fit(120, 9, 400),
    _Fit(112, 7, 400),
    _Fit(100, 5, 400),
    _Fit(100, 5, 62),
    _Fit(84, 4, 0),
    _Fit(84, 4, 0, rooms=1),
    _Fit(84, 4, 0, title=1, rooms=1),
    _Fit(84, 4, 0, title=1, rooms=1, who="fridge-who-small"),
    _Fit(72, 3, 0, title=2, rooms=1, letters=30, who="fridge-who-small"),
    _Fit(56, 2, 0, title=2, rooms=1, letters=16, who="fridge-who-small"),
)
"""From roomy to tight: the first with which all stands on one page is taken."""

_LARGE_FITS = (
    _Fit(0, 9, 0, rooms=1, line=34),
    _Fit(0, 7, 0, title=1, rooms=1, lead=False, line=34),
    _Fit(0, 4, 0, title=2, rooms=1, lead=False, line=30),
    _Fit(0, 2, 0, title=2, rooms=1, letters=24, lead=False, line=28),
)
"""The same in large print, which has no room for pictures."""


def fridge(data: PaperData, setup: PageSetup, small: Sequence[Flowable] = ()) -> list[Flowable]:
    """Return the blocks of the page for the fridge: one page, whatever the names.

    Only long words of the person's own may need a second one, or a name of 80 letters in large
    print; then whom to call comes first. ``small`` closes it where it is a paper of its own.
    """
    for fit in _LARGE_FITS if manner().large else _FITS:
        blocks = [*_blocks(data, fit), *small]
        if Stack(blocks).wrap(setup.text_width, 0)[1] <= setup.text_height:
            return blocks
    return [*_blocks(data, fit, call_first=True), *small]


def fridge_title(data: PaperData) -> str:
    """Return how many things there are to start with."""
    titles = (
        _("If you fall"),
        _("One thing to start with"),
        _("Two things to start with"),
        _("Three things to start with"),
        _("Four things to start with"),
        _("Five things to start with"),
    )
    return titles[len(data.plan.first)]


def _blocks(data: PaperData, fit: _Fit, *, call_first: bool = False) -> list[Flowable]:
    first = data.plan.first
    lead = _("Tick each one when it is done. Start anywhere.")
    if not first:
        lead = _("There is nothing to start with right now.")
    call = _emergency(data, fit)
    return [
        *red_box(data, fit.letters),
        heading(1, fridge_title(data), "page"),
        *([words(lead, "lead")] if fit.lead or not first else []),
        *([call] if call_first else []),
        *(_row(data, step, fit) for step in first),
        *([] if call_first else [call]),
    ]


def picture_of(step: Step, width: float) -> Figure:
    """Return the picture of how it looks when it is done; an icon for bones and balance."""
    if step.check:
        folder = paths.resources() / "illustrations"
        for name in (f"{step.check.picture}-fixed.svg", f"{step.check.picture}.svg"):
            if (folder / name).is_file():
                return PictureFigure(load_picture(folder / name), width)
    icon = step.question.icon if step.question else "house"
    height = width * 0.75

    def draw(surface: Surface) -> None:
        surface.rect(width * 0.04, width * 0.04, width * 0.92, height - width * 0.08, 10,
                     fill=theme()["primary_soft"])  # fmt: skip
        size = height * 0.5
        draw_icon(surface, icon, (width - size) / 2, (height - size) / 2, size, theme()["primary"])

    return Figure(draw, width, height, "")


def _row(data: PaperData, step: Step, fit: _Fit) -> Card:
    title, do = wording(data.say, step)
    if step.question:  # its neutral name only: everybody reads the fridge
        title, line = data.say(step.short), ""
    elif step.is_own_way:
        title, line = do, cut_name(data.about(_("{Names} way")), fit.letters)
    else:
        line = data.say(step.why)
    size = max(fit.title, (len(title) > _LONG) + (len(title) > _VERY_LONG))
    texts: list[Flowable] = [words(title, _TITLES[size])]
    if line and len(line) <= fit.line_letters:
        texts.append(words(line, "body"))
    parts = (
        cut_name(role_words(data.case.person, data.region, step.who), fit.letters),
        asked_words(data.region, step),
        by_words(data, step),
        "" if step.question else cut_name(room_words(data.case.home, step, fit.rooms), fit.letters),
    )
    texts.append(words(" · ".join(part for part in parts if part), fit.who))
    picture: list[Flowable] = [picture_of(step, fit.picture)] if fit.picture else []
    row = Row(
        [picture, texts, [_big_box()]],
        [fit.picture, None, _BIG_BOX + 2],
        gap=12,
        align="middle",
        whole_below=500,
    )
    look = CardLook(border=theme()["edge"], border_width=1.2, radius=14, padding=fit.padding)
    return Card([row], look, whole_below=500, space_after=6)


def _big_box() -> Figure:
    def draw(surface: Surface) -> None:
        surface.rect(1, 1, _BIG_BOX - 2, _BIG_BOX - 2, 8, stroke=theme()["ink"], line_width=1.8)

    return Figure(draw, _BIG_BOX, _BIG_BOX, _("A box to tick"))


def after_a_fall(data: PaperData) -> list[Flowable]:
    """Return what to do after a fall and whom to call, as a section of large print."""
    texts = load_red_flags()
    return [
        heading(1, _("If you fall"), "page"),
        words(data.say(texts.if_you_fall), "red"),
        words(data.say(texts.if_you_fall_calm), "body"),
        heading(2, _("Phone numbers"), "section"),
        *_phones([*_names(data, 1000), _("The doctor")]),
    ]


def _names(data: PaperData, letters: int) -> list[str]:
    """Return whom to call: two helpers and next door, with so many letters of each name."""
    names = [cut_name(each.name, letters) for each in data.case.helpers if each.name][:2]
    return [*(names or [_("Family or friend")]), _("Next door")]


def _emergency(data: PaperData, fit: _Fit) -> Card:
    texts = load_red_flags()
    calm = words(data.say(texts.if_you_fall_calm), "body")
    blocks: list[Flowable] = [
        words(data.say(texts.if_you_fall), "red" if fit.lead else "fridge-words"),
        *([calm] if fit.lead or not manner().large else []),
        *_phones(_names(data, fit.letters), fit.line),
    ]
    look = CardLook(border=theme()["flag_solid"], border_width=2.2, radius=14, padding=11)
    return Card(blocks, look, whole_below=500, space_after=8)


def _phones(names: list[str], height: float | None = None) -> list[Flowable]:
    """Return lines for the numbers: side by side if the names are short, else below each other."""
    large, given = manner().large, style("cell-bold")
    longest = max(text_width(name, given.fontName, given.fontSize) for name in names) + 2
    if large or longest > 90 or len(names) < 3:
        wide = min(longest, 240)
        return [
            Row([[words(name, "cell-bold")], [WriteLine(height)]], [wide, None], gap=8)
            for name in names
        ]
    columns: list[list[Flowable]] = []
    widths: list[float | None] = []
    for name in names:
        columns += [[words(name, "cell-bold")], [WriteLine(22)]]
        widths += [text_width(name, given.fontName, given.fontSize) + 2, None]
    return [Row(columns, widths, gap=7)]
