"""Photos as they came whose photo was deleted: they go for good 30 days later, as homes do.

Until then undo finds all as it was. A setting says which they are, by home, picture and time.
"""

import json
from collections.abc import Iterable, Sequence

from falls_app.domain.assessment import Case
from falls_app.storage.difference import Difference, to_json
from falls_app.storage.photos import PhotoFolder
from falls_app.storage.reader import Reader
from falls_app.storage.settings import UNNEEDED, put

Line = tuple[str, str, str]
"""The id of a home, the SHA-256 of a picture, ISO time in UTC of its deletion."""


def deleted_pictures(before: Case, after: Case, rows: Iterable[Difference]) -> set[str]:
    """Return the SHA-256 of the pictures that a change takes out of a home."""
    if not any(row.table == "photo" and row.values is None for row in rows):
        return set()
    left = {photo.sha256 for photo in after.photos}
    return {photo.sha256 for photo in before.photos} - left


def noted(reader: Reader) -> list[Line]:
    """Return what is noted; nothing if that is damaged."""
    found = reader.one("SELECT value FROM setting WHERE key = ?", (UNNEEDED,))
    try:
        lines = json.loads(str(found[0])) if found else []
        return [(str(case_id), str(sha256), str(at)) for case_id, sha256, at in lines]
    except (ValueError, TypeError):
        return []


def note(writer: Reader, lines: Sequence[Line]) -> None:
    """Note these and no others. Inside a transaction."""
    if not lines:
        writer.run("DELETE FROM setting WHERE key = ?", (UNNEEDED,))
        return
    put(writer, UNNEEDED, to_json(lines))


def remove_due(reader: Reader, photos: PhotoFolder, due: Iterable[Line]) -> None:
    """Remove the photos as they came whose home does not have the picture again."""
    sql = "SELECT 1 FROM photo WHERE case_id = ? AND sha256 = ?"
    for case_id, sha256, _at in due:
        if reader.one(sql, (case_id, sha256)) is None:
            photos.remove_original(case_id, sha256)
