"""A connection that reads the store's tables."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from falls_app.storage.trouble import DAMAGED_CASE

Scalar = str | int | float | bytes | None
Arguments = Sequence[Scalar] | Mapping[str, Scalar]


class Reader:
    """An open connection to the store's file, as far as reading goes."""

    refusal = DAMAGED_CASE
    """What is said of a home whose rows are not the ones that were written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Use this connection; it is closed with the reader."""
        self._connection = connection

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

    def named(self, sql: str, arguments: Arguments = ()) -> Iterator[dict[str, Scalar]]:
        """Yield the rows as values by column name, in the order of the columns."""
        cursor = self.run(sql, arguments)
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))

    @property
    def version(self) -> int:
        """How many of the migrations the file has seen."""
        found = self.one("PRAGMA user_version")
        return int(str(found[0])) if found else 0

    def problems(self) -> list[str]:
        """Return what is broken in the file, in SQLite's words; an empty list if it is sound."""
        found = [str(row[0]) for row in self.run("PRAGMA integrity_check (10)")]
        orphans = [f"{row[0]}: a row without its parent" for row in self._orphans()]
        return [problem for problem in found if problem != "ok"] + orphans

    def _orphans(self) -> sqlite3.Cursor:
        return self.run("PRAGMA foreign_key_check")
