"""Which checks are asked where."""

import pytest

from falls_app.domain.asking import Asked, asked, checks_asked, minutes_needed, rooms_asked
from falls_app.domain.assessment import Finding, ListKind
from falls_app.domain.checklist import Answer, Applies
from falls_app.domain.home import Home, Use
from tests.domain.making import HAZARD, SAFE, check, checklist, home, room, walk

BATHS = home(room("up", "BTH", Use.WEEKLY), room("down", "BTH"), room("third", "BTH"))


def ids(check_id: str, lived_in: Home, kind: ListKind) -> list[str | None]:
    found = rooms_asked(check(check_id), lived_in, kind)
    return [each.id if each else None for each in found]


@pytest.mark.parametrize(
    ("check_id", "lived_in", "kind", "rooms"),
    [
        ("BTH01", BATHS, ListKind.FULL, ["up", "down", "third"]),
        ("BTH01", BATHS, ListKind.QUICK, ["down"]),
        ("KIT01", BATHS, ListKind.FULL, []),
        ("KIT01", BATHS, ListKind.QUICK, []),
        ("BTH01", Home(), ListKind.FULL, [None]),
        ("BTH01", Home(), ListKind.QUICK, [None]),
        ("FLR01", BATHS, ListKind.FULL, [None]),
        ("FLR01", BATHS, ListKind.QUICK, [None]),
    ],
)
def test_a_check_is_asked_in_these_rooms(
    check_id: str, lived_in: Home, kind: ListKind, rooms: list[str | None]
) -> None:
    assert ids(check_id, lived_in, kind) == rooms


def test_the_quick_list_asks_only_quick_checks() -> None:
    both = checklist(check("FLR01", quick=True), check("FLR02"))

    def asked_in(kind: ListKind) -> list[str]:
        return [each.id for each, _room in checks_asked(both, Home(), kind, ())]

    assert asked_in(ListKind.QUICK) == ["FLR01"]
    assert asked_in(ListKind.FULL) == ["FLR01", "FLR02"]


RULES = [
    (Applies(), {}, [], True),
    (Applies(features=("tub",)), {}, [], True),
    (Applies(features=("tub",)), {"tub": True}, [], True),
    (Applies(features=("tub",)), {"tub": False}, [], False),
    (Applies(features=("tub", "pet")), {"tub": True, "pet": False}, [], False),
    (Applies(traits=("memory",)), {}, [], False),
    (Applies(traits=("memory",)), {}, ["memory", "dizzy"], True),
    (Applies(traits=("memory", "dizzy")), {}, ["memory"], False),
    (Applies(not_traits=("wheelchair",)), {}, [], True),
    (Applies(not_traits=("wheelchair",)), {}, ["wheelchair"], False),
    (Applies(("tub",), ("memory",), ("dizzy",)), {}, ["memory"], True),
    (Applies(("tub",), ("memory",), ("dizzy",)), {}, ["memory", "dizzy"], False),
]


@pytest.mark.parametrize(("rule", "features", "traits", "holds"), RULES)
def test_a_rule_holds_when_all_of_it_does(
    rule: Applies, features: dict[str, bool], traits: list[str], holds: bool
) -> None:
    one = checklist(check("FLR01", applies=rule))

    assert rule.holds(features, traits) is holds
    assert bool(list(checks_asked(one, Home((), features), ListKind.FULL, traits))) is holds


def test_every_asked_check_comes_with_its_finding() -> None:
    both = checklist(check("FLR01"), check("FLR02"))
    found = asked(both, Home(), walk({"FLR02": HAZARD}), ())

    assert [(each.place, each.answer) for each in found] == [
        (("FLR01", None), None),
        (("FLR02", None), HAZARD),
    ]


def test_an_answer_to_a_check_that_does_not_apply_comes_last() -> None:
    both = checklist(check("FLR01", applies=Applies(features=("tub",))), check("FLR02"))
    found = asked(both, home(tub=False), walk({"FLR01": SAFE}), ())

    assert [each.place for each in found] == [("FLR02", None), ("FLR01", None)]


def test_a_finding_of_nobody_s_check_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="XXX01"):
        asked(checklist(), Home(), walk({"XXX01": SAFE}), ())


@pytest.mark.parametrize("place", ["nowhere", "kitchen"])
def test_a_finding_in_a_wrong_room_is_refused_by_name(place: str) -> None:
    lived_in = home(room("kitchen", "KIT"))

    with pytest.raises(ValueError, match=f"BTH01 .*{place}"):
        asked(checklist(check("BTH01")), lived_in, walk({("BTH01", place): SAFE}), ())


STANDS = {
    None: (False, False, False),
    Answer.SAFE: (True, False, False),
    Answer.PARTLY: (True, True, False),
    Answer.HAZARD: (True, True, False),
    Answer.NOT_HERE: (True, False, True),
    Answer.NO_LONGER_USED: (True, False, True),
    Answer.NOT_SURE: (False, False, False),
}


@pytest.mark.parametrize(("answer", "stands"), STANDS.items(), ids=str)
def test_an_asked_check_knows_how_it_stands(
    answer: Answer | None, stands: tuple[bool, bool, bool]
) -> None:
    finding = Finding("FLR01", answer) if answer else None
    one = Asked(check("FLR01"), None, finding)

    assert (one.is_known, one.is_open, one.is_dropped) == stands
    assert one.answer == answer


def test_an_asked_check_knows_its_room_and_what_happened_there() -> None:
    bath = room("bath", "BTH", Use.RARELY)
    one = Asked(check("BTH01"), bath, Finding("BTH01", SAFE, "bath", near_miss=True))
    other = Asked(check("FLR01"), None, None)

    assert (one.place, one.use, one.near_miss) == (("BTH01", "bath"), Use.RARELY, True)
    assert (other.place, other.use, other.near_miss) == (("FLR01", None), Use.DAILY, False)


@pytest.mark.parametrize(
    ("checks", "rooms", "minutes"), [(0, 0, 1), (12, 0, 5), (12, 3, 8), (31, 7, 20), (108, 8, 53)]
)
def test_the_time_is_25_seconds_a_check_and_a_minute_a_room(
    checks: int, rooms: int, minutes: int
) -> None:
    assert minutes_needed(checks, rooms) == minutes
