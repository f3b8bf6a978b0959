"""A mark on a photo for the keyboard and for screen readers: a real button that is not drawn."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from falls_app.domain.evidence import Mark, MarkKind
from falls_app.i18n import _
from falls_app.ui.theme import look
from falls_app.ui.widgets.pressable import note_focus

STEP = 0.01
"""Share of the photo by which an arrow key moves a mark."""

_MOVES = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}


def kind_words(kind: MarkKind) -> str:
    """Return how a kind of mark is called."""
    return {
        MarkKind.ARROW: _("Arrow"),
        MarkKind.CIRCLE: _("Circle"),
        MarkKind.TEXT: _("Text"),
        MarkKind.LINE: _("Measure line"),
        MarkKind.BLUR: _("Blur"),
    }[kind]


def mark_names(marks: Sequence[Mark]) -> list[str]:
    """Return what each mark is called among the others: "Text “Here”, mark 2 of 3"."""
    names = []
    for number, mark in enumerate(marks, start=1):
        kind = kind_words(mark.kind)
        if mark.words:
            kind = _("{kind} “{words}”").format(kind=kind, words=mark.words)
        name = _("{kind}, mark {n} of {all}").format(kind=kind, n=number, all=len(marks))
        names.append(name)
    return names


class MarkButton(QAbstractButton):
    """One mark. The photo draws it and takes the pointer; this takes the keys.

    Signals:
        held(int): it has the keyboard now; the number of the mark.
        nudged(int, float, float, bool): move it by these shares; True: only its end.
        ended(int): nothing more is done to it.
        removed(int): it is to go.
    """

    held = Signal(int)
    nudged = Signal(int, float, float, bool)
    ended = Signal(int)
    removed = Signal(int)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleDescription(
            _("Arrow keys move it. Shift and arrow keys move its end. Enter ends, Delete removes.")
        )
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(event)
        super().focusInEvent(event)
        self.held.emit(self._number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        look.by_keyboard = True
        if key in _MOVES:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.nudged.emit(self._number, *_MOVES[key], shift)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit(self._number)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._number)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the photo below shows the mark and whether it is held."""
