"""A list of medicines to show the pharmacist: ticks and questions, no dose, no advice to change."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

MANY = 5
"""From this many regular medicines on, the list says so at its top."""


@dataclass(frozen=True, slots=True)
class MedicineClass:
    """A kind of medicine. ``falls`` and ``bones`` are the questions it puts on the sheet.

    ``traits`` are those that a tick suggests.
    """

    id: str
    name: str
    examples: str
    sources: tuple[str, ...]
    falls: str = ""
    bones: str = ""
    traits: tuple[str, ...] = ()


@dataclass(frozen=True)
class MedicineList:
    """All kinds, what to write down besides, and the words that stay on every sheet."""

    title: str
    why: str
    never: str
    when: tuple[str, ...]
    also_write_down: tuple[str, ...]
    tell_first: tuple[str, ...]
    many: str
    classes: tuple[MedicineClass, ...]
    sources: tuple[str, ...]

    @cached_property
    def by_id(self) -> Mapping[str, MedicineClass]:
        """Kinds by id."""
        return {each.id: each for each in self.classes}


def lines_to_ask(medicines: MedicineList, ticked: Collection[str]) -> tuple[str, ...]:
    """Return the questions for the pharmacist, each once, in the order of the list."""
    chosen = [each for each in medicines.classes if each.id in ticked]
    lines = (line for each in chosen for line in (each.falls, each.bones) if line)
    return tuple(dict.fromkeys(lines))


def takes_many(count: int) -> bool:
    """Return whether the number of regular medicines belongs at the top of the list."""
    return count >= MANY
