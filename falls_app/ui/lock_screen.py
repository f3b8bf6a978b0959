"""Locks the answers while the program runs: when asked, after a while, when somebody leaves.

Somebody leaves when the screen is locked and when the computer goes to sleep, if it tells so; else
it is seen afterwards that it slept. The window goes, with all that stands in its pages, and comes
back where it was when the answers are opened again.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.by_itself import ask_next_time
from falls_app.storage.store import Store
from falls_app.storage.unlocked import forget_keys
from falls_app.ui.computer_news import ComputerNews, computer_news
from falls_app.ui.main_window import MainWindow
from falls_app.ui.safekeeping import RESTORING
from falls_app.ui.session import Session

LOOK_MS = 5_000
"""How often it is looked whether somebody is there."""
SLEPT_S = 60
"""The computer slept if so much more time has passed than there should have."""

_TOUCHES = frozenset(
    [
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove, QEvent.Type.TabletPress,
    ]
)  # fmt: skip


class LockScreen(QObject):
    """Watches the window of a locked store. ``opened`` asks for the passphrase.

    ``opened`` returns the store that was opened, or the exit code if it was not.
    """

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        opened: Callable[[], Store | int],
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._opened, self._clock = window, session, opened, clock
        self._touched = self._looked = clock()
        self._is_down = self._is_owed = False
        self._news: ComputerNews | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._watched: QObject | None = None
        session.locking.lock_asked.connect(self.lock)
        session.locking.changed.connect(self.watch)

    def watch(self) -> None:
        """Watch for touches while the store is locked, and not otherwise: it costs a little."""
        is_wanted = self._session.store.is_locked
        if is_wanted and not self._timer.isActive():
            self._touched = self._looked = self._clock()
            self._timer.start()
        elif not is_wanted:
            self._timer.stop()
        self._listen(self._window.windowHandle() if is_wanted else None)
        self._hear(is_wanted)

    def _hear(self, is_wanted: bool) -> None:
        """Hear what the computer tells: nothing is asked of it while there is no lock."""
        if is_wanted and self._news is None:
            self._news = computer_news(self._window)
            self._news.left.connect(self.leave)
            self._session.locking.hear(self._news)
        if self._news is not None and is_wanted:
            self._news.begin()
        elif self._news is not None:
            self._news.end()

    def _listen(self, handle: QObject | None) -> None:
        """Hear of keys and the pointer where they come into the window, once each."""
        if handle is self._watched:
            return
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        if handle is not None:
            handle.installEventFilter(self)
        self._watched = handle

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touched, self._is_owed = self._clock(), False
        return False

    def look(self) -> None:
        """Lock if nobody was there for so long, or if the computer slept."""
        now = self._clock()
        slept, self._looked = now - self._looked > SLEPT_S + LOOK_MS / 1000, now
        limit = self._session.locking.minutes * 60
        if slept or self._is_owed or (limit and now - self._touched >= limit):
            self.lock()

    def leave(self) -> None:
        """Lock: somebody leaves. What is in the way is tried again until somebody is back."""
        self.lock()
        self._is_owed = not self._is_down and self._session.store.is_locked

    def lock(self) -> None:
        """Save, and lock. What cannot be saved keeps the window open."""
        session, window = self._session, self._window
        if self._is_down or not session.store.is_locked or self._must_wait():
            return
        if not window.is_all_saved():
            self._touched = self._clock()
            window.say(_("It stays open until all of it is saved."))
            return
        self._is_down = True
        case_id, place = session.case.id, window.place
        _close_dialogs()
        if session.locking.by_itself.is_on:
            ask_next_time(session.store.meeting_place)
        session.safekeeping.stop()
        session.locking.forget()
        window.hide()
        window.forget_pages()
        session.close()
        session.store.close()
        forget_keys()
        self._hear(False)
        # Beside what has asked for it: a button of a page that has gone.
        QTimer.singleShot(0, self, _Coming(self, case_id, place))

    def _must_wait(self) -> bool:
        """Return whether the store is being exchanged just now."""
        return self._session.locking.is_busy or self._session.safekeeping.doing == RESTORING

    def come_back(self, case_id: str, place: str) -> None:
        """Ask for the passphrase, and show the window where it was."""
        session, window = self._session, self._window
        store = self._opened()
        if isinstance(store, int):
            # Closed as it should be: the next start has nothing to tell.
            session.store.bookmark.remove()
            QApplication.exit(0)
            return
        session.use(store)
        window.go(self._page(case_id, place))
        window.show()
        window.activateWindow()
        self._is_down = self._is_owed = False
        self._touched = self._looked = self._clock()
        self.watch()

    def _page(self, case_id: str, place: str) -> str:
        """Open the home again; the start page if it is not there, as after a backup came back."""
        try:
            return self._session.page_opened(case_id, place) if case_id else place
        except UserError:
            return "start"


class _Coming:
    """The way back to a place, taken once the lock is down."""

    def __init__(self, screen: LockScreen, case_id: str, place: str) -> None:
        self._screen, self._case_id, self._place = screen, case_id, place

    def __call__(self) -> None:
        self._screen.come_back(self._case_id, self._place)


def _close_dialogs() -> None:
    """Close what stands over the window: a sheet saves what is in it."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
