"""A small share of the kills."""

import pytest

from tests.battery.journeys import JOURNEYS
from tests.battery.kills import kills


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_program_killed_at_any_moment_loses_nothing_acknowledged(name: str) -> None:
    figures = kills(name, 2, seed=2)

    assert figures.kills == 2
    assert figures.wrong == []
