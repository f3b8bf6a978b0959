"""The person the home is looked at for: name, traits, history, wishes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Say(StrEnum):
    """How texts speak of the person. ``YOU``: the person does the walk alone."""

    SHE = "she"
    HE = "he"
    THEY = "they"
    YOU = "you"


@dataclass(frozen=True, slots=True)
class Trait:
    """What makes moving harder. ``bonus`` maps a tag of a check to what it adds to m.

    ``injury`` maps a severity (1 to 3) to what it adds to the injury factor f.
    Source: scoring specification, "Fit score".
    """

    id: str
    bonus: Mapping[str, float]
    injury: Mapping[int, float]
    implies: tuple[str, ...] = ()


def _bonus(half: str = "", quarter: str = "") -> Mapping[str, float]:
    return {**dict.fromkeys(quarter.split(), 0.25), **dict.fromkeys(half.split(), 0.5)}


_WEAK_BONES = {3: 0.25, 2: 0.125}
_BLEEDS = {3: 0.15, 2: 0.075}

TRAITS: Mapping[str, Trait] = {
    trait.id: trait
    for trait in (
        Trait("weak_legs", _bonus("xfer", "rail step reach"), {}),
        Trait("dizzy", _bonus("xfer", "night rail reach"), {}),
        Trait("night_toilet", _bonus("night"), {}),
        Trait("low_vision", _bonus("light contrast", "trip step"), {}),
        Trait("numb_feet", _bonus("foot", "trip slip step"), {}),
        Trait("memory", _bonus("cog", "night help device trip"), {}),
        Trait("walking_aid", _bonus("width step rail carry", "trip slip device"), {}),
        Trait("wheelchair", _bonus("width xfer", "reach device"), {}),
        Trait("helped", _bonus("xfer width device"), {}),
        Trait("osteoporosis", {}, _WEAK_BONES),
        Trait("spine_fracture", _bonus("reach carry", "xfer"), {}, ("osteoporosis",)),
        Trait("blood_thinner", {}, _BLEEDS),
        Trait("lives_alone", _bonus("help"), {}),
    )
}
"""The traits, in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who lives in the home.

    ``age`` in years or None; ``fall_last_year`` None while not asked; ``sex`` ("female",
    "male" or "") serves tables and nutrition goals only. ``goals`` are the person's own words.
    """

    name: str = ""
    age: int | None = None
    say: Say = Say.THEY
    sex: str = ""
    traits: tuple[str, ...] = ()
    fall_last_year: bool | None = None
    goals: str = ""

    @property
    def all_traits(self) -> frozenset[str]:
        """The traits with those they imply (a spine fracture also counts as osteoporosis).

        ValueError names a trait that nobody knows.
        """
        for trait in self.traits:
            if trait not in TRAITS:
                raise ValueError(f"There is no trait “{trait}”.")
        implied = (other for trait in self.traits for other in TRAITS[trait].implies)
        return frozenset(self.traits).union(implied)
