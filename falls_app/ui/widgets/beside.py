"""A line of words and buttons that stand below each other where they do not fit side by side."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget
from typing_extensions import override

from falls_app.ui.theme import px
from falls_app.ui.widgets.flow import Placing
from falls_app.ui.widgets.text import LONGEST_WORD, Words

Line = list[tuple[QLayoutItem, int]]
"""The items of a line, each with the width that it needs, in pixels."""


class Beside(Placing):
    """Lays widgets out in a line; ``(widget, 1)`` grows into what the others leave.

    What grows needs ``least`` pixels at 100 % text, or its words if they take less, and its longest
    word at least. Where a line is too narrow for all of them, the rest goes into the next one; of a
    title and what follows it, all but the title. With ``apart`` nothing grows: the first stands at
    the left, the others at the right.
    """

    def __init__(
        self,
        *items: QWidget | tuple[QWidget, int],
        gap: int = 8,
        least: int = 220,
        apart: bool = False,
    ) -> None:
        super().__init__(gap=gap)
        self._least, self._apart = least, apart
        self._growing: set[QWidget] = set()
        for item in items:
            widget = item[0] if isinstance(item, tuple) else item
            if isinstance(item, tuple):
                self._growing.add(widget)
            self.addWidget(widget)

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        wide = max((size.width() for size in sizes), default=0)
        high = max((size.height() for size in sizes), default=0)
        return QSize(wide, high)

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def _need(self, item: QLayoutItem) -> int:
        hint, least, widget = item.sizeHint().width(), item.minimumSize().width(), item.widget()
        if widget not in self._growing:
            return max(least, hint)
        if isinstance(widget, Words):
            least = max(least, widget.width_of_longest(LONGEST_WORD))
        return max(least, min(hint, px(self._least)))

    def _grows(self, item: QLayoutItem) -> bool:
        return item.widget() in self._growing

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            need = min(self._need(item), width)
            if not lines or need > room:
                lines.append([])
                room = width
            lines[-1].append((item, need))
            room -= need + self.spacing()
        return self._together(lines, width)

    def _together(self, lines: list[Line], width: int) -> list[Line]:
        """Keep what follows a title in one line below it, rather than break that up."""
        parts = [part for line in lines for part in line]
        leads = parts and (self._apart or self._growing == {parts[0][0].widget()})
        taken = sum(need + self.spacing() for _item, need in parts[1:]) - self.spacing()
        if leads and len(lines) > 1 and taken <= width:
            return [parts[:1], parts[1:]]
        return lines

    @override
    def _place(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the lines take; put the widgets there if ``move``."""
        y = rect.y()
        for line in self._lines(rect.width()):
            wide = self._widths(line, rect.width())
            highs = [_height(item, width) for (item, _need), width in zip(line, wide, strict=True)]
            if move:
                self._put(line, wide, QRect(rect.x(), y, rect.width(), max(highs)))
            y += max(highs) + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _widths(self, line: Line, width: int) -> list[int]:
        spare = width - sum(need for _item, need in line) - self.spacing() * (len(line) - 1)
        growing = sum(self._grows(item) for item, _need in line)
        return [need + (spare // growing if self._grows(item) else 0) for item, need in line]

    def _put(self, line: Line, widths: list[int], row: QRect) -> None:
        x = row.x()
        taken = sum(widths) + self.spacing() * (len(line) - 1)
        for number, ((item, _need), width) in enumerate(zip(line, widths, strict=True)):
            if self._apart and number == 1:
                x += row.width() - taken
            high = _height(item, width)
            if item.expandingDirections() & Qt.Orientation.Vertical:
                high = row.height()
            top = row.y() + (row.height() - high) // 2
            place, widget = QRect(QPoint(x, top), QSize(width, high)), item.widget()
            (widget or item).setGeometry(place)
            x += width + self.spacing()


def _height(item: QLayoutItem, width: int) -> int:
    high = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(high, item.minimumSize().height())


def beside(
    *items: QWidget | tuple[QWidget, int], gap: int = 8, least: int = 220, apart: bool = False
) -> QWidget:
    """Return a widget that holds these, laid out by ``Beside``."""
    holder = QWidget()
    holder.setLayout(Beside(*items, gap=gap, least=least, apart=apart))
    return holder
