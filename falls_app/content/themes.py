"""Themes: the colors of windows, house map and illustrations, by name."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from falls_app import paths

THEMES = ("light", "dark", "high-contrast")
STATES = ("ok", "some", "fix", "flag", "unsure", "na")
_WORDS = """
    paper surface sunken hover line edge ink ink2 ink3
    primary primary_hover primary_soft on_primary link focus focus_gap some_edge track
    lamp lamp_half glow unlit unlit_ink map_ink map_line sky sky_low cloud star ground
    stone leaf trunk apple roof wall shadow
    tint_cream tint_sage tint_teal tint_clay tint_blue tint_wood tint_grey tint_rose tint_bulb
"""
TOKENS = frozenset(_WORDS.split()) | {
    token for state in STATES for token in (state, f"{state}_bg", f"{state}_solid", f"on_{state}")
}
_COLOR = re.compile(r"#[0-9A-F]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colors by token: ``theme["ink"]`` is ``"#1E2A2D"`` by day.

    ``art`` maps a color of the day illustrations to its color in this theme; empty = unchanged.
    """

    name: str
    tokens: Mapping[str, str]
    art: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, token: str) -> str:
        return self.tokens[token]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark window."""
        return int(self["paper"][1:3], 16) < 128


@cache
def load_theme(name: str) -> Theme:
    """Return the theme "light", "dark" or "high-contrast".

    Raises ``ValueError`` that names file and key if a token is missing, extra or no color.
    """
    if name not in THEMES:
        raise ValueError(f"unknown theme {name!r}; there are {', '.join(THEMES)}")
    return read_theme(paths.resources() / "themes" / f"{name}.toml")


def read_theme(path: Path) -> Theme:
    """Return the theme in this file; see ``load_theme`` for what it refuses."""
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    name, art = table.pop("name", None), table.pop("art", {})
    if name != path.stem:
        raise ValueError(f"{path.name}: name: {name!r} is not {path.stem!r}")
    if wrong := sorted(TOKENS ^ table.keys()):
        problem = "is missing" if wrong[0] in TOKENS else "is not a token"
        raise ValueError(f"{path.name}: {wrong[0]}: {problem}")
    for key, color in (*table.items(), *art.items(), *zip(art, art, strict=True)):
        if not isinstance(color, str) or not _COLOR.fullmatch(color):
            raise ValueError(f"{path.name}: {key}: {color!r} is not a color like #1E2A2D")
    return Theme(name, MappingProxyType(table), MappingProxyType(art))


def mix(color: str, other: str, share: float) -> str:
    """Return ``color`` moved towards ``other``: 0 leaves it as it is, 1 is the other."""
    pairs = zip(bytes.fromhex(color[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)
