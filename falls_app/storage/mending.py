"""Makes whole homes out of the rows that were saved of a damaged store, as far as it goes.

What a change says it wrote is a second copy of the latest rows: what is missing or differs is
taken from there. The digest tells in the end whether a home is as it was.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from falls_app.domain.checklist import PLACE_AREAS
from falls_app.errors import UserError
from falls_app.storage.database import Database
from falls_app.storage.digest import (
    ROWS,
    case_digest,
    change_digest,
    is_sound,
    row_digest,
)
from falls_app.storage.photo_rows import IS_PAGE
from falls_app.storage.reader import Reader, Scalar
from falls_app.storage.row_sql import delete, select, upsert
from falls_app.storage.rows import COLUMNS, KEYS, load_case
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.waiting import bring_in_home, drop_broken

_PLACED = f"""SELECT case_id, assessment_id, check_id, room_id FROM finding
    UNION ALL SELECT case_id, assessment_id, check_id, room_id FROM photo WHERE {IS_PAGE}"""
"""What stands in a walk, and in a room or in none."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a home: ``is_whole`` if it is as it was written, to the last letter."""

    name: str
    answers: int
    is_whole: bool
    is_readable: bool = True


def mend_cases(path: Path) -> list[Mended]:
    """Mend all cases of a database of saved rows; what makes no sense is removed from it."""
    database = Database(path)
    try:
        database.run("PRAGMA synchronous = OFF")
        database.run("PRAGMA foreign_keys = OFF")
        with database.transaction():
            broken = drop_broken(database)
            mended = [
                _mend(database, case_id, is_all_there=case_id not in broken)
                for case_id in _case_ids(database)
            ]
            database.run("DELETE FROM case_key WHERE case_id NOT IN (SELECT id FROM case_)")
            database.run("DELETE FROM waiting")
        # One file: side files would not move with it.
        database.run("PRAGMA journal_mode = DELETE")
    finally:
        database.close()
    return mended


def _case_ids(database: Database) -> list[str]:
    tables = (
        *(f"SELECT case_id FROM {table}" for table in (*ROWS, "change", "waiting")),
        "SELECT id FROM case_",
    )
    return [str(row[0]) for row in database.run(f"{' UNION '.join(tables)} ORDER BY 1")]


def _mend(database: Database, case_id: str, *, is_all_there: bool) -> Mended:
    _drop_broken_changes(database, case_id)
    was_listed = database.one("SELECT 1 FROM case_ WHERE id = ?", (case_id,)) is not None
    is_whole = is_sound(database, case_id)
    if not is_whole:
        _put_back(database, case_id)
        is_whole = is_sound(database, case_id)
    if not is_whole:
        _drop_unreadable(database, case_id)
        _make_missing_parents(database, case_id, was_listed=was_listed)
    _seal(database, case_id)
    is_all_there = _brought_in(database, case_id) and is_all_there
    return _judged(database, case_id, is_whole=is_whole and is_all_there)


def _brought_in(database: Database, case_id: str) -> bool:
    """Bring in the answers that wait; return whether that was possible."""
    try:
        if bring_in_home(database, case_id):
            _make_missing_parents(database, case_id, was_listed=True)
            _seal(database, case_id)
    except UserError:
        return False
    return True


def _drop_broken_changes(database: Database, case_id: str) -> None:
    for change in list(database.named("SELECT * FROM change WHERE case_id = ?", (case_id,))):
        if change["digest"] and change["digest"] != change_digest(change):
            key = (case_id, change["seq"])
            database.run("DELETE FROM change WHERE case_id = ? AND seq = ?", key)


# ------------------------------------------------------------------ the second copy


def _put_back(database: Database, case_id: str) -> None:
    """Write what the changes say was written last, where it is missing or another."""
    latest: dict[tuple[str, tuple[str, ...]], tuple[int, dict[str, Any]]] = {}
    for seq, row in _written(database, case_id):
        latest[row["table"], tuple(row["key"])] = seq, row
    for (table, key), (seq, row) in latest.items():
        found = database.one(select(table), (case_id, *key))
        rev = 0 if found is None else int(str(found[0]))
        if row["values"] is None:
            if rev < seq:
                database.run(delete(table), (case_id, *key))
        elif rev <= row["rev"]:
            columns = tuple(name for name in COLUMNS[table] if name in row["values"])
            values = (row["values"][name] for name in columns)
            database.run(upsert(table, columns), (case_id, *key, row["rev"], *values))


def _written(database: Database, case_id: str) -> Iterator[tuple[int, dict[str, Any]]]:
    sql = "SELECT seq, after FROM change WHERE case_id = ? ORDER BY seq"
    for seq, after in database.run(sql, (case_id,)).fetchall():
        try:
            rows = json.loads(after)
        except ValueError:  # a change of a version without digests
            continue
        yield from ((seq, row) for row in rows if row.get("table") in KEYS)


# ------------------------------------------------------------------ what cannot be whole


def _drop_unreadable(database: Database, case_id: str) -> None:
    """Remove the rows that no program can read, if there are any."""
    if _is_readable(database, case_id):
        return
    for table in ROWS:
        for row in list(database.named(f"SELECT * FROM {table} WHERE case_id = ?", (case_id,))):
            if not _is_row_readable(table, row):
                key = tuple(row[name] for name in KEYS[table])
                database.run(delete(table), (case_id, *key))


def _is_row_readable(table: str, row: dict[str, Scalar]) -> bool:
    model = sqlite3.connect(":memory:")
    try:
        for script in MIGRATIONS:
            model.executescript(script)
        places = ", ".join("?" * len(row))
        model.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", [*row.values()])
        return _is_readable(Reader(model), str(row["case_id"]))
    finally:
        model.close()


def _is_readable(reader: Reader, case_id: str) -> bool:
    try:
        load_case(reader, case_id, "")
    except (UserError, ValueError, KeyError, TypeError, AttributeError):
        return False
    except (OverflowError, RecursionError):  # 9e999 is no number, and lists can lie too deep
        return False
    return True


def _make_missing_parents(database: Database, case_id: str, *, was_listed: bool) -> None:
    """Make the line, the walks and the rooms that are lost and that something belongs to.

    That is an answer, or the photo of a paper page.
    """
    if not was_listed:
        name = database.one(
            "SELECT value FROM part WHERE case_id = ? AND name = 'person'", (case_id,)
        )
        said = json.loads(str(name[0])).get("name", "") if name else ""
        at = database.one("SELECT MAX(at) FROM change WHERE case_id = ?", (case_id,))
        updated = str(at[0]) if at and at[0] else ""
        database.run(
            "INSERT INTO case_ (id, name, updated) VALUES (?, ?, ?)", (case_id, said, updated)
        )
    database.run(
        f"""INSERT INTO assessment (case_id, id, position, date, list, content, rev)
        SELECT DISTINCT case_id, assessment_id, 0, '', 'full', '', 1 FROM ({_PLACED})
        WHERE case_id = ? ON CONFLICT DO NOTHING""",
        (case_id,),
    )
    _make_missing_rooms(database, case_id)


def _make_missing_rooms(database: Database, case_id: str) -> None:
    sql = f"""SELECT room_id, MIN(check_id) FROM ({_PLACED}) AS placed
        WHERE case_id = ? AND room_id <> ''
        AND room_id NOT IN (SELECT id FROM room WHERE case_id = placed.case_id) GROUP BY room_id"""
    for room, check in database.run(sql, (case_id,)).fetchall():
        area = check[:3]
        if area in PLACE_AREAS:
            database.run(
                """INSERT INTO room (case_id, id, position, area, name, use, kind, floor, rev)
                VALUES (?, ?, 999, ?, ?, 'daily', '', 0, 1)""",
                (case_id, room, area, room),
            )


def _seal(database: Database, case_id: str) -> None:
    """Give the case the digest of what there is, and an end of the line of changes that is."""
    line = next(database.named("SELECT * FROM case_ WHERE id = ?", (case_id,)))
    sql = "SELECT 1 FROM change WHERE case_id = ? AND seq = ?"
    for pointer in ("head", "redo"):
        if database.one(sql, (case_id, line[pointer])) is None:
            line[pointer] = 0
    newest = database.one("SELECT MAX(seq) FROM change WHERE case_id = ?", (case_id,))
    line["rev"] = max(int(str(line["rev"])), int(str(newest[0] or 0)) if newest else 0)
    rows = sum(
        row_digest(table, row)
        for table in ROWS
        for row in database.run(f"SELECT * FROM {table} WHERE case_id = ?", (case_id,))
    )
    values: tuple[Scalar, ...] = (line["rev"], line["head"], line["redo"], case_digest(rows, line))
    database.run(
        "UPDATE case_ SET rev = ?, head = ?, redo = ?, digest = ? WHERE id = ?",
        (*values, case_id),
    )


def _judged(database: Database, case_id: str, *, is_whole: bool) -> Mended:
    line = next(database.named("SELECT * FROM case_ WHERE id = ?", (case_id,)))
    found = database.one("SELECT COUNT(*) FROM finding WHERE case_id = ?", (case_id,))
    answers = int(str(found[0])) if found else 0
    name = str(line["name"])
    if _is_readable(database, case_id):
        return Mended(name, answers, is_whole)
    for table in (*ROWS, "change"):
        database.run(f"DELETE FROM {table} WHERE case_id = ?", (case_id,))
    database.run("DELETE FROM case_ WHERE id = ?", (case_id,))
    return Mended(name, answers, is_whole=False, is_readable=False)
