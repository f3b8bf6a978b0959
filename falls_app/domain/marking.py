"""Putting marks on a photo: where a new one stands, how one is moved and turned.

All places are shares of the photo's width and height, and stay on the photo.
"""

from dataclasses import replace
from typing import Literal

from falls_app.domain.evidence import Mark, MarkKind, Point

End = Literal["start", "end"]

_MIDDLE: dict[MarkKind, tuple[Point, Point]] = {
    MarkKind.ARROW: ((0.64, 0.66), (0.5, 0.5)),
    MarkKind.CIRCLE: ((0.38, 0.36), (0.62, 0.64)),
    MarkKind.TEXT: ((0.5, 0.5), (0.5, 0.5)),
    MarkKind.LINE: ((0.3, 0.5), (0.7, 0.5)),
    MarkKind.BLUR: ((0.4, 0.36), (0.6, 0.64)),
}


def in_the_middle(kind: MarkKind, words: str = "") -> Mark:
    """Return a new mark in the middle of the photo."""
    start, end = _MIDDLE[kind]
    return Mark(kind, start, end, words)


def on_photo(point: Point) -> Point:
    """Return the nearest place that is on the photo."""
    return tuple(min(1.0, max(0.0, each)) for each in point)  # type: ignore[return-value]


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Return the whole mark moved, as far as the photo reaches."""
    dx, dy = (
        min(max(by, -min(shares)), 1 - max(shares))
        for by, shares in zip((dx, dy), zip(mark.start, mark.end, strict=True), strict=True)
    )
    start, end = ((x + dx, y + dy) for x, y in (mark.start, mark.end))
    return replace(mark, start=on_photo(start), end=on_photo(end))


def with_end_at(mark: Mark, which: End, point: Point) -> Mark:
    """Return the mark with one of its ends here; a text has but one place."""
    point = on_photo(point)
    if mark.kind is MarkKind.TEXT:
        return replace(mark, start=point, end=point)
    return replace(mark, start=point) if which == "start" else replace(mark, end=point)


def with_end_moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Return the mark with its end moved: another length, direction or size."""
    return with_end_at(mark, "end", (mark.end[0] + dx, mark.end[1] + dy))
