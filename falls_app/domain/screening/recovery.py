"""The weeks after a break in the spine."""

from dataclasses import dataclass


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
