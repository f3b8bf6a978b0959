"""The places of the map: their order and the mark that each one wears."""

import pytest

from falls_app.domain.bones import Bones
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Home, Use
from falls_app.domain.overview import (
    BONES,
    WHOLE,
    PlaceMark,
    bones_mark,
    checks_at,
    looked_at,
    mark,
    places_in_order,
    worst_first,
)
from falls_app.domain.scoring import score
from falls_app.domain.screening.bone_check import BoneCheck, BoneQuestion, Choice
from tests.domain.making import (
    HAZARD,
    NOT_HERE,
    NOT_SURE,
    PARTLY,
    SAFE,
    checklist,
    critical,
    home,
    major,
    minor,
    room,
    scored,
    walk,
)

LIVED_IN = home(room("kitchen", "KIT"), room("guest", "BED", Use.RARELY), room("bed", "BED"))


def test_places_come_in_walking_order_the_most_used_first() -> None:
    lived_in = home(
        room("yard", "GDN"), room("front", "OUT"), *LIVED_IN.rooms, room("stairs", "STR"),
        room("bath", "BTH"), room("cellar", "LGB"), room("hall", "HAL"), room("living", "LIV"),
    )  # fmt: skip

    assert places_in_order(lived_in) == (
        "bed", "guest", "bath", "stairs", "living", "kitchen", "hall", "front", "yard", "cellar",
        WHOLE, BONES,
    )  # fmt: skip
    assert places_in_order(Home()) == (WHOLE, BONES)


@pytest.mark.parametrize(
    ("first", "begins"),
    [
        (("hall", "yard"), ("hall", "yard", "bed")),
        ((None, "yard"), ("yard", "bed", "hall")),
        (("hall", "hall"), ("hall", "bed", "yard")),
        (("gone", ""), ("bed", "hall", "yard")),
    ],
)
def test_the_room_of_the_last_fall_and_the_hardest_one_come_first(
    first: tuple[str | None, ...], begins: tuple[str, ...]
) -> None:
    lived_in = home(room("yard", "GDN"), room("hall", "HAL"), room("bed", "BED"))

    assert places_in_order(lived_in, first) == (*begins, WHOLE, BONES)


def state_of(place_id: str, checks: list, answers: dict, where: dict | None = None) -> PlaceMark:
    """Return the mark of a place after these answers."""
    walked = walk(answers, where=where)
    result = score(checklist(*checks), LIVED_IN, walked, ())
    return mark(place_id, result.places, result.ranked)


KITCHEN = [critical("KIT01"), minor("KIT02")]
MARKS = [
    ((None, None), PlaceMark("kitchen", "none", 0, 0, 2)),
    ((SAFE, None), PlaceMark("kitchen", "part", 0, 1, 2)),
    ((HAZARD, None), PlaceMark("kitchen", "part", 1, 1, 2)),
    ((SAFE, SAFE), PlaceMark("kitchen", "ok", 0, 2, 2)),
    ((NOT_HERE, SAFE), PlaceMark("kitchen", "ok", 0, 2, 2)),
    ((NOT_HERE, NOT_HERE), PlaceMark("kitchen", "ok", 0, 2, 2)),
    ((SAFE, HAZARD), PlaceMark("kitchen", "some", 1, 2, 2)),
    ((PARTLY, HAZARD), PlaceMark("kitchen", "some", 2, 2, 2)),
    ((HAZARD, SAFE), PlaceMark("kitchen", "fix", 1, 2, 2)),
    ((HAZARD, NOT_SURE), PlaceMark("kitchen", "fix", 1, 2, 2, 1)),
    ((SAFE, NOT_SURE), PlaceMark("kitchen", "ok", 0, 2, 2, 1)),
    ((NOT_SURE, NOT_SURE), PlaceMark("kitchen", "part", 0, 2, 2, 2)),
]


@pytest.mark.parametrize(("answers", "expected"), MARKS, ids=lambda each: str(each)[:60])
def test_the_mark_of_a_room(
    answers: tuple[Answer | None, Answer | None], expected: PlaceMark
) -> None:
    pairs = zip(KITCHEN, answers, strict=True)
    given = {(each.id, "kitchen"): answer for each, answer in pairs if answer}

    assert state_of("kitchen", KITCHEN, given) == expected


def test_a_place_where_nothing_is_asked_has_no_mark() -> None:
    assert state_of("guest", KITCHEN, {}) == PlaceMark("guest", "none")


def test_the_whole_house_has_the_checks_without_a_room() -> None:
    checks = [critical("FLR01"), major("LGT01"), *KITCHEN]
    answers = {"FLR01": HAZARD, "LGT01": SAFE, ("KIT01", "kitchen"): HAZARD}

    assert state_of(WHOLE, checks, answers) == PlaceMark(WHOLE, "fix", 1, 2, 2)


def test_a_pinned_finding_adds_to_the_badge_of_its_room_and_to_the_whole_house() -> None:
    checks = [critical("FLR01"), *KITCHEN]
    answers = {("KIT01", "kitchen"): SAFE, ("KIT02", "kitchen"): SAFE, "FLR01": HAZARD}
    where = {"FLR01": ("kitchen",)}

    assert state_of("kitchen", checks, answers, where) == PlaceMark("kitchen", "fix", 1, 2, 2)
    assert state_of(WHOLE, checks, answers, where) == PlaceMark(WHOLE, "fix", 1, 1, 1)
    assert state_of("bed", checks, answers, where).number == 0


def test_what_is_asked_at_a_place_is_in_the_order_of_the_list() -> None:
    places = scored([critical("FLR01"), *KITCHEN], lived_in=LIVED_IN).places

    assert [each.check.id for each in checks_at("kitchen", places)] == ["KIT01", "KIT02"]
    assert [each.check.id for each in checks_at(WHOLE, places)] == ["FLR01"]
    assert checks_at("bed", places) == ()


def question(question_id: str) -> BoneQuestion:
    states = ("ok", "some", "fix", "unsure")
    chosen = tuple(Choice(state, state, state, "", "") for state in states)
    return BoneQuestion(question_id, (), "", "", "", "", 1, (), chosen)


TWO = BoneCheck((question("B01"), question("B02")))


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ({}, PlaceMark(BONES, "none", 0, 0, 2)),
        ({"B01": "ok"}, PlaceMark(BONES, "part", 0, 1, 2)),
        ({"B01": "ok", "B02": "ok"}, PlaceMark(BONES, "ok", 0, 2, 2)),
        ({"B01": "some", "B02": "ok"}, PlaceMark(BONES, "some", 1, 2, 2)),
        ({"B01": "fix", "B02": "some"}, PlaceMark(BONES, "fix", 2, 2, 2)),
        ({"B01": "unsure", "B02": "ok"}, PlaceMark(BONES, "ok", 0, 2, 2, 1)),
        ({"B01": "unsure", "B02": "unsure"}, PlaceMark(BONES, "part", 0, 2, 2, 2)),
        ({"B01": "no such answer"}, PlaceMark(BONES, "none", 0, 0, 2)),
    ],
)
def test_the_mark_of_bones_and_balance(items: dict[str, str], expected: PlaceMark) -> None:
    assert bones_mark(Bones(items=items), TWO) == expected


def test_a_flag_answers_a_bone_question() -> None:
    assert bones_mark(Bones(flags={"B01": "fix"}), TWO).number == 1


def test_red_flags_besides_count_as_pressing() -> None:
    good = Bones(items={question.id: question.choices[0].id for question in TWO.questions})

    assert bones_mark(good, TWO, 2).number == bones_mark(good, TWO).number + 2
    assert bones_mark(good, TWO, 2).state == "fix"


def test_bone_questions_are_found_by_id() -> None:
    assert TWO.by_id["B02"] is TWO.questions[1]
    assert TWO.questions[0].choice(None) is None


def test_places_where_nothing_is_asked_are_not_counted() -> None:
    marks = [
        PlaceMark("a", "ok", done=2, total=2),
        PlaceMark("b", "part", done=1, total=2),
        PlaceMark("c", "none"),
    ]

    assert looked_at(marks) == (1, 2)
    assert looked_at([]) == (0, 0)


def test_the_places_with_most_to_do_come_first_and_those_not_asked_about_not_at_all() -> None:
    marks = (
        PlaceMark("ok", "ok", 0, 3, 3),
        PlaceMark("empty", "none"),
        PlaceMark("pinned", "none", 1),
        PlaceMark("two", "fix", 2, 3, 3),
        PlaceMark("some", "some", 9, 9, 9),
        PlaceMark("four", "fix", 4, 4, 4),
    )

    assert [each.id for each in worst_first(marks)] == ["four", "two", "some", "pinned", "ok"]
