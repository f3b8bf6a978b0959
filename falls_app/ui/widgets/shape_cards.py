"""The kind of home: a card with a little drawing for each."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.i18n import _
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.pressable import Pressable
from falls_app.ui.widgets.text import Block, lay_out_text
from falls_app.ui.words import shape_words

_LINES = {
    "three": "M7 21L32 3L57 21M13 17V60H51V17M13 31H51M13 45H51",
    "two": "M7 25L32 4L57 25M13 21V58H51V21M13 40H51",
    "one": "M5 33L32 12L59 33M11 29V58H53V29",
    "flat": "M15 4H49V58H15ZM32 4V58M15 22H49M15 40H49",
}
_LIT = {
    "three": "M13 18L32 4L51 18V60H13Z",
    "two": "M13 22L32 6L51 22V58H13Z",
    "one": "M11 29L32 13L53 29V58H11Z",
    "flat": "M15 4H49V58H15Z",
}


class ShapeCard(Pressable):
    """One kind of home."""

    def __init__(self, shape: str, words: str) -> None:
        super().__init__(words)
        self._shape = shape
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _block(self, width: int) -> Block:
        face = font(17, 600)
        return lay_out_text(
            self.text(), face, max(30, width - px(8)), 1.2, Qt.AlignmentFlag.AlignHCenter
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(150), px(110))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), px(110))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return px(90) + self._block(width).height

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        box, chosen = QRectF(self.rect()).adjusted(1, 1, -1, -1), self.isChecked()
        painter.setPen(QPen(color("primary" if chosen else "edge"), 3 if chosen else 1.25))
        back = "primary_soft" if chosen else "hover" if self.is_hovered else "surface"
        painter.setBrush(color(back))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 14, 14)
        self._draw_home(surface, chosen)
        if chosen:
            self._draw_tick(painter, surface)
        painter.setPen(color("ink"))
        block = self._block(self.width())
        block.draw(painter, px(4), px(80))
        self.draw_focus(painter, 14)

    def _draw_home(self, surface: QtSurface, chosen: bool) -> None:
        side = px(58)
        surface.push((self.width() - side) / 2, px(14), side / 64)
        if chosen:
            surface.path(_LIT[self._shape], fill=color("lamp").name())
        ink = color("primary" if chosen else "ink2").name()
        surface.path(_LINES[self._shape], stroke=ink, width=3)
        surface.pop()

    def _draw_tick(self, painter: QPainter, surface: QtSurface) -> None:
        side = px(20)
        left, top = self.width() - side - px(8), px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primary"))
        painter.drawEllipse(QRectF(left, top, side, side))
        inner = side * 0.62
        at = (side - inner) / 2
        ink = color("on_primary").name()
        draw_icon(surface, "check", left + at, top + at, inner, ink, width=3.4)


class ShapeCards(QWidget):
    """The kinds of home, one of them chosen.

    Signals:
        pressed(str): a shape was asked for.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Kind of home"))
        self._cards = {
            shape: ShapeCard(shape, shape_words(shape)) for shape in ("one", "two", "three", "flat")
        }
        for card in self._cards.values():
            card.clicked.connect(self._on_clicked)
        self.setLayout(Even(*self._cards.values(), narrowest=104, most=len(self._cards), gap=8))

    @property
    def first(self) -> ShapeCard:
        """The card that is chosen, else the first one: where the keyboard comes in."""
        cards = list(self._cards.values())
        return next((card for card in cards if card.isChecked()), cards[0])

    def show_shape(self, shape: str) -> None:
        """Show which one is chosen."""
        for each, card in self._cards.items():
            card.setChecked(each == shape)

    def _on_clicked(self) -> None:
        for shape, card in self._cards.items():
            if card is self.sender():
                self.pressed.emit(shape)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys go from card to card."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        cards = list(self._cards.values())
        now = next((place for place, card in enumerate(cards) if card.hasFocus()), None)
        if step is None or now is None:
            super().keyPressEvent(event)
            return
        cards[(now + step) % len(cards)].setFocus(Qt.FocusReason.TabFocusReason)
