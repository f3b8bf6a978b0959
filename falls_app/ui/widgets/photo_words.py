"""The words below a photo: what it shows, or what the mark that is held says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from falls_app.domain.evidence import Mark, MarkKind
from falls_app.i18n import _
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.mark_button import kind_words
from falls_app.ui.widgets.text import Words

MOST_LETTERS = 40
"""Letters that a mark says at most: more would cover the photo."""


class PhotoWords(QStackedWidget):
    """Two pages of one height, so that the photo above never jumps.

    Signals:
        described(str): what the photo shows.
        worded(str): what the held mark says.
        entered(): the words of the held mark are written.
        removed(), ended(): the held mark is to go, or is done.
    """

    described = Signal(str)
    worded = Signal(str)
    entered = Signal()
    removed = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._caption = LineField(
            name=_("What does the photo show?"),
            hint=_("Also for those who cannot see it"),
        )
        self._caption.written.connect(self.described)
        shows = Words(_("What does it show?"), 16, 600, wraps=False)
        first, second = QWidget(), QWidget()
        first.setLayout(column(shows, self._caption, gap=2))
        self._kind = Words("", 16, 600, wraps=False)
        self._says = LineField(name=_("Words at this mark"), longest=MOST_LETTERS)
        self._says.written.connect(self.worded)
        self._says.returnPressed.connect(self.entered)
        remove = Button(_("Remove"), icon="trash", height=48, size=17, name=_("Remove this mark"))
        done = Button(_("Ready"), icon="check", height=48, size=17, name=_("This mark is ready"))
        remove.clicked.connect(self.removed)
        done.clicked.connect(self.ended)
        second.setLayout(column(self._kind, row((self._says, 20), remove, done, None), gap=2))
        self.addWidget(first)
        self.addWidget(second)
        for field in (self._caption, self._says):
            field.setAcceptDrops(False)

    def show_caption(self, words: str) -> None:
        """Show what the photo shows."""
        self._caption.show_text(words)

    def show_mark(self, mark: Mark | None) -> None:
        """Show what the held mark says; the words of the photo for None."""
        self.setCurrentIndex(0 if mark is None else 1)
        if mark is not None:
            has_words = mark.kind in (MarkKind.TEXT, MarkKind.LINE)
            kind = kind_words(mark.kind)
            self._kind.setText(_("{kind}: words").format(kind=kind) if has_words else kind)
            self._says.setVisible(has_words)
            self._says.show_text(mark.words)

    def settle(self) -> None:
        """Hand on words that are still being written."""
        self._caption.settle()
        self.settle_mark()

    def settle_mark(self) -> None:
        """Hand on the words of the held mark, while it is held."""
        self._says.settle()

    def ask_words(self) -> None:
        """Let the words of the held mark be written in place of those it has."""
        self._says.setFocus(Qt.FocusReason.OtherFocusReason)
        self._says.selectAll()
