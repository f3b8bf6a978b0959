"""The note of the line that is typed in, and the way to its sizes and photos."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.text import Words


class LineNote(QWidget):
    """One field below the lines.

    Signals:
        written(str): the note, once it rests.
        left(): Enter was pressed in it.
        more_asked(): sizes and photos of the line are wanted.
    """

    written = Signal(str)
    left = Signal()
    more_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("", 17, 600)
        self.field = LineField(name=_("Note"), longest=5_000)
        self._more = Button(_("Sizes and photos"), "quiet", icon="ruler", height=44, size=16)
        self.field.written.connect(self.written)
        self.field.returnPressed.connect(self._on_entered)
        self._more.clicked.connect(self.more_asked)
        self.setLayout(column(self._words, row((self.field, 1), self._more, gap=10), gap=4))

    def show_note(self, line: str, note: str) -> None:
        """Show the note of a line, "" for none that is typed now."""
        self.field.setEnabled(bool(line))
        self._more.setEnabled(bool(line))
        name = _("Note on {check}").format(check=line) if line else _("Note from the paper")
        self._words.setText(_("{note} (key N)").format(note=name) if line else name)
        self.field.setAccessibleName(name)
        self.field.show_text(note)

    def _on_entered(self) -> None:
        self.field.settle()
        self.left.emit()
