"""A copy of a database as it is at one moment, while it may be open and written to elsewhere."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from falls_app.storage.cipher import connect
from falls_app.storage.durable import sync_file
from falls_app.storage.reader import Reader
from falls_app.storage.unlocked import carry_keys, key_of

STEP_PAGES = 64
"""Pages copied at a time (256 kB): a third of a millisecond."""

Breathe = Callable[[], None]
"""Called between two steps of long work, so that others can go on meanwhile."""


def no_breath() -> None:
    """Go on at once."""


def copy_database(source: Path, target: Path, breathe: Breathe = no_breath) -> None:
    """Copy the database as it is now to a new file that needs no side files. On the disk after.

    The copy of a locked one is locked with the same key, and has its key file beside it.

    What another program or thread commits meanwhile is not in the copy, and does not wait for it.
    """
    key = key_of(source)
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600))
    carry_keys(source, target)
    read = connect(source, key)
    try:
        read.execute("PRAGMA busy_timeout = 5000")
        # An open reading transaction: without it every commit makes the copy begin again.
        read.execute("BEGIN")
        read.execute("SELECT 1 FROM sqlite_master").fetchone()
        _copy(read, target, breathe)
    finally:
        read.close()
    sync_file(target)


def _copy(read: sqlite3.Connection, target: Path, breathe: Breathe) -> None:
    written = connect(target, key_of(target))
    try:
        # Synced once at the end; a copy that was not finished is thrown away.
        written.execute("PRAGMA synchronous = OFF")
        read.backup(written, pages=STEP_PAGES, progress=lambda *_progress: breathe())
        written.execute("PRAGMA journal_mode = DELETE")
    finally:
        written.close()


def open_still(path: Path) -> Reader:
    """Open a database that nobody writes to. Nothing is written, not even beside it."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return Reader(connect(uri, key_of(path)))
