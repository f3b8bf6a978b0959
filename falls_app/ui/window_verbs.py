"""The verbs of the window itself: where to go, what to take back, how it looks."""

from collections.abc import Callable
from typing import Protocol

from falls_app.i18n import _
from falls_app.ui.look_desk import LookDesk
from falls_app.ui.masking import masking
from falls_app.ui.name_desk import NameDesk
from falls_app.ui.pages.page import Page
from falls_app.ui.session import Session
from falls_app.ui.taking_back import TakingBack
from falls_app.ui.verbs import HIDE_NAMES_KEY, Verb
from falls_app.ui.widgets.app_bar import stages


class Openings(Protocol):
    """What opens over the page."""

    def find(self) -> None:
        """Open the search."""

    def open_list(self) -> None:
        """Open the list of all commands."""

    def open_more(self) -> None:
        """Open the menu "More"."""

    def help(self) -> None:
        """Open help on what is shown."""


class Window(Protocol):
    """What the verbs need of the window."""

    looks: LookDesk
    takes: TakingBack
    names: NameDesk

    @property
    def session(self) -> Session:
        """The session that all pages show."""

    @property
    def place(self) -> str:
        """The page that is shown, with its part."""

    @property
    def page(self) -> Page:
        """The page that is shown."""

    @property
    def commands(self) -> "Openings":
        """What opens the search and the list of commands."""

    @property
    def in_work(self) -> bool:
        """True on a page of an open home that is set up."""

    @property
    def in_home(self) -> bool:
        """True on a page of an open home, its setup too."""

    def go(self, target: str) -> None:
        """Show a page."""

    def say_saved(self) -> None:
        """Say that all is saved."""

    def next_pane(self) -> None:
        """Go to the next pane."""

    def previous_pane(self) -> None:
        """Go to the pane before."""


class GoTo:
    """Shows a page: something to do, with the page in it."""

    def __init__(self, go: Callable[[str], None], target: str) -> None:
        self._go, self._target = go, target

    def __call__(self) -> None:
        """Show it."""
        self._go(self._target)


class LockNow:
    """Locks the window, or shows how to have a lock: something to do."""

    def __init__(self, session: Session, go: Callable[[str], None]) -> None:
        self._session, self._go = session, go

    def __call__(self) -> None:
        """Do it."""
        if self._session.store.is_locked:
            self._session.locking.ask_to_lock()
        else:
            self._go("lock")


def window_verbs(window: Window, *, every: bool = False) -> tuple[Verb, ...]:
    """Return every verb of the window, with whether it can be done now, in the order shown.

    Those for work are among them for who works, and with ``every``: keys are given out once.
    """
    pages = _pages(window, for_work=every or window.session.is_professional)
    return (*_find(window), *_work(window), *pages, *_look(window), *_about(window))


def _find(window: Window) -> tuple[Verb, ...]:
    commands, group = window.commands, _("Find")
    return (
        Verb("find", _("Find"), commands.find, ("Ctrl+F",), group, in_menu=True),
        Verb("commands", _("All commands"), commands.open_list, ("Ctrl+K",), group, in_menu=True),
        Verb("more", _("The menu More"), commands.open_more, ("F10",), group),
    )


def _work(window: Window) -> tuple[Verb, ...]:
    session, group = window.session, _("This home")
    undo = session.undo_label if window.in_home else None
    redo = session.redo_label if window.in_home else None
    undo_words = _("Undo: {verb}").format(verb=undo) if undo else _("Undo")
    redo_words = _("Redo: {verb}").format(verb=redo) if redo else _("Redo")
    return (
        Verb("undo", undo_words, window.takes.undo, ("Ctrl+Z",), group, bool(undo), in_menu=True),
        Verb(
            "redo", redo_words, window.takes.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), group, bool(redo),
            in_menu=True,
        ),
        Verb("saved", _("Is it saved?"), window.say_saved, ("Ctrl+S",), group, window.in_home),
    )  # fmt: skip


def _pages(window: Window, *, for_work: bool) -> tuple[Verb, ...]:
    group, go = _("Go to"), window.go
    found = [
        Verb(
            page,
            words,
            GoTo(go, page),
            _stage_keys(number, page),
            group,
            window.in_work,
            in_menu=window.in_work,
        )
        for number, (_stage, page, words) in enumerate(stages(for_work=for_work), start=1)
    ]
    home = window.session.is_open
    who = Verb("access", _("Who did what"), GoTo(go, "access"), (), group, in_menu=True)
    return (
        *found,
        Verb("who", _("Who lives here"), GoTo(go, "who"), (), group, home, in_menu=home),
        Verb("home", _("Home and rooms"), GoTo(go, "home"), (), group, home),
        Verb("two-days", _("The last two days"), GoTo(go, "two-days"), (), group, home),
        Verb("help-now", _("Help today"), GoTo(go, "help-now"), (), group, home),
        Verb("kind-words", _("Kind words"), GoTo(go, "kind-words"), (), group, home),
        Verb(
            "sheet-back", _("Bring back a filled sheet"), GoTo(go, "sheet-back"), (), group, home
        ),
        Verb(
            "type-in", _("Type in a paper sheet"), GoTo(go, "type-in"), (), group, home
        ),
        Verb("homes", _("All homes"), GoTo(go, "start"), (), group, in_menu=True),
        Verb("blank-list", _("Print a blank list"), GoTo(go, "blank-list"), (), group),
        Verb("backups", _("Backups"), GoTo(go, "backups"), (), group, in_menu=True),
        Verb(
            "hand-over", _("Save as a file"), GoTo(go, "hand-over"), (), group, home, in_menu=True
        ),
        Verb(
            "open-file", _("Open a file"), GoTo(go, "open-file"), ("Ctrl+O",), group, in_menu=True
        ),
        Verb("data", _("Your data"), GoTo(go, "data"), (), group, in_menu=True),
        *((who,) if for_work else ()),
        Verb("next-pane", _("Next part of the page"), window.next_pane, ("F6",), group),
        Verb("previous-pane", _("The part before"), window.previous_pane, ("Shift+F6",), group),
    )  # fmt: skip


def _stage_keys(number: int, page: str) -> tuple[str, ...]:
    return (f"Ctrl+{number}", "Ctrl+P") if page == "print" else (f"Ctrl+{number}",)


def _look(window: Window) -> tuple[Verb, ...]:
    looks, group = window.looks, _("Text and colors")
    hide = _("Show names") if masking.is_on else _("Hide names")
    return (
        Verb("look", _("Text size and theme"), looks.choose, (), group, in_menu=True),
        Verb("larger", _("Larger text"), looks.larger, ("Ctrl++", "Ctrl+="), group),
        Verb("smaller", _("Smaller text"), looks.smaller, ("Ctrl+-",), group),
        Verb("normal", _("Text at 100 %"), looks.normal_size, ("Ctrl+0",), group),
        Verb("hide-names", hide, window.names.toggle, (HIDE_NAMES_KEY,), group, in_menu=True),
    )


def _about(window: Window) -> tuple[Verb, ...]:
    group, go = _("Steady Home"), window.go
    is_locked = window.session.store.is_locked
    lock = _("Lock now") if is_locked else _("Lock with a passphrase")
    ring = GoTo(go, "settings:lock:by-itself")
    return (
        Verb("lock", lock, LockNow(window.session, go), ("Ctrl+L",), group, in_menu=True),
        Verb("by-itself", _("Open by itself at the start"), ring, (), group, is_locked),
        Verb("settings", _("Settings"), GoTo(go, "settings"), ("Ctrl+,",), group, in_menu=True),
        Verb("help", _("Help"), window.commands.help, ("F1",), group, in_menu=True),
        Verb("about", _("About Steady Home"), GoTo(go, "about"), (), group, in_menu=True),
    )
