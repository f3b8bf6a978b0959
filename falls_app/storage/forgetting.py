"""Takes a home out of the backups too, and out of what was kept aside when one was brought back."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from falls_app.storage.cipher import connect
from falls_app.storage.database_errors import database_errors
from falls_app.storage.durable import sync_file
from falls_app.storage.inspection import inspect
from falls_app.storage.layout import BACKUPS, DATABASE, KEPT, LOCK, PHOTOS, keys_beside
from falls_app.storage.lock import Lock, StoreLocked
from falls_app.storage.reader import Reader
from falls_app.storage.reading import copy_still
from falls_app.storage.settings import past_key
from falls_app.storage.snapshot import Breathe, no_breath, open_still
from falls_app.storage.trouble import BACKING_UP, BACKUP_RUNS, StoreError, told
from falls_app.storage.unlocked import key_of, move_database

_REWRITTEN = "rewritten.part"


def holding(folder: Path, case_id: str) -> list[Path]:
    """Return the backups, and the stores kept aside, that have this home; and those unread."""
    return [file for file in _copies(folder) if _may_hold(file, case_id)]


def forget(folder: Path, case_id: str, breathe: Breathe = no_breath) -> int:
    """Take a home out of all of them; return how many could not be read and stay as they are.

    Each is written anew beside the old one, looked through, and then takes its place. Raises
    StoreError if a backup is being made, or the disk does not do its part: no backup is harmed.
    """
    with told(BACKING_UP):
        if not any(_copies(folder)):
            return 0
        with _alone(folder / BACKUPS):
            unread = 0
            for file in holding(folder, case_id):
                unread += not _is_rewritten(file, case_id)
                breathe()
            if not unread:
                _remove_photos(folder / BACKUPS / PHOTOS / case_id)
    return unread


def _copies(folder: Path) -> Iterator[Path]:
    yield from sorted((folder / BACKUPS).glob("*.sqlite3"))
    yield from sorted((folder / KEPT).glob(f"*/{DATABASE}"))


def _alone(into: Path) -> Lock:
    into.mkdir(mode=0o700, exist_ok=True)
    try:
        return Lock(into / LOCK)
    except StoreLocked:
        raise StoreLocked(*BACKUP_RUNS) from None


def _may_hold(file: Path, case_id: str) -> bool:
    """Return whether a copy has this home. One that cannot be read here may have it."""
    side = _side_file(file)
    if side.is_file() and side.stat().st_size:
        return True
    try:
        with closing(open_still(file)) as reader:
            return reader.one("SELECT 1 FROM case_ WHERE id = ?", (case_id,)) is not None
    except _trouble():
        return True


def _is_rewritten(file: Path, case_id: str) -> bool:
    part = file.with_name(_REWRITTEN)
    try:
        copy_still(file, part)
        with closing(Reader(connect(part, key_of(part)))) as writer:
            _remove(writer, case_id)
        with closing(open_still(part)) as reader:
            inspect(reader)
        sync_file(part)
        move_database(part, file)
        for ending in ("-wal", "-shm"):
            file.with_name(f"{file.name}{ending}").unlink(missing_ok=True)
    except _trouble():
        return False
    finally:
        for left in (part, _side_file(part), keys_beside(part)):
            left.unlink(missing_ok=True)
    return True


def _remove(writer: Reader, case_id: str) -> None:
    tables = {row[0] for row in writer.run("SELECT name FROM sqlite_master WHERE type = 'table'")}
    writer.run("PRAGMA foreign_keys = ON")
    # In memory: a file elsewhere would hold what is in the store.
    writer.run("PRAGMA temp_store = MEMORY")
    writer.run("BEGIN IMMEDIATE")
    if "case_key" in tables:
        writer.run("DELETE FROM case_key WHERE case_id = ?", (case_id,))
    writer.run("DELETE FROM case_ WHERE id = ?", (case_id,))
    writer.run("DELETE FROM setting WHERE key = ?", (past_key(case_id),))
    writer.run("COMMIT")
    writer.run("VACUUM")


def _remove_photos(folder: Path) -> None:
    if folder.is_dir():
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def _trouble() -> tuple[type[Exception], ...]:
    return (StoreError, OSError, *database_errors())


def _side_file(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")
