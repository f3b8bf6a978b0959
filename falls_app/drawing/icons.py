"""Draws icons."""

from falls_app.content.icons import load_icons
from falls_app.drawing.surface import Surface


def draw_icon(
    surface: Surface, name: str, x: float, y: float, size: float, color: str, *, width: float = 2.0
) -> None:
    """Draw the icon in the square at ``x``, ``y``; ``width`` is its line on the 24 px grid.

    Raises ``KeyError`` if there is no icon of this name.
    """
    path = load_icons()[name]
    surface.push(x, y, size / 24)
    surface.path(path, stroke=color, width=width)
    surface.pop()
