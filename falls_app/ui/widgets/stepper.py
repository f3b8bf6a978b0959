"""A number that goes up and down: two large buttons and a field to type in between."""

from PySide6.QtCore import QRectF, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen, QRegularExpressionValidator
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.i18n import _
from falls_app.ui.theme import color, px
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.pressable import SMALLEST, Pressable

MOST = 99.0
SIDE = 48


class StepButton(Pressable):
    """A square button with minus or plus."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        side = max(SMALLEST, px(SIDE))
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        enabled = self.isEnabled()
        painter.setPen(QPen(color("edge" if enabled else "track"), 1.5))
        back = "hover" if self.is_hovered else "surface" if enabled else "sunken"
        painter.setBrush(color(back))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        side = px(22)
        at = (self.width() - side) / 2
        ink = color("primary" if enabled else "track").name()
        draw_icon(surface, self._icon, at, at, side, ink, width=2.6)
        self.draw_focus(painter, 12)


class NumberField(LineField):
    """A field for a small number; the arrow keys go up and down.

    Signals:
        stepped(int): an arrow key was pressed: 1 or -1.
    """

    stepped = Signal(int)

    def __init__(self, name: str, *, whole: bool) -> None:
        super().__init__(name=name, hint="0", longest=4)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(px(84))
        pattern = QRegularExpression(r"\d{0,2}" if whole else r"\d{0,2}([.,]\d?)?")
        self.setValidator(QRegularExpressionValidator(pattern, self))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.settle()
            self.stepped.emit(step)


class Stepper(QWidget):
    """Minus, a number, plus. The number is 0 to 99, in tenths unless it is ``whole``.

    Signals:
        changed(float): another number was asked for.
    """

    changed = Signal(float)

    def __init__(self, what: str, unit: str, *, whole: bool = False) -> None:
        """Name the controls after ``what`` is counted and its ``unit``, for screen readers."""
        super().__init__()
        self._value = 0.0
        self._less, self._more = StepButton("minus"), StepButton("plus")
        self._less.set_words("", _("One less: {what}").format(what=what))
        self._more.set_words("", _("One more: {what}").format(what=what))
        self._less.clicked.connect(self._on_less)
        self._more.clicked.connect(self._on_more)
        self.field = NumberField(_("{what}: {unit}").format(what=what, unit=unit), whole=whole)
        self.field.written.connect(self._on_written)
        self.field.stepped.connect(self._step)
        self.setLayout(row(self._less, self.field, self._more, gap=8))

    def show_value(self, value: float) -> None:
        """Show this number, 0 as an empty field."""
        self._value = value
        self.field.show_text(f"{value:g}" if value else "")
        self._less.setEnabled(value > 0)
        self._more.setEnabled(value < MOST)

    def _step(self, step: int) -> None:
        value = min(MOST, max(0.0, self._value + step))
        if value != self._value:
            self.changed.emit(value)

    def _on_less(self) -> None:
        self.field.settle()
        self._step(-1)

    def _on_more(self) -> None:
        self.field.settle()
        self._step(1)

    def _on_written(self, text: str) -> None:
        digits = text.replace(",", ".").rstrip(".")
        value = float(digits) if digits.strip(".") else 0.0
        if value != self._value:
            self.changed.emit(value)
        else:
            self.show_value(self._value)
