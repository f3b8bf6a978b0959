"""How papers are printed: on which sheet, in large print, with less ink, with initials."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.export import FILLABLE, HIDE_NAMES, LARGE, OPTIONS, SAVE_INK
from falls_app.i18n import _
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.step_parts import ChipRow


def option_words(option: str) -> tuple[str, str]:
    """Return what an option is called, and in more words what it does."""
    return {
        LARGE: (_("Large print"), _("Large print, 18 points and up")),
        SAVE_INK: (_("Save ink"), _("Save ink: no colored areas")),
        HIDE_NAMES: (_("Hide names"), _("Hide names: initials only")),
        FILLABLE: (_("Boxes to fill in"), _("With boxes to fill in on a screen")),
    }[option]


class PrintOptions(QWidget):
    """The size of the paper, and a chip for each option that the chosen papers know.

    Signals:
        paper_chosen(str): "letter" or "a4".
        option_changed(str): an option was ticked, or its tick taken away.
    """

    paper_chosen = Signal(str)
    option_changed = Signal(str)

    def __init__(self, more: Chip) -> None:
        """Make the chips; ``more`` is one of its owner, which comes last."""
        super().__init__()
        self.sizes = ChipRow()
        self.sizes.chosen.connect(self.paper_chosen)
        self._chips: dict[str, Chip] = {}
        flow = Flow(gap=8)
        for option in OPTIONS:
            words, meaning = option_words(option)
            self._chips[option] = chip = Chip(words, name=meaning)
            chip.setToolTip(meaning)
            chip.clicked.connect(self._on_chip)
            flow.addWidget(chip)
        flow.addWidget(more)
        chips = QWidget()
        chips.setLayout(flow)
        self.setLayout(column(self.sizes, chips, gap=8))

    def show_options(self, paper: str, known: Collection[str], chosen: Collection[str]) -> None:
        """Show the size in use, and of the options those that are known to the papers."""
        papers = {"letter": _("Letter"), "a4": _("A4")}
        self.sizes.show_choices(papers, paper, name=_("Paper: {words}"))
        for option, chip in self._chips.items():
            chip.setVisible(option in known)
            chip.setChecked(option in chosen)

    def _on_chip(self) -> None:
        pressed = self.sender()
        for option, chip in self._chips.items():
            if chip is pressed:
                self.option_changed.emit(option)
