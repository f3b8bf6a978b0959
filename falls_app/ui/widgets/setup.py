"""Parts of the pages before the walk: labelled questions, rows of chips, the foot with Next."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.masking import masking
from falls_app.ui.space import Space
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Panel, column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.fields import LineField, NoteField
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.text import Words


class Question(QWidget):
    """A label with what it asks for below it, and a hint between them."""

    def __init__(self, label: str, inside: QWidget | QLayout, hint: str = "") -> None:
        super().__init__()
        self._label, self._hint = Words(label, 18, 700), Words(hint, 16, token="ink2")
        self.setLayout(column(column(self._label, self._hint, gap=0), inside, gap=8))
        self._hint.setVisible(bool(hint))

    def show_words(self, label: str, hint: str = "") -> None:
        """Show another label and hint."""
        self._label.setText(label)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))


class Chips(QWidget):
    """A group of chips. It only shows what is chosen; pressing one asks for it.

    Signals:
        pressed(str): the value of the chip that was pressed.
    """

    pressed = Signal(str)

    def __init__(self, pairs: Sequence[tuple[str, str]], *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(masking.masked(name))
        self._chips: dict[str, Chip] = {}
        flow = Flow(gap=10)
        for value, words in pairs:
            chip = Chip(words)
            chip.clicked.connect(self._on_clicked)
            self._chips[value] = chip
            flow.addWidget(chip)
        self.setLayout(flow)

    def chip(self, value: str) -> Chip:
        """Return the chip of a value."""
        return self._chips[value]

    @property
    def last(self) -> Chip:
        """The chip at the end."""
        return list(self._chips.values())[-1]

    def show_chosen(self, chosen: Collection[str]) -> None:
        """Tick these and no others."""
        for value, chip in self._chips.items():
            if chip.isChecked() != (value in chosen):
                chip.setChecked(value in chosen)

    def _on_clicked(self) -> None:
        for value, chip in self._chips.items():
            if chip is self.sender():
                # What is chosen follows from the case, not from the click.
                chip.setChecked(not chip.isChecked())
                self.pressed.emit(value)
                return

    @override
    def event(self, event: QEvent) -> bool:
        """Ask for the height of all lines: a page that scrolls would squeeze them."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            high = self.heightForWidth(self.width())
            if self.minimumHeight() != high:
                self.setMinimumHeight(high)
        return done


class FootButton(Button):
    """Leads to another page, once: the rest of a double click is not for the page that comes."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class Foot(Panel):
    """The way back and the way on, always in sight below a page that scrolls."""

    def __init__(self, back: str, on: str, *, middle: QWidget | None = None) -> None:
        super().__init__("paper", lines="t")
        self.back = FootButton(back, "quiet", icon="arrow-left", height=52)
        self.on = FootButton(on, "primary", after="arrow-right", height=52)
        parts = (self.back, middle, self.on) if middle else (self.back, self.on)
        line = beside(*parts, gap=12, apart=True)
        self._around = column(line)
        self.setLayout(self._around)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room around the buttons where there is little."""
        super().resizeEvent(event)
        space = Space.of(self)
        left, right = (24, 24) if space.folds_rail else (48, 64)
        high = 3 if space.is_short else 11
        self._around.setContentsMargins(*map(px, (left, high, right, high)))


def page_title(words: str, lead: str) -> tuple[QVBoxLayout, Words, Words]:
    """Return a layout with a title and a sentence below it, and both to change their words."""
    title, sentence = Words(words, 38, serif=True), Words(lead, 18, token="ink2")
    return column(title, sentence, gap=6), title, sentence


def yes_no_or_rather_not() -> list[tuple[str, str]]:
    """Return the chips of a question that nobody has to answer."""
    return [("no", _("No")), ("yes", _("Yes")), ("rather", _("Rather not say"))]


def fill(field: LineField | NoteField, text: str) -> None:
    """Show a saved text, unless it differs only in spaces: somebody may be typing the next word."""
    shown = field.text() if isinstance(field, LineField) else field.toPlainText()
    if shown.split() != text.split():
        field.show_text(text)
