"""What writing down a fall changes besides the diary itself."""

from dataclasses import replace

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


def new_emergencies(fall: Fall, told: Told) -> frozenset[str]:
    """Return the level-1 flags that this fall raises, and did not raise as it was told before."""
    before = tuple(each for each in told.bones.falls if each.id == fall.id)
    return in_the_diary(_with(told, (fall,))) - in_the_diary(_with(told, before))


def _with(told: Told, falls: tuple[Fall, ...]) -> Told:
    return replace(told, bones=replace(told.bones, falls=falls))
