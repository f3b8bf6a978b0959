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
    name = _REFUSED.sub("-", person).strip(" .-")
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .-")
    words = _("{name} - plan").format(name=name) if name else _("Home plan")
    return f"{words} - {day}.pdf"


def documents() -> Path:
    """Return the user's folder of documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def as_pdf(chosen: str) -> Path:
    """Return the file somebody chose, with ``.pdf`` at its end.

    A file they did not choose is never replaced: if the ending was missing and such a file is
    there already, the name gets a number.
    """
    path = Path(chosen)
    if path.suffix.lower() == ".pdf":
        return path
    named, number = path.with_name(f"{path.name}.pdf"), 2
    while named.exists():
        named, number = path.with_name(f"{path.name} {number}.pdf"), number + 1
    return named
