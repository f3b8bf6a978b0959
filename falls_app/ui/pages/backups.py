"""Backups: what is kept aside, a look into it, and the way to have it back."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from falls_app import paths
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.backups import BackedUpCase, Backup
from falls_app.storage.unlocked import PassphraseNeeded
from falls_app.ui.focus import scroll_to_top
from falls_app.ui.pages.page import Page
from falls_app.ui.safekeeping import RESTORING
from falls_app.ui.theme import px
from falls_app.ui.widgets.backup_card import BackupCard, day_words
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.work_card import WorkCard

COLUMN = 920
"""Widest column, in pixels at 100 % text."""


class BackupsPage(Page):
    """The list of backups. Nothing is brought back before it was looked into."""

    def title(self) -> str:
        """Return the name of the page."""
        return _("Backups")

    def build(self) -> None:
        """Make the head, what is under way, and room for the list."""
        self._keeping = self.session.safekeeping
        self._keeping.forget()
        self._looked_at: BackupCard | None = None
        self._shown: list[Backup] | None = None
        self._cards: list[BackupCard] = []
        self._back = Button(_("Back"), "secondary", icon="arrow-left", height=48)
        self._back.clicked.connect(self._on_back)
        self._make = Button(_("Make one now"), "primary", icon="plus", height=48)
        self._make.clicked.connect(self._keeping.make)
        self._notice = Notice()
        self._work = WorkCard()
        self._work.stopped.connect(self._keeping.stop)
        self._list = column(gap=12)
        lead = _(
            "A copy of all your homes and photos is made once a day while you work. Each one is "
            "looked through once before an older one goes. They stay on this computer."
        )
        words = QWidget()
        words.setLayout(
            column(Words(_("Backups"), 36, serif=True), Words(lead, 18, token="ink2"), gap=4)
        )
        head = beside((words, 1), self._back, gap=18, least=300)
        sheet = QWidget()
        sheet.setMaximumWidth(px(COLUMN))
        sheet.setLayout(
            column(
                head, row(self._make, None), self._work, self._build_done(), 4,
                self._list, None, gap=14,
            )
        )  # fmt: skip
        body = QWidget()
        body.setLayout(row(None, (sheet, 100), None, gap=0, margins=(36, 26, 30, 26)))
        self.setLayout(column(self._notice, (Scroll(body), 1), gap=0))
        self._keeping.changed.connect(self._on_changed)
        self._keeping.failed.connect(self._on_failed)
        self._keeping.restored.connect(self._on_restored)

    def _build_done(self) -> Card:
        self._done_words = Words("", 18)
        self._homes = Button(_("See the homes"), "primary", height=44, after="arrow-right")
        self._homes.clicked.connect(self._on_back)
        line = row(Icon("check", 22, "ok", 2.4), (self._done_words, 1), gap=12)
        self._done = Card(
            column(line, row(self._homes, None), gap=12, margins=(18, 14, 16, 16)),
            token="ok_bg", line="ok_solid", lifted=False,
        )  # fmt: skip
        self._done.hide()
        return self._done

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show what is under way; the list comes when it was read."""
        self._show_work()
        self._keeping.find_all(self._show_list)

    def _show_work(self) -> None:
        doing = self._keeping.doing
        is_restoring = doing == RESTORING
        self._work.say(
            _("Bringing the backup back. This can take a minute.")
            if is_restoring
            else _("Making a backup and looking through it. You can go on meanwhile.")
        )
        self._work.setVisible(bool(doing))
        self._make.setEnabled(not doing)
        self._back.setEnabled(not is_restoring)
        for card in self._cards:
            card.set_ready(not doing)

    def _show_list(self, made: list[Backup]) -> None:
        if made == self._shown:
            return
        self._shown, self._looked_at = made, None
        clear(self._list)
        self._cards = [BackupCard(each, self.session.region.locale) for each in made]
        for card in self._cards:
            card.look_asked.connect(self._on_look)
            card.restore_asked.connect(self._on_restore)
            self._list.addWidget(card)
        if not made:
            none = _("There is no backup yet. The first one comes by itself, or make one now.")
            self._list.addWidget(Words(none, 18, token="ink2"))
        self._show_work()
        self.turned.emit()

    def first_focus(self) -> QWidget | None:
        """Return the main button."""
        return self._make

    def panes(self) -> list[QWidget]:
        """Return the head and the first backup."""
        return [self._make, *(card.look for card in self._cards[:1])]

    # ------------------------------------------------------------------ what people do

    def _on_look(self, card: BackupCard) -> None:
        self._looked_at = card
        self._keeping.look_into(card.backup, self._on_looked)

    def _on_looked(self, homes: list[BackedUpCase]) -> None:
        if self._looked_at is not None:
            self._looked_at.show_homes(homes)

    def _on_restore(self, backup: Backup) -> None:
        self._notice.hide()
        self._done.hide()
        self._work.stop.setFocus()
        self._keeping.bring_back(backup)

    def _on_restored(self, backup: Backup, kept: Path | None) -> None:
        words = _("The backup of {day} is back.").format(
            day=day_words(backup, self.session.region.locale)
        )
        if kept is not None:
            aside = _("What was here before is kept in {folder}.").format(folder=f"“{kept}”")
            words = f"{words} {aside}"
        self._done_words.setText(words)
        self._done.show()
        self._homes.setFocus()
        scroll_to_top(self)
        self.announced.emit(words)

    def _on_changed(self) -> None:
        was_waiting = QApplication.focusWidget() is self._work.stop
        self._show_work()
        if self._keeping.doing:
            self._notice.hide()
            return
        if was_waiting:
            self._make.setFocus()
        self._keeping.find_all(self._show_list)

    def _on_failed(self, error: UserError) -> None:
        if isinstance(error, PassphraseNeeded):
            self._ask_passphrase(error)
            return
        self._notice.say(error.message, error.hint)
        self.announced.emit(str(error))

    def _ask_passphrase(self, error: PassphraseNeeded) -> None:
        """Ask for the passphrase of a backup; then it is listed like the others."""
        from falls_app.ui.unlock import Unlock

        if Unlock(error.file, paths.tries(), of_backup=True).exec():
            self._shown = None
            self._keeping.find_all(self._show_list)

    def _on_back(self) -> None:
        self.go("start")


PAGE = BackupsPage
