"""Settings: for people who visit homes for work."""

from falls_app.i18n import _
from falls_app.ui.settings_parts.part import SettingsPart
from falls_app.ui.widgets.boxes import column
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
        self.setLayout(column(self._work))

    def refresh(self) -> None:
        """Show what is chosen now."""
        self._work.show_on(self.session.is_professional)

    def _on_switched(self, is_on: bool) -> None:
        self.session.set_professional(is_on)
        if is_on and not self.session.store.is_locked:
            self.go("lock")


PART = WorkPart
