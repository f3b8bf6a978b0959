"""The changes of a case: writing rows, taking a change back, bringing it back.

The changes that can be undone form one line, each with its ``depth``. ``case_.head`` is the one
that undo takes back next and ``case_.redo`` the one that redo brings back next. Undo and redo are
changes of their own in the table, but not in the line. A row's ``rev`` is the ``seq`` of the
change that gave it its content; undo restores it with the content, so equal means untouched.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypedDict, cast

from falls_app.errors import UserError
from falls_app.storage.database import Database
from falls_app.storage.difference import Difference, Key, Values, to_json
from falls_app.storage.rows import COLUMNS, KEYS

UNDO_LIMIT = 200
"""How many changes of a case can be undone."""

MOVED_ON = (
    "This cannot be undone or brought back, because it was changed again in another way.",
    "All answers are safe as they are now. Change this one by hand.",
)


class _Row(TypedDict):
    """A row as a change keeps it; ``values`` None and ``rev`` 0 where there was none."""

    table: str
    key: list[str]
    values: Values | None
    rev: int


@dataclass(frozen=True, slots=True)
class _State:
    """Where the line of changes of a case stands."""

    rev: int
    head: int
    redo: int
    depth: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the table of changes says about one."""

    at: str
    verb: str
    before: str = "[]"
    after: str = "[]"


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of the line."""

    seq: int
    parent: int
    next: int
    verb: str
    before: str
    after: str


class History:
    """Writes changes. Every method that writes is called inside a transaction."""

    def __init__(self, database: Database) -> None:
        """Use this open database."""
        self._database = database

    def begin(self, case_id: str, rows: Iterable[Difference], verb: str, at: str) -> None:
        """Write the rows of a new case. This is no change that can be undone."""
        for row in rows:
            self._write(case_id, _Row(**_row(row), rev=1))
        self._log(case_id, _State(rev=0, head=0, redo=0, depth=0), "new", _Entry(at, verb))
        self._place(case_id, at, rev=1, head=0, redo=0)

    def record(self, case_id: str, rows: Iterable[Difference], verb: str, at: str) -> None:
        """Write the rows that differ, and one change with what they were and are."""
        state = self._state(case_id)
        seq = state.rev + 1
        before: list[_Row] = []
        after: list[_Row] = []
        for row in rows:
            new = _Row(**_row(row), rev=seq if row.values is not None else 0)
            before.append(self._read(case_id, new))
            after.append(new)
            self._write(case_id, new)
        self._forget_undone(case_id, state)
        self._log(case_id, state, "do", _Entry(at, verb, to_json(before), to_json(after)))
        self._place(case_id, at, rev=seq, head=seq, redo=0)
        self._forget_oldest(case_id, state.depth + 1 - UNDO_LIMIT)

    def undo(self, case_id: str, at: str) -> bool:
        """Write back what was before the last change. False if there is none.

        Raises UserError if one of its rows is no longer as the change left it.
        """
        state = self._state(case_id)
        change = self._change(case_id, state.head)
        if change is None:
            return False
        self._exchange(case_id, change.after, change.before, backwards=True)
        self._database.run(
            "UPDATE change SET next = ? WHERE case_id = ? AND seq = ?",
            (state.redo, case_id, change.seq),
        )
        self._log(case_id, state, "undo", _Entry(at, change.verb, change.after, change.before))
        self._place(case_id, at, rev=state.rev + 1, head=change.parent, redo=change.seq)
        return True

    def redo(self, case_id: str, at: str) -> bool:
        """Write back what the last undone change had written. False if there is none.

        Raises UserError if one of its rows is no longer as the undo left it.
        """
        state = self._state(case_id)
        change = self._change(case_id, state.redo)
        if change is None:
            return False
        self._exchange(case_id, change.before, change.after)
        self._log(case_id, state, "redo", _Entry(at, change.verb, change.before, change.after))
        self._place(case_id, at, rev=state.rev + 1, head=change.seq, redo=change.next)
        return True

    def undo_label(self, case_id: str) -> str | None:
        """Return the verb of the change that ``undo`` would take back."""
        return self._verb("head", case_id)

    def redo_label(self, case_id: str) -> str | None:
        """Return the verb of the change that ``redo`` would bring back."""
        return self._verb("redo", case_id)

    def _verb(self, pointer: str, case_id: str) -> str | None:
        found = self._database.one(
            f"SELECT verb FROM case_ JOIN change ON case_id = id AND seq = {pointer} WHERE id = ?",
            (case_id,),
        )
        return None if found is None else str(found[0])

    def _state(self, case_id: str) -> _State:
        found = self._database.one(
            """SELECT case_.rev, head, redo, COALESCE(depth, 0)
            FROM case_ LEFT JOIN change ON case_id = id AND seq = head WHERE id = ?""",
            (case_id,),
        )
        return _State(*cast(tuple[int, int, int, int], found))

    def _change(self, case_id: str, seq: int) -> _Change | None:
        found = self._database.one(
            """SELECT seq, parent, next, verb, before, after
            FROM change WHERE case_id = ? AND seq = ?""",
            (case_id, seq),
        )
        if found is None:
            return None
        return _Change(*cast(tuple[int, int, int, str, str, str], found))

    def _place(self, case_id: str, at: str, *, rev: int, head: int, redo: int) -> None:
        self._database.run(
            "UPDATE case_ SET updated = ?, rev = ?, head = ?, redo = ? WHERE id = ?",
            (at, rev, head, redo, case_id),
        )

    def _log(self, case_id: str, state: _State, kind: str, entry: _Entry) -> None:
        depth, parent = (state.depth + 1, state.head) if kind == "do" else (0, 0)
        self._database.run(
            """INSERT INTO change
            (case_id, seq, kind, depth, parent, next, at, by_, verb, before, after)
            VALUES (?, ?, ?, ?, ?, 0, ?, '', ?, ?, ?)""",
            (
                case_id,
                state.rev + 1,
                kind,
                depth,
                parent,
                entry.at,
                entry.verb,
                entry.before,
                entry.after,
            ),
        )

    def _exchange(self, case_id: str, old: str, new: str, *, backwards: bool = False) -> None:
        """Write the ``new`` rows in place of the ``old`` ones, which must still be there.

        Backwards, so that a parent is back before its children, and gone after them.
        """
        pairs = list(zip(_rows(old), _rows(new), strict=True))
        for expected, row in reversed(pairs) if backwards else pairs:
            if self._read(case_id, expected)["rev"] != expected["rev"]:
                raise UserError(*MOVED_ON)
            self._write(case_id, row)

    def _read(self, case_id: str, row: _Row) -> _Row:
        """Return the row as the store has it now."""
        table, key = row["table"], row["key"]
        found = self._database.one(_select(table), (case_id, *key))
        if found is None:
            return _Row(table=table, key=key, values=None, rev=0)
        values = dict(zip(COLUMNS[table], found[1:], strict=True))
        return _Row(table=table, key=key, values=values, rev=int(str(found[0])))

    def _write(self, case_id: str, row: _Row) -> None:
        table, values = row["table"], row["values"]
        if values is None:
            self._database.run(_delete(table), (case_id, *row["key"]))
        else:
            columns = tuple(column for column in COLUMNS[table] if column in values)
            written = (values[column] for column in columns)
            sql = _upsert(table, columns)
            self._database.run(sql, (case_id, *row["key"], row["rev"], *written))
        if table == "part" and row["key"] == ["person"]:
            name = json.loads(str(values["value"]))["name"] if values else ""
            self._database.run("UPDATE case_ SET name = ? WHERE id = ?", (name, case_id))

    def _forget_undone(self, case_id: str, state: _State) -> None:
        if state.redo:
            self._database.run(
                "DELETE FROM change WHERE case_id = ? AND kind = 'do' AND depth > ?",
                (case_id, state.depth),
            )

    def _forget_oldest(self, case_id: str, depth: int) -> None:
        """Forget the line up to this depth. It is among the first rows: no long search."""
        if depth <= 0:
            return
        self._database.run(
            """DELETE FROM change WHERE case_id = :case_id AND seq <= (
                SELECT seq FROM change
                WHERE case_id = :case_id AND kind = 'do' AND depth = :depth
                ORDER BY seq LIMIT 1)""",
            {"case_id": case_id, "depth": depth},
        )


class _Content(TypedDict):
    table: str
    key: list[str]
    values: Values | None


def _row(difference: Difference) -> _Content:
    return _Content(table=difference.table, key=list(difference.key), values=difference.values)


def _rows(text: str) -> Sequence[_Row]:
    return cast(Sequence[_Row], json.loads(text))


def _key(table: str) -> Key:
    return ("case_id", *KEYS[table])


@cache
def _where(table: str) -> str:
    return " AND ".join(f"{column} = ?" for column in _key(table))


@cache
def _select(table: str) -> str:
    return f"SELECT rev, {', '.join(COLUMNS[table])} FROM {table} WHERE {_where(table)}"


@cache
def _delete(table: str) -> str:
    return f"DELETE FROM {table} WHERE {_where(table)}"


@cache
def _upsert(table: str, columns: Key) -> str:
    """Return the statement that writes a row, new or in place of an older one."""
    written = ("rev", *columns)
    names = (*_key(table), *written)
    updates = ", ".join(f"{column} = excluded.{column}" for column in written)
    return (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
        f"ON CONFLICT ({', '.join(_key(table))}) DO UPDATE SET {updates}"
    )
