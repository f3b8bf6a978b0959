"""A blank list for any home, to print before anything else is begun."""

from dataclasses import replace

from falls_app.i18n import _
from falls_app.ui.pages.print_plan import PrintPage
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.buttons import Button

SHEET = "visit-sheet"


class BlankListPage(PrintPage):
    """The visit sheet of a typical home, with no home open."""

    stage = ""

    def title(self) -> str:
        """Return the name of the page."""
        return _("A blank list")

    def build(self) -> None:
        """Make the page of papers with this one alone."""
        super().build()
        self._choice = replace(self._choice, kinds=(SHEET,))
        self._list.hide()
        self._comes_back.hide()
        self._lock.chip.hide()  # no home is on it
        leave = Button(_("Back"), "quiet", icon="arrow-left", height=44)
        leave.clicked.connect(self._on_leave)
        self._column.insertLayout(0, row(leave, None))

    def open_at(self, where: str) -> None:
        """Take the options; there is no other paper here."""
        super().open_at(where)
        self._choice = replace(self._choice, kinds=(SHEET,), several=False)

    def _on_leave(self) -> None:
        self.go("start")


PAGE = BlankListPage
