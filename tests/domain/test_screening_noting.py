"""What writing down a fall changes besides the diary."""

from dataclasses import replace
from datetime import date

import pytest

from falls_app.content.screening import load_catalogue
from falls_app.domain.assessment import Case
from falls_app.domain.bones import Bones, Fall
from falls_app.domain.person import Person
from falls_app.domain.screening.noting import (
    fall_noted,
    new_emergencies,
    quick_answered,
)
from falls_app.domain.screening.told import Told

TODAY = date(2026, 11, 20)
LONG_LIE = Fall("1", date="2026-11-20", minutes=60)


def told(case: Case) -> Told:
    return Told(case.bones, case.person, TODAY, load_catalogue())


def noted(case: Case, fall: Fall) -> Case:
    return fall_noted(case, fall, told(case))


@pytest.mark.parametrize(
    ("day", "fell"), [("2026-11-20", True), ("2025-11-20", True), ("2025-11-01", None), ("", None)]
)
def test_a_fall_of_the_past_year_counts_for_the_person(day: str, fell: bool | None) -> None:
    after = noted(Case(), Fall("1", date=day))

    assert after.person.fall_last_year is fell
    assert after.bones.falls == (Fall("1", date=day),)


def test_the_quick_question_agrees_if_it_was_answered() -> None:
    case = Case(bones=Bones(items={"F01": "no"}))

    assert noted(case, LONG_LIE).bones.items == {"F01": "yes"}
    assert noted(Case(), LONG_LIE).bones.items == {}


def test_a_fall_takes_the_place_of_the_one_of_its_id() -> None:
    case = noted(noted(Case(), LONG_LIE), replace(LONG_LIE, place="The shop"))

    assert [fall.place for fall in case.bones.falls] == ["The shop"]


def test_an_emergency_is_new_once() -> None:
    assert new_emergencies(LONG_LIE, told(Case())) == {"RF12"}
    assert new_emergencies(LONG_LIE, told(noted(Case(), LONG_LIE))) == frozenset()


def test_a_second_fall_that_shows_the_same_is_new_too() -> None:
    case = noted(Case(), LONG_LIE)

    assert new_emergencies(replace(LONG_LIE, id="2"), told(case)) == {"RF12"}


@pytest.mark.parametrize(
    ("answer", "before", "fell"),
    [("yes", None, True), ("no", True, False), ("not_sure", True, True), ("not_sure", None, None)],
)
def test_the_quick_question_about_falls_counts_for_the_person(
    answer: str, before: bool | None, fell: bool | None
) -> None:
    case = Case(person=Person(fall_last_year=before))
    after = quick_answered(case, "F01", answer, TODAY)

    assert (after.person.fall_last_year, after.bones.items) == (fell, {"F01": answer})


def test_no_answer_undoes_a_fall_of_the_diary() -> None:
    after = quick_answered(noted(Case(), LONG_LIE), "F01", "no", TODAY)

    assert after.person.fall_last_year is True


def test_other_quick_questions_leave_the_person_alone() -> None:
    assert quick_answered(Case(), "F03", "yes", TODAY).person == Person()
