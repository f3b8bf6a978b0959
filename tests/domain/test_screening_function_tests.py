"""Numbers held against their reference: boundaries, and nothing beyond the table."""

import pytest

from falls_app.domain.screening.function_tests import (
    Beside,
    pressure_drops,
    reference,
    tandem_is_short,
    tug_is_slow,
)

TABLE = (Beside(60, 64, 14, 12), Beside(65, 69, 12, 11), Beside(90, 94, 7, 4))


@pytest.mark.parametrize(
    ("age", "sex", "number"),
    [
        (59, "female", None), (60, "female", 12), (60, "male", 14), (64, "male", 14),
        (65, "male", 12), (94, "female", 4), (94, "male", 7), (95, "female", None),
        (95, "male", None), (None, "female", None), (70, "male", None), (60, "", None),
    ],
)  # fmt: skip
def test_a_reference_is_of_this_age_and_sex_and_never_worked_out(
    age: int | None, sex: str, number: int | None
) -> None:
    assert reference(TABLE, age, sex) == number


@pytest.mark.parametrize(
    ("seconds", "slow"),
    [(0.0, False), (11.9, False), (11.94, False), (12.0, True), (11.9999999, True), (30.0, True)],
)
def test_walking_is_slow_from_12_seconds_on(seconds: float, slow: bool) -> None:
    assert tug_is_slow(seconds) is slow


@pytest.mark.parametrize(("seconds", "short"), [(0.0, True), (9.9, True), (10.0, False)])
def test_heel_to_toe_is_short_below_10_seconds(seconds: float, short: bool) -> None:
    assert tandem_is_short(seconds) is short


@pytest.mark.parametrize(
    ("lying", "standing", "drops"),
    [
        ((140, 80), (121, 71), False),
        ((140, 80), (120, 80), True),
        ((140, 80), (139, 70), True),
        ((120, 70), (140, 90), False),
    ],
)
def test_pressure_drops_by_20_above_or_10_below(
    lying: tuple[int, int], standing: tuple[int, int], drops: bool
) -> None:
    assert pressure_drops(lying, standing) is drops
