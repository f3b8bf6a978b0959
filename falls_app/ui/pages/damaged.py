"""A home that the disk has changed by itself: what is safe, and the way to have it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.storage.backups import Backup
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import px
from falls_app.ui.widgets.backup_card import day_words
from falls_app.ui.widgets.boxes import Card, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Tile
from falls_app.ui.widgets.text import Words

COLUMN = 860
"""Widest column, in pixels at 100 % text."""


class DamagedPage(Page):
    """Stands in the place of a home that stays closed. Its id is all that the page remembers."""

    def title(self) -> str:
        """Return the name of the page."""
        return _("This home stays closed")

    def build(self) -> None:
        """Make the words and the ways on; the backup is looked for when the home is known."""
        self._keeping = self.session.safekeeping
        self._keeping.forget()
        self._case_id = ""
        self._backup: Backup | None = None
        self._name = Words("", 34, serif=True)
        self._to_do = Words("", 18)
        self._restore = Button("", "primary", icon="undo", height=52)
        self._restore.hide()
        self._backups = Button(_("See all backups"), "secondary", icon="saved", height=48)
        self._back = Button(_("Back to the homes"), "quiet", icon="arrow-left", height=48)
        for button, slot in (
            (self._restore, self._on_restore),
            (self._backups, self._on_backups),
            (self._back, self._on_back),
        ):
            button.clicked.connect(slot)
        self._repair = Words("", 17, token="ink2")
        head = row(Tile("alert", "some", "some_bg", 52), (self._name, 1), gap=16)
        head.setAlignment(self._name, Qt.AlignmentFlag.AlignVCenter)
        what, safe = (
            _("The disk has changed something in this home by itself, so it is not opened."),
            _("Nothing was written to it. Your other homes open as before."),
        )
        ways = QWidget()
        ways.setLayout(Flow(self._restore, self._backups, self._back, gap=10))
        card = Card(
            column(
                head, 4,
                Words(_("**What happened:** {words}").format(words=what), 18),
                Words(_("**What is safe:** {words}").format(words=safe), 18),
                self._to_do, 6, ways, 6, self._repair,
                gap=10, margins=(28, 24, 28, 30),
            )
        )  # fmt: skip
        card.setMaximumWidth(px(COLUMN))
        body = QWidget()
        body.setLayout(
            column(row(None, (card, 100), None, gap=0), None, gap=0, margins=(36, 30, 30, 30))
        )
        self.setLayout(column((Scroll(body), 1), gap=0))

    def open_at(self, where: str) -> None:
        """Show the home of this id, and look for a backup that has it."""
        self._case_id = where
        self._show_backup(None, _("Looking for the newest backup that is whole…"))
        self._keeping.find_newest(where, self._on_found)

    def where(self) -> str:
        """Return the id of the home."""
        return self._case_id

    def refresh(self) -> None:
        """Name the home, as the list names it."""
        names = {home.id: home.name for home in self.session.homes}
        name = names.get(self._case_id)
        self._name.setText(
            _("{name}’s home stays closed").format(name=name) if name else self.title()
        )
        folder = self.session.store.folder
        saved = folder.with_name(f"{folder.name} saved")
        words = _(
            "Another way: close Steady Home and save what is left of all homes with these two "
            "commands:"
        )
        commands = f'falls-app repair "{folder}" -o "{saved}"\nfalls-app restore "{saved}"'
        self._repair.setText(f"{words}\n{commands}")

    def _on_found(self, backup: Backup | None) -> None:
        if backup is None:
            self._show_backup(None, _("There is no backup that is whole."))
            return
        self._show_backup(
            backup,
            _(
                "Bring back the newest backup that is whole. All homes become as they were then. "
                "How they are now is kept aside, and you are told where."
            ),
        )
        self._restore.set_words(
            _("Bring back the backup of {day}").format(
                day=day_words(backup, self.session.region.locale)
            )
        )
        self._restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_backup(self, backup: Backup | None, words: str) -> None:
        self._backup = backup
        self._to_do.setText(_("**What to do:** {words}").format(words=words))
        self._restore.setVisible(backup is not None)

    def first_focus(self) -> QWidget | None:
        """Return the way back."""
        return self._back

    def panes(self) -> list[QWidget]:
        """Return the way back."""
        return [self._back]

    def _on_restore(self) -> None:
        if self._backup is not None:
            self.go("backups")
            self._keeping.bring_back(self._backup)

    def _on_backups(self) -> None:
        self.go("backups")

    def _on_back(self) -> None:
        self.go("start")


PAGE = DamagedPage
