"""A grid of columns that are all equally wide, as many as fit."""

import math

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget
from typing_extensions import override

from falls_app.ui.theme import px
from falls_app.ui.widgets.flow import Placing


class Even(Placing):
    """Lays widgets out in equal columns, each at least ``narrowest`` pixels wide at 100 % text.

    All widgets of a line get the height of the tallest.
    """

    def __init__(self, *widgets: QWidget, narrowest: int, most: int, gap: int = 14) -> None:
        self._narrowest, self._most = narrowest, most
        super().__init__(*widgets, gap=gap)

    @override
    def minimumSize(self) -> QSize:
        wide = [item.minimumSize().width() for item in self._items if not item.isEmpty()]
        return QSize(min(px(self._narrowest), max(wide, default=0)), 0)

    def columns(self, width: int) -> int:
        """Return how many columns stand side by side in ``width`` pixels."""
        fit = (width + self.spacing()) // (px(self._narrowest) + self.spacing())
        return max(1, min(self._most, fit))

    @override
    def _place(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the lines take; put the widgets there if ``move``."""
        shown = [item for item in self._items if not item.isEmpty()]
        count, gap, y = self.columns(rect.width()), self.spacing(), rect.y()
        if len(shown) > count:  # three and two look better than four and one
            lines = math.ceil(len(shown) / count)
            count = math.ceil(len(shown) / lines)
        wide = (rect.width() - gap * (count - 1)) / count
        for first in range(0, len(shown), count):
            line = shown[first : first + count]
            high = max(_height(item, int(wide)) for item in line)
            if move:
                for number, item in enumerate(line):
                    left = rect.x() + round(number * (wide + gap))
                    item.setGeometry(QRect(QPoint(left, y), QSize(int(wide), high)))
            y += high + gap
        return max(0, y - gap - rect.y())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
