"""The phrases of somebody who writes reports, to put into a note by their names."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow

MOST = 8
"""So many phrases are offered at once: those written first."""


class PhraseChips(QWidget):
    """Some of them, as many as can be seen at a glance.

    Signals:
        chosen(str): the words of the phrase whose name was pressed.
    """

    chosen = Signal(str)

    def __init__(self, phrases: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(_("Put in a phrase"))
        self._phrases = dict(list(phrases.items())[:MOST])
        flow = Flow(gap=8)
        for name in self._phrases:
            words = _("Put in: {name}").format(name=name)
            chip = Button(name, "soft", icon="plus", height=44, size=16, name=words)
            chip.setProperty("phrase", name)
            chip.clicked.connect(self._on_chip)
            flow.addWidget(chip)
        self.setLayout(flow)

    def _on_chip(self) -> None:
        self.chosen.emit(self._phrases[str(self.sender().property("phrase"))])
