"""Rooms of one kind: a second bathroom may have the answers of the first."""

from collections.abc import Iterable, Mapping

from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Assessment
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Home, Room


def first_alike(home: Home, room_id: str) -> Room | None:
    """Return the first room of the same kind, None if it is this one or there is no such room."""
    room = home.room(room_id)
    if room is None:
        return None
    first = next(each for each in home if (each.area, each.kind) == (room.area, room.kind))
    return None if first.id == room_id else first


def answers_alike(here: Iterable[Asked], first: Room, walk: Assessment) -> Mapping[str, Answer]:
    """Return by check what is known in the first room where nothing is answered here."""
    found = {
        each.check.id: walk.finding(each.check.id, first.id)
        for each in here
        if each.finding is None
    }
    return {
        check: finding.answer
        for check, finding in found.items()
        if finding is not None and finding.answer.is_known
    }
