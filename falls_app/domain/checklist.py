"""What is asked: areas, checks, their answers and fixes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Answer(StrEnum):
    """What was found at one check. The value is the word used in case files."""

    SAFE = "safe"
    PARTLY = "partly"
    HAZARD = "hazard"
    NOT_HERE = "not_here"
    NO_LONGER_USED = "no_longer_used"
    NOT_SURE = "not_sure"

    @property
    def is_open(self) -> bool:
        """True if there is something to fix."""
        return self in (Answer.PARTLY, Answer.HAZARD)

    @property
    def is_dropped(self) -> bool:
        """True if the check leaves the score: the thing is not in this home, or not used."""
        return self in (Answer.NOT_HERE, Answer.NO_LONGER_USED)

    @property
    def is_known(self) -> bool:
        """False only for *not sure*, which is scored like a missing answer."""
        return self is not Answer.NOT_SURE


PLACE_AREAS = ("OUT", "GDN", "HAL", "STR", "LIV", "KIT", "BED", "BTH", "LGB")
"""Areas asked room by room."""

WHOLE_HOUSE_AREAS = ("FLR", "LGT", "FTW", "PET", "DEV", "EMG", "WTH", "HAB")
"""Areas asked once for the home, with no room."""

ASKS_WHERE = ("FLR", "LGT")
"""Whole-house areas whose findings are pinned to rooms."""

AREAS = (
    "OUT", "GDN", "HAL", "STR", "FLR", "LGT", "LIV", "KIT", "BED", "BTH", "LGB",
    "FTW", "PET", "DEV", "EMG", "WTH", "HAB",
)  # fmt: skip
"""The 17 kinds of place, in the order of the master list."""

HELP_AREA = "EMG"
"""Being found and getting help: a badge of its own, never part of the score."""

TAGS = frozenset(
    ("rail", "step", "out", "light", "contrast", "trip", "slip", "width", "xfer", "carry",
     "reach", "night", "cog", "help", "device", "foot", "pet")
)  # fmt: skip
"""Words a check carries so that a person's traits can find it."""

WEIGHTS = {
    (1, 1): 1, (1, 2): 1, (1, 3): 2,
    (2, 1): 1, (2, 2): 2, (2, 3): 3,
    (3, 1): 2, (3, 2): 3, (3, 3): 5,
}  # fmt: skip
"""Weight of a check by (likelihood, severity). Source: scoring specification, "Words"."""

CRITICAL, MAJOR = 5, 3


@dataclass(frozen=True, slots=True)
class Applies:
    """When a check makes sense: every feature present, every trait held, no ``not_traits``."""

    features: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    not_traits: tuple[str, ...] = ()

    def holds(self, features: Mapping[str, bool], traits: Iterable[str]) -> bool:
        """Return whether the rule holds. A feature nobody spoke of counts as there."""
        held = frozenset(traits)
        return (
            all(features.get(feature, True) for feature in self.features)
            and held.issuperset(self.traits)
            and held.isdisjoint(self.not_traits)
        )


@dataclass(frozen=True, slots=True)
class Measure:
    """A size worth taking. ``aim`` maps a region id to (lowest, highest) in ``unit``.

    ``checked`` is False while the size was not read in its source: it prints with "about".
    ``label`` says what is measured ("Rail above the step edge").
    """

    id: str
    unit: str
    label: str
    aim: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to do. ``cost`` 0 none, 1 under 50, 2 under 500, 3 professional, above.

    ``leads_to`` is the answer it brings: SAFE, or PARTLY for a stop-gap ("Until then").
    ``minutes`` is the work itself, without waiting. ``short`` is the step's name in lists and
    on the fridge page, verb first, at most 44 letters. ``buy`` names things for the shopping
    list. ``done_when`` tells how to know that it is done.
    """

    cost: int
    leads_to: Answer
    do: str
    short: str
    who: str
    minutes: int
    done_when: str = ""
    buy: tuple[str, ...] = ()
    drills: bool = False
    permission: bool = False
    needs_memory: bool = False
    person_can: bool = True


@dataclass(frozen=True, slots=True)
class Check:
    """One question in one place. Ids last for ever and are printed on the visit sheet.

    ``covers`` are the rows of the master list that this question settles; likelihood and
    severity (1 to 3) are those of the gravest. ``short`` is its label in lists and on the
    visit sheet; ``good`` what is already good when it is safe ("firm rails on both sides").
    ``ask_person`` is the question to the person that goes beside looking, or "". ``thing`` names
    what it needs ("stairs"): if one check says that it is not here, the others need not be asked.
    """

    id: str
    area: str
    covers: tuple[str, ...]
    question: str
    look: str
    why: str
    likelihood: int
    severity: int
    tags: tuple[str, ...]
    evidence: str
    sources: tuple[str, ...]
    picture: str
    quick: bool
    short: str
    good: str
    answers: Mapping[Answer, str]
    short_answers: Mapping[Answer, str]
    fixes: tuple[Fix, ...]
    never: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    synonyms: tuple[str, ...] = ()
    applies: Applies = Applies()
    ask_person: str = ""
    thing: str = ""

    @property
    def weight(self) -> int:
        """5 critical, 3 major, 2 moderate, 1 minor."""
        return WEIGHTS[self.likelihood, self.severity]

    @property
    def is_critical(self) -> bool:
        """True for the checks that hold a band down."""
        return self.weight == CRITICAL

    @property
    def best_fix(self) -> Fix | None:
        """The cheapest fix that leads to safe; the order of the file decides among equals."""
        return min(
            (fix for fix in self.fixes if fix.leads_to is Answer.SAFE),
            key=lambda fix: fix.cost,
            default=None,
        )

    @property
    def until_then(self) -> Fix | None:
        """The cheapest stop-gap, if there is one."""
        return min(
            (fix for fix in self.fixes if fix.leads_to is Answer.PARTLY),
            key=lambda fix: fix.cost,
            default=None,
        )


@dataclass(frozen=True)
class Checklist:
    """All checks of one content version, in walking order."""

    version: str
    checks: tuple[Check, ...]

    def __iter__(self) -> Iterator[Check]:
        return iter(self.checks)

    def __len__(self) -> int:
        return len(self.checks)

    @cached_property
    def by_id(self) -> Mapping[str, Check]:
        """Checks by their own id."""
        return {check.id: check for check in self.checks}

    @cached_property
    def by_row(self) -> Mapping[str, Check]:
        """Checks by every master-list row they settle, their own id included."""
        return {row: check for check in self.checks for row in (check.id, *check.covers)}

    def get(self, row: str) -> Check:
        """Return the check that settles ``row``. ValueError if none does."""
        try:
            return self.by_row[row]
        except KeyError:
            raise ValueError(f"There is no check “{row}”.") from None
