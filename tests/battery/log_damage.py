"""Damage in the side file that holds the newest answers after a kill.

SQLite reads it up to the first broken place and takes the rest for a change that was not
finished. So a home may open as it was earlier; never as it never was.
"""

import random
from collections import Counter
from functools import cache

from falls_app.errors import UserError
from falls_app.storage.layout import DATABASE
from tests.battery.diary import STORE, Entry, digest, opened
from tests.battery.harm import KINDS
from tests.battery.place import quick_folder
from tests.battery.walker import Walker


@cache
def killed(changes: int = 40) -> tuple[bytes, bytes, list[str]]:
    """Return the two files of a store whose program was killed, and all that its home ever said."""
    with quick_folder() as folder:
        store = opened(folder)
        lines: list[str] = []
        walker = Walker.begin(store, random.Random(7), lines.append)
        for _change in range(changes):
            walker.answer()
        file = folder / STORE / DATABASE
        both = file.read_bytes(), file.with_name(f"{DATABASE}-wal").read_bytes()
        store.close()
    return (*both, [entry.says for entry in Entry.read(lines) if entry.kind == "ACK"])


def outcome(number: int) -> str:
    """Damage a side file; return what became of the home in it: whole, refused, older, another."""
    choices, (file, side, said) = random.Random(number), killed()
    data = bytearray(side)
    KINDS[list(KINDS)[number % len(KINDS)]](data, choices)
    with quick_folder() as folder:
        place = folder / STORE
        place.mkdir(parents=True)
        (place / DATABASE).write_bytes(file)
        (place / f"{DATABASE}-wal").write_bytes(data)
        try:
            store = opened(folder)
        except UserError:
            return "refused"
        try:
            homes = store.cases()
            says = digest(store.load(homes[0].id)) if homes else "-"
        except UserError:
            return "refused"
        finally:
            store.close()
    if says == said[-1]:
        return "whole"
    return "older" if says in {"-", *said} else "another"


def said(count: int) -> bool:
    """Print what became of so many; return whether none opened as it never was."""
    found = Counter(outcome(number) for number in range(count))
    print(
        f"damage: {count} damaged side files after a kill: {found['refused']} refused, "
        f"{found['whole']} whole, {found['older']} opened as they were earlier (a cut end and "
        f"damage in the last change cannot be told from a power cut), "
        f"{found['another']} opened as they never were"
    )
    return not found["another"]
