"""Runs slow work beside the window: values in, a value out, and never a widget."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from falls_app.errors import UserError

T = TypeVar("T")
Otherwise = Callable[[UserError], None]


class Background(QObject):
    """One worker beside the window. What it hands back arrives in the window's own thread.

    A newer run with the same key takes the place of an older one, whose result is dropped.
    """

    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._worker: ThreadPoolExecutor | None = None
        self._runs: dict[str, tuple[int, Future[Any], Callable[[Any], None], Otherwise]] = {}
        self._numbers = count()
        self._is_closed = False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    def run(
        self, work: Callable[[], T], then: Callable[[T], None], otherwise: Otherwise, key: str = ""
    ) -> None:
        """Do ``work`` beside the window, then hand its value to ``then``.

        A ``UserError`` goes to ``otherwise``; any other error is a bug and is raised as one.
        """
        if self._is_closed:
            return
        self.drop(key)
        number = next(self._numbers)
        if self._worker is None:
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        future = self._worker.submit(work)
        self._runs[key] = (number, future, then, otherwise)
        future.add_done_callback(_Messenger(self, key, number))

    def drop(self, key: str = "") -> None:
        """Forget the run of this key: it is not begun any more, or its result is dropped."""
        if (old := self._runs.pop(key, None)) is not None:
            old[1].cancel()

    def close(self) -> None:
        """Drop everything, and wait for what is under way. Nothing runs after this."""
        self._is_closed = True
        for key in list(self._runs):
            self.drop(key)
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
            self._worker = None

    def arrive(self, key: str, number: int) -> None:
        """Tell the window's thread that a run has ended. Called by the worker."""
        if not self._is_closed:
            self._arrived.emit((key, number))

    def _on_arrived(self, which: tuple[str, int]) -> None:
        key, number = which
        if key not in self._runs or self._runs[key][0] != number:
            return
        _number, future, then, otherwise = self._runs.pop(key)
        if not self._runs and self._worker is not None:  # no thread waits for work to come
            self._worker.shutdown(wait=False)
            self._worker = None
        _deliver(future.result, then, otherwise)


class _Messenger:
    """Carries the news of one run. It holds no widget and outlives none."""

    def __init__(self, background: Background, key: str, number: int) -> None:
        self._background, self._key, self._number = background, key, number

    def __call__(self, future: Future[Any]) -> None:
        if not future.cancelled():
            self._background.arrive(self._key, self._number)


class Inline:
    """The same, at once and in the caller's thread: for tests that want no waiting."""

    def run(
        self, work: Callable[[], T], then: Callable[[T], None], otherwise: Otherwise, key: str = ""
    ) -> None:
        """Do the work now."""
        _deliver(work, then, otherwise)

    def drop(self, key: str = "") -> None:
        """Nothing is ever under way."""

    def close(self) -> None:
        """Nothing is ever under way."""


def _deliver(work: Callable[[], T], then: Callable[[T], None], otherwise: Otherwise) -> None:
    try:
        value = work()
    except UserError as error:
        otherwise(error)
        return
    then(value)
