"""What papers need from one case besides what windows show: dates, rooms, what is private."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from falls_app.case_view import CaseView
from falls_app.days import long_day
from falls_app.domain.assessment import Case, Finding
from falls_app.domain.hiding import with_initials
from falls_app.domain.overview import WHOLE
from falls_app.domain.ranking import Tier
from falls_app.domain.screening.asks import for_sheet
from falls_app.domain.step import Step
from falls_app.export import Printing
from falls_app.words import plan_title


class PaperData(CaseView):
    """One case, ready for paper.

    ``on`` is the date the paper carries, None if there is none; ``photos`` gives the files;
    ``hides_names`` that initials stand in the place of names.
    """

    on_paper = True

    def __init__(self, case: Case, printing: Printing) -> None:
        """Take a case; without a date the paper carries the day of the walk.

        Every paper gets its case from here, with initials if names are hidden.
        """
        case = with_initials(case) if printing.hide_names else case
        super().__init__(case, printing.region, printing.on)
        walked = case.assessment.date if case.assessment else ""
        self.on = printing.on or (date.fromisoformat(walked) if walked else None)
        self.photos, self.hides_names = printing.photos, printing.hide_names

    @property
    def title(self) -> str:
        """Whose plan it is."""
        return plan_title(self.case.person)

    @property
    def language(self) -> str:
        """Return the language of the paper as a tag: "en-US"."""
        return self.region.locale.replace("_", "-")

    @cached_property
    def day(self) -> str:
        """Return the date of the paper in words, or ""."""
        return long_day(self.on, self.region.locale) if self.on else ""

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

    def good_at(self, place: str) -> tuple[str, ...]:
        """Return what is already good at one place, in words."""
        safe = (each for each in self.score.places if each.answer == "safe")
        here = (each.check for each in safe if (each.room.id if each.room else WHOLE) == place)
        return tuple(dict.fromkeys(self.say(check.good) for check in here if check.good))

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

    def doctor_questions(self) -> tuple[str, ...]:
        """Return what to ask first, in the person's words, without what is private."""
        asks = [ask for ask in self.outcome.questions if not ask.private]
        return tuple(self.say(ask.words) for ask in for_sheet(asks, self.case.bones.shared))
