"""The home: its rooms, how often each is used, and what is in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Use(StrEnum):
    """How often a room is used."""

    DAILY = "daily"
    WEEKLY = "weekly"
    RARELY = "rarely"

    @property
    def share(self) -> float:
        """How much of a hazard's weight counts in a room used this often."""
        return {Use.DAILY: 1.0, Use.WEEKLY: 0.5, Use.RARELY: 0.2}[self]


@dataclass(frozen=True, slots=True)
class Room:
    """A place in this home. ``kind`` names its drawing on the map ("dining"); "" = by area.

    ``floor`` is 0 on the ground, 1 upstairs, 2 above that, -1 in the basement.
    """

    id: str
    area: str
    name: str
    use: Use = Use.DAILY
    kind: str = ""
    floor: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """Rooms in walking order, and the features that rules of checks ask for.

    ``shape`` is "three" or "two" (floors), "one" or "flat"; ``tenure`` is "" while not asked, else
    "own", "rented", "social", "family" or "care"; ``hardest`` is the id of the room that is hardest
    to get about in, "" while nobody said.
    """

    rooms: tuple[Room, ...] = ()
    features: Mapping[str, bool] = field(default_factory=dict)
    shape: str = "one"
    tenure: str = ""
    hardest: str = ""

    def __iter__(self) -> Iterator[Room]:
        return iter(self.rooms)

    def room(self, room_id: str | None) -> Room | None:
        """Return the room with this id, or None."""
        return next((room for room in self.rooms if room.id == room_id), None)

    def rooms_of(self, area: str) -> tuple[Room, ...]:
        """Return the rooms of one area, in order."""
        return tuple(room for room in self.rooms if room.area == area)
