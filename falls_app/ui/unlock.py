"""Stands in the place of the window while the answers are locked."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from falls_app.errors import UserError, sentences
from falls_app.i18n import _, ngettext
from falls_app.storage.keys import StoreKey, refuse_weak
from falls_app.storage.recovery_key import read_recovery_key
from falls_app.storage.tries import Tries
from falls_app.storage.unlocked import change_secret, keep, seconds_left, unlock
from falls_app.ui.aside import Aside
from falls_app.ui.background import Background
from falls_app.ui.theme import look, px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Tile
from falls_app.ui.widgets.secret_field import SecretField
from falls_app.ui.widgets.text import Words

WIDTH = 620
"""In pixels at 100 % text."""

UNEQUAL = sentences(
    "The two passphrases are not the same.",
    "Type it once more in both fields.",
)


def now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def _change(folder: Path, key: StoreKey, passphrase: str) -> None:
    change_secret(folder, key, passphrase)


class Unlock(QDialog):
    """Asks for the passphrase, or for the recovery key and a new passphrase.

    It was closed without the right one if ``exec`` returns 0.
    """

    def __init__(
        self,
        file: Path,
        tries: Path,
        clock: Callable[[], datetime] = now,
        *,
        of_backup: bool = False,
        ring: Aside | None = None,
        was_locked: bool = False,
    ) -> None:
        """Ask for the passphrase of a key file; wrong tries are counted in the file ``tries``.

        ``of_backup``: it is that of a backup, while the store is open. ``ring`` is the question to
        the key ring of the computer, which may still open it. ``was_locked``: the key ring would,
        but somebody had locked the window.
        """
        super().__init__()
        self._of_backup, self._was_locked = of_backup, was_locked
        self._file, self._tries = file, Tries(tries, clock)
        self._background = Background()
        self._key: StoreKey | None = None
        self._kind = "passphrase"
        self._pause = 0
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._on_second)
        self.setWindowTitle("Steady Home")
        self.setStyleSheet(f"QDialog {{ background: {look.theme['surface']}; }}")
        self._title = Words("", 27, serif=True)
        self._lead = Words("", 18, token="ink2")
        self._status = Words("", 17, 500, "some")
        self._passphrase = SecretField(_("Passphrase"))
        self._code = SecretField(_("Recovery key"), is_secret=False)
        self._new = SecretField(_("New passphrase"))
        self._again = SecretField(_("New passphrase, once more"))
        self._fields = (self._passphrase, self._code, self._new, self._again)
        self._open = Button("", "primary", icon="lock", height=52, wide=True)
        self._other = Button("", "secondary", height=48, wide=True)
        close = _("Cancel") if of_backup else _("Close Steady Home")
        self._close = Button(close, "secondary", height=48, wide=True)
        self._open.clicked.connect(self._on_open)
        self._other.clicked.connect(self._on_other)
        self._close.clicked.connect(self.reject)
        for field in self._fields:
            field.entered.connect(self._on_open)
            field.changed.connect(self._on_typed)
        self._lay_out()
        self._ask("passphrase")
        self._listen_to(ring)

    def _lay_out(self) -> None:
        sign = Tile("lock", "primary", "primary_soft", 52)
        top = row(sign, gap=18)
        top.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        top.addLayout(column(self._title, self._lead, gap=6), 1)
        lines = column(gap=12, margins=(30, 28, 30, 28))
        lines.addLayout(top)
        lines.addSpacing(px(4))
        for each in (*self._fields, self._status, self._open, self._other, self._close):
            lines.addWidget(each)
        self.setLayout(lines)
        self.setFixedWidth(px(WIDTH))

    # ------------------------------------------------------------------ what is asked for

    def _ask(self, kind: str) -> None:
        """Ask for the "passphrase", the "recovery" key, or a "new" passphrase."""
        self._kind = kind
        titles = {
            "passphrase": _("This backup is locked")
            if self._of_backup
            else _("Your answers are locked"),
            "recovery": _("Open with the recovery key"),
            "new": _("Choose a new passphrase"),
        }
        leads = {
            "passphrase": self._passphrase_lead(),
            "recovery": _("It is on the page that you printed: 7 groups of 4 letters and numbers."),
            "new": _("Your answers are open again. From now on, this passphrase opens them."),
        }
        opens = {
            "passphrase": _("Open"), "recovery": _("Open"), "new": _("Keep this passphrase"),
        }  # fmt: skip
        others = {
            "passphrase": _("Use the recovery key"),
            "recovery": _("Use the passphrase"),
            "new": _("Not now"),
        }
        shown = {"passphrase": self._fields[:1], "recovery": self._fields[1:2]}
        here = shown.get(kind, self._fields[2:])
        for field in self._fields:
            field.clear()
            field.setVisible(field in here)
        self._title.setText(titles[kind])
        self._lead.setText(leads[kind])
        self._open.set_words(opens[kind])
        self._other.set_words(others[kind])
        self._say("")
        if self._pause:
            self._show_pause()
        here[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _passphrase_lead(self) -> str:
        if self._of_backup:
            return _("Type the passphrase that you used when it was made.")
        if self._was_locked:
            return _("It was locked when it was closed, so it asks for the passphrase this time.")
        return _("Type your passphrase. Everything is here, as you left it.")

    def _say(self, words: str) -> None:
        self._status.setText(words)
        self._status.setVisible(bool(words))
        self.adjustSize()

    def _on_typed(self) -> None:
        if not self._pause:
            self._say("")

    def _on_other(self) -> None:
        if self._kind == "new":
            self.accept()
        else:
            self._ask("recovery" if self._kind == "passphrase" else "passphrase")

    # ------------------------------------------------------------------ the key ring

    def _listen_to(self, ring: Aside | None) -> None:
        """Open with the key ring if that still answers, and say so meanwhile."""
        if ring is None:
            return
        if ring.is_answered:
            self._on_ring(ring.answer)
            return
        self._say(_("Waiting for the key ring of this computer. You can type here too."))
        ring.answered.connect(self._on_ring)

    def _on_ring(self, answer: object) -> None:
        if isinstance(answer, UserError):
            self._say(f"{answer.message} {answer.hint}")
        elif isinstance(answer, StoreKey) and self._kind != "new":
            keep(answer)
            self.accept()

    # ------------------------------------------------------------------ trying

    def _on_open(self) -> None:
        if self._pause or not self._open.isEnabled():
            return
        try:
            work = self._keeping() if self._kind == "new" else self._opening()
        except UserError as error:
            self._say(f"{error.message} {error.hint}")
            return
        self._let(False)
        self._background.run(work, self._on_opened, self._on_refused)

    def _opening(self) -> Callable[[], StoreKey | None]:
        if self._kind == "passphrase":
            return partial(unlock, self._file, self._passphrase.text, self._tries)
        code = read_recovery_key(self._code.text)
        return partial(unlock, self._file, code, self._tries, "recovery")

    def _keeping(self) -> Callable[[], StoreKey | None]:
        refuse_weak(self._new.text)
        if self._new.text != self._again.text:
            raise UserError(*UNEQUAL)
        assert self._key is not None
        return partial(_change, self._file.parent, self._key, self._new.text)

    def _on_opened(self, key: StoreKey | None) -> None:
        self._let(True)
        if self._kind != "recovery" or self._of_backup:
            self.accept()
            return
        self._key = key
        self._ask("new")

    def _on_refused(self, error: UserError) -> None:
        self._let(True)
        self._say(f"{error.message} {error.hint}")
        if seconds := seconds_left(self._file, self._tries):
            self._begin_pause(seconds)
        for field in self._fields:
            if field.isVisible():
                field.field.selectAll()
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let(self, may: bool) -> None:
        buttons: tuple[QWidget, ...] = (self._open, self._other)
        for button in buttons:
            button.setEnabled(may)

    def _begin_pause(self, seconds: int) -> None:
        self._pause = seconds
        self._open.setEnabled(False)
        self._show_pause()
        self._second.start()

    def _on_second(self) -> None:
        self._pause -= 1
        if self._pause > 0:
            self._show_pause()
            return
        self._pause = 0
        self._second.stop()
        self._open.setEnabled(True)
        self._say(_("You can try again now."))

    def _show_pause(self) -> None:
        self._say(
            ngettext(
                "After a few wrong tries there is a pause. Try again in {n} second.",
                "After a few wrong tries there is a pause. Try again in {n} seconds.",
                self._pause,
            )
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words are in the width that is known now."""
        super().showEvent(event)
        self.adjustSize()

    @override
    def done(self, result: int) -> None:
        """Let nothing arrive after it has closed, and keep nothing that was typed."""
        self._background.close()
        self._second.stop()
        for field in self._fields:
            field.clear()
        super().done(result)
