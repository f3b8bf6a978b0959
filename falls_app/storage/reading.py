"""Reads a store without writing to it, whether it is open elsewhere or not.

While a program has the store open, its newest answers are in the side file, and SQLite reads
both. When nobody has it open, a side file that is left holds the answers of a program that was
killed: then a copy elsewhere is read, so that nothing changes beside the store.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from falls_app.storage.cipher import connect
from falls_app.storage.database import refuse_others
from falls_app.storage.database_errors import database_errors
from falls_app.storage.durable import copy_file
from falls_app.storage.inspection import inspect
from falls_app.storage.layout import DATABASE, LOCK, NEXT
from falls_app.storage.lock import is_taken
from falls_app.storage.peeking import is_newer
from falls_app.storage.reader import Reader
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.side_file import refuse_lost_answers
from falls_app.storage.snapshot import Breathe, copy_database, no_breath, open_still
from falls_app.storage.trouble import EMPTY, NO_STORE, NOT_OURS, READING, StoreError, told
from falls_app.storage.unlocked import carry_keys, key_of
from falls_app.storage.waiting import is_any

Found = TypeVar("Found")
State = tuple[bool, tuple[tuple[int, int], ...]]
"""Whether a store is open elsewhere, and what tells that its files were written."""

_TRIES = 3


def read_store(place: Path, work: Callable[[Reader], Found], *, as_it_is: bool = False) -> Found:
    """Return what ``work`` finds in a store: its folder, or its file. Nothing is written there.

    A store that is older, or in which answers wait, is looked at brought up to date, or
    ``as_it_is``. Of a newer one is seen what this version knows; as it is it is refused. Raises
    StoreError if there is no store, or it cannot be read.
    """
    with told(READING):
        file = file_of(place)
        for _try in range(_TRIES - 1):
            before = state_of(file)
            try:
                found = _read(file, work, before, as_it_is=as_it_is)
            except Exception as error:
                is_trouble = isinstance(error, (StoreError, OSError, *database_errors()))
                if not is_trouble or before == state_of(file):
                    raise
            else:
                if before[0] or before == state_of(file):
                    return found
            # Somebody opened, closed or wrote it meanwhile: look again.
            file = file_of(place)
        return _read(file, work, state_of(file), as_it_is=as_it_is)


def inspect_store(place: Path, breathe: Breathe = no_breath) -> None:
    """Raise StoreError if the store in this folder or file is none, or is damaged.

    ``breathe`` is called between small steps.
    """
    read_store(place, partial(inspect, breathe=breathe), as_it_is=True)


def copy_still(file: Path, target: Path, breathe: Breathe = no_breath) -> None:
    """Copy a store's file, with what is in its side file, to one that needs no side files."""
    if is_taken(file.parent / LOCK):
        copy_database(file, target, breathe)
        return
    key = key_of(file)
    refuse_lost_answers(file)
    carry_keys(file, target)
    copy_file(file, target)
    side = _side_file(file)
    if side.is_file():
        copy_file(side, _side_file(target))
    merged = connect(target, key)
    try:
        merged.execute("PRAGMA journal_mode = DELETE")
    finally:
        merged.close()


def _read(file: Path, work: Callable[[Reader], Found], state: State, *, as_it_is: bool) -> Found:
    # One that is open is not asked: see ``_IN_USE`` in the module unlocked.
    if not as_it_is and not state[0] and is_newer(file):
        from falls_app.storage.newer import read_newer

        with closing(read_newer(file)) as held:
            return work(held)
    with _opened(file, is_open_elsewhere=state[0]) as reader:
        refuse_others(reader)
        version = reader.version
        if version == 0:
            raise StoreError(*EMPTY)
        if as_it_is or (version == len(MIGRATIONS) and not is_any(reader)):
            return work(reader)
    with _in_a_copy(file) as reader:
        return work(reader)


def file_of(place: Path) -> Path:
    """Return the file of the store in this folder, or the file itself. StoreError if it is none."""
    if place.is_dir():
        folder, place = place, place / DATABASE
        if (folder / NEXT).is_file():
            place = folder / NEXT
    if not place.exists():
        raise StoreError(*NO_STORE)
    if not place.is_file():
        raise StoreError(*NOT_OURS)
    if not place.stat().st_size:
        raise StoreError(*EMPTY)
    return place


@contextmanager
def _opened(file: Path, *, is_open_elsewhere: bool) -> Iterator[Reader]:
    if is_open_elsewhere:
        uri = f"{file.resolve().as_uri()}?mode=ro"
        reader = Reader(connect(uri, key_of(file)))
        reader.run("PRAGMA busy_timeout = 5000")
        # All that is read belongs to one moment, whatever is written meanwhile.
        reader.run("BEGIN")
    elif _side_file(file).is_file() and _side_file(file).stat().st_size:
        with _in_a_copy(file, migrating=False) as reader:
            yield reader
        return
    else:
        reader = open_still(file)
    try:
        yield reader
    finally:
        reader.close()


@contextmanager
def _in_a_copy(file: Path, *, migrating: bool = True) -> Iterator[Reader]:
    """Open a copy elsewhere: with its side file, and brought to this version if asked."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / DATABASE
        copy_still(file, copy)
        if migrating:
            from falls_app.storage.migration import migrate_file

            migrate_file(copy)
        reader = open_still(copy)
        try:
            yield reader
        finally:
            reader.close()


def _side_file(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def state_of(file: Path) -> State:
    """Return whether the store is open elsewhere, and what tells that its files were written."""
    looks = []
    for each in (file, _side_file(file)):
        try:
            stat = each.stat()
            looks.append((stat.st_mtime_ns, stat.st_size))
        except OSError:
            looks.append((0, 0))
    return is_taken(file.parent / LOCK), tuple(looks)
