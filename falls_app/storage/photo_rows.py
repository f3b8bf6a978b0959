"""Rows of photos: of findings, of paper pages and of steps, and back. Their files are beside them.

In the row of a paper page an area stands where that of a finding has its check: ``BTH``; in that
of a step nothing does.
"""

import json
from collections.abc import Iterator, Mapping
from typing import cast

from falls_app.domain.assessment import Page
from falls_app.domain.checklist import AREAS
from falls_app.domain.evidence import Photo
from falls_app.storage.difference import Difference, Key, Values, to_json
from falls_app.storage.evidence_forms import marks_form, read_marks
from falls_app.storage.node import Node
from falls_app.storage.reader import Reader

IS_PAGE = f"check_id IN ({', '.join(map(repr, AREAS))})"
"""Whether a row of a photo is that of a paper page, in SQL."""

Photos = Mapping[Key, tuple[Photo, ...]]
"""Photos by (walk, check or area, room or "") of their finding or page, or by ``of_step``."""
Row = tuple[str, str, str, str, str, int, int, str, str]


def photo_differences(
    owner: Key, before: tuple[Photo, ...], after: tuple[Photo, ...]
) -> Iterator[Difference]:
    """Yield the rows in which the photos of one finding, or of a step, differ."""
    if before == after:
        return
    old, new = _placed(before), _placed(after)
    for photo in old.keys() - new.keys():
        yield Difference("photo", (*owner, photo), None)
    for photo, values in new.items():
        if old.get(photo) != values:
            yield Difference("photo", (*owner, photo), values)


def page_differences(
    walk: str, before: Mapping[Page, tuple[Photo, ...]], after: Mapping[Page, tuple[Photo, ...]]
) -> Iterator[Difference]:
    """Yield the rows in which the photos of the paper pages of one walk differ."""
    for page in {**before, **after}:
        key = (walk, page[0], page[1] or "")
        yield from photo_differences(key, before.get(page, ()), after.get(page, ()))


def of_step(step: str) -> Key:
    """Return where the photos of a step stand: with no walk and no check, as of no finding."""
    return ("", "", step)


def load_photos(database: Reader, case_id: str) -> Photos:
    """Return the photos of a case in order, by what they belong to."""
    found: dict[Key, tuple[Photo, ...]] = {}
    sql = """SELECT assessment_id, check_id, room_id, id, sha256, width, height, caption, marks
        FROM photo WHERE case_id = ? ORDER BY position"""
    for row in database.run(sql, (case_id,)):
        walk, check, room, id_, sha256, width, height, caption, marks = cast(Row, row)
        drawn = read_marks(Node(json.loads(marks), "marks"))
        photo = Photo(id_, sha256, width, height, caption, drawn)
        found[walk, check, room] = (*found.get((walk, check, room), ()), photo)
    return found


def pages_among(
    photos: Mapping[Key, tuple[Photo, ...]],
) -> dict[str, dict[Page, tuple[Photo, ...]]]:
    """Return those of paper pages by their walk."""
    found: dict[str, dict[Page, tuple[Photo, ...]]] = {}
    for (walk, area, room), several in photos.items():
        if area in AREAS:
            found.setdefault(walk, {})[area, room or None] = several
    return found


def _placed(photos: tuple[Photo, ...]) -> dict[str, Values]:
    return {photo.id: _values(place, photo) for place, photo in enumerate(photos)}


def _values(place: int, photo: Photo) -> Values:
    return {
        "position": place,
        "sha256": photo.sha256,
        "width": photo.width,
        "height": photo.height,
        "caption": photo.caption,
        "marks": to_json(marks_form(photo.marks)),
    }
