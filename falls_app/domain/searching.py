"""Finding by words: which entries have them, the best first. Capitals and accents do not matter."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_OTHER_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | dict.fromkeys("'’‘ʼ`", "")
)
"""Letters that no accent can be taken from, and apostrophes: "ONeil" finds O'Neil."""

_WORD = re.compile(r"\w+")
_LONG = 4
"""So many letters are looked for inside words too: "light" finds a nightlight."""

_WHOLE, _BEGINS, _INSIDE, _ALSO = 0, 1, 3, 4


def folded(text: str) -> str:
    """Return a text without capitals and accents, to compare it."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_OTHER_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded."""
    return tuple(_WORD.findall(folded(text)))


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found.

    ``group`` is its kind ("check", "room"), ``title`` what it is called, ``below`` where it is,
    ``leads_to`` the page that shows it. ``also`` are other texts by which it is found: synonyms,
    the whole question, what was noted.
    """

    group: str
    title: str
    below: str
    leads_to: str
    also: tuple[str, ...] = ()


class Index:
    """Entries, ready to be looked through at each key."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        known: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._lines = []
        for entry in entries:
            more = (entry.below, *entry.also)
            if more not in known:  # the same check is asked in many rooms
                known[more] = tuple(dict.fromkeys(word for text in more for word in words_of(text)))
            self._lines.append((entry, words_of(entry.title), known[more]))

    def find(self, words: str) -> tuple[Entry, ...]:
        """Return the entries that have every one of these words, the best first.

        The beginning of a word is enough. Among equals the order is that of the entries.
        """
        wanted = words_of(words)
        if not wanted:
            return ()
        found = []
        for place, (entry, title, also) in enumerate(self._lines):
            costs = [_cost(word, title, also) for word in wanted]
            if None not in costs:
                found.append((sum(cost or 0 for cost in costs), place, entry))
        found.sort(key=lambda each: each[:2])
        return tuple(entry for _cost, _place, entry in found)


def _cost(word: str, title: tuple[str, ...], also: tuple[str, ...]) -> int | None:
    """Return how far a word is from those of an entry; None if it has no such word."""
    cost = _cost_among(word, title)
    if cost is not None:
        return cost
    cost = _cost_among(word, also)
    return None if cost is None else cost + _ALSO


def _cost_among(word: str, words: tuple[str, ...]) -> int | None:
    if word in words:
        return _WHOLE
    if any(each.startswith(word) for each in words):
        return _BEGINS
    if len(word) >= _LONG:
        if any(word in each for each in words):
            return _INSIDE
        if word.endswith("s"):  # "bannisters" finds a bannister
            return _cost_among(word[:-1], words)
    return None
