"""The house map: a doll's house drawn from the list of rooms, whose lights come on."""

from collections.abc import Callable, Sequence

from falls_app.content.themes import Theme
from falls_app.drawing.house_around import (
    GROUND_LINE,
    draw_garden,
    draw_ground,
    draw_neighbours,
    draw_roof,
    draw_sky,
    draw_steps,
    draw_tree,
    draw_tree_and_bench,
    draw_whole,
    draw_wing_roof,
)
from falls_app.drawing.house_layout import (
    FLOOR_HEIGHT,
    GROUND,
    Direction,
    HomeShape,
    Placed,
    Spot,
    drawing_of,
    has_wings,
    inner_box,
    lay_out,
    neighbour,
    view_box,
    wing_roofs,
)
from falls_app.drawing.house_names import badge_scale, draw_label, label_size, sign_place
from falls_app.drawing.paints import Paints, paints
from falls_app.drawing.path import rectangle_path
from falls_app.drawing.rooms_art import draw_furniture
from falls_app.drawing.shapes import Box, badge
from falls_app.drawing.surface import Surface

__all__ = [
    "Box", "Direction", "HomeShape", "Placed", "Spot", "badge_scale", "draw_house", "draw_room",
    "draw_scene", "draw_tree", "drawing_of", "has_wings", "label_size", "lay_out", "neighbour",
    "view_box",
]  # fmt: skip


def draw_house(
    surface: Surface,
    theme: Theme,
    placed: Sequence[Placed],
    *,
    labels: bool,
    badges: bool = True,
    selected: str | None = None,
    focused: str | None = None,
    hovered: str | None = None,
    ground: bool = False,
    label_size: float = 13,
    badge_scale: float = 1.0,
    flat_fills: bool = False,
) -> None:
    """Draw the map in its own units; ``view_box`` says which part to show.

    ``labels`` writes the names: ask for them only if they come out at 14 px or more. ``ground``
    draws land to all sides instead of a strip. ``flat_fills`` leaves out light, for paper.
    """
    if not placed:
        return
    is_flat = placed[0].shape == "flat"
    if not is_flat:
        draw_sky(surface, theme, placed, landscape=ground)
    draw_ground(surface, theme, placed, landscape=ground)
    (draw_neighbours if is_flat else draw_roof)(surface, theme, placed)
    _draw_walls(surface, theme, placed, flat_fills)
    for one in placed:
        _draw_around(surface, theme, one, flat_fills)
    outlined = (("hover", hovered), ("selected", selected), ("focus", focused))
    for kind, chosen in outlined:
        for one in placed:
            if one.id == chosen:
                _draw_outline(surface, theme, one, kind, badge_scale)
    for one in placed:
        place = sign_place(one, badge_scale)
        if labels:
            place = draw_label(surface, theme, one, label_size, badge_scale if badges else 0)
        if badges:
            _draw_badge(surface, theme, one.spot, place, badge_scale)


def draw_scene(
    surface: Surface,
    theme: Theme,
    placed: Sequence[Placed],
    width: float,
    height: float,
    *,
    labels: bool = False,
    foot: float = 10,
    **look: object,
) -> float:
    """Draw the house in a landscape that fills the rectangle at 0, 0; return the scale used.

    The sky behind it (from ``sky`` to ``sky_low``) and the clip are the caller's. ``foot`` is
    the land below the map's own; further options are those of ``draw_house``.
    """
    box = view_box(placed)
    scale = min((width - 16) / box.width, (height - 8 - foot) / box.height)
    left = width / 2 - (box.x + box.width / 2) * scale
    surface.push(left, height - foot - (box.y + box.height) * scale, scale)
    draw_house(surface, theme, placed, labels=labels, ground=True, **look)  # type: ignore[arg-type]
    surface.pop()
    return scale


def draw_room(surface: Surface, theme: Theme, spot: Spot, width: float, height: float) -> None:
    """Draw one place alone, with its light on, as large as it fits at 0, 0."""
    if spot.drawing == "bones":
        draw_tree(surface, theme, Box(0, 0, width, height))
        return
    alone = lay_out((spot,), "two")[0]
    if spot.drawing == "stairs":
        alone = Placed(spot, alone.x, GROUND - 2 * FLOOR_HEIGHT, 92, 2 * FLOOR_HEIGHT)
    margin = 3.0
    scale = min((width - 2 * margin) / alone.width, (height - 2 * margin) / alone.height)
    surface.push(
        (width - alone.width * scale) / 2 - alone.x * scale,
        (height - alone.height * scale) / 2 - alone.y * scale,
        scale,
    )
    colors = paints(theme, "ok")
    if spot.is_inside:
        _draw_inside(surface, theme, alone, colors)
    elif spot.drawing == "whole":
        draw_whole(surface, theme, colors, alone)
    else:
        surface.line(
            alone.x, GROUND_LINE, alone.right, GROUND_LINE, stroke=theme["map_line"], width=2.4
        )
        _AROUND[spot.drawing](surface, theme, colors, alone)
        if spot.drawing == "outside":
            wall = f"M{alone.right:g} {GROUND_LINE:g}V{alone.y - 12:g}"
            surface.path(wall, stroke=theme["map_line"], width=6)
    if spot.is_inside or spot.drawing == "whole":
        surface.path(alone.outline, stroke=theme["map_line"], width=3)
    surface.pop()


def _paints(theme: Theme, spot: Spot, flat_fills: bool) -> Paints:
    colors = paints(theme, spot.state)
    return colors._replace(light=0) if flat_fills else colors


def _draw_walls(surface: Surface, theme: Theme, placed: Sequence[Placed], flat_fills: bool) -> None:
    """Draw the gable and all rooms, then the walls over them."""
    box, line = inner_box(placed), theme["map_line"]
    rooms = [one for one in placed if one.spot.is_inside]
    _draw_blank_wall(surface, theme, box)
    for one in placed:
        if one.spot.drawing == "whole":
            draw_whole(surface, theme, _paints(theme, one.spot, flat_fills), one)
            if not one.is_gable:
                surface.path(one.outline, stroke=line, width=2.4)
    for roof in wing_roofs(placed):
        draw_wing_roof(surface, theme, roof)
    for one in rooms:
        _draw_inside(surface, theme, one, _paints(theme, one.spot, flat_fills))
    for one in rooms:
        surface.path(one.outline, stroke=line, width=2.4)
    surface.rect(box.x - 3, box.y - 3, box.width + 6, box.height + 6, 2, stroke=line, line_width=6)


def _draw_blank_wall(surface: Surface, theme: Theme, box: Box) -> None:
    """Draw the wall that shows where one floor has far fewer rooms than the other."""
    surface.rect(*box, fill=theme["wall"])
    surface.push(0, 0)
    surface.clip(rectangle_path(*box))
    bricks = "".join(
        f"M{box.x + 14 + column * 46 + row % 2 * 23:g} {box.y + 13 + row * 23:g}h18"
        for row in range(round(box.height / 23))
        for column in range(round(box.width / 46) + 1)
    )
    surface.path(bricks, stroke=theme["unlit_ink"], width=1.6, opacity=0.45)
    surface.pop()


def _draw_inside(surface: Surface, theme: Theme, one: Placed, colors: Paints) -> None:
    surface.path(one.outline, fill=colors.base)
    surface.push(0, 0)
    surface.clip(one.outline)
    surface.push(one.x, one.bottom)
    draw_furniture(surface, theme, colors, one.spot.drawing, one.width, one.height)
    surface.pop()
    surface.pop()


def _draw_bones(surface: Surface, theme: Theme, colors: Paints, one: Placed) -> None:
    draw_tree_and_bench(surface, theme, one.x, GROUND_LINE)


_AROUND: dict[str, Callable[[Surface, Theme, Paints, Placed], None]] = {
    "outside": draw_steps,
    "garden": draw_garden,
    "bones": _draw_bones,
}


def _draw_around(surface: Surface, theme: Theme, one: Placed, flat_fills: bool) -> None:
    if one.spot.drawing in _AROUND:
        _AROUND[one.spot.drawing](surface, theme, _paints(theme, one.spot, flat_fills), one)


def _draw_outline(surface: Surface, theme: Theme, one: Placed, kind: str, scale: float) -> None:
    """Draw hover, selection (with a light gap) or keyboard focus (outside, with a gap).

    It grows with the signs, so that it can be seen on a small map too.
    """
    by = 5 * scale if kind == "focus" else 0.0
    path = one.outline if one.is_gable else _grown(one, by)
    gap, color, rim, line = {
        "hover": ("primary", "primary", 3, 3),
        "selected": ("surface", "primary", 9, 5),
        "focus": ("focus_gap", "focus", 8, 4),
    }[kind]
    surface.path(path, stroke=theme[gap], width=rim * scale)
    surface.path(path, stroke=theme[color], width=line * scale)


def _grown(one: Placed, by: float) -> str:
    return rectangle_path(
        one.x - by, one.y - by, one.width + 2 * by, one.height + 2 * by, 5 + by * 0.8
    )


def _draw_badge(
    surface: Surface, theme: Theme, spot: Spot, place: tuple[float, float], scale: float
) -> None:
    badge(
        surface, theme, spot.state, *place,
        scale=scale, number=spot.number, share=spot.done / max(1, spot.total),
        unsure=spot.unsure > 0,
    )  # fmt: skip
