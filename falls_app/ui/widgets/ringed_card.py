"""A card that takes the keyboard itself, and shows by a ring that it has it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QRegion
from typing_extensions import override

from falls_app.ui.theme import color, look
from falls_app.ui.widgets.boxes import Card

RING, LIFTED = 10, 4
"""How far the focus ring reaches in, with its round corners, and its distance from the foot."""


class RingedCard(Card):
    """A card with focus of its own. The ring is drawn only for who works by keyboard."""

    def __init__(self) -> None:
        super().__init__(radius=16)
        self.is_flat = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_flat(self, flat: bool) -> None:
        """Fill the page from edge to edge, or lie on it as a card."""
        self.is_flat = flat
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._update_ring()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._update_ring()

    def _update_ring(self) -> None:
        """Draw the ring anew and nothing else: each click takes the focus, and gives it back."""
        inside = self.rect().adjusted(RING, RING, -RING, -RING - LIFTED)
        self.update(QRegion(self.rect()).subtracted(QRegion(inside)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_flat:
            QPainter(self).fillRect(event.rect(), color("surface"))
        else:
            super().paintEvent(event)
        if self.hasFocus() and look.by_keyboard:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("focus"), 3))
            low, corner = (-3, 3) if self.is_flat else (-7, 15)
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -3, low), corner, corner)
