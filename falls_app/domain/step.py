"""One step of the plan: what to do, where, why, who, when, and what was decided."""

from dataclasses import dataclass
from enum import StrEnum

from falls_app.domain.assessment import Decision, Finding, OwnStep, StepChoice
from falls_app.domain.checklist import Check, Fix
from falls_app.domain.evidence import Photo
from falls_app.domain.ranking import Ranked, Tier
from falls_app.domain.screening.bone_check import BoneQuestion, Choice
from falls_app.domain.screening.flag_screen import TODAY
from falls_app.domain.screening.movement import Movement

CLINICIANS = frozenset({"doctor", "pharmacist", "optician", "podiatrist", "OT", "physio"})
"""Roles who are asked: somebody else has to ring."""
ROLES = CLINICIANS | {
    "person", "family", "shop", "handyperson", "electrician", "plumber", "builder", "landlord",
}  # fmt: skip
"""Words for who does a step that are nobody's name."""


class Column(StrEnum):
    """How a step is done: by the family for free, with something bought, or with a trade."""

    TODAY = "today"
    MONTH = "month"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``key`` names it for ever: the check's id, or the bone question's.

    ``rooms`` are room ids, empty for the whole house; ``because`` trait ids that moved it up.
    ``who`` is a role ("family", "electrician") or the name somebody chose; ``by`` an ISO date.
    ``needs_owner``: the owner of the home says yes to the fix first. ``question`` and ``answer``
    are set for steps from bones and balance, ``check`` and ``fix``
    for those from the home, ``own`` for one that the family wrote. ``habits`` are everyday habits
    that speak for it too. ``also`` are
    the keys of steps that this one settles, ``worse`` says what to do should things get worse.
    ``found`` are the open findings behind a step of the home, the one that ranks it in front.
    """

    key: str
    tier: Tier
    priority: float
    do: str
    short: str
    why: str
    role: str
    who: str
    by: str
    column: Column
    rooms: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    concerns: int = 0
    check: Check | None = None
    fix: Fix | None = None
    until_then: Fix | None = None
    question: BoneQuestion | None = None
    answer: Choice | None = None
    findings: tuple[Finding, ...] = ()
    done_when: str = ""
    choice: StepChoice | None = None
    needs_owner: bool = False
    habits: tuple[Movement, ...] = ()
    also: tuple[str, ...] = ()
    worse: tuple[str, ...] = ()
    own: OwnStep | None = None
    found: tuple[Ranked, ...] = ()

    @property
    def asked(self) -> str:
        """The role of the clinician whom ``who`` asks, "" if there is none."""
        return self.role if self.role in CLINICIANS else ""

    @property
    def decision(self) -> Decision | None:
        """What the person chose; None while not talked about."""
        return self.choice.decision if self.choice else None

    @property
    def is_done(self) -> bool:
        """True once somebody noted the day it was done."""
        return bool(self.choice and self.choice.done)

    @property
    def before_and_after(self) -> tuple[Photo | None, Photo | None]:
        """The first photo of what was found, and the last one of it done; None without one."""
        photos = [photo for finding in self.findings for photo in finding.photos]
        photos += self.choice.photos if self.choice else ()
        before = next((photo for photo in photos if not photo.is_after), None)
        return before, next((photo for photo in reversed(photos) if photo.is_after), None)

    @property
    def is_for_today(self) -> bool:
        """True for what is due the same day, and is not done yet."""
        if self.question is None or self.question.level != TODAY or self.is_done:
            return False
        return not (self.answer and self.answer.step and self.answer.step.days)

    @property
    def is_declined(self) -> bool:
        """True if the person turned it down."""
        return self.decision is not None and self.decision.is_declined

    @property
    def is_active(self) -> bool:
        """True if it is still to be done and was not put off."""
        return not (self.is_done or self.is_declined or self.decision is Decision.LATER)

    @property
    def own_words(self) -> str:
        """The person's own way, in their words, if they chose one; papers print it instead."""
        if self.choice and self.decision in (Decision.OWN_WAY, Decision.TRY_FIRST):
            return self.choice.words
        return ""

    @property
    def is_own_way(self) -> bool:
        """True if the person's wording stands in the place of the advice."""
        return bool(self.own_words) or self.decision is Decision.OWN_WAY

    @property
    def asks_owner(self) -> bool:
        """True if the owner of the home is to be asked before this is done."""
        return self.needs_owner and not (self.is_own_way or self.is_done)

    @property
    def cost(self) -> int | None:
        """What it costs, 0 to 3; None for a question to somebody, and where nobody said."""
        if self.own is not None:
            return self.own.cost
        return self.fix.cost if self.fix else None
