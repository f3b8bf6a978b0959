"""Calcium from food: a rough guide, rounded, never a dose."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

NEAREST = 50
DAYS = 7


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


@dataclass(frozen=True)
class FoodTable:
    """All foods and the words around the estimate."""

    why: str
    rough: str
    tablets: str
    other_foods: int
    foods: tuple[Food, ...]
    sources: tuple[str, ...]

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


def _rounded(amount: float) -> int:
    return int(amount / NEAREST + 0.5) * NEAREST
