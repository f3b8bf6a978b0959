"""Finds where something may lie over a window without covering what can be pressed there."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from falls_app.ui.theme import px
from falls_app.ui.widgets.text import Words

EDGE = 16
"""Pixels to the edges of the window."""
AROUND = 4
"""Pixels at 100 % text that stay free around a control."""
FOOT = 92
"""Pixels at 100 % text that a page has for its way on."""


class Around:
    """What is in sight in a window: its controls and its words.

    ``ground`` is what can be used now: the window, or the sheet over it. ``but`` is what looks for
    its place there.
    """

    def __init__(self, window: QWidget, ground: QWidget, but: QWidget) -> None:
        self._room = window.rect().adjusted(EDGE, 0, -EDGE, -EDGE)
        inside = [each for each in ground.findChildren(QWidget) if each.isVisible()]
        able = _controls([each for each in inside if not but.isAncestorOf(each)])
        small = window.width() * window.height() // 4
        self._taken = [*_seen((each for each in able if not _is_picture(each, small)), window)]
        self._words = [*_seen((each for each in inside if isinstance(each, Words)), window)]
        self._used = [*_seen(able & {QApplication.focusWidget()}, window)]
        self._ground = QRect(ground.mapTo(window, QPoint()), ground.size())

    def is_clear(self, box: QRect) -> bool:
        """Tell whether a box lies in the window and over no control."""
        return self._room.contains(box) and not any(map(box.intersects, self._taken))

    def clear_spot(self, size: QSize) -> QPoint | None:
        """Return where something of this size covers no control; None if that is nowhere.

        Above the foot of the ground on the right side if that is free, else where it lies over the
        fewest words, as near to there as it can.
        """
        wish = self._wish(size)
        free = self._free(size)
        spots = {_closest(each, wish) for each in free}  # type: ignore[attr-defined]
        if wish in spots:
            return wish

        def cost(spot: QPoint) -> tuple[int, int]:
            here = QRect(spot, size)
            both = (here & each for each in self._words)
            return sum(each.width() * each.height() for each in both), _distance(spot, wish)

        return min(spots, key=cost, default=None)

    def least_spot(self, size: QSize) -> QPoint:
        """Return the corner in which it covers the fewest, and not what has the keyboard."""
        wish, ground = self._wish(size), self._ground
        spots = wish, QPoint(ground.left() + EDGE, wish.y()), QPoint(wish.x(), ground.top() + EDGE)

        def cost(spot: QPoint) -> tuple[bool, int]:
            here = QRect(spot, size)
            return any(map(here.intersects, self._used)), sum(map(here.intersects, self._taken))

        return min(spots, key=cost)

    def _wish(self, size: QSize) -> QPoint:
        right, foot = self._ground.right() + 1, self._ground.bottom() + 1
        return QPoint(right - EDGE - size.width(), foot - px(FOOT) - size.height())

    def _free(self, size: QSize) -> QRegion:
        """Return where its corner may be, top left."""
        corners = self._room.adjusted(0, 0, 1 - size.width(), 1 - size.height())
        free = QRegion(corners) if corners.isValid() else QRegion()
        edge = px(AROUND)
        for box in self._taken:
            left, top = edge + size.width() - 1, edge + size.height() - 1
            free -= QRegion(box.adjusted(-left, -top, edge, edge))
        return free


def _closest(box: QRect, wish: QPoint) -> QPoint:
    return QPoint(
        min(max(wish.x(), box.left()), box.right()), min(max(wish.y(), box.top()), box.bottom())
    )


def _distance(one: QPoint, other: QPoint) -> int:
    return (one - other).manhattanLength()


def _controls(inside: Iterable[QWidget]) -> set[QWidget]:
    """Return the buttons, and what takes the keyboard for itself.

    The card of a check takes it for the answers in it: it is no control.
    """
    buttons = {each for each in inside if isinstance(each, QAbstractButton)}
    takers = {each for each in inside if each.focusPolicy() != Qt.FocusPolicy.NoFocus}
    holders = {above for each in takers | buttons for above in _above(each)}
    return buttons | takers - holders


def _is_picture(widget: QWidget, small: int) -> bool:
    """Tell whether it is a page or a photo to be looked at: larger than so many pixels."""
    is_large = widget.width() * widget.height() > small
    return is_large and not isinstance(widget, QAbstractButton)


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _seen(widgets: Iterable[QWidget], window: QWidget) -> Iterator[QRect]:
    """Yield where in the window widgets are, as far as they are in sight."""
    for each in widgets:
        seen = each.visibleRegion().boundingRect()
        if seen.isValid():
            yield QRect(each.mapTo(window, seen.topLeft()), seen.size())
