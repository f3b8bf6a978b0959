"""Answers that are on the disk and not yet in the tables of their homes.

An answer changes a row, its line in the list, the order of the list and the history: four or
five pages. Somebody waits for it, and all that keeps it is one page that says what it is. So
that page is written and synced first, and the answer is safe; its home follows when somebody
reads next. What waits when the program is killed is brought in when the store is opened again.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from falls_app.storage.database import Database
from falls_app.storage.difference import Difference, to_json
from falls_app.storage.reader import Reader, Scalar
from falls_app.storage.trouble import LOST_ANSWERS, StoreError

_HAS_PARENTS = """SELECT 1 FROM case_ JOIN assessment ON case_id = case_.id
    WHERE case_.id = ? AND deleted = '' AND assessment.id = ?"""


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

    Raises StoreError if the disk has changed what waits, UserError if there is no such home.
    """
    # The window opens before anything is brought in.
    from falls_app.storage.history import History

    history, is_any_here = History(database), False
    sql = "SELECT * FROM waiting WHERE case_id = ? ORDER BY number"
    for row in list(database.named(sql, (case_id,))):
        if not _is_whole(row):
            raise StoreError(*LOST_ANSWERS)
        rows = [
            Difference(table, tuple(key), said) for table, key, said in json.loads(str(row["rows"]))
        ]
        history.record(case_id, rows, str(row["verb"]), str(row["at"]))
        is_any_here = True
    return is_any_here


def drop_broken(database: Database) -> set[str]:
    """Remove what waits and cannot be read any more; return the ids of the homes it was of."""
    broken = set()
    for row in list(database.named("SELECT * FROM waiting")):
        if not _is_whole(row):
            broken.add(str(row["case_id"]))
            database.run("DELETE FROM waiting WHERE number = ?", (row["number"],))
    return broken


def broken_homes(reader: Reader) -> set[str]:
    """Return the ids of the homes of which something waits that the disk has changed."""
    rows = reader.named("SELECT * FROM waiting")
    return {str(row["case_id"]) for row in rows if not _is_whole(row)}


def _is_whole(row: Mapping[str, Scalar]) -> bool:
    return row["digest"] == _digest(_said(row))


def _said(row: Mapping[str, Scalar]) -> tuple[Scalar, ...]:
    return row["case_id"], row["at"], row["verb"], row["rows"]


def _digest(said: Sequence[Scalar]) -> bytes:
    return sha256("\0".join(map(str, said)).encode()).digest()
