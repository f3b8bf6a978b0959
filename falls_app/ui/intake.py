"""Takes photos in, one after the other, while the window stays alive."""

from collections.abc import Iterable
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Signal

from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.photos import Kept
from falls_app.ui.background import Background
from falls_app.ui.evidence import Evidence
from falls_app.ui.incoming import Source, name_of


class Intake(QObject):
    """The photos on their way in. What cannot be taken in is refused in a sentence.

    Signals:
        moved(): another number of photos is done or waiting.
        added(Evidence, Photo): a photo was added to its finding.
        refused(str): a photo was not added, and why.
    """

    moved = Signal()
    added = Signal(object, object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._background = Background()
        self._numbers = count()
        self.done = self.all = 0

    @property
    def is_busy(self) -> bool:
        """True while photos wait."""
        return self.done < self.all

    def take(self, evidence: Evidence, sources: Iterable[Source]) -> None:
        """Add the pictures to this finding, in their order."""
        waiting = tuple(sources)
        if not self.is_busy:
            self.done = self.all = 0
        self.all += len(waiting)
        self.moved.emit()
        for source in waiting:
            self._background.run(
                evidence.taking_in(source),
                then=partial(self._on_kept, evidence),
                otherwise=partial(self._on_refused, name_of(source)),
                key=f"photo {next(self._numbers)}",
            )

    def close(self) -> None:
        """Drop what is still waiting."""
        self._background.close()

    def _on_kept(self, evidence: Evidence, kept: Kept) -> None:
        self._one_less()
        if evidence.is_current:
            self.added.emit(evidence, evidence.add(kept))

    def _on_refused(self, name: str, error: UserError) -> None:
        self._one_less()
        self.refused.emit(_("“{name}”: {why}").format(name=name, why=error) if name else str(error))

    def _one_less(self) -> None:
        self.done += 1
        self.moved.emit()
