"""A case without what tells whose it is: for teaching, for research, for a question to somebody."""

from collections.abc import Mapping
from dataclasses import replace

from falls_app.domain.assessment import Assessment, Case, Finding, StepChoice
from falls_app.domain.bones import Bones, Fall
from falls_app.domain.home import Home
from falls_app.domain.step import ROLES
from falls_app.domain.visit import Visit

NOTED = "-"
"""Stands where something was noted, so that it still counts as noted."""


def redacted(case: Case, names: Mapping[str, str]) -> Case:
    """Return the case without names, notes, photos and other words that somebody wrote.

    ``names`` are what rooms are called by their kind, else by their area. Days, ages, answers,
    sizes and decisions stay.
    """
    rooms = {room.id: f"r{number}" for number, room in enumerate(case.home, start=1)}
    return replace(
        case,
        id="",
        person=replace(case.person, name="", goals=""),
        home=_home(case.home, rooms, names),
        assessments=tuple(_walk(walk, rooms) for walk in case.assessments),
        bones=_bones(case.bones, rooms),
        choices={key: _choice(each) for key, each in case.choices.items()},
        helpers=(),
        consent=replace(case.consent, who=_noted(case.consent.who)),
        visit=Visit(),
        signed=(),
        extra={},
        updated="",
    )


def _noted(words: str) -> str:
    return NOTED if words else ""


def _home(home: Home, rooms: Mapping[str, str], names: Mapping[str, str]) -> Home:
    renamed = (
        replace(room, id=rooms[room.id], name=names.get(room.kind, names.get(room.area, "")))
        for room in home.rooms
    )
    return replace(home, rooms=tuple(renamed))


def _walk(walk: Assessment, rooms: Mapping[str, str]) -> Assessment:
    found = (_finding(finding, rooms) for finding in walk.findings.values())
    return replace(walk, findings={finding.place: finding for finding in found})


def _finding(finding: Finding, rooms: Mapping[str, str]) -> Finding:
    room = rooms.get(finding.room or "")
    where = tuple(rooms[each] for each in finding.where if each in rooms)
    return replace(finding, room=room, where=where, note="", photos=())


def _choice(choice: StepChoice) -> StepChoice:
    return replace(choice, words="", who=choice.who if choice.who in ROLES else "")


def _bones(bones: Bones, rooms: Mapping[str, str]) -> Bones:
    return replace(
        bones,
        two_days=replace(bones.two_days, noted=_noted(bones.two_days.noted)),
        help_noted=_noted(bones.help_noted),
        falls=tuple(_fall(fall, str(n), rooms) for n, fall in enumerate(bones.falls, start=1)),
        tests=tuple(replace(test, helper="") for test in bones.tests),
        rest={},
    )


def _fall(fall: Fall, number: str, rooms: Mapping[str, str]) -> Fall:
    room = rooms.get(fall.room or "")
    return replace(fall, id=number, room=room, time="", place="", doing="", note="")
