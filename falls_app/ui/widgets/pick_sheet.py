"""A sheet with a field to type in and a list to pick from: all commands, or what is found."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from falls_app.ui.theme import px
from falls_app.ui.widgets.aside_sheet import AsideSheet
from falls_app.ui.widgets.boxes import Card, Divider, column, row
from falls_app.ui.widgets.fields import style_field
from falls_app.ui.widgets.pick_list import Pick, PickList
from falls_app.ui.widgets.text import Words

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class _Field(QLineEdit):
    """The field: arrows and Enter go to the list, the rest is typed.

    Signals:
        stepped(int), entered(): an arrow key or Enter was pressed.
    """

    stepped = Signal(int)
    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class PickSheet(AsideSheet):
    """The keyboard stays in the field; Enter picks what is chosen, Esc goes back to where it was.

    A subclass says what is ``shown_for`` words and does what is ``picked``.
    """

    def __init__(self, window: QWidget, title: str, hint: str) -> None:
        super().__init__(window, title, width=760, height=660)
        self.field = _Field()
        style_field(self.field, 52)
        self.field.setAccessibleName(title)
        self.field.setPlaceholderText(hint)
        self.list = PickList(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty_words, self._empty = Words("", 17, token="ink2"), QWidget()
        self.done_button.hide()
        self.panel = Card(radius=24, lifted=False)
        self.panel.setParent(self)
        top = row((self.field, 1), self.close_button, gap=10, margins=(22, 18, 16, 12))
        foot = Words(self.foot_words(), 15, token="ink2")
        self._empty.setLayout(row((self._empty_words, 1), margins=(24, 18, 24, 4)))
        self.panel.setLayout(
            column(
                top, Divider(), self._empty, (self.list, 1), Divider(),
                row((foot, 1), margins=(24, 10, 24, 14)), gap=0, margins=(2, 0, 2, 2),
            )
        )  # fmt: skip
        self.field.textChanged.connect(self._on_text)
        self.field.stepped.connect(self._on_step)
        self.field.entered.connect(self.list.pick)
        self.list.picked.connect(self._on_picked)
        self.list.reached.connect(self._say)

    def begin(self) -> None:
        """Show the sheet with the keyboard in its field."""
        self._on_text("")
        self.open_with(self.field)
        QTimer.singleShot(0, self, self.get_ready)

    def get_ready(self) -> None:
        """Do what the first letter would have to wait for, once the sheet stands."""

    def shown_for(self, words: str) -> tuple[Sequence[Pick], str]:
        """Return what to list for these words, and what to say if that is nothing."""
        raise NotImplementedError

    def picked(self, data: Any) -> None:
        """Do what a line stands for; the sheet is closed."""
        raise NotImplementedError

    def foot_words(self) -> str:
        """Return what the keys do."""
        raise NotImplementedError

    @override
    def first_focus(self) -> QWidget:
        return self.field

    def _on_text(self, words: str) -> None:
        picks, empty = self.shown_for(words)
        self._empty.setVisible(not picks)
        self._empty_words.setText(empty)
        self.list.show_picks(picks)
        if not picks:
            self._say(empty)

    def _on_step(self, way: int) -> None:
        for _time in range(abs(way)):
            self.list.step(way)

    def _on_picked(self, data: Any) -> None:
        self.close()
        self.picked(data)

    def _say(self, words: str) -> None:
        """Tell a screen reader which line is chosen: the keyboard stays in the field."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in the upper part of the window, where what was typed is looked for."""
        super().resizeEvent(event)
        box = self.panel.geometry()
        box.moveTop(min(box.y(), px(72)))
        self.place_panel(box)
