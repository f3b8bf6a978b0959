"""Which table a row that was found belongs to, by what is in it.

The list of tables and the way to their pages may be what is broken. Every table of ours has rows
that no other has: by how many columns there are, and which of them are numbers.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from falls_app.storage.cells import TABLE_LEAF
from falls_app.storage.reader import Scalar
from falls_app.storage.schema import MIGRATIONS

_TYPES: Mapping[str, type] = {"TEXT": str, "INTEGER": int, "BLOB": bytes}


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    type: type
    may_be_null: bool
    may_be_missing: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a table. The last ones came later: an older row does not have them."""

    table: str
    columns: tuple[_Column, ...]
    key: tuple[str, ...]
    has_rowid: bool

    def fits(self, values: Sequence[Scalar]) -> bool:
        """Return whether these can be a row of this table."""
        here, missing = self.columns[: len(values)], self.columns[len(values) :]
        return (
            len(values) <= len(self.columns)
            and all(column.may_be_missing for column in missing)
            and all(
                isinstance(value, column.type) or (value is None and column.may_be_null)
                for column, value in zip(here, values, strict=True)
            )
        )

    def insert(self, count: int) -> str:
        """Return the statement that keeps a row of so many values, unless a newer one is there."""
        names = [column.name for column in self.columns]
        newer = "WHERE excluded.rev > rev" if "rev" in names else ""
        updates = ", ".join(f"{name} = excluded.{name}" for name in names[:count])
        then = f"UPDATE SET {updates} {newer}" if newer else "NOTHING"
        return (
            f"INSERT INTO {self.table} ({', '.join(names[:count])}) "
            f"VALUES ({', '.join('?' * count)}) ON CONFLICT ({', '.join(self.key)}) DO {then}"
        )


def load_shapes() -> tuple[Shape, ...]:
    """Return the shapes of our tables in this version."""
    model = sqlite3.connect(":memory:")
    try:
        for script in MIGRATIONS:
            model.executescript(script)
        tables = model.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        return tuple(_shape(model, name, sql) for name, sql in tables.fetchall())
    finally:
        model.close()


def shape_of(shapes: Sequence[Shape], kind: int, values: Sequence[Scalar]) -> Shape | None:
    """Return the table that a row on this kind of page belongs to, None if to none of ours."""
    for shape in shapes:
        if shape.has_rowid == (kind == TABLE_LEAF) and shape.fits(values):
            return shape
    return None


def _shape(model: sqlite3.Connection, table: str, sql: str) -> Shape:
    columns, key = [], []
    for _place, name, type_, notnull, default, in_key in model.execute(
        f"PRAGMA table_info ({table})"
    ):
        columns.append(_Column(name, _TYPES[type_], not notnull, default is not None))
        if in_key:
            key.append(name)
    return Shape(table, tuple(columns), tuple(key), "WITHOUT ROWID" not in sql)
