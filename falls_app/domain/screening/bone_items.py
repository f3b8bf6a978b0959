"""The full bone check: 21 questions, each with one fixed text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


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
    """All questions and what *not sure* leads to."""

    why: str
    not_sure: str
    items: tuple[BoneItem, ...]

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
