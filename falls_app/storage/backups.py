"""Dated backups: made while the store is open, looked through once, thinned out by age.

A backup is one database file. Its photos lie in a folder that all backups share, under names
made from their content, so that a photo is there once however many backups have it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from falls_app.storage.case_keys import CaseKeys, read_case_keys
from falls_app.storage.durable import copy_file, make_folder, sync_folder
from falls_app.storage.inspection import inspect
from falls_app.storage.layout import BACKUPS, DATABASE, LOCK, PHOTOS, SEALED, keys_beside, photos_in
from falls_app.storage.lock import Lock, StoreLocked
from falls_app.storage.peeking import refuse_newer
from falls_app.storage.photos import PhotoFolder
from falls_app.storage.reader import Reader
from falls_app.storage.snapshot import Breathe, copy_database, no_breath, open_still
from falls_app.storage.trouble import BACKING_UP, BACKUP_RUNS, NO_STORE, StoreError, told
from falls_app.storage.unlocked import PassphraseNeeded, key_of, move_database

DAILY, WEEKLY, MONTHLY = 10, 8, 12
"""How many days, weeks and months keep their last backup."""

EVERY = timedelta(hours=20)
"""A backup is due after this time, so that one is made every day of use."""

_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)-(\d{4,})\.sqlite3")
_TIME = "%Y-%m-%dT%H-%M-%SZ"
_UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup of the whole store.

    ``date`` is in UTC. ``number`` counts up with every backup made here: it tells the order even
    where a clock was wrong. ``size`` in bytes, without the photos. ``is_locked`` if its passphrase
    was not typed since the start, because it is another than that of the store; then ``cases`` is
    0.
    """

    number: int
    date: datetime
    file: Path
    cases: int
    size: int
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class BackedUpCase:
    """A home in a backup: ``updated`` is ISO time in UTC, the rest is how many it has."""

    id: str
    name: str
    updated: str
    answers: int
    photos: int


def backups(folder: Path) -> list[Backup]:
    """Return the backups of the store in this folder that can be read, the newest first.

    Those that are locked with an earlier passphrase are among them.
    """
    found = (_backup(number, date, file) for number, date, file in _dated(folder / BACKUPS))
    readable = [backup for backup in found if backup is not None]
    return sorted(readable, key=lambda backup: backup.number, reverse=True)


def named_here(file: Path) -> str:
    """Return the name of a backup without its ending, "" if it has not the name we gave it."""
    return file.stem if _NAME.fullmatch(file.name) else ""


def last_made(folder: Path) -> datetime | None:
    """Return when the newest backup of the store in this folder was made; None without one.

    It goes by their names: no backup is opened.
    """
    return max((date for _number, date, _file in _dated(folder / BACKUPS)), default=None)


def is_due(made: Iterable[Backup], now: datetime) -> bool:
    """Return whether it is time for a backup. One dated later than now does not count."""
    return not any(now - EVERY < backup.date <= now for backup in made)


def make_backup(folder: Path, now: datetime, breathe: Breathe = no_breath) -> Backup:
    """Make a backup of the store in this folder, look through it, and thin out the older ones.

    The store may be open and in use meanwhile. ``breathe`` is called between small steps. Raises
    StoreError if there is no store, if it is damaged (no backup is touched then), or if the
    backup cannot be written.
    """
    with told(BACKING_UP):
        if not (folder / DATABASE).is_file():
            raise StoreError(*NO_STORE)
        key_of(folder / DATABASE)  # asked for before anything is written
        refuse_newer(folder)
        into = make_folder(folder / BACKUPS)
        with _alone(into):
            made = _make(folder, into, now, breathe)
            thin_out(folder, now)
    return made


def look_into(backup: Backup) -> list[BackedUpCase]:
    """Return the homes in a backup, the last changed first. StoreError if it cannot be read."""
    sql = """SELECT id, name, updated,
        (SELECT COUNT(*) FROM finding WHERE case_id = case_.id),
        (SELECT COUNT(*) FROM photo WHERE case_id = case_.id)
        FROM case_ WHERE deleted = '' ORDER BY updated DESC, id"""
    with told():
        reader = open_still(backup.file)
        try:
            return [BackedUpCase(*row) for row in reader.run(sql)]
        finally:
            reader.close()


def newest_sound(folder: Path, case_id: str = "", breathe: Breathe = no_breath) -> Backup | None:
    """Return the newest backup that is whole, looked through once more; None if there is none.

    One that has the case of this id comes before all that do not.
    """
    known = (backup for backup in backups(folder) if not backup.is_locked)
    sound = (backup for backup in known if _is_sound(backup.file, breathe))
    first: Backup | None = None
    for backup in sound:
        if not case_id or any(case.id == case_id for case in look_into(backup)):
            return backup
        first = first or backup
    return first


def _is_sound(file: Path, breathe: Breathe) -> bool:
    try:
        with told():
            _inspected(file, breathe)
    except StoreError:
        return False
    return True


def thin_out(folder: Path, now: datetime) -> None:
    """Remove the backups that no day, week or month needs, and photos that none needs any more."""
    made = [backup for backup in backups(folder) if not backup.is_locked]
    past = [backup for backup in made if backup.date <= now]
    # Dated in the future: a clock was wrong. They neither count among the others nor go for them.
    future = [backup for backup in made if backup.date > now]
    kept = kept_of(past) | kept_of(future)
    for backup in made:
        if backup not in kept:
            backup.file.unlink()
            keys_beside(backup.file).unlink(missing_ok=True)
    _forget_photos(folder, kept)


def kept_of(made: Iterable[Backup]) -> set[Backup]:
    """Return the backups to keep: the last one of the latest days, weeks and months."""
    newest_first = sorted(made, key=lambda backup: backup.number, reverse=True)
    kept: set[Backup] = set()
    for form, count in (("%Y-%m-%d", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        last: dict[str, Backup] = {}
        for backup in newest_first:
            last.setdefault(backup.date.strftime(form), backup)
        kept.update(list(last.values())[:count])
    return kept


def _alone(into: Path) -> Lock:
    """Take the lock of the backups. Raises StoreLocked while one is being made."""
    try:
        return Lock(into / LOCK)
    except StoreLocked:
        raise StoreLocked(*BACKUP_RUNS) from None


def _make(folder: Path, into: Path, now: datetime, breathe: Breathe) -> Backup:
    unfinished = into / _UNFINISHED
    try:
        copy_database(folder / DATABASE, unfinished, breathe)
        cases = _inspected(unfinished, breathe)
        _copy_photos(folder / PHOTOS, into / PHOTOS, breathe)
        number = 1 + max((number for number, _date, _file in _dated(into)), default=0)
        date = now.astimezone(UTC).replace(microsecond=0)
        file = into / f"{date.strftime(_TIME)}-{number:04}.sqlite3"
        move_database(unfinished, file)
    finally:
        unfinished.unlink(missing_ok=True)
        keys_beside(unfinished).unlink(missing_ok=True)
    return Backup(number, date, file, cases, file.stat().st_size)


def _inspected(file: Path, breathe: Breathe) -> int:
    reader = open_still(file)
    try:
        inspect(reader, breathe=breathe)
        return _count(reader)
    finally:
        reader.close()


def _count(reader: Reader) -> int:
    found = reader.one("SELECT COUNT(*) FROM case_ WHERE deleted = ''")
    return int(str(found[0])) if found else 0


def _dated(into: Path) -> Iterator[tuple[int, datetime, Path]]:
    for file in into.glob("*.sqlite3"):
        if match := _NAME.fullmatch(file.name):
            try:
                date = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
            except ValueError:  # the 31st of February: not our name
                continue
            yield int(match[2]), date, file


def _backup(number: int, date: datetime, file: Path) -> Backup | None:
    """Return the backup in a file; None if it cannot be read, which nobody removes."""
    try:
        with told():
            reader = open_still(file)
            try:
                return Backup(number, date, file, _count(reader), file.stat().st_size)
            finally:
                reader.close()
    except PassphraseNeeded:
        return Backup(number, date, file, 0, file.stat().st_size, is_locked=True)
    except StoreError:
        return None


# ------------------------------------------------------------------------------ photos


def _copy_photos(source: Path, target: Path, breathe: Breathe) -> None:
    for photo in photos_in(source):
        copy = target / photo.relative_to(source)
        # A name stands for its content: what is there already is the same.
        if not copy.exists():
            copy_file(photo, make_folder(copy.parent) / copy.name)
        breathe()
    # Those that were there too: who copied them may have been stopped before this.
    for folder in {copy.parent for copy in photos_in(target)}:
        sync_folder(folder)
        breathe()


def _forget_photos(folder: Path, kept: Collection[Backup]) -> None:
    """Remove the photos that neither the store nor a backup has."""
    shared = folder / BACKUPS / PHOTOS
    needed: set[Path] = set()
    for backup in kept:
        needed.update(_photos_of(backup.file))
    # A backup that is locked with an earlier passphrase does not tell which photos it needs.
    is_known = len(kept) == sum(1 for _file in _dated(folder / BACKUPS))
    for photo in photos_in(shared):
        name = photo.relative_to(shared)
        if name in needed or (folder / PHOTOS / name).exists():
            continue
        if is_known or photo.suffix != SEALED:
            photo.unlink()


def _photos_of(file: Path) -> list[Path]:
    """Return the names of the files of the photos of a backup, each in the folder of its case.

    Also of the photos as they came, whether they are kept or not.
    """
    reader, key = open_still(file), key_of(file)
    try:
        found = reader.run("SELECT DISTINCT case_id, sha256 FROM photo").fetchall()
        folder = PhotoFolder(Path(), None if key is None else CaseKeys(read_case_keys(reader, key)))
        return [
            file(case_id, sha256)
            for case_id, sha256 in found
            for file in (folder.file, folder.original_file)
        ]
    finally:
        reader.close()
