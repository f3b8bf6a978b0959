"""Kills: the program is ended at any moment, and the next start must find all it acknowledged."""

import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from falls_app.storage.backups import make_backup
from tests.battery import locked
from tests.battery.diary import STORE, Entry, complaints, now, opened
from tests.battery.journeys import JOURNEYS
from tests.battery.place import quick_folder

CHECKOUT = Path(__file__).resolve().parents[2]
CLEAN = re.compile(
    r"cases\.sqlite3(\.keys)?|(backups/)?lock|(backups/)?photos/[^/]+/[0-9a-f]{64}\.(jpg|sealed)"
    r"|backups/[^/]+Z-\d{4}\.sqlite3(\.keys)?|kept/.*"
)
"""The files that a store that nobody has open consists of."""

LIVES = 25
"""So many programs are killed on one store, each going on where the one before ended."""

MOMENTS = 0.08
"""A program that answers is killed within so many seconds."""

COUNTS = {
    "answering": 300, "noting": 250, "photographing": 250, "undoing": 200,
    "first start": 300, "migration": 300, "backup": 300, "restoring": 100, "locking": 200,
}  # fmt: skip
IN_THE_WINDOW = 50


@dataclass
class Figures:
    """How many kills, how many of them in the middle of a change, what was wrong after which."""

    kills: int = 0
    amid: int = 0
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)


def started(words: list[str], **more: str) -> subprocess.Popen[str]:
    """Start a module of this checkout as a program whose output can be read."""
    place = os.environ | {"PYTHONPATH": str(CHECKOUT)} | more
    command = [sys.executable, "-m", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=place, cwd=CHECKOUT)


def lines_until_killed(program: subprocess.Popen[str], seconds: float) -> list[str]:
    """Read what a program says until it is killed, so many seconds from now, or has ended."""
    assert program.stdout is not None
    killing = threading.Timer(seconds, program.kill)
    killing.start()
    lines = program.stdout.readlines()
    program.wait()
    killing.cancel()
    return lines


def life(name: str, folder: Path, choices: random.Random, seconds: float) -> tuple[list[str], bool]:
    """Let a journey go on in a folder and kill it; return its diary and whether it was killed."""
    words = ["tests.battery.worker", name, str(folder), str(choices.random())]
    with started(words) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "READY\n"
        lines = lines_until_killed(program, choices.uniform(0, seconds))
    return lines, program.returncode < 0


def how_long(name: str) -> float:
    """Return how long a journey takes that nobody disturbs, in seconds; at most ``MOMENTS``."""
    if not JOURNEYS[name].is_short:
        return MOMENTS
    with _folder(name) as (folder, _diary):
        words = ["tests.battery.worker", name, str(folder), "1"]
        with started(words) as program:
            assert program.stdout is not None
            program.stdout.readline()
            begin = time.perf_counter()
            program.stdout.read()
    return time.perf_counter() - begin


@contextmanager
def _folder(name: str) -> Iterator[tuple[Path, list[str]]]:
    """Give a folder in which the journey can begin, and the diary of what is there already."""
    with quick_folder() as folder:
        diary: list[str] = []
        JOURNEYS[name].make_ready(folder, diary.append)
        yield folder, diary


def kills(name: str, count: int, seed: int) -> Figures:
    """Kill a journey so many times."""
    figures, choices = Figures(), random.Random(f"{name}{seed}")
    # A locked store takes a little longer to open.
    seconds = how_long(name) * (3 if locked.is_on() else 1)
    lives = 1 if JOURNEYS[name].is_short else LIVES
    while figures.kills < count:
        with _folder(name) as (folder, diary):
            for _life in range(min(lives, count - figures.kills)):
                lines, was_killed = life(name, folder, choices, seconds)
                diary += [line for line in lines if line.endswith("\n")]
                _count(figures, lines, was_killed)
                figures.wrong += complaints(folder, Entry.read(diary))[:1]
                figures.wrong += _second_start(folder)
    return figures


def _count(figures: Figures, lines: list[str], was_killed: bool) -> None:
    figures.kills += was_killed
    figures.acknowledged += sum(line.startswith("ACK") for line in lines)
    figures.amid += was_killed and bool(lines) and not lines[-1].startswith("ACK")


def _second_start(folder: Path) -> list[str]:
    """Return what is left behind after another start, and another backup, that should not be."""
    opened(folder).close()
    make_backup(folder / STORE, now())
    files = (each for each in (folder / STORE).rglob("*") if each.is_file())
    names = sorted(str(each.relative_to(folder / STORE)) for each in files)
    return [f"left behind: {name}" for name in names if not CLEAN.fullmatch(name)]


def window_kills(count: int, seed: int) -> Figures:
    """Kill the real window while somebody clicks answers, so many times, on one store."""
    figures, choices = Figures(), random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="battery-") as name:
        folder = Path(name)
        kept: dict[tuple[str, str], str] = {}
        while figures.kills < count:
            words = ["tests.drive", "--answers", "10000", "--seed", str(figures.kills)]
            with started(words, STEADY_HOME_DATA=str(folder / STORE)) as program:
                assert program.stdout is not None
                first = program.stdout.readline()
                lines = [first, *lines_until_killed(program, choices.uniform(0, 0.4))]
            _count(figures, lines, program.returncode < 0)
            figures.wrong += _window_complaints(folder, lines, kept)
    return figures


def _window_complaints(
    folder: Path, lines: list[str], kept: dict[tuple[str, str], str]
) -> list[str]:
    """Compare a store with what the window acknowledged; ``kept`` is what it held before."""
    for line in lines:
        if line.endswith("\n"):
            _ack, _case, check, room, answer, _number = line.split()
            kept[check, room] = answer
    store = opened(folder)
    try:
        (home,) = store.cases()
        found = [f"integrity: {each}" for each in store._database.problems()]
        case = store.load(home.id)
        now = {
            (check, room or "-"): finding.answer.value
            for (check, room), finding in case.assessments[-1].findings.items()
        }
        # One answer may be there that the window had not acknowledged yet.
        differing = [place for place in kept if now.get(place) != kept[place]]
        if len(differing) > 1 or any(place not in now for place in differing):
            found.append("an acknowledged answer is lost")
        kept.update(now)
        undone = store.undo(case)
        again = store.redo(case) if undone else None
        if again is None or again.assessments != case.assessments:
            found.append("undo and redo do not lead back")
        return found
    finally:
        store.close()


def run(share: float) -> bool:
    """Print the figures; return whether nothing was lost."""
    is_fine = True
    for name, count in COUNTS.items():
        if not JOURNEYS[name].is_possible:
            continue
        is_fine &= _said(name, kills(name, max(3, round(count * share)), seed=7))
    if locked.is_on():  # the window would ask for a passphrase
        return is_fine
    in_window = window_kills(max(3, round(IN_THE_WINDOW * share)), seed=7)
    return _said("answering in the window", in_window) and is_fine


def _said(name: str, figures: Figures) -> bool:
    amid = f" ({figures.amid} amid a change)" if figures.amid else ""
    print(
        f"kills: {name}: {figures.kills} kills{amid}, "
        f"{figures.acknowledged} acknowledged changes, {len(figures.wrong)} times something lost",
        flush=True,
    )
    for words in figures.wrong[:3]:
        print(f"    {words}")
    return not figures.wrong
