"""What else can be done with a home of the caseload."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.storage.caseload import CaseLine
from falls_app.ui.widgets.menu import Menu


class CaseMenu(Menu):
    """Signals: chosen(str, object): "today", "day", "none", "archive", "back", "remove",
    "restore" or "forever", and the line of the home.
    """  # fmt: skip

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget, line: CaseLine, name: str) -> None:
        super().__init__(parent, name)
        self._line = line
        self.triggered.connect(self._on_triggered)
        if line.deleted:
            self._add("restore", _("Bring it back"))
            self._add("forever", _("Delete for good"))
            return
        self._add("today", _("Visit today"))
        self._add("day", _("Plan a visit"))
        if line.visit:
            self._add("none", _("No visit planned"))
        self.addSeparator()
        if line.archived:
            self._add("back", _("Bring back from the archive"))
        else:
            self._add("archive", _("Put in the archive"))
        self._add("remove", _("Take off the list"))

    def _add(self, what: str, words: str) -> None:
        self.addAction(words).setData(what)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data(), self._line)
