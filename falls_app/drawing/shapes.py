"""The signs that map, plan and paper share: state signs, badges, the logo; and the score."""

import math
from typing import Literal

from falls_app.content.themes import Theme
from falls_app.drawing.score import Box, band_line, dial, score_bar
from falls_app.drawing.surface import Surface

__all__ = [
    "Box", "State", "badge", "band_line", "dial", "logo", "score_bar", "state_shape",
]  # fmt: skip

State = Literal["ok", "some", "fix", "unsure", "na", "none", "part"]


def state_shape(
    surface: Surface,
    theme: Theme,
    state: State,
    cx: float,
    cy: float,
    radius: float,
    *,
    number: float | None = None,
    filled: bool = True,
) -> None:
    """Draw the sign of a state: circle, square, diamond, question, slashed or broken ring.

    ``number`` stands inside a square or diamond; for "part" it is the share done, 0 to 1.
    """
    surface.push(cx, cy, radius / 12)
    match state:
        case "ok":
            _disc(surface, theme, "ok", filled)
            surface.path("M-5.4 .6L-1.4 4.3L5.8 -4.1", stroke=_sign(theme, "ok", filled), width=2.9)
        case "some":
            _square(surface, theme, number, filled)
        case "fix":
            _diamond(surface, theme, number, filled)
        case "unsure":
            _disc(surface, theme, "unsure", filled)
            _question(surface, _sign(theme, "unsure", filled))
        case "na":
            surface.circle(0, 0, 12, stroke=theme["na_solid"])
            surface.path("M-8.2 8.2L8.2 -8.2", stroke=theme["na_solid"])
        case "none":
            surface.circle(0, 0, 11.5, stroke=theme["ink3"], width=1.8, dash=(3, 3.4))
        case "part":
            _ring(surface, theme, 0.5 if number is None else number)
    surface.pop()


def badge(
    surface: Surface,
    theme: Theme,
    state: State,
    cx: float,
    cy: float,
    *,
    scale: float = 1.0,
    number: int = 0,
    share: float = 0.0,
    unsure: bool = False,
) -> None:
    """Draw the sign of a room, 13 units in radius, with a rim that lifts it off the picture.

    ``number`` is how many there are to fix, ``share`` how much is done; ``unsure`` adds the
    question bubble.
    """
    surface.push(cx, cy, scale)
    rim = theme["surface"]
    match state:
        case "some":
            surface.rect(-13.2, -13.2, 26.4, 26.4, 6, fill=rim)
        case "fix":
            surface.path("M0 -17.5L17.5 0L0 17.5L-17.5 0Z", fill=rim, stroke=rim, width=3)
        case _:
            surface.circle(0, 0, 13, fill=rim)
    inside = share if state == "part" else number or None
    state_shape(surface, theme, state, 0, 0, 11.5, number=inside)
    if unsure and state != "none":
        surface.circle(15, -11, 8.5, fill=theme["unsure_solid"], stroke=rim, width=2)
        surface.push(15, -11, 0.62)
        _question(surface, theme["on_unsure"], width=3.2)
        surface.pop()
    surface.pop()


def logo(surface: Surface, theme: Theme, size: float) -> None:
    """Draw the house with the tick, with its upper left corner at 0, 0."""
    line = theme["on_primary"]
    surface.push(0, 0, size / 36)
    surface.rect(0, 0, 36, 36, 10, fill=theme["primary"])
    surface.path("M7 18.5L18 8.5L29 18.5M10.5 17V27.5H25.5V17", stroke=line, width=2.8)
    tick = line if theme.is_dark else theme["glow"]
    surface.path("M14 22L17 25L22.5 18.5", stroke=tick, width=2.8)
    surface.pop()


def _sign(theme: Theme, state: str, filled: bool) -> str:
    return theme[f"on_{state}"] if filled else theme[f"{state}_solid"]


def _disc(surface: Surface, theme: Theme, state: str, filled: bool) -> None:
    color = theme[f"{state}_solid"]
    surface.circle(0, 0, 12, fill=color if filled else None, stroke=color)


def _square(surface: Surface, theme: Theme, number: float | None, filled: bool) -> None:
    fill = theme["some_solid"] if filled else None
    surface.rect(-11, -11, 22, 22, 4, fill=fill, stroke=theme["some_edge"])
    color = theme["on_some"] if filled else theme["some"]
    if number is None:
        surface.path("M-5 0H5", stroke=color, width=3.1)
    else:
        _number(surface, number, color, 15.4)


def _diamond(surface: Surface, theme: Theme, number: float | None, filled: bool) -> None:
    color = theme["fix_solid"]
    fill = color if filled else None
    surface.path("M0 -14.6L14.6 0L0 14.6L-14.6 0Z", fill=fill, stroke=color)
    if number is None:
        surface.path("M0 -6V1.4M0 6.3V6.4", stroke=_sign(theme, "fix", filled), width=3.1)
    else:
        _number(surface, number, _sign(theme, "fix", filled), 14.6)


def _number(surface: Surface, number: float, color: str, size: float) -> None:
    words = f"{number:g}"
    size *= 1 if len(words) == 1 else 0.82
    surface.text(0, size * 0.35, words, size=size, weight=700, color=color, anchor="middle")


def _question(surface: Surface, color: str, width: float = 2.6) -> None:
    # A path, not a letter: the sign has the same shape in every font and on paper.
    surface.path("M-3.9 -3.6A3.9 3.9 0 1 1 1.9 .1Q0 1.2 0 3.2M0 7V7.05", stroke=color, width=width)


def _ring(surface: Surface, theme: Theme, share: float) -> None:
    share = max(0.08, min(0.96, share))
    angle = 2 * math.pi * share
    end_x, end_y = 10.5 * math.sin(angle), -10.5 * math.cos(angle)
    surface.circle(0, 0, 10.5, stroke=theme["track"], width=4)
    arc = f"M0 -10.5A10.5 10.5 0 {int(share > 0.5)} 1 {end_x:.2f} {end_y:.2f}"
    surface.path(arc, stroke=theme["primary"], width=4)
    surface.circle(0, 0, 3, fill=theme["primary"])
