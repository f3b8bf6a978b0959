"""Saves the open home as a file, to hand it over or to take it to another computer."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from falls_app.domain.evidence import MarkKind
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.bundle import Past
from falls_app.ui.background import Background
from falls_app.ui.counted import Counted
from falls_app.ui.handing import ENDINGS, TABLE, UNNAMED, WHOLE, ending_right, outgoing
from falls_app.ui.pages.page import Page
from falls_app.ui.safekeeping import Stopped
from falls_app.ui.saving import documents
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.paper_choice import PaperChoice
from falls_app.ui.widgets.secret_field import SecretField
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.work_card import WorkCard

COLUMN = 920
"""Widest column, in pixels at 100 % text."""


class HandOverPage(Page):
    """What goes into the file, and whether a passphrase locks it. Nothing is sent."""

    def title(self) -> str:
        """Return the name of the page."""
        return _("Save as a file")

    def build(self) -> None:
        """Make the choices, the passphrase and what became of it."""
        self._kind, self._case_id = WHOLE, ""
        self._background = Background()
        self.destroyed.connect(self._background.close)
        self._back = Button(_("Back"), "secondary", icon="arrow-left", height=48)
        self._back.clicked.connect(self._on_back)
        self._notice = Notice()
        lead = _("You choose where the file goes, and who gets it. Nothing is sent from here.")
        self._name = Words("", 36, serif=True)
        words = QWidget()
        words.setLayout(column(self._name, Words(lead, 18, token="ink2"), gap=4))
        head = beside((words, 1), self._back, gap=18, least=330)
        self._save = Button(_("Save the file"), "primary", icon="export", height=52)
        self._save.clicked.connect(self._on_save)
        self._breath, self._whole = Counted(self._on_moved), 0
        self._work = WorkCard()
        self._work.stopped.connect(self._on_stop)
        sheet = QWidget()
        sheet.setMaximumWidth(px(COLUMN))
        sheet.setLayout(
            column(
                head, 6, self._build_kinds(), self._build_lock(), row(self._save, None),
                self._work, self._build_done(), None, gap=14,
            )
        )  # fmt: skip
        body = QWidget()
        body.setLayout(row(None, (sheet, 100), None, gap=0, margins=(36, 26, 30, 26)))
        self.setLayout(column(self._notice, (Scroll(body), 1), gap=0))

    def _build_kinds(self) -> QWidget:
        self._choices = [
            PaperChoice(
                WHOLE, _("All of it"), "home",
                _("Answers, notes, photos and plan. Steady Home opens it on another computer."),
            ),
            PaperChoice(
                TABLE, _("A table"), "list",
                _("For a spreadsheet: one line for each answer and step. No photos."),
            ),
            PaperChoice(
                UNNAMED, _("Without names"), "hide",
                _("Answers and sizes only. No names, notes, addresses or photos."),
            ),
        ]  # fmt: skip
        for choice in self._choices:
            choice.clicked.connect(self._on_kind)
        box = QWidget()
        box.setAccessibleName(_("What goes into the file"))
        box.setLayout(Even(*self._choices, narrowest=270, most=3, gap=12))
        return box

    def _build_lock(self) -> Card:
        self._secret = SecretField(_("Passphrase"))
        self._again = SecretField(_("The passphrase once more"))
        self._again.entered.connect(self._on_save)
        fields = QWidget()
        fields.setLayout(Even(self._secret, self._again, narrowest=320, most=2, gap=16))
        self._blurred = Words(
            _("**What you blurred in a photo can be made clear again** by who opens this file."), 17
        )
        stay = _("The photos as they came from the camera stay here: the cleaned ones go out.")
        self._originals = Words(stay, 17, token="ink2")
        title = Words(_("Lock it with a passphrase"), 20, 700)
        self._lock = Card(
            column(
                row(Icon("lock", 22, "primary"), (title, 1), gap=12),
                Words(
                    _(
                        "Without one, anybody who gets the file can read it. Tell the passphrase "
                        "by phone, not in the same mail. Nobody can open the file without it."
                    ),
                    17, token="ink2",
                ),
                fields, self._blurred, self._originals,
                gap=10, margins=(22, 16, 22, 24),
            )
        )  # fmt: skip
        return self._lock

    def _build_done(self) -> Card:
        self._done_words = Words("", 18)
        line = row(
            Icon("check", 22, "ok", 2.4), (self._done_words, 1), gap=12, margins=(18, 14, 16, 16)
        )
        self._done = Card(line, token="ok_bg", line="ok_solid", lifted=False)
        self._done.hide()
        return self._done

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show whose home it is, and what is chosen."""
        case = self.session.case
        if case.id != self._case_id:
            self._case_id = case.id
            self._forget()
        name = case.person.name
        self._name.setText(
            _("Save {name}’s home as a file").format(name=name) if name else self.title()
        )
        for choice in self._choices:
            choice.setChecked(choice.kind == self._kind)
        self._lock.setVisible(self._kind == WHOLE)
        kept = self.session.store.photos
        self._originals.setVisible(
            any(kept.has_original(case.id, photo.sha256) for photo in case.photos)
        )
        marks = (mark for photo in case.photos for mark in photo.marks)
        self._blurred.setVisible(any(mark.kind is MarkKind.BLUR for mark in marks))

    def _forget(self) -> None:
        for field in (self._secret, self._again):
            field.clear()
        self._done.hide()
        self._notice.hide()

    def first_focus(self) -> QWidget | None:
        """Return the kind that is chosen."""
        return next(each for each in self._choices if each.kind == self._kind)

    def panes(self) -> list[QWidget]:
        """Return the kinds and the main button."""
        return [self._choices[0], self._save]

    # ------------------------------------------------------------------ what people do

    def _on_kind(self) -> None:
        self._kind = next(each.kind for each in self._choices if each is self.sender())
        self._done.hide()
        self.refresh()
        self.turned.emit()

    def _on_save(self) -> None:
        self._notice.hide()
        passphrase = self._secret.text if self._kind == WHOLE else ""
        if passphrase != (self._again.text if self._kind == WHOLE else ""):
            self._notice.say(_("The two passphrases are not the same."), _("Type both once more."))
            self._secret.setFocus()
            return
        chosen, _filter = QFileDialog.getSaveFileName(
            self, self.title(), str(documents() / self._file_name()), f"(*{ENDINGS[self._kind]})"
        )
        if chosen:
            self._write(ending_right(chosen, self._kind), passphrase)

    def _file_name(self) -> str:
        name, day = self.session.case.person.name, self.session.today.isoformat()
        parts = [_("home")] if self._kind == UNNAMED or not name else [name]
        safe = "".join(each if each.isalnum() or each in " -’'" else "-" for each in parts[0])
        return f"{safe.strip() or 'home'} - {day}{ENDINGS[self._kind]}"

    def _write(self, target: Path, passphrase: str) -> None:
        session = self.session
        with session.telling():
            order = outgoing(session.store, session.case, session.region, self._kind, passphrase)
            self._breath = Counted(self._on_moved)
            self._whole = len(order.case.photos) if self._kind == WHOLE else 0
            self._show_work(is_on=True)
            session.note_export(order.case.id, order.form)
            self._background.run(
                partial(order.write, target, self._breath),
                partial(self._on_written, target, session.case.id),
                partial(self._on_not_out, session.case.id),
            )

    def _show_work(self, *, is_on: bool) -> None:
        self._save.setEnabled(not is_on)
        self._back.setEnabled(not is_on)
        if is_on:
            self._done.hide()
            self._on_moved(0)
            self._work.stop.setFocus()
        else:
            self._work.hide()

    def _on_moved(self, photos: int) -> None:
        """Show how many photos are in the file by now."""
        if self._save.isEnabled():
            return
        self._work.say(_("Saving the file…"), photos, self._whole)

    def _on_stop(self) -> None:
        self._breath.is_stopped = True

    def _on_written(self, target: Path, case_id: str, past: Past) -> None:
        from falls_app.storage.arrival import keep_past

        self._show_work(is_on=False)
        with self.session.telling():
            if past.seen and not self.session.store.is_to_read:
                keep_past(self.session.store, case_id, past)
        for field in (self._secret, self._again):
            field.clear()
        words = _("Saved as “{file}” in {folder}.").format(file=target.name, folder=target.parent)
        self._done_words.setText(words)
        self._done.show()
        self._back.setFocus()  # what had the keyboard was out of use meanwhile
        self.announced.emit(words)

    def _on_not_out(self, case_id: str, error: UserError) -> None:
        self.session.note_not_exported(case_id)
        self._on_failed(error)

    def _on_failed(self, error: UserError) -> None:
        self._show_work(is_on=False)
        self._save.setFocus()
        if isinstance(error, Stopped):
            self.told.emit(_("Stopped. The file was not saved."), False)
            return
        self._notice.say(error.message, error.hint)
        self.announced.emit(str(error))

    def _on_back(self) -> None:
        self.go("back")


PAGE = HandOverPage
