"""Opens the evidence sheet of a check over the window, and takes photos in for it."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Place
from falls_app.i18n import _
from falls_app.ui.evidence import evidence_of
from falls_app.ui.incoming import Source
from falls_app.ui.intake import Intake
from falls_app.ui.photo_evidence import PhotoEvidence
from falls_app.ui.session import Session
from falls_app.ui.widgets.evidence_sheet import EvidenceSheet


class EvidenceDesk(QObject):
    """At most one sheet, and the photos on their way in, also after it is closed.

    Signals:
        told(str, bool), announced(str): those of the sheet.
        closed(): there is no sheet any more.
    """

    told = Signal(str, bool)
    announced = Signal(str)
    closed = Signal()

    def __init__(self, page: QWidget, session: Session) -> None:
        super().__init__(page)
        self._page, self._session = page, session
        self._intake = Intake()
        self._intake.added.connect(self._on_added)
        page.destroyed.connect(self._intake.close)
        self.sheet: EvidenceSheet | None = None
        self.part = ""

    def open(
        self, asked: Asked, part: str, sources: Iterable[Source] = (), *, is_after: bool = False
    ) -> None:
        """Open the sheet of a check at "photo", "note" or "measure", and take pictures in.

        ``is_after``: what is added shows the place once its step was done.
        """
        self.open_evidence(evidence_of(self._session, asked, is_after=is_after), part, sources)

    def open_evidence(
        self, evidence: PhotoEvidence, part: str, sources: Iterable[Source] = ()
    ) -> None:
        """Open the sheet of this evidence, as ``open`` does."""
        self.close()
        sheet = EvidenceSheet(self._page.window(), self._session, evidence, self._intake)
        sheet.told.connect(self.told)
        sheet.announced.connect(self.announced)
        sheet.finished.connect(self._on_finished)
        self.sheet, self.part = sheet, part
        sheet.open_at(part)
        if waiting := tuple(sources):
            sheet.take(waiting)

    def refresh(self, asked: Asked | None) -> None:
        """Show the finding as it is now; close the sheet of a check that is not asked here."""
        self.refresh_at(asked.place if asked else None)

    def refresh_at(self, place: Place | None) -> None:
        """Show the evidence as it is now; close the sheet of another place than this one."""
        if self.sheet is None:
            return
        if place != self.sheet.evidence.place:
            self.close()
        else:
            self.sheet.refresh()

    def close(self) -> None:
        """Close the sheet, if there is one."""
        if self.sheet is not None:
            self.sheet.close()

    def _on_finished(self) -> None:
        self.sheet, self.part = None, ""
        self.closed.emit()

    def _on_added(self) -> None:
        self.announced.emit(_("Photo added."))
