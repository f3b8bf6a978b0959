"""Opens the photos of a done step over the plan, and takes in those that show it done."""

from PySide6.QtWidgets import QWidget

from falls_app.domain.step import Step
from falls_app.ui.evidence import evidence_of
from falls_app.ui.evidence_desk import EvidenceDesk
from falls_app.ui.incoming import Source
from falls_app.ui.photo_evidence import PhotoEvidence
from falls_app.ui.session import Session
from falls_app.ui.step_evidence import StepEvidence


class AfterDesk(EvidenceDesk):
    """The evidence sheet of the place where a step was done, or of the step itself."""

    def __init__(self, page: QWidget, session: Session) -> None:
        super().__init__(page, session)
        self._session = session

    def open_for(self, step: Step | None, sources: tuple[Source, ...] | None) -> None:
        """Open the photos of a step and take these in; ``None`` lets some be chosen at once."""
        if step is None:
            return
        self.open_evidence(self._evidence_of(step), "photo", sources or ())
        if sources is None and self.sheet is not None:
            self.sheet.choose()

    def refresh_for(self, step: Step | None) -> None:
        """Show the photos as they are now; close the sheet of another step."""
        if self.sheet is not None:
            self.refresh_at(self._evidence_of(step).place if step else None)

    def _evidence_of(self, step: Step) -> PhotoEvidence:
        """Return the evidence of the place where the step is; its own if it has no place."""
        places = self._session.view.score.places if step.findings else ()
        for each in places:
            if each.finding == step.findings[0]:
                return evidence_of(self._session, each, is_after=True)
        return StepEvidence(self._session, step)
