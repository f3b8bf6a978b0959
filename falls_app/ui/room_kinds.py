"""The kinds of room that a home can have, with the words of their chips and of their rooms."""

from dataclasses import replace

from falls_app.content.places import Places, RoomKind, load_places
from falls_app.i18n import content


def room_kinds() -> dict[str, RoomKind]:
    """Return the kinds of room by id, each with the name that its rooms get."""
    places = load_places()
    return {kind.id: replace(kind, name=_room_name(kind, places)) for kind in places.kinds.values()}


def kinds_in(group: str) -> list[tuple[str, str]]:
    """Return the kinds of a group ("rooms", "outside"), each with the words of its chip."""
    kinds = load_places().kinds.values()
    return [(each.id, content(each.name)) for each in kinds if each.group == group]


def _room_name(kind: RoomKind, places: Places) -> str:
    # The chip says "Stairs inside", beside the steps outside; the room is just "Stairs".
    return content(places.areas[kind.area].name if kind.area == "STR" else kind.name)
