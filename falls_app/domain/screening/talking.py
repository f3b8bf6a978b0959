"""Talking with a parent about staying steady at home."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """How ready somebody is: what it sounds like, and what then helps."""

    id: str
    name: str
    sounds_like: str
    helps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Talking:
    """What helps, what to leave, and sentences to begin with."""

    why: str
    do: tuple[str, ...]
    leave: tuple[str, ...]
    openers: tuple[str, ...]
    stages: tuple[Stage, ...]
    credit: tuple[str, ...]
    sources: tuple[str, ...]
