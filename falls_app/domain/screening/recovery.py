"""The weeks after a break in the spine."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of time, in days since the break, both ends in it. ``to_day`` 0: at any time.

    What to ``ask`` may wait longer than the stretch, until ``ask_to_day``; 0: it does not.
    """

    id: str
    when: str
    from_day: int
    to_day: int
    do: tuple[str, ...]
    sources: tuple[str, ...]
    leave: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    ask_to_day: int = 0
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


def phases_to_ask(recovery: Recovery, day: int, *, is_checked: bool) -> tuple[Phase, ...]:
    """Return the stretches whose questions are due on this day after the break.

    Once the bones are checked (``is_checked``) nothing waits beyond its stretch.
    """
    now = phases_on(recovery, day)
    if is_checked:
        return now
    waiting = (each for each in recovery.phases if each.to_day < day <= each.ask_to_day)
    return (*waiting, *now)


def week_of(day: int) -> int:
    """Return the week of a day after the break, the first is 1; the day itself is day 0."""
    return max(1, -(-day // 7))


def days_of(phase: Phase, broke: date) -> tuple[date, date]:
    """Return the first and the last day of a stretch after a break on that day."""
    return broke + timedelta(days=phase.from_day), broke + timedelta(days=phase.to_day)
