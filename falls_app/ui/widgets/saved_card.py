"""Where a file was saved, with a button to open it."""

from pathlib import Path

from PySide6.QtCore import Signal

from falls_app.i18n import _
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class SavedCard(Card):
    """Hidden until a file was saved.

    Signals:
        opened(): the file is to be opened.
    """

    opened = Signal()

    def __init__(self) -> None:
        self._words = Words("", 16, 500, "ok")
        button = Button(_("Open"), "secondary", height=44, size=17, name=_("Open the saved file"))
        super().__init__(
            column(
                row(Icon("check", 22, "ok", 2.4), (self._words, 1), gap=10),
                row(button, None), gap=10, margins=(16, 14, 16, 16),
            ),
            token="ok_bg", line="ok_solid", lifted=False,
        )  # fmt: skip
        button.clicked.connect(self.opened)
        self.hide()

    def show_file(self, file: Path) -> None:
        """Say where a file lies."""
        words = _("Saved as “{file}” in {folder}")
        self._words.setText(words.format(file=file.name, folder=file.parent))
        self.show()
