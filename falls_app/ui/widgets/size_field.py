"""A large number with its unit, and buttons that make it a little larger or smaller."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.measuring import STEPS, number_written
from falls_app.i18n import _
from falls_app.sizes import unit_spoken, unit_words
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.text import lay_out_text

_KEYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class NumberField(LineField):
    """A number in large letters; the arrow keys change it by a step.

    Signals:
        stepped(int): one step up, or down for -1.
    """

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__(name="", longest=12)
        self._unit = ""
        self.setFont(font(28, 600))
        self.setFixedSize(px(168), px(60))
        self.setAcceptDrops(False)

    def show_unit(self, words: str) -> None:
        """Write this unit behind the number."""
        self._unit = words
        self.setTextMargins(0, 0, lay_out_text(words, font(20, 500)).width + px(10), 0)
        self.update()

    def write(self, text: str) -> None:
        """Write a number as if it was typed: it is handed on when the hand rests."""
        self.setText(text)
        self.textEdited.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (way := _KEYS.get(Qt.Key(event.key()))) is not None:
            self.stepped.emit(way)
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(font(20, 500))
        painter.setPen(color("ink2"))
        place = self.rect().adjusted(0, 0, -px(16), 0)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._unit
        )


class SizeField(QWidget):
    """The number between its two buttons.

    Signals:
        sized(object): a number in the unit that is shown; None where it was wiped out.
        puzzled(): what is written is no number.
    """

    sized = Signal(object)
    puzzled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._unit = ""
        self.number = NumberField()
        self.number.written.connect(self._on_written)
        self.number.stepped.connect(self._step)
        self.number.textChanged.connect(self._on_text)
        self._less = Button("", icon="minus", height=60)
        self._more = Button("", icon="plus", height=60)
        for button, slot in ((self._less, self._on_less), (self._more, self._on_more)):
            button.setAutoRepeat(True)
            button.clicked.connect(slot)
        self.setLayout(row(self._less, self.number, self._more, None, gap=10))

    def show_size(self, text: str, unit: str, name: str) -> None:
        """Show a number as it is written, in a unit; ``name`` says what was measured."""
        self._unit, spoken = unit, unit_spoken(unit)
        self.number.setAccessibleName(_("{what}, in {unit}").format(what=name, unit=spoken))
        self.number.show_unit(unit_words(unit))
        self.number.show_text(text)
        self._on_text(self.number.text())
        step = f"{STEPS.get(unit, 1):g} {spoken}"
        self._less.set_words("", _("Take off {step}").format(step=step))
        self._more.set_words("", _("Add {step}").format(step=step))

    def settle(self) -> None:
        """Hand on a number that is still being written."""
        self.number.settle()

    def _on_text(self, text: str) -> None:
        is_number = number_written(text, self._unit) is not None
        for button in (self._less, self._more):
            button.setEnabled(is_number)

    def _on_written(self, text: str) -> None:
        value = number_written(text, self._unit)
        if value is None and text.strip():
            self.puzzled.emit()
        else:
            self.sized.emit(value)

    def _on_less(self) -> None:
        self._step(-1)

    def _on_more(self) -> None:
        self._step(1)

    def _step(self, way: int) -> None:
        """Go a step up or down from what is written; nothing to step from without a number."""
        now = number_written(self.number.text(), self._unit)
        if now is not None:
            value = now + way * STEPS.get(self._unit, 1.0)
            if self._unit not in ("°C", "°F"):
                value = max(0.0, value)
            self.number.write(f"{round(value, 3):g}")
