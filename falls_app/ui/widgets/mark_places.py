"""Where marks lie on a photo as it is shown: their boxes, their ends, and which one is meant."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from falls_app.domain.evidence import Mark, MarkKind, Point
from falls_app.domain.marking import End
from falls_app.drawing.marks import LETTERS, plate_of
from falls_app.drawing.score import Box
from falls_app.ui.theme import plain_font
from falls_app.ui.widgets.pressable import SMALLEST

REACH = SMALLEST / 2
"""How far from a line or an end a press still means it, in pixels."""
FULL_SIZE = 600
"""Length of a picture's longer side at which marks are drawn at scale 1."""


class Shown:
    """A photo of this place and size on the screen."""

    def __init__(self, picture: QRectF) -> None:
        self.rect = picture
        self.box = Box(picture.x(), picture.y(), picture.width(), picture.height())
        self.scale = max(picture.width(), picture.height()) / FULL_SIZE

    def at(self, point: Point) -> QPointF:
        """Return where a place of the photo is on the screen."""
        return QPointF(
            self.rect.x() + point[0] * self.rect.width(),
            self.rect.y() + point[1] * self.rect.height(),
        )

    def place(self, at: QPointF) -> Point:
        """Return which place of the photo is here; beyond its edge it is below 0 or above 1."""
        return (
            (at.x() - self.rect.x()) / max(1.0, self.rect.width()),
            (at.y() - self.rect.y()) / max(1.0, self.rect.height()),
        )

    def ends(self, mark: Mark) -> dict[End, QPointF]:
        """Return what can be taken hold of to turn or size a mark; a text is only moved."""
        if mark.kind is MarkKind.TEXT:
            return {}
        return {"start": self.at(mark.start), "end": self.at(mark.end)}

    def bounds(self, mark: Mark) -> QRectF:
        """Return the box around a mark, as large as anything that can be pressed."""
        box = QRectF(self.at(mark.start), self.at(mark.end)).normalized()
        if mark.kind is MarkKind.TEXT:
            box = self._plate(mark)
        wide, high = max(0.0, SMALLEST - box.width()), max(0.0, SMALLEST - box.height())
        return box.adjusted(-wide / 2, -high / 2, wide / 2, high / 2)

    def _plate(self, mark: Mark) -> QRectF:
        middle = self.at(mark.start)
        face = plain_font(LETTERS * self.scale, 700)
        wide = QFontMetricsF(face).horizontalAdvance(mark.words or " ")
        return QRectF(*plate_of(wide, middle.x(), middle.y(), self.box, self.scale))

    def distance(self, mark: Mark, at: QPointF) -> float:
        """Return how far a press is from what is drawn, in pixels.

        Inside a circle counts as almost too far: what lies in it is easier to mean.
        """
        start, end = self.at(mark.start), self.at(mark.end)
        match mark.kind:
            case MarkKind.TEXT:
                return 0 if self.bounds(mark).contains(at) else math.inf
            case MarkKind.BLUR:
                inside = QRectF(start, end).normalized().contains(at)
                return REACH - 1 if inside else math.inf
            case MarkKind.CIRCLE:
                return _from_ellipse(QRectF(start, end).normalized(), at)
        return _from_line(start, end, at)

    def meant(self, marks: Sequence[Mark], at: QPointF) -> int | None:
        """Return which mark a press means, the upper one of two; None if none is near."""
        far = [(self.distance(mark, at), -number) for number, mark in enumerate(marks)]
        nearest = min(far, default=(math.inf, 0))
        return -nearest[1] if nearest[0] <= REACH else None


def _from_line(start: QPointF, end: QPointF, at: QPointF) -> float:
    along, to = end - start, at - start
    length = QPointF.dotProduct(along, along)
    share = min(1.0, max(0.0, QPointF.dotProduct(to, along) / length)) if length else 0.0
    gap = to - along * share
    return math.hypot(gap.x(), gap.y())


def _from_ellipse(box: QRectF, at: QPointF) -> float:
    across, down = max(1.0, box.width() / 2), max(1.0, box.height() / 2)
    to = at - box.center()
    share = math.hypot(to.x() / across, to.y() / down)
    gap = abs(share - 1) * min(across, down)
    return min(gap, REACH - 1) if share < 1 else gap
