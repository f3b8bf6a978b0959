"""Settings: for people who visit homes for work."""

from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.settings_parts.part import SettingsPart, headed
from falls_app.ui.widgets.boxes import Divider, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.toggle import ToggleLine


class WorkPart(SettingsPart):
    """Whether the user visits homes for work."""

    icon = "people"

    @staticmethod
    def title() -> str:
        """Return its name in the list."""
        return _("For professionals")

    def build(self) -> None:
        """Make the switch."""
        self._work = ToggleLine(
            _("I visit homes for work"),
            _("Adds the caseload, the report of a visit, room numbers, and their references."),
        )
        self._work.toggle.setObjectName("work")
        self._work.switched.connect(self._on_switched)
        listed = Button(_("Who did what"), "secondary", icon="list", height=48)
        listed.setObjectName("access")
        listed.clicked.connect(self._on_list)
        words = _(
            "A list of who opened, changed, signed or handed over a home is kept on this "
            "computer. It has your name from the report, or that of your account."
        )
        self._list = QWidget()
        self._list.setLayout(
            column(
                Divider(), 4, headed(_("Who did what"), Words(words, 17, token="ink2")),
                row(listed, None), gap=12,
            )
        )  # fmt: skip
        self.setLayout(column(self._work, self._list, gap=18))

    def refresh(self) -> None:
        """Show what is chosen now."""
        self._work.show_on(self.session.is_professional)
        self._list.setVisible(self.session.is_professional)

    def _on_switched(self, is_on: bool) -> None:
        self.session.set_professional(is_on)
        if is_on and not self.session.store.is_locked:
            self.go("lock")

    def _on_list(self) -> None:
        self.go("access")


PART = WorkPart
