"""Brings an older store to this version: on a copy, which takes its place when it is checked."""

from datetime import datetime
from pathlib import Path

from falls_app.storage.backups import make_backup
from falls_app.storage.database import Database
from falls_app.storage.digest import damaged_cases, seal_all
from falls_app.storage.inspection import SEALED, inspect
from falls_app.storage.layout import DATABASE, keys_beside
from falls_app.storage.snapshot import copy_database, open_still
from falls_app.storage.swap import put_in_place
from falls_app.storage.trouble import DAMAGED_CASE, StoreError
from falls_app.storage.waiting import bring_in

_READY = "migrated.part"


def migrate_store(folder: Path, now: datetime) -> None:
    """Bring the store in this folder to this version. Nobody else has it open.

    The old file stays as a dated backup. Raises StoreError if it is damaged or there is no room:
    the store is as it was then.
    """
    make_backup(folder, now)
    ready = folder / _READY
    try:
        copy_database(folder / DATABASE, ready)
        migrate_file(ready)
        put_in_place(folder, ready)
    finally:
        ready.unlink(missing_ok=True)
        keys_beside(ready).unlink(missing_ok=True)


def migrate_file(path: Path) -> None:
    """Bring a database that nobody needs as it is to this version, and check it if it is older.

    Raises StoreError if it is damaged: with digests of its own for what there is now, it would
    look sound.
    """
    database = Database(path)
    was_older = database.is_older
    try:
        if was_older:
            if database.version >= SEALED and damaged_cases(database):
                raise StoreError(*DAMAGED_CASE)
            database.migrate()
            seal_all(database)
        bring_in(database)
        # One file again: side files would not move with it.
        database.run("PRAGMA journal_mode = DELETE")
    finally:
        database.close()
    if was_older:
        _inspect(path)


def _inspect(path: Path) -> None:
    reader = open_still(path)
    try:
        inspect(reader)
    finally:
        reader.close()


def version_of(path: Path) -> int:
    """Return how many migrations a database has seen that nobody has open."""
    reader = open_still(path)
    try:
        return reader.version
    finally:
        reader.close()
