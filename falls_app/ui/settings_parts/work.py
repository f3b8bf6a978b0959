"""Settings: for people who visit homes for work."""

from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.settings_parts.part import SettingsPart, headed
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.toggle import ToggleLine


class WorkPart(SettingsPart):
    """Whether the user visits homes for work; then, whose reports these are."""

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
        self._head: VisitPart | None = None
        self._reports = QWidget()
        self.setLayout(column(self._work, self._reports, gap=26))

    def refresh(self) -> None:
        """Show what is chosen now."""
        for_work = self.session.is_professional
        self._work.show_on(for_work)
        if for_work and self._head is None:
            self._head = self._made_head()
        self._reports.setVisible(for_work)
        if self._head is not None:
            self._head.refresh()

    def _made_head(self) -> VisitPart:
        """Return the letterhead and the phrases: they are the same in every home's report."""
        from falls_app.ui.visit.head import Head

        head = Head(self.session, self.go)
        head.told.connect(self.told)
        head.turned.connect(self.turned)
        self._reports.setLayout(headed(Head.title(), head))
        return head

    def _on_switched(self, is_on: bool) -> None:
        self.session.set_professional(is_on)
        self.refresh()
        if is_on and not self.session.store.is_locked:
            self.go("lock")


PART = WorkPart
