"""Looks at which version has written a store, before anything is opened, moved or removed.

To open a database is to write: SQLite brings in what is left in its side file, and a start
finishes what a stopped one had begun. All that is for our own stores.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from falls_app.storage.layout import DATABASE, LOCK, NEXT
from falls_app.storage.lock import is_taken
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.trouble import NEWER_STORE, StoreError
from falls_app.storage.unlocked import PassphraseNeeded, key_of

_HEAD = b"SQLite format 3\0"
_PAGE = 4096
_SIDE_HEAD, _FRAME_HEAD = 32, 24


class NewerStore(StoreError):  # noqa: N818  # it says what it is, and is nobody's error
    """A store was written by a newer program. It can be read: see ``newer``."""

    def __init__(self) -> None:
        super().__init__(*NEWER_STORE)


def refuse_newer(folder: Path) -> None:
    """Raise NewerStore if a newer program has written the store in this folder.

    Nothing is written, not even beside it. One that is open is not asked: see ``_IN_USE`` in the
    module unlocked. Raises PassphraseNeeded if it is locked and was not unlocked.
    """
    if is_taken(folder / LOCK):
        return
    file = folder / NEXT if (folder / NEXT).is_file() else folder / DATABASE
    if file.is_file() and is_newer(file):
        raise NewerStore


def is_newer(file: Path) -> bool:
    """Return whether a newer program has written this database. PassphraseNeeded as above."""
    ours = len(MIGRATIONS)
    try:
        if not any(version > ours for version in _versions(file)):
            return False
    except PassphraseNeeded:
        raise
    except StoreError:  # its key file is damaged: that is told when it is opened
        return False
    # The side file may have pages that count no more.
    from falls_app.storage.pages import Pages

    with Pages(file, as_sqlite_reads=True) as pages:
        return version_in(pages.page(1)) > ours


def version_in(page: bytes) -> int:
    """Return how many migrations a database has seen, by its first page; 0 if it is none."""
    return int.from_bytes(page[60:64], "big", signed=True) if page.startswith(_HEAD) else 0


def _versions(file: Path) -> Iterator[int]:
    """Yield what each first page says: that of the file, and those in its side file."""
    key = key_of(file)
    pages = _first_pages(file)
    if key is None:
        yield from map(version_in, pages)
        return
    from falls_app.storage.locked_pages import reading_with

    readable = reading_with(key.secret)
    yield from (version_in(readable(1, page)) for page in pages)


def _first_pages(file: Path) -> Iterator[bytes]:
    with file.open("rb") as content:
        yield content.read(_PAGE)
    side = file.with_name(f"{file.name}-wal")
    with suppress(FileNotFoundError), side.open("rb") as content:
        size = int.from_bytes(content.read(_SIDE_HEAD)[8:12], "big")
        place = _SIDE_HEAD
        # Zeros keep room for more: no frame has the number 0.
        while size and (number := int.from_bytes(content.read(_FRAME_HEAD)[:4], "big")):
            if number == 1:
                yield content.read(size)
            place += _FRAME_HEAD + size
            content.seek(place)
