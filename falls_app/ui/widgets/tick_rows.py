"""Large rows to tick, one below the other: several may go together."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.text import Block, lay_out_text


class TickRow(Pressable):
    """One large row with a box to tick; ``round_box`` for an answer that stands alone.

    Signals:
        went_on(): Enter on an answer that stands alone and is ticked already. Space takes it back.
    """

    went_on = Signal()

    def __init__(self, text: str, *, round_box: bool = False) -> None:
        super().__init__(text)
        self._round = round_box
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (is_enter and self._round and self.isChecked()):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.went_on.emit()

    def _block(self, width: int) -> Block:
        face = font(19, 600 if self.isChecked() else 500)
        return lay_out_text(self.text(), face, max(40, width - px(78)), 1.25)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(320), max(px(60), SMALLEST))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), max(px(60), SMALLEST))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(px(60), SMALLEST, self._block(width).height + px(22))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        box, chosen = QRectF(self.rect()).adjusted(1, 1, -1, -1), self.isChecked()
        painter.setPen(QPen(color("primary" if chosen else "edge"), 3 if chosen else 1.25))
        back = "primary_soft" if chosen else "hover" if self.is_hovered else "surface"
        painter.setBrush(color(back))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 12, 12)
        side, middle = px(28), self.height() / 2
        radius = side / 2 if self._round else px(7)
        tick = QRectF(px(20), middle - side / 2, side, side)
        painter.setPen(QPen(color("primary" if chosen else "edge"), 2))
        painter.setBrush(color("primary" if chosen else "surface"))
        painter.drawRoundedRect(tick, radius, radius)
        if chosen:
            ink, inset = color("on_primary").name(), px(4)
            draw_icon(
                surface, "check", tick.x() + inset, tick.y() + inset, side - 2 * inset, ink, width=3
            )
        painter.setPen(color("ink"))
        block = self._block(self.width())
        block.draw(painter, px(64), middle - block.height / 2)
        self.draw_focus(painter, 13)
