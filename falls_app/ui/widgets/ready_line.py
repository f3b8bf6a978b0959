"""A line of what is looked at before signing: ready or not, and a button to what is missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.preflight import Line, Ready
from falls_app.i18n import _
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class ReadyLine(QWidget):
    """One line of what is looked at. Signals: asked(str): its button was pressed; its line."""

    asked = Signal(str)

    def __init__(self, line: Line, button: str) -> None:
        super().__init__()
        self._line = line
        self._ready, self._not = Icon("check", 26, "ok", 2.6), Icon("help", 26, "unsure")
        self._title, self._more = Words("", 18, 600), Words("", 16, token="ink2")
        self._button = Button(button, "quiet", height=44, size=16)
        self._button.clicked.connect(self._on_button)
        self.setLayout(
            row(
                self._ready, self._not, (_boxed(self._title, self._more), 1), self._button,
                gap=14, margins=(18, 8, 10, 8),
            )
        )  # fmt: skip

    def show_ready(self, ready: Ready, title: str, more: str, *, needs_button: bool) -> None:
        """Show how it stands."""
        self._ready.setVisible(ready.is_ready)
        self._not.setVisible(not ready.is_ready)
        self._title.setText(title)
        state = _("Ready") if ready.is_ready else _("To look at")
        self._title.setAccessibleName(_("{state}: {title}").format(state=state, title=title))
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._button.setAccessibleName(f"{self._button.text()}: {title}")
        self._button.setVisible(needs_button)

    def _on_button(self) -> None:
        self.asked.emit(self._line.value)


def _boxed(*words: Words) -> QWidget:
    box = QWidget()
    box.setLayout(column(*words, gap=0))
    return box
