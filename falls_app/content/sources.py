"""Where facts come from, and who has reviewed the texts."""

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
class Review:
    """The version of the content and who reviewed it; empty while no clinician has."""

    version: str
    reviewed_by: str = ""
    reviewed_on: str = ""


@cache
def load_sources() -> dict[str, Source]:
    """Return all sources by id."""
    file = paths.resources() / "sources.toml"
    return {key: build(Source, table, file, key) for key, table in read_toml(file).items()}


@cache
def load_review() -> Review:
    """Return the version of the content and its review."""
    file = paths.resources() / "content.toml"
    return build(Review, read_toml(file), file, "content")
