"""Lets a locked store open by itself with the key ring of the computer, and takes that back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from falls_app.errors import UserError
from falls_app.storage.by_itself import ask_from_now_on, id_on_ring, let_open_by_itself
from falls_app.storage.key_ring import keep_on_ring, take_off_ring
from falls_app.storage.keys import StoreKey
from falls_app.storage.layout import DATABASE, keys_beside
from falls_app.storage.seal import new_key
from falls_app.storage.trouble import TO_READ
from falls_app.storage.unlocked import key_of
from falls_app.ui.aside import Aside
from falls_app.ui.open_case import OpenCase


class ByItself(QObject):
    """Whether the open store opens by itself at the start.

    Signals:
        changed(): it was switched, or the key ring is asked just now.
        done(bool): it was switched on or off by hand.
        failed(UserError): the key ring would not; it is as it was.
    """

    changed = Signal()
    done = Signal(bool)
    failed = Signal(object)

    def __init__(self, session: OpenCase) -> None:
        super().__init__(session)
        self._session = session
        self._asking: Aside | None = None
        self._new: tuple[StoreKey, bytes] | None = None

    @property
    def is_on(self) -> bool:
        """True if the store opens by itself, or is about to, once the key ring has answered."""
        return self._new is not None or bool(id_on_ring(keys_beside(self._database)))

    @property
    def is_waiting(self) -> bool:
        """True while the key ring is asked: the system may ask for a password first."""
        return self._asking is not None

    @property
    def _database(self) -> Path:
        return self._session.store.folder / DATABASE

    def switch(self, on: bool) -> None:
        """Have the store open by itself from now on, or not."""
        if self._session.store.is_to_read:
            self.failed.emit(UserError(*TO_READ))
            return
        key = self._key()
        if key is None or self.is_waiting:
            return
        if on:
            self._new = (key, new_key())
            self._ask(Aside(partial(keep_on_ring, key.id, self._new[1]), self))
            return
        try:
            ask_from_now_on(self._database.parent, key.id)
        except UserError as error:
            self.failed.emit(error)
            return
        # What the ring keeps opens nothing any more, whether it lets go of it or not.
        self._new = None
        self._ask(Aside(partial(take_off_ring, key.id), self))

    def leave(self, key_id: str) -> None:
        """Take the key of a store that has no lock any more off the ring, if that can be."""
        Aside(partial(take_off_ring, key_id), self).begin()

    def _ask(self, aside: Aside) -> None:
        self._asking = aside
        aside.answered.connect(self._on_answered)
        aside.begin()
        self.changed.emit()

    def _on_answered(self, answer: object) -> None:
        self._asking = None
        new, self._new = self._new, None
        try:
            if new is not None:
                self._finish(answer, *new)
        except UserError as error:
            self.failed.emit(error)
        else:
            self.done.emit(self.is_on)
        self.changed.emit()

    def _finish(self, answer: object, key: StoreKey, wrapping: bytes) -> None:
        """Wrap the key of the store, now that the ring has the other one."""
        if isinstance(answer, UserError):
            raise answer
        if self._key() == key:  # it may have been locked meanwhile
            let_open_by_itself(self._database.parent, key, wrapping)

    def _key(self) -> StoreKey | None:
        try:
            return key_of(self._database)
        except UserError:
            return None
