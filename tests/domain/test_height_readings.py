"""Readings of a height: what counts of two, what is asked back, what the short question gets."""

import pytest

from falls_app.domain.bones import Height
from falls_app.domain.screening.height import filled_in, is_likely, middle, short_choice

TALLEST = Height("", 168.0)


def now(cm: float, day: str = "2026-11-20") -> Height:
    return Height(day, cm)


def test_the_middle_of_two_readings_counts() -> None:
    assert middle([163.4, 163.9]) == 163.7
    assert middle([163.44]) == 163.4


@pytest.mark.parametrize(
    ("readings", "likely"),
    [
        ((163.0,), True), ((120.0,), True), ((119.9,), False), ((210.0,), True),
        ((210.1,), False), ((163.0, 164.0), True), ((163.0, 164.1), False), ((163.0, 90.0), False),
    ],
)  # fmt: skip
def test_a_slip_of_the_finger_is_seen(readings: tuple[float, ...], likely: bool) -> None:
    assert is_likely(readings) is likely


@pytest.mark.parametrize(
    ("heights", "choice"),
    [
        ((), ""),
        ((TALLEST,), ""),
        ((now(160.0),), ""),
        ((TALLEST, now(168.5)), "same"),
        ((TALLEST, now(166.1)), "same"),
        ((TALLEST, now(166.0)), "some"),
        ((TALLEST, now(164.1)), "some"),
        ((TALLEST, now(164.0)), "lot"),
        ((now(166.0, "2026-01-01"), now(163.9)), "some"),
    ],
)
def test_the_heights_answer_the_short_question(heights: tuple[Height, ...], choice: str) -> None:
    assert short_choice(heights) == choice


def test_an_answer_follows_the_heights_until_somebody_gives_it_by_hand() -> None:
    one, two = (TALLEST, now(167.0)), (TALLEST, now(163.0))

    assert filled_in({}, "B03", (), one) == {"B03": "same"}
    assert filled_in({"B03": "same", "B01": "no"}, "B03", one, two) == {"B01": "no", "B03": "lot"}
    assert filled_in({"B03": "lot"}, "B03", two, (TALLEST,)) == {}
    assert filled_in({"B03": "not_sure"}, "B03", one, two) == {"B03": "not_sure"}
    assert filled_in({"B03": "some"}, "B03", (), one) == {"B03": "some"}
