"""The case on the screen: what follows from it, how a change of it is saved and taken back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

import falls_app.content
import falls_app.domain
from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.i18n import About, _, content
from falls_app.storage.store import Store
from falls_app.storage.trouble import TO_READ
from falls_app.ui.settings import Settings
from falls_app.ui.writing import Writing

CaseView: TypeAlias = "falls_app.case_view.CaseView"
"""A type from a module that comes with a case: the window opens before one is looked at."""


def us() -> str:
    """Return the region of a user of whom nobody knows where they are."""
    return "us"


class KeptCase(QObject):
    """Holds the case on the screen. Everything is saved before ``saved`` is emitted.

    Signals:
        changed(): the case, or what follows from it, is another value now.
        saved(str): a change is on the disk; the text is its short name ("answer to Handrails").
        failed(UserError): something went wrong with the disk. A change that could not be saved
            is shown all the same, and waits (``has_unsaved``).
    """

    changed = Signal()
    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self, store: Store, today: Callable[[], date], region: Callable[[], str] = us
    ) -> None:
        """Use this store; ``region`` is asked where the user seems to be, once it matters."""
        super().__init__()
        self._writing, self._today = Writing(store), today
        self.settings = Settings(store)
        self._region_asked, self._region_id = region, str(self.settings.get("region", ""))
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
    def region(self) -> "falls_app.content.regions.Region":
        """Numbers, units and prices in use."""
        if not self._region_id:  # the window opens without one
            self._region_id = self._region_asked()
        from falls_app.content.regions import load_region

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

    @property
    def today(self) -> date:
        """The day on which something is done now."""
        return self._today()

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
        if self._is_refused():
            return
        self._writing.case, self._view = after, None
        is_saved = self._save(verb)
        self.changed.emit()
        if is_saved:
            self.saved.emit(verb)

    def _is_refused(self) -> bool:
        """Say that nothing can be changed, if that is so; what was touched shows how it was."""
        if not self._store.is_to_read:
            return False
        self.failed.emit(UserError(*TO_READ))
        self.changed.emit()
        return True

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

    def moments(self, walk: str | None = None) -> "falls_app.domain.minutes.Moments":
        """Return when the case was changed, as far as that is known; ``walk``: with its answers."""
        from falls_app.domain.minutes import Moments

        with suppress(UserError):
            return self._store.moments(self._case.id, walk)
        return Moments()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell what goes wrong inside, in a sentence, rather than raise it."""
        try:
            yield
        except UserError as error:
            self.failed.emit(error)

    def set_region(self, region_id: str) -> None:
        """Use the numbers, units and prices of another region."""
        from falls_app.content.regions import load_region

        self._region_id = load_region(region_id).id
        self.settings.keep("region", region_id)
        self._view = None
        self.changed.emit()
