"""Opens the database of a store: finishes what was begun, brings an older one up to date."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from falls_app.storage.database import Database
from falls_app.storage.durable import PART, make_folder
from falls_app.storage.layout import BACKUPS, CHANGING, DATABASE, LOCK
from falls_app.storage.lock import Lock
from falls_app.storage.peeking import refuse_newer
from falls_app.storage.places import refuse_far_places
from falls_app.storage.swap import finish, forget_unfinished
from falls_app.storage.trouble import EMPTY, GONE, StoreError
from falls_app.storage.unlocked import leave, mend_keys, use

_ROOM = 1_000_000
"""Bytes: the longest note, in a home with many answers, takes a tenth of it."""

_ABANDONED: list[Database] = []
"""Connections to files that are not under their name any more; the system closes them."""


class OpenFile:
    """The database of a store, open under its lock, and whether it is still where it was.

    ``key`` is the one with which it is locked, None if it is not.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        """Open it, or make it. Raises StoreLocked, StoreError, sqlite3.Error or OSError."""
        refuse_far_places(folder)
        refuse_newer(folder)
        if not (folder / DATABASE).exists():
            make_folder(folder)
        self.folder = folder
        self._lock = Lock(folder / LOCK)
        try:
            self._database: Database | None = _open_database(folder, now)
            self.key = self._database.key
            use(folder / DATABASE, is_locked=self.key is not None)
            mend_keys(folder / DATABASE)
        except BaseException:
            self._lock.release()
            raise
        self._paths = {ending: folder / f"{DATABASE}{ending}" for ending in ("", "-wal")}
        self._seen: dict[str, tuple[int, int]] = {}
        self.is_in_place()

    @property
    def database(self) -> Database:
        """The open database. Raises StoreError if it was lost and could not be opened again."""
        if self._database is None:
            raise StoreError(*GONE)
        return self._database

    def close(self) -> None:
        """Close the database and let the next program in. Closing twice is fine."""
        if self._database is None:
            return
        if self._is_another():
            # Closing would remove the side file that now lies under our name.
            _ABANDONED.append(self._database)
        else:
            self._database.close()
            leave(self.folder / DATABASE)
        self._database = None
        self._lock.release()

    def is_in_place(self) -> bool:
        """Return whether the files are still in the folder.

        A drive can be pulled out, a folder removed: the system goes on writing to files that
        nobody will find again.
        """
        return all(self._identity(ending) == self._seen.get(ending) for ending in self._paths)

    @property
    def has_room(self) -> bool:
        """True if the disk can take what an answer changes in its home, a little later."""
        try:
            return shutil.disk_usage(self.folder).free > _ROOM
        except OSError:
            return False

    def _is_another(self) -> bool:
        now_there = self._identity("")
        return now_there is not None and now_there != self._seen.get("")

    def _identity(self, ending: str) -> tuple[int, int] | None:
        """Return what tells a file from another of the same name; None if there is none."""
        try:
            stat = self._paths[ending].stat()
        except OSError:
            return None
        identity = (stat.st_dev, stat.st_ino)
        self._seen.setdefault(ending, identity)
        return identity

    def open_again(self, now: Callable[[], datetime]) -> "OpenFile":
        """Return the store opened anew where it was. Raises StoreError while it is not there."""
        if not (self.folder / DATABASE).exists():
            raise StoreError(*GONE)
        self.close()
        return OpenFile(self.folder, now)


def _open_database(folder: Path, now: Callable[[], datetime]) -> Database:
    finish(folder)
    forget_unfinished(folder)
    _sweep(folder)
    if (folder / CHANGING).exists():
        from falls_app.storage.locking import tidy

        tidy(folder)
    path = folder / DATABASE
    _refuse_to_begin_again(folder, path)
    if path.with_name(f"{path.name}-wal").exists():
        from falls_app.storage.side_file import refuse_lost_answers

        refuse_lost_answers(path)
    database = Database(path)
    if not database.is_older:
        return database
    database.close()
    from falls_app.storage.migration import migrate_store

    migrate_store(folder, now())
    return Database(path)


def _sweep(folder: Path) -> None:
    """Remove what a program that was stopped had begun: nothing leads to it."""
    for begun in folder.glob(f"*{PART}*"):
        with suppress(OSError):
            begun.unlink()


def _refuse_to_begin_again(folder: Path, path: Path) -> None:
    """Refuse an empty database where there are backups: it was not empty before."""
    if path.exists() and path.stat().st_size:
        return
    if any((folder / BACKUPS).glob("*.sqlite3")):
        raise StoreError(*EMPTY)
