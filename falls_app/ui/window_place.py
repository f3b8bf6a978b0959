"""Where the window stands: kept when it closes, and found again, also when a screen is gone."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

FRAME = 48
"""Room that a title bar and borders take, in pixels."""
GRIP = QSize(160, 40)
"""So much of the top of the window has to be on a screen, to be taken hold of."""
USUAL = (1440, 900)


def place_of(window: QWidget) -> list[int]:
    """Return what is kept: width, height, left, top, and 1 if it fills the screen."""
    box = window.normalGeometry()
    if box.isEmpty():
        box = window.geometry()
    filled = window.isMaximized() or window.isFullScreen()
    return [box.width(), box.height(), box.x(), box.y(), int(filled)]


def show_in_place(window: QWidget, kept: Sequence[int], screens: Sequence[QRect]) -> None:
    """Show the window where it stood; ``screens`` are the free rectangles, the main one first.

    A window larger than its screen fills it. One that nobody could take hold of any more, since
    its screen is gone or smaller, comes to the middle of the main screen.
    """
    numbers = [int(each) for each in kept]
    width, height = numbers[:2] if len(numbers) > 1 and min(numbers[:2]) > 0 else USUAL
    corner = QPoint(*numbers[2:4]) if len(numbers) > 3 else None
    screen = _screen_of(corner, width, screens)
    home = screen or screens[0]
    fits = width + FRAME <= home.width() and height + FRAME <= home.height()
    size = QSize(min(width, home.width()), min(height, home.height()))
    if corner is None:  # the system chooses the place
        window.resize(size)
    elif screen is not None and fits:
        window.setGeometry(QRect(corner, size))
    else:
        window.setGeometry(QRect(home.center() - QRect(QPoint(), size).center(), size))
    if not fits or (len(numbers) > 4 and numbers[4]):
        window.showMaximized()
    else:
        window.show()


def bring_forward(window: QWidget) -> None:
    """Let the window stand before all others, as far as the system lets us."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _screen_of(corner: QPoint | None, width: int, screens: Sequence[QRect]) -> QRect | None:
    """Return the screen that shows enough of the top of a window; None if none does."""
    if corner is None:
        return None
    top = QRect(corner, QSize(width, GRIP.height()))
    for screen in screens:
        seen = screen.intersected(top)
        if seen.width() >= GRIP.width() and seen.height() >= GRIP.height() // 2:
            return screen
    return None
