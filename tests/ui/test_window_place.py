"""The window comes back where it stood, on a screen that is there."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from falls_app.ui.window_place import place_of, show_in_place

MAIN, RIGHT = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040)


@pytest.mark.parametrize(
    ("kept", "screens", "expected"),
    [
        ([1000, 600, 200, 60, 0], [MAIN], (200, 60, 1000, 600)),
        ([1000, 600, 1800, 60, 0], [MAIN, RIGHT], (1800, 60, 1000, 600)),
        ([1000, 600, 1800, 60, 0], [MAIN], (183, 64, 1000, 600)),  # that screen is gone
        ([1000, 600, -950, 60, 0], [MAIN], (183, 64, 1000, 600)),  # nothing left to take hold of
        ([1000, 600, 200, 720, 0], [MAIN], (183, 64, 1000, 600)),
    ],
)
def test_a_window_stands_where_it_stood_or_in_the_middle(kept, screens, expected, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    show_in_place(window, kept, screens)

    box = window.geometry()
    assert (box.x(), box.y(), box.width(), box.height()) == expected
    assert place_of(window)[:2] == [1000, 600]


@pytest.mark.parametrize(
    "kept", [[1440, 900], [900, 600, 0, 0, 1], [], [0, -5], [1600, 900, 9999, 9]]
)
def test_a_window_without_room_or_that_filled_the_screen_fills_it(kept, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    show_in_place(window, kept, [MAIN])

    assert window.isMaximized()
