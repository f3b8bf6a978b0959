"""The list of differences: both sides are read out, one is chosen, all can be chosen at once."""

from collections.abc import Iterator

import pytest

from falls_app.domain.merging import Side
from falls_app.ui.widgets.boxes import Scroll
from falls_app.ui.widgets.difference_list import DifferenceList, Shown
from tests.ui.pressing import is_ticked, press, read

NAME = Shown(("person", "name"), "About Rosa", "Name", "Rosa", "Rosa Maria")
NOTE = Shown(("note", "", "BTH02", "bath"), "Bathroom", "Note: tub", "Nothing", "Wet", Side.THEIRS)


@pytest.fixture
def both(qtbot) -> Iterator[DifferenceList]:
    shown = DifferenceList("On this computer", "In the file")
    shown.show_lines([NAME, NOTE])
    around = Scroll(shown)
    qtbot.addWidget(around)
    around.resize(900, 600)
    around.show()
    qtbot.waitExposed(around)
    yield shown
    around.hide()


def test_what_is_suggested_is_chosen_and_the_rest_is_left_open(both: DifferenceList) -> None:
    assert both.taken == {NOTE.key}
    assert both.still_open == 1
    assert "About Rosa" in read(both)
    assert is_ticked(both, "Note: tub. In the file: Wet. Chosen.")
    assert not is_ticked(both, "Name. On this computer: Rosa.")


def test_a_side_that_is_pressed_is_chosen_alone(both: DifferenceList, qtbot) -> None:
    with qtbot.waitSignal(both.changed):
        press(qtbot, both, "Name. In the file: Rosa Maria.")
    press(qtbot, both, "Name. In the file: Rosa Maria. Chosen.")

    assert both.taken == {NAME.key, NOTE.key}
    assert both.still_open == 0
    assert is_ticked(both, "Name. In the file: Rosa Maria. Chosen.")
    assert not is_ticked(both, "Name. On this computer: Rosa.")


def test_one_side_can_be_chosen_everywhere(both: DifferenceList) -> None:
    assert both.first is not None
    assert both.first.accessibleName() == "Name. On this computer: Rosa."

    both.choose_all(Side.MINE)

    assert (both.taken, both.still_open) == (frozenset(), 0)


def test_without_differences_there_is_nothing_to_choose(both: DifferenceList) -> None:
    both.show_lines([])

    assert both.first is None
    assert both.still_open == 0
