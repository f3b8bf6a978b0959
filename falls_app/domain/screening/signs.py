"""Which red flags are up: from the screen, the two-day question, the diary, other answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from falls_app.domain.bones import Fall
from falls_app.domain.screening.diary import raised_flags
from falls_app.domain.screening.flag_screen import EMERGENCY, Flag, raised
from falls_app.domain.screening.height import Loss
from falls_app.domain.screening.told import Told


def flags_up(told: Told) -> tuple[Flag, ...]:
    """Return the red flags that anything raises, the gravest first, each once."""
    screen = told.about.flags
    found = {flag.id for flag in raised(screen, told.bones.flags)} - set(_settled(told))
    found |= {*_two_days(told), *_diary(told), *_answers(told)}
    return tuple(
        sorted((flag for flag in screen.flags if flag.id in found), key=lambda flag: flag.level)
    )


def in_the_diary(told: Told) -> frozenset[str]:
    """Return the level-1 flags that falls in the diary raise and that no doctor knows of yet."""
    return frozenset(each for fall in told.falls() for each in _of_fall(told, fall))


@dataclass(frozen=True, slots=True)
class Sign:
    """A red flag in the words for the doctor. ``is_open``: no help is noted for it yet."""

    level: int
    words: str
    is_open: bool = True


def signs_for_doctor(told: Told, flags: Iterable[Flag]) -> tuple[Sign, ...]:
    """Return the signs of these flags, the gravest first, without those that no paper shows.

    What was ticked in the two-day question is said in its own words, not in those of every flag
    that it may stand for.
    """
    kept_off = told.about.flags.never_on_paper
    answered = {flag.id for flag in raised(told.about.flags, told.bones.flags)}
    diary = in_the_diary(told)
    ticked = set(_two_days(told)) - answered - set(_diary(told))
    open_ones = diary if told.bones.help_noted else answered | diary
    return (
        *_two_day_signs(told),
        *(
            Sign(flag.level, flag.sign, flag.level != EMERGENCY or flag.id in open_ones)
            for flag in flags
            if flag.id not in kept_off and flag.id not in ticked
        ),
    )


def _two_day_signs(told: Told) -> Iterator[Sign]:
    days, texts = told.bones.two_days, told.about.two_days
    if days.needs_help:
        ticked = [option.sign for option in texts.options if option.id in days.ticked]
        for words in ticked or [texts.not_sure_sign]:
            yield Sign(EMERGENCY, words, not days.noted)


def falls_told(told: Told) -> tuple[Fall, ...]:
    """Return the diary once it is noted what was done: a doctor knows of what called for help."""
    return tuple(
        replace(fall, answers={**fall.answers, "told": "yes"}) if _of_fall(told, read) else fall
        for fall, read in zip(told.bones.falls, told.falls(), strict=True)
    )


def _of_fall(told: Told, fall: Fall) -> tuple[str, ...]:
    if fall.answers.get("told") == "yes":
        return ()
    by_id = told.about.flags.by_id
    found = raised_flags(told.about.diary, [fall], told.today)
    return tuple(each for each in found if by_id[each].level == EMERGENCY)


def _settled(told: Told) -> Iterator[str]:
    """Yield the flags of the screen of which a short question says more: a doctor knows of it.

    A *no* there settles nothing: a sign that somebody said yes to stays one.
    """
    for flag in told.about.flags.flags:
        question = told.about.short.by_id.get(flag.id)
        choice = question and question.choice(told.bones.items.get(flag.id))
        if choice and choice.id not in ("no", "not_sure"):
            yield flag.id


def _two_days(told: Told) -> Iterator[str]:
    """Yield the flags of what was ticked; all of them if nobody is sure."""
    days, options = told.bones.two_days, told.about.two_days.options
    if days.needs_help:
        ticked = [option for option in options if option.id in days.ticked]
        for option in ticked or options:
            yield from option.flags


def _diary(told: Told) -> Iterable[str]:
    return raised_flags(told.about.diary, told.falls(), told.today)


def _answers(told: Told) -> Iterator[str]:
    """Yield the flags that other answers raise: the short questions, the full check, heights."""
    fixes = {question.id for question, choice in told.open_short() if choice.state == "fix"}
    for flag in told.about.flags.flags:
        if fixes & set(flag.covers):
            yield flag.id
    for item in told.open_items():
        yield from item.flags
    height = told.height()
    if height and height.loss is Loss.LOT:
        for answer in told.about.height.answers:
            if answer.id == Loss.LOT:
                yield from answer.flags
