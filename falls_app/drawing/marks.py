"""Marks on a photo: arrows, circles, words and measure lines, for screen and paper alike.

Each is drawn in clay on a white edge, so that it shows on light and dark pictures and in grey.
What is blurred is no drawing: it is in the picture that is shown.
"""

import math
from collections.abc import Callable, Iterable, Mapping

from falls_app.domain.evidence import Mark, MarkKind
from falls_app.drawing.shapes import Box
from falls_app.drawing.surface import Surface

CLAY, PAPER = "#B5471F", "#FFFFFF"
LETTERS = 22
"""Size of letters at ``scale`` 1."""
_HEAD = 26.0, 0.5
"""Length of an arrow's head in line widths of 4, and half of its angle in radians."""


def draw_marks(surface: Surface, marks: Iterable[Mark], picture: Box, scale: float = 1) -> None:
    """Draw marks on a picture that lies in this box; ``scale`` 1 is for a box 600 wide."""
    for mark in marks:
        drawn = _DRAWN.get(mark.kind)
        if drawn is not None:
            drawn(surface, mark, _Frame(picture, scale))


class _Frame:
    """Where shares of a picture lie on the surface."""

    def __init__(self, picture: Box, scale: float) -> None:
        self.picture, self.scale = picture, scale

    def ends(self, mark: Mark) -> tuple[float, float, float, float]:
        box = self.picture
        (left, top), (right, bottom) = mark.start, mark.end
        return (
            box.x + left * box.width, box.y + top * box.height,
            box.x + right * box.width, box.y + bottom * box.height,
        )  # fmt: skip


def _stroke(surface: Surface, path: str, frame: _Frame) -> None:
    surface.path(path, stroke=PAPER, width=8 * frame.scale)
    surface.path(path, stroke=CLAY, width=4 * frame.scale)


def _arrow(surface: Surface, mark: Mark, frame: _Frame) -> None:
    x1, y1, x2, y2 = frame.ends(mark)
    length, half = _HEAD
    back = math.atan2(y1 - y2, x1 - x2)
    reach = min(length * frame.scale, math.hypot(x2 - x1, y2 - y1) * 0.7)
    tips = [(x2 + reach * math.cos(back + turn), y2 + reach * math.sin(back + turn))
            for turn in (-half, half)]  # fmt: skip
    (ax, ay), (bx, by) = tips
    path = f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}M{ax:.2f} {ay:.2f}L{x2:.2f} {y2:.2f}"
    _stroke(surface, f"{path}L{bx:.2f} {by:.2f}", frame)


def _circle(surface: Surface, mark: Mark, frame: _Frame) -> None:
    x1, y1, x2, y2 = frame.ends(mark)
    middle = (x1 + x2) / 2, (y1 + y2) / 2
    radii = max(1.0, abs(x2 - x1) / 2), max(1.0, abs(y2 - y1) / 2)
    surface.ellipse(*middle, *radii, stroke=PAPER, width=8 * frame.scale)
    surface.ellipse(*middle, *radii, stroke=CLAY, width=4 * frame.scale)


def _line(surface: Surface, mark: Mark, frame: _Frame) -> None:
    x1, y1, x2, y2 = frame.ends(mark)
    across = math.atan2(y2 - y1, x2 - x1) + math.pi / 2
    dx, dy = 11 * frame.scale * math.cos(across), 11 * frame.scale * math.sin(across)
    ends = "".join(f"M{x - dx:.2f} {y - dy:.2f}L{x + dx:.2f} {y + dy:.2f}"
                   for x, y in ((x1, y1), (x2, y2)))  # fmt: skip
    _stroke(surface, f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}{ends}", frame)
    if mark.words:
        _label(surface, mark.words, (x1 + x2) / 2, (y1 + y2) / 2, frame)


def _text(surface: Surface, mark: Mark, frame: _Frame) -> None:
    x, y, _x2, _y2 = frame.ends(mark)
    if mark.words:
        _label(surface, mark.words, x, y, frame)


def _label(surface: Surface, words: str, x: float, y: float, frame: _Frame) -> None:
    """Write words on a plate whose middle is here, moved so far that all of it is in sight."""
    size, edge = LETTERS * frame.scale, 2 * frame.scale
    width = surface.text_width(words, size=size, weight=700)
    plate = plate_of(width, x, y, frame.picture, frame.scale)
    surface.rect(
        plate.x, plate.y, plate.width, plate.height, 7 * frame.scale,
        line_width=edge, fill=PAPER, stroke=CLAY,
    )  # fmt: skip
    base = plate.y + plate.height / 2 + size * 0.35
    middle = plate.x + plate.width / 2
    surface.text(middle, base, words, size=size, weight=700, color=CLAY, anchor="middle")


def plate_of(words: float, x: float, y: float, picture: Box, scale: float) -> Box:
    """Return the plate of words this wide around a point, all of it on the picture."""
    width, height = words + 18 * scale, 32 * scale
    left = min(max(x - width / 2, picture.x), max(picture.x, picture.x + picture.width - width))
    top = min(max(y - height / 2, picture.y), picture.y + picture.height - height)
    return Box(left, top, width, height)


_DRAWN: Mapping[MarkKind, Callable[[Surface, Mark, _Frame], None]] = {
    MarkKind.ARROW: _arrow,
    MarkKind.CIRCLE: _circle,
    MarkKind.LINE: _line,
    MarkKind.TEXT: _text,
}
