"""Homes, walks and people made up by hypothesis."""

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from falls_app.domain.assessment import Assessment, Finding, ListKind
from falls_app.domain.checklist import PLACE_AREAS, Answer, Applies, Check, Checklist
from falls_app.domain.home import Home, Room, Use
from falls_app.domain.person import TRAITS, Person
from falls_app.domain.scoring import Score, score
from tests.domain.making import check, fix, master_rows

FEATURES = ("tub", "pet")
ROWS = tuple(master_rows())
WITH_RULES = {"OUT05", "BTH01", "BTH02", "STR01", "DEV01", "PET02", "EMG03", "HAB04", "BED04"}
GRAVE = tuple(row for row, table in master_rows().items() if table["likelihood"] == 3)


@dataclass(frozen=True)
class Situation:
    """Everything that a score is made from."""

    checks: Checklist
    home: Home
    walk: Assessment
    people: tuple[Person, ...]
    person_score: bool = True
    declined: tuple[str, ...] = ()

    def score(self) -> Score:
        """Return the score of this situation."""
        return score(
            self.checks,
            self.home,
            self.walk,
            self.people,
            person_score=self.person_score,
            declined=self.declined,
        )

    def but(self, **changes: Any) -> "Situation":
        """Return the same situation with some parts replaced."""
        return replace(self, **changes)

    def answered(self, place: tuple[str, str | None], answer: Answer | None) -> "Situation":
        """Return the same situation with this answer there, or with none."""
        findings = {**self.walk.findings}
        if answer is None:
            findings.pop(place, None)
        else:
            old = findings.get(place) or Finding(place[0], answer, place[1])
            findings[place] = replace(old, answer=answer)
        return self.but(walk=replace(self.walk, findings=findings))


@st.composite
def checks(draw: st.DrawFn) -> Checklist:
    """Return checks made from rows of the master list, with fixes and rules of their own."""
    picked = draw(
        st.lists(
            st.sampled_from(ROWS) | st.sampled_from(GRAVE), min_size=1, max_size=14, unique=True
        )
    )
    return Checklist("test", tuple(draw(_check(row)) for row in picked))


@st.composite
def _check(draw: st.DrawFn, row: str) -> Check:
    table = master_rows()[row]
    rule = Applies()
    if row in WITH_RULES:
        traits = st.lists(st.sampled_from(list(TRAITS)), max_size=1).map(tuple)
        rule = Applies(draw(st.sampled_from([(), ("tub",), FEATURES])), draw(traits), draw(traits))
    costs = draw(st.lists(st.integers(0, 3), max_size=2))
    fixes = tuple(
        fix(cost, draw(st.sampled_from([Answer.SAFE, Answer.SAFE, Answer.PARTLY])))
        for cost in costs
    )
    return check(
        row,
        table["likelihood"],
        table["severity"],
        tags=tuple(table["tags"]),
        quick=table["quick"] or draw(st.booleans()),
        applies=rule,
        fixes=fixes,
    )


@st.composite
def homes(draw: st.DrawFn, areas: tuple[str, ...] = PLACE_AREAS) -> Home:
    """Return a home with no rooms, or with some rooms of several kinds and uses."""
    # Rooms that nothing is asked in say nothing; most lie in the areas of the checks.
    kinds = st.sampled_from(areas) | st.sampled_from(PLACE_AREAS) if areas else st.nothing()
    pairs = draw(st.lists(st.tuples(kinds, st.sampled_from(Use)), max_size=6)) if areas else []
    rooms = tuple(
        Room(f"{area.lower()}{number}", area, area, use) for number, (area, use) in enumerate(pairs)
    )
    return Home(rooms, draw(st.dictionaries(st.sampled_from(FEATURES), st.booleans())))


people = st.lists(
    st.builds(
        Person,
        traits=st.lists(st.sampled_from(list(TRAITS)), unique=True, max_size=6).map(tuple),
        fall_last_year=st.sampled_from([None, False, True]),
    ),
    max_size=2,
).map(tuple)
"""Nobody, one or two people with their traits and falls."""

answers = st.sampled_from([*Answer, Answer.SAFE, Answer.HAZARD, Answer.HAZARD, None])
"""Every answer, and none; safe and hazard more often."""


def all_places(checklist: Checklist, home: Home) -> list[tuple[str, str | None]]:
    """Return every place at which a check of the list can be answered."""
    return [
        (each.id, room)
        for each in checklist
        for room in (
            [found.id for found in home.rooms_of(each.area)]
            if each.area in PLACE_AREAS and home.rooms
            else [None]
        )
    ]


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Return a whole situation."""
    asked = draw(checks())
    areas = tuple(dict.fromkeys(each.area for each in asked if each.area in PLACE_AREAS))
    home = draw(homes(areas))
    findings = {}
    for place in all_places(asked, home):
        answer = draw(answers)
        if answer is not None:
            slipped = draw(st.integers(0, 4)) == 0
            findings[place] = Finding(place[0], answer, place[1], near_miss=slipped)
    ids = st.sampled_from([each.id for each in asked])
    return Situation(
        asked,
        home,
        Assessment("w", "2026-11-20", draw(st.sampled_from(ListKind)), findings=findings),
        draw(people),
        draw(st.booleans()),
        tuple(draw(st.lists(ids, max_size=2))),
    )
