"""Undo and redo, as the window does them: it says what was taken back."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from falls_app.i18n import _
from falls_app.ui.pages.page import Page
from falls_app.ui.session import Session


class Speaker(Protocol):
    """What it needs of the window."""

    @property
    def page(self) -> Page:
        """The page that is shown."""

    def say(self, words: str, undo: bool = False) -> None:
        """Show a short message."""


class TakingBack(QObject):
    """Takes back and does again in the open home."""

    def __init__(self, window: Speaker, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._window, self._session = window, session

    def undo(self) -> None:
        """Take back the last change of the open home."""
        self._turn(self._session.undo_label, self._session.undo, _("Taken back: {verb}"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._turn(self._session.redo_label, self._session.redo, _("Done again: {verb}"))

    def _turn(self, verb: str | None, turn: Callable[[], None], words: str) -> None:
        """Undo or redo and say what it was; if the control in use went, the page names another."""
        if verb is None:
            return
        before = QApplication.focusWidget()
        turn()
        first = self._window.page.first_focus()
        if first is not None and QApplication.focusWidget() is not before:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.say(words.format(verb=verb))
