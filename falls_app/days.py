"""Days in words, as people of a region write them."""

import re
from datetime import date

from falls_app.i18n import _

MOST_OF_A_YEAR = 300
"""Days away from today up to which a day needs no year."""


def long_day(day: date | str, locale: str) -> str:
    """Return a day with its year ("November 14, 2026"); "" for no day. Text is an ISO date."""
    from babel.dates import format_date

    return str(format_date(_known(day), "long", locale=locale)) if day else ""


def day_of_the_week(day: date | str, locale: str) -> str:
    """Return a day with its name ("Friday, November 20, 2026"). Text is an ISO date."""
    from babel.dates import format_date

    return str(format_date(_known(day), "full", locale=locale))


def short_day(day: date | str, locale: str) -> str:
    """Return a day without its year ("November 14"); "" for no day. Text is an ISO date."""
    return _written(day, locale, "MMMMd")


def table_day(day: date | str, locale: str) -> str:
    """Return a day in few letters ("Nov 14"), for narrow columns; "" for no day."""
    return _written(day, locale, "MMMd")


def table_day_with_year(day: date | str, locale: str) -> str:
    """Return a day with its year in few letters ("Jan 13, 2027"); "" for no day."""
    return _written(day, locale, "yMMMd")


def near_day(day: date | str, locale: str, today: date) -> str:
    """Return a day in few letters, its year only if it is far from ``today``: "Today", "Nov 21".

    "" for no day. Text is an ISO date.
    """
    if not day:
        return ""
    known = _known(day)
    if known == today:
        return _("Today")
    is_near = abs((known - today).days) < MOST_OF_A_YEAR
    return table_day(known, locale) if is_near else table_day_with_year(known, locale)


def field_pattern(locale: str) -> str:
    """Return how a field to write a day in shows it, in the letters of Unicode and Qt."""
    from babel.dates import get_date_format

    pattern = str(get_date_format("medium", locale=locale).pattern)
    return pattern if "yyyy" in pattern else pattern.replace("y", "yyyy")


def typing_pattern(locale: str) -> str:
    """Return how a day is written in digits ("MM/dd/yyyy"), in the letters of Unicode and Qt."""
    from babel.dates import get_date_format

    pattern = str(get_date_format("short", locale=locale).pattern)
    for letter, digits in (("d", 2), ("M", 2), ("y", 4)):
        pattern = re.sub(f"{letter}+", letter * digits, pattern)
    return pattern


def _written(day: date | str, locale: str, skeleton: str) -> str:
    from babel.dates import format_skeleton

    return str(format_skeleton(skeleton, _known(day), locale=locale)) if day else ""


def _known(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day
