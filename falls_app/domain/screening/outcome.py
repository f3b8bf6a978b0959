"""Everything that follows from what somebody told about the person, for windows and papers.

Each answer leads to its own fixed text. Nothing is added up, nothing is predicted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from falls_app.domain.screening.advice import Advice, advice_of
from falls_app.domain.screening.asks import Ask, asks_of
from falls_app.domain.screening.calcium import calcium_per_day
from falls_app.domain.screening.flag_screen import EMERGENCY, SOON, TODAY, Flag
from falls_app.domain.screening.height import HeightFound
from falls_app.domain.screening.movement import Movement
from falls_app.domain.screening.signs import flags_up
from falls_app.domain.screening.suggesting import suggested_traits
from falls_app.domain.screening.told import Told


@dataclass(frozen=True, slots=True)
class Raise:
    """A habit that makes a check of the home worth a look; ``is_first`` if it is the first."""

    check: str
    habit: Movement

    @property
    def is_first(self) -> bool:
        """True if the fix of this check is what the habit's own step asks for too."""
        return self.habit.raises[0] == self.check


class Outcome:
    """What follows from the answers; each part is worked out when first asked for."""

    def __init__(self, told: Told, sizes_like: str = "us") -> None:
        """Take the answers; ``sizes_like`` "uk" counts foods in the servings known there."""
        self.told, self._sizes_like = told, sizes_like

    @cached_property
    def raised(self) -> tuple[Flag, ...]:
        """The red flags that anything raises, the gravest first."""
        return flags_up(self.told)

    @cached_property
    def flags(self) -> Mapping[int, tuple[str, ...]]:
        """Ids of the red flags by their level, 1 to 3."""
        return {
            level: tuple(flag.id for flag in self.raised if flag.level == level)
            for level in (EMERGENCY, TODAY, SOON)
        }

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Ids of the fixed texts that the answers lead to: each is the id of its question."""
        return tuple(dict.fromkeys(self._texts()))

    def _texts(self) -> Iterator[str]:
        told = self.told
        yield from (question.id for question, _choice in told.open_short())
        yield from (item.id for item in told.open_items())
        yield from (each.id for each in told.open_falls())
        yield from (habit.id for habit in told.habits())
        yield from (result.kind for result in told.slow_tests())
        if self.height:
            yield f"height_{self.height.loss}"

    @cached_property
    def questions(self) -> tuple[Ask, ...]:
        """What the answers call for asking, the most pressing first."""
        return asks_of(self.told, self.raised)

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """The answers that make a step of the plan, what is due today in front."""
        return advice_of(self.told, self.raised)

    @cached_property
    def raises(self) -> tuple[Raise, ...]:
        """The checks of the home that habits make worth a look, in the order of the habits."""
        return tuple(Raise(check, habit) for habit in self.told.habits() for check in habit.raises)

    @cached_property
    def traits(self) -> tuple[str, ...]:
        """Ids of the traits that the answers suggest and that the person does not have yet."""
        return suggested_traits(self.told, self.raised)

    @cached_property
    def calcium_mg(self) -> int | None:
        """Milligrams of calcium a day from food, rounded; None if no servings are known."""
        foods = self.told.about.foods
        known = {food: n for food, n in self.told.bones.servings.items() if food in foods.by_id}
        return calcium_per_day(known, foods, self._sizes_like) if known else None

    @cached_property
    def height(self) -> HeightFound | None:
        """How much height is gone; None if there is nothing to compare."""
        return self.told.height()
