"""The page for the doctor: signs, what was seen, at most five questions, lines to write on."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Case
from falls_app.domain.screening.asks import PHARMACIST, for_sheet
from falls_app.domain.screening.flag_screen import EMERGENCY, TODAY
from falls_app.domain.screening.signs import Sign, signs_for_doctor
from falls_app.export import Printing
from falls_app.export.observed import about_line, dates_line, fall_lines, height_line, test_lines
from falls_app.export.paper import PaperData
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.document import Story
from falls_app.export.pdf.layout import KeepTogether
from falls_app.export.pdf.lists import list_of
from falls_app.export.pdf.pages.look import heading, labelled, theme, tile, words
from falls_app.export.pdf.pages.take_along import (
    head,
    if_you_fall,
    line_item,
    lines_to_write,
    questions,
    sheet,
)
from falls_app.i18n import _, content

_LINES = ((4, 4), (3, 3), (2, 3), (2, 2), (1, 2), (1, 1), (0, 1), (0, 0), (0, 0))
"""How many lines for medicines and for what the doctor said, from roomy to brief."""

_TIGHT = 5
"""From this telling on the lines are set smaller."""


def tell(case: Case, printing: Printing) -> Story:
    """Return the page for the doctor; ValueError if there is no such ``paper``."""
    data = PaperData(case, printing)
    briefest = len(_LINES) - 1
    return sheet(data, _title(data), doctor_story, briefest, printing)


def _title(data: PaperData) -> str:
    return data.about(_("For {names} doctor"))


def doctor_story(data: PaperData, brief: int) -> list[Flowable]:
    """Return the blocks of the page; ``brief`` leaves out lines to write on, then words."""
    signs = signs_for_doctor(data.told, data.outcome.raised)
    for_medicines, for_answer = _LINES[brief]
    asks = [ask for ask in data.outcome.questions if ask.who != PHARMACIST]
    tight = brief >= _TIGHT
    help_box = _help_box(data, signs, tight=tight)
    is_briefest = brief == len(_LINES) - 1
    return [
        *help_box,
        *head(_title(data), _lead(data), brief),
        *_other_signs(data, signs, tight=tight),
        *_seen(data, tight=tight),
        *questions(data, for_sheet(asks, data.case.bones.shared)),
        *_medicines(data, for_medicines),
        *lines_to_write(_("What the doctor said, and next steps"), for_answer),
        *([] if help_box and is_briefest else [if_you_fall(data)]),
    ]


def _lead(data: PaperData) -> str:
    if data.case.bones.shared is None:
        return _("Take this page along.")
    return data.about(_("Take this page along. {Name} chose what to share."))


# ------------------------------------------------------------------ signs


def _help_box(data: PaperData, signs: Sequence[Sign], *, tight: bool) -> list[Flowable]:
    """Return the box that leads the page while help is needed today: what to do, and why."""
    open_ones = [sign for sign in signs if sign.level == EMERGENCY and sign.is_open]
    if not open_ones:
        return []
    look = CardLook(
        background="#FFFFFF", border=theme()["flag_solid"], border_width=2.2, padding=13
    )
    blocks = [words(data.help_words, "red"), _listed(data, open_ones, tight=tight)]
    return [Card(blocks, look, whole_below=500, space_after=10)]


def _other_signs(data: PaperData, signs: Sequence[Sign], *, tight: bool) -> list[Flowable]:
    """Return the signs that can wait for a call or a visit, and those that somebody dealt with."""
    groups = (
        (_("For today"), [sign for sign in signs if sign.level == TODAY]),
        (_("For this week"), [sign for sign in signs if sign.level > TODAY]),
        (_noted_words(data), [s for s in signs if s.level == EMERGENCY and not s.is_open]),
    )
    blocks: list[Flowable] = []
    for title, found in groups:
        if found:
            blocks += [heading(2, title, "card"), _listed(data, found, tight=tight)]
    return [tile(blocks, theme()["some_bg"])] if blocks else []


def _noted_words(data: PaperData) -> str:
    bones = data.case.bones
    noted = bones.help_noted or bones.two_days.noted
    if not noted:
        return _("A doctor knows of this already")
    return _("Help was called for. Noted: “{words}”").format(words=noted)


def _listed(data: PaperData, signs: Iterable[Sign], *, tight: bool) -> Flowable:
    return list_of([line_item(data.say(sign.words), tight=tight) for sign in signs])


# ------------------------------------------------------------------ what was seen


def _seen(data: PaperData, *, tight: bool) -> list[Flowable]:
    lines = [dates_line(data), *fall_lines(data), height_line(data), *test_lines(data)]
    items = [line_item(line, tight=tight) for line in (about_line(data), *lines) if line]
    if not items:
        return []
    blocks = [heading(2, _("What was seen"), "card"), list_of(items)]
    return [tile(blocks, "#F1EFE4")]


def _medicines(data: PaperData, lines: int) -> list[Flowable]:
    """Return the kinds of medicine that are ticked, and lines for their names."""
    kinds = " · ".join(content(each.name) for each in data.told.medicines())
    ticked = [labelled(_("Kinds that are taken:"), kinds)] if kinds else []
    if not lines:
        return [*ticked]
    title, *rest = lines_to_write(_("All my medicines, as on the labels"), lines, columns=2)
    return [KeepTogether([title, *ticked, *rest])]
