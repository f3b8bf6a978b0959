"""A pad to sign on by pen, finger or mouse. Who cannot draw has the buttons beside it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.domain.evidence import Point
from falls_app.ui.theme import color, font, px

Strokes = tuple[tuple[Point, ...], ...]

SHAPE = 4.0
"""A pad is so many times as wide as it is high: as the field on the paper."""

_MOST_POINTS = 4_000
_NEAR = 0.002
"""Points nearer to the last one than this share of the width are passed over."""


class SignaturePad(QWidget):
    """Shows strokes and takes new ones.

    Signals:
        drawn(tuple): all strokes, after each one that was drawn.
    """

    drawn = Signal(object)

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self._strokes: list[tuple[Point, ...]] = []
        self._points: list[Point] = []
        self._is_open = True
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(px(200))
        self.setMaximumWidth(px(520))

    def show_strokes(self, strokes: Strokes, *, is_open: bool, hint: str, name: str) -> None:
        """Show a signature; an open pad takes strokes. ``hint`` stands on an empty one."""
        if not self._points:
            self._strokes = list(strokes)
        self._is_open, self._hint = is_open, hint
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.CrossCursor if is_open else Qt.CursorShape.ArrowCursor)
        self.update()

    # ------------------------------------------------------------------ drawing

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_open and event.button() == Qt.MouseButton.LeftButton:
            self._points = [self._share(event.position())]
            self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._points or self._count() >= _MOST_POINTS:
            return
        point, last = self._share(event.position()), self._points[-1]
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) / SHAPE >= _NEAR:
            self._points.append(point)
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._points:
            self._strokes.append(tuple(self._points))
            self._points = []
            self.drawn.emit(tuple(self._strokes))

    def _count(self) -> int:
        return len(self._points) + sum(map(len, self._strokes))

    def _share(self, at: QPointF) -> Point:
        wide, high = max(1, self.width()), max(1, self.height())
        return (
            round(min(1.0, max(0.0, at.x() / wide)), 4),
            round(min(1.0, max(0.0, at.y() / high)), 4),
        )

    # ------------------------------------------------------------------ showing

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(400), px(100))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(px(80), round(width / SHAPE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strokes = [*self._strokes, tuple(self._points)] if self._points else self._strokes
        if not strokes:
            painter.setFont(font(16))
            painter.setPen(color("ink2"))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), flags, self._hint)
        wide, high = self.width(), self.height()
        painter.setPen(
            QPen(color("ink"), px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                 Qt.PenJoinStyle.RoundJoin)
        )  # fmt: skip
        for stroke in strokes:
            path = QPainterPath(QPointF(stroke[0][0] * wide, stroke[0][1] * high))
            for x, y in stroke[1:]:
                path.lineTo(x * wide, y * high)
            if len(stroke) == 1:
                path.lineTo(stroke[0][0] * wide + 0.1, stroke[0][1] * high)
            painter.drawPath(path)
        painter.setPen(QPen(color("edge"), 1.5))
        painter.drawLine(0, high - 1, wide, high - 1)
