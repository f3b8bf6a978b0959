"""Where files go that a person saves: names that every file system takes, and the folder."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from falls_app.i18n import _

_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
MOST_BYTES = 150
"""Longest name of a person in a file name; file systems take 255 bytes in all."""


def plan_file_name(person: str, day: str) -> str:
    """Return the name to suggest for a plan: "Rosa - plan - 2026-11-20.pdf"."""
    name = _taken(person)
    words = _("{name} - plan").format(name=name) if name else _("Home plan")
    return f"{words} - {day}.pdf"


def paper_file_name(title: str, person: str = "", day: str = "") -> str:
    """Return the name to suggest for another paper; a handout has no person and no day."""
    parts = [_taken(person), _taken(title), day]
    return f"{' - '.join(part for part in parts if part)}.pdf"


def calendar_file_name(person: str) -> str:
    """Return the name to suggest for the days of a plan: no day, for it is read in again."""
    name = _taken(person)
    return f"{_('{name} - calendar').format(name=name) if name else _('Home calendar')}.ics"


def _taken(words: str) -> str:
    """Return words without the signs that file systems refuse, and not too long for them."""
    name = _REFUSED.sub("-", words).strip(" .-")
    return name.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .-")


def documents() -> Path:
    """Return the user's folder of documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def as_pdf(chosen: str) -> Path:
    """Return the file somebody chose, with ``.pdf`` at its end; see ``with_ending``."""
    return with_ending(chosen, ".pdf")


def with_ending(chosen: str, ending: str) -> Path:
    """Return the file somebody chose, with this ending.

    A file they did not choose is never replaced: if the ending was missing and such a file is
    there already, the name gets a number.
    """
    path = Path(chosen)
    if path.suffix.lower() == ending:
        return path
    named, number = path.with_name(f"{path.name}{ending}"), 2
    while named.exists():
        named, number = path.with_name(f"{path.name} {number}{ending}"), number + 1
    return named
