"""A value read from JSON that knows its place, so that a wrong one can be named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar, cast

from falls_app.errors import UserError

Word = TypeVar("Word", bound=StrEnum)

_ABSENT = object()
_LONGEST_QUOTE = 40
_LARGEST_WHOLE = 2**31 - 1
_DEEPEST = 50


class CaseFileError(UserError):
    """A case file that cannot be used. The message is one sentence that names the place."""


def quoted(word: str) -> str:
    """Return the word in quotation marks; a long or broken one is not repeated."""
    return f"“{word}”" if len(word) <= _LONGEST_QUOTE and word.isprintable() else "this word"


def one_of(words: Iterable[str]) -> str:
    """Return the rule that one of these words is needed."""
    return f"must be one of: {', '.join(word for word in words if word)}"


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands in the file ("home.rooms[2].use"; "" is the whole file).

    Every reader raises CaseFileError if the value has another type, or is missing and has no
    default.
    """

    value: object
    place: str = ""

    def error(self, rule: str) -> CaseFileError:
        """Return the error that this value breaks the rule ("must be a text")."""
        return CaseFileError(f"{self.place or 'The case file'} {rule}.")

    @property
    def is_absent(self) -> bool:
        """True if the file does not have this key."""
        return self.value is _ABSENT

    @property
    def is_known(self) -> bool:
        """False if the key is missing or its value is null."""
        return self.value is not _ABSENT and self.value is not None

    def at(self, key: str) -> "Node":
        """Return the value under this key of an object."""
        place = f"{self.place}.{key}" if self.place else key
        return Node(self.mapping().get(key, _ABSENT), place)

    def mapping(self) -> Mapping[str, object]:
        """Return the object; a missing one is empty."""
        if self.is_absent:
            return {}
        if not isinstance(self.value, dict):
            raise self.error("must be an object")
        return cast(Mapping[str, object], self.value)

    def entries(self) -> list["Node"]:
        """Return the entries of a list; a missing one is empty."""
        if self.is_absent:
            return []
        if not isinstance(self.value, list):
            raise self.error("must be a list")
        return [Node(value, f"{self.place}[{index}]") for index, value in enumerate(self.value)]

    def texts(self) -> tuple[str, ...]:
        """Return a list of texts; a missing one is empty."""
        return tuple(entry.text() for entry in self.entries())

    def text(self, default: str | None = None) -> str:
        """Return a text."""
        if self.is_absent and default is not None:
            return default
        self._present()
        if not isinstance(self.value, str):
            raise self.error("must be a text")
        return self.value

    def word(self, kind: type[Word], default: Word | None = None) -> Word:
        """Return one of the words of ``kind``."""
        if self.is_absent and default is not None:
            return default
        text = self.text()
        try:
            return kind(text)
        except ValueError:
            raise self.error(f"{one_of(kind)}, not {quoted(text)}") from None

    def flag(self, default: bool | None = None) -> bool:
        """Return true or false."""
        if self.is_absent and default is not None:
            return default
        self._present()
        if not isinstance(self.value, bool):
            raise self.error("must be true or false")
        return self.value

    def whole(self, default: int | None = None) -> int:
        """Return a whole number. True and 81.0 are none."""
        if self.is_absent and default is not None:
            return default
        self._present()
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.error("must be a whole number")
        if abs(self.value) > _LARGEST_WHOLE:
            raise self.error("is too large a number")
        return self.value

    def number(self) -> float:
        """Return a finite number, whole or not."""
        self._present()
        if not isinstance(self.value, int | float) or isinstance(self.value, bool):
            raise self.error("must be a number")
        if not abs(self.value) <= _LARGEST_WHOLE:
            raise self.error("is too large a number")
        return float(self.value)

    def numbers(self) -> Mapping[str, float]:
        """Return an object whose values are numbers; a missing one is empty."""
        return {key: self.at(key).number() for key in self.mapping()}

    def words(self) -> Mapping[str, str]:
        """Return an object whose values are texts; a missing one is empty."""
        return {key: self.at(key).text() for key in self.mapping()}

    def day(self) -> str:
        """Return a date of the calendar as ISO text (2026-11-20)."""
        text = self.text()
        try:
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                raise ValueError(text)
            date.fromisoformat(text)
        except ValueError:
            raise self.error("must be a date such as 2026-11-20") from None
        return text

    def day_or_empty(self) -> str:
        """Return a date, or "" if the text is empty or missing."""
        return self.day() if self.text("") else ""

    def refuse_deep(self) -> None:
        """Refuse a value whose objects and lists lie more than 50 deep: it cannot be written."""
        level = [self.value]
        for _ in range(_DEEPEST):
            level = [inner for value in level for inner in _inside(value)]
            if not level:
                return
        raise self.error("is nested too deeply")

    def _present(self) -> None:
        if self.is_absent:
            raise self.error("is missing")


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
