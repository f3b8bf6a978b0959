"""Keys with what they do."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.ui.theme import px
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.pressable import draw_key_cap, key_cap_width
from falls_app.ui.widgets.text import Words

SIDE = 108
"""Width of the keys' side, in pixels at 100 % text."""


class KeyCap(QWidget):
    """A key, as it looks on a keyboard."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(px(SIDE), key_cap_width(self._key) + 2), px(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_key_cap(
            QPainter(self), 1, self.height() / 2, self._key, back="sunken", ink="ink2", edge="edge"
        )


class KeyList(QWidget):
    """One line a verb: its key, and its words."""

    def __init__(self, verbs: Sequence[Verb]) -> None:
        super().__init__()
        lines = [
            row(KeyCap(verb.key_words), (Words(verb.words.rstrip("."), 17), 1), gap=10)
            for verb in verbs
        ]
        self.setLayout(column(*lines, gap=6))
