"""Rooms come, go and move; answers go where their room goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from falls_app.domain import furnishing
from falls_app.domain.assessment import Case
from falls_app.domain.evidence import Photo
from falls_app.domain.home import Home, Room, Use
from falls_app.domain.visit import Equipment, Visit
from tests.domain.making import HAZARD, SAFE, case, home, room, walk


@dataclass(frozen=True)
class Kind:
    """A kind of room as the content has it."""

    id: str
    area: str
    name: str
    default: tuple[str, ...]
    floor: Mapping[str, int]


@dataclass(frozen=True)
class Thing:
    """A feature of a home as the content has it."""

    id: str
    usual: bool = True
    usual_in: Mapping[str, bool] = field(default_factory=dict)


BED = Kind("bedroom", "BED", "Bedroom", ("three", "two", "one", "flat"),
           {"three": 1, "two": 1, "one": 0, "flat": 0})  # fmt: skip
LOFT = Kind("spare", "BED", "Spare room", ("three",), {"three": 2, "two": 1, "one": 0, "flat": 0})
STAIRS = Kind("stairs", "STR", "Stairs", ("two",), {"two": 0})
CELLAR = Kind("basement", "LGB", "Basement", (), {"two": -1, "one": -1})
YARD = Kind("garden", "GDN", "Garden", ("two", "one"), {"two": 0, "one": 0})
KINDS = (BED, LOFT, STAIRS, CELLAR, YARD)
THINGS = (
    Thing("tub"),
    Thing("ramp", usual=False),
    Thing("lobby", usual=False, usual_in={"flat": True}),
    Thing("porch", usual_in={"flat": False}),
)


def ids(lived_in: Home) -> list[str]:
    return [each.id for each in lived_in]


@pytest.mark.parametrize(
    ("shape", "rooms", "floors"),
    [
        ("three", ["bedroom-1", "spare-1"], [1, 2]),
        ("two", ["bedroom-1", "stairs-1", "garden-1"], [1, 0, 0]),
        ("one", ["bedroom-1", "garden-1"], [0, 0]),
        ("flat", ["bedroom-1"], [0]),
    ],
)
def test_a_new_home_has_the_rooms_of_its_shape(
    shape: str, rooms: list[str], floors: list[int]
) -> None:
    found = furnishing.default_home(shape, KINDS)

    assert (found.shape, ids(found)) == (shape, rooms)
    assert [each.floor for each in found] == floors
    assert found.rooms[0] == Room("bedroom-1", "BED", "Bedroom", kind="bedroom", floor=floors[0])


def test_a_new_home_keeps_the_rooms_it_has() -> None:
    begun = Home((Room("own", "BED", "Mine", kind="bedroom"),), {"tub": True})

    assert ids(furnishing.default_home("flat", KINDS, begun)) == ["own"]
    assert furnishing.default_home("flat", KINDS, begun).features == {"tub": True}


@pytest.mark.parametrize(
    ("shape", "features"),
    [
        ("two", {"ramp": False, "lobby": False}),
        ("one", {"ramp": False, "lobby": False}),
        ("flat", {"ramp": False, "porch": False}),
    ],
)
def test_a_new_home_lacks_what_homes_of_its_shape_usually_lack(
    shape: str, features: dict[str, bool]
) -> None:
    assert furnishing.default_home(shape, KINDS, things=THINGS).features == features


def test_what_somebody_said_is_there_stays_there_in_a_new_home() -> None:
    begun = Home(features={"ramp": True, "tub": False})

    found = furnishing.default_home("two", KINDS, begun, things=THINGS)

    assert found.features == {"ramp": True, "tub": False, "lobby": False}


def test_one_more_room_stands_after_its_kind_and_has_a_name_of_its_own() -> None:
    begun = furnishing.default_home("two", KINDS)
    more = furnishing.with_room(begun, BED, "bedroom-2")
    third = furnishing.with_room(more, BED, "bedroom-3")

    assert ids(third) == ["bedroom-1", "bedroom-2", "bedroom-3", "stairs-1", "garden-1"]
    assert [each.name for each in third.rooms[:3]] == ["Bedroom", "Bedroom 2", "Bedroom 3"]
    assert furnishing.rooms_of_kind(third, "bedroom") == third.rooms[:3]


def test_a_first_room_of_its_kind_stands_last_and_on_the_ground_where_no_floor_is_named() -> None:
    begun = furnishing.default_home("flat", KINDS)
    more = furnishing.with_room(begun, CELLAR, "basement-1")

    assert ids(more) == ["bedroom-1", "basement-1"]
    assert more.rooms[1].floor == 0


def test_a_new_id_was_never_used() -> None:
    assert furnishing.new_room_id("bedroom", ()) == "bedroom-1"
    assert furnishing.new_room_id("bedroom", {"bedroom-1", "bedroom-3"}) == "bedroom-2"


def test_rooms_go_alone_or_with_their_kind() -> None:
    begun = furnishing.with_room(furnishing.default_home("two", KINDS), BED, "bedroom-2")

    assert ids(furnishing.without_room(begun, "bedroom-1")) == ["bedroom-2", "stairs-1", "garden-1"]
    assert ids(furnishing.without_kind(begun, "bedroom")) == ["stairs-1", "garden-1"]
    assert furnishing.without_room(begun, "nowhere") == begun


def test_a_room_is_renamed_used_and_moved_alone() -> None:
    begun = home(room("a", "BED"), room("b", "BED"))

    assert furnishing.renamed(begun, "a", "  Rosa’s \n room ").rooms[0].name == "Rosa’s room"
    assert furnishing.renamed(begun, "a", "  ") == begun
    assert furnishing.used(begun, "b", Use.RARELY).rooms[1].use is Use.RARELY
    assert furnishing.moved(begun, "b", -1).rooms[1].floor == -1
    assert furnishing.moved(begun, "b", -1).rooms[0] == begun.rooms[0]


def test_a_feature_nobody_spoke_of_is_there_until_it_is_turned() -> None:
    once = furnishing.feature_turned(Home(), "tub")

    assert once.features == {"tub": False}
    assert furnishing.feature_turned(once, "tub").features == {"tub": True}


def test_a_tenure_is_chosen_changed_and_taken_back() -> None:
    rented = furnishing.tenure_turned(Home(), "rented")

    assert rented.tenure == "rented"
    assert furnishing.tenure_turned(rented, "own").tenure == "own"
    assert furnishing.tenure_turned(rented, "rented").tenure == ""


def test_one_room_is_the_hardest_until_it_is_pressed_again_or_taken_out() -> None:
    rooms = Home((Room("bed", "BED", "Bedroom"), Room("hall", "HAL", "Hallway")))
    hall = furnishing.hardest_turned(furnishing.hardest_turned(rooms, "bed"), "hall")

    assert hall.hardest == "hall"
    assert furnishing.hardest_turned(hall, "hall").hardest == ""
    kept = furnishing.refurnished(Case(home=hall), furnishing.without_room(hall, "bed"))
    assert kept.home.hardest == "hall"
    kept = furnishing.refurnished(kept, furnishing.without_room(hall, "hall"))
    assert kept.home.hardest == ""


# ------------------------------------------------------------------ another shape


def test_the_same_shape_changes_nothing() -> None:
    begun = furnishing.default_home("two", KINDS)

    assert furnishing.reshaped(begun, "two", KINDS) is begun


def test_another_shape_takes_the_rooms_only_the_old_one_has_and_moves_the_others() -> None:
    begun = furnishing.default_home("two", KINDS)
    flat = furnishing.reshaped(begun, "flat", KINDS)

    assert (flat.shape, ids(flat)) == ("flat", ["bedroom-1"])
    assert flat.rooms[0].floor == 0


def test_another_shape_brings_the_rooms_only_it_has() -> None:
    begun = furnishing.default_home("flat", KINDS)
    two = furnishing.reshaped(begun, "two", KINDS)

    assert ids(two) == ["bedroom-1", "stairs-1", "garden-1"]
    assert two.rooms[0].floor == 1


def test_a_room_that_somebody_moved_stays_on_its_floor_where_the_shape_has_it() -> None:
    two = furnishing.default_home("two", KINDS)
    downstairs = furnishing.moved(two, "bedroom-1", 0)

    three = furnishing.reshaped(downstairs, "three", KINDS)
    up = furnishing.moved(three, "bedroom-1", 2)

    assert three.room("bedroom-1").floor == 0
    assert three.room("spare-1").floor == 2
    assert furnishing.reshaped(up, "two", KINDS).room("bedroom-1").floor == 1


def test_a_room_that_comes_has_an_id_that_was_never_used() -> None:
    begun = furnishing.default_home("flat", KINDS)
    two = furnishing.reshaped(begun, "two", KINDS, taken={"stairs-1"})

    assert "stairs-2" in ids(two)


def test_a_room_with_answers_stays_in_any_shape() -> None:
    begun = furnishing.default_home("two", KINDS)
    flat = furnishing.reshaped(begun, "flat", KINDS, answered={"stairs-1"})

    assert ids(flat) == ["bedroom-1", "stairs-1"]
    assert ids(furnishing.reshaped(flat, "two", KINDS)) == ["bedroom-1", "stairs-1", "garden-1"]


def test_rooms_that_somebody_put_in_stay_in_any_shape() -> None:
    begun = furnishing.with_room(furnishing.default_home("one", KINDS), CELLAR, "basement-1")
    odd = furnishing.with_room(begun, STAIRS, "stairs-1")
    own = Home((*odd.rooms, Room("own", "LIV", "Studio", floor=2)), shape="one")

    two = furnishing.reshaped(own, "two", KINDS)

    assert set(ids(two)) == {"bedroom-1", "garden-1", "basement-1", "stairs-1", "own"}
    assert two.room("own") == Room("own", "LIV", "Studio", floor=2)
    flat = furnishing.reshaped(own, "flat", KINDS)
    assert "basement-1" in ids(flat)
    assert flat.room("basement-1") == begun.room("basement-1")


def test_another_shape_brings_and_takes_the_things_that_only_one_of_them_usually_has() -> None:
    begun = furnishing.default_home("two", KINDS, things=THINGS)

    flat = furnishing.reshaped(begun, "flat", KINDS, things=THINGS)
    back = furnishing.reshaped(flat, "one", KINDS, things=THINGS)

    assert flat.features == {"ramp": False, "lobby": True, "porch": False}
    assert back.features == {"ramp": False, "lobby": False, "porch": True}


def test_a_thing_that_somebody_turned_stays_so_in_any_shape() -> None:
    begun = furnishing.default_home("two", KINDS, things=THINGS)
    own = begun
    for thing in ("lobby", "porch", "ramp"):
        own = furnishing.feature_turned(own, thing)

    flat = furnishing.reshaped(own, "flat", KINDS, things=THINGS)

    assert flat.features == own.features == {"ramp": True, "lobby": True, "porch": False}


# ------------------------------------------------------------------ rooms and answers


def lived() -> Case:
    answers = {("BED01", "bed"): HAZARD, ("KIT01", "kitchen"): SAFE, "FLR01": HAZARD}
    walked = walk(answers, where={"FLR01": ("bed", "kitchen")})
    for page in (("BED", "bed"), ("KIT", "kitchen"), ("FLR", None)):
        walked = walked.with_page(page, (Photo("p", "0" * 64, 3, 4),))
    lived_in = home(room("bed", "BED"), room("kitchen", "KIT"), room("hall", "HAL"))
    return case(walked, home=lived_in, extra={"kept": 1})


def test_a_room_with_an_answer_or_a_pin_is_an_answered_one() -> None:
    assert furnishing.answered_rooms(lived()) == {"bed", "kitchen"}
    assert furnishing.answered_rooms(Case()) == frozenset()


def test_a_room_whose_paper_page_has_a_photo_is_an_answered_one() -> None:
    page = walk({}).with_page(("HAL", "hall"), (Photo("p", "0" * 64, 3, 4),))

    assert furnishing.answered_rooms(case(page, home=lived().home)) == {"hall"}


def test_taking_a_room_out_takes_its_answers_pins_and_photos() -> None:
    opened = lived()
    smaller = furnishing.without_room(opened.home, "bed")

    assert furnishing.answers_lost(opened, smaller) == 1
    assert furnishing.answers_lost(opened, opened.home) == 0
    assert furnishing.answers_lost(Case(), smaller) == 0
    after = furnishing.refurnished(opened, smaller)
    assert after.home == smaller
    assert set(after.assessments[0].findings) == {("KIT01", "kitchen"), ("FLR01", None)}
    assert after.assessments[0].findings["FLR01", None].where == ("kitchen",)
    assert set(after.assessments[0].pages) == {("KIT", "kitchen"), ("FLR", None)}
    assert after.extra == {"kept": 1, furnishing.ROOMS_GONE: ["bed"]}


def test_a_walk_that_loses_nothing_stays_the_same() -> None:
    opened = lived()

    after = furnishing.refurnished(opened, furnishing.without_room(opened.home, "hall"))

    assert after.assessments[0] is opened.assessments[0]
    assert after.extra[furnishing.ROOMS_GONE] == ["hall"]


def test_a_home_that_loses_no_room_changes_no_answers() -> None:
    opened = lived()
    after = furnishing.refurnished(opened, furnishing.moved(opened.home, "bed", 1))

    assert (after.assessments, after.extra) == (opened.assessments, opened.extra)
    assert after.home.rooms[0].floor == 1


def test_the_ids_of_rooms_that_went_are_remembered_for_ever() -> None:
    opened = lived()
    once = furnishing.refurnished(opened, furnishing.without_room(opened.home, "bed"))
    twice = furnishing.refurnished(once, furnishing.without_room(once.home, "hall"))

    assert twice.extra[furnishing.ROOMS_GONE] == ["bed", "hall"]
    assert furnishing.ids_ever(twice) == {"bed", "hall", "kitchen"}


def test_what_other_programs_kept_under_that_name_does_no_harm() -> None:
    assert furnishing.ids_ever(Case(extra={furnishing.ROOMS_GONE: "bed"})) == frozenset()


def test_what_a_therapist_noted_about_a_room_goes_with_it() -> None:
    rooms = home(room("bath", "BTH"), room("hall", "HAL"))
    bench, cane = Equipment("1", "Bench", room="bath"), Equipment("2", "Cane", room="hall")
    noted = Visit(not_seen={"bath": "Locked", "Attic": "No ladder"}, equipment=(bench, cane))
    before = case(walk(), home=rooms, visit=noted)

    after = furnishing.refurnished(before, home(room("hall", "HAL")))

    assert after.visit.not_seen == {"Attic": "No ladder"}
    assert after.visit.equipment == (replace(bench, room=""), cane)
