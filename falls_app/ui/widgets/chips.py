"""What is ticked: chips, and boxes with words beside them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.text import Block, lay_out_text


class Chip(Pressable):
    """A word to tick. Chosen chips carry a tick, a thicker edge and a fill."""

    def __init__(
        self,
        text: str,
        *,
        chosen: bool = False,
        name: str = "",
        icon: str = "",
        leaves_enter: bool = False,
    ) -> None:
        """With ``leaves_enter`` Enter is for the card around it, and Space alone ticks."""
        super().__init__(text, name)
        self._icon, self._leaves_enter = icon, leaves_enter
        self.setCheckable(True)
        self.setChecked(chosen)
        self._face = font(17, 500)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _beside(self) -> int:
        """Width of everything that is not the words."""
        icon = px(18) + px(6) if self.isChecked() or self._icon else 0
        return 2 * px(18) + icon + 2

    def _block(self, width: int) -> Block:
        return lay_out_text(self.text(), self._face, max(20, width - self._beside()), 1.25)

    @override
    def sizeHint(self) -> QSize:
        words = lay_out_text(self.text(), self._face, line=1.25)
        return QSize(words.width + self._beside(), max(SMALLEST, px(44)))

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max(self.text().split() or [""], key=len)
        # A word of 80 letters is broken rather than pushing everything else aside.
        word = min(lay_out_text(longest, self._face, line=1.25).width, px(200))
        return QSize(max(px(60), word + self._beside()), max(SMALLEST, px(44)))

    @property
    @override
    def passes_enter(self) -> bool:
        return self._leaves_enter

    @override
    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    @override
    def checkStateSet(self) -> None:
        """Ask for the room of the tick, also where the program sets it."""
        super().checkStateSet()
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self.sizeHint().height(), self._block(width).height + px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        radius = min(box.height() / 2, px(22))
        painter.setPen(QPen(color("primary" if chosen else "edge"), 2 if chosen else 1.25))
        back = "primary_soft" if chosen else "hover" if self.is_hovered else "surface"
        painter.setBrush(color(back))
        painter.drawRoundedRect(box, radius, radius)
        block = self._block(self.width())
        wide = self._beside() - 2 * px(18) + block.width
        x, middle = max(px(18), (self.width() - wide) / 2), self.height() / 2
        icon = "check" if chosen else self._icon
        if icon:
            side = px(18)
            ink = color("primary" if chosen else "ink").name()
            draw_icon(
                surface, icon, x - 2, middle - side / 2, side, ink, width=2.4 if chosen else 2
            )
            x += side + px(6)
        painter.setPen(color("ink"))
        block.draw(painter, x, middle - block.height / 2)
        self.draw_focus(painter, radius + 1)


class CheckBox(Pressable):
    """A box to tick with words beside it."""

    def __init__(
        self, text: str, *, checked: bool = False, name: str = "", size: float = 17
    ) -> None:
        super().__init__(text, name)
        self._face = font(size, 500)
        self.setCheckable(True)
        self.setChecked(checked)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _block(self, width: int) -> Block:
        return lay_out_text(self.text(), self._face, max(20, width - px(44)), 1.3)

    @override
    def sizeHint(self) -> QSize:
        words = lay_out_text(self.text(), self._face, line=1.3).width if self.text() else 0
        return QSize(words + px(44), max(SMALLEST, px(44)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST, max(SMALLEST, px(44)))

    @override
    def hasHeightForWidth(self) -> bool:
        return bool(self.text())

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self.sizeHint().height(), self._block(width).height + px(12))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        side, middle, checked = px(26), self.height() / 2, self.isChecked()
        box = QRectF(6, middle - side / 2, side, side)
        painter.setPen(QPen(color("primary" if checked else "edge"), 2))
        painter.setBrush(color("primary" if checked else "surface"))
        painter.drawRoundedRect(box, 7, 7)
        if checked:
            ink = color("on_primary").name()
            draw_icon(surface, "check", box.x() + 3, box.y() + 3, side - 6, ink, width=3)
        painter.setPen(color("ink"))
        block = self._block(self.width())
        block.draw(painter, px(42), middle - block.height / 2)
        self.draw_focus(painter, 10)
