"""The open case as windows see it: the homes of the store, and who works with them."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TypeAlias
from uuid import uuid4

import falls_app.domain
import falls_app.storage
import falls_app.ui
from falls_app.content.checks import load_checklist
from falls_app.domain.assessment import (
    Assessment,
    Case,
    ListKind,
)
from falls_app.domain.evidence import PhotoFile
from falls_app.domain.person import Person, Say
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.store import CaseSummary, Store
from falls_app.storage.trouble import DAMAGE, NEWER_HOME, told
from falls_app.ui.kept_case import CaseView, KeptCase, us

HELP_DRAFT = "words about help"
"""The setting that keeps a case's id and what is being written about help there."""

Step: TypeAlias = "falls_app.domain.step.Step"
"""A type from a module that comes with a case: the window opens before one is looked at."""


class OpenCase(KeptCase):
    """The open case, how it is opened and closed, and what else a window does with the store."""

    def __init__(
        self, store: Store, today: Callable[[], date], region: Callable[[], str] = us
    ) -> None:
        """Use this store; ``region`` is asked where the user seems to be, once it matters."""
        super().__init__(store, today, region)
        store.who = self._who_works

    def use(self, store: Store) -> None:
        """Use another store from now on, such as one that was brought back. No case is open."""
        store.who = self._who_works
        super().use(store)

    @cached_property
    def safekeeping(self) -> "falls_app.ui.safekeeping.Safekeeping":
        """Makes backups and brings them back."""
        from falls_app.ui.safekeeping import Safekeeping

        return Safekeeping(self)

    @cached_property
    def locking(self) -> "falls_app.ui.locking.Locking":
        """Locks the store with a passphrase, and changes or takes off the lock."""
        from falls_app.ui.locking import Locking

        return Locking(self)

    # ------------------------------------------------------------------ who works here

    @property
    def is_professional(self) -> bool:
        """True if the user visits homes for work: numbers then come with their references."""
        return bool(self.settings.get("professional", False))

    def set_professional(self, is_professional: bool) -> None:
        """Show what is for people who visit homes for work, or leave it out."""
        from falls_app.storage.access import WANTED, What

        access = self._store.access
        if not is_professional:
            access.note(What.STOPPED)
        self.settings.keep(WANTED, is_professional)
        if is_professional:
            access.switch()
        self.changed.emit()

    def _who_works(self) -> str:
        """Return the therapist's name, that of the computer's account if none is noted."""
        from falls_app.storage.access import account_name

        return self.letterhead.therapist or account_name()

    def note_export(self, case_id: str, form: str, kinds: Iterable[str] = ()) -> None:
        """Note in the list of who did what that something of a home is handed over.

        Before it is written: a window that is closed meanwhile would not come to note it.
        ``form`` is its format, ``kinds`` are those of papers. No home, nothing to note.
        """
        from falls_app.storage.access import What

        if case_id:
            about = f"{form} {'+'.join(kinds)}".strip()
            self._store.access.note(What.EXPORTED, case_id, about)

    def note_not_exported(self, case_id: str) -> None:
        """Note that what was to be handed over of a home last could not be written."""
        from falls_app.storage.access import What

        if case_id:
            self._store.access.note(What.NOT_EXPORTED, case_id)

    @property
    def letterheads(self) -> "falls_app.ui.letterheads.Letterheads":
        """Whose reports these are, and the phrases they are written with."""
        from falls_app.ui.letterheads import Letterheads

        return Letterheads(self.settings)

    @property
    def letterhead(self) -> "falls_app.export.Letterhead":
        """Whose report the open case has."""
        return self.letterheads.get(self._case.visit.letterhead)

    def keep_letterhead(self, key: str, head: "falls_app.export.Letterhead") -> None:
        """Keep a letterhead in the settings."""
        if self._is_refused():
            return
        self.letterheads.keep(key, head)
        self.changed.emit()

    def keep_phrase(self, name: str, words: str) -> None:
        """Keep a phrase of the report in the settings; no words take it out."""
        if self._is_refused():
            return
        self.letterheads.keep_phrase(name, words)
        self.changed.emit()

    # ------------------------------------------------------------------ cases

    def begin(self, *, mine: bool) -> None:
        """Open a new case for somebody's home; ``mine`` speaks to the user as "you".

        A family begins with the quick list, who works with the full one: a report needs it.
        Where it cannot be written it is begun all the same, and waits. None is begun where
        everything is open to read only.
        """
        if self._is_refused():
            return
        say = Say.YOU if mine else Say.THEY
        asked = ListKind.FULL if self.is_professional else ListKind.QUICK
        walk = Assessment("", self._today().isoformat(), asked, load_checklist().version)
        case = Case(person=Person(say=say), assessments=(walk,))
        self._writing.begin(case)
        self._view = None
        is_saved = self._save(_("a new home"))
        self.changed.emit()
        if is_saved:
            self.saved.emit("")

    def add(self, case: Case, pictures: Mapping[str, PhotoFile] | None = None) -> None:
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
        self._open(self._loaded(case_id))
        self._store.access.opened(case_id)

    def _loaded(self, case_id: str) -> Case:
        """Return a case of the store, of a newer version's what this one knows of it.

        UserError if a newer version has answered checks in a store that is not open to read only:
        what it knows would be saved without them.
        """
        from falls_app.domain.known import known_part

        case = self._store.load(case_id)
        known = known_part(case, load_checklist())
        if known != case and not self._store.is_to_read:
            raise UserError(*NEWER_HOME)
        return known

    def read(self, home: "falls_app.storage.unpacking.Unpacked") -> None:
        """Open a home from a file of a newer version. ``close`` lets it go: it is not kept."""
        from falls_app.storage.to_read import HomeToRead

        store = HomeToRead.of(home, self._store)
        self.use(store)
        self.open(store.cases()[0].id)

    def look_at(self, case_id: str) -> "CaseView | None":
        """Return what follows from a home's answers without opening it; None if unreadable."""
        from falls_app import case_view

        with suppress(UserError):
            return case_view.CaseView(self._loaded(case_id), self.region, self.today)
        return None

    def page_opened(self, case_id: str, page: str = "") -> str:
        """Open a case and return the page to show: this one, else the one to carry on with.

        A case that the disk has changed stays closed; its page says so. Other trouble is raised.
        """
        try:
            self.open(case_id)
        except UserError as error:
            if error.said in DAMAGE:
                return f"damaged:{case_id}"
            raise
        return page or self.page_to_resume

    @property
    def may_close(self) -> bool:
        """True if nothing is lost by closing the case: all is saved, or nobody told anything."""
        from falls_app.domain.resuming import is_untouched

        return not self.has_unsaved or is_untouched(self._case)

    def close(self) -> None:
        """Close the case, of which all is saved. A home nobody told anything of goes.

        After a home that was only read the user's own store is in use again.
        """
        from falls_app.domain.resuming import is_untouched

        left = self._case
        self._open(Case())
        if left.id and is_untouched(left):
            with suppress(UserError):
                self._store.delete(left.id)
        if self._store.behind is not None:
            self._store.close()
            self.use(self._store.behind)

    def remove(self, case_id: str) -> None:
        """Take a home off the list, for 30 days at first."""
        with self.telling():
            self._store.delete(case_id)
            if self.settings.get(HELP_DRAFT, ["", ""])[0] == case_id:
                self.draft_help("")

    @property
    def help_draft(self) -> str:
        """What somebody began to write about help and did not note yet."""
        case_id, words = self.settings.get(HELP_DRAFT, ["", ""])
        return words if case_id == self._case.id else ""

    def draft_help(self, words: str) -> None:
        """Keep what is being written about help. It is noted only when somebody says so."""
        if self._store.is_to_read:
            return
        self.settings.keep(HELP_DRAFT, [self._case.id if words else "", words])

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
        if "locking" in self.__dict__:
            self.locking.close()
        (self._store.behind or self._store).bookmark.remove()
