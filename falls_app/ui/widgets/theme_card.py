"""A theme to choose: a small picture of a page in its colors, with its name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.content.themes import Theme, load_theme
from falls_app.drawing.icons import draw_icon
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.pressable import Pressable
from falls_app.ui.widgets.text import Block, lay_out_text

_WIDE, _PICTURE = 190, 84


class ThemeCard(Pressable):
    """One theme; "system" shows light beside dark. ``value`` is its id."""

    def __init__(self, value: str, words: str) -> None:
        super().__init__(words)
        self.value = value
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def _words(self) -> Block:
        face = font(17, 600)
        middle = Qt.AlignmentFlag.AlignHCenter
        return lay_out_text(self.text(), face, px(_WIDE) - px(20), 1.25, middle)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_WIDE), px(_PICTURE) + self._words.height + px(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(color("primary" if chosen else "edge"), 3 if chosen else 1.25))
        painter.setBrush(color("hover" if self.is_hovered else "surface"))
        painter.drawRoundedRect(box, 14, 14)
        picture = QRectF(px(12), px(12), self.width() - 2 * px(12), px(_PICTURE))
        if self.value == "system":
            half = picture.width() / 2
            self._draw_page(painter, picture.adjusted(0, 0, -half, 0), load_theme("light"))
            self._draw_page(painter, picture.adjusted(half, 0, 0, 0), load_theme("dark"))
        else:
            self._draw_page(painter, picture, load_theme(self.value))
        words = self._words
        painter.setPen(color("ink"))
        words.draw(painter, px(10), picture.bottom() + px(12))
        if chosen:
            side = px(24)
            spot = QRectF(self.width() - side - 3, 3, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("primary"))
            painter.drawEllipse(spot)
            ink = color("on_primary").name()
            inner = side - px(8)
            draw_icon(surface, "check", spot.x() + px(4), spot.y() + px(4), inner, ink, width=3)
        self.draw_focus(painter, 14)

    def _draw_page(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.setPen(QPen(QColor(theme["line"]), 1))
        painter.setBrush(QColor(theme["paper"]))
        painter.drawRoundedRect(box, 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        left, wide = box.left() + px(10), box.width() - 2 * px(10)
        for token, top, share, high in (
            ("ink", 12, 0.75, 10), ("ink2", 30, 0.55, 8), ("primary", 56, 0.45, 16),
        ):  # fmt: skip
            painter.setBrush(QColor(theme[token]))
            bar = QRectF(left, box.top() + px(top), wide * share, px(high))
            painter.drawRoundedRect(bar, px(4), px(4))
        if wide > px(90):
            right = box.right() - px(10) - px(18)
            painter.setBrush(QColor(theme["ok_solid"]))
            painter.drawEllipse(QRectF(right, box.top() + px(30), px(18), px(18)))
            painter.setBrush(QColor(theme["some_solid"]))
            painter.drawRoundedRect(QRectF(right, box.top() + px(56), px(18), px(18)), 4, 4)
