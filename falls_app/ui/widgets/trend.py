"""Numbers over time as dots on a line. The words beside it say the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.theme import color, plain_font, px

HIGH = 150
SMALL = 15


@dataclass(frozen=True, slots=True)
class Point:
    """One number: its day counted from any day on, the number, and both in words."""

    day: int
    value: float
    label: str
    when: str


class Trend(QWidget):
    """Dots from left to right, with the number above each and the first and the last day below."""

    def __init__(self) -> None:
        super().__init__()
        self._points: Sequence[Point] = ()
        self.setMinimumWidth(px(220))
        self.setFixedHeight(px(HIGH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[Point], name: str) -> None:
        """Show these, the oldest first; ``name`` says in words what the picture shows."""
        self._points = points
        self.setAccessibleName(name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._points:
            return
        surface = QtSurface(QPainter(self), plain_font)
        floor = self.height() - px(28)
        surface.line(0, floor, self.width(), floor, stroke=color("edge").name(), width=1.5)
        places = [self._place(point) for point in self._points]
        ink = color("primary").name()
        way = "".join(f"{'L' if n else 'M'}{x:.1f} {y:.1f}" for n, (x, y) in enumerate(places))
        if len(places) > 1:
            surface.path(way, stroke=ink, width=2.5)
        for x, y in places:
            surface.circle(x, y, px(6), fill=ink, stroke=color("surface").name(), width=2)
        self._write(surface, places, floor)

    def _place(self, point: Point) -> tuple[float, float]:
        days = [each.day for each in self._points]
        values = [each.value for each in self._points]
        across = (point.day - days[0]) / max(1, days[-1] - days[0])
        up = (point.value - min(values)) / ((max(values) - min(values)) or 1)
        side, top, low = px(34), px(36), self.height() - px(46)
        if max(values) == min(values):
            up = 0.5
        return side + across * (self.width() - 2 * side), low - up * (low - top)

    def _write(
        self, surface: QtSurface, places: Sequence[tuple[float, float]], floor: float
    ) -> None:
        """Write a number where it does not cover the one before, and the days at both ends."""
        taken = -1000.0
        last = len(places) - 1
        for number, (x, y) in enumerate(places):
            label = self._points[number].label
            half = surface.text_width(label, size=px(SMALL), weight=700) / 2
            clear = number == last or x + half < places[last][0] - half - px(4)
            if clear and x - half > taken:
                surface.text(
                    x, y - px(12), label, size=px(SMALL), weight=700, color=color("ink").name(),
                    anchor="middle",
                )  # fmt: skip
                taken = x + half + px(4)
        days = [(0.0, self._points[0].when, "start")]
        if last and self._points[0].day != self._points[-1].day:
            days.append((float(self.width()), self._points[-1].when, "end"))
        for x, words, anchor in days:
            surface.text(
                x, floor + px(20), words, size=px(SMALL), color=color("ink2").name(),
                anchor=anchor,  # type: ignore[arg-type]
            )  # fmt: skip
