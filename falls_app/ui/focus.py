"""Where the keyboard goes: from control to control in the order of the eye, and pane to pane."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

ROOM_AROUND = 24
"""Pixels above and below what is scrolled into sight."""

PASSES = 4
"""How often layouts are asked at most until all words have their height."""


def in_order_of_sight(widget: QWidget) -> Iterator[QWidget]:
    """Yield the controls inside a widget that take focus, as its layouts show them."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from in_order_of_sight(inside)
    elif isinstance(widget, QStackedWidget):
        for number in range(widget.count()):
            if (inside := widget.widget(number)) is not None:
                yield from in_order_of_sight(inside)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)
    elif not isinstance(widget, QAbstractScrollArea):
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from in_order_of_sight(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from in_order_of_sight(widget)
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)


def order_tabs(widget: QWidget) -> None:
    """Let Tab visit the controls inside a widget in the order of the eye."""
    controls = list(in_order_of_sight(widget))
    for first, second in pairwise(controls):
        QWidget.setTabOrder(first, second)


def pane_after(panes: Sequence[QWidget], now: QWidget | None, step: int) -> QWidget | None:
    """Return the pane ``step`` further on from where ``now`` stands, round and round.

    A control belongs to the pane with which it shares the innermost widget.
    """
    there = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
    if not there:
        return None
    at = max(range(len(there)), key=lambda number: _shared(there[number], now))
    return there[(at + step) % len(there)]


def turn_pane(panes: Sequence[QWidget], step: int) -> None:
    """Give the keyboard to the pane ``step`` further on from where it is, and show it."""
    pane = pane_after(panes, QApplication.focusWidget(), step)
    if pane is not None:
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(pane)


def _shared(pane: QWidget, now: QWidget | None) -> int:
    """Return how deep the innermost widget lies that holds both; deeper is closer."""
    if now is None:
        return 0
    if pane is now:
        return 1_000
    holders = _holders(now)
    return max((depth for holder, depth in _holders(pane).items() if holder in holders), default=0)


def _holders(widget: QWidget) -> dict[QWidget, int]:
    line: list[QWidget] = [widget]
    while (parent := line[-1].parentWidget()) is not None:
        line.append(parent)
    return {holder: depth for depth, holder in enumerate(reversed(line))}


def settle_layouts() -> None:
    """Give everything its place now: words that wrap know their height one pass later."""
    for _time in range(PASSES):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every area around a widget so that it can be seen."""
    settle_layouts()
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            _show_whole(holder, widget)
        holder = holder.parentWidget()


def _show_whole(area: QScrollArea, widget: QWidget) -> None:
    """Scroll until all of a widget is in sight, or its middle if it is higher than the area.

    Qt itself is content when the cursor of a field is in sight.
    """
    if (inside := area.widget()) is None:
        return
    middle = widget.mapTo(inside, widget.rect().center())
    half = min(widget.height() // 2 + ROOM_AROUND, area.viewport().height() // 2)
    area.ensureVisible(middle.x(), middle.y(), 0, half)


def scroll_to_top(widget: QWidget) -> None:
    """Scroll all areas inside a widget back to their beginning."""
    for area in widget.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)


def scroll_up(widget: QWidget) -> None:
    """Scroll every area around a widget back to its beginning."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.verticalScrollBar().setValue(0)
        holder = holder.parentWidget()
