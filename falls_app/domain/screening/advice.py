"""What belongs into the plan: the steps that flags, short answers and habits lead to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from falls_app.domain.screening.bone_check import BoneQuestion, BoneStep, Choice
from falls_app.domain.screening.flag_screen import EMERGENCY, SOON, TODAY, Flag
from falls_app.domain.screening.injection import INJECTION, Due, due
from falls_app.domain.screening.known_break import is_followed_up, with_known_break
from falls_app.domain.screening.movement import Movement
from falls_app.domain.screening.told import Told

Advice = tuple[BoneQuestion, Choice]
"""An answer with a step, and the question it was given to."""

BONE_MEDICINE = "B21"
"""The item of the bone check about a bone medicine."""

_LAST_RANK = 9
_STATES = ("fix", "some", "unsure")


def advice_of(told: Told, flags: Sequence[Flag]) -> tuple[Advice, ...]:
    """Return every answer that makes a step, what is due today in front, then by rank.

    A flag that a short question speaks of too makes no step of its own. What no paper shows makes
    none; a flag of level 1 has its own page and leads every plan.
    """
    found = [
        *_of_flags(told, flags),
        *_of_short(told),
        *_of_injection(told),
        *_of_habits(told.habits()),
    ]
    return tuple(sorted(found, key=_order))


def _order(advice: Advice) -> tuple[bool, int, int]:
    question, choice = advice
    can_wait = question.level != TODAY or bool(choice.step and choice.step.days)
    return (can_wait, question.rank, _STATES.index(choice.state))


def _of_short(told: Told) -> Iterator[Advice]:
    for question, given in told.open_short():
        choice = with_known_break(told, question, given)
        if choice.step:
            yield question, choice


def _of_flags(told: Told, flags: Sequence[Flag]) -> Iterator[Advice]:
    spoken = {question.id for question, choice in told.open_short() if choice.state == "fix"}
    kept_off = told.about.flags.never_on_paper
    for flag in flags:
        if flag.level == EMERGENCY or flag.id in kept_off or spoken & set(flag.covers):
            continue
        yield _flag_advice(told, flag)


def _of_injection(told: Told) -> Iterator[Advice]:
    """Yield the step about the next injection of a bone medicine, on its day."""
    day = told.bones.dates.get(INJECTION)
    if not day:
        return
    item = told.about.items.by_id[BONE_MEDICINE]
    if told.item(item) == "no":
        return
    near = due(date.fromisoformat(day), told.today) is not Due.LATER
    step = replace(told.about.items.injection.step, by=max(day, told.today.isoformat()))
    choice = Choice("yes", "", "fix" if near else "some", item.topic, item.text, step=step)
    yield (
        BoneQuestion(
            id=INJECTION,
            covers=(item.id,),
            topic=step.short,
            icon="calendar",
            question=item.question,
            why=item.text,
            rank=1,
            sources=item.sources,
            choices=(choice,),
            level=SOON if near else 0,
            private=item.private,
        ),
        choice,
    )


def _flag_advice(told: Told, flag: Flag) -> Advice:
    """Return the step of a flag in words that give no sign away."""
    why = next(each.why for each in told.about.flags.levels if each.level == flag.level)
    step = BoneStep(
        flag.do or flag.action, flag.short, "doctor", flag.days, flag.done_when, flag.worse
    )
    if "B03" in flag.covers and is_followed_up(told):
        step = told.about.height.known_break.step
    choice = Choice("yes", "", "fix", flag.sign, why, step=step)
    question = BoneQuestion(
        id=flag.id,
        covers=(flag.id,),
        topic=flag.short,
        icon="steth",
        question=flag.ask,
        why=flag.hint,
        rank=1,
        sources=flag.sources,
        choices=(choice,),
        level=flag.level,
        private=flag.id in told.about.flags.private_flags,
    )
    return question, choice


def _of_habits(habits: Iterable[Movement]) -> Iterator[Advice]:
    for habit in habits:
        choice = Choice("yes", "", "some", habit.topic, habit.tip, step=habit.step)
        question = BoneQuestion(
            id=habit.id,
            covers=(habit.id,),
            topic=habit.topic,
            icon="walk",
            question=habit.question,
            why=habit.tip,
            rank=_LAST_RANK,
            sources=habit.sources,
            choices=(choice,),
            private=habit.private,
        )
        yield question, choice
