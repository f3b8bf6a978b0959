"""Initials in the place of names, wherever in a case they stand."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, cast

from falls_app.domain.assessment import Case
from falls_app.domain.step import ROLES

_IDS = frozenset(
    {"id", "check", "room", "step", "sha256", "say", "where", "traits", "ticked", "items", "flags"}
    | {"medicines", "servings", "dates", "shared", "features", "kind", "area", "tenure", "shape"}
    | {"hardest", "seen", "parts", "measures", "answers", "content"}
)
"""Fields that hold ids of ours: no words of anybody."""

_PART = re.compile(r"[^\W\d_][\w'’-]*")
_SHORTEST_PART = 2
"""So many letters of a name are looked for on their own: not the "J" of "J Smith"."""


def with_initials(case: Case) -> Case:
    """Return the case with initials for the names of the person and of who helps.

    They are replaced wherever they stand as a word: in notes, captions, names of rooms, own
    words. Two people with the same initials get a number, so that nobody is mixed up. What a
    therapist noted that leads to the person is left out: address, phone, birthday, reference.
    """
    known = case.visit.identity
    hidden = replace(known, born="", address="", phone="", reference="")
    if hidden != known:
        case = replace(case, visit=replace(case.visit, identity=hidden))
    short = _initials_of(_names_in(case))
    return cast("Case", _walked(case, _replacer(short))) if short else case


def masker(case: Case, more: Iterable[str] = ()) -> Callable[[str], str]:
    """Return what puts initials for every name of a case, and these names, in a text.

    A part of a name counts with its capital only: texts of ours talk of a walker and of what
    will help when her name is Will Walker.
    """
    short = _initials_of([*_names_in(case), *more])
    parts = {
        form: each if part == name else initials(part)
        for name, each in short.items()
        for part in _PART.findall(name)
        if len(part) >= _SHORTEST_PART
        for form in (part[0].upper() + part[1:], part.upper())
    }
    whole = {name.casefold(): each for name, each in short.items()}
    names = "|".join(
        re.escape(each) for each in sorted(short, key=len, reverse=True) if " " in each
    )
    single = "|".join(re.escape(each) for each in sorted(parts, key=len, reverse=True))
    either = "|".join(each for each in (f"(?i:{names})" if names else "", single) if each)
    if not either:
        return str
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)\.?")

    def replaced(found: re.Match[str]) -> str:
        words = found.group().removesuffix(".")
        return whole.get(words.casefold()) or parts[words]

    return lambda text: pattern.sub(replaced, text)


def initials(name: str) -> str:
    """Return the first letter of each part of a name: "R. M." for "Rosa Martinez"."""
    return " ".join(f"{part[0].upper()}." for part in _PART.findall(name))


def _names_in(case: Case) -> list[str]:
    """Return the names of the person, of helpers, and of who else is named in a field of its own.

    A step may be done by a role ("family", "OT"): that is nobody's name.
    """
    given = [each.who for each in case.choices.values()]
    given += [each.helper for each in case.bones.tests]
    others = (each for each in given if each not in ROLES)
    known = (case.person.name, case.visit.identity.full_name, case.consent.who)
    return [*known, *(each.name for each in case.helpers), *others]


def _initials_of(names: list[str]) -> Mapping[str, str]:
    """Return the initials of each name, all of them different."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(each.strip() for each in names if each.strip()):
        short, number = initials(name) or "…", 2
        plain = short
        while short in found.values():
            short, number = f"{plain} {number}", number + 1
        found[name] = short
    return found


def _replacer(short: Mapping[str, str]) -> Callable[[str], str]:
    """Return what replaces whole names, and each part of a name, in a text."""
    wanted = {name.casefold(): each for name, each in short.items()}
    for name, each in short.items():
        for part in _PART.findall(name):
            if len(part) >= _SHORTEST_PART and part[0].isupper():
                own = each if part == name else initials(part)
                wanted.setdefault(part.casefold(), own)
    longest_first = sorted(wanted, key=len, reverse=True)
    either = "|".join(re.escape(each) for each in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)\.?", re.IGNORECASE)

    def replaced(found: re.Match[str]) -> str:
        words = found.group().casefold()
        # The full stop of a sentence is that of the initials too.
        return wanted.get(words) or wanted[words.removesuffix(".")]

    return lambda text: pattern.sub(replaced, text)


def _walked(value: Any, change: Callable[[str], str]) -> Any:
    """Return a value with every text of people in it changed; ids and keys stay."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else change(value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: new
            for each in fields(value)
            if each.name not in _IDS
            and (new := _walked(old := getattr(value, each.name), change)) is not old
        }
        return replace(value, **changed) if changed else value
    if isinstance(value, Mapping):
        return {key: each if key in _IDS else _walked(each, change) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(_walked(each, change) for each in value)
    return value
