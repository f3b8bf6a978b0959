"""How the paper that is being made is set: in large print, with less ink.

Every block asks for it where it looks up a size or a color, so that no page hands it on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """``large``: 18 points and up in one column, black on white. ``save_ink``: no fills."""

    large: bool = False
    save_ink: bool = False


_STANDARD = Manner()
_now: ContextVar[Manner] = ContextVar("manner", default=_STANDARD)


def manner() -> Manner:
    """Return how the paper is set that this thread makes now."""
    return _now.get()


@contextmanager
def in_manner(given: Manner) -> Iterator[None]:
    """Set a paper in this manner: its story is told and drawn inside."""
    before = _now.set(given)
    try:
        yield
    finally:
        _now.reset(before)
