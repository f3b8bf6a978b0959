"""Damage in the side file that holds the newest answers after a kill.

SQLite reads it up to the first broken place and takes the rest for a change that was not
finished. The program tells that from a broken place in the middle, which it refuses. Only what
looks like a power cut may open as it was earlier; nothing ever as it never was.
"""

import random
from collections import Counter
from functools import cache

from falls_app.errors import UserError
from falls_app.storage.layout import DATABASE
from tests.battery import locked
from tests.battery.diary import STORE, Entry, digest, opened
from tests.battery.harm import KINDS
from tests.battery.place import quick_folder
from tests.battery.walker import Walker
from tests.storage.side import written


@cache
def killed(changes: int = 40) -> tuple[bytes, bytes, list[str]]:
    """Return the two files of a store whose program was killed, and all that its home ever said."""
    with quick_folder() as folder:
        if locked.is_on():
            locked.lock(folder / STORE)
        store = opened(folder)
        lines: list[str] = []
        walker = Walker.begin(store, random.Random(7), lines.append)
        for _change in range(changes):
            walker.answer()
        file = folder / STORE / DATABASE
        log = written(file.with_name(f"{DATABASE}-wal").read_bytes())
        both = file.read_bytes(), log
        store.close()
    return (*both, [entry.says for entry in Entry.read(lines) if entry.kind == "ACK"])


def outcome(number: int) -> str:
    """Damage a side file; return what became of the home in it: whole, refused, older, another."""
    choices, (file, side, said) = random.Random(number), killed()
    data = bytearray(side)
    KINDS[_kind(number)](data, choices)
    with quick_folder() as folder:
        place = folder / STORE
        place.mkdir(parents=True)
        (place / DATABASE).write_bytes(file)
        (place / f"{DATABASE}-wal").write_bytes(data)
        locked.give_keys(place)
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
    """Print what became of so many; return whether most was told and nothing made up."""
    found = Counter((_kind(number) == "cut", outcome(number)) for number in range(count))
    inside = {words: found[False, words] for words in ("refused", "whole", "older", "another")}
    print(
        f"damage: {sum(inside.values())} side files of killed programs, changed inside: "
        f"{inside['refused']} refused, {inside['whole']} whole, {inside['older']} opened as they "
        f"were earlier (in the last change it looks like a power cut), {inside['another']} opened "
        f"as they never were"
    )
    print(
        f"damage: {count - sum(inside.values())} with the end cut off, which looks like a kill: "
        f"{found[True, 'older']} opened as they were earlier, {found[True, 'another']} as they "
        f"never were"
    )
    most = 0.1 * sum(inside.values())
    return inside["older"] <= most and not inside["another"] and not found[True, "another"]


def _kind(number: int) -> str:
    return list(KINDS)[number % len(KINDS)]
