"""Damage: what a store does whose file the disk has changed by itself.

Bits are flipped, blocks zeroed, filled with noise or exchanged, the end is cut off. The damaged
store may be refused, with a sentence; a home that opens must be what was written, down to the
last letter; and repair must save the rows that no damage touched.
"""

import multiprocessing
import random
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from falls_app.errors import UserError
from falls_app.storage.cells import rows_of_page
from falls_app.storage.digest import ROWS
from falls_app.storage.layout import DATABASE
from falls_app.storage.looking import check_store
from falls_app.storage.pages import Pages
from falls_app.storage.reading import read_store
from falls_app.storage.repair import repair
from tests.battery import locked, log_damage
from tests.battery.diary import STORE, digest, opened
from tests.battery.harm import BLOCK, KINDS
from tests.battery.place import quick_folder
from tests.battery.walker import Walker

COUNT = 1800
PATIENCE_S = 20
"""Opening, checking or repairing that takes longer counts as hanging."""

Row = tuple[object, ...]


@dataclass(frozen=True)
class Truth:
    """An undamaged store: its file, what its homes say now and after undo, where its rows lie."""

    file: bytes
    says: dict[str, str]
    undone: dict[str, str]
    places: dict[Row, frozenset[int]]


class _Noting(Pages):
    """Pages that note which of them were read."""

    def __init__(self, file: Path) -> None:
        self.seen: set[int] = set()
        super().__init__(file)

    def page(self, number: int) -> bytes:
        self.seen.add(number)
        return super().page(number)


@cache
def truth(homes: int = 6, changes: int = 40) -> Truth:
    """Make a store with notes of all lengths, and look up all about it."""
    choices = random.Random(7)
    with quick_folder() as folder:
        if locked.is_on():
            locked.lock(folder / STORE)
        store = opened(folder)
        says, undone = {}, {}
        for _home in range(homes):
            walker = Walker.anew(store, choices, _quiet)
            for size in choices.choices((0, 0, 0, 40, 400, 2_500), k=changes):
                walker.note(size) if size else walker.answer()
            case = store.load(walker.case.id)
            says[case.id] = digest(case)
            undone[case.id] = digest(store.undo(case))
            store.redo(case)
        store.close()
        places = _places(folder / STORE)
        file = (folder / STORE / DATABASE).read_bytes()
    return Truth(file, says, undone, places)


def _quiet(_line: str) -> None:
    """Keep no diary."""


def _rows(place: Path) -> set[Row]:
    return read_store(
        place,
        lambda reader: {
            (table, *row) for table in ROWS for row in reader.run(f"SELECT * FROM {table}")
        },
    )


def _places(store: Path) -> dict[Row, frozenset[int]]:
    """Return on which pages each row lies. The rows are SQLite's, only the pages are read here."""
    by_values = {_as_one(row[1:]): row for row in _rows(store)}
    found: dict[Row, frozenset[int]] = {}
    with _Noting(store / DATABASE) as pages:
        free = pages.free()
        for number in pages.numbers():
            pages.seen.clear()
            rows = rows_of_page(pages, number) if number not in free else ()
            for _kind, values in rows:
                if row := by_values.get(_as_one(values)):
                    found[row] = frozenset({number, *pages.seen})
                pages.seen.clear()
    assert found.keys() == set(by_values.values()), "some rows were not found on any page"
    return found


def _as_one(values: Iterable[object]) -> tuple[str, ...]:
    """Return values in an order of their own: a table without rowid has its key first."""
    return tuple(sorted(map(repr, values)))


@dataclass
class Figures:
    """What became of damaged stores."""

    stores: int = 0
    refused: int = 0
    noticed: int = 0
    untouched: int = 0
    saved: int = 0
    wrong: list[str] = field(default_factory=list)


def damaged(number: int) -> Figures:
    """Damage a store in a way that this number stands for, and look what becomes of it."""
    locked.unlock()
    choices, known = random.Random(number), truth()
    kind = list(KINDS)[number % len(KINDS)]
    data = bytearray(known.file)
    KINDS[kind](data, choices)
    figures = Figures(1)
    with quick_folder() as folder:
        store = folder / STORE
        store.mkdir(parents=True)
        (store / DATABASE).write_bytes(data)
        locked.give_keys(store)
        try:
            is_noticed = _is_noticed(store)
            figures.noticed = is_noticed
            _repaired(store, folder / "new", known, bytes(data), figures)
            _opened(folder, known, figures, is_noticed=is_noticed)
        except Exception as error:
            figures.wrong.append(f"crash: {error!r}")
        if (
            (store / DATABASE).exists()
            and figures.refused
            and (store / DATABASE).read_bytes() != data
        ):
            figures.wrong.append("a store that was refused was written to")
    figures.wrong = [f"{kind} {number}: {each}" for each in figures.wrong]
    return figures


def _is_noticed(store: Path) -> bool:
    try:
        check_store(store)
    except UserError:
        return True
    return False


def _repaired(store: Path, new: Path, known: Truth, data: bytes, figures: Figures) -> None:
    """Count the rows that no damage touched, and those of them that repair saves."""
    size = BLOCK
    changed = {
        place // size + 1
        for place in range(0, max(len(data), len(known.file)), size)
        if data[place : place + size] != known.file[place : place + size]
    }
    untouched = {row for row, pages in known.places.items() if not pages & changed}
    figures.untouched = len(untouched)
    try:
        repair(store, new)
    except UserError:
        return
    figures.saved = len(untouched & _rows(new))
    if _is_noticed(new):
        figures.wrong.append("what was repaired is damaged")


def _opened(folder: Path, known: Truth, figures: Figures, *, is_noticed: bool) -> None:
    try:
        store = opened(folder)
    except UserError:
        figures.refused = 1
        return
    try:
        there = {each.id for each in store.cases()}
        for case_id in there:
            _compare(store, case_id, known, figures)
    except UserError:
        figures.refused = 1
    else:
        if not is_noticed and there != known.says.keys():
            figures.wrong.append("a home is gone and nothing is said")
    finally:
        store.close()


def _compare(store, case_id: str, known: Truth, figures: Figures) -> None:
    try:
        case = store.load(case_id)
    except UserError:
        return
    if digest(case) != known.says.get(case_id):
        figures.wrong.append("a home was changed and opened all the same")
    try:
        before = store.undo(case)
    except UserError:
        return
    if before is None or digest(before) != known.undone.get(case_id):
        figures.wrong.append("undo brings back something else")


def all_damaged(numbers: range) -> Figures:
    """Damage so many stores, in programs of their own, so that one that dies is noticed."""
    total = Figures()
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        jobs = [pool.submit(damaged, number) for number in numbers]
        for number, job in zip(numbers, jobs, strict=True):
            try:
                figures = job.result(timeout=PATIENCE_S * 3)
            except TimeoutError:
                figures = Figures(1, wrong=[f"{number}: hangs"])
            except BrokenProcessPool:
                figures = Figures(1, wrong=[f"{number}: the program died"])
            for name in ("stores", "refused", "noticed", "untouched", "saved"):
                setattr(total, name, getattr(total, name) + getattr(figures, name))
            total.wrong += figures.wrong
    return total


def run(share: float) -> bool:
    """Print the figures; return whether nothing was changed in silence and enough was saved."""
    figures = all_damaged(range(max(12, round(COUNT * share))))
    saved = figures.saved / max(1, figures.untouched)
    print(
        f"damage: {figures.stores} damaged stores, {figures.noticed} noticed by self-check, "
        f"{figures.refused} refused as a whole, {len(figures.wrong)} wrong; "
        f"repair saved {saved:.2%} of {figures.untouched} untouched rows"
    )
    for words in figures.wrong[:10]:
        print(f"    {words}")
    from tests.battery import damage_measured

    is_measured = damage_measured.said(max(len(KINDS), round(damage_measured.COUNT * share)))
    are_logs_fine = log_damage.said(max(12, round(COUNT / 3 * share)))
    return is_measured and are_logs_fine and not figures.wrong and saved >= 0.99
