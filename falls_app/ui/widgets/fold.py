"""Words that stay folded away until somebody wants to read them."""

from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.buttons import Button


class FoldButton(Button):
    """Opens a widget in place, and closes it again; its words say which of the two."""

    def __init__(self, inside: QWidget, *, icon: str = "") -> None:
        super().__init__("", "quiet", icon=icon, height=44, size=16)
        self._inside = inside
        self._open_words = self._close_words = ""
        inside.hide()
        self.clicked.connect(self._on_pressed)

    def show_words(self, to_open: str, to_close: str) -> None:
        """Show these words while it is closed, and while it is open."""
        self._open_words, self._close_words = to_open, to_close
        self._say()

    def open(self) -> None:
        """Open it."""
        self._inside.show()
        self._say()

    def fold(self) -> None:
        """Close it."""
        self._inside.hide()
        self._say()

    def _say(self) -> None:
        is_open = not self._inside.isHidden()
        words = self._close_words if is_open else self._open_words
        state = _("{words}. Open now.") if is_open else _("{words}. Closed now.")
        self.set_words(words, state.format(words=words))

    def _on_pressed(self) -> None:
        self._inside.setVisible(self._inside.isHidden())
        self._say()
