"""Long work that is under way: what is done, how far it is, and the way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from falls_app.i18n import _
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class WorkCard(Card):
    """Hidden while nothing is under way.

    Signals:
        stopped(): its button was pressed.
    """

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__(token="primary_soft", line=None, lifted=False)
        self._words = Words("", 18)
        self.stop = Button(_("Stop"), "secondary", height=44, size=17)
        self.stop.clicked.connect(self.stopped)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(px(10))
        words = column(None, self._words, self._bar, None, gap=8)
        line = row(Icon("clock", 22, "primary"), gap=12, margins=(18, 12, 14, 12))
        line.addLayout(words, 1)
        line.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.hide()

    def say(self, words: str, done: int = 0, whole: int = 0) -> None:
        """Show what is under way; ``whole`` 0: nobody knows how far it is."""
        self._words.setText(words)
        self._bar.setRange(0, max(1, whole))
        self._bar.setValue(done)
        self._bar.setAccessibleName(words)
        self._bar.setVisible(bool(whole))
        self.show()
