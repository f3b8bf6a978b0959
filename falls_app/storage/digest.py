"""The digest of a case: tells whether its rows are still the ones that were written.

A case has one digest, the sum (modulo 2**256) of the SHA-256 of each of its rows and of its own
line in the list. A change adds what its rows say now and takes away what they said before, so it
costs the rows that are written and not the whole case. What a disk changes by itself is in no
sum. A row of the table of changes has a digest of its own, looked at before it is used.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from falls_app.storage.database import Database
from falls_app.storage.reader import Reader, Scalar
from falls_app.storage.snapshot import Breathe, no_breath

ROWS = ("part", "room", "assessment", "finding", "photo", "step")
"""The tables whose rows are in the sum. A thumbnail is not: it is made again from the photo."""

_SIZE = 32
_ROWS_A_BREATH = 200
_TURN = 1 << (8 * _SIZE)


def row_digest(table: str, row: Iterable[Scalar]) -> int:
    """Return the digest of a row: all its columns, in the order of the table."""
    return int.from_bytes(sha256(_encoded((table, *row))).digest(), "big")


def case_digest(rows: int, line: Mapping[str, Scalar]) -> bytes:
    """Return the digest of a case with this sum of its rows and this line in ``case_``."""
    total = (rows + row_digest("case_", _said(line))) % _TURN
    return total.to_bytes(_SIZE, "big")


def rows_of(line: Mapping[str, Scalar]) -> int:
    """Return the sum of the rows that a line of ``case_`` vouches for; 0 if it is new."""
    kept = line["digest"]
    if not isinstance(kept, bytes) or not kept:
        return 0
    return int.from_bytes(kept, "big") - row_digest("case_", _said(line))


def change_digest(change: Mapping[str, Scalar]) -> bytes:
    """Return the digest of a row of ``change``. ``next`` is no part of it: it is written later."""
    said = [value for name, value in change.items() if name not in ("digest", "next")]
    return sha256(_encoded(said)).digest()


def is_sound(reader: Reader, case_id: str) -> bool:
    """Return whether the rows of a case are the ones that were written."""
    line = next(reader.named("SELECT * FROM case_ WHERE id = ?", (case_id,)), None)
    if line is None:
        return False
    rows = sum(
        row_digest(table, row)
        for table in ROWS
        for row in reader.run(f"SELECT * FROM {table} WHERE case_id = ?", (case_id,))
    )
    return case_digest(rows, line) == line["digest"]


def damaged_cases(reader: Reader, breathe: Breathe = no_breath) -> set[str]:
    """Return the ids of all cases whose rows are not the ones that were written.

    A row without a case counts under the id it names, a broken change under its case.
    """
    return changed_homes(reader, breathe) | set(_damaged_changes(reader, breathe))


def changed_homes(reader: Reader, breathe: Breathe = no_breath) -> set[str]:
    """Return the ids of the cases whose rows are not the ones written, without their history."""
    sums = _sums(reader, breathe)
    damaged = set()
    for line in reader.named("SELECT * FROM case_"):
        if case_digest(sums.pop(str(line["id"]), 0), line) != line["digest"]:
            damaged.add(str(line["id"]))
    return damaged | sums.keys()


def seal_all(database: Database) -> None:
    """Give every case and every change the digest of what is there now."""
    with database.transaction():
        sums = _sums(database, no_breath)
        for line in list(database.named("SELECT * FROM case_")):
            digest = case_digest(sums.get(str(line["id"]), 0), line)
            database.run("UPDATE case_ SET digest = ? WHERE id = ?", (digest, line["id"]))
        for (case_id,) in database.run("SELECT DISTINCT case_id FROM change").fetchall():
            _seal_changes(database, case_id)


def _seal_changes(database: Database, case_id: str) -> None:
    sql = "SELECT * FROM change WHERE case_id = ?"
    for change in list(database.named(sql, (case_id,))):
        database.run(
            "UPDATE change SET digest = ? WHERE case_id = ? AND seq = ?",
            (change_digest(change), case_id, change["seq"]),
        )


def _sums(reader: Reader, breathe: Breathe) -> dict[str, int]:
    sums: dict[str, int] = {}
    for table in ROWS:
        for number, row in enumerate(reader.run(f"SELECT * FROM {table}")):
            case_id = str(row[0])
            sums[case_id] = sums.get(case_id, 0) + row_digest(table, row)
            if not number % _ROWS_A_BREATH:
                breathe()
    return sums


def _damaged_changes(reader: Reader, breathe: Breathe) -> Iterator[str]:
    for number, change in enumerate(reader.named("SELECT * FROM change")):
        if change_digest(change) != change["digest"]:
            yield str(change["case_id"])
        if not number % _ROWS_A_BREATH:
            breathe()


def _said(line: Mapping[str, Scalar]) -> list[Scalar]:
    return [value for name, value in line.items() if name != "digest"]


def _encoded(values: Iterable[Scalar]) -> bytes:
    """Return values as bytes, the same in every version of Python; 1 is not "1"."""
    said = [value if type(value) is str else f"\x01{value!r}" for value in values]
    return "\0".join(said).encode()
