"""The short menu of how things look."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.theme import SCALES, look
from falls_app.ui.widgets.menu import Menu


def theme_names() -> tuple[tuple[str, str], ...]:
    """Return the themes with their names; "system" is that of the computer."""
    return (
        ("system", _("Like this computer")),
        ("light", _("Light")),
        ("dark", _("Dark")),
        ("high-contrast", _("High contrast")),
    )


class LookMenu(Menu):
    """Text sizes and themes, and the way to all settings. Signals: chosen(str, object):
    "percent", "theme" or "settings", and its value.
    """  # fmt: skip

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget, *, theme: str) -> None:
        super().__init__(parent, _("Text size and theme"))
        for percent in SCALES:
            words = _("Text at {percent} %").format(percent=percent)
            self._add(words, ("percent", percent), is_chosen=percent == look.percent)
        self.addSeparator()
        for name, words in theme_names():
            self._add(words, ("theme", name), is_chosen=name == theme)
        self.addSeparator()
        self.addAction(_("All settings")).setData(("settings", ""))
        self.triggered.connect(self._on_triggered)

    def _add(self, words: str, data: tuple[str, object], *, is_chosen: bool) -> None:
        action = self.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.setData(data)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(*action.data())
