"""When a key or a pointer was pressed, however late the window gets to hear of it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputEvent

LATEST = 5.0
"""Seconds after which a time stamp is no longer believed: it may be of another clock."""

clock: Callable[[], float] = time.monotonic
"""Seconds that never go back."""


class Moments:
    """Reads the clock, and the moment of an event off the event itself.

    An event carries the time of its device, whose zero nobody knows: only differences count. The
    smallest gap between our clock and that time is taken for an event that was heard of at once;
    what is above it is how late another one was.
    """

    def __init__(self) -> None:
        self._gaps: dict[object, float] = {}

    def now(self) -> float:
        """Return the moment, in seconds of our clock."""
        return clock()

    def of(self, event: QEvent) -> float:
        """Return when an event happened, in seconds of our clock."""
        now = clock()
        if not isinstance(event, QInputEvent) or not event.timestamp():
            return now
        device, gap = event.deviceType(), now - event.timestamp() / 1000
        late = gap - self._gaps.get(device, gap)
        if 0 < late <= LATEST:
            return now - late
        self._gaps[device] = gap
        return now
