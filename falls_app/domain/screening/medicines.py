"""A list of medicines to show the pharmacist: ticks and questions, no dose, no advice to change."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

MANY = 5
"""From this many regular medicines on, the list says so at its top."""
SEVERAL = 2
"""From this many kinds that act on the brain on, the list says so too."""
COUNT_KEY = "medicine:count"
"""Where the answers about bones keep the number of regular medicines."""
SHORT = "M01"
SHORT_MANY, SHORT_DIZZY = ("five", "both"), ("dizzy", "both")
"""Answers to the short question that speak of many medicines, and of dizzy spells."""


@dataclass(frozen=True, slots=True)
class MedicineClass:
    """A kind of medicine. ``falls`` and ``bones`` are the questions it puts on the sheet.

    ``traits`` are those that a tick suggests. ``on_brain``: it is one for sleep, nerves, mood,
    strong pain or fits.
    """

    id: str
    name: str
    examples: str
    sources: tuple[str, ...]
    falls: str = ""
    bones: str = ""
    traits: tuple[str, ...] = ()
    on_brain: bool = False


@dataclass(frozen=True)
class MedicineList:
    """All kinds, what to write down besides, and the words that stay on every sheet.

    ``tell_first`` belongs at the top of the list; ``tell_ids`` names each of its lines: new,
    many, brain, dizzy and fall.
    """

    title: str
    why: str
    never: str
    when: tuple[str, ...]
    also_write_down: tuple[str, ...]
    tell_first: tuple[str, ...]
    tell_ids: tuple[str, ...]
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


def regular_count(items: Mapping[str, str]) -> int | None:
    """Return the number of regular medicines as answered, None if it is not known."""
    said = items.get(COUNT_KEY, "")
    return int(said) if said.isdecimal() else None


def tell_key(line: str) -> str:
    """Return where the answers about bones keep whether this line of ``tell_ids`` holds."""
    return f"medicine:{line}"


def told_first(
    medicines: MedicineList,
    ticked: Collection[str],
    items: Mapping[str, str],
    *,
    dizzy: bool = False,
) -> tuple[str, ...]:
    """Return the ids of the lines that hold, in order: told, or known from other answers.

    ``items`` are the answers about bones, ``dizzy`` whether the person is known to be so on
    standing up. What was told, yes or no, counts before what follows from others, and the number
    of medicines before the short question.
    """
    on_brain = sum(each.on_brain for each in medicines.classes if each.id in ticked)
    count, short = regular_count(items), items.get(SHORT)
    known = {
        "many": short in SHORT_MANY if count is None else takes_many(count),
        "brain": on_brain >= SEVERAL,
        "dizzy": dizzy or short in SHORT_DIZZY,
    }
    return tuple(
        line
        for line in medicines.tell_ids
        if items.get(tell_key(line), "yes" if known.get(line) else "no") == "yes"
    )


def takes_many(count: int) -> bool:
    """Return whether the number of regular medicines belongs at the top of the list."""
    return count >= MANY
