"""Settings: the lock, which has a page of its own."""

from falls_app.i18n import _
from falls_app.ui.settings_parts.part import SettingsPart
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.text import Words


class LockPart(SettingsPart):
    """Whether a passphrase locks the answers, and the way to change that."""

    icon = "key"

    @staticmethod
    def title() -> str:
        """Return its name in the list."""
        return _("Lock")

    def build(self) -> None:
        """Make the words and the way to the page."""
        self._state = Words("", 18)
        self._open = Button("", "primary", icon="lock", height=52)
        self._open.setObjectName("lock")
        self._open.clicked.connect(self._on_open)
        more = _("An open home is saved and closed first.")
        self.setLayout(
            column(self._state, row(self._open, None), Words(more, 16, token="ink2"), gap=14)
        )

    def refresh(self) -> None:
        """Show whether there is a lock."""
        is_locked = self.session.store.is_locked
        self._state.setText(
            _("Your answers are locked with a passphrase.")
            if is_locked
            else _("Your answers are not locked. Who uses this computer can read them.")
        )
        self._open.set_words(_("Change the lock") if is_locked else _("Lock with a passphrase"))

    def _on_open(self) -> None:
        self.go("lock")


PART = LockPart
