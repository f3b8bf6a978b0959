"""Where the walk stands: the order of places, and the mark each one wears on the map."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from falls_app.domain.asking import Asked
from falls_app.domain.bones import Bones
from falls_app.domain.home import Home
from falls_app.domain.ranking import Ranked, Tier
from falls_app.domain.screening.bone_check import BoneCheck, short_answer

WALK_ORDER = ("BED", "BTH", "STR", "LIV", "KIT", "HAL", "OUT", "GDN", "LGB")
"""Rooms where most happens first. Source: product description, 3."""

_WORST = ("fix", "some", "part", "none", "ok")

WHOLE, BONES = "whole", "bones"
"""Ids of the two places that are no rooms: the gable and the tree."""


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """How one place stands: ``state`` is none, part, ok, some or fix; see the design brief.

    ``number`` counts what is to fix, ``done`` of ``total`` checks are answered, ``unsure``
    counts answers to look at again. ``total`` 0 means nothing is asked there.
    """

    id: str
    state: str
    number: int = 0
    done: int = 0
    total: int = 0
    unsure: int = 0


def places_in_order(home: Home, first: Iterable[str | None] = ()) -> tuple[str, ...]:
    """Return room ids in walking order, then the whole house, then bones and balance.

    Rooms of the home that are named in ``first`` come before all others, in that order.
    """
    rooms = sorted(home.rooms, key=lambda room: (WALK_ORDER.index(room.area), -room.use.share))
    ids = [room.id for room in rooms]
    return tuple(dict.fromkeys([*(each for each in first if each in ids), *ids, WHOLE, BONES]))


def checks_at(place_id: str, places: Iterable[Asked]) -> tuple[Asked, ...]:
    """Return what is asked at one place, in the order of the checklist."""
    if place_id == WHOLE:
        return tuple(each for each in places if each.room is None)
    return tuple(each for each in places if each.room and each.room.id == place_id)


def open_at(place_id: str, ranked: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Return what is to fix at one place, in plan order, with whole-house findings pinned to it."""
    return tuple(
        each
        for each in ranked
        if (each.asked.room is None and place_id == WHOLE)
        or (each.asked.room and each.asked.room.id == place_id)
        or (each.asked.finding and place_id in each.asked.finding.where)
    )


def mark(place_id: str, places: Iterable[Asked], ranked: Sequence[Ranked]) -> PlaceMark:
    """Return the mark of a room or of the whole house.

    A whole-house finding pinned to a room adds to that room's badge, never to its score.
    """
    here = checks_at(place_id, places)
    open_here = open_at(place_id, ranked)
    done = sum(each.finding is not None for each in here)
    unsure = sum(each.finding is not None and not each.is_known for each in here)
    urgent = any(each.tier is Tier.NOW for each in open_here)
    state = _state(done, len(here), len(open_here), urgent=urgent, unsure=unsure)
    return PlaceMark(place_id, state, len(open_here), done, len(here), unsure)


def bones_mark(answers: Bones, bones: BoneCheck, flags: int = 0) -> PlaceMark:
    """Return the mark of bones and balance; ``flags`` more red flags are open besides."""
    chosen = [short_answer(each, answers.items, answers.flags) for each in bones.questions]
    given = [choice for choice in chosen if choice]
    number = flags + sum(choice.state in ("some", "fix") for choice in given)
    unsure = sum(choice.state == "unsure" for choice in given)
    urgent = bool(flags) or any(choice.state == "fix" for choice in given)
    state = _state(len(given), len(bones.questions), number, urgent=urgent, unsure=unsure)
    return PlaceMark(BONES, state, number, len(given), len(bones.questions), unsure)


def _state(done: int, total: int, number: int, *, urgent: bool, unsure: int) -> str:
    if done < total or total == 0:
        return "part" if done else "none"
    if number:
        return "fix" if urgent else "some"
    return "ok" if unsure < total else "part"


def worst_first(marks: Iterable[PlaceMark]) -> tuple[PlaceMark, ...]:
    """Return the places where something is asked, those with the most to do in front."""
    asked_here = [each for each in marks if each.total or each.number]
    return tuple(sorted(asked_here, key=lambda each: (_WORST.index(each.state), -each.number)))


def looked_at(marks: Iterable[PlaceMark]) -> tuple[int, int]:
    """Return (places looked at, places there are), leaving out those where nothing is asked."""
    asked_here = [each for each in marks if each.total]
    return sum(each.done == each.total for each in asked_here), len(asked_here)
