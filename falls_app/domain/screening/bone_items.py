"""The full bone check: 21 questions, each with one fixed text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from falls_app.domain.screening.bone_check import BoneCheck
from falls_app.domain.screening.injection import InjectionWords


@dataclass(frozen=True, slots=True)
class BoneItem:
    """One yes-or-no question. ``group`` is ask (for the doctor), habit, or record (only kept).

    It is open at a yes, or with ``no_is_open`` at a no; then ``text`` shows and ``ask`` is for the
    doctor. ``tags`` may hold "women" or "men"; ``covers`` are the short questions that ask it too.
    ``traits`` are those that a yes suggests.
    """

    id: str
    group: str
    topic: str
    question: str
    text: str
    sources: tuple[str, ...]
    ask: str = ""
    then: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    no_is_open: bool = False
    private: bool = False
    traits: tuple[str, ...] = ()


@dataclass(frozen=True)
class BoneItems:
    """All questions, what *not sure* leads to, and the words about the next injection."""

    why: str
    not_sure: str
    items: tuple[BoneItem, ...]
    injection: InjectionWords

    @cached_property
    def by_id(self) -> Mapping[str, BoneItem]:
        """Questions by id."""
        return {item.id: item for item in self.items}


def items_for(check: BoneItems, sex: str) -> tuple[BoneItem, ...]:
    """Return the questions for a person; all of them if ``sex`` is not known."""
    left_out = {"female": "men", "male": "women"}.get(sex, "")
    return tuple(item for item in check.items if left_out not in item.tags)


def is_open(item: BoneItem, answer: str) -> bool:
    """Return whether "yes" or "no" leads to the text. What is only kept never does."""
    return item.group != "record" and answer == ("no" if item.no_is_open else "yes")


def with_item(
    given: Mapping[str, str], short: BoneCheck, item: BoneItem, answer: str
) -> Mapping[str, str]:
    """Return the answers with that of one item; a short question that asks it too changes with it.

    The short question takes the one choice that says the same. Where none does, or more than one,
    what it said stays as plain answers to each of its rows.
    """
    for question in (short.by_id[each] for each in item.covers):
        choice = question.choice(given.get(question.id))
        if choice is None or item.id not in choice.plain:
            continue
        rows = {**choice.plain, item.id: answer}
        rest = {key: each for key, each in given.items() if key not in rows}
        same = [each for each in question.choices if each.plain == rows]
        if choice in same:
            return {**rest, question.id: choice.id}
        return {**rest, question.id: same[0].id} if len(same) == 1 else {**rest, **rows}
    return {**given, item.id: answer}
