"""Why something stands where it does: a button, and the reasons that it opens beneath."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.fold import FoldButton
from falls_app.ui.widgets.text import Words


class Reasons(QWidget):
    """A few sentences, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._column = column(gap=6, margins=(0, 2, 0, 6))
        self._lines: list[Words] = []
        self.setLayout(self._column)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these sentences."""
        while len(self._lines) < len(lines):
            self._lines.append(Words("", 16, 400, "ink2"))
            self._column.addWidget(self._lines[-1])
        for number, words in enumerate(self._lines):
            words.setVisible(number < len(lines))
            words.setText(lines[number] if number < len(lines) else "")


class WhyButton(FoldButton):
    """Opens the reasons for a rank, a sign or a number; the page puts ``reasons`` beneath it.

    ``opened`` holds the keys of what was opened: it stays open while the page is filled anew,
    and goes with its subject where subjects change places. ``compact``: the word alone.
    """

    def __init__(self, opened: set[str], *, compact: bool = False) -> None:
        self.reasons = Reasons()
        super().__init__(self.reasons)
        self._opened, self._subject, self._is_compact = opened, "", compact
        self._pad = 7  # its words stand nearly level with those around it
        self.clicked.connect(self._remember)

    def show_reasons(self, key: str, about: str, lines: Sequence[str], words: str = "") -> None:
        """Show why; ``key`` names the subject for ever, ``about`` is what it is called.

        ``words`` stand on the button, "Why" by default.
        """
        self._subject, words = key, words or _("Why")
        self.show_words(words, words, about)
        self.reasons.show_lines(lines)
        if key in self._opened:
            self.open()
        else:
            self.fold()

    def _remember(self) -> None:
        if self.is_open:
            self._opened.add(self._subject)
        else:
            self._opened.discard(self._subject)

    @override
    def _say(self) -> None:
        super()._say()
        if not self._is_compact:
            self._after = "chevron-up" if self.is_open else "chevron-down"
            self.updateGeometry()
            self.update()
