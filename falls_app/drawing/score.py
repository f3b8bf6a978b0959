"""Pictures of the score: the dial, the bar of an area, the line of bands."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from falls_app.content.themes import Theme, mix
from falls_app.drawing.surface import Surface


class Box(NamedTuple):
    """A rectangle to draw in."""

    x: float
    y: float
    width: float
    height: float


def dial(
    surface: Surface,
    theme: Theme,
    box: Box,
    *,
    value: int | None,
    after: int | None = None,
    state: str = "some",
    caption: str = "",
) -> None:
    """Draw the home score: a ring from 0 to 100 open below, the number large inside.

    ``after`` is the score with the first five fixes done, ``state`` how the band is colored,
    ``caption`` the words under the number ("out of 100"). Without a value the ring is empty.
    """
    scale = min(box.width / 300, box.height / 250)
    surface.push(box.x + box.width / 2, box.y + 146 * scale, scale)
    surface.path(_arc(0, 100), stroke=theme["track"], width=24)
    if value is not None:
        if after is not None and after > value:
            surface.path(_arc(value, after), stroke=theme["primary_soft"], width=24)
        surface.path(_arc(0, value), stroke=theme[f"{state}_solid"], width=24)
        _markers(surface, theme, value, after, state)
        surface.text(
            0, 27, str(value), size=84, weight=600, color=theme["ink"], anchor="middle", serif=True
        )
    surface.text(0, 60, caption, size=18, color=theme["ink2"], anchor="middle")
    for mark in (0, 100):
        x, y = _on_ring(mark)
        surface.text(x, y + 33, str(mark), size=15, color=theme["ink3"], anchor="middle")
    surface.pop()


def score_bar(
    surface: Surface, theme: Theme, box: Box, *, value: float, state: str, after: float = 0
) -> None:
    """Draw one area's score, 0 to 100, as a bar; ``after`` shows behind it as a dashed end."""
    radius = box.height / 2
    surface.rect(*box, radius, fill=theme["track"])
    if after > value:
        wide = max(box.height, box.width * after / 100)
        surface.rect(
            box.x, box.y, wide, box.height, radius,
            fill=theme["primary_soft"], stroke=theme["primary"], line_width=1.2, dash=(4, 3),
        )  # fmt: skip
    wide = max(box.height, box.width * value / 100)
    surface.rect(box.x, box.y, wide, box.height, radius, fill=theme[f"{state}_solid"])


def band_line(
    surface: Surface,
    theme: Theme,
    box: Box,
    *,
    words: Sequence[str],
    value: int | None,
    after: int | None = None,
    after_words: str = "",
    size: float = 12.5,
) -> None:
    """Draw the four bands of the score as one bar, their words below, markers above.

    ``words`` name the bands D, C, B, A in that order; ``after`` gets a dashed marker and
    ``after_words`` ("with the first five"). ``box`` is the bar itself: leave 3.5
    ``size`` above it and 3.2 ``size`` below (4.4 in large print: words wrap). The bands are
    not drawn to scale: the top ones are widened so that their words fit.
    """
    ends = (0, 60, 75, 90, 100)
    fills = (
        theme["fix_bg"],
        mix(theme["some_bg"], theme["fix_bg"], 0.35),
        theme["some_bg"],
        theme["ok_bg"],
    )
    for index, (name, fill) in enumerate(zip(words, fills, strict=True)):
        left, right = (_band_x(box, ends[index]), _band_x(box, ends[index + 1]))
        surface.rect(
            left + 1, box.y, right - left - 2, box.height, 4,
            fill=fill, stroke=theme["edge"], line_width=0.8,
        )  # fmt: skip
        here = value is not None and ends[index] <= value < ends[index + 1] + (index == 3)
        weight = 700 if here else 400
        color = theme["ink" if here else "ink2"]
        lines = _wrapped(surface, name, right - left - 6, size, weight)
        for row, line in enumerate(lines):
            y = box.y + box.height + size * (1.4 + 1.2 * row)
            surface.text(left + 2, y, line, size=size, weight=weight, color=color)
    if value is not None:
        _band_markers(
            surface, theme, box, value=value, after=after, after_words=after_words, size=size
        )


def _band_markers(
    surface: Surface,
    theme: Theme,
    box: Box,
    *,
    value: int,
    after: int | None,
    after_words: str,
    size: float,
) -> None:
    x, ink = _band_x(box, value), theme["ink"]
    half, bottom = size * 0.8, box.y + box.height + 2
    surface.path(f"M{x:g} {box.y:g}V{bottom:g}", stroke=ink, width=size / 4)
    surface.path(
        f"M{x - half:g} {box.y - half * 1.5:g}H{x + half:g}L{x:g} {box.y - 1:g}Z", fill=ink
    )
    at = min(max(x, box.x + size), box.x + box.width - size)
    large = size * 1.7
    number_y = box.y - half * 2
    drawn = surface.text(
        at, number_y, str(value), size=large, weight=600, color=ink, anchor="middle", serif=True
    )
    if after is None or after <= value:
        return
    color, there = theme["primary"], _band_x(box, after)
    surface.path(
        f"M{there:g} {box.y - 2:g}V{bottom:g}", stroke=color, width=size / 5, dash=(size / 3,) * 2
    )
    number = surface.text_width(f"{after} ", size=large, weight=600, serif=True)
    wide = number + surface.text_width(after_words, size=size, weight=600)
    # Centered over its marker, but clear of the other number and inside the bar.
    start = max(there - number / 2, at + drawn / 2 + size)
    start = min(start, box.x + box.width - wide)
    if start < at + drawn / 2 + size / 2:
        start = at - drawn / 2 - size / 2 - wide
    surface.text(start, number_y, str(after), size=large, weight=600, color=color, serif=True)
    surface.text(start + number, number_y, after_words, size=size, weight=600, color=color)


def _band_x(box: Box, value: float) -> float:
    # The top bands are short and their words long: below 60 counts at seven tenths.
    place = value * 0.7 if value <= 60 else 42 + (value - 60) * 1.45
    return box.x + box.width * place / 100


def _wrapped(
    surface: Surface, words: str, width: float, size: float, weight: int
) -> tuple[str, ...]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and surface.text_width(longer, size=size, weight=weight) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def _on_ring(value: float) -> tuple[float, float]:
    # The dial opens below: 0 at seven o'clock, 100 at five.
    angle = math.radians(240 * value / 100 - 120)
    return 126 * math.sin(angle), -126 * math.cos(angle)


def _arc(begin: float, end: float) -> str:
    (x1, y1), (x2, y2) = _on_ring(begin), _on_ring(end)
    large = int((end - begin) * 2.4 > 180)
    return f"M{x1:.2f} {y1:.2f}A126 126 0 {large} 1 {x2:.2f} {y2:.2f}"


def _markers(surface: Surface, theme: Theme, value: int, after: int | None, state: str) -> None:
    if after is not None and after > value:
        surface.circle(
            *_on_ring(after), 9, fill=theme["surface"], stroke=theme["primary"], width=3.5
        )
    x, y = _on_ring(value)
    edge = theme[state] if state in ("ok", "some", "fix") else theme["ink2"]
    surface.rect(x - 12, y - 12, 24, 24, 6, fill=theme["surface"], stroke=edge, line_width=3.5)
