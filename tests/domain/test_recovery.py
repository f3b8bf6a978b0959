"""The weeks after a break in the spine, counted from its day."""

from datetime import date

import pytest

from falls_app.domain.screening.recovery import Phase, days_of, week_of


@pytest.mark.parametrize(
    ("day", "week"), [(0, 1), (1, 1), (7, 1), (8, 2), (21, 3), (22, 4), (42, 6), (43, 7), (84, 12)]
)
def test_a_week_ends_on_its_seventh_day(day: int, week: int) -> None:
    assert week_of(day) == week


def test_a_stretch_has_its_days_over_the_end_of_a_year() -> None:
    phase = Phase("weeks", "Weeks 4 to 6", 22, 42, (), ())

    assert days_of(phase, date(2026, 12, 1)) == (date(2026, 12, 23), date(2027, 1, 12))
