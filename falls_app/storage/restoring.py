"""Brings a backup back in the place of the store, which is kept aside."""

from datetime import UTC, datetime
from pathlib import Path

from falls_app.storage.access import account_name
from falls_app.storage.carrying import Restoring
from falls_app.storage.durable import copy_file, make_folder, sync_folder
from falls_app.storage.keys import read_keys
from falls_app.storage.layout import (
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
from falls_app.storage.locking import begin_change, keys_in, lock_file, seal_photos, tidy
from falls_app.storage.migration import migrate_file, version_of
from falls_app.storage.places import refuse_far_places
from falls_app.storage.reading import copy_still, file_of, inspect_store
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.snapshot import Breathe, no_breath
from falls_app.storage.swap import finish, put_in_place
from falls_app.storage.trouble import (
    DAMAGE,
    NO_BACKUP_THERE,
    PASSPHRASE_NEEDED,
    RESTORING,
    StoreError,
    told,
)
from falls_app.storage.unlocked import key_of

_READY, _PLAIN = "restored.part", "plain.part"


def restore(
    file: Path, folder: Path, now: datetime, breathe: Breathe = no_breath, who: str = ""
) -> Path | None:
    """Bring a backup back as the store in this folder, which nobody has open.

    ``breathe`` is called between small steps; until the exchange it may raise to stop. ``who`` does
    it, "" is the user's account: the list of who did what goes on with all its lines. Returns the
    folder in which the store until now is kept, None if there was none. Raises StoreLocked if the
    store is open, StoreError if the backup is damaged or there is no room: the store is as it was
    then.
    """
    with told(RESTORING):
        if not file.exists():
            raise StoreError(*NO_BACKUP_THERE)
        file = file_of(file)
        _refuse_damaged(file, breathe)
        refuse_far_places(folder)
        with Lock(make_folder(folder) / LOCK):
            finish(folder)
            return _exchange(file, folder, Restoring(now, who or account_name()), breathe)


def _refuse_damaged(file: Path, breathe: Breathe) -> None:
    """Raise StoreError if a backup is damaged, and say that it is the backup."""
    try:
        inspect_store(file, breathe)
    except StoreError as error:
        if error.said in DAMAGE:
            raise StoreError(*RESTORING.unreadable) from error
        raise


def _exchange(file: Path, folder: Path, doing: Restoring, breathe: Breathe) -> Path | None:
    ready = folder / _READY
    try:
        _make_ready(file, folder, ready, breathe)
        _bring_photos(file.resolve().parent / PHOTOS, folder / PHOTOS, ready, breathe)
        kept = _keep_aside(folder, doing.now)
        doing.carry_list(folder, ready, file)
        put_in_place(folder, ready)
    finally:
        for each in (ready, keys_beside(ready)):
            each.unlink(missing_ok=True)
    tidy(folder)
    return kept


def _make_ready(file: Path, folder: Path, ready: Path, breathe: Breathe) -> None:
    """Copy the backup. One that is not locked is locked as the store is whose place it takes."""
    was_locked = keys_beside(folder / DATABASE).exists()
    is_locked = keys_beside(file).exists()
    if was_locked and not is_locked:
        _lock_copy(file, folder, ready, breathe)
        return
    if is_locked and not was_locked:
        begin_change(folder)
    copy_still(file, ready, breathe)


def _lock_copy(file: Path, folder: Path, ready: Path, breathe: Breathe) -> None:
    key, plain = key_of(folder / DATABASE), folder / _PLAIN
    if key is None:
        raise StoreError(*PASSPHRASE_NEEDED)
    try:
        copy_still(file, plain, breathe)
        if version_of(plain) < len(MIGRATIONS):
            migrate_file(plain)
        lock_file(plain, ready, read_keys(keys_beside(folder / DATABASE)), key)
    finally:
        plain.unlink(missing_ok=True)


def _keep_aside(folder: Path, now: datetime) -> Path | None:
    """Copy the store as it lies there, side files too: it may be damaged, and is never lost."""
    present = [folder / f"{DATABASE}{ending}" for ending in ("", "-wal", ENDING)]
    if not present[0].is_file() or not present[0].stat().st_size:
        return None
    kept = _new_folder(make_folder(folder / KEPT), now)
    for file in present:
        if file.is_file():
            copy_file(file, kept / file.name)
    return kept


def _new_folder(within: Path, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    number = 1 + sum(1 for each in within.iterdir() if each.name.startswith(stamp))
    kept = within / f"{stamp}-{number}"
    kept.mkdir(mode=0o700)
    sync_folder(within)
    return kept


def _bring_photos(source: Path, target: Path, ready: Path, breathe: Breathe) -> None:
    """Copy the photos that the store does not have any more; locked if what comes back is."""
    key = key_of(ready)
    if key is not None:
        keys = keys_in(ready, key)
        for place in (source, target):
            seal_photos(target, keys, breathe, place)
    for photo in photos_in(source):
        copy = target / photo.relative_to(source)
        if (photo.suffix == SEALED) == (key is not None) and not copy.exists():
            make_folder(copy.parent)
            copy_file(photo, copy, within=target.parent)
        breathe()
