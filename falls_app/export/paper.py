"""What papers need from one case, worked out once: score, plan, marks, words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from falls_app.content.bones import load_bone_check, load_red_flags
from falls_app.content.checks import load_checklist
from falls_app.content.places import load_places
from falls_app.content.regions import Region
from falls_app.days import long_day
from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Check
from falls_app.domain.overview import (
    BONES,
    WHOLE,
    PlaceMark,
    bones_mark,
    mark,
    places_in_order,
)
from falls_app.domain.plan import (
    Plan,
    Step,
    already_good,
    declined_checks,
    make_plan,
    open_answers,
    score_after,
)
from falls_app.domain.ranking import Tier
from falls_app.domain.scoring import Score, score
from falls_app.domain.screening.bone_check import BoneCheck
from falls_app.drawing.house_layout import Spot, drawing_of
from falls_app.i18n import About, _, content

PRIVATE_FLAGS = frozenset({"RF1", "RF2", "RF3", "RF5"})
"""Signs a helper may not know of: no paper says that somebody else knows why."""

PRIVATE_QUESTIONS = frozenset({"B07", "B12"})
"""Steroids, smoking, alcohol: family papers print the step, never the answer or its text."""

_WORST_FIRST = {"fix": 0, "some": 1, "part": 2, "none": 3, "ok": 4}


@dataclass(frozen=True)
class PaperData:
    """One case, ready for paper; each part is worked out when first asked for.

    ``on`` is the date the paper carries, None if there is none.
    """

    case: Case
    region: Region
    on: date | None

    @classmethod
    def of(cls, case: Case, region: Region, on: date | None) -> "PaperData":
        """Return the data of a case; without a date it is the day of the walk."""
        walked = case.assessment.date if case.assessment else ""
        return cls(case, region, on or (date.fromisoformat(walked) if walked else None))

    # ------------------------------------------------------------------ what was found

    @cached_property
    def walk(self) -> Assessment:
        """The walk that counts; an empty one if there was none."""
        return self.case.assessment or Assessment("", "")

    @cached_property
    def bones(self) -> BoneCheck:
        """The questions about bones and balance."""
        return load_bone_check()

    @cached_property
    def score(self) -> Score:
        """The score of the walk."""
        return score(
            load_checklist(),
            self.case.home,
            self.walk,
            (self.case.person,),
            person_score=self.region.person_score,
            declined=declined_checks(self.case.choices),
        )

    @cached_property
    def plan(self) -> Plan:
        """The steps that follow."""
        return make_plan(self.case, self.score, self.bones)

    @cached_property
    def shown_after(self) -> int | None:
        """The number with the first steps done; None if no number shows."""
        if self.score.shown is None:
            return None
        after = score_after(
            load_checklist(), self.case, self.plan.first, person_score=self.region.person_score
        )
        return after.shown if after else None

    @cached_property
    def good(self) -> tuple[Check, ...]:
        """What is good as it is everywhere, the weightiest first."""
        return already_good(self.score)

    def good_at(self, place: str) -> tuple[str, ...]:
        """Return what is already good at one place, in words."""
        safe = (each for each in self.score.places if each.answer == "safe")
        here = (each.check for each in safe if (each.room.id if each.room else WHOLE) == place)
        return tuple(dict.fromkeys(self.say(check.good) for check in here if check.good))

    @cached_property
    def tiers(self) -> Mapping[tuple[str, str | None], Tier]:
        """How urgent each open finding is, by check and room."""
        return {each.asked.place: each.tier for each in self.score.ranked}

    @property
    def looked_at(self) -> tuple[int, int]:
        """Return (checks answered, checks asked)."""
        places = self.score.places
        return sum(each.finding is not None for each in places), len(places)

    @property
    def is_empty(self) -> bool:
        """True if nobody has looked at anything, nor answered about bones and balance."""
        return not (self.walk.findings or self.case.bones.items or self.case.bones.flags)

    # ------------------------------------------------------------------ places

    @cached_property
    def marks(self) -> Mapping[str, PlaceMark]:
        """The mark of every place at which something is asked, in walking order."""
        marks = {
            place: mark(place, self.score.places, self.score.ranked)
            for place in places_in_order(self.case.home)
            if place != BONES
        }
        marks[BONES] = bones_mark(self.case.bones, self.bones)
        return {place: each for place, each in marks.items() if each.total or each.number}

    @cached_property
    def worst_first(self) -> tuple[PlaceMark, ...]:
        """The marks of all places, those with most to do in front."""
        return tuple(
            sorted(self.marks.values(), key=lambda each: (_WORST_FIRST[each.state], -each.number))
        )

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The places as the house map draws them."""
        return tuple(self._spot(place) for place in places_in_order(self.case.home))

    def _spot(self, place: str) -> Spot:
        each = self.marks.get(place) or PlaceMark(place, "none")
        room = self.case.home.room(place)
        drawing = {WHOLE: "whole", BONES: "bones"}.get(place, "spare")
        if room:
            kind = load_places().kinds.get(room.kind)
            drawing = drawing_of(room.area, kind.drawing if kind else room.kind)
        return Spot(
            place,
            self.place_name(place),
            drawing,
            room.floor if room else 0,
            each.state,  # type: ignore[arg-type]
            each.number,
            each.done,
            each.total,
            each.unsure,
        )

    def place_name(self, place: str) -> str:
        """Return what a place is called."""
        if place in (WHOLE, BONES):
            return {WHOLE: _("Whole house"), BONES: _("Bones and balance")}[place]
        room = self.case.home.room(place)
        return room.name if room else ""

    def found_at(self, place: str) -> tuple[tuple[Step, Finding], ...]:
        """Return the open home steps of a place with what was found there, in plan order."""
        wanted = None if place == WHOLE else place
        return tuple(
            (step, finding)
            for step in self.plan.open_steps
            for finding in step.findings
            if finding.room == wanted
        )

    def pinned_to(self, place: str) -> tuple[Step, ...]:
        """Return the open steps of the whole house that were seen in this room."""
        return tuple(
            step
            for step in self.plan.open_steps
            if any(finding.room is None and place in finding.where for finding in step.findings)
        )

    # ------------------------------------------------------------------ red flags

    @cached_property
    def help_words(self) -> str:
        """What leads page one: whom to call today. "" if nothing calls for it, or it was noted.

        It never names the sign, and never says that a helper knows a private one.
        """
        flags = self._open_flags
        if not flags:
            return ""
        texts = load_red_flags()
        helper = next((each.name for each in self.case.helpers if each.name), "")
        if helper and PRIVATE_FLAGS.isdisjoint(flags):
            return self.say(texts.action, helper=helper)
        return self.say(texts.action_private)

    @property
    def _open_flags(self) -> frozenset[str]:
        bones, texts = self.case.bones, load_red_flags()
        found: set[str] = set()
        if bones.two_days.needs_help and not bones.two_days.noted:
            ticked = [each for each in texts.options if each.id in bones.two_days.ticked]
            found |= {flag for option in ticked for flag in option.flags} or {"not_sure"}
        if not bones.rest.get("help_noted"):
            on_paper = texts.level_one.keys() - set(texts.never_on_paper)
            found |= {flag for flag in on_paper if bones.flags.get(flag) in ("yes", "not_sure")}
        return frozenset(found)

    def doctor_questions(self) -> tuple[str, ...]:
        """Return what to ask the doctor, in the person's words, without what is private."""
        asks = (
            self.say(answer.ask)
            for question, answer in open_answers(self.case.bones, self.bones)
            if answer.ask and question.id not in PRIVATE_QUESTIONS
        )
        return tuple(dict.fromkeys(asks))

    # ------------------------------------------------------------------ words

    @cached_property
    def about(self) -> About:
        """Fills names and pronouns into texts about the person."""
        return About(self.case.person.name, self.case.person.say.value)

    def say(self, text: str, **more: str) -> str:
        """Return a text of the content with names, pronouns and the emergency number."""
        number = self.region.emergency or _("the emergency number")
        return self.about(content(text), emergency=number, **more)

    @cached_property
    def title(self) -> str:
        """Return whose plan it is: "Rosa’s plan", "Your plan", "The home plan"."""
        if self.case.person.say == "you":
            return _("Your plan")
        if not self.case.person.name:
            return _("The home plan")
        return _("{name}’s plan").format(name=self.case.person.name)

    @cached_property
    def day(self) -> str:
        """Return the date of the paper in words, or ""."""
        return long_day(self.on, self.region.locale) if self.on else ""
