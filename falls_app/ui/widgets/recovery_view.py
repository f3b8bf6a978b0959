"""The second step of a lock: the recovery key goes on paper before it counts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.secret_field import SecretField
from falls_app.ui.widgets.text import Words

ASKED = (2, 5)
"""The places of the groups that are typed from the page, counted from 0."""


class RecoveryView(QWidget):
    """Shows the groups once, and asks for two of them.

    Signals:
        print_asked(), save_asked(), left(): its buttons were pressed.
        written(dict): the groups that were typed, by their place.
    """

    print_asked = Signal()
    save_asked = Signal()
    left = Signal()
    written = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._code = Words("", 30, 700, align=Qt.AlignmentFlag.AlignHCenter)
        self.print_button = Button(_("Print the page"), "primary", icon="print", height=52)
        save = Button(_("Save it as a PDF"), "secondary", icon="download", height=52)
        names = [_("Group {n}").format(n=place + 1) for place in ASKED]
        self._groups = [SecretField(name, is_secret=False) for name in names]
        self._lock = Button("", "primary", icon="lock", height=52)
        back = Button(_("Back"), "secondary", icon="arrow-left", height=52)
        for button, signal in (
            (self.print_button, self.print_asked), (save, self.save_asked), (back, self.left),
        ):  # fmt: skip
            button.clicked.connect(signal)
        self._lock.clicked.connect(self._on_lock)
        self._groups[0].entered.connect(self._on_first)
        self._groups[1].entered.connect(self._on_lock)
        self._saved = Words("", 17, 500, "some")
        self._saved.hide()
        ways = QWidget()
        ways.setLayout(Flow(self.print_button, save, gap=10))
        lead = _("Print this page, or write the 7 groups down by hand. They are shown only now.")
        ask = _("Then type two groups from the paper, so that we both know you have it.")
        shown = Card(column(self._code, margins=(20, 20, 20, 24)), token="sunken", lifted=False)
        fields = row(*((each, 1) for each in self._groups), gap=16)
        card = Card(
            column(
                Words(ask, 18), fields, 4, row(self._lock, back, None, gap=12),
                gap=12, margins=(24, 20, 24, 26),
            )
        )  # fmt: skip
        self.setLayout(
            column(Words(lead, 18, token="ink2"), shown, ways, self._saved, 4, card, gap=12)
        )

    def show_code(self, groups: Sequence[str], action: str) -> None:
        """Show these groups; ``action`` is what the last button does."""
        half = -(-len(groups) // 2)
        self._code.setText("    ".join(groups[:half]) + "\n" + "    ".join(groups[half:]))
        self._code.setAccessibleName(_("Recovery key: {code}").format(code=", ".join(groups)))
        self._lock.set_words(action)
        self._saved.hide()
        for field in self._groups:
            field.clear()

    def show_saved(self, words: str) -> None:
        """Say what became of the page."""
        self._saved.setText(words)
        self._saved.show()

    def _on_first(self) -> None:
        self._groups[1].setFocus()

    def _on_lock(self) -> None:
        typed = (field.text for field in self._groups)
        self.written.emit(dict(zip(ASKED, typed, strict=True)))
