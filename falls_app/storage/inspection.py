"""A close look at a store's file: is it ours, is it whole, are its rows the ones written?"""

from collections.abc import Sequence

from falls_app.storage.database import refuse_others
from falls_app.storage.reader import Reader
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.snapshot import Breathe, no_breath
from falls_app.storage.trouble import DAMAGED_CASE, EMPTY, UNREADABLE, StoreError

SEALED = 4
"""The version from which on cases have a digest."""

WAITING = 6
"""The version from which on answers may wait to be brought into their homes."""


def inspect(
    reader: Reader, migrations: Sequence[str] = MIGRATIONS, breathe: Breathe = no_breath
) -> None:
    """Raise StoreError if a store's file is not one, is empty, of a newer program, or damaged."""
    refuse_others(reader, migrations)
    if reader.version == 0:
        raise StoreError(*EMPTY)
    if reader.problems():
        raise StoreError(*UNREADABLE)
    if reader.version >= SEALED:
        from falls_app.storage.digest import damaged_cases

        if damaged_cases(reader, breathe):
            raise StoreError(*DAMAGED_CASE)
    if reader.version >= WAITING:
        from falls_app.storage.waiting import broken_homes

        if broken_homes(reader):
            raise StoreError(*DAMAGED_CASE)
