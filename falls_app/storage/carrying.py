"""Takes the list of who did what along when a backup comes back: its newer lines do not vanish."""

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from falls_app.storage.access import SINCE, Entry, What, append, carry_over, entries, is_kept
from falls_app.storage.backups import named_here
from falls_app.storage.cipher import connect
from falls_app.storage.database import Database
from falls_app.storage.database_errors import database_errors
from falls_app.storage.durable import copy_file
from falls_app.storage.layout import DATABASE, keys_beside
from falls_app.storage.migration import migrate_file, version_of
from falls_app.storage.reader import Reader
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.snapshot import open_still
from falls_app.storage.trouble import StoreError
from falls_app.storage.unlocked import carry_keys, key_of

_COPY = "list.part"

UNREAD = "unread"
"""Said beside the name of a backup: the newer lines could not be read, they are kept aside."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The list of the store until now, oldest line first; ``is_read`` False if it cannot be."""

    lines: list[Entry]
    is_kept: bool = False
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class Restoring:
    """When a backup is brought back, and by whom."""

    now: datetime
    who: str

    def carry_list(self, folder: Path, ready: Path, backup: Path) -> None:
        """Write the newer lines of the store's list, and that a backup came back, into a copy.

        ``ready`` is the copy of the backup that takes the place of the store in this folder.
        Nothing is written if neither keeps a list.
        """
        found = _list_of(folder)
        with closing(open_still(ready)) as reader:
            was_kept = is_kept(reader)
        if not (found.lines or found.is_kept or was_kept):
            return
        if version_of(ready) < len(MIGRATIONS):
            migrate_file(ready)
        # Another name may be that of a person.
        about = f"{named_here(backup)} {'' if found.is_read else UNREAD}".strip()
        stops = [What.STOPPED] if found.is_kept and not was_kept else []
        with closing(Database(ready)) as database:
            with database.transaction():
                carry_over(found.lines, database)
                for what in (What.RESTORED, *stops):
                    append(database, self._entry(what, about))
            # One file again: side files would not move with it.
            database.run("PRAGMA journal_mode = DELETE")

    def _entry(self, what: What, about: str) -> Entry:
        at = self.now.astimezone(UTC).isoformat(timespec="milliseconds")
        return Entry(0, at, self.who, what, about=about)


def _list_of(folder: Path) -> _Found:
    """Return the list of a store that nobody has open. Read in a copy: it may be damaged."""
    source, copy = folder / DATABASE, folder / _COPY
    if not source.is_file() or not source.stat().st_size:
        return _Found([])
    side = source.with_name(f"{DATABASE}-wal")
    beside = [copy.with_name(f"{_COPY}{ending}") for ending in ("-wal", "-shm")]
    try:
        carry_keys(source, copy)
        copy_file(source, copy)
        if side.is_file():
            copy_file(side, beside[0])
        with closing(Reader(connect(copy, key_of(copy)))) as reader:
            lines = entries(reader)[::-1] if reader.version >= SINCE else []
            return _Found(lines, is_kept(reader))
    except _trouble():
        return _Found([], is_read=False)
    finally:
        for each in (copy, keys_beside(copy), *beside):
            each.unlink(missing_ok=True)


def _trouble() -> tuple[type[Exception], ...]:
    return (StoreError, *database_errors())
