"""Counts the steps of long work beside the window, and tells the window how many there were."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from falls_app.ui.safekeeping import Breath


class Counted(Breath):
    """A breath that tells ``moved`` how many there were, in the window's own thread.

    ``moved`` is a method of an object of the window.
    """

    def __init__(self, moved: Callable[[int], None]) -> None:
        super().__init__()
        self._news, self._count = _News(), 0
        self._news.moved.connect(moved, Qt.ConnectionType.QueuedConnection)

    @override
    def __call__(self) -> None:
        super().__call__()
        self._news.moved.emit(self._count)
        self._count += 1


class _News(QObject):
    """Carries the count from beside the window."""

    moved = Signal(object)
