"""Calcium from food: a rough guide, rounded, never a dose."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

NEAREST = 50
DAYS = 7
OFTEN = 4
"""From this many servings a week on, one more a day is no new idea."""
MOST_SWAPS = 4
LEAST_WORTH = 100
"""A food that brings less than this many milligrams is no swap."""


@dataclass(frozen=True, slots=True)
class Food:
    """A food: milligrams of calcium in one ``serving``. ``us`` and ``uk`` name the serving."""

    id: str
    group: str
    name: str
    us: str
    uk: str
    mg: int
    sources: tuple[str, ...]
    uk_mg: int = 0
    note: str = ""

    def calcium(self, sizes_like: str) -> int:
        """Return the milligrams in the serving of a region with sizes like "us" or "uk"."""
        return self.uk_mg if self.uk_mg and sizes_like == "uk" else self.mg


@dataclass(frozen=True, slots=True)
class FoodGroup:
    """Foods that are looked for together, with the name of their picture."""

    id: str
    name: str
    picture: str


@dataclass(frozen=True)
class FoodTable:
    """All foods in their groups, and the words around the estimate."""

    why: str
    rough: str
    tablets: str
    other_foods: int
    foods: tuple[Food, ...]
    sources: tuple[str, ...]
    groups: tuple[FoodGroup, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Food]:
        """Foods by id."""
        return {food.id: food for food in self.foods}


@dataclass(frozen=True, slots=True)
class GoalWords:
    """What is said beside a region's goals, and where a region has none."""

    calcium_unknown: str
    calcium_enough: str
    calcium_more: str
    vitamin_d_unknown: str
    protein: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """A food of which one serving a day brings about ``mg`` milligrams more, rounded."""

    food: Food
    mg: int


@dataclass(frozen=True, slots=True)
class Swaps:
    """Foods that close the gap: each by itself, or with ``together`` all of them."""

    swaps: tuple[Swap, ...] = ()
    together: bool = False


def counted(servings: Mapping[str, float], table: FoodTable) -> dict[str, float]:
    """Return the servings of foods that the table has; a case may bring others along."""
    return {food: count for food, count in servings.items() if food in table.by_id and count}


def calcium_per_day(servings: Mapping[str, float], table: FoodTable, sizes_like: str = "us") -> int:
    """Return milligrams a day from ``servings`` in a usual *week* (food id → number).

    A week is truer than one day. Rounded to 50; other foods are in it. KeyError for an id that
    the table does not have.
    """
    week = sum(table.by_id[food].calcium(sizes_like) * count for food, count in servings.items())
    return _rounded(week / DAYS + table.other_foods)


def calcium_gap(per_day: int, goal: int) -> int:
    """Return how many milligrams food is short of the goal, 0 if it is not."""
    return max(0, goal - per_day)


def closing_swaps(
    servings: Mapping[str, float], table: FoodTable, gap: int, sizes_like: str = "us"
) -> Swaps:
    """Return the foods of which one serving more a day closes the gap (milligrams).

    At most four, of different groups, and none that is eaten often already. If no food is enough
    by itself, the first ones of the table that are so together; maybe fewer than the gap asks for.
    """
    if not gap:
        return Swaps()
    new = [food for food in table.foods if servings.get(food.id, 0) < OFTEN]
    options = [Swap(food, _rounded(food.calcium(sizes_like))) for food in new]
    alone = _one_a_group([each for each in options if each.mg >= gap], table)
    if alone:
        return Swaps(tuple(alone[:MOST_SWAPS]))
    worth = _one_a_group([each for each in options if each.mg >= LEAST_WORTH], table)
    return Swaps(tuple(_up_to(gap, worth[:MOST_SWAPS])), together=True)


def _one_a_group(swaps: Iterable[Swap], table: FoodTable) -> list[Swap]:
    """Return the first of each group, in the order of the groups."""
    first: dict[str, Swap] = {}
    for swap in swaps:
        first.setdefault(swap.food.group, swap)
    return [first[group.id] for group in table.groups if group.id in first]


def _up_to(gap: int, swaps: Iterable[Swap]) -> Iterator[Swap]:
    """Yield swaps until they are enough together."""
    for swap in swaps:
        if gap > 0:
            yield swap
            gap -= swap.mg


def _rounded(amount: float) -> int:
    return int(amount / NEAREST + 0.5) * NEAREST
