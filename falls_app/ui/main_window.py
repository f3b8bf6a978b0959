"""The one window: the bar on top and the page below it."""

from importlib import import_module

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget
from typing_extensions import override

from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.trouble import TO_READ
from falls_app.ui.bar_state import show_state
from falls_app.ui.commands import Commands
from falls_app.ui.focus import bring_into_sight, order_tabs, scroll_to_top, turn_pane
from falls_app.ui.kept_look import keep_look
from falls_app.ui.look_desk import LookDesk
from falls_app.ui.looks import Looks
from falls_app.ui.masking import masking
from falls_app.ui.name_desk import NameDesk
from falls_app.ui.pages import PAGES
from falls_app.ui.pages.page import Page
from falls_app.ui.reading_line import ReadingLine
from falls_app.ui.saved_sign import SavedSign
from falls_app.ui.session import Session
from falls_app.ui.taking_back import TakingBack
from falls_app.ui.theme import look
from falls_app.ui.trail import ASIDE, Trail
from falls_app.ui.widgets.app_bar import FOR_WORK, AppBar
from falls_app.ui.widgets.boxes import Panel, column
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.toast import Toast
from falls_app.ui.window_place import bring_forward, place_of

SMALLEST = QSize(720, 560)
NO_HOME = (
    "start", "caseload", "blank-list", "backups", "damaged", "lock", "data", "access", "open-file",
)  # fmt: skip
"""Pages on which no home is open."""


class MainWindow(QMainWindow):
    """Shows one page at a time; pages are made when first shown and thrown away with the look."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.looks = LookDesk(self, session, self.go)
        self.commands = Commands(self, self)
        self.takes = TakingBack(self, self, session)
        self.names = NameDesk(session, self)
        self.names.toggled.connect(self._on_names)
        self._trail = Trail()
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self._quiet_leads = "backups"
        self.setMinimumSize(SMALLEST)
        self.resize(1440, 900)
        self._sign = SavedSign(session, self)
        self._sign.announced.connect(self.announce)
        self._sign.refused.connect(self.refuse)
        self._reading = ReadingLine(session)
        self._sign.backups_asked.connect(self._on_backups)
        self._build()
        self.commands.begin()
        session.changed.connect(self._on_changed)
        look.changed.connect(self._on_look)

    def _build(self) -> None:
        self._bar = AppBar()
        self._bar.went.connect(self.go)
        self._bar.asked.connect(self.commands.do)
        self.commands.stand_at(self._bar)
        self.looks.stand_at(self._bar.text)
        self._notice = Notice()
        self._sign.show_on(self._bar, self._notice)
        self._reading.forget()
        self._quiet = Notice(quiet=True)
        self._quiet.pressed.connect(self._on_quiet)
        self._stack = QStackedWidget()
        self._parts = column(self._bar, self._notice, self._quiet, (self._stack, 1), gap=0)
        self.setCentralWidget(Panel("paper", self._parts))
        self._toast = Toast(self)
        self._toast.pressed.connect(self.takes.undo)

    # ------------------------------------------------------------------ pages

    def go(self, target: str) -> None:
        """Show a page by its id; "walk:r2" names a part of it, "back" is where one came from.

        A home of which something is not saved yet stays open.
        """
        is_back = target == "back"
        page_id, _colon, where = (self._trail.back() if is_back else target).partition(":")
        if page_id == FOR_WORK and not self._session.is_professional:
            page_id, where = "print", ""
        if page_id == "start" and self._session.is_professional:
            page_id = "caseload"
        if self._stays_for(page_id):
            return
        page = self._page(page_id)
        turned = page_id != self._shown
        if page_id == "lock" and self._shown not in ("", "lock"):
            # No home is open there; it is again afterwards.
            place = self._trail.begun or self.place
            self._session.locking.come_from(self._session.case.id, place)
        if not is_back:
            place = self.place if self._shown else ""
            self._trail.go(page_id, shown=self._shown, place=place)
        self._shown = page_id
        if page_id in NO_HOME:
            self._session.close()
        if where:
            page.open_at(where)
        page.refresh()
        self._stack.setCurrentWidget(page)
        self._show_bar(page)
        order_tabs(page)
        if turned:
            scroll_to_top(page)
        first = page.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark_place()

    def _stays_for(self, page_id: str) -> bool:
        """Say what keeps this page from being shown, and return whether anything does."""
        if self._reading.shuts(page_id):
            self.refuse()
            return True
        if page_id in NO_HOME and not (self._session.may_close or self._sign.retry()):
            self.say(_("This home stays open until all of it is saved."))
            return True
        return False

    @property
    def place(self) -> str:
        """The page that is shown, with its part: what ``go`` takes."""
        part = self.page.where()
        return f"{self._shown}:{part}" if part else self._shown

    def _mark_place(self) -> None:
        """Keep where the window is: a program that is killed comes back to it."""
        if self._shown and self._shown not in ASIDE:  # "" while the window is built again
            self._session.mark_place(self.place)

    def close_store(self) -> None:
        """Let the next program in: the store that is in use now may not be the first one."""
        store = self._session.store
        store.close()
        if store.behind is not None:
            store.behind.close()

    @property
    def session(self) -> Session:
        """The session that all pages show."""
        return self._session

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._shown]

    def _page(self, page_id: str) -> Page:
        if page_id not in self._pages:
            page: Page = import_module(PAGES[page_id]).PAGE(self._session, self.go)
            page.told.connect(self._on_told)
            page.announced.connect(self._on_announced)
            page.turned.connect(self._on_turned)
            page.moved.connect(self._mark_place)
            page.names_toggled.connect(self.names.toggle)
            self.commands.give_keys_to(page)
            self._pages[page_id] = page
            self._stack.addWidget(page)
        return self._pages[page_id]

    def _show_bar(self, page: Page) -> None:
        show_state(self._bar, self._session, page)
        if self._reading.has_turned():
            self._sign.refresh()
            self._reading.show_in(self._parts)
        self._reading.fit(self.size(), page.stage)
        title = page.title()
        shown = f"{title} – Steady Home" if title else "Steady Home"
        self.setWindowTitle(masking.masked(shown))

    def _on_turned(self) -> None:
        self._show_bar(self.page)
        order_tabs(self.page)
        self._toast.step_aside()
        self._mark_place()

    def _on_changed(self) -> None:
        if self._shown:
            page = self.page
            page.refresh()
            self._show_bar(page)
            self._mark_place()

    # ------------------------------------------------------------------ what it says

    def say(self, words: str, undo: bool = False) -> None:
        """Show a short message, with a button to undo what it tells."""
        self._toast.say(words, _("Undo") if undo else "")
        self.announce(words)

    def refuse(self) -> None:
        """Say that a change was refused: everything is open to read only."""
        words = str(UserError(*TO_READ))
        self._toast.say(words, icon="info")
        self.announce(words)
        self._reading.refused()

    def _on_told(self, words: str, undo: bool) -> None:
        if not self._reading.has_refused:  # else it was not done
            self.say(words, undo)

    def _on_announced(self, words: str) -> None:
        if not self._reading.has_refused:
            self.announce(words)

    def settle_in(self) -> None:
        """Begin what could wait until the window stood: backups, an ear for a second start."""
        from falls_app.ui.forward import Doorbell

        if not self._session.store.is_to_read:
            self._session.safekeeping.missed.connect(self._on_missed)
            self._session.safekeeping.begin()
        bell = Doorbell(self._session.store.meeting_place, self)
        bell.rang.connect(self.come_forward)
        bell.answer()

    def come_forward(self) -> None:
        """Stand before all other windows, as far as the system lets us."""
        bring_forward(self)

    def _on_missed(self, error: UserError) -> None:
        self._quiet.say(error.message, error.hint)
        self._quiet.show_button(_("See the backups"))
        self._quiet_leads = "backups"

    def remind_of_lock(self) -> None:
        """Say quietly that a lock is missing, to who keeps the homes of other people here."""
        self._quiet.say(
            _("The homes of other people on this computer are not locked."),
            _("A passphrase keeps them private if it is lost or stolen."),
        )
        self._quiet.show_button(_("Lock with a passphrase"))
        self._quiet_leads = "lock"

    def _on_quiet(self) -> None:
        self._quiet.hide()
        self.go(self._quiet_leads)

    def _on_backups(self) -> None:
        self._quiet.hide()
        self.go("backups")

    def tell(self, error: UserError) -> None:
        """Tell what went wrong outside a page, below the bar."""
        self._session.failed.emit(error)

    def announce(self, words: str) -> None:
        """Have a screen reader say this when it is free."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        told = masking.masked(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def say_saved(self) -> None:
        """Say that all is saved, after trying once more what is not."""
        if self._session.store.is_to_read:
            self.refuse()
        elif self._sign.retry():
            self.say(_("It is saved already. Every answer is, as you give it."))

    def _on_names(self) -> None:
        self._on_look()
        hidden = _("Names are hidden, also at the next start. Initials stand for them.")
        if self._session.store.is_to_read:
            hidden = _("Names are hidden. Initials stand for them.")
        self.say(hidden if masking.is_on else _("Names are shown again."))

    def _on_look(self) -> None:
        """Build everything again in the new look, and come back to the same place."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            look.apply(app)
        where = self.place if self._shown else ""
        self.forget_pages()
        keep_look(self._session.store)
        if where:
            self.go(where)

    def forget_pages(self) -> None:
        """Throw away all pages, with what stands in them; ``go`` makes the next one anew."""
        old = self._pages
        self._pages, self._shown = {}, ""
        for page in old.values():
            page.hide()
        self._toast.hide()
        self._toast.deleteLater()
        self._build()
        for page in old.values():
            page.deleteLater()

    # ------------------------------------------------------------------ for the verbs

    @property
    def in_home(self) -> bool:
        """True on a page of an open home, also while it is set up."""
        return bool(self._shown and self._session.is_open and self.page.stage)

    @property
    def in_work(self) -> bool:
        """True in an open home that is set up: on its pages, or once anything is answered."""
        if not self.in_home:
            return False
        sets_up = self.page.stage.startswith("setup")
        return not sets_up or bool(self._session.view.walk.findings)

    def set_text_size(self, percent: int) -> None:
        """Use this text size from now on."""
        Looks(self._session).set_text_size(percent)

    def set_theme(self, name: str) -> None:
        """Use this theme from now on, "system" for that of the computer."""
        Looks(self._session).set_theme(name)

    def next_pane(self) -> None:
        """Go from the bar through the panes of the page and round again."""
        turn_pane([self._bar.more, *self.page.panes()], 1)

    def previous_pane(self) -> None:
        """Go the same way backwards."""
        turn_pane([self._bar.more, *self.page.panes()], -1)

    # ------------------------------------------------------------------ Qt

    @override
    def event(self, event: QEvent) -> bool:
        """Learn of every key first: focus shows from now on."""
        if event.type() == QEvent.Type.ShortcutOverride:
            look.by_keyboard = True
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go to the next control, and show all of it: Qt shows its cursor, within one area."""
        has_gone = super().focusNextPrevChild(next)
        if has_gone and (focus := self.focusWidget()) is not None:
            bring_into_sight(focus)
        return has_gone

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown:
            self._bar.show_head(self.page.head())
            self._reading.fit(self.size(), self.page.stage)
        if not self._toast.isHidden():
            self._toast.place()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the words of the field in which somebody writes, and go."""
        if not self.is_all_saved() and not self._may_lose_answers():
            event.ignore()
            return
        self._session.settings.keep("window", place_of(self))
        self._session.end()
        super().closeEvent(event)

    def is_all_saved(self) -> bool:
        """Leave the field in which somebody writes; return whether all is on the disk."""
        if (field := QApplication.focusWidget()) is not None:
            field.clearFocus()
        return self._sign.retry() or not self._session.has_unsaved

    def _may_lose_answers(self) -> bool:
        from falls_app.ui.dialogs import may_lose_answers

        return may_lose_answers(self, self._session.waiting, self._sign.hint)
