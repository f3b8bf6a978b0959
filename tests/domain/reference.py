"""The scoring specification once more, slow and plain, in exact fractions.

Written from the page alone and never from ``falls_app.domain``: where the two differ, one of
them is wrong. Takes the domain's values, reads only their plain fields, knows no helper of theirs.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

WEIGHT = {
    "11": 1, "12": 1, "13": 2,
    "21": 1, "22": 2, "23": 3,
    "31": 2, "32": 3, "33": 5,
}  # fmt: skip
PENALTY = {5: Fraction(30, 100), 3: Fraction(15, 100), 2: Fraction(8, 100), 1: Fraction(4, 100)}
USE = {"daily": Fraction(1), "weekly": Fraction(1, 2), "rarely": Fraction(1, 5)}
AMOUNT = {"safe": Fraction(0), "partly": Fraction(1, 2), "hazard": Fraction(1)}
AREA_WEIGHT = {"BTH": 3, "STR": 3, "BED": 2, "FLR": 2, "LGT": 2, "OUT": 2}
WHOLE_HOUSE = {"FLR", "LGT", "FTW", "PET", "DEV", "EMG", "WTH", "HAB"}
HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)
BONUS = {
    "walking_aid": {HALF: "width step rail carry", QUARTER: "trip slip device"},
    "weak_legs": {HALF: "xfer", QUARTER: "rail step reach"},
    "low_vision": {HALF: "light contrast", QUARTER: "trip step"},
    "memory": {HALF: "cog", QUARTER: "night help device trip"},
    "night_toilet": {HALF: "night"},
    "dizzy": {HALF: "xfer", QUARTER: "night rail reach"},
    "numb_feet": {HALF: "foot", QUARTER: "trip slip step"},
    "wheelchair": {HALF: "width xfer", QUARTER: "reach device"},
    "helped": {HALF: "xfer width device"},
    "lives_alone": {HALF: "help"},
    "spine_fracture": {HALF: "reach carry", QUARTER: "xfer"},
}
INJURY = {
    "osteoporosis": {3: Fraction(1, 4), 2: Fraction(1, 8)},
    "blood_thinner": {3: Fraction(15, 100), 2: Fraction(75, 1000)},
}
EFFORT = {0: 1, 1: Fraction(3, 2), 2: 3, 3: 6}
MEMORY_FIRST = {"BED07", "KIT08", "BTH17", "EMG07", "HAB08"}


@dataclass
class Question:
    """A check in one place with its answer ("unknown" if there is none)."""

    check: object
    room: str | None
    use: str
    answer: str
    near_miss: bool

    @property
    def weight(self) -> int:
        return WEIGHT[f"{self.check.likelihood}{self.check.severity}"]

    @property
    def dropped(self) -> bool:
        return self.answer in ("not_here", "no_longer_used")

    @property
    def unknown(self) -> bool:
        return self.answer == "unknown"


def reference(checks, home, walk, people, *, person_score=True, declined=()):
    """Return what ``falls-app score`` prints, in fractions."""
    held = [_with_osteoporosis(person.traits) for person in people]
    asked = _asked(checks, home, walk, set().union(*held))
    counted = [one for one in asked if one.check.area != "EMG" and not one.dropped]
    known = any(not one.unknown for one in counted)
    traits = any(held)

    def mean(unknown: int, fit: bool) -> Fraction | None:
        return _mean(_areas(counted, held, unknown, fit)) if known else None

    home_score, home_low = mean(0, False), mean(1, False)
    fit, fit_low = (mean(0, True), mean(1, True)) if traits else (None, None)
    complete = _completeness(counted)
    low = fit_low if traits and person_score else home_low
    band = shown = None
    names = []
    if known and complete >= 60:
        band, names = _band(low, counted, held)
        top = {"A": 100, "B": 89, "C": 74, "D": 59}[band]
        shown = floor(min(low, Fraction(top)) + HALF)
    plain, fitted = _areas(counted, held, 0, False), _areas(counted, held, 0, True)
    return {
        "home": home_score,
        "home_low": home_low,
        "fit": fit,
        "fit_low": fit_low,
        "areas": {
            area: {"home": plain[area], "fit": fitted[area] if traits else None} for area in plain
        },
        "completeness": complete,
        "provisional": complete < 85
        or any(one.unknown and one.weight == 5 for one in counted),
        "band": band,
        "shown": shown,
        "held_by": sorted(set(names) - set(declined)),
        "help_readiness": _help(asked, held),
        "steps": _steps(asked, held, people),
    }  # fmt: skip


def _with_osteoporosis(traits) -> set:
    return set(traits) | ({"osteoporosis"} if "spine_fracture" in traits else set())


def _asked(checks, home, walk, traits) -> list[Question]:
    places = []
    for check in checks:
        applies = (
            all(home.features.get(feature, True) for feature in check.applies.features)
            and all(trait in traits for trait in check.applies.traits)
            and not any(trait in traits for trait in check.applies.not_traits)
        )
        if applies and (walk.list == "full" or check.quick):
            places += [(check, room) for room in _rooms(check, home, walk.list)]
    there = {(check.id, room) for check, room in places}
    by_id = {check.id: check for check in checks}
    for finding in walk.findings.values():
        if (finding.check, finding.room) not in there:
            places.append((by_id[finding.check], finding.room))
    use = {room.id: str(room.use) for room in home.rooms}
    given = {(finding.check, finding.room): finding for finding in walk.findings.values()}
    questions = []
    for check, room in places:
        finding = given.get((check.id, room))
        answer = "unknown" if finding is None or finding.answer == "not_sure" else finding.answer
        slipped = finding is not None and finding.near_miss
        questions.append(Question(check, room, use.get(room, "daily"), str(answer), slipped))
    return questions


def _rooms(check, home, kind) -> list[str | None]:
    if check.area in WHOLE_HOUSE or len(home.rooms) == 0:
        return [None]
    rooms = [room for room in home.rooms if room.area == check.area]
    if kind == "quick":
        for use in ("daily", "weekly", "rarely"):
            for room in rooms:
                if room.use == use:
                    return [room.id]
    return [room.id for room in rooms]


def _pull(one: Question, held) -> Fraction:
    """Return the largest m·f of the people; somebody without traits if nobody is named."""
    largest = Fraction(0)
    for traits in held or [set()]:
        m = 1 + (HALF if one.near_miss else 0)
        f = Fraction(1)
        for trait in traits:
            m += max(
                (
                    bonus
                    for bonus, tags in BONUS.get(trait, {}).items()
                    for tag in tags.split()
                    if tag in one.check.tags
                ),
                default=0,
            )
            f += INJURY.get(trait, {}).get(one.check.severity, 0)
        largest = max(largest, min(Fraction(2), m) * min(Fraction(14, 10), f))
    return largest


def _areas(counted, held, unknown: int, fit: bool) -> dict[str, Fraction]:
    areas: dict[str, Fraction] = {}
    for one in counted:
        share = PENALTY[one.weight]
        if fit:
            share = min(Fraction(60, 100), share * _pull(one, held))
        amount = unknown if one.unknown else AMOUNT[one.answer]
        area = one.check.area
        areas[area] = areas.get(area, Fraction(100)) * (1 - share * amount * USE[one.use])
    return areas


def _mean(areas) -> Fraction:
    total = sum(score * AREA_WEIGHT.get(area, 1) for area, score in areas.items())
    return total / sum(AREA_WEIGHT.get(area, 1) for area in areas)


def _completeness(counted) -> Fraction:
    whole = sum(one.weight for one in counted)
    if not whole:
        return Fraction(0)
    return Fraction(100 * sum(one.weight for one in counted if not one.unknown), whole)


def _band(low, counted, held) -> tuple[str, list[str]]:
    earned = "A" if low >= 90 else "B" if low >= 75 else "C" if low >= 60 else "D"
    gating = [one for one in counted if one.use != "rarely"]
    bad = [one for one in gating if one.unknown or one.answer == "hazard"]
    criticals = [one for one in bad if one.weight == 5]
    majors = [one for one in bad if one.weight == 3]
    strong = [
        one for one in criticals if one.weight * _pull(one, held) * USE[one.use] >= Fraction(75, 10)
    ]
    open_criticals = criticals + [
        one for one in gating if one.weight == 5 and one.answer == "partly"
    ]
    gates: dict[str, list[Question]] = {"B": [], "C": [], "D": []}
    if open_criticals:
        gates["B"] += open_criticals
    if len(majors) >= 4:
        gates["B"] += majors
    if len(criticals) >= 2:
        gates["C"] += criticals
    if strong:
        gates["C"] += strong
    if len(majors) >= 8:
        gates["C"] += majors
    if len(criticals) >= 4:
        gates["D"] += criticals
    if len(strong) >= 3:
        gates["D"] += strong
    held_at = "D" if gates["D"] else "C" if gates["C"] else "B" if gates["B"] else "A"
    if held_at > earned:
        return held_at, [one.check.id for one in gates[held_at]]
    return earned, []


def _help(asked, held) -> str:
    areas = [one for one in asked if one.check.area == "EMG" and not one.dropped]

    def rows(*ids: str) -> list[Question]:
        return [one for one in areas if {one.check.id, *one.check.covers} & set(ids)]

    alone = any("lives_alone" in traits for traits in held)
    if any(one.unknown for one in rows("EMG01", "EMG02")):
        return "not_looked_at"
    deciding = rows("EMG01", "EMG02", "EMG07") + (rows("EMG03") if alone else [])
    if any(one.answer in ("partly", "hazard") for one in deciding):
        return "not_ready"
    return "ready" if all(one.answer == "safe" for one in areas) else "nearly_ready"


def _steps(asked, held, people) -> list[dict]:
    fell = any(person.fall_last_year for person in people)
    forgets = any("memory" in traits for traits in held)
    now, soon = (4, 2) if fell else (5, Fraction(5, 2))
    steps = []
    for one in asked:
        if one.answer not in ("partly", "hazard"):
            continue
        priority = one.weight * _pull(one, held) * AMOUNT[one.answer] * USE[one.use]
        tier = "now" if priority >= now else "soon" if priority >= soon else "later"
        if forgets and MEMORY_FIRST & {one.check.id, *one.check.covers}:
            tier = "now"
        efforts = [EFFORT[fix.cost] for fix in one.check.fixes if fix.leads_to == "safe"]
        order = (
            ("now", "soon", "later").index(tier),
            -priority,
            min(efforts, default=6),
            one.check.id,
            one.room or "",
        )
        steps.append((order, one.check.id, one.room, priority, tier))
    return [
        {"check": check, "room": room, "priority": priority, "tier": tier}
        for _order, check, room, priority, tier in sorted(steps)
    ]
