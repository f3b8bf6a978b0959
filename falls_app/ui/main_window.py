"""The one window: the bar on top and the page below it."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget
from typing_extensions import override

from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.ui.focus import bring_into_sight, order_tabs, pane_after, scroll_to_top
from falls_app.ui.pages import PAGES
from falls_app.ui.pages.page import Page
from falls_app.ui.saved_sign import SavedSign
from falls_app.ui.session import Session
from falls_app.ui.theme import SCALES, look
from falls_app.ui.widgets.app_bar import AppBar, stages
from falls_app.ui.widgets.boxes import Panel, column
from falls_app.ui.widgets.look_menu import LookMenu
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.toast import Toast

SMALLEST = QSize(960, 640)
NO_HOME = ("start", "backups", "damaged")
"""Pages on which no home is open."""


class MainWindow(QMainWindow):
    """Shows one page at a time; pages are made when first shown and thrown away with the look."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self.setMinimumSize(SMALLEST)
        self.resize(1440, 900)
        self._sign = SavedSign(session, self)
        self._sign.announced.connect(self.announce)
        self._sign.backups_asked.connect(self._on_backups)
        self._build()
        session.changed.connect(self._on_changed)
        look.changed.connect(self._on_look)
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, self._undo),
            (QKeySequence("Ctrl+Shift+Z"), self._redo),
            (QKeySequence("Ctrl+Y"), self._redo),
            (QKeySequence("F6"), self._next_pane),
            (QKeySequence("Shift+F6"), self._previous_pane),
            (QKeySequence("Ctrl++"), self._larger),
            (QKeySequence("Ctrl+="), self._larger),
            (QKeySequence("Ctrl+-"), self._smaller),
            (QKeySequence("Ctrl+0"), self._normal_size),
            (QKeySequence("Ctrl+P"), self._print),
            (QKeySequence("Ctrl+S"), self._say_saved),
        ):
            QShortcut(keys, self).activated.connect(slot)
        for number, stage in enumerate(stages(), start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setObjectName(stage[1])
            shortcut.activated.connect(self._on_stage_key)

    def _build(self) -> None:
        self._bar = AppBar()
        self._bar.went.connect(self.go)
        self._bar.undo_asked.connect(self._undo)
        self._bar.redo_asked.connect(self._redo)
        self._bar.text_asked.connect(self._choose_look)
        self._notice = Notice()
        self._sign.show_on(self._bar, self._notice)
        self._quiet = Notice(quiet=True)
        self._quiet.pressed.connect(self._on_backups)
        self._stack = QStackedWidget()
        self.setCentralWidget(
            Panel("paper", column(self._bar, self._notice, self._quiet, (self._stack, 1), gap=0))
        )
        self._toast = Toast(self)
        self._toast.pressed.connect(self._undo)

    # ------------------------------------------------------------------ pages

    def go(self, target: str) -> None:
        """Show a page by its id; "walk:r2" names a part of it.

        A home of which something is not saved yet stays open.
        """
        page_id, _colon, where = target.partition(":")
        if page_id in NO_HOME and not (self._session.may_close or self._sign.retry()):
            self.say(_("This home stays open until all of it is saved."))
            return
        page = self._page(page_id)
        turned = page_id != self._shown
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

    def _mark_place(self) -> None:
        """Keep where the window is: a program that is killed comes back to it."""
        if not self._shown:  # the window is being built again
            return
        part = self.page.where()
        self._session.mark_place(f"{self._shown}:{part}" if part else self._shown)

    def close_store(self) -> None:
        """Let the next program in: the store that is in use now may not be the first one."""
        self._session.store.close()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._shown]

    def _page(self, page_id: str) -> Page:
        if page_id not in self._pages:
            page: Page = import_module(PAGES[page_id]).PAGE(self._session, self.go)
            page.told.connect(self.say)
            page.announced.connect(self.announce)
            page.turned.connect(self._on_turned)
            page.moved.connect(self._mark_place)
            self._pages[page_id] = page
            self._stack.addWidget(page)
        return self._pages[page_id]

    def _show_bar(self, page: Page) -> None:
        home = home_title(self._session) if self._session.is_open else ""
        self._bar.show_stage(page.stage, home)
        undo, redo = self._session.undo_label, self._session.redo_label
        self._bar.undo.setEnabled(undo is not None)
        self._bar.redo.setEnabled(redo is not None)
        self._bar.undo.set_name(_("Undo: {verb}").format(verb=undo) if undo else _("Undo"))
        self._bar.redo.set_name(_("Redo: {verb}").format(verb=redo) if redo else _("Redo"))
        title = page.title()
        self.setWindowTitle(f"{title} – Steady Home" if title else "Steady Home")

    def _on_turned(self) -> None:
        self._show_bar(self.page)
        order_tabs(self.page)
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

    def settle_in(self) -> None:
        """Begin what could wait until the window stood: backups, and an ear for a second start.

        A backup that is missed is said quietly.
        """
        from falls_app.ui.forward import Doorbell

        self._session.safekeeping.missed.connect(self._on_missed)
        self._session.safekeeping.begin()
        bell = Doorbell(self._session.store.folder, self)
        bell.rang.connect(self.come_forward)
        bell.answer()

    def come_forward(self) -> None:
        """Stand before all other windows, as far as the system lets us."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _on_missed(self, error: UserError) -> None:
        self._quiet.say(error.message, error.hint)
        self._quiet.show_button(_("See the backups"))

    def _on_backups(self) -> None:
        self._quiet.hide()
        self.go("backups")

    def tell(self, error: UserError) -> None:
        """Tell what went wrong outside a page, below the bar."""
        self._session.failed.emit(error)

    def announce(self, words: str) -> None:
        """Have a screen reader say this when it is free."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _say_saved(self) -> None:
        if self._sign.retry():
            self.say(_("It is saved already. Every answer is, as you give it."))

    def _undo(self) -> None:
        self._turn(self._session.undo_label, self._session.undo, _("Taken back: {verb}"))

    def _redo(self) -> None:
        self._turn(self._session.redo_label, self._session.redo, _("Done again: {verb}"))

    def _turn(self, verb: str | None, turn: Callable[[], None], words: str) -> None:
        """Undo or redo and say what it was; if the control in use went, the page names another."""
        if verb is None:
            return
        before = QApplication.focusWidget()
        turn()
        first = self.page.first_focus()
        if first is not None and QApplication.focusWidget() is not before:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(words.format(verb=verb))

    # ------------------------------------------------------------------ the look

    def _choose_look(self) -> None:
        session = self._session
        menu = LookMenu(self, session.region.id, is_professional=session.is_professional)
        menu.chosen.connect(self._on_chosen)
        button = self._bar.text
        menu.exec(button.mapToGlobal(button.rect().bottomLeft()))
        menu.deleteLater()

    def _on_chosen(self, what: str, value: Any) -> None:
        if what == "region":
            self._session.set_region(value)
        elif what == "professional":
            self._session.set_professional(value)
        elif what == "theme":
            self.set_theme(value)
        else:
            self.set_text_size(value)

    def set_theme(self, name: str) -> None:
        """Use "light", "dark" or "high-contrast" from now on."""
        if name != look.theme.name:
            self._session.settings.keep("theme", name)
            look.use(theme=name)

    def set_text_size(self, percent: int) -> None:
        """Use this text size from now on."""
        if percent != look.percent:
            self._session.settings.keep("text_percent", percent)
            look.use(percent=percent)

    def _larger(self) -> None:
        self.set_text_size(next((each for each in SCALES if each > look.percent), SCALES[-1]))

    def _smaller(self) -> None:
        smaller = [each for each in SCALES if each < look.percent]
        self.set_text_size(smaller[-1] if smaller else SCALES[0])

    def _normal_size(self) -> None:
        self.set_text_size(100)

    def _on_look(self) -> None:
        """Build everything again in the new look, and come back to the same place."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            look.apply(app)
        where = self._shown
        part = self.page.where() if where else ""
        old = self._pages
        self._pages, self._shown = {}, ""
        for page in old.values():
            page.hide()
        self._build()
        for page in old.values():
            page.deleteLater()
        if where:
            self.go(f"{where}:{part}" if part else where)

    # ------------------------------------------------------------------ keys

    def _on_stage_key(self) -> None:
        if self._session.is_open and self.page.stage and not self.page.stage.startswith("setup"):
            self.go(self.sender().objectName())

    def _print(self) -> None:
        if self._session.is_open and self.page.stage and not self.page.stage.startswith("setup"):
            self.go("print")

    def _next_pane(self) -> None:
        self._turn_pane(1)

    def _previous_pane(self) -> None:
        self._turn_pane(-1)

    def _turn_pane(self, step: int) -> None:
        """Go from the bar through the panes of the page and round again."""
        panes = [self._bar.text, *self.page.panes()]
        pane = pane_after(panes, QApplication.focusWidget(), step)
        if pane is not None:
            pane.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_sight(pane)

    # ------------------------------------------------------------------ Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._toast.isHidden():
            self._toast.place()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the field in which somebody writes, so that its words are saved."""
        if (field := QApplication.focusWidget()) is not None:
            field.clearFocus()
        if not self._sign.retry() and self._session.has_unsaved and not self._may_lose_answers():
            event.ignore()
            return
        self._session.settings.keep("window", [self.width(), self.height()])
        self._session.end()
        super().closeEvent(event)

    def _may_lose_answers(self) -> bool:
        from falls_app.ui.dialogs import may_lose_answers

        return may_lose_answers(self, self._session.waiting, self._sign.hint)


def home_title(session: Session) -> str:
    """Return how the open home is called: "Rosa’s house", "Your home"."""
    if session.case.person.say == "you":
        return _("Your home")
    name = session.case.person.name
    return _("{names} home").format(names=session.about("{names}")) if name else _("New home")
