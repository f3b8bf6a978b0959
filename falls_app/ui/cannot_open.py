"""Stands in the place of the window when the answers cannot be opened at the start."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog
from typing_extensions import override

from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.backups import Backup, newest_sound
from falls_app.storage.restoring import restore
from falls_app.storage.trouble import DAMAGE, MISSING_KEYS
from falls_app.ui.background import Background
from falls_app.ui.theme import look, px
from falls_app.ui.widgets.backup_card import day_words
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Tile
from falls_app.ui.widgets.text import Words

WIDTH = 680
"""In pixels at 100 % text."""

_ALERT = ("alert", "some", "some_bg", 52)


class CannotOpen(QDialog):
    """Says why, and offers what helps: the newest backup that is whole, another folder, a try.

    ``folder`` is the one to try next; it is the same after a backup is back. It was closed
    without a choice if ``exec`` returns 0. Where ``can_read``, it offers that first.
    """

    def __init__(self, error: UserError, folder: Path, *, can_read: bool = False) -> None:
        super().__init__()
        self.folder = folder
        self.wants_to_read = False
        """True if that was chosen."""
        self._backup: Backup | None = None
        self._background = Background()
        self.setWindowTitle("Steady Home")
        self.setStyleSheet(f"QDialog {{ background: {look.theme['surface']}; }}")
        self._message = Words("", 25, serif=True)
        self._hint = Words("", 18)
        self._place = Words(_("They are in “{folder}”.").format(folder=folder), 17, token="ink2")
        self._status = Words("", 17, token="ink2")
        self._restore = Button("", "primary", icon="undo", height=52, wide=True)
        self._choose = Button(
            _("Choose another folder"), "secondary", icon="folder", height=52, wide=True
        )
        said = error.said
        kind = "secondary" if said in DAMAGE else "primary"
        self._again = Button(_("Try again"), kind, icon="refresh", height=52, wide=True)
        self._again.setVisible(not can_read and (said not in DAMAGE or said == MISSING_KEYS))
        self._read = Button(_("Open to read"), "primary", height=52, wide=True)
        self._read.setVisible(can_read)
        self._read.clicked.connect(self._on_read)
        self._close = Button(_("Close"), "secondary", height=52, wide=True)
        self._restore.clicked.connect(self._on_restore)
        self._choose.clicked.connect(self._on_choose)
        self._again.clicked.connect(self.accept)
        self._close.clicked.connect(self.reject)
        self._restore.hide()
        if can_read:
            self._status.setText(_("What only the newer version knows is not shown."))
            self._place.setText(_("The answers are in “{folder}”.").format(folder=folder))
        words = column(self._message, self._hint, self._place, self._status, gap=8)
        sign = Tile("info", side=52) if can_read else Tile(*_ALERT)
        top = row(sign, gap=18)
        top.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        lines = column(gap=10, margins=(30, 28, 30, 28))
        lines.addLayout(top)
        lines.addSpacing(px(10))
        for button in (self._restore, self._read, self._again):
            lines.addWidget(button)
        lines.addLayout(row(self._choose, self._close, gap=10))
        self.setLayout(lines)
        self.setFixedWidth(px(WIDTH))
        self._show(error)
        if can_read:
            self._read.setFocus(Qt.FocusReason.OtherFocusReason)
        if said in DAMAGE:
            self._status.setText(_("Looking for the newest backup that is whole…"))
            self._background.run(
                partial(newest_sound, folder), self._on_found, self._on_failed, key="find"
            )

    def _show(self, error: UserError) -> None:
        self._message.setText(error.message)
        self._hint.setText(error.hint)

    def _on_found(self, backup: Backup | None) -> None:
        self._backup = backup
        if backup is None:
            self._status.setText(_("There is no backup that is whole."))
            return
        self._status.setText(
            _("What is there now is kept aside in the folder “kept” beside the answers.")
        )
        day = day_words(backup, QLocale().name())
        self._restore.set_words(_("Bring back the backup of {day}").format(day=day))
        self._restore.show()
        self._restore.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _on_restore(self) -> None:
        if self._backup is None:
            return
        self._let(False)
        self._status.setText(_("Bringing the backup back. This can take a minute."))
        work = partial(restore, self._backup.file, self.folder, datetime.now(UTC))
        self._background.run(work, self._on_restored, self._on_failed, key="restore")

    def _on_restored(self, _kept: Path | None) -> None:
        self.accept()

    def _on_failed(self, error: UserError) -> None:
        self._let(True)
        self._status.setText("")
        self._show(error)
        self.adjustSize()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need, once they know how wide they are."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.adjustSize)

    def _let(self, may: bool) -> None:
        for button in (self._restore, self._choose, self._close):
            button.setEnabled(may)

    def _on_read(self) -> None:
        self.wants_to_read = True
        self.accept()

    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, _("Choose the folder with your answers"), str(Path.home())
        )
        if chosen:
            self.folder = Path(chosen)
            self.accept()

    @override
    def reject(self) -> None:
        """Close, unless a backup is on its way back."""
        if self._close.isEnabled():
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._close.isEnabled():
            event.ignore()
            return
        super().closeEvent(event)

    @override
    def done(self, result: int) -> None:
        """Let nothing arrive after it has closed."""
        self._background.close()
        super().done(result)
