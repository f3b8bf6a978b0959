"""The bottom of a question card: back, the evidence, and the way on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.focus import order_tabs
from falls_app.ui.space import Space
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import take_out
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.evidence_foot import EvidenceFoot

HEIGHT, THUMB, LOW = 50, 64, 42
"""Height of its buttons at 100 % text, for a thumb on a tablet, and where there is little."""


class CardFoot(QWidget):
    """One line; on a tablet, and where a line is too short, the evidence stands above the ways.

    Signals:
        back_asked(), next_asked(): a button was pressed.
        evidence_asked(str): "photo", "note" or "measure".
    """

    back_asked = Signal()
    next_asked = Signal()
    evidence_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._back = Button(_("Back"), "quiet", icon="arrow-left", height=HEIGHT)
        self.evidence = EvidenceFoot(HEIGHT)
        self._next = Button(_("Next"), "primary", after="arrow-right", key="Enter", height=HEIGHT)
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self.next_asked)
        self.evidence.asked.connect(self.evidence_asked)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(8))
        self._height, self._lines = HEIGHT, 0
        self.setLayout(self._grid)
        self._arrange(1)

    def fit(self, space: Space) -> None:
        """Be higher, for the thumb of somebody who stands with a tablet; low in little height."""
        low = space.is_short
        edge = px(3 if low else 8)
        self._grid.setContentsMargins(px(12 if low else 24), edge, px(12 if low else 24), edge)
        height = THUMB if space.is_tall else LOW if low else HEIGHT
        if height != self._height:
            self._height = height
            for button in (self._back, self._next):
                button.set_height(height)
            self.evidence.set_height(height)
            self._fit()

    def _fit(self) -> None:
        ways = self._back.sizeHint().width() + self._next.sizeHint().width()
        room = self.width() - ways - px(80)
        self._arrange(2 if self._height == THUMB or room < self.evidence.least_width() else 1)

    def _arrange(self, lines: int) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        two = lines == 2
        self._next.set_wide(two)
        self._back.set_kind("secondary" if two else "quiet")
        self._back.set_wide(two)
        self.evidence.spread(two)
        grid = self._grid
        take_out(grid)
        for number, stretch in enumerate((1, 0, 2) if two else (0, 1, 0)):
            grid.setColumnStretch(number, stretch)
        if two:  # put in as the eye goes: Tab follows
            grid.addWidget(self.evidence, 0, 0, 1, 3)
        grid.addWidget(self._back, lines - 1, 0)
        if not two:
            grid.addWidget(self.evidence, 0, 1)
        grid.addWidget(self._next, lines - 1, 2)
        order_tabs(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
