"""A switch with what it does beside it: on or off, at once."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.ui.theme import color, look, px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.pressable import Pressable
from falls_app.ui.widgets.text import Words


class Toggle(Pressable):
    """The switch. Its knob stands right and carries a tick while it is on."""

    def __init__(self, name: str) -> None:
        super().__init__("", name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(64), max(look.smallest_target, px(44)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        on, high, wide = self.isChecked(), px(30), px(54)
        box = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        painter.setPen(QPen(color("primary" if on else "edge"), 2))
        painter.setBrush(color("primary" if on else "surface"))
        painter.drawRoundedRect(box, high / 2, high / 2)
        knob = high - px(8)
        left = box.right() - knob - px(4) if on else box.left() + px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("on_primary" if on else "edge"))
        painter.drawEllipse(QRectF(left, box.top() + px(4), knob, knob))
        if on:
            side = knob - px(6)
            ink = color("primary").name()
            draw_icon(surface, "check", left + px(3), box.top() + px(7), side, ink, width=3)
        self.draw_focus(painter, 12)


class ToggleLine(QWidget):
    """A switch with its name and what it does.

    Signals:
        switched(bool): it was switched by hand.
    """

    switched = Signal(bool)

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.toggle = Toggle(name)
        self.toggle.setAccessibleDescription(words)
        self.toggle.clicked.connect(self._on_clicked)
        what = column(Words(name, 18, 700), Words(words, 16, token="ink2"), gap=2)
        line = row(gap=20)
        line.addLayout(what, 1)
        line.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Switch, where the words are pressed rather than the switch."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.toggle.click()

    def show_on(self, on: bool) -> None:
        """Show whether it is on."""
        self.toggle.setChecked(on)

    def _on_clicked(self) -> None:
        self.switched.emit(self.toggle.isChecked())
