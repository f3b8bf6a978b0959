"""Secrets: a wrong passphrase opens nothing, and no planted word is found in clear.

``python -m tests.battery.secrets FOLDER`` is the program that is killed: the real window, offscreen,
on a store below that folder. It says PLANTED when it has used all it knows, and LOCKED when the
window has gone.
"""

import hashlib
import os
import random
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

from falls_app.errors import UserError
from falls_app.storage.keys import new_keys
from falls_app.storage.layout import DATABASE, keys_beside
from falls_app.storage.locking import lock_store
from falls_app.storage.store import Store
from falls_app.storage.tries import Tries, TryLater
from falls_app.storage.unlocked import PassphraseNeeded, forget_keys, unlock
from tests.battery.kills import started
from tests.battery.locked import CHEAP
from tests.battery.place import quick_folder

WRONG, RUNS = 1000, 20
PASSPHRASE = "velvet anchor thirteen"
WORDS = ("Quillfeather", "17 Marzipan Lane", "the spare key is under the heron", "wobbly otter")
"""A name, an address, a note, and words about a photo."""


# ------------------------------------------------------------------ wrong passphrases


class _Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


def wrong(count: int) -> bool:
    """Try so many wrong passphrases, each in a program that has just started.

    A try costs little here, and the clock is moved on: both as in no real store.
    """
    clock, choices = _Clock(), random.Random(7)
    opened, pauses = 0, []
    with quick_folder() as folder:
        store = folder / "data"
        Store.open(store, clock).close()
        lock_store(store, *new_keys(PASSPHRASE, "", CHEAP))
        before, file = _state(store), keys_beside(store / DATABASE)
        for number in range(count):
            forget_keys()
            guess = _guess(number, choices)
            pauses.append(_tried(file, guess, folder / "tries", clock))
            opened += _opens(store, clock)
        is_same = _state(store) == before
        waited = _tried(file, PASSPHRASE, folder / "tries", clock)
        is_right = _opens(store, clock)
    slower = pauses[:4] == [0] * 4 and all(each > 0 for each in pauses[4:])
    print(
        f"wrong: {count} wrong passphrases (cheap ones, the clock moved on), {opened} times opened, "
        f"store {'unchanged' if is_same else 'CHANGED'}; pauses before the 5th to the 8th: "
        f"{pauses[4:8]} s, the longest {max(pauses)} s, {timedelta(seconds=sum(pauses))} in all; "
        f"after {waited} s more the right one {'opens' if is_right else 'DOES NOT OPEN'}"
    )
    return not opened and is_same and slower and is_right


def _guess(number: int, choices: random.Random) -> str:
    near = (PASSPHRASE.upper(), f"{PASSPHRASE} ", PASSPHRASE[:-1], "", "\0", PASSPHRASE * 50)
    return near[number] if number < len(near) else choices.randbytes(12).hex()


def _tried(file: Path, guess: str, tries: Path, clock: _Clock) -> int:
    """Try once; return how many seconds had to be waited before."""
    waited = 0
    try:
        unlock(file, guess, Tries(tries, clock))
    except TryLater as pause:
        waited = pause.seconds
        clock.time += timedelta(seconds=waited)
        try:
            unlock(file, guess, Tries(tries, clock))
        except UserError:
            return waited
    except UserError:
        return 0
    return waited


def _opens(store: Path, clock: _Clock) -> bool:
    try:
        Store.open(store, clock).close()
    except PassphraseNeeded:
        return False
    return True


def _state(folder: Path) -> dict[str, str]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


# ------------------------------------------------------------------ planted words


def planted(runs: int) -> bool:
    """Use the window of a locked store, lock it or not, kill it, and look for the words."""
    found: list[str] = []
    files = locked = 0
    for number in range(runs):
        with tempfile.TemporaryDirectory(prefix="battery-") as name:
            folder = Path(name)
            homes = {key: str(folder / key.lower()) for key in ("HOME", "TMPDIR")}
            for each in homes.values():
                Path(each).mkdir()
            state = {f"XDG_{kind}_HOME": "" for kind in ("STATE", "CONFIG", "CACHE", "DATA")}
            words = ["tests.battery.secrets", str(folder)]
            with started(words, **homes, **state, QT_QPA_PLATFORM="offscreen") as program:
                assert program.stdout is not None
                until = "LOCKED\n" if number % 2 else "PLANTED\n"
                has_said = any(line == until for line in program.stdout)
                locked += number % 2
                program.kill()
            if not has_said:
                found.append(f"the program ended before it said {until.strip()}")
            there = [each for each in folder.rglob("*") if each.is_file()]
            files += len(there)
            found += _found(there)
    print(
        f"planted: {runs} windows killed, {locked} of them after they were locked; {files} files "
        f"below the data, home and temporary folders, {len(found)} with a planted word, a "
        f"passphrase or a picture in clear"
    )
    for each in found[:5]:
        print(f"    {each}")
    return not found and files > runs * 5


def _found(files: list[Path]) -> list[str]:
    forms = [
        form
        for word in (*WORDS, PASSPHRASE)
        for form in (word.encode(), word.encode("utf-16-le"), word.lower().encode())
    ]
    pictures = [b"\xff\xd8\xff\xe0", b"\x89PNG", b"%PDF", b"SQLite format"]
    found = []
    for file in files:
        data = file.read_bytes()
        if any(form in data for form in forms) or any(data.startswith(each) for each in pictures):
            found.append(f"{file}: in clear")
        if any(word.casefold() in str(file).casefold() for word in WORDS):
            found.append(f"{file}: a word in its name")
    return found


# ------------------------------------------------------------------ the program that is killed


def _use(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from falls_app import app
    from falls_app.ui import theme
    from falls_app.ui.lock_screen import LockScreen
    from falls_app.ui.unlock import Unlock

    application = QApplication([])
    application.setStyle("Fusion")
    theme.load_fonts()
    store = folder / "data"
    Store.open(store, app_now).close()
    lock_store(store, *new_keys(PASSPHRASE, "", CHEAP))
    window = app.make_window(application, Store.open(store, app_now))
    window.show()
    screen = LockScreen(window, window.session, partial(app.reopened, window))
    _plant(window, application)
    print("PLANTED", flush=True)

    def ask(dialog: Unlock) -> int:
        dialog.show()
        dialog._passphrase.field.setText(PASSPHRASE)
        application.processEvents()
        print("LOCKED", flush=True)
        return application.exec()

    Unlock.exec = ask  # type: ignore[method-assign]
    screen.lock()
    application.exec()


def app_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def _plant(window, application) -> None:
    """Use what leaves traces: words, a photo with a blurred part, papers, a backup, undo."""
    from PIL import Image

    from falls_app.domain.checklist import Answer
    from falls_app.domain.evidence import Mark, MarkKind, Photo
    from falls_app.export import Printing
    from falls_app.storage.backups import make_backup
    from falls_app.ui.rendering import PaperOrder

    session = window.session
    session.begin(mine=False)
    session.set_person("name", name=WORDS[0], goals=WORDS[1])
    session.draft_help(WORDS[2])
    place = next(each for each in session.view.score.places if each.room is None)
    session.answer(place.check, None, Answer.HAZARD)
    session.note(place.check, None, f"{WORDS[1]}: {WORDS[2]}")
    exif = Image.Exif()
    exif[0x010E] = WORDS[1]  # what a camera says about its picture
    Image.linear_gradient("L").resize((900, 600)).save(picture := BytesIO(), "JPEG", exif=exif)
    photos = session.store.photos
    kept = photos.keep(session.case.id, picture.getvalue(), with_original=True)
    assert WORDS[1].encode() in (photos.original(session.case.id, kept.sha256) or b"")
    marks = (Mark(MarkKind.BLUR, (0.1, 0.1), (0.6, 0.6)),)
    photo = Photo("p", kept.sha256, kept.width, kept.height, WORDS[3], marks)
    from dataclasses import replace

    found = session.finding(place.check.id, None)
    session.change_finding(replace(found, photos=(photo,)), place.check, "photo for {check}")
    assert session.photos(photo).read_bytes()
    for page in ("walk", "results", "plan", "print"):
        window.go(page)
        end = time.monotonic() + 1  # pages are drawn beside the window
        while time.monotonic() < end:
            application.processEvents()
    printing = Printing(session.region, photos=session.photos)
    assert PaperOrder(("family",), session.case, printing).data()
    session.undo()
    session.redo()
    make_backup(session.store.folder, app_now())
    window.go("walk")


def run(share: float) -> bool:
    """Print the figures; return whether nothing was opened and nothing found."""
    is_fine = wrong(max(50, round(WRONG * share)))
    return planted(max(2, round(RUNS * share))) and is_fine


if __name__ == "__main__":
    os.environ["STEADY_HOME_DATA"] = str(Path(sys.argv[1]) / "data")
    _use(Path(sys.argv[1]))
