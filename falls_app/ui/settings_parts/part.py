"""What every part of the settings is: a name in the list, and controls that work at once."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.text import Words


class SettingsPart(QWidget):
    """A part. What is chosen in it is used and kept at once; choosing again takes it back.

    Controls with an ``objectName`` get the keyboard back when the window is built again.
    Signals:
        told(str, bool): a short message for the user; True with a button to undo what it tells.
        turned(): something else is shown: Tab visits other controls.
    """

    told = Signal(str, bool)
    turned = Signal()

    def __init__(self, session: Session, go: Callable[[str], None]) -> None:
        super().__init__()
        self.session, self.go = session, go
        self.build()

    @staticmethod
    def title() -> str:
        """Return its name in the list."""
        raise NotImplementedError

    icon = "settings"

    def build(self) -> None:
        """Make the controls, once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what is chosen now."""
        raise NotImplementedError


def headed(title: str, inside: QWidget | QLayout) -> QLayout:
    """Return something with its title above it."""
    return column(Words(title, 19, 700), inside, gap=10)
