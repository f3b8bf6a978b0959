"""Sketches of bathroom, doors, switches, shelves, seats and paths."""

from falls_app.drawing.sketching import HEIGHT, WIDTH, Sketch


def tub(sketch: Sketch) -> None:
    """Draw a tub at a tiled wall: an upright bar at the way in, a level one inside."""
    sketch.floor(x=200)
    sketch.tiles(8, 232)
    sketch.there("M24 132H206V182H24Z", filled=True)
    sketch.there("M24 132H206", width=3.5)
    sketch.there("M24 96H38M32 96V104", width=3)
    sketch.new("M250 34V112")
    sketch.plates((250, 34), (250, 112))
    sketch.new("M66 92H170")
    sketch.plates((66, 92), (170, 92))
    sketch.size("middle", (272, 182), (272, 73), (222, 150))
    sketch.size("length", (262, 34), (262, 112), (222, 22))
    sketch.size("level", (118, 182), (118, 94), (44, 122))
    sketch.noted("round", 8, 24)
    sketch.noted("gap", 8, 42)


def shower(sketch: Sketch) -> None:
    """Draw a level shower with a seat, an upright bar at the way in and a level one."""
    sketch.floor(x=200)
    sketch.tiles(8, 232)
    sketch.there("M30 40H54M54 40V52M46 52H62", width=3)
    if "seat" in sketch.labels:
        sketch.there("M14 124H78V132H14Z", filled=True)
    sketch.faint("M236 14V182", width=2)
    sketch.new("M250 34V112")
    sketch.plates((250, 34), (250, 112))
    sketch.new("M96 96H184")
    sketch.plates((96, 96), (184, 96))
    sketch.size("middle", (272, 182), (272, 73), (222, 150))
    sketch.size("length", (262, 34), (262, 112), (222, 22))
    sketch.noted("round", 66, 24)
    sketch.noted("gap", 66, 42)
    sketch.size("level", (150, 182), (150, 98), (98, 122))
    sketch.size("seat", (46, 182), (46, 126), (12, 162))


def toilet(sketch: Sketch) -> None:
    """Draw a toilet from the front with a fold-down bar on each side."""
    sketch.floor()
    sketch.there("M138 60H202V108H138Z", filled=True)
    sketch.there("M132 118Q170 106 208 118L196 154H186V182H154V154H144Z", filled=True)
    sketch.faint("M170 40V196")
    sketch.new("M96 88V132M244 88V132", width=7)
    sketch.plates((96, 88), (244, 88))
    sketch.size("height", (74, 182), (74, 90), (8, 76))
    sketch.size("side", (170, 34), (244, 34), (178, 24))
    sketch.size("side", (96, 34), (170, 34), (126, 24), short=True)


def taller_toilet(sketch: Sketch) -> None:
    """Draw a toilet from the side; the height is that of the seat."""
    sketch.floor()
    sketch.there("M236 60H270V182H236Z", filled=True)
    sketch.there("M118 112H240V128H226Q214 152 204 182H150Q150 150 126 130Z", filled=True)
    sketch.new("M116 108H236", width=7)
    sketch.size("seat", (84, 182), (84, 105), (8, 94))


def seat(sketch: Sketch) -> None:
    """Draw a bench with arms from the side."""
    sketch.body("M8 176H332V196H8Z")
    sketch.there("M112 176V74M198 176V40M112 74H198", width=4)
    sketch.new("M104 118H206", width=7)
    sketch.datum("M8 176H332", 8, 192)
    sketch.size("seat", (72, 176), (72, 115), (8, 50))
    sketch.lead("seat", (64, 56), (71, 110))
    sketch.size("arm", (222, 115), (222, 73), (212, 62))


def door_bar(sketch: Sketch) -> None:
    """Draw a front door with an upright bar on the side of the lock."""
    sketch.floor()
    sketch.there("M60 182V22H154V182", filled=True)
    sketch.there("M140 104H146M146 104V112", width=4)
    sketch.new("M182 62V140")
    sketch.plates((182, 62), (182, 140))
    sketch.size("middle", (206, 182), (206, 101), (214, 160))
    sketch.size("length", (196, 62), (196, 140), (206, 82))


def switch(sketch: Sketch) -> None:
    """Draw a wall beside a door with a switch and an outlet."""
    sketch.floor()
    sketch.there("M30 182V22H104V182", filled=True)
    sketch.surface.rect(126, 66, 18, 26, 3, stroke=sketch.theme["primary"], line_width=3)
    sketch.new("M135 73V79", width=4)
    sketch.size("switch", (162, 182), (162, 79), (172, 90))
    if "outlet" in sketch.labels:
        sketch.surface.rect(202, 128, 26, 18, 3, stroke=sketch.theme["primary"], line_width=3)
        sketch.plates((210, 137), (220, 137))
    sketch.size("outlet", (244, 182), (244, 137), (172, 118))
    sketch.noted("light", 172, 34)


def alarm(sketch: Sketch) -> None:
    """Draw a room cut through with an alarm on the ceiling."""
    sketch.there("M30 190V30H312V190", width=2.4)
    sketch.there("M30 190H312", width=2.4)
    sketch.datum("M30 30H312", 40, 22)
    sketch.surface.rect(176, 31, 44, 13, 4, fill=sketch.theme["primary"])
    sketch.there("M268 30V48M256 60Q268 42 280 60Z", filled=True)
    sketch.size("wall", (30, 66), (176, 66), (44, 84))
    sketch.size("wall", (220, 78), (262, 78), (236, 98), short=True)


def door(sketch: Sketch) -> None:
    """Draw a doorway from above, the door wide open."""
    for d in ("M8 96H92V116H8Z", "M250 96H332V116H250Z"):
        sketch.there(d, filled=True)
    sketch.there("M96 96V8H106V96Z", filled=True)
    sketch.faint("M101 8Q250 8 250 96", width=1.2)
    sketch.datum("M106 8V168", 114, 194)
    sketch.size("clear", (106, 144), (250, 144), (120, 164))


def lever(sketch: Sketch) -> None:
    """Draw a door with a lever handle."""
    sketch.floor()
    sketch.there("M92 182V14H196V182", filled=True)
    sketch.new("M180 96H148", width=7)
    sketch.plates((180, 96))
    sketch.size("lever", (222, 182), (222, 96), (232, 140))


def tap(sketch: Sketch) -> None:
    """Draw a shower with one lever tap near the way in."""
    sketch.floor(x=200)
    sketch.tiles(8, 232)
    sketch.there("M40 36H66M66 36V48M56 48H76", width=3)
    sketch.faint("M58 54L42 132M66 54V138M74 54L92 132")
    sketch.plates((214, 100))
    sketch.new("M214 100V80", width=6)
    sketch.size("tap", (246, 182), (246, 100), (222, 152))
    sketch.noted("heat", 172, 30)


def shelf(sketch: Sketch) -> None:
    """Draw a shelf on a wall at a height that is easy to reach."""
    sketch.floor()
    sketch.faint("M60 182V14M150 182V14")
    sketch.new("M40 84H176", width=7)
    sketch.there("M56 88V104M160 88V104", width=3)
    sketch.there("M70 62H96V80H70ZM112 70H140V80H112Z")
    sketch.size("shelf", (206, 182), (206, 84), (214, 136))


def path(sketch: Sketch) -> None:
    """Draw a path cut through, level with the ground on both sides."""
    sketch.body("M8 110H332V150H8Z")
    sketch.there("M8 110H332")
    sketch.surface.rect(
        84, 110, 172, 22, fill=sketch.theme["primary_soft"],
        stroke=sketch.theme["primary"], line_width=3,
    )  # fmt: skip
    sketch.faint("M20 110V98M32 110V94M300 110V96M316 110V100")
    sketch.datum("M84 54V174", 8, 190)
    sketch.size("width", (84, 78), (256, 78), (96, 66))


def where(sketch: Sketch) -> None:
    """Draw an empty frame with a faint grid, to draw in where it goes."""
    for x in range(20, int(WIDTH), 20):
        sketch.surface.line(x, 4, x, HEIGHT - 4, stroke=sketch.theme["line"], width=0.6)
    for y in range(20, int(HEIGHT), 20):
        sketch.surface.line(4, y, WIDTH - 4, y, stroke=sketch.theme["line"], width=0.6)
    sketch.surface.rect(4, 4, WIDTH - 8, HEIGHT - 8, 8, stroke=sketch.theme["edge"], line_width=1.4)
