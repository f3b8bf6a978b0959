"""Writes down what a program does to the disk, change by change, with its diary."""

import random
from pathlib import Path
from typing import Any

from tests.battery.diary import Entry
from tests.battery.journeys import Journey
from tests.battery.layer import watched
from tests.battery.watcher import Watcher

Operation = tuple[Any, ...]


class Recorder(Watcher):
    """Writes down what happens to the files under a folder, and the diary between."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[Path, bytes] = {}
        self._of_sqlite: set[Path] = set()
        self.operations: list[Operation] = []
        self.prepared = 0  # so many of them were there before the journey

    @property
    def diary(self) -> list[Entry]:
        """The lines of the diary so far."""
        return diary(self.operations)

    def failed(self, kind: str, path: Path) -> None:
        """Write down what was refused, as far as it changes anything."""
        if kind == "sync" and not path.is_dir():
            self._note("sync_failed", path)

    def tell(self, line: str) -> None:
        """Write down a line of the diary."""
        self.operations.append(("tell", line))

    def done(self, kind: str, path: Path, *details: Any) -> None:
        """Write down what was done."""
        if kind == "open":
            if details[0]:
                self._forget(path)
                self._note("create", path)
            return
        if kind in ("write", "truncate"):
            self._of_sqlite.add(path)
        elif kind in ("sync", "rename"):
            self._catch_up(details[0] if kind == "rename" else path, known_as=path)
        elif kind == "unlink":
            self._forget(path)
        self._note(kind, path, *details)
        if kind == "rename":
            self._rename(path, details[0])

    def _forget(self, path: Path) -> None:
        self._known.pop(path, None)
        self._of_sqlite.discard(path)

    def _rename(self, path: Path, target: Path) -> None:
        known, is_of_sqlite = self._known.get(path, b""), path in self._of_sqlite
        self._forget(path)
        self._forget(target)
        if is_of_sqlite:
            self._of_sqlite.add(target)
        else:
            self._known[target] = known

    def take_in(self) -> None:
        """Write down what is under the folder already, as surely on the disk."""
        for path in sorted(self._folder.rglob("*")):
            if path.is_dir():
                self._note("mkdir", path)
            else:
                self._note("create", path)
                self._known[path] = path.read_bytes()
                self._note("write", path, 0, self._known[path])
                self._note("sync", path)
            self._note("sync_folder", path.parent)
        self.prepared = len(self.operations)

    def _note(self, kind: str, path: Path, *details: Any) -> None:
        names = (each.relative_to(self._folder) if isinstance(each, Path) else each
                 for each in (path, *details))  # fmt: skip
        self.operations.append((kind, *names))

    def _catch_up(self, path: Path, known_as: Path) -> None:
        """Note what Python wrote into a file itself, under the name it had then.

        SQLite's own files are known already, and opening one here would let go of its locks.
        """
        if known_as in self._of_sqlite or not path.is_file():
            return
        with path.open("rb") as file:
            now = file.read()
        if now != self._known.get(known_as, b""):
            self._known[known_as] = now
            self._note("truncate", known_as, 0)
            self._note("write", known_as, 0, now)


def diary(operations: list[Operation]) -> list[Entry]:
    """Return the diary among these operations."""
    return Entry.read(each[1] for each in operations if each[0] == "tell")


def record(journey: Journey, folder: Path, choices: random.Random) -> Recorder:
    """Return what a journey does to the disk, with its diary."""
    recorder = Recorder(folder)
    if journey.make_ready(folder, recorder.tell):
        recorder.take_in()
    with watched(recorder, folder):
        journey.walk(folder, choices, recorder.tell)
    return recorder
