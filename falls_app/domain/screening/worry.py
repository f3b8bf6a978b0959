"""Worry about falling, low mood after a break, and the quiet way if somebody does harm."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from falls_app.domain.screening.flag_screen import CrisisLine


@dataclass(frozen=True, slots=True)
class WorryChoice:
    """One answer with its fixed text, and a good question for the doctor; "" if there is none."""

    id: str
    words: str
    text: str
    ask: str = ""


@dataclass(frozen=True, slots=True)
class WorryQuestion:
    """One question. The answer to a ``hidden`` one shows only while it is given."""

    id: str
    topic: str
    question: str
    why: str
    choices: tuple[WorryChoice, ...]
    sources: tuple[str, ...]
    hidden: bool = False

    def choice(self, choice_id: str) -> WorryChoice | None:
        """Return the answer of this id, or None."""
        return next((each for each in self.choices if each.id == choice_id), None)


@dataclass(frozen=True, slots=True)
class ToRead:
    """A title with lines to read."""

    title: str
    lines: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Worry:
    """All questions, what to read, and whom to call about harm where a source names a number."""

    why: str
    goal: str
    questions: tuple[WorryQuestion, ...]
    mood: ToRead
    harm: ToRead
    harm_lines: tuple[CrisisLine, ...]

    @cached_property
    def by_id(self) -> Mapping[str, WorryQuestion]:
        """Questions by id."""
        return {question.id: question for question in self.questions}

    def harm_line(self, region: str) -> CrisisLine | None:
        """Return the line of a region; None: the doctor knows who helps."""
        return next((line for line in self.harm_lines if line.id == region), None)
