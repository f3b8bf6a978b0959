"""A loud line under the bar: what happened, what is safe, what to do."""

from PySide6.QtCore import Signal

from falls_app.ui.widgets.boxes import Panel, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class Notice(Panel):
    """Hidden while all is well. Signals: pressed(): its button was pressed, if it has one."""

    pressed = Signal()

    def __init__(self, button: str = "") -> None:
        super().__init__("some_bg", None, "b")
        self._words = Words("", 17, 500, "some")
        line = row(Icon("alert", 24, "some"), (self._words, 1), gap=12, margins=(20, 10, 20, 10))
        if button:
            again = Button(button, "secondary", height=44, size=16)
            again.clicked.connect(self.pressed)
            line.addWidget(again)
        self.setLayout(line)
        self.hide()

    def say(self, message: str, hint: str = "") -> None:
        """Show what happened and what to do."""
        self._words.setText(f"**{message}** {hint}".strip())
        self.show()
