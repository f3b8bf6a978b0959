"""Your data: what is kept and where, who gets a copy, every home of it, and the way to delete."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from falls_app.days import long_day
from falls_app.errors import UserError
from falls_app.i18n import _, ngettext
from falls_app.storage.access import What
from falls_app.storage.forgetting import forget, holding
from falls_app.storage.layout import BACKUPS
from falls_app.storage.store import CaseSummary
from falls_app.ui.background import Background
from falls_app.ui.difference_words import consent_words
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.data_rows import DeletedHome, KeptHome
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import photo_counts

COLUMN = 920
"""Widest column, in pixels at 100 % text."""
AT_ONCE = 12
"""So many homes are read and shown at a time."""


class YourDataPage(Page):
    """All that is kept about people, in sight."""

    def title(self) -> str:
        """Return the name of the page."""
        return _("Your data")

    def build(self) -> None:
        """Make the words, and room for the homes."""
        self._background = Background()
        self.destroyed.connect(self._background.close)
        self._most = AT_ONCE
        self._first: QWidget | None = None
        self._notice = Notice()
        self._back = Button(_("Back"), "secondary", icon="arrow-left", height=48)
        self._back.clicked.connect(self._on_back)
        open_file = Button(_("Open a file"), "secondary", icon="folder", height=48)
        backups = Button(_("Backups"), "secondary", icon="saved", height=48)
        self._list = Button(_("Who did what"), "secondary", icon="list", height=48)
        self._list.clicked.connect(self._on_list)
        open_file.clicked.connect(self._on_open_file)
        backups.clicked.connect(self._on_backups)
        ways = QWidget()
        ways.setLayout(Flow(open_file, backups, self._list, gap=10))
        lead = _("What is kept about people and their homes, and what you can do with it.")
        words = QWidget()
        words.setLayout(
            column(Words(self.title(), 36, serif=True), Words(lead, 18, token="ink2"), gap=4)
        )
        head = beside((words, 1), self._back, gap=18, least=300)
        self._where, self._copies = Words("", 17), Words(copy_words(), 17)
        self._homes, self._deleted = column(gap=12), column(gap=12)
        self._more = Button(_("Show more homes"), "quiet", icon="chevron-down", height=44)
        self._more.clicked.connect(self._on_more)
        self._deleted_title = _heading(_("Recently deleted"))
        sheet = QWidget()
        sheet.setMaximumWidth(px(COLUMN))
        sheet.setLayout(
            column(
                head, 4, _part(_("What is kept, and where"), "lock", self._where),
                _part(_("Who gets a copy"), "people", self._copies), ways, 6,
                _heading(_("Your homes")), self._homes, row(self._more, None), 6,
                self._deleted_title, self._deleted, None, gap=14,
            )
        )  # fmt: skip
        body = QWidget()
        body.setLayout(row(None, (sheet, 100), None, gap=0, margins=(36, 26, 30, 26)))
        self.setLayout(column(self._notice, (Scroll(body), 1), gap=0))

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show what there is now."""
        homes, store = self.session.homes, self.session.store
        words = kept_words(store.folder, len(homes), is_locked=store.is_locked)
        if store.is_locked and self.session.locking.by_itself.is_on:
            words += "\n" + _("It opens by itself at the start for who is signed in as you.")
        self._where.setText(words)
        self._first = None
        has_list = self._has_list
        self._list.setVisible(has_list)
        clear(self._homes)
        for home in homes[: self._most]:
            card = KeptHome(home, self._about(home), has_list=has_list)
            card.list_asked.connect(self._on_list_of)
            card.saved.connect(self._on_save)
            card.deleted.connect(self._on_delete)
            self._homes.addWidget(card)
            self._first = self._first or card.save
        if not homes:
            self._homes.addWidget(Words(_("No home is kept yet."), 18, token="ink2"))
        self._more.setVisible(len(homes) > self._most)
        self._show_deleted()
        self.turned.emit()

    @property
    def _has_list(self) -> bool:
        """True if the list of who did what is kept, or was once."""
        with self.session.telling():
            access = self.session.store.access
            return access.is_kept or bool(access.lines(most=1))
        return False

    def _show_deleted(self) -> None:
        clear(self._deleted)
        with self.session.telling():
            store, locale = self.session.store, self.session.region.locale
            gone = store.recently_deleted()
            for home in gone:
                card = DeletedHome(home, long_day(store.kept_until(home.id), locale))
                card.restored.connect(self._on_restore)
                card.asked.connect(self._on_ask)
                card.destroyed_for_good.connect(self._on_destroy)
                self._deleted.addWidget(card)
            self._deleted_title.setVisible(bool(gone))

    def _about(self, home: CaseSummary) -> str:
        locale = self.session.region.locale
        lines = [_("Last changed {day}.").format(day=long_day(home.updated[:10], locale))]
        try:
            case = self.session.store.load(home.id)
        except UserError as error:
            return f"{lines[0]} {error.message}"
        said = consent_words(case.consent, locale)
        lines.append(said or _("Nobody has said yet what is fine to look at and to share."))
        lines += photo_counts(case)
        return " ".join(each if each.endswith(".") else f"{each}." for each in lines)

    def first_focus(self) -> QWidget | None:
        """Return the way back."""
        return self._back

    def panes(self) -> list[QWidget]:
        """Return the head and the first home."""
        return [self._back, *([self._first] if self._first else [])]

    # ------------------------------------------------------------------ what people do

    def _on_more(self) -> None:
        self._most += AT_ONCE
        self.refresh()

    def _on_save(self, case_id: str) -> None:
        with self.session.telling():
            self.session.open(case_id)
            self.go("hand-over")

    def _on_delete(self, case_id: str) -> None:
        self.session.remove(case_id)
        self._after(_("It is deleted. You can bring it back for 30 days."))

    def _on_restore(self, case_id: str) -> None:
        self.session.bring_back(case_id)
        self._after(_("The home is back in your list."))

    def _on_ask(self, card: DeletedHome) -> None:
        work = partial(holding, self.session.store.folder, card.case_id)
        self._background.run(work, partial(_ask, card), self._on_failed)

    def _on_destroy(self, case_id: str, from_backups: bool) -> None:
        store = self.session.store
        try:
            store.destroy(case_id)
        except UserError as error:
            self._on_failed(error)
            return
        if not from_backups:
            self._after(_("It is gone for good."))
            return
        work = partial(forget, store.folder, case_id)
        then = partial(self._on_forgotten, case_id)
        self._background.run(work, then, self._on_failed)

    def _on_forgotten(self, case_id: str, unread: int) -> None:
        self.session.store.access.note(What.FORGOTTEN, case_id, str(unread or ""))
        if unread:
            self._notice.say(
                ngettext(
                    "{n} backup could not be read, so it stays as it is.",
                    "{n} backups could not be read, so they stay as they are.",
                    unread,
                ),
                _("You find them in {folder}.").format(folder=self.session.store.folder / BACKUPS),
            )
        self._after(_("It is gone for good, here and in the backups that could be read."))

    def _after(self, words: str) -> None:
        self.refresh()
        self._back.setFocus()
        self.told.emit(words, False)

    def _on_failed(self, error: UserError) -> None:
        self.refresh()
        self._notice.say(error.message, error.hint)
        self.announced.emit(str(error))

    def _on_open_file(self) -> None:
        self.go("open-file")

    def _on_list(self) -> None:
        self.go("access")

    def _on_list_of(self, case_id: str) -> None:
        self.go(f"access:{case_id}")

    def _on_backups(self) -> None:
        self.go("backups")

    def _on_back(self) -> None:
        self.go("start")


def _ask(card: DeletedHome, found: list[Path]) -> None:
    backups = sum(file.parent.name == BACKUPS for file in found)
    card.ask(backups, len(found) - backups)


def _heading(words: str) -> Words:
    return Words(words, 26, serif=True)


def _part(title: str, icon: str, words: Words) -> Card:
    layout: QVBoxLayout = column(
        row(Icon(icon, 22, "primary"), (Words(title, 20, 700), 1), gap=12), words,
        gap=8, margins=(22, 16, 22, 22),
    )  # fmt: skip
    return Card(layout)


def kept_words(folder: Path, homes: int, *, is_locked: bool) -> str:
    """Return what is kept, where, and who can read it."""
    lines = [
        ngettext("{n} home is kept", "{n} homes are kept", homes)
        + _(": answers, notes, photos, and what you chose."),
        _("All of it lies in this folder: {folder}").format(folder=folder),
        _("Backups lie in the same folder. Papers lie where you saved them."),
        _("It is locked with your passphrase.")
        if is_locked
        else _("It is not locked: who can use your account on this computer can read it."),
    ]
    if os.name == "posix":
        lines.append(_("Other accounts on this computer cannot read it."))
    return "\n".join(lines)


def copy_words() -> str:
    """Return who gets a copy of what is kept."""
    return "\n".join(
        (
            _("Nobody, until you hand something over: a paper, a file, a backup you copy."),
            _("Steady Home cannot send anything. It has no part that uses a network."),
            _("What you handed over is in other hands: ask there to have it deleted."),
        )
    )


PAGE = YourDataPage
