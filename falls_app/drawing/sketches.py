"""All sketches for work orders by their ids."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from falls_app.content.themes import Theme
from falls_app.drawing import sketches_rails as rails
from falls_app.drawing import sketches_rooms as rooms
from falls_app.drawing.sketching import HEIGHT, TEXT, WIDTH, SizeLabel, Sketch
from falls_app.drawing.surface import Surface

__all__ = ["HEIGHT", "SKETCHES", "WIDTH", "SizeLabel", "draw_sketch"]


class Drawing(NamedTuple):
    """How a sketch is drawn, and which sizes have a place in it."""

    draw: Callable[[Sketch], None]
    sizes: frozenset[str]


def _drawing(draw: Callable[[Sketch], None], sizes: str = "") -> Drawing:
    return Drawing(draw, frozenset(sizes.split()))


SKETCHES: Mapping[str, Drawing] = {
    "stairs": _drawing(rails.stairs, "height past round gap"),
    "outside-steps": _drawing(rails.outside_steps, "height past landing round gap"),
    "ramp": _drawing(rails.ramp, "height climb width"),
    "sill": _drawing(rails.sill, "sill ramp"),
    "rise": _drawing(rails.rise, "rise going difference"),
    "edge": _drawing(rails.edge, "tread face back"),
    "one-step": _drawing(rails.one_step, "height past round"),
    "wall-rail": _drawing(rails.wall_rail, "height round gap"),
    "tub": _drawing(rooms.tub, "middle length level round gap"),
    "shower": _drawing(rooms.shower, "seat middle length level round gap"),
    "toilet": _drawing(rooms.toilet, "height side"),
    "taller-toilet": _drawing(rooms.taller_toilet, "seat"),
    "seat": _drawing(rooms.seat, "seat arm"),
    "door-bar": _drawing(rooms.door_bar, "middle length"),
    "switch": _drawing(rooms.switch, "switch outlet light"),
    "alarm": _drawing(rooms.alarm, "wall"),
    "door": _drawing(rooms.door, "clear"),
    "lever": _drawing(rooms.lever, "lever"),
    "tap": _drawing(rooms.tap, "tap heat"),
    "shelf": _drawing(rooms.shelf, "shelf"),
    "path": _drawing(rooms.path, "width"),
    "where": _drawing(rooms.where),
}


def draw_sketch(
    surface: Surface,
    theme: Theme,
    name: str,
    labels: Mapping[str, SizeLabel],
    datum: str,
    *,
    text: float = TEXT,
) -> frozenset[str]:
    """Draw a sketch with these sizes, its letters ``text`` high; return those it showed.

    KeyError if there is no such sketch.
    """
    sketch = Sketch(surface, theme, labels, datum, text)
    SKETCHES[name].draw(sketch)
    return frozenset(sketch.drawn)
