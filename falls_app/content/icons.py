"""Icons by name, as SVG paths on a 24 px grid."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from falls_app import paths


@cache
def load_icons() -> Mapping[str, str]:
    """Return the path of every icon: 2 px lines with round ends, never filled."""
    text = (paths.resources() / "icons" / "icons.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))
