"""How long a visit and a room took, worked out from the times at which something was changed.

Time between two changes that follow each other counts whole, up to ``PAUSE``. A longer time is a
pause, and one below zero a clock that was set back: nobody knows what was done then, so each of
these counts as one check. A visit begins anew after ``APART``. What was undone took its time too.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from falls_app.domain.asking import SECONDS_A_CHECK
from falls_app.domain.assessment import Place

PAUSE = timedelta(minutes=10)
"""The longest time between two changes that counts whole.

The longest thing that is asked for at one go is blood pressure, lying down and standing: 8
minutes. Who is away for longer drinks tea, or is on the phone.
"""

APART = timedelta(hours=3)
"""A longer time between two changes parts two visits: lunch or an errand does not, a night does.

As much time backwards parts them too: then one of the two was told by a clock that was wrong.
"""

_IN_A_PAUSE = timedelta(seconds=SECONDS_A_CHECK)


@dataclass(frozen=True, slots=True)
class Moment:
    """A change as the history tells it: when it was made, by a clock that knows its zone.

    ``about`` are the answers of the walk that it wrote, ``made`` the one of them that was not there
    before, with those that it settled: somebody looked, and nothing else brought them.
    """

    at: datetime
    about: frozenset[Place] = frozenset()
    made: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Moments:
    """What the history still tells of a case, oldest first; the first moment is its beginning.

    ``is_whole`` is False if older changes were forgotten.
    """

    kept: tuple[Moment, ...] = ()
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Spent:
    """How long a visit took so far; at least so long if not ``is_all``."""

    time: timedelta
    is_all: bool = True

    @property
    def minutes(self) -> int:
        """Return it in whole minutes, 0 if it is less than one."""
        return whole_minutes(self.time)


def whole_minutes(time: timedelta) -> int:
    """Return a time in minutes, rounded; 0 if it is less than one."""
    return 0 if time < timedelta(minutes=1) else round(time / timedelta(minutes=1))


def visit_so_far(moments: Moments, now: datetime) -> Spent | None:
    """Return how long the visit took that goes on now, from its first change to its last.

    None if there is no such visit: nothing was changed lately, or one thing only.
    """
    times = [moment.at for moment in moments.kept]
    if not times or _are_apart(times[-1], now):
        return None
    pairs = list(pairwise(times))
    begin = max((after for after, pair in enumerate(pairs, 1) if _are_apart(*pair)), default=0)
    if begin == len(pairs):
        return None
    return Spent(_summed(pairs[begin:]), is_all=moments.is_whole or begin > 0)


def room_took(moments: Moments, found: Collection[Place]) -> timedelta | None:
    """Return how long one room took; ``found`` are the places of all its answers.

    None if that is not known: an answer came with a file or with many others, or the change that
    made it is forgotten.
    """
    rooms = {room for _check, room in found}
    here = [
        (before, moment)
        for before, moment in pairwise(moments.kept)
        if {room for _check, room in moment.about} == rooms
    ]
    made = {place for _before, moment in here for place in moment.made}
    if not found or not made.issuperset(found):
        return None
    return _summed((before.at, moment.at) for before, moment in here)


def _are_apart(before: datetime, after: datetime) -> bool:
    return abs(after - before) > APART


def _summed(pairs: Iterable[tuple[datetime, datetime]]) -> timedelta:
    return sum((_counted(after - before) for before, after in pairs), timedelta())


def _counted(between: timedelta) -> timedelta:
    return between if timedelta() <= between <= PAUSE else _IN_A_PAUSE
