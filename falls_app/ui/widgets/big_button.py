"""One large button for a stopwatch: it counts when it goes down, not when it comes up."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.ui.moments import Moments
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.pressable import Pressable
from falls_app.ui.widgets.text import lay_out_text

HIGH = 132
KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BigButton(Pressable):
    """Pressed by pointer, space bar or Enter.

    Signals:
        pressed_at(float): the moment at which it went down, in seconds of the clock.
    """

    pressed_at = Signal(float)

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments, self._token = moments, "primary"
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_words(self, words: str, token: str, name: str) -> None:
        """Show these words on this color; ``name`` is what screen readers say."""
        if token != self._token:
            self._token = token
            self.update()
        self.set_words(words, name)

    def _on_clicked(self) -> None:
        """Hear of a press by a screen reader, which sends no event."""
        self.pressed_at.emit(self._moments.now())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._moments.of(event)  # learns how late events come before it matters
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_at.emit(self._moments.of(event))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.pressed_at.emit(self._moments.of(event))

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() not in KEYS:
            super().keyReleaseEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(320), px(HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, _surface = self.start_painting()
        painter.setPen(QPen(color(f"{self._token}"), 2))
        painter.setBrush(color("primary_hover" if self._hovers else self._token))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(20), px(20))
        painter.setPen(color(f"on_{self._token.removesuffix('_solid')}"))
        face = font(34, 700)
        room = self.width() - 2 * px(20)
        block = lay_out_text(self.text(), face, room, 1.2, Qt.AlignmentFlag.AlignHCenter)
        block.draw(painter, px(20), (self.height() - block.height) / 2)
        self.draw_focus(painter, px(20))

    @property
    def _hovers(self) -> bool:
        return self.is_hovered and self._token == "primary"
