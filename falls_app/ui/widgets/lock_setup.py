"""The first step of a lock: what it does, and a passphrase typed twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.bullets import bullets
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.secret_field import SecretField
from falls_app.ui.widgets.text import Words


class LockSetup(QWidget):
    """Says what a lock does, and asks for the passphrase.

    Signals:
        chosen(str, str): what stands in both fields. left(): not now.
    """

    chosen = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._why = Words("", 18, token="ink2")
        self.first = SecretField(_("Passphrase"))
        self._second = SecretField(_("The passphrase, once more"))
        self._on = Button(_("Go on"), "primary", height=52, after="arrow-right")
        self._later = Button(_("Not now"), "secondary", height=52)
        self.first.entered.connect(self._on_enter)
        self._second.entered.connect(self._on_go)
        self._on.clicked.connect(self._on_go)
        self._later.clicked.connect(self.left)
        points = (
            _("All homes, notes and photos are locked. Only your passphrase opens them."),
            _("You type it when you start, and after a break."),
            _("You get a recovery key on paper, for the day the passphrase is lost."),
            _("If you lose both, nobody can open your answers. We cannot either."),
        )
        tip = _("8 signs or more. Four words that do not belong together are easy to keep in mind.")
        card = Card(
            column(
                self.first, self._second, Words(tip, 16, token="ink2"), 4,
                row(self._on, self._later, None, gap=12),
                gap=12, margins=(24, 20, 24, 26),
            )
        )  # fmt: skip
        self.setLayout(column(self._why, bullets(points, "check"), 6, card, gap=12))

    def show_reason(self, *, for_work: bool) -> None:
        """Say why a lock is good here."""
        self._why.setText(
            _(
                "You keep the homes of other people on this computer. If it is lost or stolen, a "
                "lock keeps what you know about them private."
            )
            if for_work
            else _(
                "Without a lock, who uses this computer, or takes it, can read your answers and "
                "see your photos."
            )
        )

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self._second.clear()

    def _on_enter(self) -> None:
        self._second.setFocus()

    def _on_go(self) -> None:
        self.chosen.emit(self.first.text, self._second.text)
