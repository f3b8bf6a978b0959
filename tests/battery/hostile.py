"""Hostile files: what becomes of files that somebody made to do harm, or that went wrong.

Each is given to ``falls-app import`` (or a picture to ``attach``) in a program of its own, which is
watched. It has to be refused with a sentence, or to come in as a sound home; nothing else may
change, in the store or anywhere else.
"""

import random
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from falls_app.cases import load_case, picture_data
from falls_app.storage.bundle import write_bundle
from falls_app.storage.looking import check_store, list_cases, stored_case
from falls_app.storage.store import Store
from tests.battery import hostile_cases, hostile_locked, hostile_pictures, hostile_zips
from tests.battery.hostile_zips import Members, packed
from tests.battery.place import quick_folder
from tests.battery.watched import LONGEST_S, MOST_MB, Outcome, watch

COUNT = 600
CANARY = "canary"


@dataclass(frozen=True)
class Tried:
    """A hostile file, what became of it, and what is wrong with that ("" if nothing is)."""

    kind: str
    number: int
    outcome: Outcome
    wrong: str


@dataclass(frozen=True)
class Good:
    """What every hostile file is made from: a bundle of the sample visit, and a store."""

    file: bytes
    members: Members
    store: Path
    case_id: str

    @property
    def photo(self) -> bytes:
        """One of its photos."""
        return next(data for name, data in self.members.items() if name.startswith("photos/"))


def make_good(folder: Path) -> Good:
    """Make a bundle, and a store with one home in it, below this folder."""
    name = "sample:visit"
    write_bundle(load_case(name), folder / "good", picture_data(name), content="2026.11")
    file = (folder / "good").read_bytes()
    with zipfile.ZipFile(BytesIO(file)) as opened:
        members = {each: opened.read(each) for each in opened.namelist()}
    store = Store.open(folder / "store", lambda: datetime.now(UTC))
    case = store.create(load_case("sample"), "a home")
    store.close()
    return Good(file, members, folder / "store", case.id)


def _as_zip(kind: hostile_zips.Kind) -> hostile_locked.Kind:
    def write(choices: random.Random, good: bytes, file: Path) -> None:
        data = kind(choices, dict(_members(good)))
        # A locked one reads as any other once it is open.
        file.write_bytes(hostile_locked.sealed(data) if choices.random() < 0.2 else data)

    return write


def _as_case(kind: hostile_cases.Kind) -> hostile_locked.Kind:
    def write(choices: random.Random, good: bytes, file: Path) -> None:
        members = dict(_members(good))
        case = kind(choices, members["case.json"])
        whole = packed({**members, "case.json": case})
        file.write_bytes(choices.choice([case, whole]))

    return write


def _as_photo(kind: hostile_pictures.Kind) -> hostile_locked.Kind:
    def write(choices: random.Random, good: bytes, file: Path) -> None:
        members = dict(_members(good))
        name = next(each for each in members if each.startswith("photos/"))
        data = kind(choices, members.pop(name))
        if choices.random() < 0.3:  # under the name and the hash of the good one
            file.write_bytes(packed({**members, name: data}, told=False))
            return
        new = sha256(data).hexdigest()
        case = members["case.json"].replace(name[7:-4].encode(), new.encode())
        file.write_bytes(packed({**members, "case.json": case, f"photos/{new}.jpg": data}))

    return write


@cache
def _members(good: bytes) -> Members:
    with zipfile.ZipFile(BytesIO(good)) as opened:
        return {each: opened.read(each) for each in opened.namelist()}


IMPORTED: dict[str, hostile_locked.Kind] = {
    **{f"zip {name}": _as_zip(kind) for name, kind in hostile_zips.KINDS.items()},
    **{f"case {name}": _as_case(kind) for name, kind in hostile_cases.KINDS.items()},
    **{f"photo {name}": _as_photo(kind) for name, kind in hostile_pictures.KINDS.items()},
    **{f"file {name}": kind for name, kind in hostile_locked.KINDS.items()},
}
ATTACHED: dict[str, hostile_pictures.Kind] = {
    f"attach {name}": kind for name, kind in hostile_pictures.KINDS.items()
}
KINDS = (*IMPORTED, *ATTACHED)


def tried(number: int, good: Good, within: Path) -> Tried:
    """Make the file that this number stands for, and see what becomes of it."""
    kind, choices = KINDS[number % len(KINDS)], random.Random(number)
    folder = within / str(number)
    (folder / "in").mkdir(parents=True)
    file = folder / "in" / "given"
    shutil.copytree(good.store, folder / "store")
    (folder / CANARY).write_text("sings")
    words: tuple[str | Path, ...]
    if kind in IMPORTED:
        IMPORTED[kind](choices, good.file, file)
        (folder / "pass").write_text(hostile_locked.PASSPHRASE)
        words = ("import", file, "--passphrase-file", folder / "pass")
    else:
        file.write_bytes(ATTACHED[kind](choices, good.photo))
        words = ("attach", good.case_id, "BTH02", file)
    before, stored = _seen(folder, "store"), _content(folder / "store")
    outcome = watch(folder, *words)
    wrong = outcome.trouble or _changed(folder, before, stored, outcome, good)
    shutil.rmtree(folder)
    return Tried(kind, number, outcome, wrong)


def _changed(
    folder: Path, before: list[str], stored: dict[str, bytes], outcome: Outcome, good: Good
) -> str:
    """Return what is wrong with what was left behind."""
    if _seen(folder, "store") != before:
        return f"left {sorted(set(_seen(folder, 'store')) ^ set(before))} outside the store"
    if outcome.code == 3:
        return "" if _content(folder / "store") == stored else "was refused and changed the store"
    return _unsound(folder / "store", outcome, good)


def _unsound(store: Path, outcome: Outcome, good: Good) -> str:
    """Return what is wrong with a store in which a home, or a photo, has come in."""
    check_store(store)
    there = {each.id for each in list_cases(store)}
    new = there - {good.case_id}
    if outcome.out.strip() not in new and len(there) > 1:
        return "printed another id than that of the new home"
    for case_id in there:
        kept = {photo.sha256 for photo in stored_case(store, case_id).photos}
        files = {file.stem for file in (store / "photos" / case_id).glob("*.jpg")}
        if not files <= kept:
            return "kept a picture that no home names"
    return "" if good.case_id in there and len(new) <= 1 else "another home is gone or came in too"


def _seen(folder: Path, but: str) -> list[str]:
    """Return all names below a folder; what the program was told to use is left out."""
    return sorted(
        f"{file.relative_to(folder)} {file.lstat().st_size}"
        for file in folder.rglob("*")
        if file.relative_to(folder).parts[0] not in (but, "report.json", "home", "tmp")
        or (file.relative_to(folder).parts[0] in ("home", "tmp") and file.is_file())
    )


def _content(store: Path) -> dict[str, bytes]:
    """Return what is in a store; a lock that was made for a moment is nothing."""
    return {
        str(file.relative_to(store)): file.read_bytes()
        for file in store.rglob("*")
        if file.is_file() and file.name not in ("lock", "cases.sqlite3-shm")
    }


def all_tried(numbers: range) -> Iterator[Tried]:
    """Try so many files, two at a time."""
    with quick_folder() as folder, ThreadPoolExecutor(2) as pool:
        good = make_good(folder)
        yield from pool.map(lambda number: tried(number, good, folder), numbers)


def run(share: float) -> bool:
    """Print the figures; return whether all were refused with a sentence or came in soundly."""
    found = list(all_tried(range(max(len(KINDS), round(COUNT * share)))))
    codes = Counter(each.outcome.code for each in found)
    wrong = [each for each in found if each.wrong]
    slowest = max(found, key=lambda each: each.outcome.seconds)
    largest = max(found, key=lambda each: each.outcome.megabytes)
    print(
        f"hostile: {len(found)} files of {len(KINDS)} kinds: {codes[3]} refused with a sentence, "
        f"{codes[0]} came in and are sound, {len(wrong)} wrong; at most "
        f"{slowest.outcome.seconds:.1f} s ({slowest.kind}; {LONGEST_S} allowed) and "
        f"{largest.outcome.megabytes:.0f} MB ({largest.kind}; {MOST_MB} allowed)"
    )
    for each in wrong[:10]:
        print(f"    {each.kind} {each.number}: {each.wrong}")
    return not wrong
