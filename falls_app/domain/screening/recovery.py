"""The weeks after a break in the spine."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of time, in days since the break, both ends in it. ``to_day`` 0: at any time."""

    id: str
    when: str
    from_day: int
    to_day: int
    do: tuple[str, ...]
    sources: tuple[str, ...]
    leave: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recovery:
    """All stretches in order; they overlap."""

    why: str
    lead: str
    phases: tuple[Phase, ...]


def phases_on(recovery: Recovery, day: int) -> tuple[Phase, ...]:
    """Return what counts on this day after the break, what counts at any time included."""
    return tuple(
        each for each in recovery.phases if not each.to_day or each.from_day <= day <= each.to_day
    )


def week_of(day: int) -> int:
    """Return the week of a day after the break, the first is 1; the day itself is day 0."""
    return max(1, -(-day // 7))


def days_of(phase: Phase, broke: date) -> tuple[date, date]:
    """Return the first and the last day of a stretch after a break on that day."""
    return broke + timedelta(days=phase.from_day), broke + timedelta(days=phase.to_day)
