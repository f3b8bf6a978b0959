"""Words that papers and windows share."""

import re
from dataclasses import replace

import pytest

from falls_app.case_view import CaseView
from falls_app.cases import sample_case
from falls_app.content.profile import load_traits
from falls_app.content.regions import load_region
from falls_app.content.screening import load_movements
from falls_app.domain.assessment import Decision, StepChoice
from falls_app.domain.home import Home, Room
from falls_app.domain.overview import BONES, WHOLE, PlaceMark
from falls_app.domain.person import Person, Say
from falls_app.domain.ranking import Tier
from falls_app.domain.step import CLINICIANS, Column, Step
from falls_app.words import (
    asked_words,
    habit_words,
    mark_words,
    own_way_words,
    place_name,
    plan_title,
    reasons,
    role_words,
    room_words,
    who_words,
    wording,
)

US = load_region("us")


@pytest.mark.parametrize(
    ("mark", "wide", "narrow"),
    [
        (PlaceMark("r", "none"), "not looked at yet", "Not asked now"),
        (PlaceMark("r", "none", total=4), "not looked at yet", "4 checks"),
        (PlaceMark("r", "part", 1, 2, 4), "2 of 4 looked at, 1 to fix", "2 of 4"),
        (PlaceMark("r", "part", 0, 2, 2, 2), "2 of 2 looked at, 2 not sure", "2 not sure"),
        (PlaceMark("r", "fix", 3, 4, 4, 1), "3 to fix, 1 not sure", "3 to fix, 1 not sure"),
        (PlaceMark(BONES, "some", 4, 10, 10), "4 to look at", "4 to look at"),
        (PlaceMark("r", "ok", 0, 4, 4, 1), "1 not sure", "1 not sure"),
        (PlaceMark("r", "ok", 0, 4, 4), "good as is", "All good"),
    ],
)
def test_a_place_stands_in_words(mark: PlaceMark, wide: str, narrow: str) -> None:
    assert mark_words(mark) == wide
    assert mark_words(mark, narrow=True) == narrow


def test_a_flat_is_no_house() -> None:
    assert place_name(Home(shape="flat"), WHOLE) == "Whole home"
    assert place_name(Home(shape="two"), WHOLE) == "Whole house"
    assert place_name(Home(), "gone") == ""


@pytest.mark.parametrize(
    ("person", "who", "words"),
    [
        (Person("Rosa"), "family", "Family or friends"),
        (Person("Rosa"), "", "The person at home"),
        (Person("Rosa"), "person", "Rosa"),
        (Person(), "person", "The person at home"),
        (Person(say=Say.YOU), "person", "You"),
        (Person("Rosa"), "physio", "A physio"),
        (Person("Rosa"), "Maria", "Maria"),
    ],
)
def test_who_does_it_is_a_role_in_words_or_a_name(person: Person, who: str, words: str) -> None:
    assert role_words(person, US, who) == words


@pytest.mark.parametrize(
    ("person", "title"),
    [
        (Person("Rosa"), "Rosa’s plan"),
        (Person(say=Say.YOU), "Your plan"),
        (Person(), "The home plan"),
    ],
)
def test_a_plan_has_somebodys_name(person: Person, title: str) -> None:
    assert plan_title(person) == title


def test_a_clinician_is_named_beside_whoever_asks() -> None:
    plan = CaseView(sample_case(), US).plan
    said = {step.asked: who_words(Person("Rosa"), US, step) for step in plan.steps}

    assert said[""] in ("Maria", "Joe", "Rosa", "A handyperson")
    assert said["pharmacist"] == "Maria, with the pharmacist"
    asked = {role: asked_words(US, replace(plan.steps[0], role=role)) for role in CLINICIANS}
    assert asked["OT"] == "with an occupational therapist"
    assert all(words.startswith("with ") for words in asked.values())


@pytest.mark.parametrize(
    ("most", "words"),
    [(None, "Bath, Hall, Den"), (3, "Bath, Hall, Den"), (2, "Bath and 2 more"),
     (0, "Bath and 2 more")],
)  # fmt: skip
def test_of_many_rooms_the_first_is_named_and_the_others_counted(
    most: int | None, words: str
) -> None:
    rooms = tuple(Room(name, "BTH", name) for name in ("Bath", "Hall", "Den"))
    step = next(each for each in CaseView(sample_case(), US).plan.steps if each.check)

    assert room_words(Home(rooms), replace(step, rooms=("Bath", "Hall", "Den")), most) == words


def test_every_trait_reads_well_after_moved_up_because_of() -> None:
    said = [words.because for words in load_traits().values()]

    assert len(said) == 13
    assert not any(re.match(r"(hard|dizzy|up|getting up is|is|has)\b", words) for words in said)


def test_reasons_leave_out_what_nobody_knows() -> None:
    assert reasons(("near_miss", "unheard_of")) == "a slip or fall here"


@pytest.mark.parametrize(
    ("decision", "said", "line"),
    [
        (None, "", ""),
        (Decision.AGREED, "Fine.", ""),
        (Decision.OWN_WAY, "", "Rosa’s way"),
        (Decision.OWN_WAY, "On Sundays", "Rosa’s way: “On Sundays”"),
        (Decision.TRY_FIRST, "A lamp", "Rosa’s way: “A lamp”"),
        (Decision.TRY_FIRST, "", ""),
    ],
)
def test_a_way_of_ones_own_stands_in_the_place_of_the_advice(
    decision: Decision | None, said: str, line: str
) -> None:
    case = sample_case()
    plain = CaseView(replace(case, choices={}), US).plan.first[0]
    choice = StepChoice(plain.key, decision, said)
    view = CaseView(replace(case, choices={plain.key: choice}), US)
    step = view.plan.step(plain.key)
    assert step is not None
    assert step.check is not None

    assert own_way_words(view.about, step) == line
    title, do = wording(view.say, step)
    assert title == (step.check.short if line else step.short)
    assert do == ((said or "Done Rosa’s own way.") if line else step.do)


def test_habits_are_named_in_a_line_and_private_ones_not_on_paper() -> None:
    habits = {each.id: each for each in load_movements().movements}
    step = Step("KIT08", Tier.NOW, 5.0, "Do.", "Short", "Why.", "family", "", "", Column.TODAY,
                habits=(habits["MV11"], habits["MV16"]))  # fmt: skip

    assert habit_words(step) == "stiff windows, keeping track"
    assert habit_words(step, on_paper=True) == "stiff windows"
    assert habit_words(replace(step, habits=())) == ""
