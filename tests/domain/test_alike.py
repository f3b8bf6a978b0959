"""A second room of a kind has what is known in the first one to confirm."""

from falls_app.domain.alike import answers_alike, first_alike
from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Assessment, Finding
from falls_app.domain.home import Home, Room
from tests.domain.making import HAZARD, NOT_SURE, SAFE, check

BATH, OTHER, TOILET, HALL = (
    Room("b1", "BTH", "Bathroom", kind="bath"),
    Room("b2", "BTH", "Bathroom upstairs", kind="bath"),
    Room("t", "BTH", "Toilet", kind="toilet"),
    Room("h", "HAL", "Hall"),
)
HOME = Home((BATH, OTHER, TOILET, HALL))


def test_the_first_room_of_a_kind_has_no_other_before_it() -> None:
    assert first_alike(HOME, "b2") is BATH
    assert first_alike(HOME, "b1") is None
    assert first_alike(HOME, "t") is None  # a toilet is another kind of room than a bathroom
    assert first_alike(HOME, "gone") is None


def test_only_what_is_known_there_and_open_here_is_taken_over() -> None:
    known, unsure, answered, empty = (check(f"BTH0{number}") for number in range(1, 5))
    walk = Assessment("w", "2026-11-20")
    for finding in (
        Finding(known.id, HAZARD, "b1", note="there alone"),
        Finding(unsure.id, NOT_SURE, "b1"),
        Finding(answered.id, SAFE, "b1"),
    ):
        walk = walk.with_finding(finding)
    here = [
        Asked(each, OTHER, Finding(each.id, HAZARD, "b2") if each is answered else None)
        for each in (known, unsure, answered, empty)
    ]

    assert answers_alike(here, BATH, walk) == {known.id: HAZARD}
