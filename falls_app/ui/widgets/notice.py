"""A loud line under the bar: what happened, what is safe, what to do."""

from PySide6.QtCore import Qt, Signal

from falls_app.ui.widgets.boxes import Panel, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class Notice(Panel):
    """Hidden while all is well; ``quiet`` for what can wait.

    Signals:
        pressed(): its button was pressed, if it has one.
    """

    pressed = Signal()

    def __init__(self, *, quiet: bool = False) -> None:
        super().__init__("sunken" if quiet else "some_bg", None, "b")
        token = "ink2" if quiet else "some"
        self._words = Words("", 17, 500, token)
        self._button = Button("", "secondary", height=44, size=16)
        self._button.clicked.connect(self.pressed)
        self._button.hide()
        line = row(
            Icon("info" if quiet else "alert", 24, token), (self._words, 1), self._button,
            gap=12, margins=(20, 10, 20, 10),
        )  # fmt: skip
        self._line = line
        line.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.hide()

    def show_button(self, words: str) -> None:
        """Show a button with these words."""
        self._button.set_words(words)
        self._button.show()

    @property
    def width_in_one_line(self) -> int:
        """How wide it is with its words in one line, in pixels."""
        return self._line.sizeHint().width()

    def say(self, message: str, hint: str = "") -> None:
        """Show what happened and what to do."""
        self._words.setText(f"**{message}** {hint}".strip() if message else hint)
        self.show()
