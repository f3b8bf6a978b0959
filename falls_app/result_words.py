"""Results of the tests of movement in words: a number, and how it differs. No verdict."""

from datetime import date

from falls_app.content.regions import Region
from falls_app.days import near_day
from falls_app.domain.bones import FunctionResult
from falls_app.domain.screening.function_results import stands_held
from falls_app.domain.screening.function_tests import STANDS, FunctionTests
from falls_app.i18n import _, content, ngettext


def number_words(value: float, region: Region) -> str:
    """Return a number as people of a region write it, to one place at most."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, "#,##0.#", locale=region.locale))


def seconds_words(seconds: float, region: Region) -> str:
    """Return seconds in words: "11.4 seconds"."""
    if seconds == int(seconds):
        return ngettext("{n} second", "{n} seconds", int(seconds))
    return _("{n} seconds").format(n=number_words(seconds, region))


def result_words(result: FunctionResult, region: Region) -> str:
    """Return what was measured, in a few words."""
    if result.kind == "chair":
        return ngettext("{n} stand", "{n} stands", round(result.value))
    if result.kind == "balance":
        return ngettext(
            "{n} of 4 ways to stand held", "{n} of 4 ways to stand held", stands_held(result)
        )
    if result.kind == "pressure":
        return pressure_words(result)
    return seconds_words(result.value, region)


def pressure_words(result: FunctionResult) -> str:
    """Return the readings: "140/80 lying, 126/78 after 1 minute"."""
    named = {
        "lying": _("{reading} lying down"),
        "one": _("{reading} after 1 minute"),
        "three": _("{reading} after 3 minutes"),
    }
    readings = [
        words.format(reading=f"{result.parts[f'{when}_upper']:.0f}/{lower:.0f}")
        for when, words in named.items()
        if (lower := result.parts.get(f"{when}_lower")) is not None
    ]
    return ", ".join(readings)


def more_words(result: FunctionResult, tests: FunctionTests, region: Region) -> str:
    """Return what stands below a result: single parts, what was seen, who helped; or ""."""
    test = tests.by_id.get(result.kind)
    lines = []
    if result.kind == "balance" and test is not None:
        lines += [
            f"{content(test.stands[number])}: {seconds_words(result.parts[stand], region)}."
            for number, stand in enumerate(STANDS)
            if stand in result.parts
        ]
    seen = {sign.id: content(sign.words) for sign in test.seen} if test else {}
    lines += [f"{seen[sign]}." for sign in result.seen if sign in seen]
    if result.helper:
        lines.append(_("With {helper}.").format(helper=result.helper))
    return " ".join(lines)


def change_words(now: FunctionResult, before: FunctionResult, region: Region, today: date) -> str:
    """Return how a result differs from an earlier one: "2 seconds quicker than on May 3"."""
    difference = round(now.value - before.value, 1)
    if before.date == now.date:
        when = _("earlier that day")
    else:
        when = _("on {day}").format(day=near_day(before.date, region.locale, today))
    if not difference:
        return _same(now.kind).format(when=when)
    amount = abs(difference)
    return _pattern(now.kind, difference > 0, amount).format(
        n=number_words(amount, region), when=when
    )


def _same(kind: str) -> str:
    return {
        "balance": _("Heel to toe as long as {when}."),
        "pressure": _("The upper number drops as far as {when}."),
    }.get(kind, _("The same as {when}."))


def _pattern(kind: str, is_more: bool, amount: float) -> str:
    one = amount == 1
    words = {
        "tug": (
            (_("{n} second slower than {when}."), _("{n} seconds slower than {when}.")),
            (_("{n} second quicker than {when}."), _("{n} seconds quicker than {when}.")),
        ),
        "chair": (
            (_("{n} stand more than {when}."), _("{n} stands more than {when}.")),
            (_("{n} stand fewer than {when}."), _("{n} stands fewer than {when}.")),
        ),
        "balance": (
            (
                _("Heel to toe {n} second longer than {when}."),
                _("Heel to toe {n} seconds longer than {when}."),
            ),
            (
                _("Heel to toe {n} second shorter than {when}."),
                _("Heel to toe {n} seconds shorter than {when}."),
            ),
        ),
        "pressure": (
            (_("The upper number drops {n} more than {when}."),) * 2,
            (_("The upper number drops {n} less than {when}."),) * 2,
        ),
    }
    return words.get(kind, words["tug"])[0 if is_more else 1][0 if one else 1]
