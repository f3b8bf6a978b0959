"""The diary of falls: what is asked about one fall, and which signs an entry raises."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from falls_app.domain.bones import Fall

YEAR = 365
"""Days that count as the past year."""


@dataclass(frozen=True, slots=True)
class DiaryOption:
    """One answer of a diary question. ``traits`` are those that it suggests."""

    id: str
    words: str
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DiaryQuestion:
    """One question about a fall; ``Fall.answers`` maps its id to the id of the chosen option.

    ``said`` stands before the answer in the list of falls. A ``private`` one is never there.
    """

    id: str
    words: str
    said: str
    options: tuple[DiaryOption, ...]
    sources: tuple[str, ...]
    hint: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class FloorTime:
    """About how many minutes on the floor, in words."""

    minutes: int
    words: str


@dataclass(frozen=True, slots=True)
class DiarySign:
    """What raises the red flag ``flag``, or only ``asks`` to look at it.

    All that is named has to be so: in one fall ``answered`` (question id → option ids, "" for no
    answer) and at least ``minutes`` on the floor; at least ``falls`` of them. Falls of ``from_day``
    to ``to_day`` days ago count, both included.
    """

    id: str
    flag: str
    to_day: int
    sources: tuple[str, ...]
    answered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    minutes: int = 0
    falls: int = 1
    from_day: int = 0
    asks: bool = False


@dataclass(frozen=True)
class Diary:
    """All questions and signs, and the words around them."""

    why: str
    fell_last_year: str
    asked: str
    times: tuple[DiaryOption, ...]
    floor: tuple[FloorTime, ...]
    questions: tuple[DiaryQuestion, ...]
    signs: tuple[DiarySign, ...]

    @cached_property
    def by_id(self) -> Mapping[str, DiaryQuestion]:
        """Questions by id."""
        return {question.id: question for question in self.questions}


def signs_of(diary: Diary, falls: Iterable[Fall], today: date) -> tuple[DiarySign, ...]:
    """Return the signs that these falls show on a day, in the order of the content.

    A fall of a day that nobody knows counts as one in the past year, never as a recent one.
    """
    known = tuple(falls)
    return tuple(
        sign
        for sign in diary.signs
        if sum(_shows(sign, fall, today) for fall in known) >= sign.falls
    )


def raised_flags(diary: Diary, falls: Iterable[Fall], today: date) -> tuple[str, ...]:
    """Return the ids of the red flags that these falls raise on a day, each once."""
    return tuple(dict.fromkeys(s.flag for s in signs_of(diary, falls, today) if not s.asks))


def with_fall(falls: Iterable[Fall], fall: Fall) -> tuple[Fall, ...]:
    """Return the falls with this one in the place of the one of its id, else at the end."""
    known = {each.id: each for each in falls}
    return tuple({**known, fall.id: fall}.values())


def newest_first(falls: Iterable[Fall]) -> tuple[Fall, ...]:
    """Return the falls with the newest in front; those of a day that nobody knows come last."""
    return tuple(sorted(falls, key=lambda fall: fall.date, reverse=True))


def room_of_last_fall(falls: Iterable[Fall], rooms: Collection[str]) -> str | None:
    """Return which of these rooms the newest fall in one of them was in, None if there is none."""
    return next((fall.room for fall in newest_first(falls) if fall.room in rooms), None)


def is_in_past_year(fall: Fall, today: date) -> bool:
    """Return whether the fall is known to lie in the 12 months before a day."""
    return bool(fall.date) and days_ago(fall, today) <= YEAR


def days_ago(fall: Fall, today: date) -> int:
    """Return how many days ago a fall was; a whole year if nobody knows, 0 if it lies ahead."""
    return max(0, (today - date.fromisoformat(fall.date)).days) if fall.date else YEAR


def _shows(sign: DiarySign, fall: Fall, today: date) -> bool:
    if not sign.from_day <= days_ago(fall, today) <= sign.to_day:
        return False
    if (fall.minutes or 0) < sign.minutes:
        return False
    return all(fall.answers.get(asked, "") in found for asked, found in sign.answered.items())
