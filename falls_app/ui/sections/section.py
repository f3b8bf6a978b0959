"""What every section of "Bones and balance" is: a card that leads to it, and a widget."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.ui.pages.page import Go
from falls_app.ui.session import Session
from falls_app.ui.widgets.bone_card import Face

__all__ = ["Face", "Section"]


class Section(QWidget):
    """A section. Like a page it keeps no state that matters and can be built again.

    It stands in a column that scrolls, under its title; the window's foot and the way back are
    not its business. Signals:
        told(str, bool): a short message for the user; True with a button to undo what it tells.
        announced(str): something that screen readers say when they are free.
    """

    told = Signal(str, bool)
    announced = Signal(str)

    def __init__(self, session: Session, go: Go) -> None:
        super().__init__()
        self.session, self.go = session, go
        self.build()

    @classmethod
    def face(cls, session: Session) -> Face:
        """Return what the section's card says now; its topic is the section's title too."""
        raise NotImplementedError

    def build(self) -> None:
        """Make the widgets, once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the session as it is now."""
        raise NotImplementedError

    def kept_in_sight(self) -> str:
        """Return a sentence that stays above what scrolls, "" for none."""
        return ""

    def open_at(self, where: str) -> None:
        """Show one part of the section, such as a question; most sections have no parts."""

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard when the section is shown, None for the way back."""
        return None

    def leave(self) -> None:
        """End what runs by itself, such as a stopwatch: another page or section is shown."""
