"""How easy a text is to read: the Flesch-Kincaid grade, with a syllable counter of our own.

The counter knows rules and a few words that break them. Words that the glossary explains
(``resources/terms.txt``) count two syllables, however long they are.
"""

import re
from functools import cache

from falls_app import paths

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'][A-Za-z]+)?|\d+(?:[.,/]\d+)*")
_END = re.compile(r"[.!?]+(?=[\s”’)]|$)")
_VOWELS = re.compile(r"[aeiouy]+")

# Words that the rules below count wrongly.
_KNOWN = {
    "anyone": 3, "area": 3, "areas": 3, "being": 2, "create": 2, "diet": 2, "doctor": 2,
    "every": 2, "everything": 3, "everyone": 3, "everybody": 4, "eye": 1, "eyes": 1,
    "favorite": 3, "fluid": 2, "going": 2, "idea": 3, "ideas": 3, "lion": 2, "medicine": 3,
    "medicines": 3, "people": 2, "period": 3, "quiet": 2, "radio": 3, "real": 1, "science": 2,
    "someone": 2, "something": 2, "sometimes": 2, "somebody": 3, "somewhere": 2, "therefore": 2,
    "video": 3, "whole": 1, "furniture": 3, "battery": 3, "idiot": 3, "usual": 3, "usually": 4,
    "therapist": 3, "different": 3, "hundred": 2, "shoe": 1, "shoes": 1, "outside": 2,
    "inside": 2, "sideways": 2, "makes": 1, "homemade": 2, "safety": 2, "safely": 2,
    "closely": 2, "likely": 2, "lonely": 2, "nobody": 3, "bedside": 2, "fireplace": 2,
    "household": 2, "housework": 2, "baseboard": 2, "movement": 2, "moment": 2, "statement": 2,
    "basement": 2, "careful": 2, "useful": 2, "hopeful": 2, "homes": 1, "wireless": 2,
    "tired": 1, "hour": 1, "hours": 1, "sure": 1, "quite": 1, "coming": 2, "business": 2,
    "chocolate": 3, "evening": 2, "evenings": 2, "naked": 2, "rugged": 2, "wheelchair": 2,
    "pavement": 2, "placement": 2, "replacement": 3, "lifetime": 2, "sidewalk": 2,
    "facedown": 2, "wholesome": 2, "timely": 2, "lately": 2, "rarely": 2, "barely": 2,
    "namely": 2, "surely": 2, "namesake": 2, "yogurt": 2, "poem": 2, "cruel": 2,
    "physio": 3, "created": 3, "creates": 2,
}  # fmt: skip


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text: years of school that it takes to read it."""
    words = len(words_of(text))
    return 0.39 * words / sentences(text) + 11.8 * text_syllables(text) / words - 15.59


def words_of(text: str) -> list[str]:
    """Return the words of a text; a number is one word."""
    return _WORD.findall(text)


def sentences(text: str) -> int:
    """Return how many sentences a text has, at least one."""
    ends = list(_END.finditer(text))
    tail = text[ends[-1].end() :] if ends else text
    return max(1, len(ends) + bool(words_of(tail)))


def text_syllables(text: str) -> int:
    """Return the syllables of a text; an explained term has two at most."""
    total = 0
    for term, found in _explained():
        text, count = found.subn(" ", text)
        total += count * min(2, sum(syllables(word) for word in words_of(term)))
    return total + sum(syllables(word) for word in words_of(text))


def syllables(word: str) -> int:
    """Return the syllables of one word, one for each digit of a number."""
    word = word.lower().replace("’", "'")
    if word[0].isdigit():
        return sum(letter.isdigit() for letter in word)
    if word in ("i'm", "you'll", "you're", "they're", "we're"):
        return 1
    if word.endswith("n't") and word not in ("don't", "won't", "can't", "aren't"):
        return syllables(word[:-3]) + 1
    word = word.partition("'")[0]
    return _KNOWN.get(word) or _by_rule(word)


def _by_rule(word: str) -> int:
    if inner := re.fullmatch(r"(.{3,}e)(?:ful|ly|less|ness|ments?|some)(ly|ness)?", word):
        # The e in the middle is as silent as at the end.
        return syllables(inner[1]) + 1 + bool(inner[2])
    count = len(_VOWELS.findall(word)) - _silent_end(word) - word.count("eopl")
    return max(1, count + sum(len(apart.findall(word)) for apart in _APART))


# Two vowels that are spoken apart: “radio”, “doing”, “carrier”, “video”, “actual”.
_APART = (
    re.compile(r"(?<![tcsgx])i(?=[ao](?!u))"),
    re.compile(r"[aeiouy](?=ing)"),
    re.compile(r"[iy]e(?=r$|rs$|t)"),
    re.compile(r"eo(?=[^u])"),
    re.compile(r"(?<![qg])u(?=ou|al|e[lnt])"),
)


def _silent_end(word: str) -> bool:
    """Return whether a last e, es or ed is not spoken."""
    if re.search(r"[^aeiouyrl]le[sd]?$", word):
        return False  # “table”, “handles”, “settled”
    if word.endswith("es"):
        return bool(re.search(r"[^aeiouysxzcg]es$", word)) and word[-4:] not in ("ches", "shes")
    return bool(re.search(r"[^aeiouy]e$|[^aeiouytd]ed$", word))


@cache
def _explained() -> list[tuple[str, re.Pattern[str]]]:
    """Return the terms of the glossary, the longest first, with a pattern that finds each."""
    lines = (paths.resources() / "terms.txt").read_text(encoding="utf-8").splitlines()
    terms = sorted((line.partition("\t")[0] for line in lines if line), key=len, reverse=True)
    return [(term, re.compile(rf"\b{re.escape(term)}(?:e?s)?\b", re.I)) for term in terms]
