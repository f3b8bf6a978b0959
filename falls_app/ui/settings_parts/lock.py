"""Settings: the lock, which has a page of its own, and whether it opens by itself."""

from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.ui.settings_parts.part import SettingsPart
from falls_app.ui.widgets.boxes import Divider, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.toggle import ToggleLine


class LockPart(SettingsPart):
    """Whether a passphrase locks the answers, the way to change that, and the key ring."""

    icon = "key"

    @staticmethod
    def title() -> str:
        """Return its name in the list."""
        return _("Lock")

    def build(self) -> None:
        """Make the words, the way to the page and the switch."""
        self._by_itself = self.session.locking.by_itself
        self._state = Words("", 18)
        self._open = Button("", "primary", icon="lock", height=52)
        self._open.setObjectName("lock")
        self._open.clicked.connect(self._on_open)
        more = _("An open home is saved first. It is there again when you come back.")
        self._line = Divider()
        self._ring = ToggleLine(
            _("Open by itself when I am signed in to this computer"),
            _(
                "Steady Home then starts without the passphrase. Anyone who is signed in as you "
                "can open it too. Does somebody else use your sign-in? Then leave this off."
            ),
        )
        self._ring.toggle.setObjectName("by-itself")
        self._ring.switched.connect(self._on_switched)
        self._told = Words("", 17, 500, "some")
        self._told.hide()
        self._kept = Words(ring_words(), 16, token="ink2")
        self._by_itself.changed.connect(self._on_changed)
        self._by_itself.done.connect(self._on_done)
        self._by_itself.failed.connect(self._on_failed)
        self.setLayout(
            column(
                self._state, row(self._open, None), Words(more, 16, token="ink2"), self._line,
                self._ring, self._told, self._kept, gap=14,
            )
        )  # fmt: skip

    def refresh(self) -> None:
        """Show whether there is a lock, and whether it opens by itself."""
        is_locked = self.session.store.is_locked
        self._state.setText(
            _("Your answers are locked with a passphrase.")
            if is_locked
            else _("Your answers are not locked. Who uses this computer can read them.")
        )
        self._open.set_words(_("Change the lock") if is_locked else _("Lock with a passphrase"))
        for each in (self._line, self._ring, self._kept):
            each.setVisible(is_locked)
        if is_locked:
            self._ring.show_on(self._by_itself.is_on)

    def _on_open(self) -> None:
        self.go("lock")

    def _on_switched(self, is_on: bool) -> None:
        self._by_itself.switch(is_on)
        self.refresh()

    def _on_changed(self) -> None:
        if self._by_itself.is_waiting:
            self._say(_("Waiting for the key ring of this computer."))
        self.refresh()

    def _on_done(self, is_on: bool) -> None:
        self._say("")
        words = (
            _("It opens by itself from the next start on.")
            if is_on
            else _("It asks for the passphrase at each start.")
        )
        self.told.emit(words, False)

    def _on_failed(self, error: UserError) -> None:
        self._say(f"**{error.message}** {error.hint}")
        self.told.emit(error.message, False)

    def _say(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))


def ring_words() -> str:
    """Return what the switch does, and what it does not."""
    return "\n".join(
        (
            _("Your computer keeps a key for this on its key ring, with your other passwords."),
            _("After a lock it still asks for the passphrase. So it does if you close it then."),
            _("Switch this off to throw the key away."),
        )
    )


PART = LockPart
