"""A failing disk: the k-th thing that is asked of it fails, once or from then on, for every k.

Somebody goes on answering meanwhile, as in the window: what could not be saved stays in memory,
is tried again with the next change, and is written when the disk works again.
"""

import errno
import random
import shutil
import traceback
from dataclasses import dataclass, field, replace
from pathlib import Path

from falls_app.domain.assessment import Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.errors import UserError
from falls_app.storage.backups import make_backup
from falls_app.storage.store import Store
from tests.battery.diary import (
    BACKUP,
    STORE,
    UNKNOWN,
    Entry,
    Tell,
    complaints,
    digest,
    now,
)
from tests.battery.diary import opened as open_store
from tests.battery.journeys import JOURNEYS
from tests.battery.layer import Watcher, watched
from tests.battery.place import quick_folder
from tests.battery.power import Recorder, after_cut
from tests.battery.walker import CHECKS, keep_photo, new_home, new_picture

ERRORS = (errno.ENOSPC, errno.EIO)
OFTEN = "PRAGMA wal_autocheckpoint = 12"
"""Has SQLite write its log back after every few changes, so that this fails too."""

VERBS = (
    "answer", "note", "answer", "undo", "redo", "set", "photo", "long", "undo", "backup", "answer",
    "photo", "note",
)  # fmt: skip


STOPPING = {"backup": 6, "restoring": 1}
"""Journeys that end when the disk fails, and their length here."""

GOING_ON = ("first start", "migration")
"""Journeys after which somebody answers, backs up, answers, whatever the disk says."""

CRASH = "crash: "


class Failing(Watcher):
    """Refuses the k-th thing, and if ``for_good`` all after it, until ``mend``."""

    recorder: Recorder

    def __init__(self, k: int, code: int, *, for_good: bool) -> None:
        self._left, self._code, self._for_good = k, code, for_good
        self._is_mended = False
        self.refused: list[str] = []

    def mend(self) -> None:
        """Have the disk work again."""
        self._is_mended = True

    def refuse(self, kind: str, path: Path) -> None:
        """Refuse if it is time."""
        self._left -= 1
        if not self._is_mended and (self._left == 0 or (self._for_good and self._left < 0)):
            self.refused.append(kind)
            self.recorder.failed(kind, path)
            raise OSError(self._code, "made to fail", str(path))

    def done(self, kind: str, path: Path, *details: object) -> None:
        """Have it written down."""
        self.recorder.done(kind, path, *details)


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
        self._store = open_store(self._folder)
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

    def _turn(self, turn, there: list[Case], back: list[Case]) -> None:
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

    def _try(self, what) -> bool:
        try:
            what()
        except UserError as error:
            self.told.append(error)
            return False
        return True

    def _note(self, kind: str, case: Case) -> None:
        self._tell(f"{kind} {case.id} {digest(case)} {UNKNOWN}\n")


@dataclass
class Figures:
    """How many runs were made with something refused, and what was wrong after which."""

    runs: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)


def failing_run(name: str, failing: Failing, cuts: int = 1) -> tuple[list[str], int]:
    """Live through a journey on a failing disk. Returns what was wrong, and what was told.

    Afterwards the power is cut at so many moments of it all, each time from the beginning.
    """
    with quick_folder() as place:
        folder, choices = place / "here", random.Random(name)
        folder.mkdir()
        failing.recorder = recorder = Recorder(folder)
        if prepare := JOURNEYS[name].prepare:
            prepare(folder, recorder.tell)
            recorder.take_in()
        with watched(failing, folder):
            life = _Stopping() if name in STOPPING else _GoingOn()
            try:
                life.live(name, failing, folder)
            except Exception:
                life.wrong.append(CRASH + traceback.format_exc(limit=-4))
            failing.mend()
        life.wrong += complaints(folder, life.expected or recorder.diary)
    operations = recorder.operations
    for _cut in range(cuts):
        moment = choices.randint(recorder.prepared, len(operations))
        life.wrong += [f"power cut {each}" for each in after_cut(operations[:moment], choices)]
    return life.wrong, len(life.told)


class _Life:
    """What somebody lives through. ``expected`` is the diary to look for, [] for all of it."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.told: list[UserError] = []
        self.expected: list[Entry] = []


class _Stopping(_Life):
    """Do what a journey does until the disk fails."""

    def live(self, name: str, failing: Failing, folder: Path) -> None:
        """Walk until the end or the trouble."""
        choices, tell = random.Random(name), failing.recorder.tell
        try:
            JOURNEYS[name].walk(folder, choices, tell, length=STOPPING[name])
        except UserError as error:
            self.told.append(error)
            self.wrong += [] if error.hint else [f"{error!r} says no next step"]


class _GoingOn(_Life):
    """Answer all the time, whatever the disk says."""

    def live(self, name: str, failing: Failing, folder: Path) -> None:
        """Answer on a failing disk, then on one that works again."""
        family = Family(folder, random.Random(name), failing.recorder.tell)
        self.told = family.told
        try:
            self._live(family, failing, folder)
        finally:
            failing.mend()
            family.close()

    def _live(self, family: Family, failing: Failing, folder: Path) -> None:
        for verb in VERBS:
            if family.begin():
                family.do(verb)
        self.wrong += [f"{each!r} says no next step" for each in self.told if not each.hint]
        self.wrong += family.astray + _if_killed_now(folder, failing.recorder)
        if not failing.refused:
            # It is the end of the session that meets the trouble.
            family.do("answer")
            family.close()
            return
        failing.mend()
        if not family.begin() or not family.retry():
            self.wrong.append(f"does not go on when the disk works again: {self.told[-1]}")
            return
        family.do("answer")
        family.close()
        last = f"ACK {family.case.id} {digest(family.case)} {UNKNOWN}\n"
        self.expected = Entry.read([last])


def _if_killed_now(folder: Path, recorder: Recorder) -> list[str]:
    """Return what would be missing if the program were killed at this moment."""
    with quick_folder() as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*-shm"))
        return [f"if killed: {each}" for each in complaints(copy, recorder.diary)]


def every_failure(name: str, code: int, *, for_good: bool, share: float = 1.0) -> Figures:
    """Let the k-th thing fail for k = 1 until nothing is refused any more, or a share of them."""
    figures, choices, k = Figures(), random.Random(f"{name}{code}{for_good}"), 0
    while True:
        k += 1
        # Even a small share has to come to an end, and sees the first things of all.
        if k > 5 and choices.random() >= share:
            continue
        failing = Failing(k, code, for_good=for_good)
        wrong, told = failing_run(name, failing)
        if not failing.refused:
            return figures
        figures.runs += 1
        figures.told += bool(told)
        figures.wrong += [f"{failing.refused[0]} {k}, {errno.errorcode[code]}: {each}"
                          for each in wrong]  # fmt: skip


def run(share: float) -> bool:
    """Print the figures; return whether nothing was lost."""
    is_fine = True
    for name in (*GOING_ON, *STOPPING):
        for code in ERRORS:
            for for_good in (False, True):
                figures = every_failure(name, code, for_good=for_good, share=share)
                how = "for good" if for_good else "once"
                print(
                    f"faults: {name}{', then answering' * (name in GOING_ON)}: {errno.errorcode[code]} {how}: "
                    f"{figures.runs} runs, a sentence in {figures.told}, "
                    f"{len(figures.wrong)} wrong",
                    flush=True,
                )
                for words in figures.wrong[:3]:
                    print(f"    {words}")
                is_fine &= not figures.wrong
    return is_fine
