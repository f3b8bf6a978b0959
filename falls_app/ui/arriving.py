"""Looks through a file and takes its photos in: beside the window, and it can be stopped."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from falls_app.errors import UserError
from falls_app.storage.arrival import Taking
from falls_app.storage.unpacking import Unpacked
from falls_app.ui.background import Background
from falls_app.ui.counted import Counted
from falls_app.ui.handing import read_file
from falls_app.ui.safekeeping import Stopped


class Arriving(QObject):
    """A home on its way in. One thing is done at a time, and nothing of it is half done.

    Signals:
        moved(int): so many photos are looked at, or kept, by now.
        read(Unpacked): the home in the file; whoever hears it closes it.
        failed(UserError): the file was refused, the disk did not do its part, or somebody stopped
            it (``Stopped``); nothing was kept.
    """

    moved = Signal(object)
    read = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background()
        self._breath = Counted(self.moved.emit)
        self._taking: Taking | None = None
        self.is_busy = False

    def look_through(self, file: Path, passphrase: str) -> None:
        """Look through a file."""
        self._begin()
        work = partial(read_file, file, passphrase, self._breath)
        self._background.run(work, self._on_read, self._on_failed)

    def keep(self, home: Unpacked, taking: Taking, then: Callable[[], None]) -> None:
        """Keep the pictures of a home, then go on in the window."""
        self._begin()
        self._taking = taking
        work = partial(taking.keep, home.pictures, self._breath)
        self._background.run(work, partial(self._on_kept, then), self._on_failed)

    def stop(self) -> None:
        """Stop what is under way: it is said with ``failed``."""
        self._breath.is_stopped = True

    def close(self) -> None:
        """Stop, and wait for it. Nothing is begun after this."""
        self.stop()
        self._background.close()
        if self._taking is not None:
            self._taking.take_back()

    def _begin(self) -> None:
        self._breath = Counted(self.moved.emit)
        self.is_busy = True

    def _on_read(self, home: Unpacked) -> None:
        self.is_busy = False
        if self._breath.is_stopped:  # just after the last photo
            home.close()
            self.failed.emit(Stopped(""))
            return
        self.read.emit(home)

    def _on_kept(self, then: Callable[[], None], _kept: None) -> None:
        taking, self._taking = self._taking, None
        self.is_busy = False
        if self._breath.is_stopped and taking is not None:
            taking.take_back()
            self.failed.emit(Stopped(""))
            return
        then()

    def _on_failed(self, error: UserError) -> None:
        self._taking, self.is_busy = None, False
        self.failed.emit(error)
