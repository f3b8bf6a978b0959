"""The words of the traits: chips, reasons and explanations."""

from dataclasses import dataclass
from functools import cache

from falls_app import paths
from falls_app.content.reading import build, read_tables


@dataclass(frozen=True, slots=True)
class TraitWords:
    """How a trait is spoken of. ``because`` completes "Moved up because of: …"."""

    id: str
    chip: str
    because: str
    explain: str
    chip_you: str = ""


@cache
def load_traits() -> dict[str, TraitWords]:
    """Return the words of every trait by its id, in the order in which they are asked."""
    file = paths.resources() / "profile.toml"
    (tables,) = read_tables(file, "trait")
    words = [build(TraitWords, each, file, each.get("id", "trait")) for each in tables]
    return {each.id: each for each in words}
