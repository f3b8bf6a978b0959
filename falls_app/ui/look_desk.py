"""How the window looks: text size and theme, chosen by keys, by the short menu or in Settings."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from falls_app.ui.session import Session
from falls_app.ui.theme import SCALES, look


class LookDesk(QObject):
    """Changes the look and keeps what was chosen."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._button: QWidget = window

    def stand_at(self, button: QWidget) -> None:
        """Open the short menu below this button from now on."""
        self._button = button

    def choose(self) -> None:
        """Open the short menu."""
        from falls_app.ui.widgets.look_menu import LookMenu

        session = self._session
        region = session.region.id
        menu = LookMenu(self._window, region, is_professional=session.is_professional)
        menu.chosen.connect(self._on_chosen)
        menu.open_below(self._button)

    def _on_chosen(self, what: str, value: Any) -> None:
        if what == "region":
            self._session.set_region(value)
        elif what == "professional":
            self._session.set_professional(value)
        elif what == "theme":
            self.set_theme(value)
        else:
            self.set_text_size(value)

    def set_theme(self, name: str) -> None:
        """Use "light", "dark" or "high-contrast" from now on."""
        if name != look.theme.name:
            self._session.settings.keep("theme", name)
            look.use(theme=name)

    def set_text_size(self, percent: int) -> None:
        """Use this text size from now on."""
        if percent != look.percent:
            self._session.settings.keep("text_percent", percent)
            look.use(percent=percent)

    def larger(self) -> None:
        """Use the next larger text size."""
        self.set_text_size(next((each for each in SCALES if each > look.percent), SCALES[-1]))

    def smaller(self) -> None:
        """Use the next smaller text size."""
        smaller = [each for each in SCALES if each < look.percent]
        self.set_text_size(smaller[-1] if smaller else SCALES[0])

    def normal_size(self) -> None:
        """Use text at 100 %."""
        self.set_text_size(100)
