"""The store: all cases and settings of this user, safe on the disk at every change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

# Names the types of modules that come with a case: the window opens before one is changed.
import falls_app.domain
from falls_app.domain.assessment import Case
from falls_app.errors import UserError, sentences
from falls_app.storage.database import Database
from falls_app.storage.deleting import Deleting
from falls_app.storage.durable_writing import Clock, DurableWriting
from falls_app.storage.home_list import CaseSummary, HomeList
from falls_app.storage.layout import PHOTOS
from falls_app.storage.lock import StoreLocked
from falls_app.storage.opening import OpenFile
from falls_app.storage.settings import Setting, StoredSettings
from falls_app.storage.trouble import NOT_THERE, OPENING, StoreError, told

__all__ = ["CaseSummary", "Store", "StoreLocked"]

THERE_ALREADY = sentences("This home is in the list already.", "Open it from the list.")


class Store:
    """The open store. What a method has written is on the disk when it returns.

    Trouble with the disk is raised as a UserError; the caller's case stays what it was. The
    store trusts the rows: a case given to it only says what differs, and a stale one never
    makes it refuse an answer.
    """

    is_to_read = False
    """True if every change is refused: a newer program has written it."""
    behind: "Store | None" = None
    """The store to go back to once this one was read; None: it is the user's own."""

    def __init__(self, file: OpenFile, now: Clock) -> None:
        """Use an open file; ``open`` makes it."""
        self._disk = DurableWriting(file, now)
        self._homes, self._settings = HomeList(self._disk), StoredSettings(self._disk)
        self.who: Callable[[], str] | None = None
        """Gives the name of who works here; None: the computer's account has it."""

    @cached_property
    def access(self) -> "falls_app.storage.access.Access":
        """The list of who did what."""
        from falls_app.storage.access import Access

        return Access(lambda: self._database, self._disk.writing, self._disk.time, self.who)

    @property
    def _database(self) -> Database:
        """The open database, with all that was saved in it. Raises StoreError if that cannot be."""
        return self._disk.database

    @property
    def _deleting(self) -> Deleting:
        return Deleting(
            self._disk,
            self._homes,
            access=lambda: self.access,
            photos=lambda: self.photos,
            learn_key=self._learn_key,
        )

    @property
    def _history(self) -> "falls_app.storage.history.History":
        from falls_app.storage.history import History

        return History(self._database)

    @cached_property
    def photos(self) -> "falls_app.storage.photos.PhotoFolder":
        """The pictures of photos, as files beside the database."""
        from falls_app.storage.photos import PhotoFolder

        return PhotoFolder(self._disk.file.folder / PHOTOS, self._case_keys)

    @cached_property
    def _case_keys(self) -> "falls_app.storage.case_keys.CaseKeys | None":
        """The keys of cases in use, None if the store is not locked."""
        from falls_app.storage.case_keys import CaseKeys

        return CaseKeys() if self.is_locked else None

    @property
    def is_locked(self) -> bool:
        """True if a passphrase opens it."""
        return self._disk.file.key is not None

    @cached_property
    def bookmark(self) -> "falls_app.storage.bookmark.Bookmark":
        """The place at which the window is, or at which it was when it was killed."""
        from falls_app.storage.bookmark import Bookmark

        return Bookmark(self._disk.file.folder, self._disk.file.key)

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
        return self._disk.file.folder

    @property
    def meeting_place(self) -> Path:
        """The folder in which a second start asks the window that has it open to come forward."""
        return self.folder

    def now(self) -> datetime:
        """Return the time by the clock of this store."""
        return self._disk.now()

    def opened_again(self) -> "Store":
        """Return the store that lies in this folder now; this one is closed."""
        return Store.open(self.folder, self._disk.now)

    def close(self) -> None:
        """Close the store and let the next program in. Closing twice is fine."""
        self._disk.close()

    def cases(self, after: CaseSummary | None = None, most: int = -1) -> list[CaseSummary]:
        """Return the homes in the list, newest first; those ``after`` one, at most so many.

        -1 is all.
        """
        return self._homes.homes(after, most)

    def find(self, words: str, most: int = 50) -> list[CaseSummary]:
        """Return the homes whose name has each of these words in it, newest first.

        Part of a word is enough. Capitals do not matter; accents do.
        """
        return self._homes.find(words, most)

    @property
    def caseload(self) -> "falls_app.storage.caseload.Caseload":
        """The homes of somebody who visits them for work."""
        from falls_app.storage.caseload import Caseload

        return Caseload(self._database, self.set_setting, self._ids_named)

    def _ids_named(self, words: str, most: int) -> list[str]:
        return [home.id for home in self.find(words, most)]

    def recently_deleted(self) -> list[CaseSummary]:
        """Return the homes that ``restore`` can bring back, latest first."""
        return self._homes.deleted()

    def kept_until(self, case_id: str) -> date | str:
        """Return the day on which a deleted home goes for good, "" if it was not deleted."""
        return self._deleting.kept_until(case_id)

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
                raise StoreError(*self._database.refusal)
            case = load_case(self._database, case_id, str(found[0]))
        if self._case_keys is not None and not self._case_keys.knows(case_id):
            with self._disk.writing():
                self._learn_key(case_id)
        return case

    def knows(self, case_id: str) -> bool:
        """Return whether a home of this id is in the list, or was and is not gone yet."""
        return self._homes.knows(case_id)

    def create(
        self, case: Case, verb: str, what: "falls_app.storage.access.What | None" = None
    ) -> Case:
        """Put a new case in the list and return it with its ``id`` and ``updated``.

        ``what`` is how it came here, None: it was begun here.
        """
        from uuid import uuid4

        from falls_app.storage.access import What
        from falls_app.storage.rows import differences

        made = replace(case, id=case.id or str(uuid4()), updated=self._disk.time())
        rows = differences(Case(), made)
        with self._disk.writing():
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
        if self._case_keys is not None and self._disk.file.key is not None:
            self._case_keys.learn(self._database, self._disk.file.key, case_id)

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
        at = self._disk.time()
        # The first change since it was opened goes into the list of who did what with it.
        if not (
            self.access.has_change(after.id) and self._disk.has_let_wait(after.id, rows, verb, at)
        ):
            with self._disk.writing():
                at = self._history.record(after.id, rows, verb, at)
                self.access.write_change(after.id)
                self._deleting.note_unneeded(before, after, rows)
            self.access.keep_change(after.id)
        return replace(after, updated=at)

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

    def moments(self, case_id: str, walk: str | None = None) -> "falls_app.domain.minutes.Moments":
        """Return when a case was changed, as far as that is kept: see the module ``moments``."""
        from falls_app.storage.moments import moments_of

        with told():
            return moments_of(self._database, case_id, walk)

    def delete(self, case_id: str) -> None:
        """Take a case out of the list. It is gone for good 30 days later."""
        self._deleting.delete(case_id)

    def restore(self, case_id: str) -> None:
        """Put a deleted case back in the list."""
        self._deleting.restore(case_id)

    def setting(self, key: str, default: Setting) -> Setting:
        """Return a setting; the default if it was never set or is of another type."""
        return self._settings.get(key, default)

    def set_setting(self, key: str, value: object) -> None:
        """Keep a setting: any value that JSON can hold."""
        self._settings.keep(key, value)

    def _moved(self, case_id: str, *, back: bool) -> Case | None:
        with self._disk.writing():
            # Asked for here: the file may just have been opened again.
            move = self._history.undo if back else self._history.redo
            has_moved = move(case_id, self._disk.time())
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
        self._deleting.destroy(case_id)

    def clear_deleted(self) -> None:
        """Destroy what was deleted more than 30 days ago."""
        self._deleting.clear()
