"""The drawing surface of the screen: QPainter."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from falls_app.drawing.path import parse_path
from falls_app.drawing.surface import Anchor, Surface

FontFor = Callable[[float, int, bool], QFont]
"""Gives the font of a size in pixels, a weight (400 to 700) and serif or not."""


class QtSurface(Surface):
    """Draws with a painter that is already at work; ``font_for`` gives the app's fonts."""

    def __init__(self, painter: QPainter, font_for: FontFor) -> None:
        self.painter = painter
        self._font_for = font_for
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )

    def path(
        self,
        d: str,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 2,
        dash: Sequence[float] | None = None,
        opacity: float = 1,
    ) -> None:
        """Draw the SVG path ``d``."""
        painter = self.painter
        painter.setBrush(_brush(fill))
        painter.setPen(_pen(stroke, width, tuple(dash) if dash else None))
        if opacity == 1:
            painter.drawPath(painter_path(d))
            return
        before = painter.opacity()
        painter.setOpacity(before * opacity)
        painter.drawPath(painter_path(d))
        painter.setOpacity(before)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        weight: int = 400,
        color: str,
        anchor: Anchor = "start",
        serif: bool = False,
    ) -> float:
        """Write one line of text in the app's own fonts; return its width."""
        font = self._font_for(size, weight, serif)
        wide = QFontMetricsF(font).horizontalAdvance(words)
        x -= {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        self.painter.setFont(font)
        self.painter.setPen(_pen(color, 1, None))
        self.painter.drawText(QPointF(x, y), words)
        return wide

    def text_width(
        self, words: str, *, size: float, weight: int = 400, serif: bool = False
    ) -> float:
        """Return how wide these words are in the app's own fonts."""
        return QFontMetricsF(self._font_for(size, weight, serif)).horizontalAdvance(words)

    def push(self, dx: float, dy: float, scale_x: float = 1, scale_y: float | None = None) -> None:
        """Move and scale what follows, until ``pop``."""
        self.painter.save()
        self.painter.translate(dx, dy)
        self.painter.scale(scale_x, scale_x if scale_y is None else scale_y)

    def pop(self) -> None:
        """Go back to how it was before the last ``push``."""
        self.painter.restore()

    def clip(self, d: str) -> None:
        """Show what follows only inside the SVG path ``d``, until ``pop``."""
        self.painter.setClipPath(painter_path(d), Qt.ClipOperation.IntersectClip)

    def glow(self, x: float, y: float, radius: float, color: str, alpha: float) -> None:
        """Draw a soft light that fades outwards."""
        painter, ratio = self.painter, self.painter.device().devicePixelRatioF()
        scaled = painter.worldTransform()
        dots = max(1, ceil(radius * abs(scaled.m11()) * ratio))
        middle = scaled.map(QPointF(x, y)) * ratio
        left, top = round(middle.x()) - dots, round(middle.y()) - dots
        painter.save()
        painter.resetTransform()  # a picture that is not scaled is only copied
        place = QRectF(left / ratio, top / ratio, 2 * dots / ratio, 2 * dots / ratio)
        painter.drawImage(place, _glow(dots, color, round(alpha, 3)))
        painter.restore()


@lru_cache(maxsize=24)
def _glow(dots: int, color: str, alpha: float) -> QImage:
    """Return a light of this radius in dots of the screen; drawn anew each takes a while."""
    picture = QImage(2 * dots, 2 * dots, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    light = QRadialGradient(QPointF(dots, dots), dots)
    for place, share in ((0, 1.0), (0.45, 0.45), (1, 0.0)):
        shade = QColor(color)
        shade.setAlphaF(alpha * share)
        light.setColorAt(place, shade)
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), light)
    painter.end()
    return picture


@lru_cache(maxsize=8192)
def painter_path(d: str) -> QPainterPath:
    """Return the SVG path ``d`` as Qt's own; kept, since a repaint asks for the same ones."""
    path = QPainterPath()
    for command, numbers in parse_path(d):
        match command:
            case "M":
                path.moveTo(*numbers)
            case "L":
                path.lineTo(*numbers)
            case "C":
                path.cubicTo(*numbers)
            case _:
                path.closeSubpath()
    return path


@lru_cache(maxsize=512)
def _brush(color: str | None) -> QBrush:
    return QBrush(Qt.BrushStyle.NoBrush) if color is None else QBrush(QColor(color))


@lru_cache(maxsize=512)
def _pen(color: str | None, width: float, dash: tuple[float, ...] | None) -> QPen:
    if color is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(
        QColor(color),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
    if dash:
        # Qt counts dashes in pen widths, and refuses an odd number of them.
        lengths = dash if len(dash) % 2 == 0 else dash * 2
        pen.setDashPattern([length / width for length in lengths])
    return pen
