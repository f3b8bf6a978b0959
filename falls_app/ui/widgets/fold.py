"""Words that stay folded away until somebody wants to read them."""

from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleStateChangeEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.widgets.buttons import Button


class FoldButton(Button):
    """Opens a widget in place, and closes it again; its words say which of the two.

    Enter and Space do both, the right arrow opens, the left one and Esc close. Screen readers
    hear whether it is expanded.
    """

    def __init__(self, inside: QWidget, *, icon: str = "") -> None:
        _teach_screen_readers()
        super().__init__("", "quiet", icon=icon, height=44, size=16)
        self._inside = inside
        self._open_words = self._close_words = self._about = ""
        inside.hide()
        self.clicked.connect(self._on_pressed)

    @property
    def is_open(self) -> bool:
        """True while what it opens is there."""
        return not self._inside.isHidden()

    def show_words(self, to_open: str, to_close: str, about: str = "") -> None:
        """Show these words while it is closed, and while it is open.

        ``about`` is said after them, where several such buttons stand on one page.
        """
        self._open_words, self._close_words, self._about = to_open, to_close, about
        self._say()

    def open(self) -> None:
        """Open it."""
        self._set_open(True)

    def fold(self) -> None:
        """Close it."""
        self._set_open(False)

    def _set_open(self, is_open: bool) -> None:
        if is_open != self.is_open:
            self._inside.setVisible(is_open)
            changed = QAccessible.State()
            changed.expanded = changed.collapsed = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))
        self._say()

    def _say(self) -> None:
        words = self._close_words if self.is_open else self._open_words
        name = _("{words}: {about}").format(words=words, about=self._about)
        self.set_words(words, name if self._about else "")

    def _on_pressed(self) -> None:
        self._set_open(not self.is_open)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Esc from closing what is around it while there is something of its own to close."""
        is_shortcut = event.type() is QEvent.Type.ShortcutOverride
        if is_shortcut and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.is_open:
                event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = _KEYS.get(Qt.Key(event.key()))
        if wanted is None or (wanted == self.is_open and event.key() == Qt.Key.Key_Escape):
            super().keyPressEvent(event)
        elif wanted != self.is_open:
            self.click()


_KEYS = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False, Qt.Key.Key_Escape: False}


class _Spoken(QAccessibleWidget):
    """What screen readers hear of a button that opens something: expanded or collapsed."""

    @override
    def state(self) -> QAccessible.State:
        state, button = super().state(), self.object()
        if isinstance(button, FoldButton):
            state.expandable = True
            state.expanded = button.is_open
            state.collapsed = not button.is_open
        return state

    @override
    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    @override
    def doAction(self, action_name: str) -> None:
        button = self.object()
        if action_name == QAccessibleActionInterface.pressAction():
            if isinstance(button, FoldButton) and button.isEnabled():
                button.click()
        else:
            super().doAction(action_name)


def _spoken(_kind: str, thing: QObject) -> _Spoken | None:
    return _Spoken(thing, QAccessible.Role.Button) if isinstance(thing, FoldButton) else None


@cache
def _teach_screen_readers() -> None:
    """Tell Qt once how these buttons are spoken; its own buttons know nothing of opening."""
    QAccessible.installFactory(_spoken)
