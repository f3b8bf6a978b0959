"""The case file: a case as one JSON text to hand over, and back.

Source: scoring specification, "The case file".
"""

import json
from collections.abc import Iterable
from dataclasses import replace

from falls_app.domain.assessment import Assessment, Case, Finding, ListKind, Page, Place
from falls_app.domain.checklist import AREAS, WHOLE_HOUSE_AREAS, Answer, Check, Checklist
from falls_app.domain.evidence import Photo
from falls_app.domain.home import Home
from falls_app.storage import forms
from falls_app.storage.bone_forms import bones_form, read_bones
from falls_app.storage.evidence_forms import photo_form, read_measures, read_photos
from falls_app.storage.json_text import parse
from falls_app.storage.node import CaseFileError, Node, quoted
from falls_app.storage.visit_forms import read_signed, read_visit, signed_form, visit_form

__all__ = [
    "FORMAT",
    "LARGEST_CASE",
    "VERSION",
    "CaseFileError",
    "answers_form",
    "case_form",
    "is_newer",
    "read_case",
    "read_newer_case",
    "write_case",
]

FORMAT = "steady-home-case"
VERSION = 1
LARGEST_CASE = 4 << 20
"""Bytes of a case as JSON: eighty times the largest sample. Larger ones need too much memory."""

WORST_FIRST = (
    Answer.HAZARD,
    Answer.PARTLY,
    Answer.NOT_SURE,
    Answer.SAFE,
    Answer.NO_LONGER_USED,
    Answer.NOT_HERE,
)
"""Which of two answers counts where two rows of the master list became one check."""


def read_case(text: str | bytes, checklist: Checklist) -> Case:
    """Return the case in a file. Its ``id`` is "", its walks are numbered "1", "2" and on.

    Raises CaseFileError, whose message is one sentence that names the place.
    """
    root = Node(parse(text))
    _refuse_other_formats(root)
    return _case(root, checklist)


def is_newer(text: str | bytes) -> bool:
    """Return whether a newer program has made a case file. CaseFileError if it is none."""
    root = Node(parse(text))
    return root.at("format").text() == FORMAT and root.at("version").whole() > VERSION


def read_newer_case(text: str | bytes, checklist: Checklist) -> Case:
    """Return what this version knows of the case in a file that a newer one has made.

    Answers to checks that are not in the list are left out. CaseFileError if what it needs is not
    there, or says what it cannot read.
    """
    root = Node(parse(text))
    if root.at("format").text() != FORMAT:
        _refuse_other_formats(root)
    return _case(root, checklist, leaves_out=True)


def _case(root: Node, checklist: Checklist, *, leaves_out: bool = False) -> Case:
    home = forms.read_home(root.at("home"))
    walks = root.at("assessments")
    if walks.is_absent:
        raise walks.error("is missing")
    return Case(
        person=forms.read_person(root.at("person")),
        home=home,
        assessments=tuple(
            _read_walk(
                _known(entry, checklist) if leaves_out else entry, str(number), checklist, home
            )
            for number, entry in enumerate(walks.entries(), start=1)
        ),
        bones=read_bones(root.at("bones")),
        choices=forms.read_choices(root.at("plan").at("choices")),
        own_steps=forms.read_own_steps(root.at("plan").at("own")),
        helpers=forms.read_helpers(root.at("helpers")),
        consent=forms.read_consent(root.at("consent")),
        visit=read_visit(root.at("visit")),
        signed=read_signed(root.at("signed")),
        extra=forms.read_extra(root.at("extra")),
    )


def write_case(case: Case) -> str:
    """Return the case as the text of a case file. ``read_case`` gives the same case back."""
    return json.dumps(case_form(case), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def case_form(case: Case) -> forms.Form:
    """Return the case as plain JSON values, as a case file has it."""
    for_work = {"visit": visit_form(case.visit), "signed": signed_form(case.signed)}
    return {
        "format": FORMAT,
        "version": VERSION,
        "person": forms.person_form(case.person),
        "home": {"rooms": list(map(forms.room_form, case.home)), **forms.home_form(case.home)},
        "assessments": [_walk_form(walk) for walk in case.assessments],
        "bones": bones_form(case.bones),
        "helpers": forms.helpers_form(case.helpers),
        "consent": forms.consent_form(case.consent),
        "plan": _plan_form(case),
        **{name: said for name, said in for_work.items() if said},
        "extra": dict(case.extra),
    }


def _plan_form(case: Case) -> forms.Form:
    """Return what was said about the steps; ``own`` only if somebody wrote one."""
    own = forms.own_steps_form(case.own_steps)
    choices = list(map(forms.choice_form, case.choices.values()))
    return {"choices": choices, **({"own": own} if own else {})}


def _refuse_other_formats(root: Node) -> None:
    kind, version = root.at("format"), root.at("version")
    if kind.text() != FORMAT:
        raise kind.error(f"must be “{FORMAT}”")
    if version.whole() > VERSION:
        raise version.error(
            f"is {version.value}, newer than this program can read (up to {VERSION})"
        )
    if version.whole() < VERSION:
        raise version.error(f"must be {VERSION}")


def _known(walk: Node, checklist: Checklist) -> Node:
    """Return a walk without the answers to checks that are not in this list."""
    known = [
        each.value
        for each in walk.at("answers").entries()
        if each.at("check").text() in checklist.by_row
    ]
    return replace(walk, value={**walk.mapping(), "answers": known})


def _read_walk(node: Node, identity: str, checklist: Checklist, home: Home) -> Assessment:
    day = node.at("date")
    return Assessment(
        id=identity,
        # A walk without a date is older than any with one.
        date="" if day.is_absent else day.day(),
        list=node.at("list").word(ListKind, ListKind.FULL),
        content=node.at("content").text(checklist.version),
        findings=_read_findings(node.at("answers").entries(), checklist, home),
        pages=_read_pages(node.at("pages").entries(), home),
    )


def _read_pages(entries: Iterable[Node], home: Home) -> dict[Page, tuple[Photo, ...]]:
    """Return the photos of paper pages; one without photos is none, as in the store."""
    pages: dict[Page, tuple[Photo, ...]] = {}
    for entry in entries:
        area, room = entry.at("area"), entry.at("room")
        if area.text() not in AREAS:
            raise area.error(f"names {quoted(area.text())}, which is no area")
        page = (area.text(), _room_of(room, area.text(), home) if room.is_known else None)
        if page in pages:
            raise entry.error("is a page that was there before")
        pages[page] = read_photos(entry.at("photos"))
    return {page: photos for page, photos in pages.items() if photos}


def _read_findings(
    entries: Iterable[Node], checklist: Checklist, home: Home
) -> dict[Place, Finding]:
    """Return what was found by place. Rows that one check settles are read as one answer."""
    seen: set[Place] = set()
    findings: dict[Place, Finding] = {}
    for entry in entries:
        row, finding = _read_finding(entry, checklist, home)
        room = entry.at("room")
        asked = (row, room.text() if room.is_known else None)
        if asked in seen:
            raise entry.error(f"answers {quoted(row)} in the same room a second time")
        seen.add(asked)
        earlier = findings.get(finding.place)
        findings[finding.place] = finding if earlier is None else _united(earlier, finding)
    return findings


def _read_finding(node: Node, checklist: Checklist, home: Home) -> tuple[str, Finding]:
    """Return the row id as written and the finding of the check that settles it."""
    row = node.at("check").text()
    check = checklist.by_row.get(row)
    if check is None:
        raise node.at("check").error(f"names {quoted(row)}, which is no check of this list")
    room, pinned = _read_room(node.at("room"), row, check, home)
    where = (*pinned, *(_read_place(entry, home) for entry in node.at("where").entries()))
    return row, Finding(
        check=check.id,
        answer=node.at("answer").word(Answer),
        room=room,
        note=node.at("note").text(""),
        near_miss=node.at("near_miss").flag(False),
        where=tuple(dict.fromkeys(where)),
        measures=read_measures(
            node.at("measures"), tuple(measure.id for measure in check.measures)
        ),
        photos=read_photos(node.at("photos")),
    )


def _read_place(node: Node, home: Home) -> str:
    room = node.text()
    if home.room(room) is None:
        raise node.error(f"names {quoted(room)}, which is no room of this home")
    return room


def _read_room(
    node: Node, row: str, check: Check, home: Home
) -> tuple[str | None, tuple[str, ...]]:
    """Return the finding's room, and the rooms to pin if a whole-house check settles the row.

    The room is checked against the area of the row as written. If the check that settles the
    row belongs to another area, the answer moves there: to the whole house, with the room
    pinned, or to the most used room of the check's area.
    """
    prefix = row[:3]
    area = prefix if row != check.id and prefix in AREAS else check.area
    room = _room_of(node, area, home)
    if area == check.area:
        return room, ()
    if check.area in WHOLE_HOUSE_AREAS:
        return None, () if room is None else (room,)
    most_used = max(home.rooms_of(check.area), key=lambda each: each.use.share, default=None)
    return None if most_used is None else most_used.id, ()


def _room_of(node: Node, area: str, home: Home) -> str | None:
    """Return the room id. Null is right for the whole house and for an area without rooms."""
    if not node.is_known:
        if home.rooms_of(area):
            raise node.error(f"must name a room, because this home has rooms of the area {area}")
        return None
    room = home.room(node.text())
    if room is None:
        raise node.error(f"names {quoted(node.text())}, which is no room of this home")
    if area in WHOLE_HOUSE_AREAS:
        raise node.error(f"must be null, because {area} is asked once for the whole house")
    if room.area != area:
        raise node.error(f"names {quoted(room.id)}, a room of {room.area} and not of {area}")
    return room.id


def _united(one: Finding, other: Finding) -> Finding:
    notes = dict.fromkeys(note for note in (one.note, other.note) if note)
    return replace(
        one,
        answer=min(one.answer, other.answer, key=WORST_FIRST.index),
        note="\n".join(notes),
        near_miss=one.near_miss or other.near_miss,
        where=tuple(dict.fromkeys((*one.where, *other.where))),
        measures={**one.measures, **other.measures},
        photos=(*one.photos, *other.photos),
    )


def answers_form(walk: Assessment) -> list[forms.Form]:
    """Return the answers of a walk as a case file has them."""
    return [_finding_form(finding) for finding in walk.findings.values()]


def _walk_form(walk: Assessment) -> forms.Form:
    dated: forms.Form = {"date": walk.date} if walk.date else {}
    pages = [
        {"area": area, "room": room, "photos": list(map(photo_form, photos))}
        for (area, room), photos in walk.pages.items()
    ]
    said = {"list": walk.list, "content": walk.content, "answers": answers_form(walk)}
    return dated | said | ({"pages": pages} if pages else {})


def _finding_form(finding: Finding) -> forms.Form:
    evidence: forms.Form = {
        "measures": dict(finding.measures),
        "photos": list(map(photo_form, finding.photos)),
    }
    answered: forms.Form = {
        "check": finding.check,
        "room": finding.room,
        "answer": finding.answer,
        "note": finding.note,
        "near_miss": finding.near_miss,
        "where": list(finding.where),
    }
    return answered | {key: value for key, value in evidence.items() if value}
