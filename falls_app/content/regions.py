"""What differs between countries: numbers to call, units, paper, prices, goals, who helps."""

from dataclasses import dataclass
from functools import cache

from falls_app import paths
from falls_app.content.reading import build, read_toml
from falls_app.errors import UserError

ELSEWHERE = "us"
"""The region of a country that no region names."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A daily amount from ``from_age`` (years) until the next goal begins.

    ``most`` is the amount not to go over; 0 if none is known.
    """

    from_age: int
    amount: int
    most: int = 0


@dataclass(frozen=True, slots=True)
class Goals:
    """Goals for a nutrient, youngest first, its advice in ``words`` and the sources of both.

    Only what a source says: with no goal the app says "ask your pharmacist"; ``words`` may be "".
    """

    women: tuple[Goal, ...] = ()
    men: tuple[Goal, ...] = ()
    words: str = ""
    sources: tuple[str, ...] = ()

    def goal(self, sex: str, age: int | None) -> Goal | None:
        """Return the goal of a person: ``sex`` "female", "male" or another word, age in years.

        None where none is known, and where it hangs on a sex or an age that is not known.
        """
        by_sex = {"female": (self.women,), "male": (self.men,)}.get(sex, (self.women, self.men))
        possible = [goal for goals in by_sex for goal in _at(goals, age)]
        figures = {(goal.amount, goal.most) for goal in possible}
        return possible[0] if len(figures) == 1 else None


def _at(goals: tuple[Goal, ...], age: int | None) -> tuple[Goal, ...]:
    """Return the one goal of this age, or none; every one if the age is not known."""
    if age is None:
        return goals
    return tuple(goal for goal in goals if goal.from_age <= age)[-1:]


@dataclass(frozen=True, slots=True)
class Help:
    """Somebody who pays or helps: ``who`` is a name (never translated), ``what`` a sentence."""

    who: str
    what: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """One country or group of countries.

    ``emergency`` and ``urgent`` are telephone numbers ("" if there is none); ``urgent_words`` says
    whom to ring the same day. ``countries`` are ISO codes. ``paper`` is "letter" or "a4",
    ``length`` "in" or "mm"; ``sizes_like`` is the region whose sizes to aim for are used.
    ``person_score`` False: number and band come from the home alone. ``prices`` maps a cost, "0"
    to "3", to its words.

    Known from a source, or empty: ``calcium`` in milligrams and ``vitamin_d`` in micrograms a day;
    ``bone_scan``, who is offered one ("": "ask the doctor"); ``helps``, who pays or helps.
    ``sources`` are those of the numbers and of ``bone_scan``.
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
    sizes_like: str
    countries: tuple[str, ...] = ()
    calcium: Goals = Goals()
    vitamin_d: Goals = Goals()
    bone_scan: str = ""
    helps: tuple[Help, ...] = ()
    sources: tuple[str, ...] = ()
    review: str = ""


def region_ids() -> tuple[str, ...]:
    """Return the ids of all regions, sorted: so are, in English, their names."""
    return tuple(sorted(file.stem for file in (paths.resources() / "regions").glob("*.toml")))


@cache
def load_region(region_id: str) -> Region:
    """Return a region. UserError if there is none of this id."""
    file = paths.resources() / "regions" / f"{region_id}.toml"
    if region_id not in region_ids():
        known = ", ".join(region_ids())
        raise UserError(f"There is no region “{region_id}”.", f"Choose one of: {known}.")
    return build(Region, read_toml(file), file, region_id)


def region_of(country: str) -> str:
    """Return the id of the region of a country, an ISO code such as "GB"."""
    # Most regions are called as their country: then one file is read, and not all of them.
    by_name = sorted(region_ids(), key=lambda each: each != country.lower())
    known = (each for each in by_name if country in load_region(each).countries)
    return next(known, ELSEWHERE) if country else ELSEWHERE
