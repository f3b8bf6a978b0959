"""Lost height: the boundaries from which it is worth a word, or a visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from falls_app.domain.bones import Height
from falls_app.domain.screening.bone_check import BoneStep


class Loss(StrEnum):
    """How much height is gone, and so which text shows."""

    LITTLE = "little"
    SOME = "some"
    LOT = "lot"


SINCE_YEARS = 5
"""How old a reading may be to count as the last one, in years."""

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
class KnownBreak:
    """What a great loss leads to if a doctor follows up a broken bone in the back already."""

    text: str
    ask: str
    step: BoneStep


@dataclass(frozen=True, slots=True)
class HeightWords:
    """How to measure, and the text of each loss."""

    why: str
    steps: tuple[str, ...]
    answers: tuple[HeightAnswer, ...]
    known_break: KnownBreak
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


@dataclass(frozen=True, slots=True)
class HeightFound:
    """How much height is gone: ``lost_cm`` from the tallest ever, and which text shows.

    ``is_new``: so much is gone since a reading of the past years that this alone is a lot.
    """

    lost_cm: float
    loss: Loss
    is_new: bool = False


def height_found(heights: Sequence[Height]) -> HeightFound | None:
    """Return the loss from the tallest of all readings to the latest one with a date.

    None if no reading has a date, or if there is only one. The graver counts: what is gone since
    the tallest ever, or since a reading taken at most five years before the latest.
    """
    dated = sorted((each for each in heights if each.date), key=lambda each: each.date)
    if not dated or len(heights) < 2:
        return None
    latest = dated[-1]
    recent = max((each.cm for each in dated if _is_recent(each, latest)), default=latest.cm)
    tallest = max(each.cm for each in heights)
    loss = height_lost(latest.cm, tallest=tallest, last=recent)
    assert loss is not None
    is_new = height_lost(latest.cm, last=recent) is Loss.LOT
    return HeightFound(round(tallest - latest.cm, 2), loss, is_new)


def _is_recent(reading: Height, latest: Height) -> bool:
    first, last = date.fromisoformat(reading.date), date.fromisoformat(latest.date)
    years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
    exactly = (last.month, last.day) == (first.month, first.day)
    return years < SINCE_YEARS or (years == SINCE_YEARS and exactly)
