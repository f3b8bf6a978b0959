"""Opens the photos of a done step over the plan, and takes in those that show it done."""

from PySide6.QtWidgets import QWidget

from falls_app.domain.asking import Asked
from falls_app.domain.step import Step
from falls_app.ui.evidence_desk import EvidenceDesk
from falls_app.ui.incoming import Source
from falls_app.ui.session import Session


class AfterDesk(EvidenceDesk):
    """The evidence sheet of the place where a step was done."""

    def __init__(self, page: QWidget, session: Session) -> None:
        super().__init__(page, session)
        self._session = session

    def open_for(self, step: Step | None, sources: tuple[Source, ...] | None) -> None:
        """Open the photos of a step and take these in; ``None`` lets some be chosen at once."""
        asked = self._place_of(step)
        if asked is None:
            return
        self.open(asked, "photo", sources or (), is_after=True)
        if sources is None and self.sheet is not None:
            self.sheet.choose()

    def refresh_for(self, step: Step | None) -> None:
        """Show the photos as they are now; close the sheet of another step."""
        self.refresh(self._place_of(step))

    def _place_of(self, step: Step | None) -> Asked | None:
        """Return the place whose photos belong to a step; None if it has none."""
        if step is None or not step.findings:
            return None
        places = self._session.view.score.places
        return next((each for each in places if each.finding == step.findings[0]), None)
