"""Answers that are on the disk and not yet in the tables of their homes.

An answer changes a row, its line in the list, the order of the list and the history: four or
five pages. Somebody waits for it, and all that keeps it is one page that says what it is. So
that page is written and synced first, and the answer is safe; its home follows when somebody
reads next. What waits when the program is killed is brought in when the store is opened again.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from falls_app.errors import UserError
from falls_app.storage.database import Database
from falls_app.storage.difference import Difference, to_json
from falls_app.storage.reader import Reader, Scalar
from falls_app.storage.trouble import LOST_ANSWERS, StoreError

_HAS_PARENTS = """SELECT 1 FROM case_ JOIN assessment ON case_id = case_.id
    WHERE case_.id = ? AND deleted = '' AND assessment.id = ?"""

_ALWAYS = {"answer", "note", "near_miss", "where_", "measures"}
"""The columns of every answer that ever waited; later versions may have more."""


def may_wait(database: Database, case_id: str, rows: Sequence[Difference]) -> bool:
    """Return whether these rows can wait: answers, each to a walk that the store has.

    Nothing can be wrong with them later. All else is written into its home at once.
    """
    walks = {row.key[0] for row in rows if row.table == "finding" and row.values is not None}
    is_answers = all(row.table == "finding" and row.values is not None for row in rows)
    return is_answers and all(database.one(_HAS_PARENTS, (case_id, walk)) for walk in walks)


def add(database: Database, case_id: str, rows: Sequence[Difference], verb: str, at: str) -> None:
    """Let a change wait. Inside a transaction."""
    said = (case_id, at, verb, to_json([[row.table, row.key, row.values] for row in rows]))
    database.run(
        "INSERT INTO waiting (case_id, at, verb, rows, digest) VALUES (?, ?, ?, ?, ?)",
        (*said, _digest(said)),
    )


def is_any(reader: Reader) -> bool:
    """Return whether a change waits."""
    return reader.one("SELECT 1 FROM waiting LIMIT 1") is not None


def bring_in(database: Database) -> None:
    """Write all that waits into its homes, or nothing of it.

    Raises StoreError if the disk has changed what waits.
    """
    if not is_any(database):
        return
    # No sync: until the disk has this, it has what waits.
    with database.unhurried(), database.transaction():
        for (case_id,) in database.run("SELECT DISTINCT case_id FROM waiting").fetchall():
            bring_in_home(database, str(case_id))
        database.run("DELETE FROM waiting")


def bring_in_home(database: Database, case_id: str) -> bool:
    """Write what waits into one home. Inside a transaction. Return whether there was anything.

    Raises StoreError if the disk, or somebody, has changed what waits, or there is no such home.
    """
    # The window opens before anything is brought in.
    from falls_app.storage.history import History

    history, is_any_here = History(database), False
    sql = "SELECT * FROM waiting WHERE case_id = ? ORDER BY number"
    for row in list(database.named(sql, (case_id,))):
        rows = _rows_in(row)
        if rows is None:
            raise StoreError(*LOST_ANSWERS)
        try:
            history.record(case_id, rows, str(row["verb"]), str(row["at"]))
        except UserError as error:
            raise StoreError(*LOST_ANSWERS) from error
        is_any_here = True
    return is_any_here


def drop_broken(database: Database) -> set[str]:
    """Remove what waits and cannot be read any more; return the ids of the homes it was of."""
    broken = set()
    for row in list(database.named("SELECT * FROM waiting")):
        if _rows_in(row) is None:
            broken.add(str(row["case_id"]))
            database.run("DELETE FROM waiting WHERE number = ?", (row["number"],))
    return broken


def broken_homes(reader: Reader) -> set[str]:
    """Return the ids of the homes of which something waits that the disk has changed."""
    return {
        str(row["case_id"])
        for row in list(reader.named("SELECT * FROM waiting"))
        if not _fits(reader, str(row["case_id"]), _rows_in(row))
    }


def _fits(reader: Reader, case_id: str, rows: Sequence[Difference] | None) -> bool:
    return rows is not None and all(
        reader.one(_HAS_PARENTS, (case_id, row.key[0])) is not None for row in rows
    )


def rows_of_newer(row: Mapping[str, Scalar]) -> list[Difference] | None:
    """Return what a newer program let wait, without the columns that it alone knows.

    None if that is not what we can read.
    """
    from falls_app.storage.rows import COLUMNS

    return _rows_in(row, known=COLUMNS["finding"])


def _rows_in(
    row: Mapping[str, Scalar], known: Sequence[str] | None = None
) -> list[Difference] | None:
    """Return what a change that waits wrote, None if that is not what we write.

    Columns that are not ``known`` are left out, None: there are none.
    """
    if row["digest"] != _digest(_said(row)):
        return None
    try:
        rows = [
            Difference(
                table,
                tuple(key),
                {name: said[name] for name in said if known is None or name in known},
            )
            for table, key, said in json.loads(str(row["rows"]))
        ]
        return rows if all(map(_is_answer, rows)) else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _is_answer(row: Difference) -> bool:
    """Return whether this is a whole row of an answer. TypeError or AttributeError if it is none.

    A hostile file has a digest that is right, too.
    """
    from falls_app.storage.rows import COLUMNS

    values = row.values or {}
    return (
        row.table == "finding"
        and list(map(type, row.key)) == [str] * 3
        and _ALWAYS <= values.keys() <= set(COLUMNS["finding"])
        and all(isinstance(value, str) or value in (0, 1) for value in values.values())
    )


def _said(row: Mapping[str, Scalar]) -> tuple[Scalar, ...]:
    return row["case_id"], row["at"], row["verb"], row["rows"]


def _digest(said: Sequence[Scalar]) -> bytes:
    return sha256("\0".join(map(str, said)).encode()).digest()
