"""Where facts come from, and the version of the texts."""

from dataclasses import dataclass
from functools import cache

from falls_app import paths
from falls_app.content.reading import build, read_toml


@dataclass(frozen=True, slots=True)
class Source:
    """One source. ``read`` False: known from somebody who quotes it."""

    citation: str
    year: int
    link: str
    used_for: str
    read: bool


@dataclass(frozen=True, slots=True)
class _Content:
    version: str


@cache
def load_sources() -> dict[str, Source]:
    """Return all sources by id."""
    file = paths.resources() / "sources.toml"
    return {key: build(Source, table, file, key) for key, table in read_toml(file).items()}


@cache
def content_version() -> str:
    """Return the version of everything the app says, such as "2026.11"."""
    file = paths.resources() / "content.toml"
    return build(_Content, read_toml(file), file, "content").version
