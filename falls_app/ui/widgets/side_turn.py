"""Turns a paper page over: which of its sides is shown, and the ways to the others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.buttons import IconButton
from falls_app.ui.widgets.text import Words


class SideTurn(QWidget):
    """Two arrows with "1 of 2" between them; hidden where there is one side or none.

    Signals:
        turned(int): the side before is wanted (-1), or the one after (1).
    """

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._back = IconButton("chevron-left", _("The side before"))
        self._on = IconButton("chevron-right", _("The side after"))
        self._back.clicked.connect(self._on_turned)
        self._on.clicked.connect(self._on_turned)
        self._where = Words("", 16, 500, wraps=False)
        line = row(self._back, self._where, self._on, gap=4)
        line.setAlignment(self._where, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)

    def show_at(self, number: int, count: int) -> None:
        """Show that the side of this number, from 1, is seen."""
        self.setVisible(count > 1)
        self._where.setText(_("{n} of {all}").format(n=number, all=count))
        self._back.setEnabled(number > 1)
        self._on.setEnabled(number < count)

    def _on_turned(self) -> None:
        self.turned.emit(-1 if self.sender() is self._back else 1)
