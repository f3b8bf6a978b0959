"""A sheet that is looked into for a moment: closed, it gives the keyboard back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from falls_app.ui.theme import look
from falls_app.ui.widgets.sheet import Sheet


class AsideSheet(Sheet):
    """Remembers what had the keyboard when it was opened. Another look closes it."""

    def __init__(self, window: QWidget, title: str, *, width: int, height: int) -> None:
        super().__init__(window, title, width=width, height=height)
        self._before = QApplication.focusWidget()
        look.changed.connect(self.close)  # its letters would stay as they were

    @override
    def close(self) -> bool:
        before, self._before = self._before, None
        closed = super().close()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        return closed
