"""The news on Windows: from the messages that it sends to every window."""

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.ui.computer_news import ComputerNews

POWER, SUSPENDS = 0x0218, 0x4
"""WM_POWERBROADCAST, PBT_APMSUSPEND: the computer is about to sleep."""
SESSION, LOCKED = 0x02B1, 0x7
"""WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK: the screen was locked."""


class WindowsNews(ComputerNews):
    """Hears of both. Windows waits with its sleep until the message was taken."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._ear = window, Ear(self)
        self._is_on = False

    @override
    def begin(self) -> None:
        application = QCoreApplication.instance()
        if self._is_on or application is None:
            return
        self._is_on = True
        application.installNativeEventFilter(self._ear)
        self.hears_sleep, self.hears_screen = True, _is_told(int(self._window.winId()))
        self.changed.emit()

    @override
    def end(self) -> None:
        application = QCoreApplication.instance()
        if self._is_on and application is not None:
            application.removeNativeEventFilter(self._ear)
        self._is_on = False


class Ear(QAbstractNativeEventFilter):
    """Looks at each message of Windows, and lets all of them pass."""

    def __init__(self, news: ComputerNews) -> None:
        super().__init__()
        self._news = news

    @override
    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int, /
    ) -> object:
        if kind == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) in ((POWER, SUSPENDS), (SESSION, LOCKED)):
                self._news.left.emit()
        return False, 0


def _is_told(window: int) -> bool:
    """Have Windows tell this window when the screen is locked; return whether it will."""
    if sys.platform != "win32":
        return False
    told = ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)  # pragma: no cover
    return bool(told)  # pragma: no cover
