"""Whose home is it? The buttons with which a new one begins, and the way in for work."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow


class WhoseHome(QWidget):
    """The ways to begin.

    Signals:
        begun(bool): a new home is wanted; True for one's own.
        went(str): a page is wanted: the setting of those who visit homes for work.
    """

    begun = Signal(bool)
    went = Signal(str)

    def __init__(self, kind: str = "primary") -> None:
        """``kind`` is that of the buttons: "primary" where nothing else is to be done."""
        super().__init__()
        self.first = Button(_("Someone I help"), kind, height=56, after="arrow-right")
        mine = Button(_("My own home"), kind, height=56, after="arrow-right")
        work = Button(_("For work"), "secondary", height=56, after="arrow-right")
        self.setLayout(Flow(self.first, mine, work, gap=12))
        self.first.clicked.connect(self._on_theirs)
        mine.clicked.connect(self._on_mine)
        work.clicked.connect(self._on_work)

    def _on_theirs(self) -> None:
        self.begun.emit(False)

    def _on_mine(self) -> None:
        self.begun.emit(True)

    def _on_work(self) -> None:
        self.went.emit("settings:work:work")
