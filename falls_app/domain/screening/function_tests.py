"""Tests of movement with a stopwatch: a number to write down, a table to hold it against.

No verdict: a number at or beyond the reference is something to talk about with a professional.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from falls_app.domain.bones import FunctionResult

TUG_SECONDS = 12.0
"""Timed Up and Go, of the CDC: this long or longer. Never mixed with the 15 s of others."""
TANDEM_SECONDS = 10.0
UPPER_DROP, LOWER_DROP = 20, 10
"""How far the blood pressure drops on standing, upper and lower number."""
CHAIR_SECONDS = 30.0
STANDS = ("side", "semi", "tandem", "one_leg")
"""The four ways to stand, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A row of the chair-stand table: fewer stands than this are below average."""

    from_age: int
    to_age: int
    men: int
    women: int


@dataclass(frozen=True, slots=True)
class Sign:
    """Something to tick: a reason to leave the tests for today, or what the helper saw."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class FunctionTest:
    """One test: what it needs, its steps, what to write down and the words of its reference.

    ``seen`` is what the helper may tick; ``stands`` names each part that is timed by itself;
    ``traits`` are those that a result at or beyond the reference suggests.
    """

    id: str
    name: str
    why: str
    needs: tuple[str, ...]
    steps: tuple[str, ...]
    write_down: tuple[str, ...]
    reference: str
    ask: str
    sources: tuple[str, ...]
    skip_if: tuple[str, ...] = ()
    seen: tuple[Sign, ...] = ()
    stands: tuple[str, ...] = ()
    picture: str = ""
    traits: tuple[str, ...] = ()


@dataclass(frozen=True)
class FunctionTests:
    """All tests. ``gate`` comes before any; ``skip_if`` and ``stop_if`` hold for each."""

    why: str
    gate: tuple[str, ...]
    skip_if: tuple[Sign, ...]
    stop_if: tuple[str, ...]
    after: str
    no_reference: str
    credit: tuple[str, ...]
    tests: tuple[FunctionTest, ...]
    chair_stand: tuple[Beside, ...]

    @cached_property
    def by_id(self) -> Mapping[str, FunctionTest]:
        """Tests by id."""
        return {test.id: test for test in self.tests}


def reference(table: tuple[Beside, ...], age: int | None, sex: str) -> int | None:
    """Return below how many stands in 30 seconds a count is under average, or None.

    The table ends at both sides and nothing is worked out beyond it. ``sex`` is "female" or
    "male".
    """
    row = next((row for row in table if age and row.from_age <= age <= row.to_age), None)
    return None if row is None else {"female": row.women, "male": row.men}.get(sex)


def tug_is_slow(seconds: float) -> bool:
    """Return whether a Timed Up and Go took as long as the reference, or longer."""
    return round(seconds, 1) >= TUG_SECONDS


def tandem_is_short(seconds: float) -> bool:
    """Return whether heel to toe was held for less than the reference."""
    return round(seconds, 1) < TANDEM_SECONDS


def pressure_drops(lying: tuple[int, int], standing: tuple[int, int]) -> bool:
    """Return whether blood pressure (upper, lower) drops as far as the reference."""
    return lying[0] - standing[0] >= UPPER_DROP or lying[1] - standing[1] >= LOWER_DROP


def is_beyond(result: FunctionResult, table: tuple[Beside, ...], age: int | None, sex: str) -> bool:
    """Return whether a result is at or beyond its reference: something to talk about.

    False where there is no reference, as for chair stands outside 60 to 94.
    """
    if result.kind == "tug":
        return tug_is_slow(result.value)
    if result.kind == "balance":
        return tandem_is_short(result.parts.get("tandem", result.value))
    if result.kind == "chair":
        least = reference(table, age, sex)
        return least is not None and result.value < least
    return result.kind == "pressure" and _drops(result)


def _drops(result: FunctionResult) -> bool:
    """Return whether the blood pressure drops in any reading, or standing up made dizzy."""
    parts = result.parts
    lower = (
        parts["lying_lower"] - parts[f"{when}_lower"]
        for when in ("one", "three")
        if {"lying_lower", f"{when}_lower"} <= parts.keys()
    )
    drops = result.value >= UPPER_DROP or any(each >= LOWER_DROP for each in lower)
    return drops or "dizzy" in result.seen
