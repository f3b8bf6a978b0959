"""Somebody who goes through a home, changes one thing after the other, and keeps a diary of it."""

import random
import uuid
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Photo
from falls_app.domain.person import Person
from falls_app.storage.store import Store
from falls_app.storage.trouble import told
from tests.battery.diary import NOTHING, SETTING, UNKNOWN, Tell, digest

CHECKS = tuple(f"CHK{number:02}" for number in range(40))


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
    with told():
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
        if not (homes := store.cases()):
            return cls.anew(store, choices, tell)
        walker, moment = cls(store, choices, tell), _Moment(store.load(homes[0].id))
        # What somebody sees on the screen counts as saved.
        tell(f"ACK {moment.case.id} {moment.says} {UNKNOWN}\n")
        walker._past.append(moment)
        return walker

    @classmethod
    def anew(cls, store: Store, choices: random.Random, tell: Tell) -> "Walker":
        """Make a new case."""
        walker, moment = cls(store, choices, tell), _Moment(new_home(choices))
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
