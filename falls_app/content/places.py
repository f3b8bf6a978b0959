"""Names of areas, kinds of room to choose from, and features of a home."""

from dataclasses import dataclass, field
from functools import cache

from falls_app import paths
from falls_app.content.reading import build, read_tables


@dataclass(frozen=True, slots=True)
class AreaName:
    """How an area is called: as a title, inside a sentence ("the stairs"), and its icon."""

    id: str
    name: str
    lower: str
    icon: str


@dataclass(frozen=True, slots=True)
class RoomKind:
    """A chip on the page of rooms. ``default`` lists the shapes in which it is ticked at first.

    ``floor`` maps a shape ("three", "two", "one", "flat") to the floor the room starts on.
    """

    id: str
    area: str
    name: str
    group: str
    drawing: str
    floor: dict[str, int]
    default: tuple[str, ...] = ()
    several: bool = False


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that a home has or has not, which decides whether checks are asked.

    ``usual`` says whether most homes have it: its chip is ticked from the start.
    ``usual_in`` maps the shapes of home ("three", "two", "one", "flat") where it is otherwise.
    """

    id: str
    chip: str
    usual: bool = True
    usual_in: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Places:
    """Everything that ``rooms.toml`` says."""

    areas: dict[str, AreaName]
    kinds: dict[str, RoomKind]
    features: tuple[Feature, ...]


@cache
def load_places() -> Places:
    """Return the names of areas, kinds of room and features."""
    file = paths.resources() / "rooms.toml"
    named, chosen, had = read_tables(file, "area", "kind", "feature")
    areas = [build(AreaName, table, file, table.get("id", "area")) for table in named]
    kinds = [build(RoomKind, table, file, table.get("id", "kind")) for table in chosen]
    features = [build(Feature, table, file, table.get("id", "feature")) for table in had]
    return Places(
        {area.id: area for area in areas}, {kind.id: kind for kind in kinds}, tuple(features)
    )
