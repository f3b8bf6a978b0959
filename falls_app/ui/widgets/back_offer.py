"""Says that a home went off the list, and offers to bring it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.text import Words


class BackOffer(QWidget):
    """Hidden until a home goes off the list, and once it is back.

    Signals:
        restored(str): the id of the case that is wanted back.
    """

    restored = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._case = ""
        self._words = Words("", 16, 400, "ink2")
        self._back = Button(_("Bring it back"), "soft", icon="undo", height=44, size=16)
        self._back.clicked.connect(self._on_back)
        self.setLayout(column(beside((self._words, 1), self._back, gap=12, least=300)))
        self.hide()

    def offer(self, case_id: str, name: str) -> None:
        """Offer to bring back this home."""
        self._case = case_id
        words = _("“{name}” is off the list. “Your data” keeps it for 30 days.")
        self._words.setText(words.format(name=name))
        self.show()

    @property
    def is_made(self) -> bool:
        """True while there is a home to bring back."""
        return bool(self._case)

    def end(self) -> None:
        """Offer nothing any more."""
        self._case = ""
        self.hide()

    def take_keyboard(self) -> None:
        """Give the keyboard to the way back, in sight."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self._back)

    def _on_back(self) -> None:
        case = self._case
        self.end()
        self.restored.emit(case)
