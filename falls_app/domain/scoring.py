"""How well the home is set up. A checklist score: not a validated scale and not a prediction.

Source: scoring specification. It orders fixes and shows progress; the list is the product.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from falls_app.domain.asking import Asked, asked
from falls_app.domain.assessment import Assessment, Place
from falls_app.domain.checklist import CRITICAL, HELP_AREA, MAJOR, Answer, Checklist
from falls_app.domain.home import Home, Use
from falls_app.domain.person import Person
from falls_app.domain.ranking import AMOUNT, Pull, Ranked, priority, pulls, ranked

PENALTY = {5: 0.30, 3: 0.15, 2: 0.08, 1: 0.04}
"""Share of the area score that an open check of this weight takes."""

MOST_PENALTY = 0.60

AREA_WEIGHTS = {"BTH": 3, "STR": 3, "BED": 2, "FLR": 2, "LGT": 2, "OUT": 2}
"""Areas that count more than once in the mean."""

ENOUGH_FOR_A_NUMBER, ENOUGH = 60.0, 85.0
"""Percent looked at below which no number shows, and below which it is provisional."""

STRONG = 7.5
_HAIR = 1e-9


class Band(StrEnum):
    """How steady the home is, in four steps."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


FLOORS = {Band.A: 90.0, Band.B: 75.0, Band.C: 60.0, Band.D: 0.0}
"""Lowest score of each band."""

TOPS = {Band.A: 100.0, Band.B: 89.0, Band.C: 74.0, Band.D: 59.0}
"""Highest number that is ever shown with each band."""


class HelpReadiness(StrEnum):
    """Whether help can be called and can come in."""

    NOT_LOOKED_AT = "not_looked_at"
    NOT_READY = "not_ready"
    NEARLY_READY = "nearly_ready"
    READY = "ready"


class GateKind(StrEnum):
    """What shuts a gate: the weightiest checks, weighty ones, or such that weigh extra here."""

    CRITICAL = "critical"
    MAJOR = "major"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Gate:
    """The best band that open checks allow, and the checks that say so."""

    band: Band
    kind: GateKind
    checks: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class AreaScore:
    """One area, 0 to 100, unknown checks as safe. ``fit`` is None without traits."""

    home: float
    fit: float | None


@dataclass(frozen=True, slots=True)
class Score:
    """Everything the scoring knows about one walk.

    ``home`` and ``fit`` count unknown checks as safe, ``_low`` as hazards; all are 0 to 100 and
    None while nothing is known (``fit`` also without traits). ``areas`` shows every area with
    a check that applies. ``completeness`` is a percentage.
    ``band`` and ``shown`` are None below 60 % looked at. ``held_by`` are the ids that lowered
    the band; ``ranked`` the open findings in plan order. ``earned`` is the band that the score
    alone would give, ``gates`` the shut gates that hold it lower, none if it is the band shown.
    """

    home: float | None
    home_low: float | None
    fit: float | None
    fit_low: float | None
    areas: Mapping[str, AreaScore]
    completeness: float
    provisional: bool
    band: Band | None
    shown: int | None
    held_by: tuple[str, ...]
    help_readiness: HelpReadiness
    ranked: tuple[Ranked, ...]
    places: tuple[Asked, ...] = field(repr=False, default=())
    earned: Band | None = None
    gates: tuple[Gate, ...] = field(repr=False, default=())

    def open_range(self, *, person_score: bool) -> tuple[int, int] | None:
        """Return the numbers between which the score lies while answers are missing.

        None if both ends are the same, or if open checks hold ``shown`` below its own range.
        """
        fits = person_score and self.fit is not None
        low, high = (self.fit_low, self.fit) if fits else (self.home_low, self.home)
        if low is None or high is None or self.shown is None:
            return None
        ends = int(low + 0.5), int(high + 0.5)
        return ends if ends[0] == self.shown and ends[1] > ends[0] else None


def score(
    checklist: Checklist,
    home: Home,
    assessment: Assessment,
    people: Sequence[Person],
    *,
    person_score: bool = True,
    declined: Collection[str] = (),
) -> Score:
    """Score one walk for the people who live in the home.

    ``person_score`` False (a rule of the region) takes number and band from the home alone.
    ``declined`` are ids of checks whose step the person turned down: they stay in the score but
    are not named in ``held_by``. ValueError names a check that is unknown or out of place.
    """
    traits = frozenset().union(*(person.all_traits for person in people))
    places = asked(checklist, home, assessment, traits)
    scored = [each for each in places if each.check.area != HELP_AREA and not each.is_dropped]
    complete = _completeness(scored)
    pulled = pulls(places, people)
    ends: tuple[float | None, float | None, float | None, float | None] = (None,) * 4
    if any(each.is_known for each in scored):
        ends = _ends(scored, pulled, fits=bool(traits))
    low = ends[3] if traits and person_score else ends[1]
    earned: Band | None = None
    gates: tuple[Gate, ...] = ()
    if low is not None and complete + _HAIR >= ENOUGH_FOR_A_NUMBER:
        earned, gates = _band(low, scored, pulled)
    band = gates[0].band if gates else earned
    held = {each.check.id for gate in gates for each in gate.checks}
    return Score(
        *ends,
        areas=_areas(scored, pulled, fits=bool(traits)),
        completeness=complete,
        provisional=complete + _HAIR < ENOUGH or _unknown_critical(scored),
        band=band,
        shown=_shown(low, band),
        held_by=tuple(sorted(held - set(declined))),
        help_readiness=help_readiness(places, checklist, people),
        ranked=ranked(places, pulled, people),
        places=places,
        earned=earned,
        gates=gates,
    )


def _completeness(scored: Iterable[Asked]) -> float:
    known = whole = 0
    for each in scored:
        whole += each.check.weight
        known += each.check.weight * each.is_known
    return 100.0 * known / whole if whole else 0.0


def _unknown_critical(scored: Iterable[Asked]) -> bool:
    return any(each.check.is_critical and not each.is_known for each in scored)


def _left(each: Asked, strength: float, *, unknown: float) -> float:
    """Return the share of steadiness that one check leaves. Unknown checks take ``unknown``."""
    amount = AMOUNT[each.finding.answer] if each.finding and each.is_known else unknown
    share = min(MOST_PENALTY, PENALTY[each.check.weight] * strength)
    return 1.0 - share * amount * each.use.share


def _products(
    scored: Iterable[Asked], pulled: Mapping[Place, Pull], *, unknown: float, fits: bool
) -> dict[str, float]:
    areas: dict[str, float] = defaultdict(lambda: 1.0)
    for each in scored:
        strength = pulled[each.place].strength if fits else 1.0
        areas[each.check.area] *= _left(each, strength, unknown=unknown)
    return {area: 100.0 * left for area, left in areas.items()}


def weakest_areas(result: Score, *, person_score: bool, most: int = 3) -> tuple[str, ...]:
    """Return the areas that take most from the home score by what is open, the worst first."""
    lost = {
        area: AREA_WEIGHTS.get(area, 1) * (100.0 - value)
        for area, each in result.areas.items()
        if (value := each.fit if person_score and each.fit is not None else each.home) < 100.0
    }
    return tuple(sorted(lost, key=lambda area: (-lost[area], area))[:most])


def _areas(
    scored: Sequence[Asked], pulled: Mapping[Place, Pull], *, fits: bool
) -> dict[str, AreaScore]:
    plain = _products(scored, pulled, unknown=0.0, fits=False)
    fitted = _products(scored, pulled, unknown=0.0, fits=True) if fits else {}
    return {area: AreaScore(plain[area], fitted.get(area)) for area in plain}


def _mean(areas: Mapping[str, float]) -> float:
    weights = {area: AREA_WEIGHTS.get(area, 1) for area in areas}
    return math.fsum(areas[area] * weights[area] for area in areas) / sum(weights.values())


def _ends(
    scored: Sequence[Asked], pulled: Mapping[Place, Pull], *, fits: bool
) -> tuple[float, float, float | None, float | None]:
    def end(unknown: float, *, fits: bool) -> float:
        return _mean(_products(scored, pulled, unknown=unknown, fits=fits))

    home, home_low = end(0.0, fits=False), end(1.0, fits=False)
    if not fits:
        return home, home_low, None, None
    return home, home_low, end(0.0, fits=True), end(1.0, fits=True)


def _gates(scored: Iterable[Asked], pulled: Mapping[Place, Pull]) -> list[Gate]:
    """Return every gate that is shut. Unknown counts as hazard; rarely used rooms never gate."""
    gating = [each for each in scored if each.use is not Use.RARELY]
    hazards = [each for each in gating if not each.is_known or each.answer is Answer.HAZARD]
    critical = [each for each in hazards if each.check.weight == CRITICAL]
    major = [each for each in hazards if each.check.weight == MAJOR]
    strong = [
        each
        for each in critical
        if priority(each, pulled[each.place].strength, 1.0) + _HAIR >= STRONG
    ]
    open_critical = [
        each for each in gating if each.check.is_critical and (each.is_open or not each.is_known)
    ]
    rules = (
        (Band.B, GateKind.CRITICAL, open_critical, 1),
        (Band.B, GateKind.MAJOR, major, 4),
        (Band.C, GateKind.CRITICAL, critical, 2),
        (Band.C, GateKind.STRONG, strong, 1),
        (Band.C, GateKind.MAJOR, major, 8),
        (Band.D, GateKind.CRITICAL, critical, 4),
        (Band.D, GateKind.STRONG, strong, 3),
    )
    return [
        Gate(band, kind, tuple(found)) for band, kind, found, least in rules if len(found) >= least
    ]


def _band(
    low: float, scored: Iterable[Asked], pulled: Mapping[Place, Pull]
) -> tuple[Band, tuple[Gate, ...]]:
    """Return the band that the score alone gives, and the gates that hold it lower, if any."""
    earned = next(band for band in Band if low + _HAIR >= FLOORS[band])
    gates = _gates(scored, pulled)
    held_at = max((gate.band for gate in gates), default=Band.A)
    if held_at <= earned:
        return earned, ()
    return earned, tuple(gate for gate in gates if gate.band is held_at)


def _shown(low: float | None, band: Band | None) -> int | None:
    if low is None or band is None:
        return None
    return math.floor(min(low, TOPS[band]) + 0.5 + _HAIR)


def help_readiness(
    places: Iterable[Asked], checklist: Checklist, people: Sequence[Person]
) -> HelpReadiness:
    """Return the badge of its own for being found and getting help."""
    asked_here = {
        each.check.id: each
        for each in places
        if each.check.area == HELP_AREA and not each.is_dropped
    }

    def of(*rows: str) -> list[Asked]:
        ids = {checklist.by_row[row].id for row in rows if row in checklist.by_row}
        return [asked_here[check] for check in sorted(ids) if check in asked_here]

    if any(not each.is_known for each in of("EMG01", "EMG02")):
        return HelpReadiness.NOT_LOOKED_AT
    alone = any("lives_alone" in person.traits for person in people)
    deciding = of("EMG01", "EMG02", "EMG07", *(("EMG03",) if alone else ()))
    if any(each.is_open for each in deciding):
        return HelpReadiness.NOT_READY
    if all(each.is_known and not each.is_open for each in asked_here.values()):
        return HelpReadiness.READY
    return HelpReadiness.NEARLY_READY
