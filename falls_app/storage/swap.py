"""Puts another database in the place of the store's, all at once.

The new one is made and checked beside it. Once it bears the name ``NEXT`` the decision has
fallen: a program that is stopped after that finishes the exchange when it starts again.
"""

from pathlib import Path

from falls_app.storage.durable import move, sync_file, sync_folder
from falls_app.storage.layout import DATABASE, NEXT, keys_beside
from falls_app.storage.unlocked import carry_keys, move_database


def put_in_place(folder: Path, ready: Path) -> None:
    """Put a whole database, locked or not, in place of the store's. Nobody has the store open."""
    sync_file(ready)
    move_database(ready, folder / NEXT)
    finish(folder)


def finish(folder: Path) -> None:
    """Finish an exchange that was begun, if there is one."""
    ready, database = folder / NEXT, folder / DATABASE
    if not ready.exists():
        return
    # What the old side files hold is kept elsewhere by now, or is in the new database too. They
    # go first: SQLite would write them into any database it finds under this name.
    for ending in ("-wal", "-shm", "-journal"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
    # Copied, so that who reads the new one before this is finished finds its keys too.
    carry_keys(ready, database)
    sync_folder(folder)
    move(ready, database)
    keys_beside(ready).unlink(missing_ok=True)


def forget_unfinished(folder: Path) -> None:
    """Remove the key file of an exchange that was stopped before, or just after, it was made."""
    keys = keys_beside(folder / NEXT)
    if keys.exists() and not (folder / NEXT).exists():
        keys.unlink()
