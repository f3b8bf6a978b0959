"""Every page in every size: nothing is cut, broken or hidden, and nothing scrolls sideways."""

from collections.abc import Callable

import pytest

from falls_app.domain.assessment import Case
from tests import layouts, longer


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_page_has_room_for_its_words(percent: int) -> None:
    with layouts.window() as window:
        assert layouts.measure_sizes(window, percent) == []


def test_every_page_has_room_for_a_language_a_third_longer() -> None:
    with longer.longer_language(), layouts.window() as window:
        assert layouts.measure_sizes(window, 200, layouts.SIZES[1:]) == []


@pytest.mark.parametrize("case", [longer.long_names, longer.forty, longer.empty])
def test_pages_have_room_for_what_people_fill_in(case: Callable[[], Case]) -> None:
    with layouts.window(case()) as window:
        assert layouts.measure_sizes(window, 150, layouts.SIZES[1:], layouts.FILLED_IN) == []
