"""Sizes that were taken, and those to aim for, in the unit that a person reads."""

import pytest

from falls_app.content.checks import load_checklist
from falls_app.content.regions import load_region
from falls_app.domain.checklist import Measure
from falls_app.sizes import (
    aim_words,
    number_words,
    taken_words,
    unit_in_use,
    unit_spoken,
    unit_words,
)

RAIL = next(each for each in load_checklist().by_id["STR01"].measures)
TAP = next(each for each in load_checklist().by_id["BTH17"].measures)
US, UK = load_region("us"), load_region("uk")


@pytest.mark.parametrize(
    ("measure", "region", "chosen", "unit"),
    [(RAIL, US, "", "in"), (RAIL, UK, "", "mm"), (RAIL, US, "cm", "cm"), (TAP, US, "", "°F"),
     (TAP, UK, "", "°C"), (TAP, UK, "cm", "°C"), (Measure("l", "lux", "Light"), US, "", "lux")],
)  # fmt: skip
def test_sizes_are_read_in_the_unit_that_was_chosen_else_the_regions(
    measure, region, chosen, unit
) -> None:
    assert unit_in_use(measure, region, chosen) == unit
    assert unit_words(unit)
    assert unit_spoken(unit)


def test_the_size_to_aim_for_follows_the_unit() -> None:
    assert aim_words(RAIL, US) == "about 34 to 38 in"
    assert aim_words(RAIL, US, "cm") == "about 86.5 to 96.5 cm"
    assert aim_words(RAIL, UK, "in") == "about 35.5 to 39.5 in"
    assert aim_words(Measure("m", "mm", "What"), US) == ""
    gap = Measure("m", "mm", "Gap", {"us": (0, 0)})
    assert aim_words(gap, US) == "0 in"
    assert aim_words(gap, US, "mm") == "0 mm"


def test_a_size_that_was_taken_is_written_with_its_unit() -> None:
    assert taken_words(863.6, "in", US) == "34 in"
    assert taken_words(863.6, "cm", UK) == "86.4 cm"
    assert taken_words(1524, "mm", US) == "1524 mm"
    assert number_words(9.5, "mm", UK) == "9.5"
