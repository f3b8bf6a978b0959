"""The lists of a caseload at its left, what is ready for the road, and names to hide."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.storage.caseload import Show
from falls_app.ui.masking import masking
from falls_app.ui.theme import px
from falls_app.ui.verbs import HIDE_NAMES_KEY
from falls_app.ui.widgets.boxes import Card, Divider, Panel, Scroll, clear, column, row
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.side_row import SideRow
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.toggle import ToggleLine

WIDTH = 276
"""Width of the rail, in pixels at 100 % text."""
BESIDE = 20
"""What the bar that scrolls takes of it in a low window, and the line at its right."""
ICONS: Mapping[Show, str] = {
    Show.ALL: "people",
    Show.TODAY: "calendar",
    Show.WEEK: "clock",
    Show.SIGN: "sign",
    Show.AGAIN: "eye",
    Show.ARCHIVE: "folder",
    Show.DELETED: "trash",
}


class CaseloadRail(Panel):
    """The lists, the one that is shown among them.

    Signals:
        pressed(str): a list is wanted.
        hide_asked(): names are to be hidden, or shown again.
    """

    pressed = Signal(str)
    hide_asked = Signal()

    def __init__(self, lists: Mapping[Show, str]) -> None:
        super().__init__("surface", None, "r")
        self.setFixedWidth(px(WIDTH))
        self._rows = {
            show: SideRow(show.value, words, ICONS[show], WIDTH - 24 - BESIDE)
            for show, words in lists.items()
        }
        for each in self._rows.values():
            each.clicked.connect(self._on_row)
        rows = QWidget()
        rows.setAccessibleName(_("Which homes"))
        rows.setLayout(column(*self._rows.values(), gap=2))
        self._ready = column(gap=6)
        keys = QKeySequence(HIDE_NAMES_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        words = _("For hallways and waiting rooms. {keys}").format(keys=keys)
        self._hide = ToggleLine(_("Hide names"), words)
        self._hide.switched.connect(self.hide_asked)
        hide = column(self._hide, margins=(14, 8, 8, 12))
        inner = QWidget()
        inner.setLayout(
            column(
                Words(_("Caseload"), 17, 700), 2, rows, 4, Divider(), 4,
                Words(_("Ready for the road"), 17, 700), self._ready, None,
                gap=6, margins=(12, 20, 12, 12),
            )
        )  # fmt: skip
        foot = QWidget()
        card = Card(hide, token="sunken", line=None, lifted=False)
        foot.setLayout(column(card, margins=(12, 0, 13, 14)))
        sides = column((Scroll(inner, "surface"), 1), foot, gap=0)
        sides.setContentsMargins(0, 0, 1, 0)  # the line at the right
        self.setLayout(sides)

    @property
    def shown(self) -> SideRow:
        """The line of the list that is shown; the first while a search shows others."""
        chosen = (each for each in self._rows.values() if each.isChecked())
        return next(chosen, next(iter(self._rows.values())))

    def show_chosen(self, show: Show | None) -> None:
        """Mark this list, None for none of them."""
        for each, line in self._rows.items():
            line.setChecked(each is show)
        self._hide.show_on(masking.is_on)

    def show_counts(self, counts: Mapping[Show, int]) -> None:
        """Say how many homes each list has."""
        for show, line in self._rows.items():
            line.set_count(counts[show])

    def show_ready(self, lines: Sequence[str]) -> None:
        """Say what is ready, a line each."""
        clear(self._ready)
        for words in lines:
            line = row(gap=8, margins=(2, 0, 0, 0))
            line.addWidget(Icon("check", 18, "primary", 2.4), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Words(words, 16, token="ink2"), 1)
            self._ready.addLayout(line)

    def _on_row(self) -> None:
        line = self.sender()
        if isinstance(line, SideRow):
            self.pressed.emit(line.value)
