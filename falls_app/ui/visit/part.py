"""What every section of the report page is: a widget that draws the visit and calls the verbs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.visit import Visit
from falls_app.ui.pages.page import Go
from falls_app.ui.session import Session


class VisitPart(QWidget):
    """A section; it keeps no state that matters and can be built again.

    ``icon`` is its sign in the list. Signals:
        told(str, bool): a short message for the user; True with a button to undo what it tells.
        turned(): another part of it is shown: Tab visits other controls.
    """

    told = Signal(str, bool)
    turned = Signal()

    icon = "note"

    def __init__(self, session: Session, go: Go) -> None:
        super().__init__()
        self.session, self.go = session, go
        self.build()

    @property
    def visit(self) -> Visit:
        """What the therapist noted so far."""
        return self.session.case.visit

    @staticmethod
    def title() -> str:
        """Return the name of the section."""
        raise NotImplementedError

    def build(self) -> None:
        """Make the widgets, once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the visit as it is now."""
        raise NotImplementedError
