"""What every page is: a widget that draws the session and calls its verbs."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.ui.session import Session
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.bar_parts import PageHead

Go = Callable[[str], None]
"""Shows another page by its id. "walk:r2" opens a place, "walk:r2:BTH02" a check there."""


@dataclass(frozen=True, slots=True)
class HelpPart:
    """A heading and a few lines that help says about what is shown right now."""

    heading: str
    lines: tuple[str, ...]


class Page(QWidget):
    """A page. It keeps no state that matters and can be thrown away and built again.

    ``stage`` is the tab it belongs to ("rooms", "bones", "results", "plan", "print"), "" for
    pages that need no open home, or "setup:1" to "setup:3" for the pages before the walk.
    Signals:
        told(str, bool): a short message for the user; True with a button to undo what it tells.
        announced(str): something that screen readers say when they are free.
        turned(): another part of the page is shown, such as another room.
        moved(): ``where`` says something else, without another part being shown.
        names_toggled(): names are to be hidden on the screen, or shown again.
    """

    told = Signal(str, bool)
    announced = Signal(str)
    turned = Signal()
    moved = Signal()
    names_toggled = Signal()

    stage = ""

    def __init__(self, session: Session, go: Go) -> None:
        super().__init__()
        self.session, self.go = session, go
        self.build()

    def title(self) -> str:
        """Return the name of the page, for the window title and for screen readers."""
        raise NotImplementedError

    def head(self) -> PageHead | None:
        """Return what the bar says in the page's place, or None: the page has a head of its own."""
        return None

    def build(self) -> None:
        """Make the widgets, once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the session as it is now."""
        raise NotImplementedError

    def open_at(self, where: str) -> None:
        """Show one part of the page, such as a room; most pages have no parts."""

    def where(self) -> str:
        """Return which part is shown, in the form that ``open_at`` takes; "" without parts."""
        return ""

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard when the page is shown, or None for the first control."""
        return None

    def panes(self) -> list[QWidget]:
        """Return a control of each pane, in the order in which F6 visits them."""
        return []

    def verbs(self) -> tuple[Verb, ...]:
        """Return what can be done on this page by keys and from the list of all commands."""
        return ()

    def help_here(self) -> tuple[HelpPart, ...]:
        """Return what help says of what is shown right now, above the help of the page."""
        return ()
