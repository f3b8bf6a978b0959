"""A case without what tells whose it is: for teaching, for research, for a question to somebody."""

from collections.abc import Mapping
from dataclasses import replace

from falls_app.domain.assessment import Assessment, Case, Finding, OwnStep, StepChoice
from falls_app.domain.bones import Bones, Fall
from falls_app.domain.home import Home
from falls_app.domain.person import Person
from falls_app.domain.step import ROLES

NOTED = "-"
"""Stands where something was noted, so that it still counts as noted."""


def redacted(case: Case, names: Mapping[str, str]) -> Case:
    """Return the case without names, notes, photos and other words that somebody wrote.

    ``names`` are what rooms are called by their kind, else by their area. Days, ages, answers,
    sizes and decisions stay.
    """
    rooms = {room.id: f"r{number}" for number, room in enumerate(case.home, start=1)}
    person = case.person
    # Made anew: a field that is not named here is left out.
    return Case(
        person=Person(
            age=person.age, say=person.say, sex=person.sex, traits=person.traits,
            fall_last_year=person.fall_last_year,
        ),
        home=_home(case.home, rooms, names),
        assessments=tuple(_walk(walk, rooms) for walk in case.assessments),
        bones=_bones(case.bones, rooms),
        choices={key: _choice(each) for key, each in case.choices.items() if _is_ours(key)},
        consent=replace(case.consent, who=_noted(case.consent.who)),
    )  # fmt: skip


def _is_ours(step: str) -> bool:
    """Return whether a step is one that the program proposed, and nobody wrote."""
    return not step.startswith(OwnStep("", "").key)


def _noted(words: str) -> str:
    return NOTED if words else ""


def _home(home: Home, rooms: Mapping[str, str], names: Mapping[str, str]) -> Home:
    renamed = (
        replace(room, id=rooms[room.id], name=names.get(room.kind, names.get(room.area, "")))
        for room in home.rooms
    )
    return replace(home, rooms=tuple(renamed), hardest=rooms.get(home.hardest, ""))


def _walk(walk: Assessment, rooms: Mapping[str, str]) -> Assessment:
    found = (_finding(finding, rooms) for finding in walk.findings.values())
    return replace(walk, findings={finding.place: finding for finding in found}, pages={})


def _finding(finding: Finding, rooms: Mapping[str, str]) -> Finding:
    return Finding(
        check=finding.check,
        answer=finding.answer,
        room=rooms.get(finding.room or ""),
        near_miss=finding.near_miss,
        where=tuple(rooms[each] for each in finding.where if each in rooms),
        measures=finding.measures,
    )


def _choice(choice: StepChoice) -> StepChoice:
    who = choice.who if choice.who in ROLES else ""
    return replace(choice, words="", who=who, photos=())


def _bones(bones: Bones, rooms: Mapping[str, str]) -> Bones:
    return Bones(
        two_days=replace(bones.two_days, noted=_noted(bones.two_days.noted)),
        items=bones.items,
        flags=bones.flags,
        help_noted=_noted(bones.help_noted),
        falls=tuple(_fall(fall, str(n), rooms) for n, fall in enumerate(bones.falls, start=1)),
        tests=tuple(replace(test, helper="") for test in bones.tests),
        heights=bones.heights,
        servings=bones.servings,
        medicines=bones.medicines,
        dates=bones.dates,
        shared=bones.shared,
    )


def _fall(fall: Fall, number: str, rooms: Mapping[str, str]) -> Fall:
    return Fall(
        id=number,
        date=fall.date,
        room=rooms.get(fall.room or ""),
        minutes=fall.minutes,
        answers=fall.answers,
    )
