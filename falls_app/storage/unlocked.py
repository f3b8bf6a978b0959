"""The keys of the locked stores that were opened, for as long as this program runs.

They are kept apart from the open store: a backup, or a store that was moved aside, has the same
key and is opened with it too.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import falls_app.storage
from falls_app.storage.durable import move, write_file
from falls_app.storage.layout import BACKUPS, DATABASE, ENDING, keys_beside
from falls_app.storage.tries import Tries
from falls_app.storage.trouble import (
    MISSING_KEYS,
    NEWER_UNREAD,
    PASSPHRASE_NEEDED,
    WRONG_PASSPHRASE,
    WRONG_RECOVERY_KEY,
    StoreError,
    told,
)

Cost: TypeAlias = "falls_app.storage.keys.Cost"
KeyFile: TypeAlias = "falls_app.storage.keys.KeyFile"
StoreKey: TypeAlias = "falls_app.storage.keys.StoreKey"
"""Types from modules that come with a locked store: the window opens without them."""

_PAGE, _LOOKED_AT, _NOISE = 4096, 3, 200
"""Bytes of a page, how many pages are looked at, and how many different bytes noise has at least.

Of 4,096 bytes by chance all 256 are there; a page of words and numbers has half as many.
"""

_KEYS: dict[str, StoreKey] = {}

_IN_USE: dict[tuple[int, int], bool] = {}
"""The databases of the stores that this program has open, and whether they are locked.

These are never opened here: on POSIX a file that is closed takes with it all the locks that the
program has on it, those of SQLite too, and another program would take the store for its own.
"""


class PassphraseNeeded(StoreError):  # noqa: N818  # it is what is needed, and nobody's error
    """A store, or a backup, is locked. ``file`` is its key file."""

    def __init__(self, file: Path) -> None:
        super().__init__(*PASSPHRASE_NEEDED)
        self.file = file


def key_of(database: Path) -> "falls_app.storage.keys.StoreKey | None":
    """Return the key of a database, None if it is not locked.

    Raises PassphraseNeeded if it was not unlocked, StoreError if its key file is damaged or gone.
    """
    file = keys_beside(database)
    if not file.exists() and not looks_locked(database):
        return None
    whole, keys = _whole(file)
    key = _KEYS.get(keys.id)
    if key is None:
        raise PassphraseNeeded(whole)
    return key


def mend_keys(database: Path) -> None:
    """Write the key file of a database that was opened anew, if it is damaged or gone."""
    file = keys_beside(database)
    is_locked = file.exists() or looks_locked(database)
    if is_locked and (whole := _whole(file)[0]) != file:
        write_file(file, whole.read_bytes())


def looks_locked(database: Path) -> bool:
    """Return whether the database of a store looks locked: noise from its first page on.

    A page that only the disk has changed stands alone: those behind it look as they did. A file of
    another name may be anything.
    """
    if database.name != DATABASE:
        return False
    try:
        is_locked = _IN_USE.get(_identity(database))
        if is_locked is not None:
            return is_locked
        with database.open("rb") as content:
            pages = [content.read(_PAGE) for _page in range(_LOOKED_AT)]
    except OSError:
        return False
    return all(len(set(page)) > _NOISE for page in pages)


def use(database: Path, *, is_locked: bool) -> None:
    """Know that this program has a database open. OSError if it is not there."""
    _IN_USE[_identity(database)] = is_locked


def leave(database: Path) -> None:
    """Know that this program has a database open no more."""
    with suppress(OSError):
        _IN_USE.pop(_identity(database), None)


def _identity(file: Path) -> tuple[int, int]:
    stat = file.stat()
    return stat.st_dev, stat.st_ino


def _whole(file: Path) -> tuple[Path, KeyFile]:
    """Return a key file and what it says; if it is damaged or gone, the newest of the backups.

    Another key would open nothing: the pages of the database tell. StoreError if none is whole.
    """
    from falls_app.storage.keys import read_keys

    try:
        if not file.exists():
            raise StoreError(*MISSING_KEYS)
        return file, read_keys(file)
    except StoreError as error:
        if error.said == NEWER_UNREAD:
            raise  # an older copy opens what it opened then, and would take its place
        for copy in sorted((file.parent / BACKUPS).glob(f"*{ENDING}"), reverse=True):
            if keys := _read_if_whole(copy):
                return copy, keys
        raise


def unlock(file: Path, secret: str, tries: Tries, kind: str = "passphrase") -> StoreKey:
    """Open a key file with a passphrase, or with the "recovery" key; its stores open from now on.

    Raises TryLater before it has tried if there is a pause, StoreError if this is the wrong one.
    """
    from falls_app.storage.keys import read_keys

    with told():
        keys = read_keys(file)
    tries.refuse_early(keys.id)
    tries.count(keys.id)
    key = keys.opened_by(secret, kind)
    if key is None:
        raise StoreError(*(WRONG_PASSPHRASE if kind == "passphrase" else WRONG_RECOVERY_KEY))
    tries.clear(keys.id)
    keep(key)
    return key


def seconds_left(file: Path, tries: Tries) -> int:
    """Return how many seconds it is until the next try at this key file is taken."""
    from falls_app.storage.keys import read_keys

    with told():
        return tries.seconds_left(read_keys(file).id)


def keep(key: StoreKey) -> None:
    """Open the stores of this key from now on."""
    _leave_no_memory_behind()
    _KEYS[key.id] = key


def _leave_no_memory_behind() -> None:
    """Have the system write no picture of our memory to the disk if the program crashes."""
    if sys.platform == "win32":  # pragma: no cover
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def forget_keys() -> None:
    """Have every passphrase asked for again."""
    _KEYS.clear()


def carry_keys(source: Path, target: Path) -> None:
    """Give a copy of a database the key file of the one it is made from, if that is locked."""
    keys, copy = keys_beside(source), keys_beside(target)
    if keys.exists():
        write_file(copy, keys.read_bytes())
    elif copy.exists():
        copy.unlink()


def move_database(source: Path, target: Path) -> None:
    """Give a whole database another name, and its key file with it if it is locked."""
    carry_keys(source, target)
    move(source, target)
    keys_beside(source).unlink(missing_ok=True)


def change_secret(
    folder: Path,
    key: StoreKey,
    secret: str,
    kind: str = "passphrase",
    cost: "falls_app.storage.keys.Cost | None" = None,
) -> None:
    """Put another passphrase, or recovery key, in place of the old one.

    The backups here, and what was kept aside, are opened by it too from now on; the old one opens
    nothing any more. Raises StoreError if the key file cannot be written: it is as it was then.
    """
    from falls_app.storage.keys import USUAL_COST

    rewrite_keys(
        folder, key.id, lambda keys: keys.with_secret(key, secret, kind, cost or USUAL_COST)
    )


def rewrite_keys(folder: Path, key_id: str, change: Callable[[KeyFile], KeyFile]) -> None:
    """Change every key file below a folder that holds this key: backups have one too.

    Raises StoreError if one cannot be written: that one is as it was then.
    """
    from falls_app.storage.keys import write_keys

    with told():
        for file in sorted(folder.rglob(f"*{ENDING}")):
            keys = _read_if_whole(file)
            if keys is not None and keys.id == key_id and (changed := change(keys)) != keys:
                write_keys(file, changed)


def _read_if_whole(file: Path) -> "falls_app.storage.keys.KeyFile | None":
    from falls_app.storage.keys import read_keys

    try:
        return read_keys(file)
    except StoreError:
        return None
