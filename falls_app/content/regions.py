"""What differs between countries: numbers to call, units, paper, prices, scoring of people."""

from dataclasses import dataclass
from functools import cache

from falls_app import paths
from falls_app.content.reading import build, read_toml
from falls_app.errors import UserError


@dataclass(frozen=True, slots=True)
class Region:
    """One country or group of countries.

    ``emergency`` and ``urgent`` are telephone numbers ("" if there is none); ``paper`` is
    "letter" or "a4", ``length`` "in" or "mm". ``person_score`` False: number and band come
    from the home alone. ``prices`` maps a cost, "0" to "3", to its words.
    """

    id: str
    name: str
    locale: str
    emergency: str
    urgent: str
    urgent_words: str
    paper: str
    length: str
    currency: str
    person_score: bool
    prices: dict[str, str]
    prices_note: str
    ot_words: str
    review: str = ""


def region_ids() -> tuple[str, ...]:
    """Return the ids of all regions there are."""
    return tuple(sorted(file.stem for file in (paths.resources() / "regions").glob("*.toml")))


@cache
def load_region(region_id: str) -> Region:
    """Return a region. UserError if there is none of this id."""
    file = paths.resources() / "regions" / f"{region_id}.toml"
    if region_id not in region_ids():
        known = ", ".join(region_ids())
        raise UserError(f"There is no region “{region_id}”.", f"Choose one of: {known}.")
    return build(Region, read_toml(file), file, region_id)
