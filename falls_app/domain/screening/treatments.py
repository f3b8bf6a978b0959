"""Treatments explained neutrally: no advice for or against, no dose."""

from collections.abc import Mapping
from dataclasses import dataclass

from falls_app.domain.screening.asking_doctors import Question


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

    @property
    def questions(self) -> tuple[Question, ...]:
        """What to ask, each with an id of its own for the list of the doctor."""
        return tuple(
            Question(f"{self.id}-{number}", words, about=self.name)
            for number, words in enumerate(self.ask, start=1)
        )


@dataclass(frozen=True, slots=True)
class Treatments:
    """All kinds and the words around them."""

    why: str
    never: str
    choice: tuple[str, ...]
    treatments: tuple[Treatment, ...]


def asked_key(question: str) -> str:
    """Return where the answers about bones keep that a question was put on the list."""
    return f"ask:{question}"


def chosen_questions(treatments: Treatments, items: Mapping[str, str]) -> tuple[Question, ...]:
    """Return the questions that somebody put on the list for the doctor, in order."""
    every = (question for each in treatments.treatments for question in each.questions)
    return tuple(each for each in every if items.get(asked_key(each.id)) == "yes")
