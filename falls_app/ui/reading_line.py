"""The line that stands under the bar while everything is open to read only."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QBoxLayout

from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.notice import Notice

SHUT = ("backups", "lock", "data", "sheet-back", "type-in")
"""Pages on which nothing can be done but change something."""

LEAST = 400
"""Height of a window with room for the line over a page of a home, in pixels at 100 % text."""


class ReadingLine:
    """Says that nothing can be changed, and why; made when it is first needed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.has_refused = False
        """True until the window has done all that follows from what was refused."""
        self.forget()

    def forget(self) -> None:
        """Make the line anew when it is needed next: the window was built again."""
        self._line: Notice | None = None
        self._is_shown = False

    def shuts(self, page: str) -> bool:
        """Return whether this page is of no use now. One that leaves what is read is."""
        store = self._session.store
        if not store.is_to_read:
            return False
        if store.behind is not None:
            return page in ("sheet-back", "type-in")
        return page in (*SHUT, "open-file")

    def refused(self) -> None:
        """Know that a change was refused just now: what a page says of it is not so."""
        self.has_refused = True
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        self.has_refused = False

    def has_turned(self) -> bool:
        """Return whether reading has begun, or ended, since it was shown."""
        return self._session.store.is_to_read is not self._is_shown

    def show_in(self, layout: QBoxLayout) -> None:
        """Show the line below the bar, the first thing in this layout, or hide it."""
        self._is_shown = self._session.store.is_to_read
        if self._line is None:
            self._line = Notice(quiet=True)
            layout.insertWidget(1, self._line)
        self._line.hide()

    def fit(self, size: QSize, stage: str) -> None:
        """Say as much as one line of a window of this size has room for.

        In a home, whose ``stage`` is shown, the bar says "Read only" too: a low window leaves its
        room to the page.
        """
        if self._line is None or not self._is_shown:
            return
        for words in self._words():
            self._line.say(_("Open to read."), words)
            if self._line.width_in_one_line <= size.width():
                break
        self._line.setVisible(not stage or size.height() >= px(LEAST))

    def _words(self) -> Iterator[str]:
        """Yield what is different, the most first; for work also what is not kept of it."""
        words = _("No change is kept. Update Steady Home first.")
        if self._session.is_professional and self._session.store.behind is None:
            yield f"{words} {_('“Who did what” is not kept either.')}"
        yield words
        yield _("No change is kept.")
