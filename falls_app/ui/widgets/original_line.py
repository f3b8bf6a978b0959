"""What is said and done about a photo that is kept as it came, too."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.text import Words


class OriginalLine(QWidget):
    """Two buttons, and what the photo may tell. It asks once before the photo goes for good.

    Signals:
        saved(): it is to be saved as a file. removed(): it is to go, and that was confirmed.
    """

    saved = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("", 15, token="ink2")
        self.save = Button(_("Save the original…"), "quiet", icon="export", height=44, size=16)
        self._delete = Button(_("Delete the original"), "quiet", icon="trash", height=44, size=16)
        self._yes = Button(_("Yes, delete it"), "delete", height=44, size=16)
        self._no = Button(_("Keep it"), "quiet", height=44, size=16)
        for button, slot in (
            (self.save, self.saved), (self._delete, self._on_delete),
            (self._yes, self.removed), (self._no, self._on_no),
        ):  # fmt: skip
            button.clicked.connect(slot)
        buttons = QWidget()
        buttons.setLayout(Flow(self.save, self._delete, self._yes, self._no, gap=4))
        self.setLayout(column(self._words, buttons, gap=0))
        self._ask(asks=False)

    def show_for(self, *, has_original: bool) -> None:
        """Show it for a photo that is kept as it came, and for no other."""
        self.setVisible(has_original)
        if not has_original:
            self._ask(asks=False)

    def _ask(self, *, asks: bool) -> None:
        self._words.setText(
            _("**Delete the original for good?** The photo above stays. Backups lose it too.")
            if asks
            else _("The original is kept too. It may tell where and when it was taken.")
        )
        for button in (self.save, self._delete):
            button.setVisible(not asks)
        for button in (self._yes, self._no):
            button.setVisible(asks)

    def _on_delete(self) -> None:
        self._ask(asks=True)
        self._no.setFocus()

    def _on_no(self) -> None:
        self._ask(asks=False)
        self._delete.setFocus()
