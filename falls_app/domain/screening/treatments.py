"""Treatments explained neutrally: no advice for or against, no dose."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Treatment:
    """One kind. ``known`` is what sources say, ``ask`` what to ask the doctor about it."""

    id: str
    group: str
    name: str
    examples: str
    given: str
    known: tuple[str, ...]
    ask: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Treatments:
    """All kinds and the words around them."""

    why: str
    never: str
    choice: tuple[str, ...]
    treatments: tuple[Treatment, ...]
