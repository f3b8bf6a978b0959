"""Sketches of rails, steps, ramps and sills: from the side, with the line that sizes start from."""

from falls_app.drawing.sketching import Sketch, rail_section


def stairs(sketch: Sketch) -> None:
    """Draw stairs from the side with a rail that runs past both ends."""
    steps = "M8 184H70V158H104V132H138V106H172V80H332"
    sketch.body(f"{steps}V184Z")
    sketch.there(steps)
    sketch.datum("M52 172L190 66", 8, 199)
    sketch.new("M34 100H70L172 22H222")
    sketch.plates((52, 100), (121, 61), (204, 22))
    sketch.size("height", (131, 111), (131, 54), (8, 26))
    sketch.lead("height", (92, 32), (129, 80))
    sketch.size("past", (172, 44), (222, 44), (230, 48))
    sketch.size("past", (34, 116), (70, 116), (44, 136), short=True)
    rail_section(sketch, 184, 100)


def outside_steps(sketch: Sketch) -> None:
    """Draw outside steps from the side, with posts on firm ground and the door's landing."""
    steps = "M8 170H96V144H136V118H176V92H330"
    sketch.body(f"{steps}V170Z")
    sketch.there(steps)
    sketch.there("M322 92V14", width=4)
    sketch.datum("M78 156L196 79", 8, 200)
    sketch.new("M58 100H96L176 44H238")
    sketch.new("M66 100V180M136 72V118M228 44V92", width=4)
    sketch.faint("M54 170H78V184H54Z", width=1.6)
    sketch.size("height", (116, 132), (116, 86), (8, 24))
    sketch.lead("height", (92, 30), (114, 104))
    sketch.size("past", (176, 62), (238, 62), (176, 34))
    sketch.size("past", (58, 118), (96, 118), (70, 138), short=True)
    sketch.size("landing", (176, 104), (322, 104), (184, 124))
    rail_section(sketch, 184, 126)


def ramp(sketch: Sketch) -> None:
    """Draw a ramp from the side with a rail and level ground at both ends."""
    way = "M8 180H60L270 128H332"
    sketch.body(f"{way}V180Z")
    sketch.there(way)
    sketch.datum("M60 180H332", 180, 199)
    sketch.new("M40 112H66L266 62H304")
    sketch.new("M66 112V178M166 87V154M266 62V129", width=3.5)
    sketch.new("M62 173L268 122", width=3)
    sketch.size("height", (120, 165), (120, 99), (8, 60))
    sketch.lead("height", (96, 66), (118, 126))
    sketch.size("climb", (282, 180), (282, 128), (292, 160), short=True)
    sketch.noted("climb", 96, 24)
    sketch.noted("width", 96, 42)


def sill(sketch: Sketch) -> None:
    """Draw a sill cut through, with a sloped ramp on each side."""
    sketch.body("M8 150H332V170H8Z")
    sketch.there("M8 150H140V112H196V150H332")
    sketch.there("M160 112V16H176V112", width=1.6)
    for d in ("M140 112L36 150H140Z", "M196 112L300 150H196Z"):
        sketch.surface.path(
            d, fill=sketch.theme["primary_soft"], stroke=sketch.theme["primary"], width=3.5
        )
    sketch.datum("M8 150H332", 8, 188)
    sketch.size("sill", (316, 150), (316, 112), (208, 100))
    sketch.size("ramp", (36, 92), (140, 92), (10, 78))


def rise(sketch: Sketch) -> None:
    """Draw three steps cut through, all alike."""
    steps = "M8 180H90V136H164V92H238V48H332"
    sketch.body(f"{steps}V180Z")
    sketch.there(steps)
    sketch.datum("M90 136L238 48", 196, 120)
    sketch.size("rise", (76, 180), (76, 136), (8, 112))
    sketch.size("going", (90, 152), (164, 152), (98, 172))
    sketch.noted("difference", 8, 30)


def edge(sketch: Sketch) -> None:
    """Draw the edge of one step, with a strip flush on top and on the face."""
    sketch.body("M8 90H220V196H8Z")
    sketch.there("M8 90H220V196", width=2.4)
    sketch.new("M146 90H220V134", width=9)
    sketch.datum("M220 18V196", 228, 192)
    sketch.size("tread", (146, 62), (220, 62), (8, 56))
    sketch.size("face", (240, 90), (240, 134), (228, 82))
    sketch.noted("back", 8, 26)


def one_step(sketch: Sketch) -> None:
    """Draw a single step from the side with a short rail beside it."""
    way = "M8 182H150V146H332"
    sketch.body(f"{way}V182Z")
    sketch.there(way)
    sketch.new("M138 146H152V158", width=6)
    sketch.datum("M60 146H250", 160, 199)
    sketch.new("M92 66H226")
    sketch.plates((104, 66), (214, 66))
    sketch.size("height", (158, 146), (158, 68), (170, 126))
    sketch.size("past", (150, 46), (226, 46), (160, 36))
    sketch.size("past", (92, 46), (150, 46), (112, 36), short=True)
    sketch.size("round", (80, 62), (80, 71), (8, 92))


def wall_rail(sketch: Sketch) -> None:
    """Draw a passage wall with a round rail at one height."""
    sketch.faint("M40 180V14M96 180V14M152 180V14", width=1)
    sketch.there("M250 180V60H312V180", width=1.6)
    sketch.floor(180)
    sketch.new("M18 90H238")
    sketch.plates((40, 90), (96, 90), (152, 90), (226, 90))
    sketch.size("height", (68, 180), (68, 93), (78, 156))
    rail_section(sketch, 168, 8)
