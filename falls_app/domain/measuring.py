"""Sizes as people take them: in the unit they read, written as they write numbers."""

import re
from math import inf

from falls_app.domain.checklist import Measure

MM_AN_INCH = 25.4
UNITS = {"mm": ("in", "cm", "mm"), "°C": ("°C", "°F")}
"""Units that a size can be read in, by the unit it is kept in; any other has only its own."""

STEPS = {"in": 0.5, "cm": 0.5, "mm": 5.0, "lux": 10.0}
"""By how much a size goes up or down at a press; others by 1."""

FAR_OFF = 10
"""How many times the aim a size is before we ask whether it is right."""
_USUAL = {"mm": (0.0, 10_000.0), "lux": (0.0, 20_000.0), "s": (0.0, 3_600.0), "°C": (-30.0, 100.0)}
"""What a home can have at all, by unit: lowest and highest."""

_FRACTIONS = {"¼": "1/4", "½": "1/2", "¾": "3/4", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}
_WRITTEN = re.compile(r"(?P<whole>[-−]?\d+(?:[.,]\d+)*)?(?:[ -]*(?P<up>\d+)/(?P<down>\d+))?")


def units_for(unit: str) -> tuple[str, ...]:
    """Return the units that a size kept in ``unit`` can be read and written in."""
    return UNITS.get(unit, (unit,))


def in_unit(size: float, unit: str) -> float:
    """Return a size kept in millimeters or °C as it reads in ``unit``."""
    match unit:
        case "in":
            return size / MM_AN_INCH
        case "cm":
            return size / 10
        case "°F":
            return size * 9 / 5 + 32
    return size


def from_unit(value: float, unit: str) -> float:
    """Return a value in ``unit`` as it is kept: in millimeters, °C, or its own unit."""
    match unit:
        case "in":
            value *= MM_AN_INCH
        case "cm":
            value *= 10
        case "°F":
            value = (value - 32) * 5 / 9
    return round(value, 4)


def number_written(text: str, unit: str) -> float | None:
    """Return the number that somebody wrote: "34.5", "34,5", "34 1/2", "34½"; else None.

    A point or a comma is the decimal sign. Before three last digits it parts the thousands where
    nobody writes thousandths: "1,500" is 1500 in millimeters and lux.
    """
    for sign, fraction in _FRACTIONS.items():
        text = text.replace(sign, f" {fraction}")
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or not found.group():
        return None
    up, down = found["up"], int(found["down"] or 1)
    if down == 0:
        return None
    whole = _decimal(found["whole"] or "0", unit)
    return None if whole is None else whole + int(up or 0) / down


def _decimal(text: str, unit: str) -> float | None:
    text = text.replace("−", "-")
    if unit in ("mm", "lux") and re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", text):
        return float(re.sub("[.,]", "", text))
    signs = re.findall("[.,]", text)
    return float(text.replace(",", ".")) if len(signs) <= 1 else None


def is_usual(measure: Measure, size: float, aim: tuple[float, float] | None) -> bool:
    """Return False for a size so far off that a slip of unit or finger is likely.

    ``size`` and ``aim`` are in the measure's own unit. Dim light and no gap at all are usual.
    """
    low, high = _USUAL.get(measure.unit, (-inf, inf))
    if aim and aim[1] > 0 and measure.unit in ("mm", "lux"):
        high = min(high, aim[1] * FAR_OFF)
        if measure.unit == "mm" and size != 0:
            low = max(low, aim[0] / FAR_OFF)
    return low <= size <= high
