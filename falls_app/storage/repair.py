"""Saves what can be read of a damaged store into a new one, page by page and row by row."""

from datetime import UTC, datetime
from pathlib import Path

from falls_app.errors import UserError
from falls_app.storage.access import mend, open_to_mend
from falls_app.storage.cells import rows_of_page
from falls_app.storage.database import Database
from falls_app.storage.durable import copy_file, make_folder, sync_file
from falls_app.storage.layout import DATABASE, ENDING, LOCK, PHOTOS, photos_in
from falls_app.storage.lock import ALREADY_OPEN, StoreLocked, is_taken
from falls_app.storage.mending import Mended, mend_cases
from falls_app.storage.pages import Pages
from falls_app.storage.photo_check import case_keys_of, is_whole
from falls_app.storage.reading import file_of
from falls_app.storage.shapes import load_shapes, shape_of
from falls_app.storage.trouble import NOTHING_LEFT, REPAIRING, StoreError, told
from falls_app.storage.unlocked import carry_keys, key_of, move_database


def repair(store: Path, new: Path) -> list[str]:
    """Save what can be read of a store into ``new``; return sentences about what is lost.

    ``new`` becomes a folder like the store's, or only its file if the name has an ending. The
    old store is left as it is. Raises StoreError if nothing of ours can be read, UserError if
    ``new`` is there already.
    """
    with told(REPAIRING):
        file = file_of(store)
        if is_taken(file.parent / LOCK):
            raise StoreLocked(*ALREADY_OPEN)
        if new.exists():
            raise UserError(f"“{new}” is there already.", "Choose a name that is not taken.")
        key_of(file)  # asked for before anything is written
        mended, is_list_whole = _saved(file, new)
        lost_photos = 0 if new.suffix else _save_photos(file.parent / PHOTOS, new)
    list_words = [] if is_list_whole else [_LIST]
    return [*_sentences(mended), *list_words, *_photo_sentences(lost_photos)]


def _saved(file: Path, new: Path) -> tuple[list[Mended], bool]:
    """Save the rows; return what became of each home, and whether the list is as it was."""
    part = make_folder(new.absolute().parent) / f"{new.name}.part"
    try:
        is_list_whole = _salvage(file, part)
        mended = mend_cases(part)
        sync_file(part)
        move_database(part, new if new.suffix else make_folder(new) / DATABASE)
    finally:
        for ending in ("", "-wal", "-shm", ENDING):
            part.with_name(part.name + ending).unlink(missing_ok=True)
    return mended, is_list_whole


def _salvage(file: Path, part: Path) -> bool:
    """Write every row that can be read into a new database, locked if the old one is.

    Return whether the list of who did what is as it was written.
    """
    carry_keys(file, part)
    database = Database(part)
    try:
        # Finished or thrown away as a whole: it is synced once at the end.
        database.run("PRAGMA synchronous = OFF")
        database.run("PRAGMA foreign_keys = OFF")
        with Pages(file) as pages, database.transaction(), open_to_mend(database):
            if not _keep_rows(pages, database):
                raise StoreError(*NOTHING_LEFT)
            return not mend(database, datetime.now(UTC).isoformat(timespec="milliseconds"))
    finally:
        database.close()


def _keep_rows(pages: Pages, database: Database) -> int:
    """Write the rows of all pages in use; return how many there are."""
    shapes, free, found = load_shapes(), pages.free(), 0
    for number in pages.numbers():
        if number in free:
            continue
        for kind, values in rows_of_page(pages, number):
            shape = shape_of(shapes, kind, values)
            if shape is not None:
                database.run(shape.insert(len(values)), values)
                found += 1
    return found


def _save_photos(source: Path, new: Path) -> int:
    """Copy the photos that are whole; return how many are not."""
    broken, keys = 0, case_keys_of(new)
    for photo in photos_in(source):
        if is_whole(photo, keys):
            copy = new / PHOTOS / photo.relative_to(source)
            make_folder(copy.parent)
            copy_file(photo, copy)
        else:
            broken += 1
    return broken


def _sentences(mended: list[Mended]) -> list[str]:
    """Return what was saved, and what is lost, in sentences."""
    whole = sum(each.is_whole for each in mended)
    if len(mended) == 1:
        said = ["1 home was saved, whole." if whole else "1 home was saved, but not whole."]
    else:
        share = "all" if whole == len(mended) else whole
        said = [f"{len(mended)} homes were saved, {share} of them whole."]
    for each in mended:
        name = f"“{each.name}”" if each.name else "a home without a name"
        if not each.is_readable:
            said.append(f"Nothing that makes sense is left of {name}.")
        elif not each.is_whole:
            said.append(
                f"In {name} something is lost or was changed: {each.answers} answers were saved. "
                "Look through them once."
            )
    return said


def _photo_sentences(lost: int) -> list[str]:
    if not lost:
        return []
    return [f"{lost} photos are damaged and were left out." if lost > 1 else _ONE_PHOTO]


_LIST = (
    "In the list of who did what, lines are lost or were changed. The list itself says so at its "
    "end."
)
_ONE_PHOTO = "1 photo is damaged and was left out."
