"""A short message at the foot of the window, with one thing to do about it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from falls_app.ui.theme import color, px
from falls_app.ui.widgets.answers import AnswerButton
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words

STAYS_MS = 10_000
"""A message stays at least ten seconds, and as long as the pointer or the keyboard is on it."""


class Toast(QWidget):
    """The message. It stands above the foot, so that it never covers the way on.

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
        line = row(
            Icon("check", 20, "surface", 2.4),
            (self._words, 1),
            self._button,
            gap=12,
            margins=(16, 10, 10, 10),
        )
        line.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._on_time)
        self.hide()
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self.step_aside)

    def say(self, words: str, button: str = "") -> None:
        """Show words, and a button if it has any."""
        self._words.setText(words)
        self._button.setVisible(bool(button))
        self._button.set_words(button)
        # What only tells something never keeps a press from what lies below it.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not button)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """Stand at the foot of the window or of the sheet over it, on the right side.

        On the left side or at the head instead, if it would hide what has the keyboard, or answers
        to a check: with a button it would keep a press from them.
        """
        ground = self._ground()
        width = min(px(420), ground.width() - 32)
        self.resize(width, max(self.sizeHint().height(), px(64)))
        right, foot = ground.right() - width - 17, ground.bottom() + 1 - self.height() - px(92)
        spots = (
            QPoint(right, foot), QPoint(ground.left() + 17, foot),
            QPoint(right, ground.top() + px(84)),
        )  # fmt: skip
        used, answers = self._used(), [*self._answers()]

        def hidden(spot: QPoint) -> tuple[bool, int]:
            here = QRect(spot, self.size())
            return here.intersects(used), sum(map(here.intersects, answers))

        self.move(min(spots, key=hidden))  # the first of equals

    def _answers(self) -> Iterator[QRect]:
        """Yield where in the window answers are, as far as they are in sight."""
        for each in self._window.findChildren(AnswerButton):
            if each.isVisible():
                seen = each.visibleRegion().boundingRect()
                yield QRect(each.mapTo(self._window, seen.topLeft()), seen.size())

    def _used(self) -> QRect:
        """Return where in the window the control with the keyboard is, if it is a small one."""
        focus = QApplication.focusWidget()
        if focus is None or not self._window.isAncestorOf(focus) or self.isAncestorOf(focus):
            return QRect()
        used = QRect(focus.mapTo(self._window, QPoint()), focus.size())
        return used if used.height() <= self._window.height() // 4 else QRect()

    def step_aside(self) -> None:
        """Go out of the way of what has the keyboard now, or is shown, once that has its place."""
        if self.isVisible():
            QTimer.singleShot(0, self, self.place)

    def _ground(self) -> QRect:
        """Return what has the foot: the sheet that is open, else the window."""
        from falls_app.ui.widgets.sheet import Sheet  # the window opens without any

        only_here = Qt.FindChildOption.FindDirectChildrenOnly
        sheets = self._window.findChildren(Sheet, options=only_here)
        open_ones = (each.panel.geometry() for each in sheets if each.isVisible())
        return next(open_ones, self._window.rect())

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
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("ink"))
        painter.setBrush(color("ink"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 12, 12)
