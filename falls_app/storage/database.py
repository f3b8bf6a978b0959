"""The connection to the store's file: durable transactions and numbered migrations."""

import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from falls_app.errors import UserError
from falls_app.storage.schema import MIGRATIONS

Scalar = str | int | float | bytes | None
Arguments = Sequence[Scalar] | Mapping[str, Scalar]

NEWER_STORE = (
    "These answers were saved by a newer Steady Home.",
    "Nothing was changed. Install the newest Steady Home to open them.",
)

# Only WAL with FULL keeps every acknowledged answer through a power cut.
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "busy_timeout = 5000",
)
# On macOS an ordinary sync stops at the drive's own cache.
_PRAGMAS_MACOS = ("fullfsync = 1", "checkpoint_fullfsync = 1")


class Database:
    """One open connection. It writes only inside ``transaction``."""

    def __init__(self, path: Path, migrations: Sequence[str] = MIGRATIONS) -> None:
        """Open the file, make it if it is not there, and bring its tables to this version.

        Raises UserError if a newer program has written it, sqlite3.Error or OSError otherwise.
        """
        _make_private(path)
        self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            for pragma in _PRAGMAS + (_PRAGMAS_MACOS if sys.platform == "darwin" else ()):
                self.run(f"PRAGMA {pragma}")
            self._migrate(migrations)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the connection; what was committed stays."""
        self._connection.close()

    def run(self, sql: str, arguments: Arguments = ()) -> sqlite3.Cursor:
        """Run one statement and return its cursor."""
        return self._connection.execute(sql, arguments)

    def one(self, sql: str, arguments: Arguments = ()) -> tuple[Scalar, ...] | None:
        """Return the first row, or None."""
        row: tuple[Scalar, ...] | None = self.run(sql, arguments).fetchone()
        return row

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that is written inside, or nothing of it. Durable when it is left."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # On a full disk SQLite may have rolled back by itself.
            if self._connection.in_transaction:
                self.run("ROLLBACK")
            raise

    @property
    def version(self) -> int:
        """How many of the migrations the file has seen."""
        found = self.one("PRAGMA user_version")
        return int(str(found[0])) if found else 0

    def problems(self) -> list[str]:
        """Return what is broken in the file, in SQLite's words; an empty list if it is sound."""
        found = [str(row[0]) for row in self.run("PRAGMA integrity_check")]
        orphans = [f"{row[0]}: a row without its parent" for row in self._orphans()]
        return [problem for problem in found if problem != "ok"] + orphans

    def _orphans(self) -> sqlite3.Cursor:
        return self.run("PRAGMA foreign_key_check")

    def _migrate(self, migrations: Sequence[str]) -> None:
        if self.version > len(migrations):
            raise UserError(*NEWER_STORE)
        if self.version == len(migrations):
            return
        with self.transaction():
            for script in migrations[self.version :]:
                for statement in _statements(script):
                    self.run(statement)
            self.run(f"PRAGMA user_version = {len(migrations)}")


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
    is_new = not path.exists()
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)
    if is_new and os.name == "posix":
        # The file's name must be on the disk too before the first answer is acknowledged.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
