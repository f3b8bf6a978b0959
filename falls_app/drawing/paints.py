"""The colors of a room of the house map: dark, half lit, lit."""

from typing import NamedTuple

from falls_app.content.themes import Theme, mix

TINTS = ("cream", "sage", "teal", "clay", "blue", "wood", "grey", "rose", "bulb")


class Paints(NamedTuple):
    """The colors of one room as it is now: dark, half lit or lit."""

    base: str
    ink: str
    tints: dict[str, str]
    light: float


def paints(theme: Theme, state: str) -> Paints:
    """Return the colors of a room in this state; ``light`` is how strongly its lamp shines."""
    if state == "none":
        unlit = theme["unlit"]
        return Paints(unlit, theme["unlit_ink"], dict.fromkeys(TINTS, unlit), 0)
    tints = {tint: theme[f"tint_{tint}"] for tint in TINTS}
    if state == "part":
        half = theme["lamp_half"]
        return Paints(
            half, theme["map_ink"], {tint: mix(c, half, 0.45) for tint, c in tints.items()}, 0.3
        )
    return Paints(theme["lamp"], theme["map_ink"], tints, 0.62)
