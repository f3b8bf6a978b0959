"""Twelve quick questions about staying steady: no points, nothing is added up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class FallsQuestion:
    """One yes-or-no question. A yes leads to ``text`` and to the question ``ask`` for ``who``.

    ``then`` asks more after a yes. ``flags`` are the red flags that it touches, ``traits`` those
    that a yes suggests.
    """

    id: str
    topic: str
    question: str
    why: str
    text: str
    ask: str
    who: str
    sources: tuple[str, ...]
    then: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    private: bool = False
    traits: tuple[str, ...] = ()


@dataclass(frozen=True)
class FallsQuestions:
    """All of them, who is credited, and what *not sure* leads to."""

    title: str
    credit: tuple[str, ...]
    not_sure: str
    questions: tuple[FallsQuestion, ...]

    @cached_property
    def by_id(self) -> Mapping[str, FallsQuestion]:
        """Questions by id."""
        return {question.id: question for question in self.questions}
