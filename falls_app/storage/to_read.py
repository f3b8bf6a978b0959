"""Stores that are open to read only: all that is read is in memory, and every change is refused.

One is a store that a newer program has written, the other a home from a file of a newer program.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from typing_extensions import override

from falls_app.domain.evidence import PhotoFile
from falls_app.storage.access import Access
from falls_app.storage.bookmark import Bookmark, Place
from falls_app.storage.case_keys import CaseKeys, read_case_keys
from falls_app.storage.durable import make_folder
from falls_app.storage.durable_writing import Clock
from falls_app.storage.keys import StoreKey
from falls_app.storage.layout import LOCK, PHOTOS
from falls_app.storage.lock import Lock
from falls_app.storage.newer import HeldDatabase, read_newer
from falls_app.storage.opening import OpenFile
from falls_app.storage.photos import PhotoFolder
from falls_app.storage.places import refuse_far_places
from falls_app.storage.reading import file_of
from falls_app.storage.settings import Setting
from falls_app.storage.store import Store
from falls_app.storage.trouble import GONE, READING, TO_READ, StoreError, told
from falls_app.storage.unlocked import key_of
from falls_app.storage.unpacking import Unpacked


class _HeldFile(OpenFile):
    """A database in memory in the place of a file; ``lock`` is held while it is read."""

    def __init__(
        self,
        folder: Path,
        database: HeldDatabase,
        key: StoreKey | None = None,
        lock: Lock | None = None,
    ) -> None:
        self.folder, self.key = folder, key
        self._held: HeldDatabase | None = database
        self._guard = lock

    @property
    @override
    def database(self) -> HeldDatabase:
        """The database. Raises StoreError once it was closed."""
        if self._held is None:
            raise StoreError(*GONE)
        return self._held

    @override
    def close(self) -> None:
        """Forget all that was read. Closing twice is fine."""
        if self._held is not None:
            self._held.close()
            if self._guard is not None:
                self._guard.release()
        self._held = self._guard = None

    @override
    def is_in_place(self) -> bool:
        """Return True: nothing of it can be pulled out."""
        return True

    @property
    @override
    def has_room(self) -> bool:
        """False: nothing is written."""
        return False


@dataclass(frozen=True, slots=True)
class HeldPhoto:
    """A picture in memory. It reads like a file."""

    data: bytes

    def read_bytes(self) -> bytes:
        """Return the picture."""
        return self.data


class PhotosToRead(PhotoFolder):
    """The pictures of a store, or ``given`` ones by their SHA-256. None is kept or removed."""

    def __init__(
        self, folder: Path, keys: CaseKeys | None, given: Mapping[str, bytes] | None = None
    ) -> None:
        super().__init__(folder, keys)
        self._held = {name: HeldPhoto(data) for name, data in (given or {}).items()}

    @override
    def picture(self, case_id: str, sha256: str) -> PhotoFile | None:
        return self._held.get(sha256) or super().picture(case_id, sha256)

    @override
    def put(self, case_id: str, stem: str, data: bytes) -> None:
        """Hold a picture in which something is hidden; refuse to keep any other."""
        if "-" not in stem:
            raise StoreError(*TO_READ)
        self._held[stem] = HeldPhoto(data)

    @override
    def put_original(self, case_id: str, sha256: str, data: bytes) -> None:
        raise StoreError(*TO_READ)

    @override
    def remove_original(self, case_id: str, sha256: str) -> None:
        raise StoreError(*TO_READ)

    @override
    def remove(self, case_id: str) -> None:
        raise StoreError(*TO_READ)


class _NoBookmark(Bookmark):
    """Nothing is kept of the place: the folder stays as it is."""

    def __init__(self) -> None:
        self.was_left, self.left = False, None

    @override
    def keep(self, place: Place) -> None:
        """Keep nothing."""

    @override
    def remove(self) -> None:
        """There is nothing to remove."""


class _KnownKeys(CaseKeys):
    """The keys of the cases that have one; none is made and kept for another."""

    @override
    def knows(self, case_id: str) -> bool:
        return True


class StoreToRead(Store):
    """A store of a newer program, as far as this version knows it."""

    is_to_read = True

    def __init__(self, file: OpenFile, now: Clock, beside: Path) -> None:
        """Use what was read. In the folder ``beside`` a second start asks this one forward."""
        super().__init__(file, now)
        self._beside = beside

    @classmethod
    def read(cls, folder: Path, now: Clock, beside: Path) -> "StoreToRead":
        """Read the store in a folder, which stays as it is.

        Raises StoreLocked if it is open, to be changed or to be read, PassphraseNeeded if it is
        locked and StoreError if it cannot be read.
        """
        with told(READING):
            refuse_far_places(folder)
            file = file_of(folder)
            lock = _lock_of(beside)
            try:
                held = _HeldFile(folder, read_newer(file), key_of(file), lock)
            except BaseException:
                if lock is not None:
                    lock.release()
                raise
        return cls(held, now, beside)

    @property
    @override
    def meeting_place(self) -> Path:
        return self._beside

    @override
    def opened_again(self) -> Store:
        self.close()
        return StoreToRead.read(self.folder, self.now, self._beside)

    @cached_property
    @override
    def bookmark(self) -> Bookmark:
        return _NoBookmark()

    @cached_property
    @override
    def photos(self) -> PhotoFolder:
        return PhotosToRead(self.folder / PHOTOS, self._case_keys)

    @cached_property
    @override
    def _case_keys(self) -> CaseKeys | None:
        key = self._disk.file.key
        return None if key is None else _KnownKeys(read_case_keys(self._database, key))


def _lock_of(beside: Path) -> Lock | None:
    """Take the lock that tells a second start of this one; None where it cannot be made."""
    with suppress(OSError):
        return Lock(make_folder(beside) / LOCK)
    return None


class HomeToRead(StoreToRead):
    """A home from a file of a newer program. The store ``behind`` it stays open meanwhile.

    The settings are those of that store, and so is the list of who did what.
    """

    def __init__(
        self, database: HeldDatabase, behind: Store, pictures: Mapping[str, bytes]
    ) -> None:
        super().__init__(_HeldFile(behind.folder, database), behind.now, behind.meeting_place)
        self.behind = self._back = behind
        self._pictures = pictures

    @classmethod
    def of(cls, home: Unpacked, behind: Store) -> "HomeToRead":
        """Hold a home that was read from a file, with its pictures."""
        pictures = {sha256(data).hexdigest(): data for data in home.pictures}
        database = HeldDatabase()
        begun = Store(_HeldFile(behind.folder, database), behind.now)
        begun.create(replace(home.case, id=home.case.id or str(uuid4())), "")
        database.take_no_more()
        return cls(database, behind, pictures)

    @property
    @override
    def is_locked(self) -> bool:
        return self._back.is_locked

    @cached_property
    @override
    def access(self) -> Access:
        return self._back.access

    @cached_property
    @override
    def photos(self) -> PhotoFolder:
        return PhotosToRead(self.folder / PHOTOS, None, self._pictures)

    @override
    def setting(self, key: str, default: Setting) -> Setting:
        return self._back.setting(key, default)

    @override
    def set_setting(self, key: str, value: object) -> None:
        self._back.set_setting(key, value)
