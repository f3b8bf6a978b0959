"""What was said about the person's bones and balance. No score, no sum, no verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class TwoDays:
    """Answers to "Has anything changed in the last two days?".

    ``ticked`` holds option ids, or "none"; empty means not asked. ``noted`` is what was done,
    in the user's words, and ``noted_on`` its ISO date: until then the action leads every paper.
    """

    ticked: tuple[str, ...] = ()
    noted: str = ""
    noted_on: str = ""

    @property
    def needs_help(self) -> bool:
        """True if something was ticked, or nobody was sure."""
        return bool(self.ticked) and self.ticked != ("none",)


@dataclass(frozen=True, slots=True)
class Fall:
    """One fall in the diary. ``date`` is ISO or "" if nobody knows; ``time`` as it was said.

    ``room`` is a room of the home, else ``place`` says where. ``answers`` maps the id of a diary
    question to the chosen option. ``minutes`` on the floor; None if not known.
    """

    id: str
    date: str = ""
    time: str = ""
    room: str | None = None
    place: str = ""
    doing: str = ""
    minutes: int | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class FunctionResult:
    """A test of movement on one day. ``kind`` is the test, ``helper`` who stood by.

    ``value`` is in the test's own unit (seconds, stands, the drop of the upper blood pressure);
    ``parts`` are its single numbers by name; ``seen`` what the helper ticked. The value of
    "balance" is the seconds of heel to toe; see ``screening.function_results`` for the parts.
    """

    kind: str
    date: str
    value: float
    helper: str = ""
    parts: Mapping[str, float] = field(default_factory=dict)
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Height:
    """A height in centimeters. ``date`` "" is the tallest ever, as remembered or on old papers."""

    date: str
    cm: float


@dataclass(frozen=True, slots=True)
class Bones:
    """Answers about bones and balance.

    ``items`` maps a question id to the chosen answer id, ``flags`` a red-flag id to "yes", "no"
    or "not_sure"; ``help_noted`` is what was done about flags of level 1, in the user's words.
    ``servings`` maps a food id to servings in a usual week. ``medicines`` are class ids.
    ``dates`` maps what happened ("spine_break", "scan", "tests_left": the day for which the tests
    of movement were left) or is due ("injection") to an ISO date.
    ``shared`` are the ids of the questions that the person wants on the doctor's page; None while
    nobody chose. ``rest`` keeps what this version does not read.
    """

    two_days: TwoDays = TwoDays()
    items: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    help_noted: str = ""
    falls: tuple[Fall, ...] = ()
    tests: tuple[FunctionResult, ...] = ()
    heights: tuple[Height, ...] = ()
    servings: Mapping[str, float] = field(default_factory=dict)
    medicines: tuple[str, ...] = ()
    dates: Mapping[str, str] = field(default_factory=dict)
    shared: tuple[str, ...] | None = None
    rest: Mapping[str, Any] = field(default_factory=dict)
