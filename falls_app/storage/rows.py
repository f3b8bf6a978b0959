"""Rows of the store and values of the domain: one into the other, and what differs."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import is_not
from typing import Any, TypeVar

from falls_app.domain.assessment import (
    Assessment,
    Case,
    Decision,
    Finding,
    ListKind,
    Place,
    StepChoice,
)
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Room, Use
from falls_app.storage import forms, photo_rows
from falls_app.storage.bone_forms import bones_form, read_bones
from falls_app.storage.difference import Difference, Key, Values, to_json
from falls_app.storage.node import CaseFileError, Node
from falls_app.storage.photo_rows import Photos
from falls_app.storage.reader import Reader
from falls_app.storage.visit_forms import read_signed, read_visit, signed_form, visit_form

Item = TypeVar("Item")

KEYS: Mapping[str, tuple[str, ...]] = {
    "part": ("name",),
    "room": ("id",),
    "assessment": ("id",),
    "finding": ("assessment_id", "check_id", "room_id"),
    "photo": ("assessment_id", "check_id", "room_id", "id"),
    "step": ("id",),
}
"""The key of each table that holds a case, beside the case's id."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "part": ("value",),
    "room": ("position", "area", "name", "use", "kind", "floor"),
    "assessment": ("position", "date", "list", "content"),
    "finding": ("answer", "note", "near_miss", "where_", "measures"),
    "photo": ("position", "sha256", "width", "height", "caption", "marks"),
    "step": ("position", "decision", "words", "who", "by_", "done", "decided_on", "fix", "before"),
}  # fmt: skip
"""What each of these tables says, beside its key and ``rev``."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A field of the case that is one row: its JSON form, and how that is read."""

    form: Callable[[Case], object]
    read: Callable[[Node], object]


_PARTS: Mapping[str, _Part] = {
    "person": _Part(lambda case: forms.person_form(case.person), forms.read_person),
    "home": _Part(lambda case: forms.home_form(case.home), forms.read_home),
    "bones": _Part(lambda case: bones_form(case.bones), read_bones),
    "helpers": _Part(lambda case: forms.helpers_form(case.helpers), forms.read_helpers),
    "own_steps": _Part(lambda case: forms.own_steps_form(case.own_steps), forms.read_own_steps),
    "consent": _Part(lambda case: forms.consent_form(case.consent), forms.read_consent),
    "visit": _Part(lambda case: visit_form(case.visit), read_visit),
    "signed": _Part(lambda case: signed_form(case.signed), read_signed),
    "extra": _Part(lambda case: dict(case.extra), forms.read_extra),
}
"""The fields of a case that are one row each. A field at its default has no row."""

PARTS = tuple(_PARTS)
"""Their names."""

_EMPTY = Case()


def differences(before: Case, after: Case) -> list[Difference]:
    """Return the rows in which two values of a case differ.

    Parents come before their children, and children go before their parents. What is the same
    object is not looked into.
    """
    found = list(_part_differences(before, after))
    if before.home.rooms is not after.home.rooms:
        found += _differences("room", _rooms(before), _rooms(after), _room_values)
    if before.assessments is not after.assessments:
        found += _walk_differences(before, after)
    if before.choices is not after.choices:
        found += _choice_differences(before, after)
    return found


def _part_differences(before: Case, after: Case) -> Iterator[Difference]:
    for name, part in _PARTS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old is new or old == new:
            continue
        form = part.form(after)
        if form == part.form(before):
            continue
        is_default = form == part.form(_EMPTY)
        yield Difference("part", (name,), None if is_default else {"value": _readable(name, form)})


def _readable(name: str, form: object) -> str:
    """Return the form as JSON. ValueError if ``load_case`` could not read it again."""
    text = to_json(form)
    try:
        _PARTS[name].read(Node(json.loads(text), name))
    except CaseFileError as error:
        raise ValueError(f"This cannot be saved: {error}") from None
    return text


def _rooms(case: Case) -> dict[Key, tuple[int, Room]]:
    return {(room.id,): (place, room) for place, room in enumerate(case.home.rooms)}


def _walks(case: Case) -> dict[Key, tuple[int, Assessment]]:
    return {(walk.id,): (place, walk) for place, walk in enumerate(case.assessments)}


def _choices(case: Case) -> dict[Key, tuple[int, StepChoice]]:
    return {(key,): (place, choice) for place, (key, choice) in enumerate(case.choices.items())}


def _choice_differences(before: Case, after: Case) -> Iterator[Difference]:
    yield from _differences("step", _choices(before), _choices(after), _choice_values)
    for step in dict.fromkeys((*before.choices, *after.choices)):
        old, new = before.choices.get(step), after.choices.get(step)
        was, now = old.photos if old else (), new.photos if new else ()
        yield from photo_rows.photo_differences(photo_rows.of_step(step), was, now)


def _differences(
    table: str,
    before: Mapping[Key, tuple[int, Item]],
    after: Mapping[Key, tuple[int, Item]],
    values: Callable[[int, Item], Values],
) -> Iterator[Difference]:
    """Yield what differs among rows that have a place in an order."""
    for key in before:
        if key not in after:
            yield Difference(table, key, None)
    for key, (place, item) in after.items():
        new, old = values(place, item), before.get(key)
        if old is None or values(*old) != new:
            yield Difference(table, key, new)


def _walk_differences(before: Case, after: Case) -> Iterator[Difference]:
    old_walks, new_walks = _walks(before), _walks(after)
    for key, (_, walk) in old_walks.items():
        if key not in new_walks:
            yield from _finding_differences(walk.id, walk.findings, {})
            yield from photo_rows.page_differences(walk.id, walk.pages, {})
    yield from _differences("assessment", old_walks, new_walks, _walk_values)
    for key, (_, walk) in new_walks.items():
        old = old_walks[key][1] if key in old_walks else Assessment(walk.id, "")
        if old.findings is not walk.findings:
            yield from _finding_differences(walk.id, old.findings, walk.findings)
        if old.pages is not walk.pages:
            yield from photo_rows.page_differences(walk.id, old.pages, walk.pages)


def _finding_differences(
    walk: str, before: Mapping[Place, Finding], after: Mapping[Place, Finding]
) -> Iterator[Difference]:
    # An answer is saved while somebody waits: most findings are the very same ones.
    others = list(compress(after, map(is_not, map(before.get, after), after.values())))
    is_whole = len(after) - sum(place not in before for place in others) == len(before)
    gone = [] if is_whole else [each for each in before if each not in after]
    for check, room in gone:
        key = (walk, check, room or "")
        yield Difference("finding", key, None)
        yield from photo_rows.photo_differences(key, before[check, room].photos, ())
    for check, room in others:
        old, finding = before.get((check, room)), after[check, room]
        if old != finding:
            key = (walk, check, room or "")
            yield Difference("finding", key, _finding_values(finding))
            yield from photo_rows.photo_differences(key, old.photos if old else (), finding.photos)


def _room_values(place: int, room: Room) -> Values:
    return {
        "position": place,
        "area": room.area,
        "name": room.name,
        "use": room.use.value,
        "kind": room.kind,
        "floor": room.floor,
    }


def _walk_values(place: int, walk: Assessment) -> Values:
    return {
        "position": place,
        "date": walk.date,
        "list": walk.list.value,
        "content": walk.content,
    }


def _finding_values(finding: Finding) -> Values:
    return {
        "answer": finding.answer.value,
        "note": finding.note,
        "near_miss": int(finding.near_miss),
        "where_": to_json(finding.where),
        "measures": to_json(dict(finding.measures)),
    }


def _choice_values(place: int, choice: StepChoice) -> Values:
    return {
        "position": place,
        "decision": choice.decision.value if choice.decision else "",
        "words": choice.words,
        "who": choice.who,
        "by_": choice.by,
        "done": choice.done,
        "decided_on": choice.decided_on,
        "fix": choice.fix,
        "before": choice.before,
    }


def load_case(database: Reader, case_id: str, updated: str) -> Case:
    """Return the case that the rows hold; its findings come in the order of their keys."""
    sql = "SELECT name, value FROM part WHERE case_id = ?"
    parts: dict[str, Any] = {
        name: _PARTS[name].read(Node(json.loads(value), name))
        for name, value in _selected(database, sql, case_id)
    }
    case = replace(Case(id=case_id, updated=updated), **parts)
    photos = photo_rows.load_photos(database, case_id)
    return replace(
        case,
        home=replace(case.home, rooms=_load_rooms(database, case_id)),
        assessments=_load_walks(database, case_id, photos),
        choices=_load_choices(database, case_id, photos),
    )


def _selected(database: Reader, sql: str, case_id: str) -> Iterable[Sequence[str]]:
    return database.run(sql, (case_id,))


def _load_rooms(database: Reader, case_id: str) -> tuple[Room, ...]:
    sql = "SELECT id, area, name, use, kind, floor FROM room WHERE case_id = ? ORDER BY position"
    return tuple(
        Room(id_, area, name, Use(use), kind, int(floor))
        for id_, area, name, use, kind, floor in _selected(database, sql, case_id)
    )


def _load_walks(database: Reader, case_id: str, photos: Photos) -> tuple[Assessment, ...]:
    findings, pages = _load_findings(database, case_id, photos), photo_rows.pages_among(photos)
    sql = "SELECT id, date, list, content FROM assessment WHERE case_id = ? ORDER BY position"
    return tuple(
        Assessment(id_, date, ListKind(kind), content, findings.get(id_, {}), pages.get(id_, {}))
        for id_, date, kind, content in _selected(database, sql, case_id)
    )


def _load_findings(
    database: Reader, case_id: str, photos: Photos
) -> dict[str, dict[Place, Finding]]:
    found: dict[str, dict[Place, Finding]] = {}
    sql = """SELECT assessment_id, check_id, room_id, answer, note, near_miss, where_, measures
        FROM finding WHERE case_id = ?"""
    for row in _selected(database, sql, case_id):
        walk, check, room, answer, note, near, where, sizes = row
        finding = Finding(
            check,
            Answer(answer),
            room or None,
            note,
            bool(near),
            () if where == "[]" else tuple(json.loads(where)),
            {} if sizes == "{}" else json.loads(sizes),
            photos.get((walk, check, room), ()),
        )
        found.setdefault(walk, {})[finding.place] = finding
    return found


def _load_choices(database: Reader, case_id: str, photos: Photos) -> dict[str, StepChoice]:
    sql = """SELECT id, decision, words, who, by_, done, decided_on, fix, before
        FROM step WHERE case_id = ? ORDER BY position"""
    return {
        step: StepChoice(
            step,
            Decision(decision) if decision else None,
            words,
            who,
            by,
            done,
            decided_on,
            None if fix is None else int(fix),
            before,
            photos.get(photo_rows.of_step(step), ()),
        )
        for step, decision, words, who, by, done, decided_on, fix, before in _selected(
            database, sql, case_id
        )
    }
