"""A sheet to fill in on paper, and the two ways in which it comes back."""

from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.pages.page import Go
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.text import Words


class PaperBack(QWidget):
    """A button for each; ``go`` shows the page that is asked for.

    ``prints`` adds the button that shows the sheet itself, where it is not at hand.
    """

    def __init__(self, go: Go, *, prints: bool = False) -> None:
        super().__init__()
        self._go = go
        sheet = Button(_("Print the visit sheet"), "quiet", icon="print", height=44, size=17)
        file = Button(_("Bring back a filled sheet"), "quiet", icon="import", height=44, size=17)
        typed = Button(_("Type in a paper sheet"), "quiet", icon="keyboard", height=44, size=17)
        sheet.clicked.connect(self._on_sheet)
        file.clicked.connect(self._on_file)
        typed.clicked.connect(self._on_typed)
        buttons = (sheet, file, typed) if prints else (file, typed)
        heading = [] if prints else [Words(_("Paper that comes back"), 18, 700)]
        self.setLayout(column(*heading, Flow(*buttons, gap=4), gap=4))

    def _on_sheet(self) -> None:
        self._go("print:visit-sheet")

    def _on_file(self) -> None:
        self._go("sheet-back")

    def _on_typed(self) -> None:
        self._go("type-in")
