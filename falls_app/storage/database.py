"""The connection to the store's file: durable transactions and numbered migrations."""

import errno
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from falls_app.storage.cipher import connect
from falls_app.storage.database_errors import database_errors
from falls_app.storage.durable import sync_folder
from falls_app.storage.reader import Reader
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.trouble import NEWER_STORE, NOT_OURS, UNREADABLE, StoreError
from falls_app.storage.unlocked import key_of

# Only WAL with FULL keeps every acknowledged answer through a power cut.
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "cell_size_check = ON",
    "busy_timeout = 5000",
)
_LOG_SIZE = 32 + 1000 * (24 + 4096)
"""Bytes of SQLite's log when it begins again at its start: 1,000 pages, each with its head."""
_PLENTY = 10 * _LOG_SIZE
"""Bytes that are free on a disk which can spare that."""

# On macOS an ordinary sync stops at the drive's own cache.
_PRAGMAS_MACOS = ("fullfsync = 1", "checkpoint_fullfsync = 1")

_COLUMNS = """
    SELECT kind.name, held.name, held.type, held."notnull", held.dflt_value, held.pk
    FROM sqlite_master AS kind JOIN pragma_table_info (kind.name) AS held
    WHERE kind.type = 'table' AND kind.name NOT LIKE 'sqlite%' ORDER BY kind.name, held.cid
"""
_ORDERS = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"


class Database(Reader):
    """One open connection. It writes only inside ``transaction``."""

    def __init__(self, path: Path, migrations: Sequence[str] = MIGRATIONS) -> None:
        """Open the file; if it is new, make its tables. An older one stays as it is.

        Raises StoreError if a newer program has written it or it is no store, sqlite3.Error or
        OSError otherwise.
        """
        self.key = key_of(path)
        """What its pages are locked with, None if they are not."""
        _make_private(path)
        super().__init__(connect(path, self.key))
        self._migrations = migrations
        self._log: Path | None = path.with_name(f"{path.name}-wal")
        try:
            refuse_others(self, migrations)
            for pragma in _PRAGMAS + (_PRAGMAS_MACOS if sys.platform == "darwin" else ()):
                self.run(f"PRAGMA {pragma}")
            self._require_log()
            if self.version == 0:
                self.migrate()
        except BaseException:
            self.close()
            raise

    def _require_log(self) -> None:
        """Raise OSError if SQLite goes on without its log, which it does not call an error.

        It only finds that out itself when it reads the file.
        """
        self.run("SELECT COUNT(*) FROM sqlite_master")
        if self.one("PRAGMA journal_mode") != ("wal",):
            raise OSError(errno.EIO, "This disk takes no write-ahead log.")

    def teach(self, name: str, function: Callable[[str], str]) -> None:
        """Let SQL call a function of one text, which gives the same for the same text."""
        self._connection.create_function(name, 1, function, deterministic=True)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that is written inside, or nothing of it. Durable when it is left."""
        self.run("BEGIN IMMEDIATE")
        try:
            if self._log is not None:
                # In here, where no other program writes to it.
                _lay_out(self._log)
                self._log = None
            yield
            self.run("COMMIT")
        except BaseException:
            # On a full disk SQLite may have rolled back by itself.
            if self._connection.in_transaction:
                self.run("ROLLBACK")
            raise

    @contextmanager
    def unhurried(self) -> Iterator[None]:
        """Commit without waiting for the disk: what is written inside may be lost with the power.

        It comes through whole or not at all, and with the next change that is durable.
        """
        (before,) = self.one("PRAGMA synchronous") or (2,)
        self.run("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            self.run(f"PRAGMA synchronous = {int(str(before))}")

    @property
    def is_older(self) -> bool:
        """True if the file is of an older program: ``migrate`` comes first."""
        return self.version < len(self._migrations)

    def migrate(self) -> None:
        """Bring the tables to this version, all or nothing."""
        with self.transaction():
            for script in self._migrations[self.version :]:
                for statement in _statements(script):
                    self.run(statement)
            self.run(f"PRAGMA user_version = {len(self._migrations)}")


def _lay_out(log: Path) -> None:
    """Give SQLite's log its full size at once: it reads nothing from zeros.

    A log that grows with each answer has the disk write down its new length each time too, which
    costs as much as the answer.
    """
    # Where there is little room, that is for answers and photos: it grows as it always did.
    with suppress(OSError), log.open("r+b", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        missing = _LOG_SIZE - size
        if missing > 0 and shutil.disk_usage(log.parent).free > _PLENTY:
            written = file.write(bytes(missing))
            if written < missing:
                file.truncate(size)


def refuse_others(reader: Reader, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Raise StoreError if a file is no store, one of a newer program, or its tables are damaged.

    An empty file is fine. One with orders of somebody else in it, which SQLite would follow at each
    change, is not.
    """
    version, tables = reader.version, _tables(reader)
    if version > len(migrations):
        raise StoreError(*NEWER_STORE)
    expected, our_orders = _expected(migrations[: max(version, 0)])
    if version < 0 or tables != expected:
        is_ours = {"case_", "finding", "change"} & {table[0] for table in tables}
        raise StoreError(*(UNREADABLE if is_ours else NOT_OURS))
    if not set(reader.run(_ORDERS)) <= set(our_orders):
        raise StoreError(*UNREADABLE)


def _tables(reader: Reader) -> list[tuple[object, ...]]:
    try:
        return reader.run(_COLUMNS).fetchall()
    except database_errors() as error:
        # The statement is right: a "general error" is the file's ("unsupported file format").
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            raise StoreError(*UNREADABLE) from error
        raise


def _expected(scripts: Sequence[str]) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return the tables that these scripts make, and what SQLite does by itself in them."""
    model = sqlite3.connect(":memory:")
    try:
        for script in scripts:
            model.executescript(script)
        return model.execute(_COLUMNS).fetchall(), model.execute(_ORDERS).fetchall()
    finally:
        model.close()


def _statements(script: str) -> Iterator[str]:
    """Split a script; ``executescript`` would commit before it runs."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _make_private(path: Path) -> None:
    """Make the file readable for its owner only; SQLite gives its side files the same mode."""
    is_new = not path.exists() or not path.stat().st_size
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)
    if is_new:
        # The file's name must be on the disk too before the first answer is acknowledged. An
        # empty one may be there from a start that was stopped.
        sync_folder(path.parent)
