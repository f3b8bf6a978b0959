"""What stands around the rooms of the house map: sky, ground, roof, steps, garden and tree."""

from collections.abc import Sequence

from falls_app.content.themes import Theme, mix
from falls_app.drawing.house_layout import GROUND, Placed, inner_box, roof_height, view_box
from falls_app.drawing.paints import Paints
from falls_app.drawing.path import rectangle_path
from falls_app.drawing.shapes import Box
from falls_app.drawing.surface import Surface

GROUND_LINE = GROUND + 6
_FAR = 4000.0


def draw_sky(surface: Surface, theme: Theme, placed: Sequence[Placed], *, landscape: bool) -> None:
    """Draw sun and clouds, or moon and stars; nothing where the theme has no sky."""
    if theme["star"] == theme["sky"]:
        return
    box = inner_box(placed)
    left, right, top = box.x, box.x + box.width, box.y
    if theme.is_dark:
        places = ((left - 56, -20), (left - 26, -84), (right + 44, -100), (right + 22, -46))
        for x, above in (*places, (left + 24, -112)):
            surface.circle(x, top + above, 1.5, fill=theme["star"], opacity=0.7)
        moon = f"M{right + 62:g} {top - 88:g}a17 17 0 1 0 12 27a15 15 0 0 1 -12 -27Z"
        surface.path(moon, fill=theme["star"], opacity=0.9)
        return
    surface.circle(right + 66, top - 62, 17, fill=theme["star"], opacity=0.9)
    color = theme["cloud"] if landscape else mix(theme["cloud"], theme["unlit"], 0.6)
    for x, y, size in ((left - 52, top - 58, 1.0), (right + 24, top - 98, 0.8)):
        surface.push(x, y, size)
        surface.path(
            "M-26 10A10 10 0 0 1 -22 -6A13 13 0 0 1 4 -10A10 10 0 0 1 24 -1A6 6 0 0 1 24 10Z",
            fill=color,
        )
        surface.pop()


def draw_ground(
    surface: Surface, theme: Theme, placed: Sequence[Placed], *, landscape: bool
) -> None:
    """Draw the lawn: a strip, or all of the land below in a landscape."""
    line = theme["map_line"]
    if placed[0].shape == "flat":
        for one in placed:
            if one.spot.drawing in ("outside", "garden", "bones"):
                _strip(surface, theme, one.x - 2, one.right + 2)
    elif landscape:
        surface.rect(-_FAR, GROUND_LINE, 2 * _FAR, _FAR, fill=theme["ground"])
        surface.line(-_FAR, GROUND_LINE, _FAR, GROUND_LINE, stroke=line, width=2.4)
    else:
        box = view_box(placed)
        deep = box.y + box.height - GROUND_LINE - 2  # a basement lies in the earth
        _strip(surface, theme, box.x + 2, box.x + box.width - 2, deep)


def _strip(surface: Surface, theme: Theme, left: float, right: float, deep: float = 40) -> None:
    bottom, bend = GROUND_LINE + deep, min(60.0, (right - left) / 4)
    surface.path(
        f"M{left:g} {GROUND_LINE:g}H{right:g}Q{right:g} {bottom:g} {right - bend:g} {bottom:g}"
        f"H{left + bend:g}Q{left:g} {bottom:g} {left:g} {GROUND_LINE:g}Z",
        fill=theme["ground"],
    )
    surface.line(left, GROUND_LINE, right, GROUND_LINE, stroke=theme["map_line"], width=2.4)


def draw_roof(surface: Surface, theme: Theme, placed: Sequence[Placed]) -> None:
    """Draw the roof with its chimney; it follows the width of the rooms."""
    box, line = inner_box(placed), theme["map_line"]
    left, right, top = box.x, box.x + box.width, box.y
    middle, high = box.x + box.width / 2, roof_height(box)
    apex, over = top - high - 16, 26
    # The chimney stands where the roof is a third of the way up.
    chimney = right - box.width * 0.16
    slope = (top - 4 - apex) / (box.width / 2 + over)
    foot = apex + (chimney + 26 - middle) * slope + 4
    surface.rect(chimney, foot - 62, 26, 62, 1, fill=theme["roof"], stroke=line, line_width=2.2)
    surface.rect(chimney - 4, foot - 68, 34, 9, 1, fill=theme["wall"], stroke=line, line_width=2.2)
    eaves = f"M{left - over:g} {top - 4:g}L{middle:g} {apex:g}L{right + over:g} {top - 4:g}"
    under = f"{eaves}L{right + over - 16:g} {top + 4:g}H{left - over + 16:g}Z"
    surface.path(under, fill=theme["wall"], stroke=line, width=2.4)
    ridge = (
        f"M{left - over - 2:g} {top - 2:g}L{middle:g} {apex - 2:g}L{right + over + 2:g} {top - 2:g}"
    )
    surface.path(ridge, stroke=line, width=11)
    surface.path(ridge, stroke=theme["roof"], width=6.4)


def draw_wing_roof(surface: Surface, theme: Theme, box: Box) -> None:
    """Draw the roof of a wing that stands before the one above it."""
    left, right, over, eave = box.x, box.x + box.width, 16, box.y + box.height - 7
    slope = f"M{left:g} {box.y:g}H{right:g}L{right + over:g} {eave:g}H{left - over:g}Z"
    surface.path(slope, fill=theme["roof"], stroke=theme["map_line"], width=2.4)
    surface.rect(
        left - over, eave, box.width + 2 * over, 7, 2,
        fill=theme["wall"], stroke=theme["map_line"], line_width=2.4,
    )  # fmt: skip


def draw_neighbours(surface: Surface, theme: Theme, placed: Sequence[Placed]) -> None:
    """Draw the flats above and below: this home is one of several."""
    box = inner_box(placed)
    top = min([box.y, *(one.y for one in placed if one.spot.drawing == "whole")])
    wall = theme["sunken"]
    line = mix(theme["edge"], wall, 0.3) if wall != theme["surface"] else theme["edge"]
    left, wide = box.x - 6, box.width + 12
    count = max(2, round(box.width / 64))
    for y in (top - 43, GROUND_LINE - 3):
        surface.rect(left, y, wide, 40, fill=wall, stroke=line, line_width=1.4)
        for index in range(count):
            x = left + wide * (index + 0.5) / count - 11
            surface.rect(x, y + 11, 22, 18, 2, fill=theme["surface"], stroke=line, line_width=1.2)
    antenna = f"M{left + 14:g} {top - 43:g}v-16m-8 0h16m-13 5h10"
    surface.path(antenna, stroke=line, width=1.4)


def draw_whole(surface: Surface, theme: Theme, colors: Paints, one: Placed) -> None:
    """Draw what is in the gable, or above the rooms of a flat: bulb, phone, smoke alarm."""
    surface.path(one.outline, fill=colors.base)
    middle = one.x + one.width / 2
    aside = min(122.0, one.width * 0.24)
    size = min(1.0, (one.height - 40) / 62) if one.is_gable else 0.75
    top = one.y + 20 * size if one.is_gable else one.y
    cord = 14 * size if one.is_gable else 3
    if colors.light:
        surface.push(0, 0)
        surface.clip(one.outline)
        reach = 92 if one.is_gable else 40
        surface.glow(middle, top + cord + 14, reach, theme["glow"], colors.light + 0.08)
        surface.pop()
    ink, low = colors.ink, one.bottom
    surface.push(middle, top + cord, size)
    surface.path(f"M0 0V{-cord / size:g}", stroke=ink, width=1.8)
    surface.path(
        "M-5 8Q-11 13 -9.5 20A9.5 9.5 0 0 0 9.5 20Q11 13 5 8V0H-5Z",
        fill=colors.tints["bulb"], stroke=ink, width=1.8,
    )  # fmt: skip
    surface.pop()
    alarm = low - 24
    surface.circle(middle + aside, alarm, 11, fill=colors.tints["cream"], stroke=ink, width=1.8)
    surface.circle(middle + aside, alarm, 4, stroke=ink, width=1.4)
    surface.circle(middle + aside + 6, alarm - 5, 1.2, fill=ink)
    phone = rectangle_path(middle - aside - 7, low - 34, 14, 22, 3)
    surface.path(phone, fill=colors.tints["blue"], stroke=ink, width=1.8)
    surface.path(f"M{middle - aside:g} {low - 34:g}v-7", stroke=ink, width=1.8)


def draw_steps(surface: Surface, theme: Theme, colors: Paints, one: Placed) -> None:
    """Draw the front steps with rail and lamp, and a potted shrub; a flat has a doormat."""
    line, stone = theme["map_line"], theme["stone"]
    surface.push(one.right, GROUND_LINE)
    if colors.light:
        surface.push(0, 0)
        surface.clip("M-130 -150H0V0H-130Z")
        surface.glow(-12, -80, 44, theme["glow"], colors.light + 0.1)
        surface.pop()
    if one.shape == "flat":
        surface.rect(-58, -5, 46, 5, 2, fill=stone, stroke=line)
    else:
        for step in range(3):
            surface.rect(
                -16 * (3 - step), -9 * (step + 1), 16 * (3 - step), 9, fill=stone, stroke=line
            )
        surface.path("M-12 -27V-58M-52 0V-34M-56 -33L-8 -60", stroke=line, width=2.4)
    surface.path("M-3 -88h-9", stroke=line, width=2)
    lamp = theme["glow"] if colors.light else stone
    surface.path("M-19 -88h14l-3 13h-8z", fill=lamp, stroke=line, width=1.8)
    surface.path("M-104 -20V-28M-111 -20H-97L-99 0H-109Z", fill=stone, stroke=line, width=2)
    surface.path(
        "M-104 -50A10 10 0 0 1 -93 -39A9 9 0 0 1 -104 -27A9 9 0 0 1 -115 -39A10 10 0 0 1 -104 -50Z",
        fill=theme["leaf"], stroke=line, width=2,
    )  # fmt: skip
    surface.pop()


def draw_garden(surface: Surface, theme: Theme, colors: Paints, one: Placed) -> None:
    """Draw the garden: fence, flowers, watering can and a path light."""
    line, leaf = theme["map_line"], theme["leaf"]
    surface.push(one.x, GROUND_LINE)
    surface.path("M6 -30H66M6 -16H66", stroke=line, width=2)
    for x in (10, 24, 38, 52):
        surface.path(
            f"M{x} 0V-36L{x + 5} -42L{x + 10} -36V0Z", fill=theme["stone"], stroke=line, width=1.8
        )
    surface.path(
        "M76 0V-28M88 0V-36M100 0V-26M76 -8Q70 -8 68 -14M88 -10Q94 -10 96 -17",
        stroke=line,
        width=1.8,
    )
    for x, y in ((76, -32), (88, -40), (100, -30)):
        surface.circle(x, y, 5.5, fill=theme["apple"], stroke=line, width=1.6)
    surface.path("M64 0Q68 -10 76 -6Q88 -14 98 -6Q106 -9 110 0Z", fill=leaf, stroke=line, width=1.8)
    if colors.light:
        surface.glow(122, -34, 24, theme["glow"], colors.light)
    surface.path("M122 0V-28", stroke=line, width=2)
    lamp = theme["glow"] if colors.light else theme["stone"]
    surface.path("M115 -28H129L126 -40H118Z", fill=lamp, stroke=line, width=1.8)
    surface.pop()


def draw_tree_and_bench(surface: Surface, theme: Theme, x: float, ground: float) -> None:
    """Draw the apple tree of Bones and balance, with the bench and the stick, 130 wide."""
    line = theme["map_line"]
    stick = theme["fix_solid"] if theme["apple"] != theme["leaf"] else line
    surface.push(x, ground)
    surface.path("M8 -20H52M10 -38H50M10 -30H50", stroke=line, width=3)
    surface.path("M12 -40V0M48 -40V0", stroke=line, width=2)
    surface.path("M58 0L54 -34q-1 -6 5 -6q5 0 5 5", stroke=stick, width=2.6)
    surface.path("M83 0Q85 -30 84 -58H92Q91 -30 94 0Z", fill=theme["trunk"], stroke=line, width=2)
    surface.path(
        "M88 -134A26 26 0 0 1 114 -112A24 24 0 0 1 122 -74A22 22 0 0 1 90 -56A24 24 0 0 1 54 -72"
        "A24 24 0 0 1 61 -112A26 26 0 0 1 88 -134Z",
        fill=theme["leaf"], stroke=line, width=2,
    )  # fmt: skip
    if theme["apple"] != theme["leaf"]:
        for apple_x, apple_y in ((74, -92), (98, -104), (104, -78), (80, -72)):
            surface.circle(apple_x, apple_y, 4.2, fill=theme["apple"], stroke=line, width=1.4)
    surface.pop()


def draw_tree(surface: Surface, theme: Theme, box: Box) -> None:
    """Draw the picture of Bones and balance: the tree, the bench and the sun over the lawn.

    The sky behind it is the caller's.
    """
    scale = min(box.width / 200, box.height / 180)
    ground = box.y + box.height - 24 * scale
    surface.push(0, 0)
    surface.clip(rectangle_path(*box))
    surface.rect(box.x, ground, box.width, box.height, fill=theme["ground"])
    surface.line(box.x, ground, box.x + box.width, ground, stroke=theme["map_line"], width=2)
    surface.push(box.x + box.width / 2, ground, scale)
    if theme["star"] != theme["sky"]:
        surface.circle(-74, -128, 15, fill=theme["star"], opacity=0.9)
    draw_tree_and_bench(surface, theme, -62, 0)
    surface.pop()
    surface.pop()
