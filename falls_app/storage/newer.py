"""Reads a store that a newer program has written into memory, as far as this version knows it.

Into memory and not into a copy on the disk: what is read there needs no key of its own, and a
program that is killed leaves nothing of it behind. The file is read as bytes, with the pages of
its side file in their places. SQLite never opens it, so nothing is written to it or beside it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from typing_extensions import override

from falls_app.errors import UserError
from falls_app.storage.database import Database
from falls_app.storage.digest import ROWS, changed_homes, seal_all
from falls_app.storage.lock import ALREADY_OPEN, StoreLocked
from falls_app.storage.pages import Pages
from falls_app.storage.reader import Reader
from falls_app.storage.reading import state_of
from falls_app.storage.rows import PARTS, load_case
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.side_file import refuse_lost_answers
from falls_app.storage.trouble import (
    NEWER_HOME,
    NEWER_UNREAD,
    READING,
    TO_READ,
    StoreError,
    told,
)
from falls_app.storage.waiting import add, bring_in_home, rows_of_newer

_SENTENCES = READING._replace(unreadable=NEWER_UNREAD)
_NEEDED = ("case_", *ROWS, "setting", "waiting")
_IF_THERE = ("case_key", "access")
"""Tables without which the homes can be read all the same."""
_TRIES = 3
_ODD = (UserError, ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What reading a home raises whose rows say what this version cannot read."""
_ODD_PHOTOS = """SELECT DISTINCT case_id FROM photo
    WHERE typeof(sha256) <> 'text' OR length(sha256) <> 64 OR sha256 GLOB '*[^0-9a-f]*'"""
"""Homes with a photo that names no picture of ours: it could name any file."""
_COLUMNS = """SELECT kind.name, held.name
    FROM sqlite_master AS kind JOIN pragma_table_info (kind.name) AS held
    WHERE kind.type = 'table'"""


class HeldDatabase(Database):
    """A database in memory, with the tables of this version. Once it is full it only reads."""

    refusal = NEWER_HOME

    def __init__(self) -> None:
        """Make the tables."""
        Reader.__init__(self, sqlite3.connect(":memory:", isolation_level=None))
        self.key, self._migrations, self._log = None, MIGRATIONS, None
        self._is_full = False
        self.migrate()

    @override
    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write what is inside. Raises StoreError once it is full."""
        if self._is_full:
            raise StoreError(*TO_READ)
        with super().transaction():
            yield

    def take_no_more(self) -> None:
        """Refuse every change from now on."""
        self._is_full = True
        self.run("PRAGMA query_only = ON")


def read_newer(file: Path) -> HeldDatabase:
    """Return what this version can read of the database of a newer one.

    Of a home that cannot be read nothing but its name is there. Raises StoreLocked if it is open,
    StoreError if nothing can be read.
    """
    with told(_SENTENCES):
        image = _image(file)
        held = HeldDatabase()
        try:
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as source:
                source.deserialize(image)
                _fill(held, Reader(source))
        except sqlite3.Error as error:
            held.close()
            raise StoreError(*NEWER_UNREAD) from error
        except BaseException:
            held.close()
            raise
    held.take_no_more()
    return held


def _image(file: Path) -> bytes:
    """Return a database as one file without side files, as it is when nobody writes to it."""
    for _try in range(_TRIES):
        before = state_of(file)
        if before[0]:
            raise StoreLocked(*ALREADY_OPEN)
        _refuse_lost_answers(file)
        with Pages(file, as_sqlite_reads=True) as pages:
            count = int.from_bytes(pages.page(1)[28:32], "big") or pages.count
            image = bytearray().join(map(pages.page, range(1, min(count, pages.count) + 1)))
        if before == state_of(file):
            # It needs no side file any more.
            image[18:20] = b"\x01\x01"
            return bytes(image)
    raise StoreError(*READING.busy)


def _refuse_lost_answers(file: Path) -> None:
    """Raise StoreError if the disk has spoiled the newest answers: the newer program helps."""
    try:
        refuse_lost_answers(file)
    except StoreError as error:
        raise StoreError(*NEWER_UNREAD) from error


def _fill(held: HeldDatabase, source: Reader) -> None:
    # What a stranger may have put there is not followed.
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        source.run(f"PRAGMA {pragma}")
    held.run("PRAGMA foreign_keys = OFF")
    with held.transaction():
        _copy(held, source)
        unread = changed_homes(source) | _bring_in(held, source)
        # Nothing is undone here.
        held.run("DELETE FROM change")
        held.run("UPDATE case_ SET head = 0, redo = 0")
    seal_all(held)
    unread |= _odd_homes(held, unread)
    with held.transaction():
        for case_id in unread:
            held.run("UPDATE case_ SET digest = x'' WHERE id = ?", (case_id,))
    homes = {str(case_id) for (case_id,) in held.run("SELECT id FROM case_")}
    if homes and homes <= unread:
        raise StoreError(*NEWER_UNREAD)


def _copy(held: HeldDatabase, source: Reader) -> None:
    theirs = _tables(source)
    for table, columns in _tables(held).items():
        has_all = set(columns) <= set(theirs.get(table, ()))
        if table in _NEEDED and not has_all:
            raise StoreError(*NEWER_UNREAD)
        if table != "waiting" and has_all and table in (*_NEEDED, *_IF_THERE):
            _copy_table(held, source, table, columns)
    held.run("UPDATE case_ SET head = 0, redo = 0")


def _copy_table(held: HeldDatabase, source: Reader, table: str, columns: Sequence[str]) -> None:
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    for row in source.run(f"SELECT {names} FROM {table}"):
        if table != "part" or row[columns.index("name")] in PARTS:
            held.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)


def _tables(reader: Reader) -> dict[str, list[str]]:
    """Return the names of the columns of each table."""
    found: dict[str, list[str]] = {}
    for table, column in reader.run(_COLUMNS):
        found.setdefault(str(table), []).append(str(column))
    return found


def _bring_in(held: HeldDatabase, source: Reader) -> set[str]:
    """Write the answers that wait into their homes; return the homes where one cannot be read."""
    unread = set()
    for row in source.named("SELECT * FROM waiting ORDER BY number"):
        case_id, rows = str(row["case_id"]), rows_of_newer(row)
        if rows is None:
            unread.add(case_id)
        else:
            add(held, case_id, rows, str(row["verb"]), str(row["at"]))
    for (case_id,) in held.run("SELECT DISTINCT case_id FROM waiting").fetchall():
        try:
            bring_in_home(held, str(case_id))
        except StoreError:
            unread.add(str(case_id))
    held.run("DELETE FROM waiting")
    return unread


def _odd_homes(held: HeldDatabase, known: set[str]) -> set[str]:
    """Return the ids of the homes that say what only the newer program can read."""
    odd = {str(case_id) for (case_id,) in held.run(_ODD_PHOTOS)}
    for case_id, updated in held.run("SELECT id, updated FROM case_").fetchall():
        try:
            if case_id not in known:
                load_case(held, str(case_id), str(updated))
        except _ODD:
            odd.add(str(case_id))
    return odd
