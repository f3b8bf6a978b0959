"""The open case as windows see it: what it holds, what can be done with it, what went wrong."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

import falls_app.domain
import falls_app.ui
from falls_app.content.checks import load_checklist
from falls_app.content.regions import Region, load_region
from falls_app.domain.assessment import (
    Assessment,
    Case,
    Consent,
    Decision,
    Finding,
    Helper,
    ListKind,
)
from falls_app.domain.bones import Fall, TwoDays
from falls_app.domain.checklist import Answer, Check
from falls_app.domain.home import Home
from falls_app.domain.person import Person, Say
from falls_app.errors import UserError
from falls_app.i18n import About, _, content
from falls_app.storage.store import CaseSummary, Store
from falls_app.storage.trouble import DAMAGE, told
from falls_app.ui.settings import Settings
from falls_app.ui.writing import Writing

HELP_DRAFT = "words about help"
"""The setting that keeps a case's id and what is being written about help there."""

Step: TypeAlias = "falls_app.domain.step.Step"
CaseView: TypeAlias = "falls_app.case_view.CaseView"
"""Types from modules that come with a case: the window opens before one is looked at."""


class Session(QObject):
    """Holds the open case and changes it. Everything is saved before ``saved`` is emitted.

    Signals:
        changed(): the case, or what follows from it, is another value now.
        saved(str): a change is on the disk; the text is its short name ("answer to Handrails").
        failed(UserError): something went wrong with the disk. A change that could not be saved
            is shown all the same, and waits (``has_unsaved``).
    """

    changed = Signal()
    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, store: Store, today: Callable[[], date], region: str = "us") -> None:
        super().__init__()
        self._writing, self._today = Writing(store), today
        self.settings = Settings(store)
        self._region_id = str(self.settings.get("region", region))
        self._view: CaseView | None = None

    # ------------------------------------------------------------------ what it holds

    @property
    def case(self) -> Case:
        """The open case; one with an empty id if none is open."""
        return self._writing.case

    @property
    def _case(self) -> Case:
        return self._writing.case

    @property
    def is_open(self) -> bool:
        """True while a case is open."""
        return bool(self._case.id)

    @property
    def view(self) -> CaseView:
        """What follows from the case as it is now."""
        if self._view is None:
            from falls_app import case_view

            self._view = case_view.CaseView(self._case, self.region, self._today())
        return self._view

    @property
    def region(self) -> Region:
        """Numbers, units and prices in use."""
        return load_region(self._region_id)

    @property
    def about(self) -> About:
        """Fills names and pronouns into texts about the person."""
        return About(self._case.person.name, self._case.person.say.value)

    def say(self, text: str) -> str:
        """Return a text of the content in the user's language, about this person."""
        return self.about(content(text))

    @property
    def store(self) -> Store:
        """The store, for the list of homes and their photos."""
        return self._writing.store

    @property
    def _store(self) -> Store:
        return self._writing.store

    def use(self, store: Store) -> None:
        """Use another store from now on, such as one that was brought back. No case is open."""
        self._writing.store = store
        self.settings = Settings(store)
        self._view = None
        self.changed.emit()

    @cached_property
    def safekeeping(self) -> "falls_app.ui.safekeeping.Safekeeping":
        """Makes backups and brings them back."""
        from falls_app.ui.safekeeping import Safekeeping

        return Safekeeping(self)

    @property
    def is_professional(self) -> bool:
        """True if the user visits homes for work: numbers then come with their references."""
        return bool(self.settings.get("professional", False))

    @property
    def today(self) -> date:
        """The day on which something is done now."""
        return self._today()

    # ------------------------------------------------------------------ cases

    def begin(self, *, mine: bool) -> None:
        """Open a new case for somebody's home; ``mine`` speaks to the user as "you".

        Where it cannot be written it is begun all the same, and waits.
        """
        say = Say.YOU if mine else Say.THEY
        walk = Assessment("", self._today().isoformat(), ListKind.QUICK, load_checklist().version)
        case = Case(person=Person(say=say), assessments=(walk,))
        self._writing.begin(case)
        self._view = None
        is_saved = self._save(_("a new home"))
        self.changed.emit()
        if is_saved:
            self.saved.emit("")

    def add(self, case: Case, pictures: Mapping[str, Path] | None = None) -> None:
        """Open a case made elsewhere (the sample, a file) as a new one of this store.

        ``pictures`` are the files of its photos by their SHA-256: they are kept first.
        """
        made = replace(case, id=str(uuid4()))
        files = pictures or {}
        for photo in made.photos:
            if photo.sha256 in files:
                with told():
                    self._store.photos.copy(made.id, files[photo.sha256], photo.sha256)
        self._open(self._store.create(made, _("a new home")))

    def open(self, case_id: str) -> None:
        """Open a case of the store."""
        self._open(self._store.load(case_id))

    def page_opened(self, case_id: str, page: str = "") -> str:
        """Open a case and return the page to show: this one, else the one to carry on with.

        A case that the disk has changed stays closed; its page says so. Other trouble is raised.
        """
        try:
            self.open(case_id)
        except UserError as error:
            if (error.message, error.hint) in DAMAGE:
                return f"damaged:{case_id}"
            raise
        return page or self.page_to_resume

    @property
    def may_close(self) -> bool:
        """True if nothing is lost by closing the case: all is saved, or nobody told anything."""
        from falls_app.domain.resuming import is_untouched

        return not self.has_unsaved or is_untouched(self._case)

    def close(self) -> None:
        """Close the case, of which all is saved. A home nobody told anything of goes."""
        from falls_app.domain.resuming import is_untouched

        left = self._case
        self._open(Case())
        if left.id and is_untouched(left):
            with suppress(UserError):
                self._store.delete(left.id)

    def remove(self, case_id: str) -> None:
        """Take a home off the list, for 30 days at first."""
        with self.telling():
            self._store.delete(case_id)
            if self.settings.get(HELP_DRAFT, ["", ""])[0] == case_id:
                self.draft_help("")

    def bring_back(self, case_id: str) -> None:
        """Put a home back in the list."""
        with self.telling():
            self._store.restore(case_id)

    @property
    def homes(self) -> list[CaseSummary]:
        """The homes in the list, the last changed first; none if they cannot be read."""
        with self.telling():
            return self._store.cases()
        return []

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell what goes wrong inside, in a sentence, rather than raise it."""
        try:
            yield
        except UserError as error:
            self.failed.emit(error)

    @property
    def page_to_resume(self) -> str:
        """Return the id of the page on which the open case is carried on."""
        from falls_app.domain.overview import looked_at
        from falls_app.domain.resuming import page_to_resume

        done, total = looked_at(self.view.marks.values())
        return page_to_resume(self._case, is_finished=done == total)

    def mark_place(self, page: str) -> None:
        """Keep the page that is shown, to come back to it if the program is killed."""
        from falls_app.storage.bookmark import Place

        self._store.bookmark.keep(Place(self._case.id, page))

    def end(self) -> None:
        """The window goes, as it should."""
        if "safekeeping" in self.__dict__:
            self.safekeeping.close()
        self._store.bookmark.remove()

    @property
    def has_unsaved(self) -> bool:
        """True while something on the screen is not on the disk."""
        return self._writing.has_unsaved

    @property
    def waiting(self) -> int:
        """How many changes are not on the disk yet."""
        return self._writing.waiting

    def _open(self, case: Case) -> None:
        self._writing.open(case)
        self._view = None
        self.changed.emit()

    # ------------------------------------------------------------------ changing it

    def _change(self, after: Case, verb: str) -> None:
        """Show the new value, then save it. A failure keeps it on the screen and says so."""
        self._writing.case, self._view = after, None
        is_saved = self._save(verb)
        self.changed.emit()
        if is_saved:
            self.saved.emit(verb)

    def _save(self, verb: str) -> bool:
        """Write all that is not on the disk yet: this change, and any that failed before it."""
        try:
            self._writing.save(verb)
        except UserError as error:
            self.failed.emit(error)
            return False
        return True

    def retry(self) -> bool:
        """Write what could not be saved; return whether all is on the disk now."""
        if self.has_unsaved and self._save(_("what was not saved")):
            self.changed.emit()
            self.saved.emit("")
        return not self.has_unsaved

    def undo(self) -> None:
        """Take back the last change; nothing happens if there is none."""
        self._turn(self._store.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._turn(self._store.redo)

    def _turn(self, turn: Callable[[Case], Case | None]) -> None:
        if self.has_unsaved and not self._save(_("what was not saved")):
            return
        try:
            case = turn(self._case)
        except UserError as error:
            self.failed.emit(error)
            return
        if case is not None:
            self._open(case)
            self.saved.emit("")

    @property
    def undo_label(self) -> str | None:
        """Name of what ``undo`` would take back, or None."""
        return self._label(self._store.undo_label)

    @property
    def redo_label(self) -> str | None:
        """Name of what ``redo`` would do again, or None."""
        return self._label(self._store.redo_label)

    def _label(self, label: Callable[[str], str | None]) -> str | None:
        with suppress(UserError):
            return label(self._case.id) if self.is_open else None
        return None

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

        if self.help_draft:
            self.draft_help("")
        note, today = words or _("We are getting help."), self._today().isoformat()
        bones = help_noted(self._case.bones, load_red_flags(), note, today)
        if bones.falls:
            bones = replace(bones, falls=falls_told(self.view.told))
        self._change(replace(self._case, bones=bones), _("the note about help"))

    @property
    def help_draft(self) -> str:
        """What somebody began to write about help and did not note yet."""
        case_id, words = self.settings.get(HELP_DRAFT, ["", ""])
        return words if case_id == self._case.id else ""

    def draft_help(self, words: str) -> None:
        """Keep what is being written about help. It is noted only when somebody says so."""
        self.settings.keep(HELP_DRAFT, [self._case.id if words else "", words])

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

    def mark_done(self, step: Step) -> None:
        """Mark a step done today: the answer becomes the one that its fix names."""
        from falls_app.domain.deciding import done

        after = done(self._case, step, self._today().isoformat())
        self._change(after, _("done: {step}").format(step=self.say(step.short)))

    def mark_not_done(self, step: Step) -> None:
        """Open a done step again: its check is to fix, as it was."""
        from falls_app.domain.deciding import not_done

        self._change(
            not_done(self._case, step), _("not done: {step}").format(step=self.say(step.short))
        )

    # ------------------------------------------------------------------ settings

    def set_region(self, region_id: str) -> None:
        """Use the numbers, units and prices of another region."""
        self._region_id = load_region(region_id).id
        self.settings.keep("region", region_id)
        self._view = None
        self.changed.emit()

    def set_professional(self, is_professional: bool) -> None:
        """Show what is for people who visit homes for work, or leave it out."""
        self.settings.keep("professional", is_professional)
        self.changed.emit()
