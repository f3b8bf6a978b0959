"""Power cuts: what a disk may hold when the power goes in the middle of a journey.

The real program is recorded once, change by change. Then the state after a cut is made up: what
was synced is there; of the rest, each write may be there, missing, in another order or torn at
512 bytes, and each new, renamed or removed name may have come through or not. The real store
opens that state, and must hold every acknowledged change.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from falls_app.storage import database
from tests.battery.diary import Entry, complaints
from tests.battery.journeys import JOURNEYS, Journey
from tests.battery.layer import Watcher, watched
from tests.battery.place import quick_folder

SECTOR = 512

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
    if journey.prepare:
        journey.prepare(folder, recorder.tell)
        recorder.take_in()
    with watched(recorder, folder):
        journey.walk(folder, choices, recorder.tell)
    return recorder


@dataclass
class _File:
    """A file: what is surely on the disk, and what was written since the last sync."""

    kept: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)  # None: cut to the size

    def apply(self, offset: int, data: bytes | None) -> None:
        if data is None:
            del self.kept[offset:]
            self.kept.extend(bytes(offset - len(self.kept)))
            return
        self.kept.extend(bytes(max(0, offset - len(self.kept))))
        self.kept[offset : offset + len(data)] = data

    def sync(self) -> None:
        for change in self.pending:
            self.apply(*change)
        self.pending.clear()


Names = dict[Path, _File | None]  # None: a folder


class Disk:
    """The state of a disk while operations are played to it."""

    def __init__(self, choices: random.Random) -> None:
        self._choices = choices
        self._now: Names = {Path(): None}
        self._kept: Names = {Path(): None}
        self._pending: list[tuple[str, Path, Any]] = []

    def play(self, operation: Operation) -> None:
        """Do one operation; lines of the diary do nothing."""
        kind, path, *details = operation
        if kind == "tell":
            return
        if kind in ("create", "mkdir", "rename", "unlink"):
            change = (kind, path, details[0] if details else _File() if kind == "create" else None)
            self._pending.append(change)
            _rename(self._now, change)
        elif kind == "sync_folder":
            self._sync_folder(path)
        else:
            self._change(kind, self._now[path], details)

    def _change(self, kind: str, file: _File, details: list[Any]) -> None:
        if kind == "sync":
            file.sync()
        elif kind == "sync_failed":
            # The system counts the rest as written, too: a later sync does not bring it.
            self._survive(file)
        else:
            file.pending.append((details[0], details[1] if kind == "write" else None))

    def _sync_folder(self, folder: Path) -> None:
        """Changes of names in this folder are on the disk now; a rename counts where it leads."""
        left = []
        for change in self._pending:
            kind, path, detail = change
            here = detail.parent if kind == "rename" else path.parent
            if here == folder:
                _rename(self._kept, change)
            else:
                left.append(change)
        self._pending = left

    def cut(self, folder: Path) -> None:
        """Lay out in this folder what a disk may hold after a power cut at this moment."""
        how = self._choices.choice(("none", "all", "some"))
        for change in _some(self._pending, self._choices, how):
            _rename(self._kept, change)
        for path, file in sorted(self._kept.items()):
            if not all(parent in self._kept for parent in path.parents):
                continue
            if file is None:
                (folder / path).mkdir(exist_ok=True)
            else:
                self._survive(file)
                (folder / path).write_bytes(file.kept)

    def _survive(self, file: _File) -> None:
        """Let some of what was not synced come through, maybe torn and in another order."""
        how = self._choices.choice(("none", "all", "first", "some", "torn"))
        pending = file.pending
        if how == "torn":
            pending = [piece for change in pending for piece in _torn(*change)]
        survivors = _some(pending, self._choices, how)
        if how in ("some", "torn") and self._choices.random() < 0.5:
            self._choices.shuffle(survivors)
        for change in survivors:
            file.apply(*change)
        file.pending.clear()


def _rename(names: Names, change: tuple[str, Path, Any]) -> None:
    """Do a change of names; one that another is missing for does nothing."""
    kind, path, detail = change
    if kind in ("create", "mkdir"):
        names[path] = detail
    elif kind == "unlink":
        names.pop(path, None)
    elif path in names:
        names[detail] = names.pop(path)


def _some(changes: list, choices: random.Random, how: str) -> list:
    """Return those changes that come through: none, all, the first ones, or any."""
    if how == "first":
        return changes[: choices.randint(0, len(changes))]
    share = {"none": 0.0, "all": 1.0}.get(how, choices.random())
    return [each for each in changes if choices.random() < share]


def _torn(offset: int, data: bytes | None) -> Iterator[tuple[int, bytes | None]]:
    """Split a write where sectors of the disk end."""
    if data is None:
        yield offset, None
        return
    first = SECTOR - offset % SECTOR
    bounds = [0, *range(first, len(data), SECTOR), len(data)]
    for begin, end in pairwise(bounds):
        yield offset + begin, data[begin:end]


@dataclass
class Figures:
    """How many cuts were made, and what was wrong after which."""

    cuts: int = 0
    wrong: list[str] = field(default_factory=list)


def losses(journey: Journey, cuts: int, seed: int, rounds: int = 10) -> Figures:
    """Record a journey a few times, and look at so many cuts of it."""
    figures = Figures()
    choices = random.Random(seed)
    for number in range(rounds):
        with quick_folder() as folder:
            recorded = record(journey, folder, random.Random(f"{seed}.{number}"))
        operations = recorded.operations
        here = cuts // rounds + (number < cuts % rounds)
        for _cut in range(here):
            moment = choices.randint(recorded.prepared, len(operations))
            figures.cuts += 1
            figures.wrong += after_cut(operations[:moment], choices)
    return figures


def after_cut(operations: list[Operation], choices: random.Random) -> list[str]:
    """Return what is wrong with one made-up state after these operations."""
    disk = Disk(choices)
    for operation in operations:
        disk.play(operation)
    with quick_folder() as folder:
        disk.cut(folder)
        found = complaints(folder, diary(operations))
    return [f"after {len(operations)} operations: {each}" for each in found[:1]]


@contextmanager
def synchronous(mode: str) -> Iterator[None]:
    """Open stores with a setting of SQLite that waits less for the disk."""
    plain = database._PRAGMAS
    database._PRAGMAS = tuple(
        f"synchronous = {mode}" if each.startswith("synchronous") else each for each in plain
    )
    try:
        yield
    finally:
        database._PRAGMAS = plain


def run(share: float) -> bool:
    """Print the figures; return whether nothing was lost."""
    cuts, is_fine = max(20, round(1000 * share)), True
    for name, journey in JOURNEYS.items():
        figures = losses(journey, cuts, seed=7)
        is_fine = is_fine and not figures.wrong
        print(f"power: {name}: {figures.cuts} cuts, {len(figures.wrong)} with something lost")
        for words in figures.wrong[:3]:
            print(f"    {words}")
    for mode in ("NORMAL", "OFF"):
        with synchronous(mode):
            figures = losses(JOURNEYS["answering"], cuts, seed=7)
        is_fine = is_fine and bool(figures.wrong)
        print(
            f"power: the same cuts with synchronous={mode}: {len(figures.wrong)} of "
            f"{figures.cuts} with something lost (none would mean that the cuts prove nothing)"
        )
    return is_fine
