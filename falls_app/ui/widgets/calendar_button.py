"""The button that saves the days of the plan as a calendar file, and asks what it may tell."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from falls_app.content.regions import Region
from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.ui.background import Background
from falls_app.ui.saving import calendar_file_name, documents, with_ending
from falls_app.ui.session import Session
from falls_app.ui.theme import font
from falls_app.ui.widgets.buttons import Button


class CalendarMenu(QMenu):
    """What the titles in the calendar tell. Signals: chosen(str): "neutral" or "full"."""

    chosen = Signal(str)

    def __init__(self, parent: Button) -> None:
        super().__init__(parent)
        self.setFont(font(17))
        for titles, words in (
            ("neutral", _("Titles name the room only (for a shared calendar)")),
            ("full", _("Titles say what to do")),
        ):
            self.addAction(words).setData(titles)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class CalendarButton(Button):
    """Asks what the titles may tell and where the file goes, and writes it.

    Signals:
        saved(str): it was written, by its name.
        failed(UserError): it could not be written.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(_("Calendar file"), icon="calendar", height=48)
        self._session = session
        self._background = Background()
        self.destroyed.connect(self._background.close)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        menu = CalendarMenu(self)
        menu.chosen.connect(self._on_chosen)
        menu.exec(self.mapToGlobal(self.rect().bottomLeft()))
        menu.deleteLater()

    def _on_chosen(self, titles: str) -> None:
        session = self._session
        name = calendar_file_name(session.case.person.name)
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            _("Save the calendar file"),
            str(documents() / name),
            _("Calendar files (*.ics)"),
        )
        if chosen:
            file = with_ending(chosen, ".ics")
            session.note_export(session.case.id, "ics")
            self._background.run(
                partial(_write, session.case, session.region, titles, file),
                then=self._on_saved,
                otherwise=partial(self._on_failed, session.case.id),
                key="calendar",
            )

    def _on_saved(self, file: Path) -> None:
        self.saved.emit(file.name)

    def _on_failed(self, case_id: str, error: UserError) -> None:
        self._session.note_not_exported(case_id)
        self.failed.emit(error)


def _write(case: Case, region: Region, titles: str, file: Path) -> Path:
    from falls_app.export.calendar import Titles, write_calendar

    write_calendar(case, file, region, Titles(titles))
    return file
