"""Makes backups beside the window, and brings one back in the place of all that is there."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from falls_app.errors import UserError
from falls_app.storage.backups import (
    BackedUpCase,
    Backup,
    backups,
    is_due,
    look_into,
    make_backup,
    newest_sound,
)
from falls_app.storage.lock import StoreLocked
from falls_app.storage.restoring import restore
from falls_app.storage.snapshot import Breathe
from falls_app.storage.store import Store
from falls_app.storage.trouble import NO_STORE
from falls_app.ui.background import Background
from falls_app.ui.open_case import OpenCase

FIRST_MS = 20_000
"""How long after the start a backup is made, if one is due: first the window has the disk."""
AGAIN_MS = 3 * 60 * 60 * 1000
"""How often it is asked whether a backup is due."""
PAUSE_S = 0.001
"""The pause between two small steps, in which the window gets its turn."""

MAKING, RESTORING = "making", "restoring"


class Stopped(UserError):  # noqa: N818  # it reads as a state, and is nobody's error
    """Somebody asked to stop; everything is as it was."""


class Breath:
    """Called between two steps of long work: lets the window go first, and stops if asked."""

    def __init__(self) -> None:
        self.is_stopped = False

    def __call__(self) -> None:
        """Rest for a moment; raise ``Stopped`` if somebody asked for it."""
        if self.is_stopped:
            raise Stopped("")
        time.sleep(PAUSE_S)


class Safekeeping(QObject):
    """The backups of the open store. One thing is done at a time.

    Signals:
        changed(): something has begun or ended, or there is another list.
        failed(UserError): what was asked for did not work; everything is as it was.
        missed(UserError): the backup that is made by itself did not work.
        restored(Backup, Path): a backup is back; the folder is where the store until then is kept
            (None if there was nothing to keep).
    """

    changed = Signal()
    failed = Signal(object)
    missed = Signal(object)
    restored = Signal(object, object)

    def __init__(self, session: OpenCase) -> None:
        super().__init__(session)
        self._session = session
        self._work, self._looks = Background(), Background()
        self._breath = Breath()
        self.doing = ""
        """What is under way: ``MAKING``, ``RESTORING`` or nothing."""
        self._clock = QTimer(self, interval=AGAIN_MS)
        self._clock.timeout.connect(self._on_clock)

    def begin(self) -> None:
        """Make a backup when one is due, soon and every few hours from now on."""
        QTimer.singleShot(FIRST_MS, self, self.make_if_due)
        self._clock.start()

    def close(self) -> None:
        """Stop what is under way. Nothing is begun after this."""
        self._clock.stop()
        self.stop()
        self._work.close()
        self._looks.close()

    # ------------------------------------------------------------------ making

    def make_if_due(self) -> None:
        """Make a backup if it is time for one and there is a home to keep."""
        store = self._own_store
        if self.doing or not _has_homes(store):
            return
        folder, now = store.folder, store.now()
        work = partial(_make_if_due, folder, now, self._breath)
        self._begin(MAKING, work, self._on_made, self._on_missed)

    def _on_clock(self) -> None:
        """Destroy what was deleted long enough ago; then make a backup, if one is due."""
        if not self.doing:
            with suppress(UserError):
                self._own_store.clear_deleted()
        self.make_if_due()

    @property
    def _own_store(self) -> Store:
        """The user's own store, also while a home from a file is read."""
        return self._session.store.behind or self._session.store

    def make(self) -> None:
        """Make a backup now."""
        if not self.doing:
            store = self._session.store
            work = partial(make_backup, store.folder, store.now(), self._breath)
            self._begin(MAKING, work, self._on_made, self._on_failed)

    def stop(self) -> None:
        """Ask what is under way to stop. An exchange that has begun is finished."""
        self._breath.is_stopped = True

    # ------------------------------------------------------------------ looking

    def find_all(self, then: Callable[[list[Backup]], None]) -> None:
        """Hand on all backups, the newest first."""
        folder = self._session.store.folder
        self._looks.run(partial(backups, folder), then, self.failed.emit, key="list")

    def find_newest(self, case_id: str, then: Callable[[Backup | None], None]) -> None:
        """Hand on the newest backup that is whole, one with this home if there is any."""
        work = partial(newest_sound, self._session.store.folder, case_id)
        self._looks.run(work, then, self.failed.emit, key="newest")

    def look_into(self, backup: Backup, then: Callable[[list[BackedUpCase]], None]) -> None:
        """Hand on the homes in a backup."""
        self._looks.run(partial(look_into, backup), then, self.failed.emit, key="look")

    def forget(self) -> None:
        """Hand nothing on any more of what was asked for until now: its page is gone."""
        for key in ("list", "newest", "look"):
            self._looks.drop(key)

    # ------------------------------------------------------------------ bringing back

    def bring_back(self, backup: Backup) -> None:
        """Put a backup in the place of the store, which is kept aside. No home is open."""
        if self.doing:
            return
        store = self._session.store
        who = store.access.who()
        store.close()
        work = partial(restore, backup.file, store.folder, store.now(), self._breath, who)
        self._begin(RESTORING, work, partial(self._on_restored, backup), self._on_not_restored)

    def _on_restored(self, backup: Backup, kept: Path | None) -> None:
        if self._open_again():
            self.restored.emit(backup, kept)
        self._end()

    def _on_not_restored(self, error: UserError) -> None:
        self._open_again()
        self._on_failed(error)

    def _open_again(self) -> bool:
        try:
            self._session.use(self._session.store.opened_again())
        except UserError as error:
            self.failed.emit(error)
            return False
        return True

    # ------------------------------------------------------------------ one thing at a time

    def _begin(
        self,
        what: str,
        work: Callable[[], object],
        then: Callable[..., None],
        otherwise: Callable[[UserError], None],
    ) -> None:
        self._breath.is_stopped = False
        self.doing = what
        self.changed.emit()
        self._work.run(work, then, otherwise)

    def _end(self) -> None:
        self.doing = ""
        self.changed.emit()

    def _on_made(self, _made: object) -> None:
        self._end()

    def _on_failed(self, error: UserError) -> None:
        self._end()
        if not isinstance(error, Stopped):
            self.failed.emit(error)

    def _on_missed(self, error: UserError) -> None:
        self._end()
        # Another program makes one just now: that is one too. That the folder is away is said at
        # the next answer; once it is back, there are answers and the next backup comes by itself.
        is_away = error.said == NO_STORE
        if not (is_away or isinstance(error, Stopped | StoreLocked)):
            self.missed.emit(error)


def _has_homes(store: Store) -> bool:
    with suppress(UserError):
        return bool(store.cases(most=1))
    return False


def _make_if_due(folder: Path, now: datetime, breathe: Breathe) -> Backup | None:
    return make_backup(folder, now, breathe) if is_due(backups(folder), now) else None
