"""A disk that forgets: what may be on it when the power goes.

What was synced is there. Of the rest, each write may be there, missing, in another order or torn
at 512 bytes, and each new, renamed or removed name may have come through or not.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.battery.recorder import Operation

SECTOR = 512


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


@dataclass(frozen=True)
class _Change:
    """A change of names; ``file`` is what has the name, None if it is a folder."""

    kind: str
    path: Path
    target: Path
    file: _File | None

    def apply(self, names: Names) -> None:
        """Do it; a file that is renamed is found under its new name even if the old one is lost."""
        if self.kind in ("unlink", "rename"):
            names.pop(self.path, None)
        if self.kind != "unlink":
            names[self.target] = self.file


class Disk:
    """The state of a disk while operations are played to it."""

    def __init__(self, choices: random.Random) -> None:
        self._choices = choices
        self._now: Names = {Path(): None}
        self._kept: Names = {Path(): None}
        self._pending: list[_Change] = []

    def play(self, operation: Operation) -> None:
        """Do one operation; lines of the diary do nothing."""
        kind, path, *details = operation
        if kind == "tell":
            return
        if kind in ("create", "mkdir", "rename", "unlink"):
            target = details[0] if kind == "rename" else path
            change = _Change(
                kind, path, target, _File() if kind == "create" else self._now.get(path)
            )
            self._pending.append(change)
            change.apply(self._now)
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
        for change in self._pending:
            if change.target.parent == folder:
                change.apply(self._kept)
        self._pending = [each for each in self._pending if each.target.parent != folder]

    def cut(self, folder: Path) -> None:
        """Lay out in this folder what a disk may hold after a power cut at this moment."""
        how = self._choices.choice(("none", "all", "some"))
        for change in _some(self._pending, self._choices, how):
            change.apply(self._kept)
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
