"""The finished homes to look at: one at once, the others behind a fold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.cases import SAMPLE
from falls_app.i18n import _
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.fold import FoldButton


class SampleChoice(QWidget):
    """Buttons for the samples. Signals: chosen(str): the name of a sample."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {
            SAMPLE: Button(_("Try the sample home"), "secondary", height=48),
            "sample:flat": Button(_("Robin: a rented flat on one level"), "quiet", height=44),
            "sample:spine": Button(_("Walter: after a break in the spine"), "quiet", height=44),
            "sample:visit": Button(_("Nell: a therapist’s visit, with photos"), "quiet", height=44),
        }
        first, *rest = self._buttons.values()
        others = QWidget()
        others.setLayout(Flow(*rest, gap=4))
        more = FoldButton(others, icon="people")
        more.show_words(_("More samples"), _("Fewer samples"))
        self.setLayout(column(Flow(first, more, gap=8), others, gap=8))
        for button in self._buttons.values():
            button.clicked.connect(self._on_pressed)

    def _on_pressed(self) -> None:
        button = self.sender()
        self.chosen.emit(next(name for name, each in self._buttons.items() if each is button))
