"""Short ways to make checks, homes and walks for tests."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from falls_app.domain.assessment import Assessment, Case, Finding, ListKind
from falls_app.domain.bones import Bones
from falls_app.domain.checklist import Answer, Applies, Check, Checklist, Fix
from falls_app.domain.home import Home, Room, Use
from falls_app.domain.person import Person
from falls_app.domain.scoring import Score, score
from falls_app.domain.screening.asking_doctors import QuestionBank
from falls_app.domain.screening.bone_check import BoneCheck, BoneStep
from falls_app.domain.screening.bone_items import BoneItems
from falls_app.domain.screening.calcium import FoodTable
from falls_app.domain.screening.catalogue import Catalogue
from falls_app.domain.screening.diary import Diary
from falls_app.domain.screening.falls_questions import FallsQuestions
from falls_app.domain.screening.flag_screen import FlagScreen
from falls_app.domain.screening.function_tests import FunctionTests
from falls_app.domain.screening.height import HeightWords, KnownBreak
from falls_app.domain.screening.injection import InjectionWords
from falls_app.domain.screening.medicines import MedicineList
from falls_app.domain.screening.movement import Movements
from falls_app.domain.screening.recovery import Recovery
from falls_app.domain.screening.red_flags import EmergencyPage, RedFlags
from falls_app.domain.screening.told import Told
from falls_app.domain.screening.treatments import Treatments

MASTER_LIST = Path(__file__).parents[1] / "fixtures" / "master_list.toml"

SAFE, PARTLY, HAZARD = Answer.SAFE, Answer.PARTLY, Answer.HAZARD
NOT_HERE, UNUSED, NOT_SURE = Answer.NOT_HERE, Answer.NO_LONGER_USED, Answer.NOT_SURE


@cache
def master_rows() -> Mapping[str, Mapping[str, Any]]:
    """Return likelihood, severity, tags, evidence, quick and new of every row."""
    return tomllib.loads(MASTER_LIST.read_text(encoding="utf-8"))


def fix(cost: int = 1, leads_to: Answer = SAFE, **more: Any) -> Fix:
    """Return a fix; ``do`` and ``short`` tell its cost."""
    plain = {"do": f"Do what costs {cost}.", "short": f"Costs {cost}", "who": "family"}
    return Fix(**{"cost": cost, "leads_to": leads_to, "minutes": 10, **plain, **more})


def check(check_id: str, likelihood: int = 2, severity: int = 2, **more: Any) -> Check:
    """Return a check with one fix, in the area that its id begins with."""
    plain: dict[str, Any] = {
        "area": check_id[:3],
        "covers": (check_id,),
        "question": f"Is {check_id} fine?",
        "look": "Look.",
        "why": f"Why {check_id}.",
        "tags": (),
        "evidence": "C",
        "sources": (),
        "picture": "",
        "quick": False,
        "short": check_id,
        "good": f"good {check_id}",
        "answers": {},
        "short_answers": {},
        "fixes": (fix(),),
        "applies": Applies(),
    }
    return Check(check_id, likelihood=likelihood, severity=severity, **{**plain, **more})


def critical(check_id: str, **more: Any) -> Check:
    """Return a check of weight 5."""
    return check(check_id, 3, 3, **more)


def major(check_id: str, **more: Any) -> Check:
    """Return a check of weight 3."""
    return check(check_id, 3, 2, **more)


def minor(check_id: str, **more: Any) -> Check:
    """Return a check of weight 1."""
    return check(check_id, 1, 1, **more)


def checklist(*checks: Check) -> Checklist:
    """Return a checklist of these checks."""
    return Checklist("test", checks)


@cache
def master_checklist() -> Checklist:
    """Return one check for every row of the master list."""
    return checklist(
        *(
            check(
                row,
                table["likelihood"],
                table["severity"],
                tags=tuple(table["tags"]),
                quick=table["quick"],
            )
            for row, table in master_rows().items()
        )
    )


def room(room_id: str, area: str, use: Use = Use.DAILY) -> Room:
    """Return a room named like its id."""
    return Room(room_id, area, room_id, use)


def home(*rooms: Room, **features: bool) -> Home:
    """Return a home with these rooms and features."""
    return Home(rooms, features)


def walk(
    answers: Mapping[str | tuple[str, str | None], Answer] | None = None,
    *,
    near_miss: Iterable[str] = (),
    where: Mapping[str, tuple[str, ...]] | None = None,
    kind: ListKind = ListKind.FULL,
    date: str = "2026-11-20",
) -> Assessment:
    """Return a walk. A key is a check's id, or (id, room)."""
    findings = {}
    for key, answer in (answers or {}).items():
        check_id, room_id = key if isinstance(key, tuple) else (key, None)
        findings[check_id, room_id] = Finding(
            check_id,
            answer,
            room_id,
            near_miss=check_id in set(near_miss),
            where=(where or {}).get(check_id, ()),
        )
    return Assessment("w", date, kind, findings=findings)


def person(*traits: str, **more: Any) -> Person:
    """Return a person with these traits."""
    return Person(traits=traits, **more)


def case(walked: Assessment | None = None, **more: Any) -> Case:
    """Return a case with this walk."""
    return Case(assessments=(walked,) if walked else (), **more)


def scored(
    checks: Iterable[Check] | Checklist,
    answers: Mapping[str | tuple[str, str | None], Answer] | None = None,
    *traits: str,
    lived_in: Home | None = None,
    people: tuple[Person, ...] | None = None,
    near_miss: Iterable[str] = (),
    kind: ListKind = ListKind.FULL,
    person_score: bool = True,
    declined: Iterable[str] = (),
    fell: bool | None = None,
) -> Score:
    """Score a walk with these answers for one person with these traits, or for ``people``."""
    return score(
        checks if isinstance(checks, Checklist) else checklist(*checks),
        lived_in or Home(),
        walk(answers, near_miss=near_miss, kind=kind),
        (person(*traits, fall_last_year=fell),) if people is None else people,
        person_score=person_score,
        declined=tuple(declined),
    )


TODAY = date(2026, 11, 20)
NO_INJECTION = InjectionWords("", "", "", BoneStep("", "", "doctor", 14))


def catalogue(**parts: Any) -> Catalogue:
    """Return a catalogue that asks nothing but these parts."""
    page = EmergencyPage("", "", "", "", (), "", (), "", "", "", "")
    known_break = KnownBreak("", "", BoneStep("", "", "doctor", 7))
    empty: dict[str, Any] = {
        "short": BoneCheck(()),
        "two_days": RedFlags("", "", (), "", "", page, "", "", "", "", {}),
        "flags": FlagScreen("", (), (), (), (), (), (), ()),
        "falls": FallsQuestions("", (), "", ()),
        "diary": Diary("", "", "", (), (), (), ()),
        "tests": FunctionTests("", (), (), (), "", "", (), (), ()),
        "items": BoneItems("", "", (), NO_INJECTION),
        "height": HeightWords("", (), (), known_break, "", ()),
        "foods": FoodTable("", "", "", 250, (), ()),
        "movements": Movements("", (), ()),
        "medicines": MedicineList("", "", "", (), (), (), (), "", (), ()),
        "recovery": Recovery("", "", ()),
        "treatments": Treatments("", "", (), ()),
        "questions": QuestionBank("", ()),
    }
    return Catalogue(**{**empty, **parts})


def told(
    bones: Bones, about: Catalogue | None = None, *, by: Person | None = None, on: date = TODAY
) -> Told:
    """Return these answers of a person on a day; without a catalogue nothing was asked."""
    return Told(bones, by or Person(), on, about or catalogue())
