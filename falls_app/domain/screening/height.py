"""Lost height: the boundaries from which it is worth a word, or a visit."""

from dataclasses import dataclass
from enum import StrEnum


class Loss(StrEnum):
    """How much height is gone, and so which text shows."""

    LITTLE = "little"
    SOME = "some"
    LOT = "lot"


LIMITS = {"cm": (2.0, 4.0), "in": (0.8, 1.5)}
"""From which loss on it is some, and a lot, as published in each unit: 1½ in are 3.8 cm."""


@dataclass(frozen=True, slots=True)
class HeightAnswer:
    """The text of a loss; ``days`` until the visit or, far away, the next measurement."""

    id: str
    text: str
    days: int
    ask: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeightWords:
    """How to measure, and the text of each loss."""

    why: str
    steps: tuple[str, ...]
    answers: tuple[HeightAnswer, ...]
    gained: str
    sources: tuple[str, ...]


def height_lost(
    today: float, *, tallest: float | None = None, last: float | None = None, unit: str = "cm"
) -> Loss | None:
    """Return the loss since the ``tallest`` height, or since the ``last`` reading with this app.

    The graver of the two; None if there is nothing to compare with. Between two readings, *some*
    counts as a lot already.
    """
    some, lot = LIMITS[unit]
    ever = None if tallest is None else round(tallest - today, 2)
    since = None if last is None else round(last - today, 2)
    if ever is None and since is None:
        return None
    if (ever or 0) >= lot or (since or 0) >= some:
        return Loss.LOT
    return Loss.SOME if (ever or 0) >= some else Loss.LITTLE
