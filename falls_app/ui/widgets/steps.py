"""A numbered line: a figure on a disc, a title and a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.text import Words


class Disc(QWidget):
    """A figure on a soft disc."""

    def __init__(self, number: int, side: int = 38) -> None:
        super().__init__()
        self._number, self._side = number, side
        self.setFixedSize(px(side), px(side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primary_soft"))
        painter.drawEllipse(self.rect())
        painter.setFont(font(self._side * 0.52, 600, True))
        painter.setPen(color("primary"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class Numbered(QWidget):
    """A figure, a title and a sentence below it."""

    def __init__(self, number: int, title: str, words: str) -> None:
        super().__init__()
        lines = column(Words(title, 19, 700), Words(words, 17, token="ink2"), gap=0)
        layout = row(Disc(number), gap=18, margins=(0, 5, 0, 5))
        layout.addLayout(lines, 1)
        self.setLayout(layout)
