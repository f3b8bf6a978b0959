"""Which checks are asked where. Source: scoring specification, "Words"."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from falls_app.domain.assessment import Assessment, Finding, ListKind, Place
from falls_app.domain.checklist import PLACE_AREAS, Answer, Check, Checklist
from falls_app.domain.home import Home, Room, Use

SECONDS_A_CHECK, SECONDS_A_ROOM = 25, 60
"""Honest time: 25 seconds a check and a minute a room. Source: product description, 2."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A check at one place, with what was found there (None: not answered yet)."""

    check: Check
    room: Room | None
    finding: Finding | None

    @property
    def place(self) -> Place:
        """Return (check id, room id or None)."""
        return (self.check.id, self.room.id if self.room else None)

    @property
    def use(self) -> Use:
        """How often the place is used; the whole house counts as daily."""
        return self.room.use if self.room else Use.DAILY

    @property
    def answer(self) -> Answer | None:
        """Return what was answered, or None."""
        return self.finding.answer if self.finding else None

    @property
    def is_known(self) -> bool:
        """False while unanswered or *not sure*."""
        return self.finding is not None and self.finding.answer.is_known

    @property
    def is_dropped(self) -> bool:
        """True if the thing is not here, or no longer used."""
        return self.finding is not None and self.finding.answer.is_dropped

    @property
    def is_open(self) -> bool:
        """True if there is something to fix."""
        return self.finding is not None and self.finding.answer.is_open

    @property
    def near_miss(self) -> bool:
        """True if a slip or fall happened here."""
        return self.finding is not None and self.finding.near_miss


def rooms_asked(check: Check, home: Home, kind: ListKind) -> tuple[Room | None, ...]:
    """Return the rooms in which a check is asked; ``(None,)`` asks it once for the home.

    The quick list asks a place's check once, in its most used room, the first among equals.
    """
    if check.area not in PLACE_AREAS or not home.rooms:
        return (None,)
    rooms = home.rooms_of(check.area)
    if kind is ListKind.QUICK and rooms:
        return (max(rooms, key=lambda room: room.use.share),)
    return rooms


def checks_asked(
    checklist: Checklist, home: Home, kind: ListKind, traits: Collection[str]
) -> Iterator[tuple[Check, Room | None]]:
    """Yield every check whose rule holds with each room in which it is asked."""
    for check in checklist:
        if kind is ListKind.QUICK and not check.quick:
            continue
        if check.applies.holds(home.features, traits):
            for room in rooms_asked(check, home, kind):
                yield check, room


def asked(
    checklist: Checklist, home: Home, assessment: Assessment, traits: Collection[str]
) -> tuple[Asked, ...]:
    """Return every check asked in this walk, and every answer given besides, with its finding.

    An answer always counts, whatever the rules say. ValueError names a check that nobody knows
    or that was answered for a room that is not there.
    """
    places: dict[Place, Asked] = {}
    for check, room in checks_asked(checklist, home, assessment.list, traits):
        place = (check.id, room.id if room else None)
        places[place] = Asked(check, room, assessment.findings.get(place))
    for place, finding in assessment.findings.items():
        if place not in places:
            places[place] = _answered_besides(checklist, home, finding)
    return tuple(places.values())


def _answered_besides(checklist: Checklist, home: Home, finding: Finding) -> Asked:
    check = checklist.by_id.get(finding.check)
    if check is None:
        raise ValueError(f"There is no check “{finding.check}”.")
    room = home.room(finding.room)
    if finding.room is not None and (room is None or room.area != check.area):
        raise ValueError(
            f"{finding.check} was answered for “{finding.room}”, which is no such room."
        )
    return Asked(check, room, finding)


def minutes_needed(checks: int, rooms: int) -> int:
    """Return the honest length of a walk in minutes, at least 1."""
    return max(1, round((checks * SECONDS_A_CHECK + rooms * SECONDS_A_ROOM) / 60))
