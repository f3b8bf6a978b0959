"""A paper to choose: its sign, its name and a line about it; the chosen one wears a tick."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.i18n import _
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.text import Block, lay_out_text

LEFT, RIGHT = 62, 48


class PaperChoice(Pressable):
    """One paper in the list of papers. ``kind`` is its id."""

    def __init__(self, kind: str, title: str, icon: str, about: str) -> None:
        super().__init__(title, _("{paper}. {about}").format(paper=title, about=about))
        self.kind, self._icon, self._about = kind, icon, about
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _blocks(self, width: int) -> tuple[Block, Block]:
        inner = max(60, width - px(LEFT) - px(RIGHT))
        return (
            lay_out_text(self.text(), font(18, 600), inner, 1.25),
            lay_out_text(self._about, font(16), inner, 1.25),
        )

    def _line_below(self, about: Block) -> int:
        """How high the line about it is, with the gap above; 0 without words."""
        return about.height + px(2) if self._about else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(px(300)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), max(SMALLEST, px(56)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        title, about = self._blocks(width)
        return max(px(56), SMALLEST, title.height + self._line_below(about) + px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        box, chosen = QRectF(self.rect()).adjusted(1, 1, -1, -1), self.isChecked()
        painter.setPen(QPen(color("primary" if chosen else "edge"), 3 if chosen else 1.25))
        back = "primary_soft" if chosen else "hover" if self.is_hovered else "surface"
        painter.setBrush(color(back))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 12, 12)
        middle, side = self.height() / 2, px(24)
        ink = color("primary").name()
        draw_icon(surface, self._icon, px(20), middle - side / 2, side, ink)
        title, about = self._blocks(self.width())
        top = middle - (title.height + self._line_below(about)) / 2
        painter.setPen(color("ink"))
        title.draw(painter, px(LEFT), top)
        painter.setPen(color("ink2"))
        if self._about:
            about.draw(painter, px(LEFT), top + title.height + px(2))
        if chosen:
            disc = QRectF(self.width() - px(40), middle - px(12), px(24), px(24))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("primary"))
            painter.drawEllipse(disc)
            inner = px(15)
            at = (disc.width() - inner) / 2
            draw_icon(
                surface, "check", disc.x() + at, disc.y() + at, inner,
                color("on_primary").name(), width=3.2,
            )  # fmt: skip
        self.draw_focus(painter, 13)
