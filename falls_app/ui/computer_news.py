"""What the computer tells: that its screen was locked, or that it is about to sleep."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class ComputerNews(QObject):
    """Hears nothing: on a computer that tells nothing the lock goes by the clock alone.

    Signals:
        left(): somebody leaves the computer. What is done at once is done before it sleeps.
        changed(): it is known now what can be heard.
    """

    left = Signal()
    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hears_screen = self.hears_sleep = False
        """Whether the computer tells that its screen was locked, and that it is about to sleep."""

    def begin(self) -> None:
        """Listen from now on; beginning twice is fine."""

    def end(self) -> None:
        """Listen no more, until it is begun again."""


def computer_news(window: QWidget) -> ComputerNews:
    """Return what hears the news on this computer, for the program with this window."""
    if sys.platform == "linux":
        from falls_app.ui.bus_news import BusNews

        return BusNews(window)
    if sys.platform == "win32":  # pragma: no cover
        from falls_app.ui.windows_news import WindowsNews

        return WindowsNews(window)
    return ComputerNews(window)  # pragma: no cover
