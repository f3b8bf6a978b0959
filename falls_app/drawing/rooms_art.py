"""The furniture of each room of the house map."""

from typing import NamedTuple

from falls_app.content.themes import Theme
from falls_app.drawing.paints import Paints
from falls_app.drawing.surface import Surface


class Stroke(NamedTuple):
    """One outlined path; ``tint`` names its filling, empty = none."""

    path: str
    tint: str = ""
    width: float = 1.8


class RoomArt(NamedTuple):
    """A room's furniture; 0, 0 is the left end of the floor line, up is negative.

    ``lamp`` is the middle of the light. A pendant hangs from the ceiling at its ``x``.
    """

    width: float
    strokes: tuple[Stroke, ...]
    lamp: tuple[float, float]
    pendant: bool = True


LIVING = RoomArt(
    150,
    (
        Stroke("M26 -84H60V-60H26Z", "cream"),
        Stroke("M30 -64L39 -74L46 -67L51 -71L56 -64", width=1.5),
        Stroke("M18 -8V-36Q18 -43 25 -43H83Q90 -43 90 -36V-8Z", "teal"),
        Stroke("M12 -24Q12 -30 18 -30H20Q26 -30 26 -24V-6H12Z", "teal"),
        Stroke("M82 -24Q82 -30 88 -30H90Q96 -30 96 -24V-6H82Z", "teal"),
        Stroke("M26 -8V-19Q26 -22 29 -22H51Q54 -22 54 -19V-8Z", "sage"),
        Stroke("M54 -8V-19Q54 -22 57 -22H79Q82 -22 82 -19V-8Z", "sage"),
        Stroke("M20 -6V0M88 -6V0M130 0V-56M122 0H138"),
        Stroke("M118 -54L123 -72H137L142 -54Z", "clay"),
        Stroke("M102 -20H122V-17H102ZM105 -17V0M119 -17V0", "wood"),
    ),
    (130, -62),
    pendant=False,
)
KITCHEN = RoomArt(
    110,
    (
        Stroke("M8 -68Q8 -70 10 -70H32Q34 -70 34 -68V0H8Z", "blue"),
        Stroke("M8 -44H34M29 -62V-52M29 -38V-26"),
        Stroke("M40 -36H98V0H40Z", "cream"),
        Stroke("M38 -38H100", width=3),
        Stroke("M60 -36V0M80 -36V0M55 -28V-22M64 -28V-22M85 -28V-22", width=1.6),
        Stroke("M64 -86H98V-62H64ZM81 -86V-62", "wood"),
        Stroke("M44 -41H58V-52H44Z", "clay"),
        Stroke("M41 -50H44M58 -50H61M48 -57Q46 -60 48 -63M54 -57Q52 -60 54 -63", width=1.4),
    ),
    (61, -92),
)
DINING = RoomArt(
    124,
    (
        Stroke("M46 -84H78V-62H46Z", "blue"),
        Stroke("M50 -66Q56 -76 62 -70Q68 -78 74 -66", width=1.5),
        Stroke("M16 -54V0M16 -26H32V0", width=2.4),
        Stroke("M14 -54H20V-30H14Z", "wood"),
        Stroke("M108 -54V0M108 -26H92V0", width=2.4),
        Stroke("M104 -54H110V-30H104Z", "wood"),
        Stroke("M26 -40H98V-35H26Z", "wood"),
        Stroke("M42 -35L38 0M82 -35L86 0", width=2.4),
        Stroke("M54 -42Q54 -48 62 -48Q70 -48 70 -42Z", "clay"),
        Stroke("M38 -41H48M76 -41H86", width=2.4),
    ),
    (62, -92),
)
BATH = RoomArt(
    116,
    (
        Stroke("M38 -30H104Q104 -6 92 -6H52Q38 -6 38 -30Z", "cream"),
        Stroke("M52 -6L49 0M91 -6L94 0M98 -30V-72Q98 -80 90 -80H86"),
        Stroke("M34 -30H108", width=3),
        Stroke("M80 -76H92L89 -80H83Z", "grey"),
        Stroke("M82 -70V-66M86 -71V-63M90 -70V-66", width=1.3),
        Stroke("M8 -22H26Q28 -10 20 -8V0H12V-8Q6 -10 8 -22Z", "cream"),
        Stroke("M5 -46H14V-22H5Z", "cream"),
        Stroke("M44 -66H70V-48H44Z", "blue"),
    ),
    (77, -92),
)
TOILET = RoomArt(
    96,
    (
        Stroke("M20 -58H34V-26H20Z", "cream"),
        Stroke("M22 -26H48Q50 -10 40 -8V0H28V-8Q20 -12 22 -26Z", "cream"),
        Stroke("M22 -29H49", width=3),
        Stroke("M60 -44H90Q88 -32 78 -32V0H72V-32Q62 -32 60 -44Z", "cream"),
        Stroke("M75 -44V-52H69", width=2.4),
        Stroke("M64 -84H86V-60H64Z", "blue"),
        Stroke("M50 -42A4 4 0 1 1 50 -34A4 4 0 1 1 50 -42Z", "rose", 1.5),
    ),
    (48, -92),
)
BED = RoomArt(
    150,
    (
        Stroke("M24 -86H58V-56H24ZM41 -86V-56M24 -71H58", "blue"),
        Stroke("M20 -89H62", width=2.4),
        Stroke("M30 -12V-44Q30 -48 34 -48H38V-12Z", "wood"),
        Stroke("M38 -26H112Q118 -26 118 -20V-10H38Z", "rose"),
        Stroke("M38 -26H60Q62 -34 54 -34H42Q38 -34 38 -30Z", "cream"),
        Stroke("M74 -26V-10"),
        Stroke("M34 -10H120M36 -10V0M116 -10V0", width=2.4),
        Stroke("M122 -26H142V0H122ZM122 -14H142", "wood"),
        Stroke("M132 -26V-36"),
        Stroke("M125 -36L128 -48H136L139 -36Z", "cream"),
    ),
    (132, -42),
    pendant=False,
)
HALL = RoomArt(
    112,
    (
        Stroke("M10 -78H44V0H10Z", "clay"),
        Stroke("M16 -70H38V-46H16ZM16 -38H38V-8H16ZM38 -42V-41", width=1.4),
        Stroke("M58 -70H100", width=2.6),
        Stroke("M66 -70V-66M80 -70V-66M94 -70V-66"),
        Stroke("M66 -66Q58 -50 60 -36H74Q74 -52 66 -66Z", "teal"),
        Stroke("M94 -66Q88 -56 90 -44H98Q100 -56 94 -66Z", "sage"),
        Stroke("M62 0V-14H98V0", "wood"),
        Stroke("M62 -7H98", width=1.4),
        Stroke("M66 -8Q66 -12 70 -12L74 -9L78 -8ZM82 -8Q82 -12 86 -12L90 -9L94 -8Z", "cream", 1.4),
    ),
    (72, -92),
)
SPARE = RoomArt(
    106,
    (
        Stroke("M8 -74H38V0H8ZM8 -56H38M8 -38H38M8 -20H38", "wood"),
        Stroke(
            "M12 -56V-68H16V-56M18 -56V-66H22V-56M12 -38V-50H17V-38M20 -38V-48H24V-38"
            "M26 -38V-52H30V-38M13 -20V-32H19V-20M22 -20L28 -31",
            width=1.4,
        ),
        Stroke("M48 -34H98", width=3),
        Stroke("M52 -32V0M94 -32V0"),
        Stroke("M60 -54H84V-38H60ZM72 -38V-35", "blue"),
        Stroke("M66 0V-16H80V0M66 -16Q62 -28 66 -30"),
        Stroke("M64 -18H82V-14H64Z", "clay"),
    ),
    (76, -92),
)
LAUNDRY = RoomArt(
    116,
    (
        Stroke("M10 -48H54V0H10Z", "cream"),
        Stroke("M10 -38H54M17 -43H24M46 -43V-42.9", width=1.5),
        Stroke("M32 -32A13 13 0 1 1 32 -6A13 13 0 1 1 32 -32Z", "grey"),
        Stroke("M21 -17Q26 -22 32 -17Q38 -12 43 -17", width=1.5),
        Stroke("M8 -62H58", width=2.6),
        Stroke("M16 -64V-78H26V-64Z", "blue", 1.5),
        Stroke("M32 -64V-74H46V-64Z", "clay", 1.5),
        Stroke("M68 -78H110", width=1.6),
        Stroke("M72 -78V-60H80V-66H84V-78Z", "teal", 1.5),
        Stroke("M92 -78V-54H104V-78Z", "rose", 1.5),
        Stroke("M68 -24H108L103 0H73Z", "wood"),
        Stroke("M70 -15H106M72 -7H104", width=1.4),
    ),
    (62, -92),
)
GARAGE = RoomArt(
    140,
    (
        Stroke("M8 -20V-30Q8 -36 14 -37L26 -39L36 -54H70L84 -39H94Q100 -38 100 -31V-12H8Z", "teal"),
        Stroke("M40 -49H52V-39H33ZM57 -49H68L77 -39H57Z", "blue", 1.5),
        Stroke("M28 -22A11 11 0 1 1 28 0A11 11 0 1 1 28 -22Z", "grey"),
        Stroke("M80 -22A11 11 0 1 1 80 0A11 11 0 1 1 80 -22Z", "grey"),
        Stroke("M28 -13V-9M80 -13V-9", width=2.4),
        Stroke("M108 -26H134V0H108ZM108 -26L121 -18L134 -26", "wood"),
        Stroke("M106 -62H136", width=2.6),
        Stroke("M110 -64V-76H122V-64ZM126 -64V-72H134V-64Z", "clay", 1.5),
        Stroke("M16 -84V-64M12 -64H20L18 -54H14ZM34 -84V-70M30 -70H38", width=1.6),
    ),
    (70, -92),
)
BASEMENT = RoomArt(
    120,
    (
        Stroke("M12 -62Q12 -70 20 -70H36Q44 -70 44 -62V0H12Z", "grey"),
        Stroke("M12 -16H44M28 -70V-86H62M28 -44A7 7 0 1 1 28 -30A7 7 0 1 1 28 -44M28 -37L31 -41"),
        Stroke("M58 -52H112M58 -28H112", width=2.6),
        Stroke("M60 -52V0M110 -52V0"),
        Stroke("M66 -53V-66H76V-53ZM80 -53V-62H90V-53ZM94 -53V-68H104V-53Z", "sage", 1.5),
        Stroke("M68 -29V-40H92V-29Z", "clay", 1.5),
        Stroke("M68 0V-18H90V0ZM68 -10H90", "wood"),
    ),
    (86, -92),
)
ROOMS: dict[str, RoomArt] = {
    "hall": HALL,
    "living": LIVING,
    "dining": DINING,
    "kitchen": KITCHEN,
    "bath": BATH,
    "toilet": TOILET,
    "bed": BED,
    "spare": SPARE,
    "laundry": LAUNDRY,
    "garage": GARAGE,
    "basement": BASEMENT,
}


def draw_furniture(
    surface: Surface, theme: Theme, colors: Paints, drawing: str, width: float, height: float
) -> None:
    """Draw a room's things with its lower left corner at 0, 0; wide rooms keep them centered."""
    if drawing == "stairs":
        _draw_stairs(surface, theme, colors, width, height)
        return
    art = ROOMS.get(drawing, SPARE)
    scale = min(1.0, width / art.width, height / 96)
    left = (width - art.width * scale) / 2
    lamp_x = left + art.lamp[0] * scale
    if colors.light:
        lamp_y = 26 - height if art.pendant else art.lamp[1] * scale
        surface.glow(lamp_x, lamp_y, 52, theme["glow"], colors.light)
    surface.push(left, 0, scale)
    _draw_strokes(surface, colors, art.strokes)
    surface.pop()
    if art.pendant:
        shade = f"A9 9 0 0 1 {lamp_x + 9:g} {14 - height:g}Z"
        _draw_strokes(
            surface,
            colors,
            (
                Stroke(f"M{lamp_x:g} {-height:g}v5"),
                Stroke(f"M{lamp_x - 9:g} {14 - height:g}{shade}", "bulb"),
            ),
        )


def _draw_strokes(surface: Surface, colors: Paints, strokes: tuple[Stroke, ...]) -> None:
    for stroke in strokes:
        surface.path(
            stroke.path,
            fill=colors.tints[stroke.tint] if stroke.tint else None,
            stroke=colors.ink,
            width=stroke.width,
        )


def _draw_stairs(
    surface: Surface, theme: Theme, colors: Paints, width: float, height: float
) -> None:
    """Draw one flight with its rail: to half the height of a shaft of two floors."""
    rise = height / 2 if height > 160 else height * 0.52
    rail = min(36.0, rise * 0.5)
    left = (width - min(width, 110)) / 2
    run = min(width, 110.0) - 26
    if colors.light:
        surface.glow(width / 2, 26 - height, 54, theme["glow"], colors.light)
    count = 9 if rise > 80 else 6
    steps, x, y = f"M{left + 6:g} 0", left + 6, 0.0
    for _ in range(count):
        y, x = y - rise / count, x + run / count
        steps += f"V{y:.1f}H{x:.1f}"
    steps += f"H{width:g}V{7 - rise:.1f}H{x - 2:.1f}L{left + 6 + run / count:.1f} 0Z"
    _draw_strokes(
        surface,
        colors,
        (
            Stroke(steps, "wood"),
            Stroke(
                f"M{left + 9:g} {-rail:.1f}L{x - 4:.1f} {2 - rise - rail:.1f}H{width - 2:g}",
                width=3,
            ),
            Stroke(_posts(left + 9, x - 4, rise, rail), width=1.5),
        ),
    )
    if height > 160:
        top, middle = 48 - height, width / 2
        window = f"M{middle - 15:g} {top:g}h30v34h-30ZM{middle:g} {top:g}v34M{middle - 15:g} "
        _draw_strokes(surface, colors, (Stroke(f"{window}{top + 17:g}h30", "blue"),))


def _posts(left: float, right: float, rise: float, rail: float) -> str:
    shares = (0.02, 0.27, 0.52, 0.77, 1.0)
    return "".join(
        f"M{left + (right - left) * share:.1f} {-rail - (rise - 2) * share:.1f}v{rail - 4:.1f}"
        for share in shares
    )
