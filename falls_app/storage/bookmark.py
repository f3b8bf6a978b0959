"""The place at which the window is, for the start after a program that was killed.

It is a small file beside the database: there while the program runs, gone when it ended properly.
It is not waited for until it is on the disk: the system keeps it through a kill, and after a power
cut an older place, or none, does no harm. So a turn of a page costs no sync.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from falls_app.storage.layout import BOOKMARK

_SIZE = 512
"""Bytes of the file, always: written in one go, it is never found half written. Sealed: 28 more."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a home. ``case_id`` is "" where none was open, ``page`` in the form of ``go``."""

    case_id: str = ""
    page: str = ""


class Sealing(Protocol):
    """What locks the bookmark: the key of a store."""

    def seal(self, clear: bytes, about: str) -> bytes:
        """Return bytes sealed."""

    def unseal(self, sealed: bytes, about: str) -> bytes:
        """Return the bytes that were sealed. Raises ValueError."""


class Bookmark:
    """The bookmark of the store in this folder. Trouble with the disk is passed over."""

    def __init__(self, folder: Path, key: Sealing | None = None) -> None:
        """Read what a program left here that did not end properly; sealed if there is a key."""
        self._file, self._key = folder / BOOKMARK, key
        self.was_left = False
        """True if the last program did not end properly."""
        self.left: Place | None = None
        """Where it was then; None if that cannot be read."""
        self._kept: Place | None = None
        self._is_closed = False
        with suppress(OSError):
            text = self._file.read_bytes()
            self.was_left = True
            self.left = self._read(text)

    def keep(self, place: Place) -> None:
        """Keep another place; the same one costs nothing."""
        if place == self._kept or self._is_closed:
            return
        self._kept = place
        text = json.dumps(asdict(place)).encode().ljust(_SIZE)
        if len(text) > _SIZE:
            return
        if self._key is not None:
            text = self._key.seal(text, BOOKMARK)
        with suppress(OSError):
            file = os.open(self._file, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.write(file, text)
            finally:
                os.close(file)

    def remove(self) -> None:
        """The program ends properly. Nothing is kept after this."""
        self._is_closed = True
        with suppress(OSError):
            self._file.unlink()

    def _read(self, text: bytes) -> Place | None:
        try:
            said = json.loads(text if self._key is None else self._key.unseal(text, BOOKMARK))
            return Place(str(said["case_id"]), str(said["page"]))
        except (ValueError, KeyError, TypeError):
            return None
