"""Locks the open store, changes its passphrase, takes the lock off: beside the window."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

import falls_app.ui
from falls_app import paths
from falls_app.errors import UserError, sentences
from falls_app.storage.access import What
from falls_app.storage.backups import make_backup
from falls_app.storage.by_itself import id_on_ring
from falls_app.storage.keys import KeyFile, StoreKey, new_keys, refuse_weak
from falls_app.storage.layout import DATABASE, keys_beside
from falls_app.storage.locking import (
    clear_copies,
    lock_store,
    remove_clear_copies,
    take_lock_off,
)
from falls_app.storage.recovery_key import groups_of, new_recovery_key
from falls_app.storage.tries import Tries
from falls_app.storage.trouble import BACKUP_RUNS, StoreError
from falls_app.storage.unlocked import change_secret, key_of, unlock
from falls_app.ui.background import Background
from falls_app.ui.computer_news import ComputerNews
from falls_app.ui.kept_look import keep_look
from falls_app.ui.open_case import OpenCase
from falls_app.ui.unlock import UNEQUAL

USUAL_MINUTES = 10
_MINUTES = "minutes until locked"

LOCKED, OPENED, CHANGED, RENEWED, REMOVED = "locked", "opened", "changed", "renewed", "removed"

WRITTEN_WRONG = sentences(
    "These two groups are not the ones on the page.",
    "Look at the page and type them once more.",
)


class Locking(QObject):
    """What is done with the lock of the open store. One thing is done at a time; no home is open.

    Signals:
        changed(): something has begun or ended.
        done(str): ``LOCKED``, ``OPENED``, ``CHANGED``, ``RENEWED`` or ``REMOVED``.
        failed(UserError): it did not work; everything is as it was.
        lock_asked(): the window is to be locked now.
    """

    changed = Signal()
    done = Signal(str)
    failed = Signal(object)
    lock_asked = Signal()

    def __init__(self, session: OpenCase) -> None:
        super().__init__(session)
        self._session = session
        self._work = Background()
        self._passphrase = self._on_ring = ""
        self.code = ""
        """The recovery key that is not in use yet: it is to be kept on paper first."""
        self.is_busy = False
        self._left = ("", "")
        self.news: ComputerNews | None = None
        """What hears that somebody leaves the computer; None while there is no lock."""

    def close(self) -> None:
        """Wait for what is under way. Nothing is begun after this."""
        self.forget()
        self._work.close()

    def forget(self) -> None:
        """Keep nothing of a lock that was not made."""
        self._passphrase = self.code = ""

    @property
    def clear_copies(self) -> list[Path]:
        """The backups, and the stores kept aside, that no passphrase locks."""
        return clear_copies(self._session.store.folder)

    @property
    def minutes(self) -> int:
        """After how many minutes without a touch the window is locked; 0 is never."""
        return max(0, int(self._session.settings.get(_MINUTES, USUAL_MINUTES)))

    def use_minutes(self, minutes: int) -> None:
        """Lock after so many minutes from now on."""
        self._session.settings.keep(_MINUTES, minutes)

    def ask_to_lock(self) -> None:
        """Have the window locked now."""
        self.lock_asked.emit()

    def hear(self, news: ComputerNews) -> None:
        """Know what the computer tells, and with that when the window is locked."""
        self.news = news
        news.changed.connect(self.changed)

    @cached_property
    def by_itself(self) -> "falls_app.ui.by_itself.ByItself":
        """Lets the store open by itself when it starts."""
        from falls_app.ui.by_itself import ByItself

        return ByItself(self._session)

    # ------------------------------------------------------------------ the way back

    def come_from(self, case_id: str, place: str) -> None:
        """Know which home was open, and where it was left; "" if none was."""
        self._left = (case_id, place)

    @property
    def leads_home(self) -> bool:
        """True if the way back leads to a home that was open."""
        return bool(self._left[0])

    def way_back(self) -> str:
        """Open the home again that was open, and return the page to show."""
        case_id, place = self._left
        self._left = ("", "")
        try:
            return self._session.page_opened(case_id, place) if case_id else "start"
        except UserError:
            return "start"

    # ------------------------------------------------------------------ locking

    def prepare(self, passphrase: str, again: str) -> None:
        """Take a passphrase, and make the recovery key for paper. UserError if it will not do."""
        refuse_weak(passphrase)
        if passphrase != again:
            raise UserError(*UNEQUAL)
        self._passphrase, self.code = passphrase, new_recovery_key()

    def prepare_code(self) -> None:
        """Make another recovery key for paper."""
        self.code = new_recovery_key()

    def refuse_unwritten(self, typed: dict[int, str]) -> None:
        """Raise UserError unless these are groups of the recovery key, by their place from 0."""
        groups = groups_of(self.code)
        for place, group in typed.items():
            if groups_of(group.upper()) != [groups[place]]:
                raise UserError(*WRITTEN_WRONG)

    def lock(self) -> None:
        """Lock the store, with what was prepared."""
        store = self._session.store
        self._exchange(partial(_lock, store.folder, self._passphrase, self.code), LOCKED)

    def take_off(self, passphrase: str) -> None:
        """Take the lock off, if this is the passphrase."""
        folder = self._session.store.folder
        self._on_ring = id_on_ring(keys_beside(folder / DATABASE))
        self._run(
            partial(_try, folder, passphrase, self._session.store.now),
            lambda _key: self._exchange(partial(take_lock_off, folder), OPENED),
        )

    def change_passphrase(self, old: str, new: str, again: str) -> None:
        """Put another passphrase in place of the old one. UserError if the new one will not do."""
        refuse_weak(new)
        if new != again:
            raise UserError(*UNEQUAL)
        store = self._session.store
        self._run(partial(_change, store.folder, old, new, store.now), self._told(CHANGED))

    def renew_code(self) -> None:
        """Put the new recovery key in place of the old one."""
        folder = self._session.store.folder
        key = key_of(folder / DATABASE)
        if key is not None:
            self._run(
                partial(change_secret, folder, key, self.code, "recovery"), self._told(RENEWED)
            )

    def remove_clear_copies(self) -> None:
        """Make a locked backup, then remove those that are not locked."""
        store = self._session.store
        self._run(partial(_remove, store.folder, store.now()), self._told(REMOVED))

    # ------------------------------------------------------------------ one thing at a time

    def _exchange(self, work: Callable[[], object], what: str) -> None:
        """Close the store, do the work, and open it again."""
        if self._session.safekeeping.doing:
            self.is_busy = False
            self.changed.emit()
            self.failed.emit(StoreError(*BACKUP_RUNS))
            return
        self._session.store.close()
        self._run(work, partial(self._on_exchanged, what), self._on_not_exchanged)

    def _run(
        self,
        work: Callable[[], object],
        then: Callable[..., None],
        otherwise: Callable[[UserError], None] | None = None,
    ) -> None:
        self.is_busy = True
        self.changed.emit()
        self._work.run(work, then, otherwise or self._on_failed)

    def _told(self, what: str) -> Callable[[object], None]:
        return partial(self._end, what)

    def _end(self, what: str, _value: object = None) -> None:
        self.forget()
        self.is_busy = False
        self.changed.emit()
        self.done.emit(what)

    def _on_exchanged(self, what: str, _value: object) -> None:
        if self._open_again():
            keep_look(self._session.store)
            self._session.store.access.note(What.LOCKED if what == LOCKED else What.UNLOCKED)
            if what == OPENED and self._on_ring:
                self.by_itself.leave(self._on_ring)
            self._end(what)

    def _on_not_exchanged(self, error: UserError) -> None:
        self._open_again()
        self._on_failed(error)

    def _open_again(self) -> bool:
        try:
            self._session.use(self._session.store.opened_again())
        except UserError as error:
            self._on_failed(error)
            return False
        return True

    def _on_failed(self, error: UserError) -> None:
        self.is_busy = False
        self.changed.emit()
        self.failed.emit(error)


def _lock(folder: Path, passphrase: str, code: str) -> None:
    keys: tuple[KeyFile, StoreKey] = new_keys(passphrase, code)
    lock_store(folder, *keys)


def _try(folder: Path, passphrase: str, now: Callable[[], datetime]) -> StoreKey:
    return unlock(keys_beside(folder / DATABASE), passphrase, Tries(paths.tries(), now))


def _change(folder: Path, old: str, new: str, now: Callable[[], datetime]) -> None:
    change_secret(folder, _try(folder, old, now), new)


def _remove(folder: Path, now: datetime) -> None:
    make_backup(folder, now)
    remove_clear_copies(folder)
