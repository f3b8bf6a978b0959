"""Days in words, the way the region writes them."""

from datetime import date

from PySide6.QtCore import QDate

from falls_app.i18n import _

MOST_OF_A_YEAR = 300
"""Days away from today up to which a day needs no year."""


def day_words(iso: str, locale: str, *, today: date | None = None) -> str:
    """Return an ISO day as the region writes it: "Nov 21", "21 Nov"; "" for "".

    The year is left out near ``today``, which itself reads "Today".
    """
    if not iso:
        return ""
    from babel.dates import format_skeleton

    day = date.fromisoformat(iso)
    if day == today:
        return _("Today")
    near = today is not None and abs((day - today).days) < MOST_OF_A_YEAR
    return str(format_skeleton("MMMd" if near else "yMMMd", day, locale=locale))


def field_pattern(locale: str) -> str:
    """Return how a day field of this region shows its day, in Qt's letters."""
    from babel.dates import get_date_format

    pattern = str(get_date_format("medium", locale=locale).pattern)
    return pattern if "yyyy" in pattern else pattern.replace("y", "yyyy")


def to_qt(iso: str) -> QDate:
    """Return an ISO day as Qt's; not valid for ""."""
    return QDate.fromString(iso, "yyyy-MM-dd")


def from_qt(day: QDate) -> str:
    """Return Qt's day as ISO."""
    return day.toString("yyyy-MM-dd")
