"""The lock: a passphrase and a recovery key on paper, and what can be done with them later."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.recovery_key import groups_of
from falls_app.ui.background import Background
from falls_app.ui.focus import scroll_to_top
from falls_app.ui.locking import CHANGED, LOCKED, OPENED, REMOVED
from falls_app.ui.pages.page import Page
from falls_app.ui.recovery_paper import RecoveryPaper, chosen_printer
from falls_app.ui.saving import as_pdf, documents
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.lock_options import LockOptions
from falls_app.ui.widgets.lock_setup import LockSetup
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.recovery_view import RecoveryView
from falls_app.ui.widgets.text import Words

COLUMN = 820
"""Widest column, in pixels at 100 % text."""


class LockPage(Page):
    """Step by step: the passphrase, the page with the recovery key, then what can be changed."""

    def title(self) -> str:
        """Return the name of the page."""
        return _("Lock with a passphrase")

    def build(self) -> None:
        """Make the three steps; one is shown."""
        self._locking = self.session.locking
        self._locking.forget()
        self._background = Background()
        self.destroyed.connect(self._background.close)
        self._heading = Words("", 36, serif=True)
        self._back = Button(_("Back"), "secondary", icon="arrow-left", height=48)
        self._back.clicked.connect(self._on_back)
        self._notice = Notice()
        self._setup, self._paper, self._options = LockSetup(), RecoveryView(), LockOptions()
        for signal, slot in (
            (self._setup.chosen, self._on_chosen),
            (self._setup.left, self._on_back),
            (self._paper.print_asked, self._on_print),
            (self._paper.save_asked, self._on_save),
            (self._paper.written, self._on_written),
            (self._paper.left, self._on_paper_left),
            (self._options.lock_asked, self._locking.ask_to_lock),
            (self._options.minutes_chosen, self._on_minutes),
            (self._options.change_asked, self._on_change),
            (self._options.renew_asked, self._on_renew),
            (self._options.remove_asked, self._locking.remove_clear_copies),
            (self._options.off_asked, self._locking.take_off),
            (self._locking.changed, self._on_changed),
            (self._locking.done, self._on_done),
            (self._locking.failed, self._on_failed),
        ):
            signal.connect(slot)
        self._lay_out()

    def _lay_out(self) -> None:
        self._done_words = Words("", 18)
        line = row(
            Icon("check", 22, "ok", 2.4), (self._done_words, 1), gap=12, margins=(18, 14, 16, 16)
        )
        self._done = Card(line, token="ok_bg", line="ok_solid", lifted=False)
        self._done.hide()
        self._busy = Words(_("Working on it. This can take a minute."), 18, 600, "primary")
        self._busy.hide()
        head = beside((self._heading, 1), self._back, gap=18, least=300)
        sheet = QWidget()
        sheet.setMaximumWidth(px(COLUMN))
        sheet.setLayout(
            column(
                head, self._done, self._busy, self._setup, self._paper, self._options, None, gap=14
            )
        )
        body = QWidget()
        body.setLayout(row(None, (sheet, 100), None, gap=0, margins=(36, 26, 30, 26)))
        self.setLayout(column(self._notice, (Scroll(body), 1), gap=0))

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show the step at which the lock is."""
        is_locked = self.session.store.is_locked
        on_paper = bool(self._locking.code)
        back = _("Back to the home") if self._locking.leads_home else _("Back")
        self._back.set_words(back)
        self._setup.setVisible(not is_locked and not on_paper)
        self._setup.show_reason(for_work=self.session.is_professional)
        self._paper.setVisible(on_paper)
        self._options.setVisible(is_locked and not on_paper)
        if on_paper:
            self._heading.setText(_("Your recovery key"))
        elif is_locked:
            self._heading.setText(_("Your answers are locked"))
        else:
            self._heading.setText(_("Lock with a passphrase"))
        if is_locked:
            self._options.show_state(self._locking.minutes, self._locking.clear_copies)
        self._on_changed()

    def first_focus(self) -> QWidget | None:
        """Return the first control of the step."""
        if self._locking.code:
            return self._paper.print_button
        return self._options.lock_button if self.session.store.is_locked else self._setup.first

    def panes(self) -> list[QWidget]:
        """Return the first control of the step."""
        first = self.first_focus()
        return [self._back] if first is None else [self._back, first]

    def _turn(self) -> None:
        """Show another step."""
        self._notice.hide()
        self.refresh()
        self.turned.emit()
        scroll_to_top(self)
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        is_busy, news = self._locking.is_busy, self._locking.news
        self._options.show_news(
            self._locking.minutes,
            screen=news is not None and news.hears_screen,
            sleep=news is not None and news.hears_sleep,
        )
        self._busy.setVisible(is_busy)
        for each in (self._back, self._setup, self._paper, self._options):
            each.setEnabled(not is_busy)

    def _on_done(self, what: str) -> None:
        self._setup.clear()
        self._options.clear()
        words = {
            LOCKED: _("All your answers are locked now. Keep the recovery key in a safe place."),
            OPENED: _("The lock is off. Your answers open without a passphrase."),
            CHANGED: _("The new passphrase opens your answers from now on."),
            REMOVED: _("There is a new backup, and it is locked. The ones that were not are gone."),
        }.get(what, _("The new recovery key counts from now on."))
        self._done_words.setText(words)
        self._done.show()
        self._turn()
        if what == LOCKED:  # one more Enter leads on, it does not lock what was just opened
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announced.emit(words)

    def _on_failed(self, error: UserError) -> None:
        self._done.hide()
        self._notice.say(error.message, error.hint)
        self.announced.emit(str(error))

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except UserError as error:
            self._on_failed(error)

    # ------------------------------------------------------------------ what people do

    def _on_back(self) -> None:
        self._locking.forget()
        self._setup.clear()
        self.go(self._locking.way_back())

    def _on_chosen(self, passphrase: str, again: str) -> None:
        with self._telling():
            self._locking.prepare(passphrase, again)
            self._setup.clear()
            self._show_paper(_("Lock my answers"))

    def _on_renew(self) -> None:
        self._locking.prepare_code()
        self._show_paper(_("Use this key from now on"))

    def _show_paper(self, action: str) -> None:
        self._done.hide()
        self._paper.show_code(groups_of(self._locking.code), action)
        self._turn()

    def _on_paper_left(self) -> None:
        self._locking.forget()
        self._turn()

    def _on_written(self, typed: dict[int, str]) -> None:
        with self._telling():
            self._locking.refuse_unwritten(typed)
            self._notice.hide()
            if self.session.store.is_locked:
                self._locking.renew_code()
            else:
                self._locking.lock()

    def _on_change(self, old: str, new: str, again: str) -> None:
        with self._telling():
            self._locking.change_passphrase(old, new, again)

    def _on_minutes(self, minutes: int) -> None:
        self._locking.use_minutes(minutes)
        self.refresh()

    # ------------------------------------------------------------------ the page with the key

    def _recovery_paper(self) -> RecoveryPaper:
        groups = tuple(groups_of(self._locking.code))
        return RecoveryPaper(groups, self.session.today, self.session.region)

    def _on_print(self) -> None:
        from falls_app.ui.rendering import print_paper

        with self._telling():
            printer = chosen_printer(self, self.session.region)
            if printer is not None:
                work = partial(print_paper, self._recovery_paper(), printer)
                self._background.run(work, self._on_printed, self._on_failed, key="paper")

    def _on_printed(self, _pages: int) -> None:
        self._paper.show_saved(_("The page went to the printer."))

    def _on_save(self) -> None:
        suggested = str(documents() / f"{_('Recovery key')}.pdf")
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save the page"), suggested, _("PDF files (*.pdf)")
        )
        if chosen:
            work = partial(self._recovery_paper().save, as_pdf(chosen))
            self._background.run(work, self._on_saved, self._on_failed, key="paper")

    def _on_saved(self, file: Path) -> None:
        self._paper.show_saved(
            _(
                "Saved as “{file}”. Move it off this computer soon: who has both can open your "
                "answers."
            ).format(file=file.name)
        )


PAGE = LockPage
