"""Cards to tick: what is meant, with examples in a smaller line below."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.i18n import _
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.text import Block, lay_out_text


class TickCard(Pressable):
    """One card with a box to tick, its words and a smaller line."""

    def __init__(self, words: str, small: str) -> None:
        super().__init__(words, _("{words}. {more}").format(words=words, more=small))
        self._small = small
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _blocks(self, width: int) -> tuple[Block, Block]:
        inner = max(60, width - px(66))
        return (
            lay_out_text(self.text(), font(17, 600), inner, 1.25),
            lay_out_text(self._small, font(15.5), inner, 1.3),
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(px(300)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), max(SMALLEST, px(60)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        words, small = self._blocks(width)
        return max(px(60), SMALLEST, words.height + small.height + px(25))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        box, chosen = QRectF(self.rect()).adjusted(1, 1, -1, -1), self.isChecked()
        painter.setPen(QPen(color("primary" if chosen else "edge"), 3 if chosen else 1.25))
        back = "primary_soft" if chosen else "hover" if self.is_hovered else "surface"
        painter.setBrush(color(back))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 12, 12)
        words, small = self._blocks(self.width())
        top = (self.height() - words.height - small.height - px(3)) / 2
        side = px(26)
        tick = QRectF(px(16), top, side, side)
        painter.setPen(QPen(color("primary" if chosen else "edge"), 2))
        painter.setBrush(color("primary" if chosen else "surface"))
        painter.drawRoundedRect(tick, px(7), px(7))
        if chosen:
            ink, inner = color("on_primary").name(), side - 2 * px(4)
            draw_icon(surface, "check", tick.x() + px(4), tick.y() + px(4), inner, ink, width=3)
        painter.setPen(color("ink"))
        words.draw(painter, px(54), top)
        painter.setPen(color("ink2"))
        small.draw(painter, px(54), top + words.height + px(3))
        self.draw_focus(painter, 13)
