"""Results of the tests of movement, and when there are none today."""

from datetime import date

import pytest

from falls_app.domain.bones import Bones, FunctionResult, TwoDays
from falls_app.domain.screening.function_results import (
    LEFT,
    balance_result,
    chair_result,
    leave_for,
    of_kind,
    pressure_result,
    stands_held,
    unlikely,
)

DAY = "2026-11-20"
LYING = {"lying_upper": 140.0, "lying_lower": 80.0}


def test_arms_that_were_needed_make_it_zero() -> None:
    assert chair_result(9, DAY, "Maria", ()).value == 9
    assert chair_result(9, DAY, "Maria", ("arms",)).value == 0
    assert chair_result(-1, DAY, "Maria", ()).value == 0


@pytest.mark.parametrize(
    ("seconds", "value", "held"),
    [((10.0, 10.0, 6.4), 6.4, 2), ((10.0, 3.2), 0.0, 1), ((10.0,) * 4, 10.0, 4)],
)
def test_balance_is_the_seconds_of_heel_to_toe(
    seconds: tuple[float, ...], value: float, held: int
) -> None:
    result = balance_result(seconds, DAY, "Maria")

    assert (result.value, stands_held(result)) == (value, held)
    assert tuple(result.parts.values()) == seconds


@pytest.mark.parametrize(
    ("standing", "drop"),
    [
        ({"one_upper": 126.0, "three_upper": 130.0}, 14),
        ({"three_upper": 130.0}, 10),
        ({"one_upper": 150.0}, -10),
    ],
)
def test_blood_pressure_is_the_larger_drop(standing: dict[str, float], drop: float) -> None:
    result = pressure_result({**LYING, **standing}, DAY, "Joe", ("dizzy",))

    assert (result.value, result.seen) == (drop, ("dizzy",))


@pytest.mark.parametrize(
    ("numbers", "odd"),
    [
        (LYING, ()),
        ({"lying_upper": 14.0, "lying_lower": 80.0}, ("lying_upper", "lying_lower")),
        ({"one_upper": 60.0, "one_lower": 30.0}, ()),
        ({"one_upper": 59.0, "one_lower": 29.0}, ("one_upper", "one_lower")),
        ({"one_upper": 250.0, "one_lower": 140.0}, ()),
        ({"one_upper": 251.0, "one_lower": 141.0}, ("one_upper", "one_lower")),
        ({"one_upper": 90.0, "one_lower": 90.0}, ("one_lower",)),
        ({"one_lower": 90.0}, ()),
    ],
)
def test_numbers_no_monitor_shows_are_asked_back(numbers, odd) -> None:
    assert unlikely(numbers) == odd


def test_results_of_a_kind_stand_in_the_order_of_their_days() -> None:
    results = [
        FunctionResult("tug", "2026-05-01", 2),
        FunctionResult("chair", "2026-04-01", 9),
        FunctionResult("tug", "2026-01-01", 1),
        FunctionResult("tug", "2026-05-01", 3),
    ]

    assert [each.value for each in of_kind(results, "tug")] == [1, 2, 3]


def flags(*, emergency: tuple[str, ...] = (), today: tuple[str, ...] = (), soon=()):
    return {1: emergency, 2: today, 3: soon}


@pytest.mark.parametrize(
    ("bones", "up", "reason"),
    [
        (Bones(), flags(), None),
        (Bones(), flags(emergency=("RF1",)), "flag"),
        (Bones(two_days=TwoDays(noted_on="2026-11-07")), flags(emergency=("RF1",)), "flag"),
        (Bones(two_days=TwoDays(noted_on="2026-11-06")), flags(emergency=("RF1",)), None),
        (Bones(), flags(today=("RF20",)), "flag"),
        (Bones(), flags(soon=("RF31",)), None),
        (Bones(), flags(soon=("RF30",)), "back"),
        (Bones(dates={"spine_break": "2026-11-19"}), flags(), "break"),
        (Bones(dates={"spine_break": "2026-08-29"}), flags(), "break"),
        (Bones(dates={"spine_break": "2026-08-28"}), flags(), None),
        (Bones(dates={"spine_break": "2026-11-21"}), flags(), None),
        (Bones(dates={LEFT: DAY}), flags(), ""),
        (Bones(dates={LEFT: "2026-11-19"}), flags(), None),
    ],
)
def test_an_open_flag_new_back_pain_or_a_fresh_break_leave_the_tests(
    bones: Bones, up: dict[int, tuple[str, ...]], reason: str | None
) -> None:
    assert leave_for(bones, up, date.fromisoformat(DAY)) == reason
