"""Days in words, as people of a region write them."""

from datetime import date


def long_day(day: date | str, locale: str) -> str:
    """Return a day with its year ("November 14, 2026"); "" for no day. Text is an ISO date."""
    from babel.dates import format_date

    return str(format_date(_known(day), "long", locale=locale)) if day else ""


def short_day(day: date | str, locale: str) -> str:
    """Return a day without its year ("November 14"); "" for no day. Text is an ISO date."""
    return _written(day, locale, "MMMMd")


def table_day(day: date | str, locale: str) -> str:
    """Return a day in few letters ("Nov 14"), for narrow columns; "" for no day."""
    return _written(day, locale, "MMMd")


def table_day_with_year(day: date | str, locale: str) -> str:
    """Return a day with its year in few letters ("Jan 13, 2027"); "" for no day."""
    return _written(day, locale, "yMMMd")


def _written(day: date | str, locale: str, skeleton: str) -> str:
    from babel.dates import format_skeleton

    return str(format_skeleton(skeleton, _known(day), locale=locale)) if day else ""


def _known(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day
