"""Two starts, one window: the second start asks the window that is open to come forward.

It asks with a file in the store's folder, which the open window watches: taking the file away is
the answer. There is no network code in the program, not even a local socket.
"""

import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from falls_app.storage.layout import FORWARD

WAIT_S, PAUSE_S = 4.0, 0.05
"""How long an answer is waited for, and the pause between two looks for it."""


class Doorbell(QObject):
    """Rings when another start asks for the window. Signals: rang(): come forward."""

    rang = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file = folder / FORWARD
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self.answer)

    def answer(self) -> None:
        """Ring if somebody asks; also for one who asked before this was watched."""
        try:
            self._file.unlink()
        except OSError:
            return
        self.rang.emit()


def is_brought_forward(folder: Path) -> bool:
    """Ask the window that has this store open to come forward; return whether it does."""
    file = folder / FORWARD
    try:
        file.touch(mode=0o600)
        end = time.monotonic() + WAIT_S
        while time.monotonic() < end:
            if not file.exists():
                return True
            time.sleep(PAUSE_S)
    except OSError:
        return False
    with suppress(OSError):
        file.unlink()
    return False
