"""Somebody who goes on answering on a disk that fails.

What the store would not take stays in memory and is tried again with the next change, as the
session does it.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from falls_app.domain.assessment import Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.errors import UserError
from falls_app.storage.backups import make_backup
from falls_app.storage.store import Store
from tests.battery.diary import BACKUP, STORE, UNKNOWN, Tell, digest, now, opened
from tests.battery.walker import CHECKS, keep_photo, new_home, new_picture

OFTEN = "PRAGMA wal_autocheckpoint = 12"
"""Has SQLite write its log back after every few changes, so that this fails too."""


class Family:
    """Answers, and keeps in memory what the store would not take, as the session does."""

    def __init__(self, folder: Path, choices: random.Random, tell: Tell) -> None:
        self._folder, self._choices, self._tell = folder, choices, tell
        self._store: Store | None = None
        self._stored = self._case = Case()
        self._past: list[Case] = []  # the saved cases that undo leads back to, latest last
        self._future: list[Case] = []
        self.told: list[UserError] = []
        self.astray: list[str] = []

    @property
    def case(self) -> Case:
        """The case as it is on the screen."""
        return self._case

    def begin(self) -> bool:
        """Open the store and a home in it; return whether that was possible."""
        if self._store is None:
            self._try(self._open)
        if self._store is not None and not self._case.id:
            self._try(self._open_home)
        return bool(self._case.id)

    def do(self, verb: str) -> None:
        """Do one thing; trouble with the disk is noted and nothing else happens."""
        {
            "answer": lambda: self._change(answer=self._choices.choice(list(Answer))),
            "note": lambda: self._change(note="a note " * self._choices.randrange(50)),
            "long": lambda: self._change(note="a note " * 2_000),
            "undo": lambda: self._try(self._undo),
            "redo": lambda: self._try(self._redo),
            "set": lambda: self._try(self._set),
            "photo": self._photograph,
            "backup": lambda: self._try(self._back_up),
        }[verb]()

    def retry(self) -> bool:
        """Write what could not be saved; return whether all is on the disk."""
        self._try(self._save)
        return self._case == self._stored

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _open(self) -> None:
        self._store = opened(self._folder)
        self._store._database.run(OFTEN)

    def _open_home(self) -> None:
        homes = self._store.cases()
        if homes:
            self._stored = self._case = self._store.load(homes[0].id)
            return
        case = new_home(self._choices)
        self._note("TRY", case)
        self._stored = self._case = self._store.create(case, "a new home")
        self._note("ACK", case)

    def _change(self, **fields: object) -> None:
        walk = self._case.assessments[-1]
        check = self._choices.choice(CHECKS)
        old = walk.finding(check, None) or Finding(check, Answer.NOT_SURE)
        self._case = self._case.with_assessment(walk.with_finding(replace(old, **fields)))
        self._try(self._save)

    def _save(self) -> None:
        before = self._stored
        self._note("TRY", self._case)
        self._stored = self._case = self._store.save(before, self._case, "a change")
        self._note("ACK", self._case)
        if self._stored != before:
            self._past.append(before)
            self._future.clear()

    def _undo(self) -> None:
        if self._past:
            self._turn(self._store.undo, self._past, self._future)

    def _redo(self) -> None:
        if self._future:
            self._turn(self._store.redo, self._future, self._past)

    def _turn(
        self, turn: Callable[[Case], Case | None], there: list[Case], back: list[Case]
    ) -> None:
        if self._case != self._stored:
            return
        self._note("TRY", there[-1])
        turned = turn(before := self._case)
        if turned is None:
            self.astray.append("a change that was saved cannot be undone or brought back")
            return
        self._stored = self._case = turned
        back.append(before)
        self._note("ACK", there.pop())

    def _photograph(self) -> None:
        """Add a picture, and if that does not go the same one again."""
        picture = new_picture(self._choices)
        if not self._try(lambda: self._add(picture)):
            self._try(lambda: self._add(picture))

    def _add(self, picture: bytes) -> None:
        self._change(photos=(keep_photo(self._store, self._case, picture),))

    def _set(self) -> None:
        self._store.set_setting("something", self._choices.randrange(100))

    def _back_up(self) -> None:
        made, case = make_backup(self._folder / STORE, now()), self._stored
        self._tell(f"ACK {BACKUP} {made.number} {case.id}:{digest(case)}\n")

    def _try(self, what: Callable[[], object]) -> bool:
        try:
            what()
        except UserError as error:
            self.told.append(error)
            return False
        return True

    def _note(self, kind: str, case: Case) -> None:
        self._tell(f"{kind} {case.id} {digest(case)} {UNKNOWN}\n")
