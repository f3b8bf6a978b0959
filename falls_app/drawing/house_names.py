"""The names on the house map, each on its plate, and the sign beside it: how large and where."""

from collections.abc import Sequence

from falls_app.content.themes import Theme
from falls_app.drawing.house_around import GROUND_LINE
from falls_app.drawing.house_layout import BADGE_RADIUS, Placed
from falls_app.drawing.shapes import Box
from falls_app.drawing.surface import Surface

_LINE = 1.15
"""From one line of a name to the next, for the size of its letters."""
_LARGEST_NAMES, _LARGEST_ALONE = 16.0, 24.0
"""Units of the map; without signs beside them names may be larger."""
_LETTER, _LONG_WORD = 0.57, 8
"""A letter's width for its size; longer words than this are cut in a narrow room."""


def label_size(placed: Sequence[Placed], scale: float, *, badges: bool = True) -> float | None:
    """Return the size for names so that they come out at 14 px or more, or None: leave them out.

    ``scale`` is how many pixels a unit of the map gets. Narrow rooms have no place for names,
    and signs (``badges``) leave them less; without signs a name may stand on two lines.
    """
    size, rooms = max(13.0, 14 / scale), [one for one in placed if one.spot.is_inside]
    if badges:
        fits = size <= _LARGEST_NAMES and all(one.width > 84 for one in rooms)
    else:
        fits = size <= _LARGEST_ALONE and all(_holds_words(one, size) for one in rooms)
    return size if fits else None


def _holds_words(one: Placed, size: float) -> bool:
    """Return whether each word of a room's name fits into it on a line."""
    longest = max(map(len, one.spot.name.split()), default=0)
    return min(longest, _LONG_WORD) * _LETTER * size + 6 <= one.width


def badge_scale(placed: Sequence[Placed], scale: float) -> float:
    """Return how large to draw signs so that they are 8 px in radius and still fit the rooms."""
    narrowest = min((one.width for one in placed if one.spot.is_inside), default=120.0)
    return max(1.0, min(8 / (BADGE_RADIUS * scale), narrowest / (2.4 * BADGE_RADIUS), 2.4))


def sign_place(one: Placed, scale: float) -> tuple[float, float]:
    """Return where the sign stands when there are no names."""
    if one.spot.drawing == "whole":
        if not one.is_gable:
            return one.right - 9 - BADGE_RADIUS * scale, one.y + one.height / 2
        return one.x + one.width / 2, one.bottom - 6 - BADGE_RADIUS * scale
    if not one.spot.is_inside:
        return one.x + one.width * 0.42, GROUND_LINE + 8 + 4 * scale
    inset = 5 + BADGE_RADIUS * scale
    return max(one.right - inset, one.x + one.width / 2), one.y + inset


def draw_label(
    surface: Surface, theme: Theme, one: Placed, size: float, badge_scale: float
) -> tuple[float, float]:
    """Write the name on its plate; return where the sign goes."""
    sign = 2 * BADGE_RADIUS * badge_scale + 8 if badge_scale else 0
    in_corner = one.spot.is_inside or (one.spot.drawing == "whole" and not one.is_gable)
    # Below the tree there is lawn to both sides.
    room = one.width + 60 * (one.spot.drawing == "bones") - sign - (6 if in_corner else 16)
    lines: tuple[str, ...] = ()
    if in_corner and not sign:
        airy = _lines(surface, one.spot.name, room - 8, size)
        lines = airy or _lines(surface, one.spot.name, room, size)
    lines = lines or (_elided(surface, one.spot.name, room, size),)
    wide = max(surface.text_width(words, size=size, weight=600) for words in lines)
    pad = 6.0
    if in_corner:
        pad = max(2.0, min(pad, (room - wide) / 2))
        x, y = one.x + min(5.0, pad), one.y + size + 5
        place = sign_place(one, badge_scale)
    else:
        below = one.bottom - 13 if one.spot.drawing == "whole" else GROUND_LINE + size + 9
        x, y = one.x + (one.width - wide - 2 * pad - sign) / 2, below
        if one.is_gable:
            x = one.x + (one.width - wide) / 2 - pad
        place = x + wide + 2 * pad + sign / 2 + 2, y - size * 0.25
    _draw_plate(surface, theme, Box(x, y, wide + 2 * pad, size), lines)
    return place


def _draw_plate(surface: Surface, theme: Theme, box: Box, lines: Sequence[str]) -> None:
    """Write these lines on a plate; the first has its foot at ``box.y``, all have its height."""
    framed, size = theme["sunken"] == theme["surface"], box.height
    high = size * _LINE * (len(lines) - 1)
    surface.rect(
        box.x, box.y - size - 1, box.width, size + 8 + high, 5,
        fill=theme["surface"], stroke=theme["line"] if framed else None, line_width=1.5,
        opacity=1 if framed else 0.94,
    )  # fmt: skip
    widest = max(surface.text_width(words, size=size, weight=600) for words in lines)
    pad = (box.width - widest) / 2
    for number, words in enumerate(lines):
        y = box.y + 2 + number * size * _LINE
        surface.text(box.x + pad, y, words, size=size, weight=600, color=theme["ink"])


def _lines(surface: Surface, name: str, width: float, size: float) -> tuple[str, ...]:
    """Return the name on one line or two of this width, () if it takes more."""
    words = name.split()
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    fits = (
        each
        for each in ((name,), *halves)
        if all(surface.text_width(line, size=size, weight=600) <= width for line in each)
    )
    return next(fits, ())


def _elided(surface: Surface, words: str, width: float, size: float) -> str:
    """Return the words, cut with … to this width; the full name is in the list of rooms."""
    if surface.text_width(words, size=size, weight=600) <= width:
        return words
    short, long = 0, len(words)
    while short < long:
        middle = (short + long + 1) // 2
        cut = words[:middle].rstrip() + "…"
        if surface.text_width(cut, size=size, weight=600) <= width:
            short = middle
        else:
            long = middle - 1
    return words[:short].rstrip() + "…"
