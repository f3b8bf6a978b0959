"""Every page in every size: nothing is cut, broken or hidden, and nothing scrolls sideways.

The tightest sizes are measured here; ``python -m tests.layouts`` measures them all.
"""

from collections.abc import Callable, Sequence
from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication

from falls_app.domain.assessment import Case
from falls_app.ui import pages
from falls_app.ui.widgets.plan_panel import StepCard
from falls_app.ui.widgets.text import Words
from tests import layouts, longer

Sizes = Sequence[tuple[int, int]]
WIDE, SMALL = layouts.SIZES[:1], layouts.SIZES[1:]


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


def test_every_page_of_the_window_is_measured() -> None:
    assert {page.partition(":")[0] for page in layouts.PAGES} == set(pages.PAGES)


def test_the_plan_beside_a_card_shows_no_more_steps_than_have_room(sample, window) -> None:
    window.resize(1440, 838)
    window.go("walk:stairs:STR01")
    QApplication.processEvents()
    cards = [each for each in window.page.findChildren(StepCard) if each.isVisible()]

    words = [[each for each in card.findChildren(Words) if each.isVisible()] for card in cards]
    assert any("way:" in each.text() for shown in words for each in shown)
    for shown in words:
        for one, other in combinations(shown, 2):
            assert not one.geometry().intersects(other.geometry()), one.text()
