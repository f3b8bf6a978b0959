"""Sizes as people write and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from falls_app.domain.checklist import Measure
from falls_app.domain.measuring import from_unit, in_unit, is_usual, number_written, units_for


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [("34", "in", 34), (" 34.5 ", "in", 34.5), ("34,5", "cm", 34.5), ("34 1/2", "in", 34.5),
     ("34½", "in", 34.5), ("34-1/2", "in", 34.5), ("3/8", "in", 0.375), ("⅜", "in", 0.375),
     ("-3,5", "°C", -3.5), ("−3", "°C", -3), ("1,500", "mm", 1500), ("1.500", "mm", 1500),
     ("1,250,000", "lux", 1250000), ("1.125", "in", 1.125), ("0,125", "mm", 0.125),
     ("9.5", "mm", 9.5)],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written(text: str, unit: str, number: float) -> None:
    assert number_written(text, unit) == pytest.approx(number)


@pytest.mark.parametrize("text", ["", " ", "about 34", "3.4.5", "1,500.5", "5/0", "34 in", "--3"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_written(text, "mm") is None


@pytest.mark.parametrize(
    ("size", "unit", "read"),
    [(863.6, "in", 34), (863.6, "cm", 86.36), (863.6, "mm", 863.6), (49, "°F", 120.2),
     (49, "°C", 49), (200, "lux", 200)],
)  # fmt: skip
def test_a_size_reads_in_other_units(size: float, unit: str, read: float) -> None:
    assert in_unit(size, unit) == pytest.approx(read)


@given(st.sampled_from(["in", "cm", "mm", "°C", "°F", "s"]), st.floats(0, 5000))
def test_a_size_is_the_same_after_a_change_of_unit_and_back(unit: str, value: float) -> None:
    assert in_unit(from_unit(value, unit), unit) == pytest.approx(value, abs=1e-3)


def test_lengths_and_heat_have_other_units_to_read_them_in() -> None:
    assert units_for("mm") == ("in", "cm", "mm")
    assert units_for("°C") == ("°C", "°F")
    assert units_for("lux") == ("lux",)


RAIL = (865.0, 965.0)


@pytest.mark.parametrize(
    ("unit", "size", "aim", "usual"),
    [("mm", 900, RAIL, True), ("mm", 34, RAIL, False), ("mm", 9700, RAIL, False),
     ("mm", 600, RAIL, True), ("mm", 0, RAIL, True), ("mm", -1, RAIL, False),
     ("mm", 40, (0.0, 0.0), True), ("mm", 50, None, True), ("mm", 20_000, None, False),
     ("lux", 1, (200.0, 500.0), True), ("lux", 9000, (200.0, 500.0), False),
     ("°C", 49, (0.0, 49.0), True), ("°C", 120, (0.0, 49.0), False), ("s", 90, None, True),
     ("s", 9000, None, False), ("kg", 1, None, True)],
)  # fmt: skip
def test_a_size_that_is_far_off_is_known(unit, size, aim, usual) -> None:
    assert is_usual(Measure("m", unit, "What"), size, aim) is usual
