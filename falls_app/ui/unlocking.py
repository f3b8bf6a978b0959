"""Opens a locked store at the start: by itself if the user wants that, else with the passphrase."""

from functools import partial
from pathlib import Path

from falls_app import paths
from falls_app.storage.by_itself import asks_next_time, id_on_ring, key_by_itself
from falls_app.storage.keys import StoreKey
from falls_app.storage.unlocked import keep
from falls_app.ui.aside import Aside
from falls_app.ui.unlock import Unlock

RING_MS = 2_500
"""How long the key ring may take until the passphrase can be typed beside it."""


def is_unlocked(file: Path, folder: Path, *, by_itself: bool) -> bool:
    """Open the key file of the store in a folder; return whether that came about."""
    may = by_itself and bool(id_on_ring(file))
    was_locked = may and (asks_next_time(folder) or asks_next_time(paths.reading(folder)))
    ring = _asked(file) if may and not was_locked else None
    if ring is not None and isinstance(ring.answer, StoreKey):
        keep(ring.answer)
        return True
    return bool(Unlock(file, paths.tries(), ring=ring, was_locked=was_locked).exec())


def _asked(file: Path) -> Aside:
    """Ask the key ring, and wait for it a moment."""
    ring = Aside(partial(key_by_itself, file))
    ring.begin()
    ring.wait(RING_MS)
    return ring
