"""Which rooms a home has: put in, taken out, named, moved. Answers go where their room goes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.home import Home, Room, Use
from falls_app.domain.visit import Visit

ROOMS_GONE = "rooms_gone"
"""Key of ``Case.extra``: ids of rooms taken out, so that no other room ever gets them."""

FLOORS: Mapping[str, tuple[int, ...]] = {
    "three": (-1, 0, 1, 2), "two": (-1, 0, 1), "one": (-1, 0), "flat": (0,),
}  # fmt: skip
"""The floors that the rooms of a home of each shape may be on, with the basement."""


class Kind(Protocol):
    """What a kind of room says of itself.

    ``default`` lists the shapes of home that have one from the start; ``floor`` maps a shape
    ("three", "two", "one", "flat") to the floor it begins on.
    """

    @property
    def id(self) -> str:
        """Its id ("bedroom")."""

    @property
    def area(self) -> str:
        """The area whose checks are asked in it."""

    @property
    def name(self) -> str:
        """Its name, in the user's language."""

    @property
    def default(self) -> tuple[str, ...]:
        """Shapes of home that have one from the start."""

    @property
    def floor(self) -> Mapping[str, int]:
        """The floor it begins on, by shape."""


class Thing(Protocol):
    """What a feature of a home says of itself.

    ``usual`` says whether most homes have it, ``usual_in`` the shapes where it is otherwise.
    """

    @property
    def id(self) -> str:
        """Its id ("ramp")."""

    @property
    def usual(self) -> bool:
        """Whether most homes have it."""

    @property
    def usual_in(self) -> Mapping[str, bool]:
        """Whether homes of a shape have it, where that is not as in most."""


def default_home(
    shape: str, kinds: Iterable[Kind], home: Home | None = None, *, things: Iterable[Thing] = ()
) -> Home:
    """Return ``home`` (an empty one by default) in this shape, with the rooms of the shape.

    Of the ``things`` nobody spoke of, those that such a home usually lacks are not there.
    """
    found = replace(home or Home(), shape=shape)
    lacks = {thing.id: False for thing in things if not _is_usual(thing, shape)}
    found = replace(found, features={**lacks, **found.features})
    for kind in kinds:
        if shape in kind.default and not rooms_of_kind(found, kind.id):
            found = with_room(found, kind, new_room_id(kind.id, ids_of(found)))
    return found


def _is_usual(thing: Thing, shape: str) -> bool:
    return thing.usual_in.get(shape, thing.usual)


def rooms_of_kind(home: Home, kind_id: str) -> tuple[Room, ...]:
    """Return the rooms of one kind, in order."""
    return tuple(room for room in home.rooms if room.kind == kind_id)


def ids_of(home: Home) -> frozenset[str]:
    """Return the ids of all rooms of this home."""
    return frozenset(room.id for room in home.rooms)


def new_room_id(kind_id: str, used: Collection[str]) -> str:
    """Return the first of "bedroom-1", "bedroom-2" … that was never used."""
    number = 1
    while f"{kind_id}-{number}" in used:
        number += 1
    return f"{kind_id}-{number}"


def with_room(home: Home, kind: Kind, room_id: str) -> Home:
    """Return the home with one more room of this kind, after the others of its kind.

    Its name is that of the kind, with a number if another room is called so.
    """
    names = {room.name for room in home.rooms}
    name, number = kind.name, 2
    while name in names:
        name, number = f"{kind.name} {number}", number + 1
    room = Room(room_id, kind.area, name, kind=kind.id, floor=kind.floor.get(home.shape, 0))
    last = max(
        (place for place, each in enumerate(home.rooms) if each.kind == kind.id),
        default=len(home.rooms) - 1,
    )
    return replace(home, rooms=(*home.rooms[: last + 1], room, *home.rooms[last + 1 :]))


def without_room(home: Home, room_id: str) -> Home:
    """Return the home without this room."""
    return replace(home, rooms=tuple(room for room in home.rooms if room.id != room_id))


def without_kind(home: Home, kind_id: str) -> Home:
    """Return the home without any room of this kind."""
    return replace(home, rooms=tuple(room for room in home.rooms if room.kind != kind_id))


def renamed(home: Home, room_id: str, name: str) -> Home:
    """Return the home with another name for a room; an empty name leaves the one it has."""
    name = " ".join(name.split())
    return _with(home, room_id, name=name) if name else home


def used(home: Home, room_id: str, use: Use) -> Home:
    """Return the home with another use of a room."""
    return _with(home, room_id, use=use)


def moved(home: Home, room_id: str, floor: int) -> Home:
    """Return the home with a room on another floor."""
    return _with(home, room_id, floor=floor)


def feature_turned(home: Home, feature: str) -> Home:
    """Return the home with a thing taken away or put back; one nobody spoke of counts as there."""
    here = home.features.get(feature, True)
    return replace(home, features={**home.features, feature: not here})


def tenure_turned(home: Home, tenure: str) -> Home:
    """Return the home with this tenure, or with none if it has this one."""
    return replace(home, tenure="" if home.tenure == tenure else tenure)


def hardest_turned(home: Home, room_id: str) -> Home:
    """Return the home with this room as its hardest part, or with none if it is this one."""
    return replace(home, hardest="" if home.hardest == room_id else room_id)


def _with(home: Home, room_id: str, **fields: object) -> Home:
    rooms = (
        replace(room, **fields) if room.id == room_id else room  # type: ignore[arg-type]
        for room in home.rooms
    )
    return replace(home, rooms=tuple(rooms))


def reshaped(
    home: Home,
    shape: str,
    kinds: Iterable[Kind],
    *,
    things: Iterable[Thing] = (),
    answered: Collection[str] = (),
    taken: Collection[str] = (),
) -> Home:
    """Return the home in another shape.

    Only kinds that one of the two shapes has from the start and the other has not come or go,
    and no room goes that is among ``answered``. The others move to the floor that their kind
    has in this shape, save those that somebody moved to a floor that it has too. ``taken`` are
    ids that no new room may have. In the same way a thing comes or goes only if one shape
    usually has it, the other has not, and nobody said otherwise.
    """
    if shape == home.shape:
        return home
    old, by_id = home.shape, {kind.id: kind for kind in kinds}
    rooms = []
    for room in home.rooms:
        kind = by_id.get(room.kind)
        if kind is None:
            rooms.append(room)
        elif room.id in answered or shape in kind.default or old not in kind.default:
            rooms.append(_on_its_floor(room, kind, old, shape))
    found = replace(
        home, shape=shape, rooms=tuple(rooms), features=_features_in(home, shape, things)
    )
    for kind in by_id.values():
        comes = shape in kind.default and old not in kind.default
        if comes and not rooms_of_kind(found, kind.id):
            room_id = new_room_id(kind.id, {*taken, *ids_of(home), *ids_of(found)})
            found = with_room(found, kind, room_id)
    return found


def _on_its_floor(room: Room, kind: Kind, old: str, shape: str) -> Room:
    was_moved = room.floor != kind.floor.get(old, room.floor)
    if was_moved and room.floor in FLOORS.get(shape, ()):
        return room
    return replace(room, floor=kind.floor.get(shape, room.floor))


def _features_in(home: Home, shape: str, things: Iterable[Thing]) -> Mapping[str, bool]:
    features = dict(home.features)
    for thing in things:
        before, after = _is_usual(thing, home.shape), _is_usual(thing, shape)
        if before != after and features.get(thing.id, True) == before:
            features[thing.id] = after
    return features


# ---------------------------------------------------------------------- rooms and answers


def ids_ever(case: Case) -> frozenset[str]:
    """Return every room id that this case has or had."""
    gone = case.extra.get(ROOMS_GONE, ())
    remembered = map(str, gone) if isinstance(gone, list | tuple) else ()
    return ids_of(case.home) | answered_rooms(case) | frozenset(remembered)


def answered_rooms(case: Case) -> frozenset[str]:
    """Return the ids of rooms in which something was answered or pinned, in any walk.

    Also of those with a photo of their paper page.
    """
    findings = [each for walk in case.assessments for each in walk.findings.values()]
    rooms = [room for each in findings for room in (each.room, *each.where)]
    rooms += [room for walk in case.assessments for _area, room in walk.pages]
    return frozenset(room for room in rooms if room is not None)


def answers_lost(case: Case, home: Home) -> int:
    """Return how many answers of the latest walk would go if the case had this home."""
    walk, stay = case.assessment, ids_of(home)
    findings = walk.findings.values() if walk else ()
    return sum(each.room is not None and each.room not in stay for each in findings)


def refurnished(case: Case, home: Home) -> Case:
    """Return the case with this home. Answers, pins and photos in rooms taken out go with them."""
    stay = ids_of(home)
    if home.hardest and home.hardest not in stay:
        home = replace(home, hardest="")
    gone = ids_of(case.home) - stay
    if not gone:
        return replace(case, home=home)
    walks = tuple(_walk_in(walk, stay) for walk in case.assessments)
    remembered = sorted({*ids_ever(case)} - ids_of(case.home) | gone)
    extra = {**case.extra, ROOMS_GONE: remembered}
    visit = _visit_without(case.visit, gone)
    return replace(case, home=home, assessments=walks, visit=visit, extra=extra)


def _visit_without(visit: Visit, gone: Collection[str]) -> Visit:
    """Return a visit in which nothing stands in these rooms."""
    unseen = {place: why for place, why in visit.not_seen.items() if place not in gone}
    things = tuple(
        replace(each, room="") if each.room in gone else each for each in visit.equipment
    )
    return replace(visit, not_seen=unseen, equipment=things)


def _walk_in(walk: Assessment, stay: Collection[str]) -> Assessment:
    findings = {
        place: _pinned_in(finding, stay)
        for place, finding in walk.findings.items()
        if finding.room is None or finding.room in stay
    }
    pages = {
        page: photos for page, photos in walk.pages.items() if page[1] is None or page[1] in stay
    }
    if (findings, pages) == (walk.findings, walk.pages):
        return walk
    return replace(walk, findings=findings, pages=pages)


def _pinned_in(finding: Finding, stay: Collection[str]) -> Finding:
    where = tuple(room for room in finding.where if room in stay)
    return finding if where == finding.where else replace(finding, where=where)
