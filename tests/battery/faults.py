"""A failing disk: the k-th thing that is asked of it fails, once or from then on, for every k.

Somebody goes on answering meanwhile, as in the window: what could not be saved stays in memory,
is tried again with the next change, and is written when the disk works again.
"""

import errno
import random
import shutil
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from falls_app.errors import UserError
from tests.battery.diary import UNKNOWN, Entry, complaints, digest
from tests.battery.family import Family
from tests.battery.journeys import JOURNEYS
from tests.battery.layer import watched
from tests.battery.place import quick_folder
from tests.battery.power import after_cut
from tests.battery.recorder import Recorder
from tests.battery.watcher import Watcher

ERRORS = (errno.ENOSPC, errno.EIO)
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
        if JOURNEYS[name].make_ready(folder, recorder.tell):
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
