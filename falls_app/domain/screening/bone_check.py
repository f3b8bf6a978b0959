"""The questions about bones and balance: each answer leads to one text; nothing is added up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class BoneStep:
    """What an answer puts into the plan. Due ``days`` after the walk; ``who`` a role.

    ``worse`` says what to do should it get worse. ``by`` is an ISO date that counts in place of
    the days, "" if there is none.
    """

    do: str
    short: str
    who: str
    days: int
    done_when: str = ""
    worse: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer. ``state`` is ok, some, fix or unsure; ``said`` repeats it on cards and papers.

    ``text`` is the fixed text it leads to, ``ask`` the question for the doctor ("" if none).
    ``plain`` maps each row that it answers to "yes", "no" or "not_sure", as the full check would
    have it; ``traits`` are those that it suggests.
    """

    id: str
    words: str
    state: str
    said: str
    text: str
    ask: str = ""
    step: BoneStep | None = None
    plain: Mapping[str, str] = field(default_factory=dict)
    traits: tuple[str, ...] = ()


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


_GRAVEST = ("fix", "some", "unsure", "ok")


def short_answer(
    question: BoneQuestion, items: Mapping[str, str], flags: Mapping[str, str]
) -> Choice | None:
    """Return the answer to a short question, None if it has none.

    Its own choice stands among the ``items``; that of a red flag may stand under the ``flags``.
    Answers of the full check, or of a file from elsewhere, are plain: "yes", "no", "not_sure".
    """
    given = items.get(question.id) or flags.get(question.id)
    return question.choice(given) or _from_plain(question, items)


def _from_plain(question: BoneQuestion, given: Mapping[str, str]) -> Choice | None:
    """Return the gravest choice that says what was said, and as little more as can be.

    Nothing is called fine of which a part was never asked.
    """
    found = [choice for choice in question.choices if _agrees(choice, given)]
    if not found:
        return None
    fine = next((each.plain for each in question.choices if each.state == "ok"), {})

    def order(choice: Choice) -> tuple[int, int]:
        unasked = [row for row in choice.plain if row not in given]
        more = sum(choice.plain[row] != fine.get(row) for row in unasked)
        return (more, _GRAVEST.index(choice.state))

    best = min(found, key=order)
    is_whole = all(row in given for row in best.plain)
    return best if is_whole or best.state != "ok" else None


def _agrees(choice: Choice, given: Mapping[str, str]) -> bool:
    known = [row for row in choice.plain if row in given]
    return bool(known) and all(given[row] == choice.plain[row] for row in known)


def with_short(given: Mapping[str, str], question: BoneQuestion, choice: str) -> Mapping[str, str]:
    """Return the answers with that of a short question, which settles every row that it asks."""
    found = question.choice(choice)
    rows = found.plain if found else {}
    return {**{key: each for key, each in given.items() if key not in rows}, question.id: choice}
