"""What a filled sheet says of a case: answers, sizes, words, and what is odd about it."""

from dataclasses import replace

import pytest

from falls_app.content.checks import load_checklist
from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.filled import Odd, read_sheet, size_meant
from falls_app.domain.home import Home, Room
from falls_app.domain.origin import Origin, digest, known_now, origin_in
from falls_app.domain.person import Person
from falls_app.domain.sheet import (
    ORIGIN,
    SIGNS,
    answer_for,
    answers_of,
    first_of_kind,
    open_as_first,
    page_called,
    sheet_pages,
)

CHECKS = load_checklist()
HOME = Home(
    rooms=(
        Room("bed", "BED", "Bedroom"),
        Room("bath", "BTH", "Bathroom"),
        Room("shower", "BTH", "Shower room"),
        Room("stairs", "STR", "Stairs"),
    )
)
WALK = Assessment(
    "w1",
    "2026-11-20",
    content=CHECKS.version,
    findings={
        ("STR01", "stairs"): Finding(
            "STR01",
            Answer.PARTLY,
            "stairs",
            note="Loose at the top.",
            measures={"rail-height": 900},
        ),
        ("BTH02", "bath"): Finding("BTH02", Answer.NO_LONGER_USED, "bath"),
        ("FLR01", None): Finding("FLR01", Answer.HAZARD, where=("bed",)),
    },
)
CASE = Case("c1", Person("Rosa"), HOME, (WALK,))
PAGES = sheet_pages(CHECKS, HOME, "full", ())
PRINTED = Origin(
    "c1", digest("Rosa"), CHECKS.version, "en", "2026-11-19", {"mm": "in"}, known_now(CASE)
)


def read(case: Case = CASE, origin: Origin | None = PRINTED, **boxes: str):
    told = {
        name.replace("__", "/").replace("rail_height", "rail-height"): value
        for name, value in boxes.items()
    }
    if origin:
        told[ORIGIN] = origin.text()
    return read_sheet(case, CHECKS, told, PAGES, today="2026-11-21")


def said(reading) -> dict:
    return {each.key[0]: each.theirs for each in reading.differences}


@pytest.mark.parametrize("value", ["hazard", "/hazard", "Hazard", "3", "/3", "#2"])
def test_an_answer_is_understood_in_every_form(value):
    assert said(read(stairs__STR01=value)) == {"answer": Answer.HAZARD}


@pytest.mark.parametrize("value", ["", "Off", "/Off", "  ", "partly"])
def test_an_empty_line_or_the_same_answer_is_no_difference(value):
    assert not read(stairs__STR01=value).differences


def test_not_here_of_a_thing_no_longer_used_says_nothing_new():
    assert not read(bath__BTH02="not_here").differences


def test_not_sure_on_a_line_nobody_answered_is_an_answer():
    assert said(read(bath__BTH03="not_sure")) == {"answer": Answer.NOT_SURE}


def test_a_note_is_added_to_the_one_there_is_and_only_once():
    reading = read(stairs__STR01__note="New screws.\r\nFirm now. ", stairs__STR01__photo="Photo 3")

    assert said(reading) == {"note": "Loose at the top.\nNew screws.\nFirm now.\nPhoto 3"}
    again = read(reading.told, stairs__STR01__note="New screws.\rFirm now.")
    assert not again.differences


def test_what_the_person_wants_is_added_to_what_was_told():
    reading = read(person__goals="Bake again.", person__by="Maria", person__date="Nov 21")

    assert said(reading) == {"person": "Bake again."}
    assert (reading.by, reading.day) == ("Maria", "Nov 21")
    assert not read(reading.told, person__goals="Bake again.").differences


def test_a_name_on_a_blank_sheet_names_a_home_that_has_none():
    assert not read(person__home="Nell").differences
    unnamed = replace(CASE, person=Person())
    assert said(read(unnamed, person__home="Nell")) == {"person": "Nell"}


def test_signs_that_are_no_letters_are_left_out():
    reading = read(bath__BTH02__note="Bar\x00 is\ud800\tloose\x85.\x0bNew")

    assert said(reading) == {"note": "Bar  is  loose . New"}


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("36", 914.4),
        ("36 1/2", 927.1),
        ("36,5", 927.1),
        ("91 cm", 910),
        ("905mm", 905),
        ('36"', 914.4),
    ],
)
def test_sizes_are_read_in_the_printed_unit_or_the_one_that_is_written(text, size):
    assert said(read(stairs__STR01__rail_height=text)) == {"size": pytest.approx(size)}


def test_the_same_size_in_another_unit_is_no_difference():
    assert not read(stairs__STR01__rail_height="90 cm").differences


@pytest.mark.parametrize("text", ["high", "-4", "999999", "1e9", "9" * 400, "nan"])
def test_a_size_that_cannot_be_is_said_and_not_taken(text):
    reading = read(stairs__STR01__rail_height=text)

    assert not reading.differences
    assert [each.kind for each in reading.oddities] == [Odd.NO_SUCH_VALUE]


def test_where_takes_codes_and_names_and_keeps_other_words():
    reading = read(whole__FLR01__where="bth2, Stairs; by the sofa")

    assert said(reading) == {"where": ("bed", "shower", "stairs"), "note": "by the sofa"}


@pytest.mark.parametrize(
    ("box", "odd"),
    [
        ("attic__BED01", Odd.UNKNOWN_ROOM),
        ("stairs__BED01", Odd.UNKNOWN_ROOM),
        ("whole__BED01", Odd.UNKNOWN_ROOM),
        ("bed__BED99", Odd.UNKNOWN_CHECK),
        ("bed__BED01__rail_height", Odd.UNKNOWN_BOX),
    ],
)
def test_a_box_changed_by_hand_is_named_and_not_taken(box, odd):
    reading = read(**{box: "hazard"})

    assert not reading.differences
    assert [(each.kind, each.value) for each in reading.oddities] == [(odd, "hazard")]


def test_an_answer_that_the_line_does_not_have_is_said():
    reading = read(bed__BED01="0", stairs__STR01="excellent")

    assert not reading.differences
    assert {each.kind for each in reading.oddities} == {Odd.NO_SUCH_VALUE}


def test_a_sheet_on_which_nothing_is_filled_in_is_known():
    assert [each.kind for each in read(stairs__STR01="/Off").oddities] == [Odd.NOTHING_FILLED]
    assert not read(person__by="Maria").oddities


def test_boxes_of_other_programs_are_passed_over():
    assert read(Signature1="x", a__b__c__d="y", person__name="Z").oddities == ()


def test_a_sheet_of_another_person_is_known_by_its_case_or_its_name():
    other = replace(PRINTED, case="c2")
    assert read(origin=other, stairs__STR01="hazard").is_of_other_home
    unfiled = replace(CASE, id="")
    assert read(unfiled, replace(PRINTED, person=digest("Nell"))).is_of_other_home
    assert not read(unfiled, PRINTED).is_of_other_home
    assert not read(origin=Origin(content=CHECKS.version)).is_of_other_home


@pytest.mark.parametrize(
    ("origin", "odd"),
    [(None, Odd.UNKNOWN_ORIGIN), (replace(PRINTED, content="2025.1"), Odd.OTHER_CONTENT)],
)
def test_where_a_sheet_comes_from_is_told_and_the_answers_are_there(origin, odd):
    reading = read(origin=origin, stairs__STR01="hazard")

    assert [each.kind for each in reading.oddities] == [odd]
    assert said(reading) == {"answer": Answer.HAZARD}


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"case": 1}', '{"units": {"mm": 2}}', '{"other": ""}', "[" * 100_000]
)
def test_a_hidden_box_changed_by_hand_is_as_good_as_none(text):
    assert origin_in(text) is None


def test_what_was_changed_since_printing_is_marked():
    newer = WALK.with_finding(Finding("STR01", Answer.SAFE, "stairs", note="Loose at the top."))
    reading = read(CASE.with_assessment(newer), stairs__STR01="hazard", bath__BTH03="safe")

    assert {key[2] for key in reading.changed} == {"STR01"}


def test_only_what_is_chosen_is_taken_over():
    reading = read(stairs__STR01="hazard", bath__BTH03="safe")
    keys = [each.key for each in reading.differences if each.key[2] == "BTH03"]

    after = reading.taken(CASE, keys)

    assert after.assessment.finding("BTH03", "bath").answer is Answer.SAFE
    assert after.assessment.finding("STR01", "stairs") == WALK.finding("STR01", "stairs")


def test_a_case_without_a_walk_begins_one():
    reading = read(replace(CASE, assessments=()), bed__BED01="safe")

    after = reading.taken(replace(CASE, assessments=()), [e.key for e in reading.differences])

    assert after.assessment.date == "2026-11-21"
    assert after.assessment.finding("BED01", "bed").answer is Answer.SAFE


def test_a_case_without_rooms_takes_those_of_the_sheet_along():
    bare = replace(CASE, home=Home(), assessments=())
    reading = read(replace(bare, home=HOME), stairs__STR01="hazard")

    after = reading.taken(bare, [each.key for each in reading.differences])

    assert after.home.rooms == HOME.rooms
    assert after.assessment.finding("STR01", "stairs").answer is Answer.HAZARD
    assert reading.taken(bare, []) == bare


def test_with_hidden_names_no_note_counts_as_changed():
    hidden = replace(PRINTED, person="", was={"stairs/STR01": "partly"})

    assert not read(origin=hidden, stairs__STR01__note="More.").changed


@pytest.mark.parametrize("typed", ["BTH-2", "bth2", " bth 2 ", "Bth–2"])
def test_a_page_is_found_however_its_code_is_typed(typed):
    assert page_called(PAGES, typed).room.id == "shower"


def test_an_area_alone_is_its_first_page_and_nonsense_is_none():
    assert page_called(PAGES, "bth").room.id == "bath"
    assert page_called(PAGES, "flr").room is None
    assert page_called(PAGES, "BTH-3") is None
    assert page_called(PAGES, "") is None


def test_a_second_room_has_a_first_of_its_kind():
    shower = page_called(PAGES, "BTH-2")

    assert first_of_kind(PAGES, shower).room.id == "bath"
    assert first_of_kind(PAGES, first_of_kind(PAGES, shower)) is None


def test_a_second_room_may_be_as_the_first_where_nobody_answered():
    walk = WALK.with_finding(Finding("BTH01", Answer.SAFE, "bath"))
    walk = walk.with_finding(Finding("BTH02", Answer.HAZARD, "shower"))
    bath, shower = page_called(PAGES, "BTH-1"), page_called(PAGES, "BTH-2")

    assert open_as_first(PAGES, shower, walk) == {"BTH01": Answer.SAFE}
    assert open_as_first(PAGES, bath, walk) == {}


def test_each_sign_gives_its_answer_and_nine_is_not_sure():
    for check in CHECKS:
        assert {answer_for(check, SIGNS[each]) for each in answers_of(check)} == set(
            answers_of(check)
        )
        assert answer_for(check, "9") is Answer.NOT_SURE
        assert answer_for(check, "7") is None


def test_degrees_are_read_in_both_units():
    assert size_meant("120", "°C", "°F") == pytest.approx(48.8889)
    assert size_meant("49 C", "°C", "°F") == 49
