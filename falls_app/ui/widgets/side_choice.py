"""One of two values of the same thing, to choose: a round mark, whose it is, what it says."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.text import Block, lay_out_text

LEFT, RIGHT = 52, 16


class SideChoice(Pressable):
    """One side of a difference. ``what`` names the thing for screen readers."""

    def __init__(self, whose: str, words: str, what: str) -> None:
        super().__init__(words)
        self._whose, self._what = whose, what
        self.setCheckable(True)
        self.choose(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def choose(self, chosen: bool) -> None:
        """Show whether this one counts, and say so in words."""
        self.setChecked(chosen)
        parts = {"what": self._what, "whose": self._whose, "words": self.text()}
        spoken = _("{what}. {whose}: {words}.").format(**parts)
        self.set_words(
            self.text(), _("{answer} Chosen.").format(answer=spoken) if chosen else spoken
        )

    @override
    def nextCheckState(self) -> None:
        """Which one counts follows from what the list says, not from the press."""

    def _blocks(self, width: int) -> tuple[Block, Block]:
        inner = max(60, width - px(LEFT) - px(RIGHT))
        weight = 600 if self.isChecked() else 500
        return (
            lay_out_text(self._whose, font(15), inner, 1.25),
            lay_out_text(self.text(), font(17, weight), inner, 1.3),
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(320), self.heightForWidth(px(320)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), max(px(64), SMALLEST))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        whose, words = self._blocks(width)
        return max(px(64), SMALLEST, whose.height + words.height + px(22))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, _surface = self.start_painting()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box, chosen = QRectF(self.rect()).adjusted(1, 1, -1, -1), self.isChecked()
        painter.setPen(QPen(color("primary" if chosen else "edge"), 3 if chosen else 1.25))
        back = "primary_soft" if chosen else "hover" if self.is_hovered else "surface"
        painter.setBrush(color(back))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 12, 12)
        self._draw_mark(painter, chosen=chosen)
        whose, words = self._blocks(self.width())
        top = (self.height() - whose.height - words.height) / 2
        painter.setPen(color("ink2"))
        whose.draw(painter, px(LEFT), top)
        painter.setPen(color("ink"))
        words.draw(painter, px(LEFT), top + whose.height)
        self.draw_focus(painter, 13)

    def _draw_mark(self, painter, *, chosen: bool) -> None:  # type: ignore[no-untyped-def]
        middle = QPointF(px(28), self.height() / 2)
        painter.setPen(QPen(color("primary" if chosen else "edge"), 2))
        painter.setBrush(color("surface"))
        painter.drawEllipse(middle, px(12), px(12))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("primary"))
            painter.drawEllipse(middle, px(6.5), px(6.5))
