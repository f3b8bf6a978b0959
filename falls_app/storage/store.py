"""The store: all cases and settings of this user, safe on the disk at every change."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

# Names the type of a module that comes with a case: the window opens before one is changed.
import falls_app
from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.storage.database import Database
from falls_app.storage.layout import PHOTOS
from falls_app.storage.lock import StoreLocked
from falls_app.storage.opening import OpenFile
from falls_app.storage.reader import Arguments
from falls_app.storage.trouble import DAMAGED_CASE, GONE, NOT_THERE, OPENING, StoreError, told

__all__ = ["CaseSummary", "Store", "StoreLocked"]

Setting = TypeVar("Setting")
Clock = Callable[[], datetime]

# SQLite compares capitals of English letters only.
_HAS = r"name LIKE ? ESCAPE '\'"
_ESCAPED, _BACKSLASH = re.compile(r"([%_\\])"), r"\\\1"

KEPT_AFTER_DELETION = timedelta(days=30)

BY_AGE = "30 days"
"""Said in the list of who did what, of a home that nobody destroyed by hand."""

TO_SCRUB = "to scrub"
"""The setting that is there while what was removed still lies in free parts of the file."""

UNNEEDED = "originals of deleted photos"
"""The setting that is there while photos are kept as they came whose photo was deleted."""

THERE_ALREADY = ("This home is in the list already.", "Open it from the list.")


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A line of the list of homes: the person's name and when it last changed (ISO time, UTC)."""

    id: str
    name: str
    updated: str


class Store:
    """The open store. What a method has written is on the disk when it returns.

    Trouble with the disk is raised as a UserError; the caller's case stays what it was. The
    store trusts the rows: a case given to it only says what differs, and a stale one never
    makes it refuse an answer.
    """

    def __init__(self, file: OpenFile, now: Clock) -> None:
        """Use an open file; ``open`` makes it."""
        self._file = file
        self._is_lost = False
        self._may_wait = True
        self._now = now
        self.who: Callable[[], str] | None = None
        """Gives the name of who works here; None: the computer's account has it."""

    @cached_property
    def access(self) -> "falls_app.storage.access.Access":
        """The list of who did what."""
        from falls_app.storage.access import Access

        return Access(lambda: self._database, self._writing, self._time, self.who)

    @property
    def _database(self) -> Database:
        """The open database, with all that was saved in it. Raises StoreError if that cannot be."""
        if self._may_wait:
            self._bring_in()
        return self._file.database

    def _bring_in(self) -> None:
        try:
            with told():
                if self._file.database.one("SELECT 1 FROM waiting LIMIT 1") is not None:
                    from falls_app.storage.waiting import bring_in

                    bring_in(self._file.database)
        except StoreError as error:
            # Else a drive that is plugged in again would not be looked for.
            self._is_lost |= not self._file.is_in_place()
            if self._is_lost:
                raise StoreError(*GONE) from error
            raise
        self._may_wait = False

    @property
    def _history(self) -> "falls_app.storage.history.History":
        from falls_app.storage.history import History

        return History(self._database)

    @cached_property
    def photos(self) -> "falls_app.storage.photos.PhotoFolder":
        """The pictures of photos, as files beside the database."""
        from falls_app.storage.photos import PhotoFolder

        return PhotoFolder(self._file.folder / PHOTOS, self._case_keys)

    @cached_property
    def _case_keys(self) -> "falls_app.storage.case_keys.CaseKeys | None":
        """The keys of cases in use, None if the store is not locked."""
        from falls_app.storage.case_keys import CaseKeys

        return CaseKeys() if self.is_locked else None

    @property
    def is_locked(self) -> bool:
        """True if a passphrase opens it."""
        return self._file.key is not None

    @cached_property
    def bookmark(self) -> "falls_app.storage.bookmark.Bookmark":
        """The place at which the window is, or at which it was when it was killed."""
        from falls_app.storage.bookmark import Bookmark

        return Bookmark(self._file.folder, self._file.key)

    @classmethod
    def open(cls, folder: Path, now: Clock) -> "Store":
        """Open the store in a folder, or make it there, for its owner only.

        Raises StoreLocked if it is open already, StoreError if it cannot be opened.
        """
        with told(OPENING):
            store = cls(OpenFile(folder, now), now)
            try:
                store.clear_deleted()
            except BaseException:
                store.close()
                raise
        return store

    @property
    def folder(self) -> Path:
        """The folder in which it lies."""
        return self._file.folder

    def now(self) -> datetime:
        """Return the time by the clock of this store."""
        return self._now()

    def opened_again(self) -> "Store":
        """Return the store that lies in this folder now; this one is closed."""
        return Store.open(self.folder, self._now)

    def close(self) -> None:
        """Close the store and let the next program in. Closing twice is fine."""
        try:
            with suppress(StoreError):
                # If it fails, the next start brings in what waits.
                _ = self._database
        finally:
            self._file.close()

    def cases(self, after: CaseSummary | None = None, most: int = -1) -> list[CaseSummary]:
        """Return the homes in the list, newest first; those ``after`` one, at most so many.

        -1 is all.
        """
        where = "deleted = ''"
        if after is not None:
            where += " AND updated <= :updated AND (updated < :updated OR id > :id)"
        sql = f"{where} ORDER BY updated DESC, id LIMIT :most"
        return self._summaries(sql, {**(asdict(after) if after else {}), "most": most})

    def find(self, words: str, most: int = 50) -> list[CaseSummary]:
        """Return the homes whose name has each of these words in it, newest first.

        Part of a word is enough. Capitals do not matter; accents do.
        """
        conditions, arguments = ["deleted = ''"], list[str]()
        for word in words.split():
            forms = {word}
            if not word.isascii():
                forms |= {word.lower(), word.upper(), word.capitalize()}
            conditions.append(f"({' OR '.join([_HAS] * len(forms))})")
            arguments += [f"%{_ESCAPED.sub(_BACKSLASH, form)}%" for form in forms]
        sql = f"{' AND '.join(conditions)} ORDER BY updated DESC, id LIMIT ?"
        return self._summaries(sql, (*arguments, most))

    @property
    def caseload(self) -> "falls_app.storage.caseload.Caseload":
        """The homes of somebody who visits them for work."""
        from falls_app.storage.caseload import Caseload

        return Caseload(self._database, self.set_setting, self._ids_named)

    def _ids_named(self, words: str, most: int) -> list[str]:
        return [home.id for home in self.find(words, most)]

    def recently_deleted(self) -> list[CaseSummary]:
        """Return the homes that ``restore`` can bring back, latest first."""
        return self._summaries("deleted <> '' ORDER BY deleted DESC, id")

    def kept_until(self, case_id: str) -> date | str:
        """Return the day on which a deleted home goes for good, "" if it was not deleted."""
        with told():
            found = self._database.one("SELECT deleted FROM case_ WHERE id = ?", (case_id,))
        if found is None or not found[0]:
            return ""
        return (datetime.fromisoformat(str(found[0])) + KEPT_AFTER_DELETION).date()

    def load(self, case_id: str) -> Case:
        """Return a case. Raises UserError if it is not in the list."""
        with told():
            found = self._database.one(
                "SELECT updated FROM case_ WHERE id = ? AND deleted = ''", (case_id,)
            )
            if found is None:
                raise UserError(*NOT_THERE)
            from falls_app.storage.digest import is_sound
            from falls_app.storage.rows import load_case

            if not is_sound(self._database, case_id):
                raise StoreError(*DAMAGED_CASE)
            case = load_case(self._database, case_id, str(found[0]))
        if self._case_keys is not None and not self._case_keys.knows(case_id):
            with self._writing():
                self._learn_key(case_id)
        return case

    def knows(self, case_id: str) -> bool:
        """Return whether a home of this id is in the list, or was and is not gone yet."""
        with told():
            return self._database.one("SELECT 1 FROM case_ WHERE id = ?", (case_id,)) is not None

    def create(
        self, case: Case, verb: str, what: "falls_app.storage.access.What | None" = None
    ) -> Case:
        """Put a new case in the list and return it with its ``id`` and ``updated``.

        ``what`` is how it came here, None: it was begun here.
        """
        from uuid import uuid4

        from falls_app.storage.access import What
        from falls_app.storage.rows import differences

        made = replace(case, id=case.id or str(uuid4()), updated=self._time())
        rows = differences(Case(), made)
        with self._writing():
            added = self._database.run(
                """INSERT INTO case_ (id, name, updated) VALUES (?, ?, ?)
                ON CONFLICT (id) DO NOTHING""",
                (made.id, made.person.name, made.updated),
            )
            if added.rowcount == 0:
                raise UserError(*THERE_ALREADY)
            self._history.begin(made.id, rows, verb, made.updated)
            self._learn_key(made.id)
            self.access.write(what or What.BEGUN, made.id)
        self.access.keep_change(made.id)
        return made

    def _learn_key(self, case_id: str) -> None:
        """Know the key of the photos of a case, if the store is locked."""
        if self._case_keys is not None and self._file.key is not None:
            self._case_keys.learn(self._database, self._file.key, case_id)

    def save(self, before: Case, after: Case, verb: str) -> Case:
        """Write what differs between two values of one case, as one change called ``verb``.

        Returns ``after`` with its new ``updated``. If nothing differs, nothing is written.
        """
        if before.id != after.id:
            raise ValueError("These are two cases, not two values of one.")
        from falls_app.storage.rows import differences

        rows = differences(before, after)
        if not rows:
            return after
        at = self._time()
        if not self._has_let_wait(after.id, rows, verb, at):
            with self._writing():
                at = self._history.record(after.id, rows, verb, at)
                self.access.write_change(after.id)
                self._note_unneeded(before, after, rows)
            self.access.keep_change(after.id)
        return replace(after, updated=at)

    def _note_unneeded(
        self, before: Case, after: Case, rows: list["falls_app.storage.difference.Difference"]
    ) -> None:
        """Note which photos as they came a change leaves no use for. Inside a transaction."""
        from falls_app.storage.unneeded import deleted_pictures, note, noted

        gone = deleted_pictures(before, after, rows)
        new = [each for each in sorted(gone) if self.photos.has_original(after.id, each)]
        if new:
            at = self._time()
            lines = [*noted(self._database), *((after.id, each, at) for each in new)]
            note(self._database, lines)

    def _clear_unneeded(self, limit: str) -> None:
        """Remove the photos as they came whose photo was deleted before this time."""
        with told():
            if self._database.one("SELECT 1 FROM setting WHERE key = ?", (UNNEEDED,)) is None:
                return
        from falls_app.storage.unneeded import note, noted, remove_due

        with told():
            lines = noted(self._database)
        due = [line for line in lines if line[2] < limit]
        if not due:
            return
        with self._writing():
            for case_id in {line[0] for line in due if self.knows(line[0])}:
                self._learn_key(case_id)
            remove_due(self._database, self.photos, due)
            note(self._database, [line for line in lines if line not in due])

    def _has_let_wait(
        self,
        case_id: str,
        rows: list["falls_app.storage.difference.Difference"],
        verb: str,
        at: str,
    ) -> bool:
        """Save an answer as one that waits. False, and nothing is written, if it may not.

        One waits, and not more: where a log ends with many small changes, nobody could tell
        those that a disk has spoiled from one that was only begun. None waits on a disk that is
        nearly full: without room to bring it in, nothing could be read.
        """
        from falls_app.storage.waiting import add, may_wait

        if self._is_lost or not self.access.has_change(case_id) or not self._file.has_room:
            return False
        with told():
            ready = self._database
        with self._durably(ready) as database:
            may = may_wait(database, case_id, rows)
            if may:
                add(database, case_id, rows, verb, at)
        self._may_wait |= may
        return may

    def undo(self, case: Case) -> Case | None:
        """Take the last change of this case back. Returns it as it is then, None if none is left.

        Raises UserError if what the change wrote was changed again by something else.
        """
        return self._moved(case.id, back=True)

    def redo(self, case: Case) -> Case | None:
        """Bring the last undone change back. Returns the case as it is then, None if none is."""
        return self._moved(case.id, back=False)

    def undo_label(self, case_id: str) -> str | None:
        """Return the verb of the change that ``undo`` would take back, or None."""
        with told():
            return self._history.undo_label(case_id)

    def redo_label(self, case_id: str) -> str | None:
        """Return the verb of the change that ``redo`` would bring back, or None."""
        with told():
            return self._history.redo_label(case_id)

    def delete(self, case_id: str) -> None:
        """Take a case out of the list. It is gone for good 30 days later."""
        from falls_app.storage.access import What

        with self._writing():
            self._history.mark_deleted(case_id, self._time())
            self.access.write(What.DELETED, case_id)

    def restore(self, case_id: str) -> None:
        """Put a deleted case back in the list."""
        from falls_app.storage.access import What

        with self._writing():
            self._history.mark_deleted(case_id, "")
            self.access.write(What.BROUGHT_BACK, case_id)

    def setting(self, key: str, default: Setting) -> Setting:
        """Return a setting; the default if it was never set or is of another type."""
        with told():
            found = self._database.one("SELECT value FROM setting WHERE key = ?", (key,))
        if found is None:
            return default
        try:
            return _like(default, json.loads(str(found[0])))
        except (ValueError, RecursionError):  # damaged: a setting is soon set again
            return default

    def set_setting(self, key: str, value: object) -> None:
        """Keep a setting: any value that JSON can hold."""
        from falls_app.storage.difference import to_json

        with self._writing():
            self._database.run(
                """INSERT INTO setting (key, value) VALUES (?, ?)
                ON CONFLICT (key) DO UPDATE SET value = excluded.value""",
                (key, to_json(value)),
            )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Commit what is written inside. Raises StoreError if it is not on the disk after."""
        with told():
            if self._is_lost:
                self._file = self._file.open_again(self._now)
                self._is_lost, self._may_wait = False, True
            with self._durably(self._database):
                yield

    @contextmanager
    def _durably(self, database: Database) -> Iterator[Database]:
        with told():
            try:
                with database.transaction():
                    yield database
            finally:
                self._is_lost = not self._file.is_in_place()
            if self._is_lost:
                raise StoreError(*GONE)

    def _summaries(self, which: str, arguments: Arguments = ()) -> list[CaseSummary]:
        sql = f"SELECT id, name, updated FROM case_ WHERE {which}"
        with told():
            found = self._database.run(sql, arguments)
            return [CaseSummary(*map(str, row)) for row in found]

    def _moved(self, case_id: str, *, back: bool) -> Case | None:
        with self._writing():
            # Asked for here: the file may just have been opened again.
            move = self._history.undo if back else self._history.redo
            has_moved = move(case_id, self._time())
            if has_moved:
                self.access.write_change(case_id)
        if not has_moved:
            return None
        self.access.keep_change(case_id)
        return self.load(case_id)

    def destroy(self, case_id: str) -> None:
        """Destroy a home that was deleted: nothing brings it back. Backups still have it.

        UserError if it is not among the deleted ones.
        """
        if all(each.id != case_id for each in self.recently_deleted()):
            raise UserError(*NOT_THERE)
        self._destroy(case_id)
        self._scrub()

    def clear_deleted(self) -> None:
        """Destroy what was deleted more than 30 days ago."""
        limit = self._time(before=KEPT_AFTER_DELETION)
        sql = "SELECT id FROM case_ WHERE deleted <> '' AND deleted < ?"
        with told():
            found = self._database.run(sql, (limit,)).fetchall()
        for (case_id,) in found:
            from falls_app.storage.digest import is_sound

            # Where the disk has changed something, the date may be wrong too.
            if is_sound(self._database, case_id):
                self._destroy(case_id, BY_AGE)
        self._clear_unneeded(limit)
        self._scrub()

    def _destroy(self, case_id: str, about: str = "") -> None:
        from falls_app.storage.access import What
        from falls_app.storage.destroying import remove_rows

        with told():
            # The pictures first: without its row nothing would lead to them any more.
            self.photos.remove(case_id)
        with self._writing():
            remove_rows(self._database, case_id, past_key(case_id))
            self.access.write(What.DESTROYED, case_id, about)

    def _scrub(self) -> None:
        with told():
            if self._database.one("SELECT 1 FROM setting WHERE key = ?", (TO_SCRUB,)) is None:
                return
            from falls_app.storage.destroying import scrub

            scrub(self._database)

    def _time(self, before: timedelta = timedelta(0)) -> str:
        """Return the time now as ISO text in UTC, so that the order of texts is that of times."""
        return (self._now() - before).astimezone(UTC).isoformat(timespec="milliseconds")


def past_key(case_id: str) -> str:
    """Return the name of the setting that remembers which values of a case were handed over."""
    return f"handed over {case_id}"


def _like(default: Setting, value: Any) -> Setting:
    """Return the value as the type of the default (a list as a tuple), or the default."""
    if default is None:
        return value  # type: ignore[no-any-return]
    same_kind = type(json.loads(json.dumps(default))) is type(value)
    if not same_kind and not (isinstance(default, float) and type(value) is int):
        return default
    try:
        kind: Any = type(default)
        return kind(value)  # type: ignore[no-any-return]
    except ValueError:
        return default
