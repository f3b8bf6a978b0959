"""Whose home is it? The two buttons with which a new one begins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow


class WhoseHome(QWidget):
    """Signals: begun(bool): a new home is wanted; True for one's own."""

    begun = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.first = Button(_("Someone I help"), "primary", height=56, after="arrow-right")
        mine = Button(_("My own home"), "primary", height=56, after="arrow-right")
        self.setLayout(Flow(self.first, mine, gap=12))
        self.first.clicked.connect(self._on_theirs)
        mine.clicked.connect(self._on_mine)

    def _on_theirs(self) -> None:
        self.begun.emit(False)

    def _on_mine(self) -> None:
        self.begun.emit(True)
