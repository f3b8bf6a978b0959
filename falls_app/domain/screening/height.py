"""Lost height: the boundaries from which it is worth a word, or a visit."""

from collections.abc import Mapping, Sequence
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


LIKELY_CM = (120.0, 210.0)
"""Heights that are taken without asking back."""

APART_CM = 1.0
"""Two readings of one day that differ by more are asked back."""

CHOICES = {Loss.LITTLE: "same", Loss.SOME: "some", Loss.LOT: "lot"}
"""How the short question about height says each loss since the tallest."""


def middle(readings: Sequence[float]) -> float:
    """Return the mean of one or two readings, to a millimeter."""
    return round(sum(readings) / len(readings), 1)


def is_likely(readings: Sequence[float]) -> bool:
    """Return whether readings look right: tall as people are, and close together."""
    low, high = LIKELY_CM
    return all(low <= each <= high for each in readings) and (
        max(readings) - min(readings) <= APART_CM
    )


def short_choice(heights: Sequence[Height]) -> str:
    """Return the answer to the short question that the heights give, "" if they give none.

    Only what is gone since the tallest counts here: the question asks for nothing else.
    """
    found = height_found(heights)
    if found is None:
        return ""
    loss = height_lost(0.0, tallest=found.lost_cm)
    return CHOICES[loss] if loss else ""


def filled_in(
    items: Mapping[str, str], question: str, before: Sequence[Height], after: Sequence[Height]
) -> Mapping[str, str]:
    """Return the answers with that of the ``question`` about height taken from the heights.

    An answer that somebody gave by hand stays: it is not what the heights said before.
    """
    given = items.get(question, "")
    if given not in ("", short_choice(before)):
        return items
    rest = {key: each for key, each in items.items() if key != question}
    choice = short_choice(after)
    return {**rest, question: choice} if choice else rest
