"""The evidence of a finding as plain JSON values, and back: measures, photos, marks."""

import re

from falls_app.domain.evidence import Mark, MarkKind, Photo, Point
from falls_app.storage.node import Node, one_of, quoted

Form = dict[str, object]

_SHA256 = re.compile("[0-9a-f]{64}")
_LARGEST = 100_000


def read_measures(node: Node, known: tuple[str, ...]) -> dict[str, float]:
    """Return the sizes by the id of a measure, each one of ``known`` and not below 0."""
    sizes = dict(node.numbers())
    for measure, size in sizes.items():
        if measure not in known:
            rule = one_of(known) if known else "is a check without measures"
            raise node.error(f"{rule}, not {quoted(measure)}")
        if not 0 <= size <= _LARGEST:
            raise node.at(measure).error(f"must be from 0 to {_LARGEST}")
    return sizes


def read_photos(node: Node) -> tuple[Photo, ...]:
    """Return the photos in order. Their files are named by ``sha256``, and not in the file."""
    photos: dict[str, Photo] = {}
    for entry in node.entries():
        photo = _read_photo(entry)
        if photo.id in photos:
            raise entry.at("id").error(f"names {quoted(photo.id)} a second time")
        photos[photo.id] = photo
    return tuple(photos.values())


def _read_photo(node: Node) -> Photo:
    named = node.at("sha256")
    if not _SHA256.fullmatch(named.text()):
        raise named.error("must be a SHA-256 in 64 small hexadecimal figures")
    return Photo(
        id=node.at("id").text(),
        sha256=named.text(),
        width=_pixels(node.at("width")),
        height=_pixels(node.at("height")),
        caption=node.at("caption").text(""),
        marks=read_marks(node.at("marks")),
    )


def read_marks(node: Node) -> tuple[Mark, ...]:
    """Return the marks on a photo, the lowest first."""
    return tuple(
        Mark(
            kind=entry.at("kind").word(MarkKind),
            start=_point(entry.at("start")),
            end=_point(entry.at("end")),
            words=entry.at("words").text(""),
        )
        for entry in node.entries()
    )


def _pixels(node: Node) -> int:
    if not 0 < node.whole() <= _LARGEST:
        raise node.error(f"must be a number of pixels up to {_LARGEST}")
    return node.whole()


def _point(node: Node) -> Point:
    shares = [entry.number() for entry in node.entries()]
    if len(shares) != 2 or not all(0 <= share <= 1 for share in shares):
        raise node.error("must be two numbers from 0 to 1")
    return shares[0], shares[1]


def photo_form(photo: Photo) -> Form:
    """Return a photo as a case file has it."""
    return {
        "id": photo.id,
        "sha256": photo.sha256,
        "width": photo.width,
        "height": photo.height,
        "caption": photo.caption,
        "marks": marks_form(photo.marks),
    }


def marks_form(marks: tuple[Mark, ...]) -> list[Form]:
    """Return the marks on a photo as a case file has them."""
    return [
        {
            "kind": mark.kind,
            "start": list(mark.start),
            "end": list(mark.end),
            "words": mark.words,
        }
        for mark in marks
    ]
