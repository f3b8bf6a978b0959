"""Parts of the details of a step: headed texts, and rows of chips of which one is chosen."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


def tab_order(widgets: Iterable[QWidget]) -> None:
    """Let Tab visit these in this order."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


class Headed(QWidget):
    """A small heading and a text below it; hidden without a text."""

    def __init__(self, heading: str, icon: str = "") -> None:
        super().__init__()
        self._heading = Words(heading, 16, 700, "ink2")
        self._text = Words("", 18)
        words = column(self._heading, self._text, gap=2)
        if icon:
            sign = Icon(icon, 22)
            layout = row(gap=12)
            layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(words, 1)
            self.setLayout(layout)
        else:
            self.setLayout(words)

    def show_text(self, text: str, heading: str = "") -> None:
        """Show this text, under another heading if given."""
        if heading:
            self._heading.setText(heading)
        self._text.setText(text)
        self.setVisible(bool(text))


class ChipRow(QWidget):
    """Chips of which at most one is chosen.

    Signals:
        chosen(str): the value of the chip that was pressed.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(gap=8)
        self.setLayout(self._flow)
        self._pairs: dict[str, str] = {}
        self.chips: list[Chip] = []

    def show_choices(self, pairs: Mapping[str, str], value: str, *, name: str = "{words}") -> bool:
        """Show these values with their words; return True if there are other chips now.

        ``name`` is what screen readers say of a chip, around ``{words}``.
        """
        remade = list(pairs) != list(self._pairs)
        if remade:
            self._remake(pairs)
        self._pairs = dict(pairs)
        for chip in self.chips:
            words = pairs[str(chip.property("value"))]
            chip.set_words(words, name.format(words=words))
            chip.setChecked(chip.property("value") == value)
        return remade

    def _remake(self, pairs: Mapping[str, str]) -> None:
        held = next((chip.property("value") for chip in self.chips if chip.hasFocus()), None)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(words) for words in pairs.values()]
        for chip, value in zip(self.chips, pairs, strict=True):
            chip.setProperty("value", value)
            chip.setMinimumWidth(px(72))
            chip.clicked.connect(self._on_chip)
            self._flow.addWidget(chip)
            if value == held:
                chip.show()
                chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chip(self) -> None:
        self.chosen.emit(str(self.sender().property("value")))
