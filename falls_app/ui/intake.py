"""Takes photos in, one after the other, while the window stays alive."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Signal

from falls_app.domain.evidence import PhotoFile
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.photos import Kept
from falls_app.ui.background import Background
from falls_app.ui.drawing.photo_reading import Rooms, Seen, read_seen
from falls_app.ui.incoming import Source, name_of
from falls_app.ui.photo_evidence import PhotoEvidence


class Intake(QObject):
    """The photos on their way in. What cannot be taken in is refused in a sentence.

    Signals:
        moved(): another number of photos is done or waiting.
        seen(Seen): what a photo looks like that is added in a moment.
        added(PhotoEvidence, Photo): a photo was added to its finding or step.
        refused(str): a photo was not added, and why.
    """

    moved = Signal()
    seen = Signal(object)
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

    def take(self, evidence: PhotoEvidence, sources: Iterable[Source], rooms: Rooms) -> None:
        """Add the pictures to this evidence, in their order; ``rooms`` is where they are shown."""
        waiting = tuple(sources)
        if not self.is_busy:
            self.done = self.all = 0
        self.all += len(waiting)
        self.moved.emit()
        for source in waiting:
            self._background.run(
                partial(_kept_and_seen, evidence.taking_in(source), evidence.pictures, rooms),
                then=partial(self._on_kept, evidence),
                otherwise=partial(self._on_refused, name_of(source)),
                key=f"photo {next(self._numbers)}",
            )

    def close(self) -> None:
        """Drop what is still waiting."""
        self._background.close()

    def _on_kept(self, evidence: PhotoEvidence, taken: tuple[Kept, Seen | None]) -> None:
        kept, seen = taken
        self._one_less()
        if evidence.is_current:
            if seen is not None:
                self.seen.emit(seen)
            self.added.emit(evidence, evidence.add(kept))

    def _on_refused(self, name: str, error: UserError) -> None:
        self._one_less()
        self.refused.emit(_("“{name}”: {why}").format(name=name, why=error) if name else str(error))

    def _one_less(self) -> None:
        self.done += 1
        self.moved.emit()


def _kept_and_seen(
    taking_in: Callable[[], Kept], pictures: Callable[[str], PhotoFile | None], rooms: Rooms
) -> tuple[Kept, Seen | None]:
    """Keep a picture, and read it for the screen here: in the window it would be a wait."""
    kept = taking_in()
    file = pictures(kept.sha256)
    return kept, read_seen(file, rooms) if file else None
