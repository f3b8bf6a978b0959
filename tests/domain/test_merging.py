"""Two values of one home: what differs is found, and each thing can be taken from either."""

from dataclasses import replace

import pytest

from falls_app.cases import SAMPLES, load_case
from falls_app.domain.assessment import Assessment, Case, Finding, Helper
from falls_app.domain.bones import Bones, FunctionResult, Height
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Home, Room
from falls_app.domain.merging import HOME, PERSON, PLAN, VISIT, Side, differences, merged
from falls_app.domain.overview import BONES, WHOLE
from falls_app.domain.person import Person
from falls_app.domain.visit import SignedVersion, Visit

BATH = Room("bath", "BTH", "Bathroom")
WET = Finding("BTH02", Answer.HAZARD, "bath", "slippery", measures={"width": 700.0})
CASE = Case(
    person=Person("Rosa", 81),
    home=Home((BATH,), {"tub": True}),
    assessments=(Assessment("", "2026-11-20", findings={WET.place: WET}),),
    bones=Bones(items={"BN01": "yes"}, shared=(), heights=(Height("", 165.0),)),
    helpers=(Helper("Tom"),),
)


def with_finding(case: Case, finding: Finding) -> Case:
    walk = case.assessment
    assert walk
    return case.with_assessment(walk.with_finding(finding))


@pytest.mark.parametrize("mine", SAMPLES)
@pytest.mark.parametrize("theirs", SAMPLES)
def test_taking_everything_gives_theirs_and_taking_nothing_leaves_mine(
    mine: str, theirs: str
) -> None:
    here, there = load_case(mine), load_case(theirs)
    found = differences(here, there)

    assert merged(here, there, ()) == here
    assert differences(merged(here, there, [each.key for each in found]), there) == ()
    assert bool(found) == (mine != theirs)


def test_each_difference_names_its_place_and_both_values() -> None:
    theirs = with_finding(CASE, replace(WET, answer=Answer.SAFE, note="", near_miss=True))
    theirs = replace(
        theirs,
        person=Person("Rosa", 82),
        home=replace(theirs.home, tenure="rented"),
        bones=replace(theirs.bones, items={"BN01": "no"}),
    )

    said = {(each.where, each.mine, each.theirs) for each in differences(CASE, theirs)}

    assert said == {
        (PERSON, 81, 82),
        (HOME, None, "rented"),
        ("bath", Answer.HAZARD, Answer.SAFE),
        ("bath", "slippery", None),
        ("bath", None, True),
        (BONES, "yes", "no"),
    }


def test_a_step_and_a_whole_house_answer_have_places_of_their_own() -> None:
    everywhere = Finding("FLR01", Answer.SAFE, None)
    theirs = replace(with_finding(CASE, everywhere), choices=load_case("sample:visit").choices)

    assert {each.where for each in differences(CASE, theirs)} == {WHOLE, PLAN}


def test_without_a_common_past_what_is_on_one_side_alone_is_suggested() -> None:
    theirs = replace(CASE, helpers=(), person=Person("Rose", 81, goals="to bake"))

    found = {each.key: each.suggested for each in differences(CASE, theirs)}

    assert found == {
        ("helpers",): Side.MINE,
        ("person", "goals"): Side.THEIRS,
        ("person", "name"): None,
    }


def test_what_a_therapist_noted_and_signed_is_merged_too() -> None:
    signed = SignedVersion("a1", ())
    theirs = replace(CASE, visit=Visit(mobility="with a cane"), signed=(signed,))

    found = differences(CASE, theirs)

    assert {(each.where, each.key) for each in found} == {
        (VISIT, ("visit", "mobility")),
        (VISIT, ("signed", "a1")),
    }
    assert merged(CASE, theirs, [each.key for each in found]) == theirs


def test_with_a_common_past_only_what_both_changed_is_left_to_people() -> None:
    mine = replace(CASE, person=Person("Rosa M.", 82, goals="to bake"))
    theirs = replace(CASE, person=Person("Rosa Maria", 81, goals=""), helpers=())

    found = {each.key: each.suggested for each in differences(mine, theirs, CASE)}

    assert found == {("person", "name"): None, ("helpers",): Side.THEIRS}


def test_an_answer_that_is_kept_keeps_its_room_and_its_walk() -> None:
    theirs = Case(person=CASE.person)
    gone = {each.key for each in differences(CASE, theirs)}
    kept = gone - {("answer", "", "BTH02", "bath")}

    both = merged(CASE, theirs, kept)

    assert both.home.rooms == (BATH,)
    assert both.assessment
    assert both.assessment.findings == {WET.place: Finding("BTH02", Answer.HAZARD, "bath")}


def test_a_pin_in_a_room_that_they_have_brings_the_room() -> None:
    pinned = Finding("FLR01", Answer.HAZARD, None, where=("hall",))
    hall = Room("hall", "HAL", "Hall")
    theirs = replace(with_finding(CASE, pinned), home=replace(CASE.home, rooms=(BATH, hall)))
    taken = [each.key for each in differences(CASE, theirs) if each.where == WHOLE]

    both = merged(CASE, theirs, taken)

    assert both.home.rooms == (BATH, hall)
    assert both.assessment
    assert both.assessment.finding("FLR01", None) == pinned


def test_a_room_that_nobody_has_is_not_made_up() -> None:
    lost = with_finding(CASE, Finding("FLR01", Answer.HAZARD, None, where=("attic",)))

    assert merged(lost, CASE, ()).home.rooms == (BATH,)


def test_a_note_that_is_taken_without_its_answer_stands_beside_not_sure() -> None:
    theirs = with_finding(CASE, Finding("BTH01", Answer.SAFE, "bath", "pulled hard"))

    both = merged(CASE, theirs, [("note", "", "BTH01", "bath")])

    assert both.assessment
    assert both.assessment.finding("BTH01", "bath") == Finding(
        "BTH01", Answer.NOT_SURE, "bath", "pulled hard"
    )


def test_two_tests_of_one_day_are_two_things_and_none_shared_is_a_choice() -> None:
    twice = tuple(FunctionResult("tug", "2026-11-20", value) for value in (11.0, 12.0))
    theirs = replace(CASE, bones=replace(CASE.bones, tests=twice, shared=None))

    found = differences(CASE, theirs)

    assert merged(CASE, theirs, [each.key for each in found]).bones == theirs.bones
    assert [each.key[0] for each in found] == ["shared", "test", "test"]


def test_the_hardest_part_that_they_chose_brings_its_room() -> None:
    rooms = (BATH, Room("hall", "HAL", "Hall"))
    theirs = replace(CASE, home=replace(CASE.home, rooms=rooms, hardest="hall"))

    both = merged(CASE, theirs, [("home", "hardest")])

    assert both.home == theirs.home
