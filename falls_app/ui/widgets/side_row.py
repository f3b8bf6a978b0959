"""A line of a list at the side: an icon, words, and how many there are."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.i18n import _
from falls_app.ui.theme import color, font, look, px
from falls_app.ui.widgets.pressable import Pressable
from falls_app.ui.widgets.text import lay_out_text


class SideRow(Pressable):
    """The one that is shown has a bar at its left. ``value`` says which it is."""

    def __init__(self, value: str, words: str, icon: str, width: int) -> None:
        """Be ``width`` wide, in pixels at 100 % text."""
        super().__init__(words)
        self.value, self._icon, self._wide, self._narrow = value, icon, width, False
        self._count = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Be as wide as its words, to stand beside others."""
        self._narrow = narrow
        self.updateGeometry()

    def set_count(self, count: int) -> None:
        """Show how many there are."""
        self._count = str(count)
        self.setAccessibleName(_("{list}: {n}").format(list=self.text(), n=count))
        self.updateGeometry()
        self.update()

    def _words_width(self) -> int:
        count = lay_out_text(self._count, font(16, 600)).width + px(18) if self._count else 0
        return px(self._wide) - px(56) - count

    @override
    def sizeHint(self) -> QSize:
        block = lay_out_text(self.text(), font(17, 600), line=1.2)
        if self._narrow:
            return QSize(block.width + px(64), max(look.smallest_target, px(48)))
        high = lay_out_text(self.text(), font(17, 600), self._words_width(), 1.2).height
        return QSize(px(self._wide), max(look.smallest_target, px(48), high + px(16)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        box, shown = QRectF(self.rect()), self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if shown or self.is_hovered:
            painter.setBrush(color("primary_soft" if shown else "hover"))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 10, 10)
        if shown:
            painter.setBrush(color("primary"))
            painter.drawRoundedRect(QRectF(2, 8, 4, box.height() - 16), 2, 2)
        side, middle = px(20), box.height() / 2
        ink = color("primary" if shown else "ink2").name()
        draw_icon(surface, self._icon, px(16), middle - side / 2, side, ink)
        room = box.width() - px(56) if self._narrow else self._words_width()
        block = lay_out_text(self.text(), font(17, 600), room, 1.2)
        painter.setPen(color("ink"))
        block.draw(painter, px(48), middle - block.height / 2)
        if self._count:
            count = lay_out_text(self._count, font(16, 600))
            painter.setPen(color("ink2"))
            count.draw(painter, box.width() - px(14) - count.width, middle - count.height / 2)
        self.draw_focus(painter, 10)
