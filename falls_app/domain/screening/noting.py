"""What a fall that is told changes: the diary, the quick question, the page about the person."""

from dataclasses import replace
from datetime import date

from falls_app.domain.assessment import Case
from falls_app.domain.bones import Fall
from falls_app.domain.screening.diary import is_in_past_year, with_fall
from falls_app.domain.screening.signs import in_the_diary
from falls_app.domain.screening.told import Told

FELL = "F01"
"""The quick question that asks for falls in the past year too."""


def fall_noted(case: Case, fall: Fall, told: Told) -> Case:
    """Return the case with this fall written down; ``told`` is what was told before.

    One of the past year counts as such for the person, and for the quick question if it is asked.
    """
    bones, person = case.bones, case.person
    items = bones.items
    if is_in_past_year(fall, told.today):
        person = replace(person, fall_last_year=True)
        items = {**items, FELL: "yes"} if FELL in items else items
    falls = with_fall(bones.falls, fall)
    return replace(case, person=person, bones=replace(bones, falls=falls, items=items))


def quick_answered(case: Case, question: str, answer: str, today: date) -> Case:
    """Return the case with an answer to one of the twelve quick questions.

    The one about falls counts for the person too, but no answer undoes a fall of the diary.
    """
    items = {**case.bones.items, question: answer}
    after = replace(case, bones=replace(case.bones, items=items))
    if question != FELL or answer not in ("yes", "no"):
        return after
    fell = answer == "yes" or any(is_in_past_year(fall, today) for fall in case.bones.falls)
    return replace(after, person=replace(case.person, fall_last_year=fell))


def new_emergencies(fall: Fall, told: Told) -> frozenset[str]:
    """Return the level-1 flags that this fall raises, and did not raise as it was told before."""
    before = tuple(each for each in told.bones.falls if each.id == fall.id)
    return in_the_diary(_with(told, (fall,))) - in_the_diary(_with(told, before))


def _with(told: Told, falls: tuple[Fall, ...]) -> Told:
    return replace(told, bones=replace(told.bones, falls=falls))
