"""A locked store that opens by itself, with a key on the key ring of this computer.

After it was locked while the program ran, the next start asks for the passphrase all the same:
whoever sits there then could otherwise close the program and start it again.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from falls_app.errors import UserError
from falls_app.storage.durable import write_file
from falls_app.storage.key_ring import NOT_ON_RING, key_on_ring, take_off_ring
from falls_app.storage.keys import KeyFile, StoreKey, read_keys
from falls_app.storage.layout import ASK
from falls_app.storage.trouble import StoreError, told
from falls_app.storage.unlocked import rewrite_keys


def id_on_ring(file: Path) -> str:
    """Return the id of the key that opens a key file by itself; "" if none does."""
    try:
        with told():
            keys = read_keys(file)
    except StoreError:
        return ""
    return keys.id if keys.on_ring is not None else ""


def key_by_itself(file: Path) -> StoreKey:
    """Return the key in a key file, opened with the one on the ring.

    May wait until somebody has opened the ring. Raises UserError if that does not open it.
    """
    with told():
        keys = read_keys(file)
    key = keys.opened_by_ring(key_on_ring(keys.id))
    if key is None:
        raise StoreError(*NOT_ON_RING)
    return key


def let_open_by_itself(folder: Path, key: StoreKey, wrapping: bytes) -> None:
    """Have the store in this folder, and its backups, open with a key that is on the ring."""
    rewrite_keys(folder, key.id, lambda keys: keys.with_ring(key, wrapping))


def ask_from_now_on(folder: Path, key_id: str) -> None:
    """Have the store with this key, and its backups, open by themselves no more.

    What is left on the ring opens nothing then.
    """
    rewrite_keys(folder, key_id, _without_ring)
    ask_no_more(folder)


def leave_ring(key_id: str) -> None:
    """Take what opens nothing any more off the ring, if that can be. May wait, as above."""
    with suppress(UserError):
        take_off_ring(key_id)


def ask_next_time(folder: Path) -> None:
    """Have the next start ask for the passphrase. Trouble with the disk is passed over."""
    with suppress(OSError):
        write_file(folder / ASK, b"")


def asks_next_time(folder: Path) -> bool:
    """Return whether the store was locked when the last program ended."""
    return (folder / ASK).exists()


def ask_no_more(folder: Path) -> None:
    """Somebody knew the passphrase. Trouble with the disk is passed over."""
    with suppress(OSError):
        (folder / ASK).unlink(missing_ok=True)


def _without_ring(keys: KeyFile) -> KeyFile:
    return replace(keys, on_ring=None)
