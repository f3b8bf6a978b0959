"""A field for a passphrase: hidden while it is typed, and shown for who wants to look."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import style_field
from falls_app.ui.widgets.text import Words

LONGEST = 500
_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretField(QWidget):
    """A label, the field, and a button that shows what is typed.

    ``is_secret`` False: a code that may be seen. Signals:
        changed(): another text is typed. entered(): the Enter key was pressed.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, label: str, *, is_secret: bool = True) -> None:
        super().__init__()
        self.field = QLineEdit()
        style_field(self.field, 52)
        self.field.setAccessibleName(label)
        self.field.setMaxLength(LONGEST)
        self.field.setInputMethodHints(_HINTS)
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.entered)
        self._show = Button(_("Show"), "quiet", height=48, size=16)
        self._show.clicked.connect(self._on_show)
        if not is_secret:
            self._show.hide()
        self._label = label
        self.setLayout(
            column(Words(label, 17, 600), row((self.field, 1), self._show, gap=6), gap=4)
        )
        self.setFocusProxy(self.field)
        self._hide(is_secret)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what is typed next."""
        self.field.clear()
        self._hide(not self._show.isHidden())

    def _on_show(self) -> None:
        self._hide(self.field.echoMode() == QLineEdit.EchoMode.Normal)
        self.field.setFocus()

    def _hide(self, is_hidden: bool) -> None:
        mode = QLineEdit.EchoMode.Password if is_hidden else QLineEdit.EchoMode.Normal
        self.field.setEchoMode(mode)
        name = (_("Show: {field}") if is_hidden else _("Hide: {field}")).format(field=self._label)
        self._show.set_words(_("Show") if is_hidden else _("Hide"), name)
