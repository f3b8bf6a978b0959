"""A page that comes by itself, under the pointer of somebody who pressed something else."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from falls_app.ui.pages.page import Go, Page
from falls_app.ui.session import Session


class StoppingPage(Page):
    """Knows whether it has just come: the second half of a double click is meant for nobody."""

    def __init__(self, session: Session, go: Go) -> None:
        self._since_shown = QElapsedTimer()
        super().__init__(session, go)

    @property
    def has_just_come(self) -> bool:
        """True while a press may be the rest of a double click on the page before."""
        return self._since_shown.elapsed() < QApplication.doubleClickInterval()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._since_shown.start()
