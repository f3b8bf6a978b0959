"""The page for the fridge: at most five things, read from two steps away. No score, no address."""

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
from falls_app.export.pdf.pages.look import (
    WriteLine,
    cut_name,
    heading,
    red_box,
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


def fridge(data: PaperData, setup: PageSetup) -> list[Flowable]:
    """Return the blocks of the page for the fridge: one page, whatever the names.

    Only long words of the person's own may need a second one; then whom to call comes first.
    """
    for fit in _FITS:
        blocks = _blocks(data, fit)
        if Stack(blocks).wrap(setup.text_width, 0)[1] <= setup.text_height:
            return blocks
    return _blocks(data, fit, call_first=True)


def _blocks(data: PaperData, fit: _Fit, *, call_first: bool = False) -> list[Flowable]:
    first = data.plan.first
    titles = (
        _("If you fall"),
        _("One thing to start with"),
        _("Two things to start with"),
        _("Three things to start with"),
        _("Four things to start with"),
        _("Five things to start with"),
    )
    lead = _("Tick each one when it is done. Start anywhere.")
    if not first:
        lead = _("There is nothing to start with right now.")
    call = _emergency(data, fit)
    return [
        *red_box(data, fit.letters),
        heading(1, titles[len(first)], "page"),
        words(lead, "lead"),
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
    row = Row(
        [[picture_of(step, fit.picture)], texts, [_big_box()]],
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


def _emergency(data: PaperData, fit: _Fit) -> Card:
    texts = load_red_flags()
    names = [cut_name(each.name, fit.letters) for each in data.case.helpers if each.name][:2]
    names = [*(names or [_("Family or friend")]), _("Next door")]
    blocks: list[Flowable] = [
        words(data.say(texts.if_you_fall), "red"),
        words(data.say(texts.if_you_fall_calm), "body"),
        *_phones(names),
    ]
    look = CardLook(border=theme()["flag_solid"], border_width=2.2, radius=14, padding=11)
    return Card(blocks, look, whole_below=500, space_after=8)


def _phones(names: list[str]) -> list[Flowable]:
    """Return lines for the numbers: side by side if the names are short, else below each other."""
    longest = max(text_width(name, "SansSemi", 12) for name in names) + 2
    if longest > 90 or len(names) < 3:
        wide = min(longest, 240)
        return [
            Row([[words(name, "cell-bold")], [WriteLine()]], [wide, None], gap=8) for name in names
        ]
    columns: list[list[Flowable]] = []
    widths: list[float | None] = []
    for name in names:
        columns += [[words(name, "cell-bold")], [WriteLine(22)]]
        widths += [text_width(name, "SansSemi", 12) + 2, None]
    return [Row(columns, widths, gap=7)]
