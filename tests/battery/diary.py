"""The diary of a journey, and whether a store is as its diary says.

There is a line before each change and one when the change was acknowledged, so that a journey can
be cut short anywhere and checked afterwards.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.storage.backups import backups
from falls_app.storage.case_file import write_case
from falls_app.storage.database_errors import database_errors
from falls_app.storage.looking import check_store, stored_case
from falls_app.storage.store import Store
from tests.battery import locked

NOTHING, UNKNOWN = "-", "?"
SETTING, BACKUP = "setting", "backup"
STORE = Path("share", "data")
"""Where the store is below the folder of a journey: at a first start neither folder is there."""

Tell = Callable[[str], None]


def now() -> datetime:
    """Return the time, as the program asks for it."""
    return datetime.now(UTC)


def opened(folder: Path) -> Store:
    """Open the store of a journey as the program does, with its key if it is locked."""
    locked.unlock()
    return Store.open(folder / STORE, now)


def digest(case: Case) -> str:
    """Return a short text that is equal for cases that say the same."""
    walks = tuple(
        replace(each, findings=dict(sorted(each.findings.items(), key=str)))
        for each in case.assessments
    )
    text = write_case(replace(case, assessments=walks))
    return hashlib.sha256(text.encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the diary: what a thing says after a change, and what undo makes of it then.

    The thing is a case (its id), SETTING, or BACKUP, which says its number; in place of what undo
    makes of it stands what the case said in it: "id:digest".
    """

    kind: str  # TRY or ACK
    thing: str
    says: str
    undone: str

    @classmethod
    def read(cls, lines: Iterable[str]) -> "list[Entry]":
        """Return the whole lines; the last one may have been cut short."""
        return [cls(*line.split()) for line in lines if line.endswith("\n")]


def complaints(folder: Path, entries: Iterable[Entry]) -> list[str]:
    """Open the store as the next start does, and return what is not as the diary says.

    A change that was tried and not acknowledged since may be there or not. Undo is tried, and
    redo.
    """
    allowed: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "ACK":
            allowed[entry.thing] = [entry]
        else:
            allowed.setdefault(entry.thing, [replace(entry, says=NOTHING)]).append(entry)
    try:
        store = opened(folder)
    except UserError as error:
        return [f"the store does not open: {error}"]
    try:
        found = [f"integrity: {each}" for each in store._database.problems()]
        for thing, entries_now in allowed.items():
            found += _compared(folder, store, thing, entries_now)
    except database_errors() as error:
        return [f"integrity: {error}"]
    finally:
        store.close()
    return found + _damage(folder)


def _damage(folder: Path) -> list[str]:
    """Return what the program itself says of the whole store, photos and all."""
    try:
        check_store(folder / STORE)
    except UserError as error:
        return [f"damage: {error}"]
    return []


def _compared(folder: Path, store: Store, thing: str, allowed: list[Entry]) -> list[str]:
    if thing == BACKUP:
        return _backup_complaints(folder, allowed[0])
    if thing == SETTING:
        number = store.setting("battery", -1)
        says = NOTHING if number < 0 else str(number)
        return [] if says in {each.says for each in allowed} else ["a setting is lost"]
    case = store.load(thing) if thing in {each.id for each in store.cases()} else None
    says = NOTHING if case is None else digest(case)
    entry = next((each for each in allowed if each.says == says), None)
    if entry is None:
        return ["an acknowledged change is lost"]
    if case is None:
        return []
    undone = [] if entry.undone == UNKNOWN else _undone(store, case, entry)
    return _without_picture(store, case) + undone


def _without_picture(store: Store, case: Case) -> list[str]:
    """Return what is wrong with the files of the photos that a case refers to."""
    names = [
        photo.sha256
        for walk in case.assessments
        for finding in walk.findings.values()
        for photo in finding.photos
    ]
    files = {name: store.photos.picture(case.id, name) for name in names}
    return [
        "the picture of a photo is lost"
        for name, file in files.items()
        if file is None or hashlib.sha256(file.read_bytes()).hexdigest() != name
    ]


def _backup_complaints(folder: Path, entry: Entry) -> list[str]:
    """Return what is wrong with the backup that was acknowledged last, or a newer one."""
    if entry.says == NOTHING:
        return []
    newest = next(iter(backups(folder / STORE)), None)
    if newest is None or newest.number < int(entry.says):
        return ["a backup is lost"]
    case_id, _colon, says = entry.undone.partition(":")
    try:
        case = stored_case(newest.file, case_id)
    except UserError as error:
        return [f"a backup cannot be read: {error}"]
    is_same = newest.number > int(entry.says) or digest(case) == says
    return [] if is_same else ["a backup does not hold what was there"]


def _undone(store: Store, case: Case, entry: Entry) -> list[str]:
    before = store.undo(case)
    if entry.undone == NOTHING:
        return [] if before is None else ["undo takes back what was not done"]
    if before is None or digest(before) != entry.undone:
        return ["undo does not bring back what was there"]
    again = store.redo(before)
    same = again is not None and digest(again) == entry.says
    return [] if same else ["redo does not bring back what was undone"]
