"""What can be done with a lock that is there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _, ngettext
from falls_app.ui.widgets.boxes import Card, Item, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.secret_field import SecretField
from falls_app.ui.widgets.text import Words

MINUTES = (5, 10, 30, 0)
"""After how many minutes without a touch it locks by itself; 0 is never."""


class LockOptions(QWidget):
    """Lock now and by itself, another passphrase, another recovery key, no lock.

    Signals:
        lock_asked(), renew_asked(), remove_asked(): buttons.
        minutes_chosen(int): one of ``MINUTES``.
        change_asked(str, str, str): the old passphrase, and the new one twice.
        off_asked(str): the passphrase.
    """

    lock_asked = Signal()
    renew_asked = Signal()
    remove_asked = Signal()
    minutes_chosen = Signal(int)
    change_asked = Signal(str, str, str)
    off_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cards = (
            self._build_clear(), self._build_now(), self._build_change(), self._build_renew(),
            self._build_off(),
        )  # fmt: skip
        self.setLayout(column(*self._cards, gap=14))

    # ------------------------------------------------------------------ the cards

    def _build_clear(self) -> Card:
        self._clear = Words("", 18)
        self._remove = Button(
            _("Make a locked backup and remove these"), "secondary", icon="trash", height=48
        )
        self._remove.clicked.connect(self.remove_asked)
        more = _(
            "What was removed can still be found on some disks, with special tools. If your "
            "computer can lock its whole disk, turn that on too."
        )
        return Card(
            column(
                self._clear, row(self._remove, None), Words(more, 16, token="ink2"),
                gap=10, margins=(24, 18, 24, 24),
            ),
            token="some_bg", line="edge", lifted=False,
        )  # fmt: skip

    def _build_now(self) -> Card:
        self.lock_button = Button(_("Lock now"), "primary", icon="lock", height=52)
        self.lock_button.clicked.connect(self.lock_asked)
        self._chips = {minutes: Chip(_minutes_words(minutes)) for minutes in MINUTES}
        for chip in self._chips.values():
            chip.clicked.connect(self._on_chip)
        chips = QWidget()
        chips.setLayout(Flow(*self._chips.values(), gap=8))
        self._when = Words("", 16, token="ink2")
        return _card(
            _("Lock by itself after"), chips, self._when, 2,
            row(self.lock_button, None),
        )  # fmt: skip

    def _build_change(self) -> Card:
        self._old = SecretField(_("Passphrase until now"))
        self._new = SecretField(_("New passphrase"))
        self._again = SecretField(_("New passphrase, once more"))
        change = Button(_("Change the passphrase"), "secondary", height=48)
        change.clicked.connect(self._on_change)
        self._again.entered.connect(self._on_change)
        words = _(
            "Your backups here open with the new one too. A copy that you made yourself still "
            "opens with the old one."
        )
        return _card(
            _("Another passphrase"), self._old, self._new, self._again,
            Words(words, 16, token="ink2"), row(change, None),
        )  # fmt: skip

    def _build_renew(self) -> Card:
        renew = Button(_("Make a new recovery key"), "secondary", icon="refresh", height=48)
        renew.clicked.connect(self.renew_asked)
        words = _("If the page is lost, make a new one. The old page opens nothing any more then.")
        return _card(_("Another recovery key"), Words(words, 17), row(renew, None))

    def _build_off(self) -> Card:
        self._passphrase = SecretField(_("Your passphrase"))
        off = Button(_("Take the lock off"), "delete", height=48)
        off.clicked.connect(self._on_off)
        self._passphrase.entered.connect(self._on_off)
        words = _(
            "Who uses this computer can read your answers then. Backups made until now stay "
            "locked: keep the passphrase for them."
        )
        return _card(_("No lock"), Words(words, 17), self._passphrase, row(off, None))

    # ------------------------------------------------------------------ showing

    def show_news(self, minutes: int, *, screen: bool, sleep: bool) -> None:
        """Say when it locks; whether the computer tells of its screen, and of its sleep."""
        first = (
            _("It locks when nobody types or clicks for so long.")
            if minutes
            else _("You lock it yourself, with the button or with Ctrl+L.")
        )
        last = _("It saves first, and you come back to the same card.")
        self._when.setText(f"{first} {when_words(screen=screen, sleep=sleep)} {last}")

    def show_state(self, minutes: int, clear: Sequence[object]) -> None:
        """Show after how many minutes it locks, and how many copies are not locked."""
        for each, chip in self._chips.items():
            chip.setChecked(each == minutes)
        self._cards[0].setVisible(bool(clear))
        self._clear.setText(
            ngettext(
                "{n} older copy of your answers is not locked. Who has this computer can read it.",
                "{n} older copies of your answers are not locked. Who has this computer can read "
                "them.",
                len(clear),
            )
        )

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self._old, self._new, self._again, self._passphrase):
            field.clear()

    def _on_chip(self) -> None:
        chosen = self.sender()
        self.minutes_chosen.emit(next(n for n, chip in self._chips.items() if chip is chosen))

    def _on_change(self) -> None:
        self.change_asked.emit(self._old.text, self._new.text, self._again.text)

    def _on_off(self) -> None:
        self.off_asked.emit(self._passphrase.text)


def when_words(*, screen: bool, sleep: bool) -> str:
    """Return when it locks beside the clock, by what the computer tells."""
    if screen and sleep:
        return _("It also locks when the screen is locked, and before the computer goes to sleep.")
    if screen:
        return _(
            "It also locks when the screen is locked, and when the computer wakes up from sleep."
        )
    if sleep:
        return _(
            "It also locks before the computer goes to sleep. It may not notice when only the "
            "screen is locked."
        )
    return _(
        "It also locks when the computer wakes up from sleep. It cannot tell when only the screen "
        "is locked."
    )


def _minutes_words(minutes: int) -> str:
    if not minutes:
        return _("No time limit")
    return ngettext("{n} minute", "{n} minutes", minutes)


def _card(title: str, *items: Item) -> Card:
    words = Words(title, 20, 700)
    return Card(column(words, *items, gap=12, margins=(24, 18, 24, 24)))
