"""A short message at the foot of the window, with one thing to do about it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from typing_extensions import override

from falls_app.ui.theme import color, px
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words

STAYS_MS = 10_000
"""A message stays at least ten seconds, and as long as the pointer or the keyboard is on it."""
WIDTHS = (420, 300, 600)
"""Pixels at 100 % text: as wide as it is by choice, and what it is where that has no place."""
STILL_MS = 150
"""A page that is scrolled stands still for so long before the message looks where it is."""


class Toast(QWidget):
    """The message. It stands where it covers nothing that can be pressed, above the foot.

    Signals:
        pressed(): its button was pressed.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._words = Words("", 16, 500, "surface")
        self._words.setMinimumWidth(px(150))
        self._button = Button("", "soft", height=44, size=16)
        self._button.clicked.connect(self._on_pressed)
        self._icon = Icon("check", 20, "surface", 2.4)
        line = row(
            self._icon,
            (self._words, 1),
            self._button,
            gap=12,
            margins=(16, 10, 10, 10),
        )
        line.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._on_time)
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self.step_aside)
        self._is_in_the_way = False
        self.hide()
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self.step_aside)

    def say(self, words: str, button: str = "", *, icon: str = "check") -> None:
        """Show words, and a button if it has any."""
        self._icon.set_icon(icon)
        self._words.setText(words)
        self._button.setVisible(bool(button))
        self._button.set_words(button)
        # What only tells something never keeps a press from what lies below it.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not button)
        self.hide()
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        for bar in self._window.findChildren(QScrollBar):
            bar.valueChanged.connect(self._on_scrolled, Qt.ConnectionType.UniqueConnection)
        self.step_aside()  # once the page shows what the message tells

    def place(self) -> None:
        """Stand where no control is covered, if it can be above the foot on the right side.

        It stays where it is while it covers none there. In a window so full that it has no such
        place, it covers as few as it can, not the one that has the keyboard, and goes at a press.
        """
        from falls_app.ui.widgets.clear_spot import Around

        around = Around(self._window, self._ground(), self)
        if self.isVisible() and around.is_clear(self.geometry()):
            return
        self._is_in_the_way = False
        for width in WIDTHS:
            self._take_width(px(width))
            if (spot := around.clear_spot(self.size())) is not None:
                self.move(spot)
                return
        self._is_in_the_way = True
        self._take_width(px(WIDTHS[0]))
        self.move(around.least_spot(self.size()))

    def _take_width(self, width: int) -> None:
        width = min(width, self._window.width() - 32)
        lines = self.layout()
        high = lines.totalHeightForWidth(width) if lines else 0
        self.resize(width, max(high, px(64)))

    def step_aside(self) -> None:
        """Go out of the way of what has the keyboard now, or is shown, once that has its place."""
        if self.isVisible():
            QTimer.singleShot(0, self, self.place)

    @Slot(int)
    def _on_scrolled(self, _value: int) -> None:
        if self.isVisible():
            self._still.start()

    def _ground(self) -> QWidget:
        """Return what has the foot: the sheet that is open, else the window."""
        from falls_app.ui.widgets.sheet import Sheet  # the window opens without any

        only_here = Qt.FindChildOption.FindDirectChildrenOnly
        sheets = self._window.findChildren(Sheet, options=only_here)
        return next((each.panel for each in sheets if each.isVisible()), self._window)

    def _on_pressed(self) -> None:
        self.hide()
        self.pressed.emit()

    def _on_time(self) -> None:
        is_pointed_at = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        if is_pointed_at or self._button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_in_the_way:
            self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("ink"))
        painter.setBrush(color("ink"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 12, 12)
