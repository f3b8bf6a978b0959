"""The list of who did what with the homes, for people who visit them for work: it only grows.

It names who works here, homes by their ids, and kinds of papers: never an answer, a note or the
name of a person whose home it is. So it stays when a home is destroyed. Each line carries the
SHA-256 of the line before and of its own words, and the settings say which line is the last: what
another program changed or took out is seen. Who can write the file can write all of it anew.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from falls_app.errors import UserError
from falls_app.storage.database import Database
from falls_app.storage.layout import DATABASE
from falls_app.storage.reader import Reader, Scalar
from falls_app.storage.settings import put
from falls_app.storage.trouble import UNREADABLE, StoreError, told

UNSURE = "unsure: "
"""Before what a line says more, once it was saved of a damaged file and may be changed."""

SINCE = 7
"""The version of the store from which on there is a list."""
WANTED = "professional"
"""The setting that is true while the list is kept: the user visits homes for work."""
_LAST = "last access"
"""The setting with the number and the digest of the last line."""

_MOST = 10**15
"""More lines nobody writes."""

_WORDS = "seq, at, who, what, case_id, about"


class What(StrEnum):
    """What was done. The values are kept in the store: they never change."""

    BEGUN = "begun"
    OPENED = "opened"
    CHANGED = "changed"
    EXPORTED = "exported"
    NOT_EXPORTED = "not exported"
    SIGNED = "signed"
    IMPORTED = "imported"
    MERGED = "merged"
    DELETED = "deleted"
    BROUGHT_BACK = "brought back"
    DESTROYED = "destroyed"
    FORGOTTEN = "forgotten"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    RESTORED = "restored"
    REPAIRED = "repaired"
    STARTED = "started"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: ``seq`` counts from 1, ``at`` is ISO time in UTC.

    ``case_id`` is "" for what concerns all homes. ``about`` says more: the format and the kinds
    of papers that were exported, the number of a signed version, the day of a backup.
    """

    seq: int
    at: str
    who: str
    what: str
    case_id: str = ""
    about: str = ""

    @property
    def said(self) -> tuple[str, ...]:
        """What it says, wherever it stands in the list."""
        return self.at, self.who, self.what, self.case_id, self.about

    def digest(self, before: bytes) -> bytes:
        """Return its digest after a line with the digest ``before``, b"" for none."""
        words = json.dumps([self.seq, *self.said])
        return sha256(before + words.encode()).digest()


class Access:
    """Writes the list of an open store, while it is wanted."""

    def __init__(
        self,
        database: Callable[[], Database],
        writing: Callable[[], AbstractContextManager[None]],
        time: Callable[[], str],
        who: Callable[[], str] | None = None,
    ) -> None:
        """Ask for the database and the time at each line; ``writing`` makes it durable.

        ``who`` gives the name of who works here, None: the computer's account has it.
        """
        self._database, self._writing, self._time = database, writing, time
        self.who = who or account_name
        self._waiting: list[Entry] = []
        self._changed: set[str] = set()

    @property
    def is_kept(self) -> bool:
        """True while lines are written."""
        with suppress(UserError):
            return is_kept(self._database())
        return False

    def lines(self, case_id: str = "", before: int = 0, most: int = -1) -> list[Entry]:
        """Return lines, newest first; see ``entries``."""
        with told():
            return entries(self._database(), case_id, before, most)

    def homes(self) -> dict[str, str | None]:
        """Return the names of the homes that the list tells of by their ids; None: it is gone."""
        sql = """SELECT DISTINCT case_id, name FROM access LEFT JOIN case_ ON id = case_id
            WHERE case_id <> ''"""
        with told():
            found = self._database().run(sql).fetchall()
        return {str(case_id): name for case_id, name in found}

    def opened(self, case_id: str) -> None:
        """Note that a home was opened; its next change is noted too, and no other."""
        self._changed.discard(case_id)
        self.note(What.OPENED, case_id)

    def note(self, what: What, case_id: str = "", about: str = "") -> None:
        """Write a line. Where the disk does not take it, it waits for the next one."""
        self._waiting.append(self._entry(what, case_id, about))
        with suppress(UserError):
            if is_kept(self._database()):
                with self._writing():
                    for entry in self._waiting:
                        append(self._database(), entry)
            self._waiting.clear()

    def write(self, what: What, case_id: str = "", about: str = "") -> None:
        """Write a line with what it tells of: inside a transaction."""
        if self.is_kept:
            append(self._database(), self._entry(what, case_id, about))

    def _entry(self, what: What, case_id: str, about: str) -> Entry:
        return Entry(0, self._time(), self.who(), what, case_id, about)

    def write_change(self, case_id: str) -> None:
        """Write that a home was changed, if that is its first change since it was opened.

        Inside the transaction of the change; ``keep_change`` follows when that is on the disk.
        """
        if case_id not in self._changed:
            self.write(What.CHANGED, case_id)

    def has_change(self, case_id: str) -> bool:
        """Return whether a further change of this home writes nothing."""
        return case_id in self._changed

    def keep_change(self, case_id: str) -> None:
        """Write nothing of further changes until the home is opened again."""
        self._changed.add(case_id)

    def switch(self) -> None:
        """Note that the list begins. Changes from now on are in it."""
        self._changed.clear()
        self.note(What.STARTED)


def account_name() -> str:
    """Return what the user's account on this computer is called, "" if nobody knows."""
    from getpass import getuser

    with suppress(OSError, KeyError, ImportError):
        return getuser()
    return ""


def is_kept(reader: Reader) -> bool:
    """Return whether the list of this store is kept: who uses it visits homes for work."""
    found = reader.one("SELECT value FROM setting WHERE key = ?", (WANTED,))
    return found is not None and found[0] == "true"


def append(database: Database, entry: Entry) -> None:
    """Write a line at the end of the list, whatever its number. Inside a transaction.

    Raises StoreError if the last one is none of ours.
    """
    found = database.one("SELECT seq, digest FROM access ORDER BY seq DESC LIMIT 1")
    last, before = found or (0, b"")
    if not (isinstance(last, int) and last < _MOST and isinstance(before, bytes)):
        raise StoreError(*UNREADABLE)
    new = Entry(last + 1, *entry.said)
    digest = new.digest(before)
    database.run("INSERT INTO access VALUES (?, ?, ?, ?, ?, ?, ?)", (new.seq, *new.said, digest))
    _keep_last(database, new.seq, digest)


def _keep_last(database: Database, seq: int, digest: bytes) -> None:
    put(database, _LAST, json.dumps([seq, digest.hex()]))


# ------------------------------------------------------------------ reading


def entries(reader: Reader, case_id: str = "", before: int = 0, most: int = -1) -> list[Entry]:
    """Return lines, newest first: of one home or of all, ``before`` a number, at most so many.

    0 is from the end, -1 all.
    """
    sql = f"SELECT {_WORDS} FROM access WHERE (? IN ('', case_id)) AND (? = 0 OR seq < ?)"
    arguments: tuple[Scalar, ...] = (case_id, before, before, most)
    found = reader.run(f"{sql} ORDER BY seq DESC LIMIT ?", arguments)
    return [_entry(*row) for row in found]


def first_misfit(reader: Reader) -> int:
    """Return the number of the first line that is not as it was written, 0 if all are.

    One more than the last one, if lines are missing after it.
    """
    if reader.version < SINCE:
        return 0
    number, before = 0, b""
    for number, (entry, digest) in enumerate(_lines(reader), start=1):
        if entry.seq != number or entry.digest(before) != digest:
            return number
        before = digest
    return 0 if _last(reader) == [number, before.hex()] else number + 1


def _lines(reader: Reader) -> Iterator[tuple[Entry, bytes]]:
    for *said, digest in reader.run(f"SELECT {_WORDS}, digest FROM access ORDER BY seq"):
        yield _entry(*said), digest


def _entry(seq: int, *said: object) -> Entry:
    """Return a line; another program may have put there what is no text."""
    return Entry(seq, *map(str, said))


def _last(reader: Reader) -> object:
    found = reader.one("SELECT value FROM setting WHERE key = ?", (_LAST,))
    try:
        return json.loads(str(found[0])) if found else [0, ""]
    except (ValueError, RecursionError):
        return None


# ------------------------------------------------------------------ another program, another file


def note_beside(folder: Path, what: What, case_id: str, about: str) -> None:
    """Write a line into the list of the store in this folder, from a command.

    The window may be open on it: one line at the end is in nobody's way, and SQLite lets one
    program write at a time. Raises StoreError if it cannot be written.
    """
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    with told(), closing(Database(folder / DATABASE)) as database:
        if not database.is_older:  # then an older program has it open, which keeps no list
            with database.transaction():
                append(database, Entry(0, at, account_name(), what, case_id, about))


def carry_over(lines: Iterable[Entry], database: Database) -> None:
    """Write the lines that this list does not have at its end. Inside a transaction.

    Those of the same list come out as they were, with the same digests.
    """
    there = {entry.said for entry, _digest in _lines(database)}
    for entry in lines:
        if entry.said not in there:
            append(database, entry)


@contextmanager
def open_to_mend(database: Database) -> Iterator[None]:
    """Let lines be written in any order inside: what guards the list is off. In a transaction."""
    guards = database.run("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in guards:
        database.run(f"DROP TRIGGER {name}")
    yield
    for _name, sql in guards:
        database.run(sql)


def _vouched(lines: Iterable[tuple[Entry, bytes]]) -> Iterator[Entry]:
    """Yield lines; one that may not be as it was written says so."""
    number, before = 0, b""
    for entry, digest in lines:
        if entry.seq == number + 1 and entry.digest(before) == digest:
            yield entry
        else:
            said = (_readable(each) for each in entry.said)
            at, who, what, case_id, about = said
            yield Entry(entry.seq, at, who, what, case_id, f"{UNSURE}{about}")
        number, before = entry.seq, digest


def _readable(text: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def mend(database: Database, at: str) -> bool:
    """Make one list again of lines that were saved; return whether any was lost or changed.

    Then the list says at its end that it was mended, and of each line that its digest does not
    vouch for that it may be changed. Inside ``open_to_mend``.
    """
    if not first_misfit(database):
        return False
    kept = list(_vouched(_lines(database)))
    database.run("DELETE FROM access")
    _keep_last(database, 0, b"")
    for entry in (*kept, Entry(0, at, account_name(), What.REPAIRED)):
        append(database, entry)
    return True
