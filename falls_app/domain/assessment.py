"""One walk through a home on one day, and the case that holds all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from typing import Any

from falls_app.domain.bones import Bones
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Photo
from falls_app.domain.home import Home
from falls_app.domain.person import Person
from falls_app.domain.visit import SignedVersion, Visit

Place = tuple[str, str | None]
"""Where an answer belongs: (check id, room id or None for the whole house)."""

Page = tuple[str, str | None]
"""A page of the visit sheet: (area, room id or None for the whole house)."""


class ListKind(StrEnum):
    """Which checks a walk asks."""

    QUICK = "quick"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to a check in a room, with the evidence for it.

    ``where`` lists rooms in which a whole-house thing is. ``measures`` maps the id of a measure
    of the check to the size found, in the measure's own unit.
    """

    check: str
    answer: Answer
    room: str | None = None
    note: str = ""
    near_miss: bool = False
    where: tuple[str, ...] = ()
    measures: Mapping[str, float] = field(default_factory=dict)
    photos: tuple[Photo, ...] = ()

    @property
    def place(self) -> Place:
        """Return (check, room)."""
        return (self.check, self.room)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One walk. ``date`` is ISO (2026-11-20); ``content`` the version of the checks asked.

    ``pages`` are photos of paper pages that answers were typed in from; one can have two sides.
    """

    id: str
    date: str
    list: ListKind = ListKind.FULL
    content: str = ""
    findings: Mapping[Place, Finding] = field(default_factory=dict)
    pages: Mapping[Page, tuple[Photo, ...]] = field(default_factory=dict)

    def finding(self, check: str, room: str | None) -> Finding | None:
        """Return what was found there, or None."""
        return self.findings.get((check, room))

    def with_finding(self, finding: Finding) -> "Assessment":
        """Return the same walk with this finding in place of an earlier one."""
        return replace(self, findings={**self.findings, finding.place: finding})

    def with_page(self, page: Page, photos: tuple[Photo, ...]) -> "Assessment":
        """Return the same walk with these photos of a paper page and no others."""
        others = {known: each for known, each in self.pages.items() if known != page}
        return replace(self, pages={**others, page: photos} if photos else others)


class Decision(StrEnum):
    """What the person chose about a step. Done is a date, not a decision."""

    AGREED = "agreed"
    TRY_FIRST = "try_first"
    LATER = "later"
    OWN_WAY = "own_way"
    NO = "no"
    NOT_NEEDED = "not_needed"

    @property
    def is_declined(self) -> bool:
        """True if the step stays as it is by choice: it leaves the first five."""
        return self in (Decision.NO, Decision.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class StepChoice:
    """What people said about one step of the plan.

    ``step`` is the step's key (see ``plan``). ``decision`` None: not talked about yet.
    ``words``: the person's own way or reason, in their words. ``by`` and ``done`` are ISO dates
    or "". ``fix`` is the place of the chosen fix in the check's list, None: the cheapest good one.
    ``before`` is the answer's word before the step was marked done, "" if it was not. ``photos``
    show it done where it stands on no finding; those of a finding are with the finding.
    """

    step: str
    decision: Decision | None = None
    words: str = ""
    who: str = ""
    by: str = ""
    done: str = ""
    decided_on: str = ""
    fix: int | None = None
    before: str = ""
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnStep:
    """A step that somebody in the family wrote. ``id`` is unique in the case.

    ``cost`` is 0 to 3 as for a fix, None if nobody said. Who does it, by when and what was
    decided stands with the choices, under the step's ``key``.
    """

    id: str
    text: str
    cost: int | None = None

    @property
    def key(self) -> str:
        """The key of the step in the plan, which no check has."""
        return f"own-{self.id}"


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who helps: a name and what they are to the person ("daughter")."""

    name: str
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """What the person said is fine. Nothing is ticked beforehand.

    ``who`` said yes and ``on`` which ISO date; the case has no consent while ``who`` is "".
    """

    look: bool = False
    photos: bool = False
    share: bool = False
    who: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A person and their home: everything that is known, all assessments.

    ``updated`` is an ISO time. ``choices`` maps a step's key to what people said about it.
    ``visit`` is what a therapist adds for the report, ``signed`` its signed versions, oldest first.
    """

    id: str = ""
    person: Person = Person()
    home: Home = Home()
    assessments: tuple[Assessment, ...] = ()
    bones: Bones = Bones()
    choices: Mapping[str, StepChoice] = field(default_factory=dict)
    own_steps: tuple[OwnStep, ...] = ()
    helpers: tuple[Helper, ...] = ()
    consent: Consent = Consent()
    visit: Visit = Visit()
    signed: tuple[SignedVersion, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
    updated: str = ""

    @property
    def assessment(self) -> Assessment | None:
        """The walk that counts: the latest by date, the last among equals."""
        latest: Assessment | None = None
        for walk in self.assessments:
            if latest is None or walk.date >= latest.date:
                latest = walk
        return latest

    @property
    def photos(self) -> tuple[Photo, ...]:
        """All photos of all walks: those of findings, of paper pages, then those of the steps."""
        findings = [found for walk in self.assessments for found in walk.findings.values()]
        taken = [found.photos for found in findings]
        taken += [self.page_photos, *(choice.photos for choice in self.choices.values())]
        return tuple(chain.from_iterable(taken))

    @property
    def page_photos(self) -> tuple[Photo, ...]:
        """The photos of paper pages of all walks."""
        pages = (photos for walk in self.assessments for photos in walk.pages.values())
        return tuple(photo for photos in pages for photo in photos)

    def with_assessment(self, walk: Assessment) -> "Case":
        """Return the case with this walk in place of the one with its id, or added."""
        others = tuple(walk if each.id == walk.id else each for each in self.assessments)
        if all(each.id != walk.id for each in others):
            others += (walk,)
        return replace(self, assessments=others)
