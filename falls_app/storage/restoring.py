"""Brings a backup back in the place of the store, which is kept aside."""

from datetime import UTC, datetime
from pathlib import Path

from falls_app.storage.durable import copy_file, make_folder, sync_folder
from falls_app.storage.layout import DATABASE, KEPT, LOCK, PHOTOS, photos_in
from falls_app.storage.lock import Lock
from falls_app.storage.places import refuse_far_places
from falls_app.storage.reading import copy_still, file_of, inspect_store
from falls_app.storage.snapshot import Breathe, no_breath
from falls_app.storage.swap import finish, put_in_place
from falls_app.storage.trouble import DAMAGE, NO_BACKUP_THERE, RESTORING, StoreError, told

_READY = "restored.part"


def restore(file: Path, folder: Path, now: datetime, breathe: Breathe = no_breath) -> Path | None:
    """Bring a backup back as the store in this folder, which nobody has open.

    ``breathe`` is called between small steps; until the exchange it may raise to stop. Returns the
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
            return _exchange(file, folder, now, breathe)


def _refuse_damaged(file: Path, breathe: Breathe) -> None:
    """Raise StoreError if a backup is damaged, and say that it is the backup."""
    try:
        inspect_store(file, breathe)
    except StoreError as error:
        if (error.message, error.hint) in DAMAGE:
            raise StoreError(*RESTORING.unreadable) from error
        raise


def _exchange(file: Path, folder: Path, now: datetime, breathe: Breathe) -> Path | None:
    ready = folder / _READY
    try:
        copy_still(file, ready, breathe)
        _bring_photos(file.resolve().parent / PHOTOS, folder / PHOTOS, breathe)
        kept = _keep_aside(folder, now)
        put_in_place(folder, ready)
    finally:
        ready.unlink(missing_ok=True)
    return kept


def _keep_aside(folder: Path, now: datetime) -> Path | None:
    """Copy the store as it lies there, side files too: it may be damaged, and is never lost."""
    present = [folder / f"{DATABASE}{ending}" for ending in ("", "-wal")]
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


def _bring_photos(source: Path, target: Path, breathe: Breathe) -> None:
    """Copy the photos that the store does not have any more."""
    for photo in photos_in(source):
        copy = target / photo.relative_to(source)
        if not copy.exists():
            make_folder(copy.parent)
            copy_file(photo, copy, within=target.parent)
        breathe()
