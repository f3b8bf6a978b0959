"""Asks for what the system may ask the user for first: nobody waits for that, not even the end.

The key ring of a computer can be shut; then the system asks for a password in a window of its own,
for as long as it likes. ``Background`` would have the program wait for it when it ends.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from falls_app.errors import UserError


class Aside(QObject):
    """One question, asked beside the window.

    Signals:
        answered(object): the value, or the UserError.
    """

    answered = Signal(object)
    _arrived = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.is_answered, self.answer = False, object()
        """What was answered, once it is."""
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Ask."""
        Thread(target=self._ask, name="aside", daemon=True).start()

    def wait(self, ms: int) -> None:
        """Wait for the answer for so long, with the window alive."""
        if not self.is_answered:
            loop = QEventLoop()
            self.answered.connect(loop.quit)
            QTimer.singleShot(ms, loop, loop.quit)
            loop.exec()

    def _ask(self) -> None:
        answer: object
        try:
            answer = self._work()
        except UserError as error:
            answer = error
        # The window may have gone meanwhile.
        with suppress(RuntimeError):
            self._arrived.emit(answer)

    def _on_arrived(self, answer: object) -> None:
        self.is_answered, self.answer = True, answer
        self.answered.emit(answer)
