"""Hides the names of the open home, or of those in the list, for as long as that is wanted."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.ui.masking import HIDES_NAMES, masking
from falls_app.ui.session import Session

MOST_LISTED = 200
"""So many homes a family's list shows at most; a caseload shows initials by itself."""


class NameDesk(QObject):
    """Keeps what is hidden in step with what is shown.

    Names stay hidden at the next start too, until somebody shows them: a laptop that is opened
    in a hallway shows none. Signals:
        toggled(): names are hidden now, or shown again.
    """

    toggled = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        masking.switch(session.settings.get(HIDES_NAMES, False))
        self.learn()
        session.changed.connect(self.learn)

    def toggle(self) -> None:
        """Hide names, or show them again."""
        masking.switch(not masking.is_on)
        self._session.settings.keep(HIDES_NAMES, masking.is_on)
        self.learn()
        self.toggled.emit()

    def learn(self) -> None:
        """Know the names that may stand on the screen now."""
        if masking.is_on:
            masking.learn(self._session.case, self._listed())

    def _listed(self) -> tuple[str, ...]:
        if self._session.is_open:
            return ()
        with suppress(UserError):
            return tuple(home.name for home in self._session.store.cases(most=MOST_LISTED))
        return ()


def home_title(session: Session) -> str:
    """Return how the open home is called: "Rosa’s house", "Your home"."""
    if session.case.person.say == "you":
        return _("Your home")
    name = session.case.person.name
    return _("{names} home").format(names=session.about("{names}")) if name else _("New home")
