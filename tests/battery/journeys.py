"""What people do with a store."""

import json
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.person import Person
from falls_app.storage.backups import Backup, make_backup
from falls_app.storage.forms import person_form
from falls_app.storage.layout import DATABASE, keys_beside
from falls_app.storage.locking import lock_store, take_lock_off
from falls_app.storage.restoring import restore
from falls_app.storage.schema import MIGRATIONS
from tests.battery import locked
from tests.battery.diary import BACKUP, NOTHING, STORE, UNKNOWN, Tell, digest, now, opened
from tests.battery.walker import CHECKS, Walker


@dataclass(frozen=True)
class Start:
    """Where a journey takes place, and how its program starts."""

    folder: Path
    choices: random.Random
    tell: Tell

    @contextmanager
    def program(self) -> Iterator[Walker]:
        """Open the store, and close it after."""
        store = opened(self.folder)
        try:
            yield Walker.begin(store, self.choices, self.tell)
        finally:
            store.close()

    def back_up(self, case: Case) -> Backup:
        """Make a backup, as the window does beside its other work."""
        self.tell(f"TRY {BACKUP} {NOTHING} {UNKNOWN}\n")
        made = make_backup(self.folder / STORE, now())
        self.tell(f"ACK {BACKUP} {made.number} {case.id}:{digest(case)}\n")
        return made

    def bring_back(self, backup: Backup, case: Case) -> None:
        """Bring back a backup in which the case was like this."""
        self.tell(f"TRY {case.id} {digest(case)} {UNKNOWN}\n")
        restore(backup.file, self.folder / STORE, now())
        self.tell(f"ACK {case.id} {digest(case)} {UNKNOWN}\n")


@dataclass(frozen=True)
class Journey:
    """Changes of a store: ``run``, after ``prepare`` has put there what was there before."""

    run: Callable[[Start, random.Random, int], None]
    length: int = 60
    prepare: Callable[[Path, Tell], None] | None = None
    is_short: bool = False  # what matters is over soon, and happens once to a store

    @property
    def is_possible(self) -> bool:
        """False for an old store when stores are locked: none was before this version."""
        return not (self.prepare and locked.is_on())

    def make_ready(self, folder: Path, tell: Tell) -> bool:
        """Put there what was there before; return whether anything was."""
        if self.prepare:
            self.prepare(folder, tell)
        if locked.is_on():
            locked.lock(folder / STORE)
        return bool(self.prepare) or locked.is_on()

    def walk(self, folder: Path, choices: random.Random, tell: Tell, length: int = 0) -> None:
        """Change the store as the program does."""
        self.run(Start(folder, choices, tell), choices, length or self.length)


def _first_start(start: Start, choices: random.Random, length: int) -> None:
    with start.program() as walker:
        walker.set(choices.randrange(1_000_000))
        for _number in range(length):
            walker.answer()


def _answering(start: Start, _choices: random.Random, length: int) -> None:
    with start.program() as walker:
        for _number in range(length):
            walker.answer()


def _noting(start: Start, choices: random.Random, length: int) -> None:
    """Some notes are so long that the log of changes is written back again and again."""
    with start.program() as walker:
        for _number in range(length):
            walker.note(choices.choice((20, 200, 2_000, 120_000)))


def _photographing(start: Start, choices: random.Random, length: int) -> None:
    with start.program() as walker:
        for _number in range(length):
            choices.choice((walker.photograph, walker.photograph, walker.answer))()


def _undoing(start: Start, choices: random.Random, length: int) -> None:
    with start.program() as walker:
        verbs = (walker.answer, walker.answer, walker.undo, walker.redo, lambda: walker.note(500))
        for _number in range(length):
            choices.choice(verbs)()


def _backing_up(start: Start, choices: random.Random, length: int) -> None:
    with start.program() as walker:
        for _number in range(length):
            verbs = (walker.answer, walker.photograph, lambda: start.back_up(walker.case))
            choices.choice(verbs)()


def _restoring(start: Start, _choices: random.Random, length: int) -> None:
    """Back up, go on, and bring the backup back, again and again."""
    for _number in range(length):
        with start.program() as walker:
            walker.photograph()
            backup, then = start.back_up(walker.case), walker.case
            walker.answer()
            walker.photograph()
        start.bring_back(backup, then)


def _locking(start: Start, _choices: random.Random, length: int) -> None:
    """Lock the store, go on, take the lock off, again and again."""
    store = start.folder / STORE
    for _number in range(length):
        with start.program() as walker:
            walker.photograph()
            walker.answer()
        if keys_beside(store / DATABASE).exists():
            take_lock_off(store)
        else:
            lock_store(store, locked.key_file(), locked.KEY)


def old_store(folder: Path, tell: Tell) -> None:
    """Put a store of version 1 there, with a home and its answers."""
    findings = tuple(Finding(check, Answer.PARTLY, None, "a note " * 200) for check in CHECKS)
    walk = Assessment("w", "2026-05-01", findings={each.place: each for each in findings})
    case = Case("of-version-1", person=Person("Zoë"), assessments=(walk,))
    (folder / STORE).mkdir(parents=True)
    file = sqlite3.connect(folder / STORE / "cases.sqlite3", isolation_level=None)
    file.execute("PRAGMA journal_mode = WAL")
    file.executescript(MIGRATIONS[0])
    file.execute(
        "INSERT INTO case_ (id, name, updated, rev) VALUES (?, 'Zoë', '2026', 1)", [case.id]
    )
    form = json.dumps(person_form(case.person))
    file.execute("INSERT INTO part VALUES (?, 'person', ?, 1)", [case.id, form])
    file.execute(
        "INSERT INTO assessment VALUES (?, 'w', 0, '2026-05-01', 'full', '', 1)", [case.id]
    )
    file.executemany(
        "INSERT INTO finding VALUES (?, 'w', ?, '', 'partly', ?, 0, '[]', 1)",
        [(case.id, each.check, each.note) for each in findings],
    )
    file.execute(
        "INSERT INTO change VALUES (?, 1, 'new', 0, 0, 0, '2026', '', 'new', '[]', '[]')", [case.id]
    )
    file.execute("PRAGMA user_version = 1")
    file.close()
    tell(f"ACK {case.id} {digest(case)} {NOTHING}\n")


JOURNEYS = {
    "first start": Journey(_first_start, 3, is_short=True),
    "answering": Journey(_answering),
    "noting": Journey(_noting),
    "photographing": Journey(_photographing, 30),
    "undoing": Journey(_undoing),
    "migration": Journey(_answering, 3, old_store, is_short=True),
    "backup": Journey(_backing_up, 15),
    "restoring": Journey(_restoring, 3),
    "locking": Journey(_locking, 4),
}
