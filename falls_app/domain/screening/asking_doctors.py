"""Questions to take to the doctor, the pharmacist or the therapist."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``covers`` are the flags and answers that put it on the sheet.

    ``about`` names the matter before the words where they do not say it, such as a treatment.
    """

    id: str
    words: str
    covers: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions on one matter for one professional."""

    id: str
    title: str
    who: str
    questions: tuple[Question, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionBank:
    """All questions; papers print only those that something calls for."""

    why: str
    groups: tuple[QuestionGroup, ...]


def called_for(bank: QuestionBank, open_ids: Collection[str]) -> tuple[Question, ...]:
    """Return the questions that these open flags and answers put on the sheet, in order."""
    every = (question for group in bank.groups for question in group.questions)
    return tuple(each for each in every if set(each.covers) & set(open_ids))
