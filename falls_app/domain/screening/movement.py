"""Everyday movements and habits: what to look at, and the way that spares the back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from falls_app.domain.screening.bone_check import BoneStep


@dataclass(frozen=True, slots=True)
class Movement:
    """A habit to look at. A yes leads to ``tip`` and ``step``.

    ``covers`` are the areas of the home that it belongs to; a yes ``raises`` these checks: they
    are worth a look then, and the first one's own fix takes the place of the step. ``traits`` are
    those that a yes suggests. Of a ``private`` one family papers print the step alone.
    """

    id: str
    topic: str
    question: str
    tip: str
    step: BoneStep
    sources: tuple[str, ...]
    covers: tuple[str, ...] = ()
    raises: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class Habit:
    """Lines about a daily habit; ``covers`` are the items of the bone check that lead here."""

    id: str
    title: str
    lines: tuple[str, ...]
    covers: tuple[str, ...]
    sources: tuple[str, ...]
    private: bool = False


@dataclass(frozen=True)
class Movements:
    """All movements and habits."""

    why: str
    movements: tuple[Movement, ...]
    habits: tuple[Habit, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Movement]:
        """Movements by id."""
        return {movement.id: movement for movement in self.movements}
