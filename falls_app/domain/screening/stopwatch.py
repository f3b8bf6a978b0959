"""A stopwatch with a countdown before it. It has no clock: every moment is handed to it.

Moments are seconds of one clock that never goes back; when that clock was read, and when a
screen is painted, makes no difference to what is measured.
"""

import math
from dataclasses import dataclass, replace
from enum import StrEnum

COUNTDOWN = 3.0
"""Seconds from the press on Start to "go"."""
LATE = 0.2
"""Seconds after the end in which a press that was made in time may still arrive."""


class Phase(StrEnum):
    """Where a stopwatch stands."""

    READY = "ready"
    COUNTDOWN = "countdown"
    RUNNING = "running"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """One run. ``limit`` seconds after "go" it ends by itself; None: only when it is stopped.

    ``go`` is the moment at which the seconds begin, None before Start; ``stopped`` the one at
    which somebody stopped it. One that ``counts`` is not stopped by a press: each adds to
    ``presses``.
    """

    limit: float | None = None
    counts: bool = False
    go: float | None = None
    stopped: float | None = None
    presses: tuple[float, ...] = ()

    def press(self, moment: float) -> "Stopwatch":
        """Return the watch after its one big button: start, call off the countdown, stop or count.

        A press outside of the seconds that count changes nothing.
        """
        if self.go is None:
            return replace(self, go=moment + COUNTDOWN)
        if moment < self.go:
            return replace(self, go=None)
        if not self.counts:
            return self.stop(moment)
        return replace(self, presses=(*self.presses, moment)) if self._is_in(moment) else self

    def stop(self, moment: float) -> "Stopwatch":
        """Return the watch stopped; before "go" it is as if it was never started."""
        if self.go is None or moment < self.go:
            return replace(self, go=None)
        return replace(self, stopped=moment) if self._is_in(moment) else self

    def _is_in(self, moment: float) -> bool:
        end = math.inf if self.limit is None or self.go is None else self.go + self.limit
        return self.stopped is None and moment <= end

    def phase(self, now: float) -> Phase:
        """Return where it stands; a run that ends by itself waits a little for late presses."""
        if self.go is None:
            return Phase.READY
        if now < self.go:
            return Phase.COUNTDOWN
        if self.stopped is not None:
            return Phase.OVER
        ended = self.limit is not None and now >= self.go + self.limit + LATE
        return Phase.OVER if ended else Phase.RUNNING

    def to_go(self, now: float) -> int:
        """Return the number that the countdown says: 3, 2, 1, and 0 from "go" on."""
        return 0 if self.go is None else max(0, math.ceil(round(self.go - now, 6)))

    def seconds(self, now: float) -> float:
        """Return the seconds since "go" to one place, at most the limit."""
        if self.go is None:
            return 0.0
        run = (now if self.stopped is None else self.stopped) - self.go
        return round(max(0.0, run if self.limit is None else min(run, self.limit)), 1)

    def left(self, now: float) -> float:
        """Return the seconds to the limit to one place, 0 without one."""
        return 0.0 if self.limit is None else round(self.limit - self.seconds(now), 1)
