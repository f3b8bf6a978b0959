"""The keys and the short menu for text size and theme; all of it stands in Settings too."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from falls_app.ui.looks import Looks
from falls_app.ui.session import Session
from falls_app.ui.theme import SCALES, look


class LookDesk(QObject):
    """Opens the short menu, and follows the computer where that was chosen."""

    def __init__(self, window: QWidget, session: Session, go: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window, self._go, self._looks = window, go, Looks(session)
        self._button: QWidget = window
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system)

    def stand_at(self, button: QWidget) -> None:
        """Open the short menu below this button from now on."""
        self._button = button

    def choose(self) -> None:
        """Open the short menu; the settings where the text is too large for a menu."""
        from falls_app.ui.widgets.look_menu import LookMenu

        menu = LookMenu(self._window, theme=self._looks.theme)
        menu.chosen.connect(self._on_chosen)
        if menu.fits:
            menu.open_below(self._button)
        else:
            menu.deleteLater()
            self._go("settings:look")

    def _on_chosen(self, what: str, value: Any) -> None:
        if what == "settings":
            self._go("settings:look")
        elif what == "theme":
            self._looks.set_theme(value)
        else:
            self._looks.set_text_size(value)

    def _on_system(self) -> None:
        self._looks.follow_system()

    def larger(self) -> None:
        """Use the next larger text size."""
        larger = (each for each in SCALES if each > look.percent)
        self._looks.set_text_size(next(larger, SCALES[-1]))

    def smaller(self) -> None:
        """Use the next smaller text size."""
        smaller = [each for each in SCALES if each < look.percent]
        self._looks.set_text_size(smaller[-1] if smaller else SCALES[0])

    def normal_size(self) -> None:
        """Use text at 100 %."""
        self._looks.set_text_size(100)
