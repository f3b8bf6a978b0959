"""Settings: for people who visit homes for work."""

from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.settings_parts.part import SettingsPart, headed
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import Divider, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.text import Words
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
        self._list = self._made_list()
        self._head: VisitPart | None = None
        self._reports = QWidget()
        self.setLayout(column(self._work, self._reports, self._list, gap=26))

    def refresh(self) -> None:
        """Show what is chosen now."""
        for_work = self.session.is_professional
        self._work.show_on(for_work)
        if for_work and self._head is None:
            self._head = self._made_head()
        self._reports.setVisible(for_work)
        self._list.setVisible(for_work)
        if self._head is not None:
            self._head.refresh()

    def _made_list(self) -> QWidget:
        listed = Button(_("Who did what"), "secondary", icon="list", height=48)
        listed.setObjectName("access")
        listed.clicked.connect(self._on_list)
        words = _(
            "A list of who opened, changed, signed or handed over a home is kept on this "
            "computer. It has your name from the report, or that of your account."
        )
        made = QWidget()
        made.setLayout(
            column(
                Divider(), 4, headed(_("Who did what"), Words(words, 17, token="ink2")),
                row(listed, None), gap=12,
            )
        )  # fmt: skip
        return made

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

    def _on_list(self) -> None:
        self.go("access")


PART = WorkPart
