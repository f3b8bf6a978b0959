"""What follows from one value of the case: score, plan, marks and words, for papers and windows."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from falls_app.content.bones import load_bone_check, load_red_flags
from falls_app.content.checks import load_checklist
from falls_app.content.places import load_places
from falls_app.content.regions import Region
from falls_app.domain.asking import Asked, asked
from falls_app.domain.assessment import Assessment, Case
from falls_app.domain.checklist import Check, Checklist
from falls_app.domain.furnishing import ids_of
from falls_app.domain.overview import (
    BONES,
    WHOLE,
    PlaceMark,
    bones_mark,
    mark,
    places_in_order,
    worst_first,
)
from falls_app.domain.plan import Plan, already_good, declined_checks, make_plan, score_after
from falls_app.domain.scoring import Score, score
from falls_app.domain.screening.bone_check import BoneCheck
from falls_app.domain.screening.diary import room_of_last_fall
from falls_app.domain.screening.outcome import Outcome
from falls_app.domain.screening.red_flags import helper_may_know, open_flags
from falls_app.domain.screening.signs import in_the_diary
from falls_app.domain.screening.told import Told, latest_day
from falls_app.drawing.house_layout import Spot, drawing_of
from falls_app.i18n import About, _, content
from falls_app.words import place_name


class CaseView:
    """What follows from one value of the case; each part is worked out when first asked for."""

    on_paper = False
    """True for papers, which leave out a few flags: see ``RedFlags.never_on_paper``."""

    def __init__(self, case: Case, region: Region, today: date | None = None) -> None:
        """Take a case on a day; without one, the latest day that the case knows of counts."""
        self.case, self.region = case, region
        self.today = today or latest_day(case)

    # ------------------------------------------------------------------ what was found

    @property
    def checklist(self) -> Checklist:
        """Everything that can be asked about a home."""
        return load_checklist()

    @property
    def bones(self) -> BoneCheck:
        """The questions about bones and balance."""
        return load_bone_check()

    @cached_property
    def walk(self) -> Assessment:
        """The walk that counts; an empty one if none was begun."""
        return self.case.assessment or Assessment("", "")

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """The places of the score, for who wants no more of it: the score takes a while."""
        return asked(self.checklist, self.case.home, self.walk, self.case.person.all_traits)

    @cached_property
    def score(self) -> Score:
        """The score of the walk."""
        return score(
            self.checklist,
            self.case.home,
            self.walk,
            (self.case.person,),
            person_score=self.region.person_score,
            declined=declined_checks(self.case.choices),
        )

    @cached_property
    def plan(self) -> Plan:
        """The steps that follow from the score and the answers about bones."""
        return make_plan(
            self.case,
            self.score,
            self.outcome.advice,
            raises=self.outcome.raises,
            today=self.today.isoformat(),
        )

    @cached_property
    def told(self) -> Told:
        """What was told about the person, each answer in whichever form it came."""
        from falls_app.content.screening import load_catalogue

        return Told(self.case.bones, self.case.person, self.today, load_catalogue())

    @cached_property
    def outcome(self) -> Outcome:
        """What follows from what was told about the person: flags, texts, questions, traits."""
        return Outcome(self.told, self.region.sizes_like)

    @cached_property
    def shown_after(self) -> int | None:
        """The number with the first steps done; None if no number shows."""
        if self.score.shown is None:
            return None
        after = score_after(
            self.checklist, self.case, self.plan.first, person_score=self.region.person_score
        )
        return after.shown if after else None

    @cached_property
    def good(self) -> tuple[Check, ...]:
        """What is good as it is everywhere, the weightiest first."""
        return already_good(self.score)

    # ------------------------------------------------------------------ places

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Ids of all places in walking order: the room of the last fall, the hardest, the rest.

        Papers keep the one order that they always have.
        """
        home = self.case.home
        if self.on_paper:
            return places_in_order(home)
        fell = room_of_last_fall(self.case.bones.falls, ids_of(home))
        return places_in_order(home, (fell, home.hardest))

    @cached_property
    def marks(self) -> Mapping[str, PlaceMark]:
        """The mark of every place by its id."""
        marks = {
            place: mark(place, self.score.places, self.score.ranked)
            for place in self.places
            if place != BONES
        }
        asked = self.bones.by_id
        flags = sum(bool(q.level) and q.id not in asked for q, _answer in self.outcome.advice)
        return {**marks, BONES: bones_mark(self.case.bones, self.bones, flags)}

    @cached_property
    def worst_first(self) -> tuple[PlaceMark, ...]:
        """The marks of the places where something is asked, those with most to do in front."""
        return worst_first(self.marks.values())

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The places as the house map draws them: rooms stay where they are."""
        return tuple(self._spot(place) for place in places_in_order(self.case.home))

    def _spot(self, place: str) -> Spot:
        each, room = self.marks[place], self.case.home.room(place)
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
        return place_name(self.case.home, place)

    # ------------------------------------------------------------------ red flags

    @cached_property
    def help_words(self) -> str:
        """What comes before all else: whom to call today. "" if nothing calls for it, or noted.

        It never names the sign, and never says that a helper knows a private one.
        """
        found, texts = self.open_flags, load_red_flags()
        if not found:
            return ""
        helper = next((each.name for each in self.case.helpers if each.name), "")
        if helper and helper_may_know(found, texts):
            return self.say(texts.action, helper=helper)
        return self.say(texts.action_private)

    @cached_property
    def open_flags(self) -> frozenset[str]:
        """The level-1 flags of which no help is noted yet; "not_sure" stands for any of them.

        Those that no paper shows are not among them on paper.
        """
        bones = self.case.bones
        found = open_flags(bones, load_red_flags(), on_paper=self.on_paper)
        return found | in_the_diary(self.told) if bones.falls else found

    # ------------------------------------------------------------------ words

    @cached_property
    def about(self) -> About:
        """Fills names and pronouns into texts about the person."""
        return About(self.case.person.name, self.case.person.say.value)

    def say(self, text: str, **more: str) -> str:
        """Return a text of the content with names, pronouns and the emergency number."""
        number = self.region.emergency or _("the emergency number")
        return self.about(content(text), emergency=number, **more)
