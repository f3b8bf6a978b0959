"""The same journeys on a locked store: kills, power cuts, a failing disk, damage.

All of it runs with a key that is known, so no passphrase is worked out for each store; that a
passphrase opens it, and that nothing else does, is looked at in ``secrets``.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from falls_app.storage.cipher import export
from falls_app.storage.keys import Cost, KeyFile, StoreKey, write_keys
from falls_app.storage.layout import DATABASE, keys_beside
from falls_app.storage.store import Store
from falls_app.storage.swap import put_in_place
from falls_app.storage.unlocked import keep

VARIABLE = "STEADY_BATTERY_LOCKED"
PASSPHRASE = "a lilac tree by the gate"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
KEY = StoreKey("battery", bytes(range(32)))


def is_on() -> bool:
    """Return whether stores are locked in this program, and in those that it starts."""
    return bool(os.environ.get(VARIABLE))


@contextmanager
def turned_on() -> Iterator[None]:
    """Lock the stores of everything inside."""
    os.environ[VARIABLE] = "1"
    try:
        yield
    finally:
        del os.environ[VARIABLE]


def modules() -> list[Any]:
    """Return the modules that open databases: for plain ones, and for locked ones."""
    from sqlcipher3 import dbapi2

    return [sqlite3, dbapi2]


@cache
def key_file() -> KeyFile:
    """Return the key file of all stores here."""
    made = KeyFile(KEY.id, {}).with_secret(KEY, PASSPHRASE, cost=CHEAP)
    return made.with_secret(KEY, PASSPHRASE, "recovery", CHEAP)


def unlock() -> None:
    """Open locked stores in this program."""
    keep(KEY)


def lock(store: Path) -> None:
    """Lock the store in a folder; an empty one is made if there is none."""
    keep(KEY)
    if not (store / DATABASE).exists():
        Store.open(store, lambda: datetime.now(UTC)).close()
    ready = store / "relocked.part"
    write_keys(keys_beside(ready), key_file())
    export(store / DATABASE, None, ready, KEY)
    put_in_place(store, ready)


def give_keys(store: Path) -> None:
    """Put the key file beside a database that was made elsewhere, if it is locked."""
    if is_on():
        write_keys(keys_beside(store / DATABASE), key_file())


def run(parts: dict[str, Callable[[float], bool]], share: float) -> bool:
    """Run these parts on locked stores; return whether nothing was lost."""
    is_fine = True
    with turned_on():
        for name, part in parts.items():
            print(f"locked: {name}", flush=True)
            is_fine &= part(share)
    return is_fine
