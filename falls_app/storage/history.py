"""The changes of a case: writing rows, taking a change back, bringing it back.

The changes that can be undone form one line, each with its ``depth``. ``case_.head`` is the one
that undo takes back next and ``case_.redo`` the one that redo brings back next. Undo and redo are
changes of their own in the table, but not in the line. A row's ``rev`` is the ``seq`` of the
change that gave it its content; undo restores it with the content, so equal means untouched.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict, cast

from falls_app.errors import UserError, sentences
from falls_app.storage.database import Database
from falls_app.storage.difference import Difference, Values, to_json
from falls_app.storage.digest import case_digest, change_digest, row_digest, rows_of
from falls_app.storage.reader import Scalar
from falls_app.storage.row_sql import delete, select, upsert
from falls_app.storage.rows import COLUMNS
from falls_app.storage.trouble import BROKEN_CHANGE, NOT_THERE, StoreError

UNDO_LIMIT = 200
"""How many changes of a case can be undone."""

MOVED_ON = sentences(
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
    """Where the line of changes of a case stands, and what its line in the list says.

    ``rows`` is the sum of the digests of its rows.
    """

    line: Mapping[str, Scalar]
    rev: int
    head: int
    redo: int
    depth: int
    rows: int


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
        state = self._state(case_id)
        moved = sum(self._write(case_id, _Row(**_row(row), rev=1), 0) for row in rows)
        self._log(case_id, state, "new", _Entry(at, verb))
        self._place(state, moved, updated=at, rev=1)

    def record(self, case_id: str, rows: Iterable[Difference], verb: str, at: str) -> str:
        """Write the rows that differ, and one change with what they were and are.

        A row that says the same already is passed over: it may have got there with a write that
        seemed lost when a drive was taken out. Returns when the case changed last.
        """
        state = self._state(case_id)
        seq = state.rev + 1
        before: list[_Row] = []
        after: list[_Row] = []
        moved = 0
        for row in rows:
            new = _Row(**_row(row), rev=seq if row.values is not None else 0)
            old, digest = self._read(case_id, new)
            if _says_the_same(old["values"], new["values"]):
                continue
            before.append(old)
            after.append(new)
            moved += self._write(case_id, new, digest)
        if not after:
            return str(state.line["updated"])
        self._forget_undone(case_id, state)
        self._log(case_id, state, "do", _Entry(at, verb, to_json(before), to_json(after)))
        self._place(state, moved, after, updated=at, rev=seq, head=seq, redo=0)
        self._forget_oldest(case_id, state.depth + 1 - UNDO_LIMIT)
        return at

    def undo(self, case_id: str, at: str) -> bool:
        """Write back what was before the last change. False if there is none.

        Raises UserError if one of its rows is no longer as the change left it.
        """
        state = self._state(case_id)
        change = self._change(case_id, state.head)
        if change is None:
            self._refuse_lost(case_id, state.head)
            return False
        new, moved = self._exchange(case_id, change.after, change.before, backwards=True)
        self._database.run(
            "UPDATE change SET next = ? WHERE case_id = ? AND seq = ?",
            (state.redo, case_id, change.seq),
        )
        self._log(case_id, state, "undo", _Entry(at, change.verb, change.after, change.before))
        seq = state.rev + 1
        self._place(state, moved, new, updated=at, rev=seq, head=change.parent, redo=change.seq)
        return True

    def redo(self, case_id: str, at: str) -> bool:
        """Write back what the last undone change had written. False if there is none.

        Raises UserError if one of its rows is no longer as the undo left it.
        """
        state = self._state(case_id)
        change = self._change(case_id, state.redo)
        if change is None:
            self._refuse_lost(case_id, state.redo)
            return False
        new, moved = self._exchange(case_id, change.before, change.after)
        self._log(case_id, state, "redo", _Entry(at, change.verb, change.before, change.after))
        seq = state.rev + 1
        self._place(state, moved, new, updated=at, rev=seq, head=change.seq, redo=change.next)
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

    def mark_deleted(self, case_id: str, at: str) -> None:
        """Take a case out of the list (at this ISO time), or put it back ("")."""
        state = self._found(case_id)
        if state is not None and bool(state.line["deleted"]) != bool(at):
            self._place(state, 0, deleted=at)

    def _state(self, case_id: str) -> _State:
        """Return where a case stands. UserError if it is not in the list."""
        state = self._found(case_id)
        if state is None or state.line["deleted"]:
            raise UserError(*NOT_THERE)
        return state

    def _found(self, case_id: str) -> _State | None:
        found = self._database.named(
            """SELECT COALESCE(depth, 0) AS depth, case_.*
            FROM case_ LEFT JOIN change ON case_id = id AND seq = head WHERE id = ?""",
            (case_id,),
        )
        line = next(found, None)
        if line is None:
            return None
        depth, rows = line.pop("depth"), rows_of(line)
        places = cast(tuple[int, int, int, int], (line["rev"], line["head"], line["redo"], depth))
        return _State(line, *places, rows)

    def _change(self, case_id: str, seq: int) -> _Change | None:
        """Return a change of the line, None if it is not there. StoreError if it is damaged."""
        sql = "SELECT * FROM change WHERE case_id = ? AND seq = ?"
        found = next(self._database.named(sql, (case_id, seq)), None)
        if found is None:
            return None
        if change_digest(found) != found["digest"]:
            raise StoreError(*BROKEN_CHANGE)
        said = (found[name] for name in ("seq", "parent", "next", "verb", "before", "after"))
        return _Change(*cast(tuple[int, int, int, str, str, str], tuple(said)))

    def _refuse_lost(self, case_id: str, seq: int) -> None:
        """Raise StoreError if this change should be there: only the oldest ones are forgotten."""
        sql = "SELECT MIN(seq), COUNT(*) FROM change WHERE case_id = ?"
        oldest, count = cast(tuple[int | None, int], self._database.one(sql, (case_id,)))
        is_forgotten = oldest is not None and seq < oldest and count >= UNDO_LIMIT
        if seq and not is_forgotten:
            raise StoreError(*BROKEN_CHANGE)

    def _place(self, state: _State, moved: int, rows: Iterable[_Row] = (), **line: Scalar) -> None:
        """Write the line of the case in the list: its digest ``moved``, ``rows`` were written."""
        new = {**state.line, **_named(rows), **line}
        new["digest"] = case_digest(state.rows + moved, new)
        columns = ", ".join(f"{name} = ?" for name in new if name != "id")
        said = [value for name, value in new.items() if name != "id"]
        self._database.run(f"UPDATE case_ SET {columns} WHERE id = ?", (*said, new["id"]))

    def _log(self, case_id: str, state: _State, kind: str, entry: _Entry) -> None:
        depth, parent = (state.depth + 1, state.head) if kind == "do" else (0, 0)
        change: dict[str, Scalar] = {
            "case_id": case_id,
            "seq": state.rev + 1,
            "kind": kind,
            "depth": depth,
            "parent": parent,
            "next": 0,
            "at": entry.at,
            "by_": "",
            "verb": entry.verb,
            "before": entry.before,
            "after": entry.after,
        }
        change["digest"] = change_digest(change)
        places = ", ".join("?" * len(change))
        sql = f"INSERT INTO change ({', '.join(change)}) VALUES ({places})"
        self._database.run(sql, tuple(change.values()))

    def _exchange(
        self, case_id: str, old: str, new: str, *, backwards: bool = False
    ) -> tuple[Sequence[_Row], int]:
        """Write the ``new`` rows in place of the ``old`` ones, which must still be there.

        Backwards, so that a parent is back before its children, and gone after them. Returns the
        new rows, and by how much the digest moves.
        """
        moved, rows = 0, _rows(new)
        pairs = list(zip(_rows(old), rows, strict=True))
        for expected, row in reversed(pairs) if backwards else pairs:
            found, digest = self._read(case_id, expected)
            if found["rev"] != expected["rev"]:
                raise UserError(*MOVED_ON)
            moved += self._write(case_id, row, digest)
        return rows, moved

    def _read(self, case_id: str, row: _Row) -> tuple[_Row, int]:
        """Return the row as the store has it now, and its digest."""
        table, key = row["table"], row["key"]
        found = self._database.one(select(table), (case_id, *key))
        if found is None:
            return _Row(table=table, key=key, values=None, rev=0), 0
        columns = COLUMNS[table]
        values = dict(zip(columns, found[1 : len(columns) + 1], strict=True))
        digest = row_digest(table, found[len(columns) + 1 :])
        return _Row(table=table, key=key, values=values, rev=int(str(found[0]))), digest

    def _write(self, case_id: str, row: _Row, before: int) -> int:
        """Write a row in place of one with the digest ``before``; return what the digest moves."""
        table, values = row["table"], row["values"]
        if values is None:
            self._database.run(delete(table), (case_id, *row["key"]))
            return -before
        columns = tuple(column for column in COLUMNS[table] if column in values)
        written = (values[column] for column in columns)
        sql = upsert(table, columns)
        self._database.run(sql, (case_id, *row["key"], row["rev"], *written))
        # Read again: a row of an older version says nothing about a later column.
        return self._read(case_id, row)[1] - before

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


def _says_the_same(old: Values | None, new: Values | None) -> bool:
    if old is None or new is None:
        return old is new
    return all(old[name] == value for name, value in new.items())


def _rows(text: str) -> Sequence[_Row]:
    return cast(Sequence[_Row], json.loads(text))


def _named(rows: Iterable[_Row]) -> dict[str, Scalar]:
    """Return the name that the list shows, if a person is among the rows."""
    for row in rows:
        if row["table"] == "part" and row["key"] == ["person"]:
            values = row["values"]
            return {"name": json.loads(str(values["value"]))["name"] if values else ""}
    return {}
