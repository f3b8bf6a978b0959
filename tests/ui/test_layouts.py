"""Every page in every size: nothing is cut, broken or hidden, and nothing scrolls sideways.

The tightest sizes are measured here; ``python -m tests.layouts`` measures them all.
"""

from collections.abc import Callable, Sequence

import pytest

from falls_app.domain.assessment import Case
from falls_app.ui import pages
from tests import layouts, longer

Sizes = Sequence[tuple[int, int]]
LARGE, WIDE, SMALL = layouts.SIZES[:1], layouts.SIZES[1:2], layouts.SIZES[2:]


@pytest.mark.parametrize(
    ("percent", "sizes", "shown"),
    [(100, SMALL, layouts.PAGES), (150, WIDE, layouts.FILLED_IN), (200, SMALL, layouts.PAGES)],
    ids=["100", "150", "200"],
)
def test_every_page_has_room_for_its_words(
    percent: int, sizes: Sizes, shown: Sequence[str]
) -> None:
    with layouts.window() as window:
        assert layouts.measure_sizes(window, percent, sizes, shown) == []


def test_every_page_has_room_for_a_language_a_third_longer() -> None:
    with longer.longer_language(), layouts.window() as window:
        assert layouts.measure_sizes(window, 200, WIDE) == []


@pytest.mark.parametrize("case", [longer.long_names, longer.forty, longer.empty])
def test_pages_have_room_for_what_people_fill_in(case: Callable[[], Case]) -> None:
    with layouts.window(case()) as window:
        assert layouts.measure_sizes(window, 150, SMALL, layouts.FILLED_IN) == []


@pytest.mark.parametrize("case", [longer.long_names, longer.forty])
def test_the_plan_beside_the_card_shows_as_many_steps_as_it_has_room_for(
    case: Callable[[], Case],
) -> None:
    with layouts.window(case()) as window:
        for percent in (100, 150):
            assert layouts.measure_sizes(window, percent, LARGE, ("walk:stairs:STR01",)) == []


def test_every_page_of_the_window_is_measured() -> None:
    assert {page.partition(":")[0] for page in layouts.PAGES} == set(pages.PAGES)
