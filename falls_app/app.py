"""Puts the parts together: the table of contents of the program."""

import os
import sys
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from falls_app import i18n, paths
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.store import Store
from falls_app.ui import theme
from falls_app.ui.kept_look import keep_look, use_kept_look
from falls_app.ui.looks import Looks
from falls_app.ui.main_window import MainWindow
from falls_app.ui.session import Session
from falls_app.ui.store_opening import open_store
from falls_app.ui.window_place import USUAL, show_in_place

CALM_MS = 2_000
"""How long after the window stands what can wait is begun."""
NO_LETTERS = (
    "Steady Home cannot draw any letters because this computer has no fonts. "
    "Install Steady Home again: it brings its own."
)


def run(when_shown: Callable[[], None]) -> int:
    """Open the window on the user's store, and return the exit code when it is closed.

    ``when_shown`` is called once the window stands.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Steady Home")
    application.setStyle("Fusion")
    has_fonts = theme.load_fonts()
    if not has_fonts and not theme.has_letters():
        print(NO_LETTERS, file=sys.stderr)
        return 1
    i18n.use_language(system_language())
    use_kept_look()
    theme.look.apply(application)
    store = open_store()
    if isinstance(store, int):
        return store
    window = make_window(application, store)
    show_fitting(application, window)
    QTimer.singleShot(0 if store.is_locked else CALM_MS, window, partial(guard, window))
    if not has_fonts:
        window.tell(other_letters())
    QTimer.singleShot(0, when_shown)
    QTimer.singleShot(CALM_MS, window, window.settle_in)
    code = application.exec()
    window.close_store()
    return code


def make_window(application: QApplication, store: Store) -> MainWindow:
    """Return the window on this store, in the look that was chosen last, on its start page.

    After a program that was killed it stands where that one stood.
    """
    session = Session(store, date.today, region=system_region)
    Looks(session).begin()
    keep_look(store)
    theme.look.apply(application)
    window = MainWindow(session)
    window.setWindowIcon(QIcon(str(paths.resources() / "icons" / "steady-home.svg")))
    if session.store.bookmark.was_left:
        go_on(window, session)
    else:
        window.go("start")
    return window


def guard(window: MainWindow) -> None:
    """Lock the window when it is asked for, and after a while; the store may have no lock yet."""
    from falls_app.ui.lock_screen import LockScreen

    LockScreen(window, window.session, partial(reopened, window)).watch()
    store = window.session.store
    if window.session.is_professional and not (store.is_locked or store.is_to_read):
        window.remind_of_lock()


def reopened(window: MainWindow) -> Store | int:
    """Open the window's store again, never by itself; return the exit code if that ends."""
    store = window.session.store
    return open_store(store.folder, by_itself=False, to_read=store.is_to_read)


def go_on(window: MainWindow, session: Session) -> None:
    """Show the place at which the program was killed, and say that the answers are there."""
    from falls_app.ui.coming_back import place_left, welcome_back

    place = place_left(session)
    window.go(place or "start")
    if session.is_open:
        window.say(welcome_back(session))


def show_fitting(application: QApplication, window: MainWindow) -> None:
    """Show the window where it stood last time, on a screen that is there."""
    main = application.primaryScreen()
    others = (screen for screen in application.screens() if screen is not main)
    screens = [each.availableGeometry() for each in (main, *others)]
    kept = window.session.settings.get("window", list(USUAL))
    show_in_place(window, kept, screens)


def other_letters() -> UserError:
    """Return what is said where our own fonts are missing."""
    return UserError(
        _("The letters of Steady Home are missing, so it uses those of your computer."),
        _("All answers are safe. Install Steady Home again to have its letters."),
    )


def system_language() -> str:
    """Return the language the system asks for, such as "en_GB"."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value.partition(".")[0]
    return "en"


def system_region() -> str:
    """Return the region to begin with: where the system's language is spoken, else the US."""
    from falls_app.content.regions import region_of

    return region_of(system_language().partition("_")[2].partition("@")[0])
