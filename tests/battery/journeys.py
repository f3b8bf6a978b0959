"""What people do with a store, in a form that can be cut short anywhere and checked afterwards.

A journey changes a store and keeps a diary of it: a line before each change and one when the
change was acknowledged. ``complaints`` compares a store with such a diary.
"""

import hashlib
import json
import random
import sqlite3
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Photo
from falls_app.domain.person import Person
from falls_app.errors import UserError
from falls_app.storage.case_file import write_case
from falls_app.storage.forms import person_form
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.store import Store

NOTHING, UNKNOWN = "-", "?"
SETTING = "setting"
CHECKS = tuple(f"CHK{number:02}" for number in range(40))

Tell = Callable[[str], None]


def digest(case: Case) -> str:
    """Return a short text that is equal for cases that say the same."""
    walks = tuple(
        replace(each, findings=dict(sorted(each.findings.items(), key=str)))
        for each in case.assessments
    )
    text = write_case(replace(case, assessments=walks))
    return hashlib.sha256(text.encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the diary: what a thing says after a change, and what undo makes of it then."""

    kind: str  # TRY or ACK
    thing: str  # the id of a case, or SETTING
    says: str
    undone: str

    @classmethod
    def read(cls, lines: Iterable[str]) -> "list[Entry]":
        """Return the whole lines; the last one may have been cut short."""
        return [cls(*line.split()) for line in lines if line.endswith("\n")]


class _Moment:
    """A case, and its digest, which takes long for long notes."""

    def __init__(self, case: Case) -> None:
        self.case, self.says = case, digest(case)


def new_home(choices: random.Random) -> Case:
    """Return a home with an empty walk."""
    identity = str(uuid.UUID(int=choices.getrandbits(128)))
    return Case(identity, person=Person("Zoë"), assessments=(Assessment("w", "2026-11-20"),))


def new_picture(choices: random.Random) -> bytes:
    """Return a file as a camera makes it; no two are the same."""
    from PIL import Image

    size, data = (160, 120), BytesIO()
    Image.frombytes("RGB", size, choices.randbytes(size[0] * size[1] * 3)).save(data, "JPEG")
    return data.getvalue()


def keep_photo(store: Store, case: Case, picture: bytes) -> Photo:
    """Keep a picture in the store and return the photo that is to be referred to."""
    kept = store.photos.keep(case.id, picture)
    return Photo(kept.sha256[:12], kept.sha256, kept.width, kept.height)


class Walker:
    """Somebody who goes through a home and changes one thing after the other."""

    def __init__(self, store: Store, choices: random.Random, tell: Tell) -> None:
        self._store, self._choices, self._tell = store, choices, tell
        self._past: list[_Moment] = []
        self._future: list[_Moment] = []
        self._knows_all = False

    @classmethod
    def begin(cls, store: Store, choices: random.Random, tell: Tell) -> "Walker":
        """Go on with the first case of the store, or make one."""
        walker = cls(store, choices, tell)
        if homes := store.cases():
            moment = _Moment(store.load(homes[0].id))
            # What somebody sees on the screen counts as saved.
            tell(f"ACK {moment.case.id} {moment.says} {UNKNOWN}\n")
        else:
            moment = _Moment(new_home(choices))
            walker._knows_all = True
            walker._do(moment, NOTHING, lambda: store.create(moment.case, "a new home"))
        walker._past.append(moment)
        return walker

    @property
    def case(self) -> Case:
        """The case as it was acknowledged last."""
        return self._past[-1].case

    def answer(self) -> None:
        """Answer one check."""
        answer = self._choices.choice(list(Answer))
        self._change(answer=answer)

    def note(self, size: int) -> None:
        """Write a note of this many letters beside one check."""
        letters = "".join(self._choices.choices("aé bcd—\n", k=50))
        self._change(note=(letters * (size // 50 + 1))[:size])

    def photograph(self) -> None:
        """Add a photo to one check."""
        photo = keep_photo(self._store, self.case, new_picture(self._choices))
        self._change(photos=(photo,))

    def undo(self) -> None:
        """Take the last change back, if this walker made it."""
        if len(self._past) < 2:
            return
        self._do(self._past[-2], self._undone(2), lambda: self._store.undo(self.case))
        self._future.append(self._past.pop())

    def redo(self) -> None:
        """Bring back what was taken back last."""
        if not self._future:
            return
        self._do(self._future[-1], self._past[-1].says, lambda: self._store.redo(self.case))
        self._past.append(self._future.pop())

    def set(self, number: int) -> None:
        """Change a setting."""
        self._tell(f"TRY {SETTING} {number} {UNKNOWN}\n")
        self._store.set_setting("battery", number)
        self._tell(f"ACK {SETTING} {number} {UNKNOWN}\n")

    def _change(self, **fields: object) -> None:
        walk = self.case.assessments[-1]
        check = self._choices.choice(CHECKS)
        old = walk.finding(check, None) or Finding(check, Answer.NOT_SURE)
        finding = replace(old, **fields)
        if finding == walk.finding(check, None):
            return
        before = self._past[-1]
        after = _Moment(before.case.with_assessment(walk.with_finding(finding)))
        self._do(after, before.says, lambda: self._store.save(before.case, after.case, "a change"))
        self._past.append(after)
        self._future.clear()

    def _undone(self, back: int) -> str:
        """Return what undo makes of the case after ``back - 1`` steps back."""
        if len(self._past) > back:
            return self._past[-back - 1].says
        return NOTHING if self._knows_all else UNKNOWN

    def _do(self, after: _Moment, undone: str, change: Callable[[], object]) -> None:
        line = f"{after.case.id} {after.says} {undone}\n"
        self._tell(f"TRY {line}")
        change()
        self._tell(f"ACK {line}")


def old_store(folder: Path, tell: Tell) -> None:
    """Put a store of version 1 there, with a home and its answers."""
    findings = tuple(Finding(check, Answer.PARTLY, None, "a note " * 200) for check in CHECKS)
    walk = Assessment("w", "2026-05-01", findings={each.place: each for each in findings})
    case = Case("of-version-1", person=Person("Zoë"), assessments=(walk,))
    (folder / "data").mkdir()
    file = sqlite3.connect(folder / "data" / "cases.sqlite3", isolation_level=None)
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


def now() -> datetime:
    """Return the time, as the program asks for it."""
    return datetime.now(UTC)


def opened(folder: Path) -> Store:
    """Open the store as the program does."""
    return Store.open(folder / "data", now)


@dataclass(frozen=True)
class Journey:
    """Changes of a store: ``run``, after ``prepare`` has put there what was there before."""

    run: Callable[[Walker, random.Random, int], None]
    length: int = 60
    prepare: Callable[[Path, Tell], None] | None = None
    is_short: bool = False  # what matters is over soon, and happens once to a store

    def walk(self, folder: Path, choices: random.Random, tell: Tell, length: int = 0) -> None:
        """Open the store as the program does, change it, close it."""
        store = opened(folder)
        walker = Walker.begin(store, choices, tell)
        self.run(walker, choices, length or self.length)
        store.close()


def _first_start(walker: Walker, choices: random.Random, length: int) -> None:
    walker.set(choices.randrange(1_000_000))
    _answering(walker, choices, length)


def _answering(walker: Walker, _choices: random.Random, length: int) -> None:
    for _number in range(length):
        walker.answer()


def _noting(walker: Walker, choices: random.Random, length: int) -> None:
    """Some notes are so long that the log of changes is written back again and again."""
    for _number in range(length):
        walker.note(choices.choice((20, 200, 2_000, 200_000)))


def _photographing(walker: Walker, choices: random.Random, length: int) -> None:
    for _number in range(length):
        choices.choice((walker.photograph, walker.photograph, walker.answer))()


def _undoing(walker: Walker, choices: random.Random, length: int) -> None:
    verbs = (walker.answer, walker.answer, walker.undo, walker.redo, lambda: walker.note(500))
    for _number in range(length):
        choices.choice(verbs)()


JOURNEYS = {
    "first start": Journey(_first_start, 3, is_short=True),
    "answering": Journey(_answering),
    "noting": Journey(_noting),
    "photographing": Journey(_photographing, 30),
    "undoing": Journey(_undoing),
    "migration": Journey(_answering, 3, old_store, is_short=True),
}


def complaints(folder: Path, entries: Iterable[Entry]) -> list[str]:
    """Open the store as the next start does, and return what is not as the diary says.

    A change that was tried and not acknowledged since may be there or not. Undo is tried, and
    redo.
    """
    allowed: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "ACK":
            allowed[entry.thing] = [entry]
        else:
            allowed.setdefault(entry.thing, [replace(entry, says=NOTHING)]).append(entry)
    try:
        store = opened(folder)
    except UserError as error:
        return [f"the store does not open: {error}"]
    try:
        found = [f"integrity: {each}" for each in store._database.problems()]
        for thing, entries_now in allowed.items():
            found += _compared(store, thing, entries_now)
        return found
    finally:
        store.close()


def _compared(store: Store, thing: str, allowed: list[Entry]) -> list[str]:
    if thing == SETTING:
        number = store.setting("battery", -1)
        says = NOTHING if number < 0 else str(number)
        return [] if says in {each.says for each in allowed} else ["a setting is lost"]
    case = store.load(thing) if thing in {each.id for each in store.cases()} else None
    says = NOTHING if case is None else digest(case)
    entry = next((each for each in allowed if each.says == says), None)
    if entry is None:
        return ["an acknowledged change is lost"]
    if case is None:
        return []
    undone = [] if entry.undone == UNKNOWN else _undone(store, case, entry)
    return _without_picture(store, case) + undone


def _without_picture(store: Store, case: Case) -> list[str]:
    """Return what is wrong with the files of the photos that a case refers to."""
    names = [
        photo.sha256
        for walk in case.assessments
        for finding in walk.findings.values()
        for photo in finding.photos
    ]
    files = {name: store.photos.file(case.id, name) for name in names}
    return [
        "the picture of a photo is lost"
        for name, file in files.items()
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != name
    ]


def _undone(store: Store, case: Case, entry: Entry) -> list[str]:
    before = store.undo(case)
    if entry.undone == NOTHING:
        return [] if before is None else ["undo takes back what was not done"]
    if before is None or digest(before) != entry.undone:
        return ["undo does not bring back what was there"]
    again = store.redo(before)
    same = again is not None and digest(again) == entry.says
    return [] if same else ["redo does not bring back what was undone"]
