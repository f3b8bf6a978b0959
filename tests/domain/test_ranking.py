"""How much a finding matters: pull, priority, tier, order."""

import pytest

from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Finding
from falls_app.domain.checklist import Check
from falls_app.domain.home import Use
from falls_app.domain.ranking import Tier, effort, priority, pull, pulls, ranked, tier
from tests.domain.making import (
    HAZARD,
    PARTLY,
    SAFE,
    check,
    critical,
    fix,
    home,
    major,
    minor,
    person,
    room,
    scored,
)

TAGGED = critical("BTH01", tags=("rail", "slip", "xfer"))


@pytest.mark.parametrize(
    ("traits", "strength", "because"),
    [
        ((), 1.0, ()),
        (("low_vision",), 1.0, ()),
        # The largest matching bonus of a trait, not the sum: rail 0.5, slip 0.25.
        (("walking_aid",), 1.5, ("walking_aid",)),
        (("numb_feet",), 1.25, ("numb_feet",)),
        (("walking_aid", "numb_feet"), 1.75, ("numb_feet", "walking_aid")),
        (("walking_aid", "numb_feet", "dizzy"), 2.0, ("dizzy", "numb_feet", "walking_aid")),
        (("osteoporosis",), 1.25, ("osteoporosis",)),
        (("osteoporosis", "blood_thinner"), 1.4, ("osteoporosis", "blood_thinner")),
        (("spine_fracture",), 1.25 * 1.25, ("osteoporosis", "spine_fracture")),
        (
            ("walking_aid", "weak_legs", "helped", "osteoporosis", "blood_thinner"),
            2.8,
            ("weak_legs", "walking_aid", "helped", "osteoporosis", "blood_thinner"),
        ),
    ],
)
def test_the_pull_of_a_critical_check(
    traits: tuple[str, ...], strength: float, because: tuple[str, ...]
) -> None:
    found = pull(TAGGED, (person(*traits),))

    assert found.strength == pytest.approx(strength)
    assert found.because == because


@pytest.mark.parametrize(
    ("severity", "traits", "strength"),
    [
        (1, ("osteoporosis", "blood_thinner"), 1.0),
        (2, ("osteoporosis",), 1.125),
        (2, ("blood_thinner",), 1.075),
        (2, ("osteoporosis", "blood_thinner"), 1.2),
        (3, ("blood_thinner",), 1.15),
        # 0.25 and 0.15 meet the cap of 1.4 exactly.
        (3, ("osteoporosis", "blood_thinner"), 1.4),
    ],
)
def test_an_injury_counts_by_how_grave_the_check_is(
    severity: int, traits: tuple[str, ...], strength: float
) -> None:
    one = check("BTH01", 2, severity)

    assert pull(one, (person(*traits),)).strength == pytest.approx(strength)


def test_every_place_has_a_pull_of_its_own() -> None:
    up, down = room("up", "BTH"), room("down", "BTH")
    slipped = Finding("BTH01", HAZARD, "up", near_miss=True)
    places = [Asked(TAGGED, up, slipped), Asked(TAGGED, down, None)]

    found = pulls(places, (person("numb_feet"),))

    assert {place: each.strength for place, each in found.items()} == {
        ("BTH01", "up"): 1.75,
        ("BTH01", "down"): 1.25,
    }


def test_a_near_miss_adds_a_half_before_the_cap() -> None:
    def strength(*traits: str) -> float:
        return pull(TAGGED, (person(*traits),), near_miss=True).strength

    assert strength() == 1.5
    assert strength("walking_aid") == 2.0
    assert strength("walking_aid", "weak_legs") == 2.0
    assert pull(TAGGED, (), near_miss=True).because == ("near_miss",)


def test_the_pull_names_whom_it_concerns_more() -> None:
    found = pull(TAGGED, (person("low_vision"), person("walking_aid")))

    assert (found.who, found.strength) == (1, 1.5)
    assert pull(TAGGED, (person("weak_legs"), person("walking_aid"))).who == 0


@pytest.mark.parametrize(
    ("use", "amount", "value"),
    [(Use.DAILY, 1.0, 7.5), (Use.WEEKLY, 0.5, 1.875), (Use.RARELY, 1.0, 1.5)],
)
def test_the_priority_is_weight_pull_amount_and_use(use: Use, amount: float, value: float) -> None:
    one = Asked(TAGGED, room("bath", "BTH", use), Finding("BTH01", HAZARD, "bath"))

    assert priority(one, 1.5, amount) == pytest.approx(value)


@pytest.mark.parametrize(
    ("value", "fell", "expected"),
    [
        (5.0, False, Tier.NOW), (4.99, False, Tier.SOON), (2.5, None, Tier.SOON),
        (2.49, False, Tier.LATER), (0.0, None, Tier.LATER),
        (4.0, True, Tier.NOW), (3.99, True, Tier.SOON), (2.0, True, Tier.SOON),
        (1.99, True, Tier.LATER),
    ],
)  # fmt: skip
def test_the_tier_begins_at_its_limit(value: float, fell: bool | None, expected: Tier) -> None:
    assert tier(major("KIT01"), value, (person(fall_last_year=fell),)) is expected


def test_one_of_two_people_who_fell_lowers_the_limits() -> None:
    both = (person(), person(fall_last_year=True))

    assert tier(major("KIT01"), 4.0, both) is Tier.NOW
    assert tier(major("KIT01"), 4.0, ()) is Tier.SOON


def test_a_product_that_misses_a_limit_by_a_hair_has_reached_it() -> None:
    assert tier(major("KIT01"), 12.5 * 0.2 - 1e-12, ()) is Tier.SOON


@pytest.mark.parametrize("check_id", ["BED07", "KIT08", "BTH17", "EMG07", "HAB08"])
def test_with_memory_trouble_these_checks_are_always_now(check_id: str) -> None:
    settled_elsewhere = minor("KIT01", covers=("KIT01", check_id))

    for one in (minor(check_id), settled_elsewhere):
        assert tier(one, 0.1, (person("memory"),)) is Tier.NOW
        assert tier(one, 0.1, (person("weak_legs"),)) is Tier.LATER


def test_with_memory_trouble_other_checks_keep_their_tier() -> None:
    assert tier(minor("KIT09"), 0.1, (person("memory"),)) is Tier.LATER


def test_the_tiers_are_in_order() -> None:
    assert [each.place for each in (Tier.NOW, Tier.SOON, Tier.LATER)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("fixes", "value"),
    [
        ((fix(0),), 1.0), ((fix(1),), 1.5), ((fix(2),), 3.0), ((fix(3),), 6.0), ((), 6.0),
        ((fix(3), fix(1)), 1.5), ((fix(0, PARTLY), fix(2)), 3.0), ((fix(0, PARTLY),), 6.0),
    ],
)  # fmt: skip
def test_the_effort_is_that_of_the_cheapest_fix_that_leads_to_safe(
    fixes: tuple, value: float
) -> None:
    assert effort(check("KIT01", fixes=fixes)) == value


def order(*checks: Check, **more: object) -> list[str]:
    result = scored(checks, {each.id: HAZARD for each in checks}, **more)
    return [found.check.id for found in result.ranked]


def test_the_order_is_tier_priority_effort_and_id() -> None:
    checks = (
        minor("KIT09"),
        critical("LIV02", fixes=(fix(3),)),
        critical("LIV01", fixes=(fix(3),)),
        critical("LIV03", fixes=(fix(0),)),
        major("BED01"),
    )

    assert order(*checks) == ["LIV03", "LIV01", "LIV02", "BED01", "KIT09"]


def test_a_quick_win_never_pushes_a_grab_bar_down() -> None:
    assert order(major("FLR01", fixes=(fix(0),)), critical("BTH02", fixes=(fix(3),))) == [
        "BTH02",
        "FLR01",
    ]


def test_memory_moves_a_small_check_to_the_front_of_the_order() -> None:
    result = scored([major("FLR01"), minor("HAB08")], {"FLR01": HAZARD, "HAB08": PARTLY}, "memory")

    assert [(found.check.id, found.tier) for found in result.ranked] == [
        ("HAB08", Tier.NOW),
        ("FLR01", Tier.SOON),
    ]


def test_one_check_in_several_rooms_comes_worst_first_then_by_room() -> None:
    lived_in = home(room("c", "BTH", Use.RARELY), room("b", "BTH"), room("a", "BTH"))
    answers = {("BTH01", "c"): HAZARD, ("BTH01", "b"): HAZARD, ("BTH01", "a"): HAZARD}
    found = scored([critical("BTH01")], answers, lived_in=lived_in).ranked

    assert [each.asked.room.id for each in found if each.asked.room] == ["a", "b", "c"]


def test_only_open_findings_are_ranked() -> None:
    places = [
        Asked(check("KIT01"), None, None),
        Asked(check("KIT02"), None, Finding("KIT02", SAFE)),
        Asked(check("KIT03"), None, Finding("KIT03", PARTLY)),
    ]

    assert [found.check.id for found in ranked(places, pulls(places, ()), ())] == ["KIT03"]
