"""Says in the bar and below it whether everything is on the disk, and tries again if not."""

from PySide6.QtCore import QObject, QTimer, Signal

from falls_app.errors import UserError
from falls_app.i18n import _, ngettext
from falls_app.storage.trouble import DAMAGE, GONE, NOT_WRITABLE, TO_READ
from falls_app.ui.session import Session
from falls_app.ui.widgets.app_bar import AppBar
from falls_app.ui.widgets.notice import Notice

RETRY_MS = 5_000
"""How often we try again by ourselves to save what could not be saved."""


class SavedSign(QObject):
    """Keeps the bar and the notice telling the truth.

    Signals:
        announced(str): something that screen readers say when they are free.
        refused(): a change was refused where everything is open to read only.
        backups_asked(): the disk has changed something, and the way to the backups was pressed.
    """

    announced = Signal(str)
    refused = Signal()
    backups_asked = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._error: UserError | None = None
        self._bar: AppBar | None = None
        self._notice: Notice | None = None
        self._again = QTimer(self, interval=RETRY_MS)
        self._again.timeout.connect(self.retry)
        session.saved.connect(self._on_saved)
        session.failed.connect(self._on_failed)

    @property
    def hint(self) -> str:
        """What to do about what is not saved; "" while all is well."""
        return self._error.hint if self._error else ""

    def show_on(self, bar: AppBar, notice: Notice) -> None:
        """Use this bar and notice from now on; the window is built again with the look."""
        self._bar, self._notice = bar, notice
        notice.pressed.connect(self._on_pressed)
        self.refresh()

    def _on_pressed(self) -> None:
        if self._wants_backup():
            self.backups_asked.emit()
        self.retry()

    def _wants_backup(self) -> bool:
        error = self._error
        if error is None or self._session.has_unsaved:
            return False
        return error.said in DAMAGE

    def retry(self) -> bool:
        """Try to save what waits; return whether all is on the disk. Nothing waits: be quiet."""
        if self._session.retry():
            self._on_saved()
        return self._error is None

    def _on_saved(self) -> None:
        self._error = None
        self._again.stop()
        self.refresh()

    def _on_failed(self, error: UserError) -> None:
        if error.said == TO_READ:
            self.refused.emit()
            return
        is_new = self._error is None or str(self._error) != str(error)
        self._error = error
        if self._session.has_unsaved:
            self._again.start()
        self.refresh()
        if is_new:
            self.announced.emit(f"{error} {self._waiting()}".strip())

    def refresh(self) -> None:
        """Show how things stand, also after another store came into use."""
        if self._bar is None or self._notice is None:
            return
        error = self._error
        if error is None:
            is_to_read = self._session.store.is_to_read
            state = _("Read only") if is_to_read else _("Saved")
            self._bar.show_saved(state, state, well=not is_to_read)
            self._notice.hide()
            return
        waiting = self._waiting()
        if waiting:
            self._bar.show_saved(_state(error), _("Not saved"), well=False)
        self._notice.say(error.message, f"{error.hint} **{waiting}**" if waiting else error.hint)
        way = _("See the backups") if self._wants_backup() else _("All right")
        self._notice.show_button(_("Try again") if waiting else way)

    def _waiting(self) -> str:
        """Say how many changes wait; "" if none does: then something else was refused."""
        if not self._session.has_unsaved:
            return ""
        return ngettext(
            "{n} change is kept here until then.",
            "{n} changes are kept here until then.",
            self._session.waiting,
        )


def _state(error: UserError) -> str:
    """Return in few words how things stand while something cannot be saved."""
    if error.said == GONE:
        return _("Not saved, folder missing")
    if error.said == NOT_WRITABLE:
        return _("Read only")
    return _("Not saved yet")
