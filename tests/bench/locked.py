"""Stores that are locked, at the cost that a real one has."""

from datetime import UTC, datetime
from pathlib import Path


def lock(store: Path, passphrase: str = "a lilac tree by the gate") -> None:
    """Lock the store in a folder, at the cost that a real one has."""
    from falls_app.storage.keys import new_keys
    from falls_app.storage.locking import lock_store
    from falls_app.storage.store import Store

    Store.open(store, lambda: datetime.now(UTC)).close()
    lock_store(store, *new_keys(passphrase, "-"))


def unlocked(store: Path, passphrase: str = "a lilac tree by the gate") -> None:
    """Unlock a store for this process."""
    from falls_app.storage.layout import DATABASE, keys_beside
    from falls_app.storage.tries import Tries
    from falls_app.storage.unlocked import unlock as opened_by

    tries = Tries(store.parent / "tries", lambda: datetime.now(UTC))
    opened_by(keys_beside(store / DATABASE), passphrase, tries)
