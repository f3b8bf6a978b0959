"""Locks a store with a passphrase, and takes the lock off: on a copy that takes its place.

Until the exchange the store is as it was; after it, what lies in the folder in clear is removed. A
program that is stopped in between finishes this when it starts again.
"""

from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from falls_app.errors import UserError, sentences
from falls_app.storage.by_itself import ask_from_now_on
from falls_app.storage.case_keys import CaseKey, CaseKeys, read_case_keys
from falls_app.storage.cipher import export
from falls_app.storage.database import Database
from falls_app.storage.durable import write_file
from falls_app.storage.inspection import inspect
from falls_app.storage.keys import KeyFile, StoreKey, write_keys
from falls_app.storage.layout import (
    BACKUPS,
    BOOKMARK,
    CHANGING,
    CLEAR,
    DATABASE,
    ENDING,
    KEPT,
    LOCK,
    PHOTOS,
    SEALED,
    keys_beside,
    photos_in,
)
from falls_app.storage.lock import Lock
from falls_app.storage.originals import is_original, unpacked
from falls_app.storage.photos import PhotoFolder
from falls_app.storage.sealed_photo import SealedPhoto
from falls_app.storage.snapshot import Breathe, no_breath, open_still
from falls_app.storage.swap import finish, put_in_place
from falls_app.storage.trouble import LOCKING, StoreError, told
from falls_app.storage.unlocked import keep, key_of

_READY = "relocked.part"

LOCKED_ALREADY = sentences(
    "These answers are locked already.",
    "To use another passphrase, choose “Change the passphrase” in the window.",
)


def lock_store(folder: Path, keys: KeyFile, key: StoreKey, breathe: Breathe = no_breath) -> None:
    """Lock the store in this folder, which nobody has open, with a new key.

    ``breathe`` is called between small steps; until the exchange it may raise to stop. Raises
    StoreError if the store is open or damaged, or if there is no room: it is as it was then.
    """
    with told(LOCKING), Lock(folder / LOCK):
        finish(folder)
        if keys_beside(folder / DATABASE).exists():
            raise UserError(*LOCKED_ALREADY)
        begin_change(folder)
        keep(key)
        ready = folder / _READY
        try:
            lock_file(folder / DATABASE, ready, keys, key)
            seal_photos(folder / PHOTOS, keys_in(ready, key), breathe)
            put_in_place(folder, ready)
        finally:
            _forget(ready)
        tidy(folder)


def take_lock_off(folder: Path, breathe: Breathe = no_breath) -> None:
    """Store everything in clear again. Backups stay locked, and open with their passphrase.

    Nothing here opens by itself any more. As for ``lock_store``. Raises PassphraseNeeded if it was
    not unlocked.
    """
    with told(LOCKING), Lock(folder / LOCK):
        finish(folder)
        begin_change(folder)
        ready, key = folder / _READY, key_of(folder / DATABASE)
        if key is None:
            return
        try:
            _open_file(folder / DATABASE, key, ready)
            _open_photos(folder / PHOTOS, keys_in(folder / DATABASE, key), breathe)
            put_in_place(folder, ready)
        finally:
            _forget(ready)
        tidy(folder)
        ask_from_now_on(folder, key.id)


def lock_file(source: Path, target: Path, keys: KeyFile, key: StoreKey) -> None:
    """Write a locked copy of a database that is not locked, and look through it once."""
    write_keys(keys_beside(target), keys)
    export(source, None, target, key)
    database = Database(target)
    try:
        made = CaseKeys()
        with database.transaction():
            for (case_id,) in database.run("SELECT id FROM case_").fetchall():
                made.learn(database, key, case_id)
        # One file again: side files would not move with it.
        database.run("PRAGMA journal_mode = DELETE")
    finally:
        database.close()
    _inspect(target)


def _open_file(source: Path, key: StoreKey, target: Path) -> None:
    """Write a copy of a locked database that is not locked, and look through it once."""
    export(source, key, target, None)
    database = Database(target)
    try:
        with database.transaction():
            database.run("DELETE FROM case_key")
        database.run("PRAGMA journal_mode = DELETE")
    finally:
        database.close()
    _inspect(target)


def seal_photos(
    folder: Path, keys: Mapping[str, CaseKey], breathe: Breathe = no_breath,
    source: Path | None = None,
) -> None:  # fmt: skip
    """Put a locked copy of each photo that is not locked into a folder of photos.

    They are looked for in ``source``, None: in the same folder. One that belongs to no case has
    no key: it is left out.
    """
    target = PhotoFolder(folder, CaseKeys(keys))
    for photo in photos_in(source or folder):
        if photo.suffix in CLEAR and photo.parent.name in keys:
            _put(target, photo.parent.name, photo.stem, photo.read_bytes())
        breathe()


def _put(target: PhotoFolder, case_id: str, stem: str, data: bytes) -> None:
    """Put a picture into a folder, or a photo as it came. One that is damaged is left out."""
    if not is_original(data):
        target.put(case_id, stem, data)
        return
    with suppress(StoreError):
        target.put_original(case_id, *unpacked(data))


def begin_change(folder: Path) -> None:
    """Note on the disk that what lies in this folder is being locked, or its lock taken off."""
    write_file(folder / CHANGING, b"")


def tidy(folder: Path) -> None:
    """Remove what the lock, or its absence, leaves no use for; nothing if nothing was begun."""
    if not (folder / CHANGING).exists():
        return
    is_locked = keys_beside(folder / DATABASE).exists()
    for ending in CLEAR if is_locked else (SEALED,):
        for photo in (folder / PHOTOS).glob(f"*/*{ending}"):
            photo.unlink()
    (folder / BOOKMARK).unlink(missing_ok=True)
    (folder / CHANGING).unlink()


def clear_copies(folder: Path) -> list[Path]:
    """Return the backups, and the stores kept aside, that no passphrase locks."""
    kept = (folder / KEPT).glob(f"*/{DATABASE}")
    found = [*(folder / BACKUPS).glob("*.sqlite3"), *kept]
    return sorted(file for file in found if not keys_beside(file).exists())


def remove_clear_copies(folder: Path) -> None:
    """Remove the backups, and the stores kept aside, that no passphrase locks; photos too."""
    with told(LOCKING):
        for file in clear_copies(folder):
            for each in file.parent.glob(f"{file.name}*"):
                each.unlink()
        for ending in CLEAR:
            for photo in (folder / BACKUPS / PHOTOS).glob(f"*/*{ending}"):
                photo.unlink()


def keys_in(file: Path, key: StoreKey) -> Mapping[str, CaseKey]:
    """Return the keys of the cases in a locked database that nobody has open."""
    reader = open_still(file)
    try:
        return read_case_keys(reader, key)
    finally:
        reader.close()


def _open_photos(folder: Path, keys: Mapping[str, CaseKey], breathe: Breathe) -> None:
    """Put a clear copy beside each photo whose case has a key."""
    target = PhotoFolder(folder)
    for photo in photos_in(folder):
        if photo.suffix == SEALED and photo.parent.name in keys:
            with suppress(StoreError):
                _open_photo(target, SealedPhoto(photo, keys[photo.parent.name]))
        breathe()


def _open_photo(target: PhotoFolder, sealed: SealedPhoto) -> None:
    """Put a clear copy of a photo into a folder; not of one in which something is hidden."""
    data = sealed.read_bytes()
    stem = sha256(data).hexdigest()
    if is_original(data) or sealed.key.name(stem) == sealed.file.name:
        _put(target, sealed.file.parent.name, stem, data)


def _forget(ready: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal", ENDING):
        ready.with_name(ready.name + ending).unlink(missing_ok=True)


def _inspect(file: Path) -> None:
    reader = open_still(file)
    try:
        inspect(reader)
    finally:
        reader.close()
