"""A sheet that comes back filled: the case as the sheet tells it, and what is odd about it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from falls_app.domain.assessment import Assessment, Case, Finding, Place
from falls_app.domain.checklist import ASKS_WHERE, Answer, Check, Checklist
from falls_app.domain.home import Home
from falls_app.domain.measuring import from_unit, is_usual, number_written, units_for
from falls_app.domain.merging import Difference, Key, differences, merged
from falls_app.domain.origin import Origin, digest, known_now, origin_in
from falls_app.domain.sheet import (
    BY,
    DAY,
    GOALS,
    NAME,
    NOTE,
    ORIGIN,
    PHOTO,
    WHERE,
    SheetPage,
    answer_for,
    answers_of,
    box_name,
    page_called,
    place_named,
)

LONGEST = 20_000
"""How many letters a box may hold: four times the longest note anybody wrote."""

_LONGEST_NAME = 120

_NOTHING = ("", "off")
"""What a box says that nobody touched."""

_NO_LETTERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Signs that no text of ours can hold: what programs leave, and halves of letters."""

_OF_THE_HOME = ("home", "feature", "room")
"""Kinds of keys that are about the home itself: a sheet never changes a home that has rooms."""

_NEAR = 0.05
"""Two sizes are the same if they differ by less, in their own unit: rounding of inches."""


class Odd(StrEnum):
    """What is not as it should be with a filled sheet."""

    OTHER_HOME = "other_home"
    NOTHING_FILLED = "nothing_filled"
    UNKNOWN_ORIGIN = "unknown_origin"
    OTHER_CONTENT = "other_content"
    UNKNOWN_ROOM = "unknown_room"
    UNKNOWN_CHECK = "unknown_check"
    UNKNOWN_BOX = "unknown_box"
    NO_SUCH_VALUE = "no_such_value"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Oddity:
    """One such thing: the name of the box or the version it is about, and what stands there."""

    kind: Odd
    what: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a filled sheet says.

    ``told`` is the case with everything the sheet says; ``differences`` are where it differs from
    the case. ``changed`` holds the keys of those where the case was changed after the sheet was
    printed. ``home``, ``day`` and ``by`` are what somebody wrote on its first page.
    """

    told: Case
    differences: tuple[Difference, ...]
    oddities: tuple[Oddity, ...]
    changed: frozenset[Key] = frozenset()
    home: str = ""
    day: str = ""
    by: str = ""

    def taken(self, case: Case, keys: Collection[Key]) -> Case:
        """Return the case with the things of these keys as the sheet tells them.

        A case without rooms takes those of the sheet along: somebody walked through them.
        """
        along = differences(case, self.told) if not case.home.rooms else ()
        rooms = [each.key for each in along if each.key[0] in _OF_THE_HOME]
        return merged(case, self.told, [*keys, *rooms] if keys else [])

    @property
    def is_of_other_home(self) -> bool:
        """True if the sheet was printed for somebody else: nothing of it is merged."""
        return any(each.kind is Odd.OTHER_HOME for each in self.oddities)


def read_sheet(
    case: Case,
    checklist: Checklist,
    boxes: Mapping[str, str],
    pages: Iterable[SheetPage],
    *,
    today: str,
) -> Reading:
    """Return what the boxes of a sheet say, each value by the name of its box.

    ``pages`` are the sheet's pages of the case as it is now. The case has the rooms that are
    looked for: those of the sheet, if it has none of its own yet. A case without a walk begins
    one on the ISO date ``today``. Notes are added to those there are: nothing is lost.
    """
    said = {_tidy(name): _tidy(value) for name, value in boxes.items()}
    origin = origin_in(said.get(ORIGIN, ""))
    reader = _Reader(case, checklist, origin or Origin(), tuple(pages))
    told = reader.told(said, case.assessment or Assessment("", today, content=checklist.version))
    found = tuple(
        each for each in differences(case, told) if each.key[0] not in ("walk", *_OF_THE_HOME)
    )
    return Reading(
        told,
        found,
        (*_nothing_filled(said), *_odd_origin(case, checklist, origin), *reader.odd),
        frozenset(_changed_since(case, origin, found)),
        said.get(NAME, ""),
        said.get(DAY, ""),
        said.get(BY, ""),
    )


def _nothing_filled(said: Mapping[str, str]) -> Iterator[Oddity]:
    values = (value.lower().lstrip("/") for name, value in said.items() if name != ORIGIN)
    if all(value in _NOTHING for value in values):
        yield Oddity(Odd.NOTHING_FILLED)


def _odd_origin(case: Case, checklist: Checklist, origin: Origin | None) -> Iterator[Oddity]:
    if origin is None:
        yield Oddity(Odd.UNKNOWN_ORIGIN)
        return
    if _is_of_other_home(case, origin):
        yield Oddity(Odd.OTHER_HOME)
    if origin.content != checklist.version:
        yield Oddity(Odd.OTHER_CONTENT, origin.content)


def _is_of_other_home(case: Case, origin: Origin) -> bool:
    """Return whether the sheet is of another home; a blank one for any home is not."""
    if origin.case and case.id:
        return origin.case != case.id
    name = digest(case.person.name)
    return bool(origin.person and name) and origin.person != name


def _changed_since(case: Case, origin: Origin | None, found: Iterable[Difference]) -> Iterator[Key]:
    now, was = known_now(case), origin.was if origin else {}
    # With names hidden the notes were other words when the sheet was made.
    is_hidden = bool(origin and case.person.name and not origin.person)
    kinds = ("answer", "size") if is_hidden else ("answer", "note", "size")
    for each in found if origin and origin.knows else ():
        if each.key[0] in kinds:
            kind, _walk, check, room, *size = each.key
            part = {"answer": "", "note": NOTE}.get(kind) or "".join(size)
            name = box_name((check, room or None), part)
            if now.get(name, "") != was.get(name, ""):
                yield each.key


def _tidy(value: str) -> str:
    lines = _NO_LETTERS.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


class _Reader:
    """Reads the boxes of one sheet against one case."""

    def __init__(
        self, case: Case, checklist: Checklist, origin: Origin, pages: tuple[SheetPage, ...]
    ) -> None:
        self._case, self._checklist = case, checklist
        self._origin, self._pages = origin, pages
        self.odd: list[Oddity] = []

    def told(self, said: Mapping[str, str], walk: Assessment) -> Case:
        """Return the case with everything that the boxes say in this walk."""
        person = self._case.person
        if (goals := said.get(GOALS, "")) and goals not in person.goals:
            person = replace(person, goals=_joined(person.goals, goals))
        if not person.name:
            person = replace(person, name=said.get(NAME, "")[:_LONGEST_NAME])
        for place, parts in self._by_place(said).items():
            check, room = place
            old = walk.finding(*place) or Finding(check, Answer.NOT_SURE, room)
            new = self._finding(self._checklist.by_id[check], old, parts)
            if new != old:
                walk = walk.with_finding(new)
            elif walk.finding(*place) is None and self._said_not_sure(old, parts):
                walk = walk.with_finding(old)
        return replace(self._case, person=person).with_assessment(walk)

    def _said_not_sure(self, old: Finding, parts: Mapping[str, str]) -> bool:
        check = self._checklist.by_id[old.check]
        return _answer_meant(check, parts.get("", "")) is Answer.NOT_SURE

    def _by_place(self, said: Mapping[str, str]) -> Mapping[Place, Mapping[str, str]]:
        """Return the filled boxes of every place that there is, by their part."""
        found: dict[Place, dict[str, str]] = {}
        for name, value in said.items():
            named = place_named(name)
            if named is None or value.lower().lstrip("/") in _NOTHING:
                continue
            place, part = named
            odd = self._odd_place(place, part, value)
            if odd is None:
                found.setdefault(place, {})[part] = value
            else:
                self._note(odd, name, value)
        return found

    def _note(self, odd: Odd, name: str, value: str) -> None:
        self.odd.append(Oddity(odd, name[:120], value[:80]))

    def _odd_place(self, place: Place, part: str, value: str) -> Odd | None:
        check = self._checklist.by_id.get(place[0])
        if check is None:
            return Odd.UNKNOWN_CHECK
        if not _has_room(self._case.home, check, place[1]):
            return Odd.UNKNOWN_ROOM
        known = {"", NOTE, PHOTO, WHERE, *(each.id for each in check.measures)}
        if part not in known:
            return Odd.UNKNOWN_BOX
        return Odd.TOO_LONG if len(value) > LONGEST else None

    def _finding(self, check: Check, old: Finding, parts: Mapping[str, str]) -> Finding:
        rooms, rest = self._where(check, parts.get(WHERE, ""))
        where = tuple(dict.fromkeys((*old.where, *rooms)))
        note = _joined(parts.get(NOTE, ""), rest, parts.get(PHOTO, ""))
        return replace(
            old,
            answer=self._answer(check, old, parts.get("", "")),
            measures={**old.measures, **self._sizes(check, old, parts)},
            where=where,
            note=old.note if note in old.note else _joined(old.note, note),
        )

    def _answer(self, check: Check, old: Finding, value: str) -> Answer:
        answer = _answer_meant(check, value) if value else old.answer
        if answer is None:
            self._note(Odd.NO_SUCH_VALUE, box_name(old.place), value)
        is_dropped = answer is Answer.NOT_HERE and old.answer is Answer.NO_LONGER_USED
        return old.answer if answer is None or is_dropped else answer

    def _sizes(self, check: Check, old: Finding, parts: Mapping[str, str]) -> Mapping[str, float]:
        sizes = {}
        for measure in check.measures:
            if not (value := parts.get(measure.id, "")):
                continue
            unit = self._origin.units.get(measure.unit, measure.unit)
            size = size_meant(value, measure.unit, unit)
            if size is None or not is_usual(measure, size, None):
                self._note(Odd.NO_SUCH_VALUE, box_name(old.place, measure.id), value)
            elif abs(size - old.measures.get(measure.id, -1e9)) > _NEAR:
                sizes[measure.id] = size
        return sizes

    def _where(self, check: Check, words: str) -> tuple[list[str], str]:
        """Return the rooms that are named, by code or by name, and the words that name none."""
        rooms, rest = [], []
        for piece in filter(None, map(str.strip, re.split("[,;\n]", words))):
            room = self._room_called(piece) if check.area in ASKS_WHERE else None
            if room is None:
                rest.append(piece)
            else:
                rooms.append(room)
        return rooms, ", ".join(rest)

    def _room_called(self, words: str) -> str | None:
        named = {room.name.casefold(): room.id for room in self._case.home}
        page = page_called(self._pages, words)
        return named.get(words.casefold()) or (page.place if page else None)


def _joined(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _has_room(home: Home, check: Check, room_id: str | None) -> bool:
    if room_id is None:
        return not home.rooms_of(check.area)
    room = home.room(room_id)
    return room is not None and room.area == check.area


def _answer_meant(check: Check, value: str) -> Answer | None:
    """Return the answer that a value says, in whichever way a program writes it.

    "#1" is the second circle of the line.
    """
    word = value.lstrip("/").strip().casefold()
    if word.startswith("#") and word[1:].isdecimal():
        return dict(enumerate(answers_of(check))).get(int(word[1:]))
    found = next((each for each in answers_of(check) if each.value == word), None)
    return found or answer_for(check, word)


def size_meant(text: str, kept: str, unit: str) -> float | None:
    """Return a size as it is kept; a unit that is written counts more than the printed one.

    None if it is no number. ``kept`` is the unit it is kept in, ``unit`` the printed one.
    """
    words = text.strip()
    signs = {'"': "in", "″": "in", "”": "in", "inches": "in", "inch": "in", "C": "°C", "F": "°F"}
    signs |= {each: each for each in units_for(kept)}
    for sign in sorted(signs, key=len, reverse=True):
        if words.endswith(sign) and signs[sign] in units_for(kept):
            words, unit = words.removesuffix(sign).strip(), signs[sign]
            break
    number = number_written(words, unit) if len(words) < 20 else None
    return None if number is None else from_unit(number, unit)
