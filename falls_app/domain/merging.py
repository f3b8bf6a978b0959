"""Two values of one case: where they differ, and the case that takes something of each.

A case is looked at as many small things, each with a key of texts: a field of the person, a
room, the answer to a check, a note, a step. A thing at its default is not there. What is there
in both and says the same is no difference.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from itertools import chain
from typing import Any

from falls_app.domain.assessment import Assessment, Case, Consent, Finding
from falls_app.domain.board import BOARD
from falls_app.domain.bones import Bones, TwoDays
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Home
from falls_app.domain.overview import BONES, WHOLE
from falls_app.domain.person import Person
from falls_app.domain.visit import Visit

Key = tuple[str, ...]
"""Names a thing in a case, its kind first: ("note", walk, check, room or ""), ("step", id)."""

PERSON, HOME, PLAN, VISIT = "person", "home", "plan", "visit"
"""Places of a difference beside the rooms, ``WHOLE`` and ``BONES``."""

_PLACES = {
    "person": PERSON, "helpers": PERSON, "consent": PERSON, "extra": PERSON,
    "home": HOME, "feature": HOME, "room": HOME, "walk": HOME, "step": PLAN,
    "own": PLAN,
    "visit": VISIT, "signed": VISIT,
}  # fmt: skip
_OF_A_FINDING = ("answer", "note", "slip", "where", "size", "photo")
_PAGE = "page"
"""A photo of a paper page: ("page", walk, area, room or "", photo)."""
_OF_A_PLACE = (*_OF_A_FINDING, _PAGE)


class Side(StrEnum):
    """Whose value counts."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two values of a case say differently.

    ``where`` is the place it belongs to: the id of a room, ``WHOLE``, ``BONES``, ``PERSON``,
    ``HOME``, ``PLAN`` or ``VISIT``. ``mine`` and ``theirs`` are values of the domain, None where
    the thing is not there. ``suggested`` is the side that loses nothing; None if only people can
    tell.
    """

    where: str
    mine: object
    theirs: object
    key: Key
    suggested: Side | None = None


def differences(mine: Case, theirs: Case, base: Case | None = None) -> tuple[Difference, ...]:
    """Return where two values of a case differ, in the order of ``mine``.

    ``base`` is the value that both came from, None if nobody has it. With it, what only I changed
    is left out, and what only they changed is suggested. Without it, what is there on one side
    alone is suggested.
    """
    here, there = parts(mine), parts(theirs)
    before = None if base is None else parts(base)
    found = (_difference(key, here, there, before) for key in _in_order([*here, *there]))
    return tuple(each for each in found if each is not None)


def _in_order(keys: Iterable[Key]) -> Iterator[Key]:
    """Yield each key once: what belongs to one finding comes with the first thing of it."""
    groups: dict[Key, dict[Key, None]] = {}
    for key in keys:
        group = key[1:4] if key[0] in _OF_A_FINDING else key
        groups.setdefault(group, {})[key] = None
    return chain.from_iterable(groups.values())


def _difference(
    key: Key, here: Mapping[Key, object], there: Mapping[Key, object], before: Any
) -> Difference | None:
    mine, theirs = here.get(key), there.get(key)
    if mine == theirs:
        return None
    suggested = Side.THEIRS if mine is None else Side.MINE if theirs is None else None
    if before is not None:
        if theirs == before.get(key):
            return None
        suggested = Side.THEIRS if mine == before.get(key) else None
    return Difference(_place(key), mine, theirs, key, suggested)


def _place(key: Key) -> str:
    if key[0] in _OF_A_PLACE:
        return key[3] or WHOLE
    if key == ("extra", BOARD):
        return PLAN
    return _PLACES.get(key[0], BONES)


def merged(mine: Case, theirs: Case, taken: Collection[Key]) -> Case:
    """Return my case with the things of these keys as they are in theirs.

    An answer that stays brings its room and its walk along.
    """
    here, there = parts(mine), parts(theirs)
    things = dict(here)
    for key in taken:
        things.pop(key, None) if key not in there else things.update({key: there[key]})
    for key in list(things):
        for needed in _needed(key, things[key]):
            found = here.get(needed, there.get(needed))
            if found is not None:
                things.setdefault(needed, found)
    return _put_together(mine, things)


def _needed(key: Key, value: object) -> Iterator[Key]:
    if key[0] in _OF_A_PLACE:
        yield ("walk", key[1])
        yield ("room", key[3])
    if key == ("home", "hardest"):
        yield ("room", str(value))
    if key[0] == "where" and isinstance(value, tuple):
        yield from (("room", room) for room in value)


# ------------------------------------------------------------------ a case in parts


def parts(case: Case) -> dict[Key, object]:
    """Return all things of a case by their keys, without those at their default."""
    found = chain(
        _fields("person", case.person, Person()),
        [(("helpers",), case.helpers), (("consent",), case.consent)],
        _fields("home", case.home, Home(), "shape", "tenure", "hardest"),
        _entries("feature", case.home.features),
        ((("room", room.id), room) for room in case.home.rooms),
        *map(_walk_parts, case.assessments),
        _bone_parts(case.bones),
        _entries("step", case.choices),
        ((("own", own.id), own) for own in case.own_steps),
        _fields("visit", case.visit, Visit()),
        ((("signed", each.print), each) for each in case.signed),
        _foreign("extra", case.extra),
    )
    defaults: dict[Key, object] = {("consent",): Consent(), ("two_days",): TwoDays()}
    return {
        key: value
        for key, value in found
        if value is not None and value != () and value != defaults.get(key)
    }


def _fields(kind: str, value: Any, default: Any, *names: str) -> Iterator[tuple[Key, object]]:
    for name in names or [each.name for each in fields(value)]:
        if getattr(value, name) != getattr(default, name):
            yield (kind, name), getattr(value, name)


def _entries(kind: str, values: Mapping[str, Any]) -> Iterator[tuple[Key, object]]:
    return (((kind, name), value) for name, value in values.items())


def _walk_parts(walk: Assessment) -> Iterator[tuple[Key, object]]:
    yield ("walk", walk.id), replace(walk, findings={}, pages={})
    for finding in walk.findings.values():
        rest = (walk.id, finding.check, finding.room or "")
        yield ("answer", *rest), finding.answer
        yield ("note", *rest), finding.note or None
        yield ("slip", *rest), finding.near_miss or None
        yield ("where", *rest), finding.where
        yield from ((("size", *rest, name), size) for name, size in finding.measures.items())
        yield from ((("photo", *rest, photo.id), photo) for photo in finding.photos)
    for (area, room), photos in walk.pages.items():
        yield from (((_PAGE, walk.id, area, room or "", photo.id), photo) for photo in photos)


def _bone_parts(bones: Bones) -> Iterator[tuple[Key, object]]:
    yield ("two_days",), bones.two_days
    yield ("help_noted",), bones.help_noted or None
    yield from _entries("bone", bones.items)
    yield from _entries("flag", bones.flags)
    yield from ((("fall", fall.id), fall) for fall in bones.falls)
    yield from ((key, test) for key, test in _numbered("test", bones.tests))
    yield from ((key, height) for key, height in _numbered("height", bones.heights))
    yield from _entries("serving", bones.servings)
    yield from ((("medicine", each), True) for each in bones.medicines)
    yield from _entries("date", bones.dates)
    # Nobody chose (None) is another thing than chose nothing, so it is wrapped.
    yield ("shared",), None if bones.shared is None else Shared(bones.shared)
    yield from _foreign("rest", bones.rest)


@dataclass(frozen=True, slots=True)
class Foreign:
    """What another program keeps here: any value of JSON, None too."""

    value: Any


def _foreign(kind: str, values: Mapping[str, Any]) -> Iterator[tuple[Key, object]]:
    return (((kind, name), Foreign(value)) for name, value in values.items())


@dataclass(frozen=True, slots=True)
class Shared:
    """The questions that go on the page for the doctor; none is a choice too."""

    questions: tuple[str, ...]


def _numbered(kind: str, values: Iterable[Any]) -> Iterator[tuple[Key, Any]]:
    """Yield each with a key of its test (if it is one), its day, and its number among equals."""
    seen: dict[Key, int] = {}
    for value in values:
        key = (kind, getattr(value, "kind", ""), value.date)
        seen[key] = seen.get(key, 0) + 1
        yield (*key, str(seen[key])), value


# ------------------------------------------------------------------ and back


@dataclass
class _Found:
    """The things of a finding that is being put together."""

    fields: dict[str, Any] = field(default_factory=dict)
    measures: dict[str, float] = field(default_factory=dict)
    photos: list[Any] = field(default_factory=list)


def _put_together(mine: Case, things: Mapping[Key, Any]) -> Case:
    by_kind: dict[str, dict[Key, Any]] = {}
    for key, value in things.items():
        by_kind.setdefault(key[0], {})[key[1:]] = value
    return replace(
        mine,
        person=Person(**{key[0]: value for key, value in by_kind.get("person", {}).items()}),
        helpers=by_kind.get("helpers", {}).get((), ()),
        consent=by_kind.get("consent", {}).get((), Consent()),
        home=Home(
            rooms=tuple(by_kind.get("room", {}).values()),
            features=_named(by_kind, "feature"),
            **_named(by_kind, "home"),
        ),
        assessments=_walks(by_kind),
        bones=_bones(by_kind),
        choices=_named(by_kind, "step"),
        own_steps=tuple(by_kind.get("own", {}).values()),
        visit=Visit(**_named(by_kind, "visit")),
        signed=tuple(by_kind.get("signed", {}).values()),
        extra=_of_others(by_kind, "extra"),
    )


def _named(by_kind: Mapping[str, Mapping[Key, Any]], kind: str) -> dict[str, Any]:
    return {key[0]: value for key, value in by_kind.get(kind, {}).items()}


def _of_others(by_kind: Mapping[str, Mapping[Key, Any]], kind: str) -> dict[str, Any]:
    return {name: each.value for name, each in _named(by_kind, kind).items()}


def _walks(by_kind: Mapping[str, Mapping[Key, Any]]) -> tuple[Assessment, ...]:
    found: dict[Key, _Found] = {}
    for kind in _OF_A_FINDING:
        for key, value in by_kind.get(kind, {}).items():
            _put(found.setdefault(key[:3], _Found()), kind, key, value)
    walks = {key[0]: dict[Any, Finding]() for key in by_kind.get("walk", {})}
    pages = {walk: dict[Any, tuple[Any, ...]]() for walk in walks}
    for (walk, area, room, _photo), photo in by_kind.get(_PAGE, {}).items():
        page = (area, room or None)
        pages[walk][page] = (*pages[walk].get(page, ()), photo)
    for (walk, check, room), each in found.items():
        finding = Finding(
            check, each.fields.pop("answer", Answer.NOT_SURE), room or None,
            measures=each.measures, photos=tuple(each.photos), **each.fields,
        )  # fmt: skip
        walks[walk][finding.place] = finding
    return tuple(
        replace(walk, findings=walks[key[0]], pages=pages[key[0]])
        for key, walk in by_kind.get("walk", {}).items()
    )


def _put(found: _Found, kind: str, key: Key, value: Any) -> None:
    if kind == "size":
        found.measures[key[3]] = value
    elif kind == "photo":
        found.photos.append(value)
    else:
        found.fields["near_miss" if kind == "slip" else kind] = value


def _bones(by_kind: Mapping[str, Mapping[Key, Any]]) -> Bones:
    shared = by_kind.get("shared", {}).get(())
    return Bones(
        two_days=by_kind.get("two_days", {}).get((), TwoDays()),
        items=_named(by_kind, "bone"),
        flags=_named(by_kind, "flag"),
        help_noted=by_kind.get("help_noted", {}).get((), ""),
        falls=tuple(by_kind.get("fall", {}).values()),
        tests=tuple(by_kind.get("test", {}).values()),
        heights=tuple(by_kind.get("height", {}).values()),
        servings=_named(by_kind, "serving"),
        medicines=tuple(key[0] for key in by_kind.get("medicine", {})),
        dates=_named(by_kind, "date"),
        shared=None if shared is None else shared.questions,
        rest=_of_others(by_kind, "rest"),
    )
