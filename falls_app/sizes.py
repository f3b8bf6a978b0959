"""Sizes to aim for and sizes that were measured, in the units of a region."""

from collections.abc import Mapping

from falls_app.content.regions import Region
from falls_app.domain.checklist import Check, Measure
from falls_app.i18n import _, content

MM_AN_INCH = 25.4


def size_words(check: Check, region: Region) -> tuple[str, ...]:
    """Return the sizes to aim for: "Top of the rail above the step edge: about 34 to 38 in"."""
    return tuple(
        _("{what}: {size}").format(what=content(each.label), size=_size(each, region))
        for each in check.measures
        if each.aim.get(region.sizes_like)
    )


def measured_words(check: Check, sizes: Mapping[str, float], region: Region) -> tuple[str, ...]:
    """Return the sizes that were measured: "Stairs, wall to wall: 34 in"."""
    return tuple(
        _("{what}: {size}").format(
            what=content(each.label), size=one_size(sizes[each.id], each.unit, region)
        )
        for each in check.measures
        if each.id in sizes
    )


def one_size(size: float, unit: str, region: Region) -> str:
    """Return a size in the region's unit: "34 in", "31.5 in", "136 °F"."""
    shown, unit = in_region(size, unit, region)
    return _("{number} {unit}").format(number=_number(shown, unit, region), unit=unit)


def in_region(size: float, unit: str, region: Region) -> tuple[float, str]:
    """Return a size and its unit as people there measure; who measures in inches reads °F."""
    if unit == "mm" and region.length == "in":
        return size / MM_AN_INCH, "in"
    if unit == "°C" and region.length == "in":
        return _fahrenheit(size), "°F"
    return size, unit


def _size(measure: Measure, region: Region) -> str:
    low, high = measure.aim[region.sizes_like]
    unit = measure.unit
    # A lowest size of 0 is no size: 0 °C must not become 32 °F.
    low = low and in_region(low, unit, region)[0]
    high, unit = in_region(high, unit, region)
    names = {"low": _number(low, unit, region), "high": _number(high, unit, region), "unit": unit}
    if high == 0:
        return _("none")
    if low == 0:
        pattern = (
            _("at most {high} {unit}") if measure.checked else _("at most about {high} {unit}")
        )
    elif high >= 2 * low:  # an open end, not a range
        pattern = (
            _("at least {low} {unit}") if measure.checked else _("at least about {low} {unit}")
        )
    else:
        pattern = _("{low} to {high} {unit}")
        pattern = pattern if measure.checked else _("about {low} to {high} {unit}")
    return pattern.format(**names)


def _fahrenheit(celsius: float) -> int:
    return round(celsius * 9 / 5 + 32)


def _number(value: float, unit: str, region: Region) -> str:
    from babel.numbers import format_decimal

    if unit == "in":
        value = round(value * 2) / 2 if value >= 4 else round(value, 1)
    return str(format_decimal(value, locale=region.locale))


def whole_words(number: int, region: Region) -> str:
    """Return a whole number as the region writes it: "1,200"."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=region.locale))
