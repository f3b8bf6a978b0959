"""Sizes to aim for and sizes that were measured, in the units of a region."""

from collections.abc import Mapping

from falls_app.content.regions import Region
from falls_app.domain.checklist import Check, Measure
from falls_app.domain.measuring import in_unit, units_for
from falls_app.i18n import _, content


def size_words(check: Check, region: Region) -> tuple[str, ...]:
    """Return the sizes to aim for: "Top of the rail above the step edge: about 34 to 38 in"."""
    return tuple(
        _("{what}: {size}").format(what=content(each.label), size=size)
        for each in check.measures
        if (size := aim_words(each, region))
    )


def measured_words(check: Check, sizes: Mapping[str, float], region: Region) -> tuple[str, ...]:
    """Return the sizes that were measured, as papers say them: "Stairs, wall to wall: 34 in"."""
    return tuple(
        _("{what}: {size}").format(
            what=content(each.label), size=measured_size(sizes[each.id], each, region)
        )
        for each in check.measures
        if each.id in sizes
    )


def measured_size(size: float, measure: Measure, region: Region) -> str:
    """Return a size that was measured, in the unit of a region: "34 in"."""
    unit = unit_in_use(measure, region)
    number = _number(in_unit(size, unit), unit, region)
    return _("{size} {unit}").format(size=number, unit=unit_words(unit))


def rounded_words(size: float, unit: str, region: Region) -> str:
    """Return a size that was worked out, as it is best measured out: to half an inch."""
    return measured_size(size, Measure("", unit, ""), region)


def matched_words(size: float, unit: str, region: Region) -> str:
    """Return a size to match: to a tenth of an inch, or a millimeter."""
    from babel.numbers import format_decimal

    used = unit_in_use(Measure("", unit, ""), region)
    value = round(in_unit(size, used), 1 if used == "in" else 0)
    number = str(format_decimal(value, locale=region.locale))
    return _("{size} {unit}").format(size=number, unit=unit_words(used))


def unit_in_use(measure: Measure, region: Region, chosen: str = "") -> str:
    """Return the unit that a size is read in: the one that was chosen, else the region's own."""
    if chosen in units_for(measure.unit):
        return chosen
    # Who measures in inches reads °F.
    other = {"mm": "in", "°C": "°F"} if region.length == "in" else {}
    return other.get(measure.unit, measure.unit)


def unit_words(unit: str) -> str:
    """Return how a unit is written."""
    names = {
        "in": _("in"), "cm": _("cm"), "mm": _("mm"), "s": _("s"), "lux": _("lux"),
        "°C": _("°C"), "°F": _("°F"),
    }  # fmt: skip
    return names[unit]


def unit_spoken(unit: str) -> str:
    """Return how a unit is read out: "inches"."""
    names = {
        "in": _("inches"), "cm": _("centimeters"), "mm": _("millimeters"), "s": _("seconds"),
        "lux": _("lux"), "°C": _("degrees Celsius"), "°F": _("degrees Fahrenheit"),
    }  # fmt: skip
    return names[unit]


def taken_words(size: float, unit: str, region: Region) -> str:
    """Return a size that was taken, kept in millimeters or °C, as it reads: "34 in"."""
    return _("{size} {unit}").format(size=number_words(size, unit, region), unit=unit_words(unit))


def number_words(size: float, unit: str, region: Region) -> str:
    """Return the number alone, as it is written into a field: no sign parts the thousands."""
    from babel.numbers import format_decimal

    value, form = in_unit(size, unit), "0.##" if unit == "in" else "0.#"
    return str(format_decimal(value, format=form, locale=region.locale))


def aim_words(measure: Measure, region: Region, chosen: str = "") -> str:
    """Return the size to aim for, "about 34 to 38 in"; "" where none is known."""
    if not (aim := measure.aim.get(region.sizes_like)):
        return ""
    unit = unit_in_use(measure, region, chosen)
    low, high = (in_unit(each, unit) for each in aim)
    if aim[0] == aim[1]:
        # Nothing is not about nothing, and “none” would read as no size to aim for.
        is_exact = measure.checked or aim[1] == 0
        pattern = _("{low} {unit}") if is_exact else _("about {low} {unit}")
    elif aim[0] == 0:
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
    numbers = {"low": _number(low, unit, region), "high": _number(high, unit, region)}
    return pattern.format(unit=unit_words(unit), **numbers)


def _number(value: float, unit: str, region: Region) -> str:
    from babel.numbers import format_decimal

    if unit == "in":
        value = round(value * 2) / 2 if value >= 4 else round(value, 1)
    elif unit == "°F":
        value = round(value)
    return str(format_decimal(value, locale=region.locale))


def whole_words(number: int, region: Region) -> str:
    """Return a whole number as the region writes it: "1,200"."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=region.locale))
