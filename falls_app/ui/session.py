"""What can be done with the open case: every verb of the windows, each of which can be undone."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeAlias

import falls_app.domain
import falls_app.ui
from falls_app.domain.assessment import (
    Case,
    Consent,
    Decision,
    Finding,
    Helper,
    ListKind,
    Page,
)
from falls_app.domain.bones import Fall, TwoDays
from falls_app.domain.checklist import Answer, Check
from falls_app.domain.evidence import Photo
from falls_app.domain.home import Home
from falls_app.domain.visit import Signature, Signer, Verdict, Visit
from falls_app.i18n import _
from falls_app.ui.open_case import OpenCase, Step

Draft: TypeAlias = "falls_app.domain.drafting.Draft"
"""A type from a module that comes with a report."""
Column: TypeAlias = "falls_app.domain.step.Column"
"""A type from a module that comes with a case."""


class Session(OpenCase):
    """The open case with all that can be done to it; each verb is saved and can be undone."""

    # ------------------------------------------------------------------ who lives here

    def answer_two_days(self, ticked: Iterable[str]) -> None:
        """Note what changed in the last two days; ``("none",)`` if nothing did."""
        bones = replace(self._case.bones, two_days=TwoDays(tuple(ticked)))
        self._change(replace(self._case, bones=bones), _("the two-day question"))

    def note_help(self, words: str) -> None:
        """Note what was done about it; from then on papers no longer lead with it."""
        from falls_app.content.bones import load_red_flags
        from falls_app.domain.screening.red_flags import help_noted
        from falls_app.domain.screening.signs import falls_told

        note, today = words or _("We are getting help."), self._today().isoformat()
        bones = help_noted(self._case.bones, load_red_flags(), note, today)
        if bones.falls:
            bones = replace(bones, falls=falls_told(self.view.told))
        self._change(replace(self._case, bones=bones), _("the note about help"))
        if self.help_draft:
            self.draft_help("")

    def set_person(self, verb: str, **fields: Any) -> None:
        """Change fields of the person: name, age, say, sex, traits, fall_last_year, goals."""
        person = replace(self._case.person, **fields)
        if person != self._case.person:
            self._change(replace(self._case, person=person), verb)

    def toggle_trait(self, trait: str) -> None:
        """Add a trait, or take it away."""
        traits = self._case.person.traits
        others = tuple(each for each in traits if each != trait)
        self.set_person(
            _("what makes moving harder"), traits=others if trait in traits else (*traits, trait)
        )

    def set_consent(self, consent: Consent) -> None:
        """Record what the person said is fine."""
        self._change(replace(self._case, consent=consent), _("what is fine"))

    def set_helpers(self, helpers: Iterable[Helper]) -> None:
        """Record who helps."""
        self._change(replace(self._case, helpers=tuple(helpers)), _("who helps"))

    def set_home(self, home: Home, verb: str) -> None:
        """Record rooms, features, shape and tenure. Answers in rooms taken out go with them."""
        from falls_app.domain.furnishing import refurnished

        if home != self._case.home:
            self._change(refurnished(self._case, home), verb)

    # ------------------------------------------------------------------ the walk

    def choose_list(self, kind: ListKind) -> None:
        """Ask the quick list or the full one; answers given already all count."""
        if kind is not self.view.walk.list:
            walk = replace(self.view.walk, list=kind)
            self._change(self._case.with_assessment(walk), _("quick or full check"))

    def finding(self, check: str, room: str | None) -> Finding | None:
        """Return what was found at a place, or None."""
        return self.view.walk.finding(check, room)

    def answer(self, check: Check, room: str | None, answer: Answer) -> None:
        """Record an answer, and what it says about others; a note that is there already stays."""
        from falls_app.domain.answering import about_the_same, answered

        old = self.finding(check.id, room) or Finding(check.id, answer, room)
        alike = about_the_same(check, room, self.view.score.places) if check.thing else ()
        walk = answered(self.view.walk, replace(old, answer=answer), alike)
        self._change(
            self._case.with_assessment(walk),
            _("answer to {check}").format(check=self.say(check.short)),
        )

    def answer_as_in(self, place: str, answers: Iterable[Finding]) -> None:
        """Record answers of one place together, as a first room of its kind has them."""
        walk = self.view.walk
        for each in answers:
            walk = walk.with_finding(each)
        verb = _("answers for {place}").format(place=self.view.place_name(place))
        self._change(self._case.with_assessment(walk), verb)

    def forget(self, check: Check, room: str | None) -> None:
        """Take an answer away; the check counts as not answered."""
        walk = self.view.walk
        rest = {place: each for place, each in walk.findings.items() if place != (check.id, room)}
        self._change(
            self._case.with_assessment(replace(walk, findings=rest)),
            _("answer to {check}").format(check=self.say(check.short)),
        )

    def note(self, check: Check, room: str | None, words: str) -> None:
        """Record a note beside an answer; without an answer it stands beside *not sure*."""
        old = self.finding(check.id, room) or Finding(check.id, Answer.NOT_SURE, room)
        if old.note != words:
            self.change_finding(replace(old, note=words), check, _("note on {check}"))

    def pin(self, check: Check, rooms: Iterable[str]) -> None:
        """Record in which rooms a whole-house finding was seen."""
        old = self.finding(check.id, None)
        if old is not None:
            self.change_finding(replace(old, where=tuple(rooms)), check, _("rooms for {check}"))

    def mark_near_miss(self, check: Check, room: str | None, happened: bool) -> None:
        """Record that a slip or fall happened here, or that none did."""
        old = self.finding(check.id, room)
        if old is not None:
            self.change_finding(replace(old, near_miss=happened), check, _("slip at {check}"))

    @property
    def photos(self) -> "falls_app.storage.photos.CasePhotos":
        """Gives the files of the photos of the open case."""
        from falls_app.storage.photos import CasePhotos

        return CasePhotos(self._store.photos, self._case.id)

    def change_finding(self, finding: Finding, check: Check, verb: str) -> None:
        """Put a finding in place of the one there is; ``verb`` names it, with {check} in it."""
        walk = self.view.walk.with_finding(finding)
        self._change(self._case.with_assessment(walk), verb.format(check=self.say(check.short)))

    def put_page(self, page: Page, photos: tuple[Photo, ...], verb: str) -> None:
        """Keep these photos of a paper page in place of those there are."""
        self._change(self._case.with_assessment(self.view.walk.with_page(page, photos)), verb)

    def take_over(self, after: Case) -> None:
        """Record the case with what was taken from a filled sheet; one undo takes all back."""
        self._change(after, _("a filled sheet"))

    def answer_flag(self, flag: str, answer: str) -> None:
        """Record an answer ("yes", "no", "not_sure") to the red-flag screen."""
        from falls_app.content.bones import load_red_flags
        from falls_app.domain.screening.red_flags import flag_answered

        bones = flag_answered(self._case.bones, load_red_flags(), flag, answer)
        # The name of the sign stays out of the undo list: others may look at the screen.
        self._change(replace(self._case, bones=bones), _("an answer about signs"))

    def answer_bone(self, question: str, choice: str, topic: str) -> None:
        """Record an answer about bones and balance."""
        from falls_app.domain.screening.bone_check import with_short

        short = self.view.bones.by_id.get(question)
        items = {**self._case.bones.items, question: choice}
        if short is not None:  # it settles the items of the full check that it asks too
            items = dict(with_short(self._case.bones.items, short, choice))
        # The red-flag screen may have asked the same: the newer answer counts.
        flags = {flag: told for flag, told in self._case.bones.flags.items() if flag != question}
        self.change_bones(_("answer to {check}").format(check=topic), items=items, flags=flags)

    def change_bones(self, verb: str, **fields: Any) -> None:
        """Change fields of what is known about bones and balance; ``verb`` names it for undo."""
        self._change(replace(self._case, bones=replace(self._case.bones, **fields)), verb)

    def share(self, question: str, shared: bool) -> None:
        """Record that a question goes on the page for the doctor or pharmacist, or comes off."""
        others = tuple(each for each in self._case.bones.shared or () if each != question)
        self.change_bones(_("what to share"), shared=(*others, question) if shared else others)

    def answer_steady(self, question: str, answer: str, topic: str) -> None:
        """Record an answer to a quick question; ``topic`` names it for undo, "" if private."""
        from falls_app.domain.screening.noting import quick_answered

        after = quick_answered(self._case, question, answer, self.today)
        verb = _("answer to {check}").format(check=topic) if topic else _("a quick question")
        self._change(after, verb)

    def write_fall(self, fall: Fall) -> frozenset[str]:
        """Write a fall down; return the signs of level 1 that this entry shows now and did not."""
        from falls_app.domain.screening.noting import fall_noted, new_emergencies

        told = self.view.told
        new = new_emergencies(fall, told)
        after = fall_noted(self._case, fall, told)
        if after != self._case:
            self._change(after, _("the diary of falls"))
        return new

    def remove_fall(self, fall_id: str) -> None:
        """Take a fall out of the diary."""
        falls = tuple(each for each in self._case.bones.falls if each.id != fall_id)
        self.change_bones(_("the diary of falls"), falls=falls)

    # ------------------------------------------------------------------ the report

    def set_visit(self, verb: str, **fields: Any) -> None:
        """Change fields of what a therapist notes for the report; ``verb`` names it for undo."""
        self._visit(replace(self._case.visit, **fields), verb)

    def _visit(self, visit: Visit, verb: str) -> None:
        if visit != self._case.visit:
            self._change(replace(self._case, visit=visit), verb)

    def rewrite(self, draft: Draft, words: str) -> None:
        """Put own words in the place of a drafted paragraph; the draft's own take them back."""
        from falls_app.domain.drafting import rewritten

        self._visit(rewritten(self._case.visit, draft, words), _("the words of the report"))

    def judge(self, steps: Iterable[Step], verdict: Verdict | None) -> None:
        """Accept drafted steps, leave them out, or propose them again."""
        from falls_app.domain.drafting import judged

        visit = self._case.visit
        for step in steps:
            visit = judged(visit, step, verdict)
        self._visit(visit, _("a step of the report"))

    def sign(self, signer: Signer, signature: Signature | None) -> None:
        """Put a signature under the draft, or take it off."""
        visit = self._case.visit.with_signature(signer, signature)
        self._visit(visit, _("a signature"))

    def lock_report(self) -> None:
        """Lock the report with its signatures: a later change begins the next version."""
        if self._is_refused():
            return
        from falls_app.domain.signing import locked
        from falls_app.storage.access import What
        from falls_app.storage.keeping import packed

        self._change(locked(self._case, packed(self._case)), _("sign and lock"))
        self._store.access.note(What.SIGNED, self._case.id, str(len(self._case.signed)))

    def bring_together(self, case: Case) -> None:
        """Take what was chosen of two values of this home, as one change."""
        from falls_app.storage.access import What

        self._change(case, _("two copies brought together"))
        self._store.access.note(What.MERGED, self._case.id)

    # ------------------------------------------------------------------ the plan

    def choose(self, step: Step, **fields: Any) -> None:
        """Change what people said about a step: who, by, words, fix."""
        from falls_app.domain.deciding import chosen

        self._change(
            chosen(self._case, step, **fields), _("step “{step}”").format(step=self.say(step.short))
        )

    def decide(self, step: Step, decision: Decision | None, words: str = "") -> None:
        """Record what the person decided about a step, with the reason or their own way."""
        self.choose(step, decision=decision, words=words, decided_on=self._today().isoformat())

    def add_own_step(self, text: str) -> str:
        """Add a step that somebody wrote; return its key."""
        from falls_app.domain.deciding import with_own_step

        after = with_own_step(self._case, text)
        self._change(after, _("step “{step}”").format(step=text))
        return after.own_steps[-1].key

    def change_own_step(self, step: Step, **fields: Any) -> None:
        """Change the text or the cost of a step that somebody wrote."""
        from falls_app.domain.deciding import with_own_step_changed

        after = with_own_step_changed(self._case, step, **fields)
        self._change(after, _("step “{step}”").format(step=fields.get("text", step.short)))

    def remove_own_step(self, step: Step) -> None:
        """Take a step that somebody wrote out of the plan, with all that was said about it."""
        from falls_app.domain.deciding import without_own_step

        after = without_own_step(self._case, step)
        self._change(after, _("removed: {step}").format(step=step.short))

    def board_of(self, column: Column) -> tuple[Step, ...]:
        """Return the steps of a column of the board, as they were put; none that was declined."""
        from falls_app.domain.board import on_board

        here = self.view.plan.in_column(column)
        return on_board(self._case, [step for step in here if not step.is_declined])

    def move_step(self, step: Step, column: Column) -> None:
        """Move a step to another column of the board."""
        from falls_app.domain.board import moved_to

        verb = _("the place of “{step}”").format(step=self.say(step.short))
        self._change(moved_to(self._case, step, column), verb)

    def shift_step(self, step: Step, by: int) -> None:
        """Move a step so many places lower in its column, higher if below 0."""
        from falls_app.domain.board import moved_by

        after = moved_by(self._case, self.board_of(step.column), step, by)
        if after is not self._case:
            self._change(after, _("the place of “{step}”").format(step=self.say(step.short)))

    def put_steps_back(self) -> None:
        """Arrange the board as the plan has it."""
        from falls_app.domain.board import as_ranked

        self._change(as_ranked(self._case), _("the order of the steps"))

    def mark_done(self, step: Step) -> None:
        """Mark a step done today: the answer becomes the one that its fix names."""
        from falls_app.domain.deciding import done

        after = done(self._case, step, self._today().isoformat())
        self._change(after, _("done: {step}").format(step=self.say(step.short)))

    def change_done_day(self, step: Step, day: str) -> None:
        """Change the day on which a step was done, which is today or before."""
        from falls_app.domain.deciding import done_on

        after = done_on(self._case, step, day, self._today().isoformat())
        if after != self._case:
            verb = _("the day of “{step}”").format(step=self.say(step.short))
            self._change(after, verb)

    def set_step_photos(self, step: Step, photos: tuple[Photo, ...], verb: str) -> None:
        """Keep photos that show a step done; ``verb`` names it, with {check} for the step."""
        from falls_app.domain.deciding import with_photos

        after = with_photos(self._case, step, photos)
        self._change(after, verb.format(check=self.say(step.short)))

    def mark_not_done(self, step: Step) -> None:
        """Open a done step again: its check is to fix, as it was."""
        from falls_app.domain.deciding import not_done

        self._change(
            not_done(self._case, step), _("not done: {step}").format(step=self.say(step.short))
        )
