"""The questions about bones and balance: each answer leads to one text; nothing is added up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class BoneStep:
    """What an answer puts into the plan. Due ``days`` after the walk; ``who`` a role."""

    do: str
    short: str
    who: str
    days: int
    done_when: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer. ``state`` is ok, some, fix or unsure; ``said`` repeats it on cards and papers.

    ``text`` is the fixed text it leads to, ``ask`` the question for the doctor ("" if none).
    """

    id: str
    words: str
    state: str
    said: str
    text: str
    ask: str = ""
    step: BoneStep | None = None


@dataclass(frozen=True, slots=True)
class BoneQuestion:
    """One question. ``covers`` are the rows of the research list that it settles.

    ``rank`` orders open answers on page one of the plan, 1 first. ``level`` 3 marks a red flag
    that is due within a week, 0 an ordinary habit. Of a ``private`` one, such as smoking, family
    papers print the step, never the answer or its text.
    """

    id: str
    covers: tuple[str, ...]
    topic: str
    icon: str
    question: str
    why: str
    rank: int
    sources: tuple[str, ...]
    choices: tuple[Choice, ...]
    level: int = 0
    private: bool = False

    def choice(self, choice_id: str | None) -> Choice | None:
        """Return the answer with this id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


@dataclass(frozen=True)
class BoneCheck:
    """All questions, in the order in which they are asked."""

    questions: tuple[BoneQuestion, ...]

    @cached_property
    def by_id(self) -> Mapping[str, BoneQuestion]:
        """Questions by id."""
        return {question.id: question for question in self.questions}
