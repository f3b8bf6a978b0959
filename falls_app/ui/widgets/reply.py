"""What an answer leads to: a fixed text on the color of its state, never red."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.drawing.shapes import State
from falls_app.ui.theme import color
from falls_app.ui.widgets.bone_card import TOKENS
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.marks import Shape
from falls_app.ui.widgets.text import Words


class PlainReply(QWidget):
    """A title beside a state's shape, and a text below."""

    def __init__(self) -> None:
        super().__init__()
        self._back = "ok_bg"
        self._shape = Shape("ok", 24)
        self._title, self._text = Words("", 18, 700), Words("", 18, 500)
        self.setLayout(
            column(
                row(self._shape, (self._title, 1), gap=9),
                self._text,
                gap=8,
                margins=(18, 14, 18, 16),
            )
        )

    def show_reply(self, state: State, title: str, text: str) -> None:
        """Show these words."""
        token = TOKENS[state]
        # Worth a visit soon is said in amber: clay is for the house.
        self._back = "some_bg" if token == "fix" else f"{token}_bg"
        self._shape.show_state(state)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("some_edge" if self._back == "some_bg" else "line"), 1.25))
        painter.setBrush(color(self._back))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
