"""A practice with 10,000 homes: the list, the search, opening a home, and backups meanwhile."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.person import Person
from falls_app.storage.backups import make_backup
from falls_app.storage.caseload import Show
from falls_app.storage.rows import differences
from falls_app.storage.store import Store
from tests.battery.diary import STORE, now, opened
from tests.battery.place import quick_folder
from tests.battery.walker import CHECKS

MANY, FEW = 10_000, 100
FIRST = ("Rosa", "Zoë", "Ann", "José", "Mary", "Nell", "Tom", "Ada", "Bea", "Ivan")
LAST = ("Miller", "O'Neil", "Müller", "García", "Smith", "Novak", "Jones", "Brown")
MOST_MS = 1.0
MOST_AT_WORK_MS = 100.0
"""The lists of a caseload, and a search through names, addresses and all notes."""
FRAME_MS = 16.0


def fill(store: Store, count: int) -> list[str]:
    """Put so many homes into a store, and return their ids."""
    choices = random.Random(7)
    findings = {(check, None): Finding(check, Answer.SAFE) for check in CHECKS}
    walk = Assessment("w", "2026-11-20", findings=findings)
    home = Case(assessments=(walk,))
    ids = []
    with store._disk.writing():
        for number in range(count):
            name = f"{choices.choice(FIRST)} {choices.choice(LAST)} {number}"
            made = replace(home, id=f"{choices.getrandbits(128):032x}", person=Person(name))
            at = f"2026-{1 + number % 12:02}-{1 + number % 28:02}T10:00:00.{number % 1000:03}+00:00"
            store._database.run(
                "INSERT INTO case_ (id, name, updated) VALUES (?, ?, ?)", (made.id, name, at)
            )
            store._history.begin(made.id, differences(Case(), made), "a new home", at)
            ids.append(made.id)
    return ids


def milliseconds(work: Callable[[], object], times: int = 60) -> float:
    """Return how long this takes at best of so many times: other programs only add to it."""
    took = []
    for _time in range(times):
        begin = time.thread_time()
        work()
        took.append((time.thread_time() - begin) * 1e3)
    return min(took)


def waits(done: threading.Event) -> list[float]:
    """Return the times between two looks at the clock until it is done, in milliseconds.

    A window looks 60 times a second whether there is something to draw; here it is more often.
    """
    gaps, last = [], time.perf_counter()
    while not done.wait(0.001):
        here = time.perf_counter()
        gaps.append((here - last) * 1e3)
        last = here
    return gaps


def waits_while_backing_up(folder: Path) -> list[float]:
    """Return how long another thread has to wait for its turn while a backup is made."""
    done = threading.Event()

    def work() -> None:
        try:
            make_backup(folder / STORE, now(), breathe=lambda: time.sleep(0.0005))
        finally:
            done.set()

    thread = threading.Thread(target=work)
    thread.start()
    gaps = waits(done)
    thread.join()
    return gaps


def waits_alone(seconds: float) -> list[float]:
    """Return the same while nothing is done, for so long."""
    done = threading.Event()
    timer = threading.Timer(seconds, done.set)
    timer.start()
    return waits(done)


def run(share: float) -> bool:
    """Print the figures; return whether they are good enough."""
    many = max(FEW * 10, round(MANY * share)) if share < 0.05 else MANY
    figures = {}
    for count in (FEW, many):
        with quick_folder() as folder:
            store = opened(folder)
            ids = fill(store, count)
            figures[count] = milliseconds(
                lambda store=store, ids=ids: store.load(ids[len(ids) // 2])
            )
            if count == many:
                is_fine = _list_and_search(store, many)
                during = waits_while_backing_up(folder)
                alone = waits_alone(min(10.0, sum(during) / 1e3))
            store.close()
    ratio = figures[many] / figures[FEW]
    print(
        f"caseload: opening one of {many} homes takes {figures[many]:.2f} ms, "
        f"one of {FEW} {figures[FEW]:.2f} ms ({ratio:.2f} x)"
    )
    print(
        f"caseload: while {many} homes are backed up, another thread waits {max(during):.1f} ms at "
        f"most, {sum(each > FRAME_MS for each in during)} of {len(during)} times longer than a "
        f"frame of {FRAME_MS:.0f} ms; with no backup {max(alone):.1f} ms, "
        f"{sum(each > FRAME_MS for each in alone)} of {len(alone)} times"
    )
    return is_fine and ratio < 1.5


def _list_and_search(store: Store, many: int) -> bool:
    first = store.cases(most=50)
    works = {
        "the first 50 of the list": lambda: store.cases(most=50),
        "50 in the middle": lambda: store.cases(after=middle, most=50),
        "a name that many have": lambda: store.find("rosa"),
        "a name that one has": lambda: store.find(f"{many - 7}"),
        "a name that nobody has": lambda: store.find("xyzzy"),
    }
    middle = store.cases(most=many // 2)[-1]
    took = {words: milliseconds(work) for words, work in works.items()}
    for words, each in took.items():
        print(f"caseload: {words}: {each:.2f} ms of {many} homes (at most {MOST_MS})")
    return bool(first) and max(took.values()) <= MOST_MS and _caseload(store, many)


def _caseload(store: Store, many: int) -> bool:
    load, today = store.caseload, date(2026, 11, 20)
    middle = load.lines(Show.ALL, today, most=many // 2)[-1]
    works: dict[str, Callable[[], object]] = {
        "reports to sign": lambda: load.lines(Show.SIGN, today),
        "homes due again": lambda: load.lines(Show.AGAIN, today),
        "50 of the caseload, from the middle": lambda: load.lines(Show.ALL, today, middle),
        "how many each list has": lambda: load.counts(today),
        "words that are in no name, address or note": lambda: load.find("xyzzy"),
    }
    took = {words: milliseconds(work, 10) for words, work in works.items()}
    for words, each in took.items():
        print(f"caseload: {words}: {each:.1f} ms of {many} homes (at most {MOST_AT_WORK_MS:.0f})")
    return max(took.values()) <= MOST_AT_WORK_MS
