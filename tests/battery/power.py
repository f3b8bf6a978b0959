"""Power cuts: what a disk may hold when the power goes in the middle of a journey.

The real program is recorded once, change by change. Then the state after a cut is made up. The
real store opens that state, and must hold every acknowledged change.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from falls_app.storage import database
from tests.battery.diary import complaints
from tests.battery.disk import Disk
from tests.battery.journeys import JOURNEYS, Journey
from tests.battery.place import quick_folder
from tests.battery.recorder import Operation, diary, record


@dataclass
class Figures:
    """How many cuts were made, and what was wrong after which."""

    cuts: int = 0
    wrong: list[str] = field(default_factory=list)


def losses(journey: Journey, cuts: int, seed: int, rounds: int = 10) -> Figures:
    """Record a journey a few times, and look at so many cuts of it."""
    figures = Figures()
    choices = random.Random(seed)
    for number in range(rounds):
        with quick_folder() as folder:
            recorded = record(journey, folder, random.Random(f"{seed}.{number}"))
        operations = recorded.operations
        here = cuts // rounds + (number < cuts % rounds)
        for _cut in range(here):
            moment = choices.randint(recorded.prepared, len(operations))
            figures.cuts += 1
            figures.wrong += after_cut(operations[:moment], choices)
    return figures


def after_cut(operations: list[Operation], choices: random.Random) -> list[str]:
    """Return what is wrong with one made-up state after these operations."""
    disk = Disk(choices)
    for operation in operations:
        disk.play(operation)
    with quick_folder() as folder:
        disk.cut(folder)
        found = complaints(folder, diary(operations))
    return [f"after {len(operations)} operations: {each}" for each in found[:1]]


@contextmanager
def synchronous(mode: str) -> Iterator[None]:
    """Open stores with a setting of SQLite that waits less for the disk."""
    plain = database._PRAGMAS
    database._PRAGMAS = tuple(
        f"synchronous = {mode}" if each.startswith("synchronous") else each for each in plain
    )
    try:
        yield
    finally:
        database._PRAGMAS = plain


def run(share: float) -> bool:
    """Print the figures; return whether nothing was lost."""
    cuts, is_fine = max(20, round(1000 * share)), True
    for name, journey in JOURNEYS.items():
        if not journey.is_possible:
            continue
        figures = losses(journey, cuts, seed=7)
        is_fine = is_fine and not figures.wrong
        print(f"power: {name}: {figures.cuts} cuts, {len(figures.wrong)} with something lost")
        for words in figures.wrong[:3]:
            print(f"    {words}")
    for mode in ("NORMAL", "OFF"):
        with synchronous(mode):
            figures = losses(JOURNEYS["answering"], cuts, seed=7)
        is_fine = is_fine and bool(figures.wrong)
        print(
            f"power: the same cuts with synchronous={mode}: {len(figures.wrong)} of "
            f"{figures.cuts} with something lost (none would mean that the cuts prove nothing)"
        )
    return is_fine
