"""Results of the tests of movement: put together, sorted by kind, held against each other."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from falls_app.domain.bones import Bones, FunctionResult
from falls_app.domain.screening.flag_screen import EMERGENCY, SOON, TODAY
from falls_app.domain.screening.function_tests import STANDS, TANDEM_SECONDS

LEFT = "tests_left"
"""The key in ``Bones.dates`` of the day for which the tests were left."""

HEALING_DAYS = 84
"""A break in the spine was "not long ago" for twelve weeks."""

REST_DAYS = 14
"""After an emergency that got help, the tests are left for two weeks."""

NEW_PAIN = "RF30"
"""The red flag of new back pain after a small effort."""

ARMS = "arms"
"""The arms were needed to stand up: the test ends with 0."""

PRESSURES = tuple(
    f"{when}_{end}" for when in ("lying", "one", "three") for end in ("upper", "lower")
)
"""The parts of a blood pressure result: lying down, after 1 and after 3 minutes of standing."""

LIKELY = {"upper": (60.0, 250.0), "lower": (30.0, 140.0)}
"""Blood pressures that a monitor shows. Others are asked back, never refused."""


def chair_result(stands: int, date: str, helper: str, seen: Sequence[str]) -> FunctionResult:
    """Return the stands in 30 seconds; 0 if the arms were needed."""
    value = 0 if ARMS in seen else max(0, stands)
    return FunctionResult("chair", date, float(value), helper, seen=tuple(seen))


def balance_result(seconds: Sequence[float], date: str, helper: str) -> FunctionResult:
    """Return the seconds of each stand that was tried; the value is that of heel to toe."""
    parts = dict(zip(STANDS, seconds, strict=False))
    return FunctionResult("balance", date, parts.get("tandem", 0.0), helper, parts)


def pressure_result(
    numbers: Mapping[str, float], date: str, helper: str, seen: Sequence[str]
) -> FunctionResult:
    """Return the readings by the names in ``PRESSURES``; the value is the larger upper drop.

    Wants lying down, and at least one after standing up.
    """
    standing = [numbers[key] for key in ("one_upper", "three_upper") if key in numbers]
    drop = numbers["lying_upper"] - min(standing)
    return FunctionResult("pressure", date, drop, helper, dict(numbers), tuple(seen))


def stands_held(result: FunctionResult) -> int:
    """Return how many of the four ways to stand were held for the full time."""
    return sum(result.parts.get(stand, 0.0) >= TANDEM_SECONDS for stand in STANDS)


def unlikely(numbers: Mapping[str, float]) -> tuple[str, ...]:
    """Return the names of blood pressures that look like a slip of the finger."""
    return tuple(key for key, value in numbers.items() if not _is_likely(key, value, numbers))


def _is_likely(key: str, value: float, numbers: Mapping[str, float]) -> bool:
    when, end = key.split("_")
    low, high = LIKELY[end]
    upper = numbers.get(f"{when}_upper", high + value)
    return low <= value <= high and (end == "upper" or value < upper)


def of_kind(results: Iterable[FunctionResult], kind: str) -> tuple[FunctionResult, ...]:
    """Return the results of one test, the oldest first; those of a day as they were written."""
    return tuple(
        sorted((each for each in results if each.kind == kind), key=lambda each: each.date)
    )


def leave_for(bones: Bones, flags: Mapping[int, Sequence[str]], today: date) -> str | None:
    """Return why the tests are left for today: the id of a sign, "" if it was not kept, or None.

    What was told elsewhere counts: red flags that are up, by level, new back pain, a break in the
    spine in the last twelve weeks.
    """
    if flags[TODAY] or (flags[EMERGENCY] and _is_recent(bones.two_days.noted_on, today)):
        return "flag"
    if NEW_PAIN in flags[SOON]:
        return "back"
    broke = bones.dates.get("spine_break")
    if broke and 0 <= (today - date.fromisoformat(broke)).days < HEALING_DAYS:
        return "break"
    return "" if bones.dates.get(LEFT) == today.isoformat() else None


def _is_recent(noted_on: str, today: date) -> bool:
    """Return whether help with an emergency was noted of late, or not at all."""
    return not noted_on or (today - date.fromisoformat(noted_on)).days < REST_DAYS
