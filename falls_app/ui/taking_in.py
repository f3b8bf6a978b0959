"""How a photo comes into the open case: its picture is kept first, beside the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from falls_app.domain.evidence import PhotoFile
from falls_app.storage.photos import Kept
from falls_app.storage.trouble import told
from falls_app.ui.incoming import Source, opened
from falls_app.ui.session import Session


class TakingIn:
    """Takes photos into the case that is open now, whichever is open when they have come."""

    def __init__(self, session: Session) -> None:
        self._session, self._case_id = session, session.case.id

    @property
    def is_current(self) -> bool:
        """False once another home is open: what still arrives does not belong there."""
        return self._session.case.id == self._case_id

    @property
    def keeps_originals(self) -> bool:
        """True if photos are kept as they came, too."""
        return False

    def taking_in(self, source: Source) -> Callable[[], Kept]:
        """Return the slow work of keeping a picture, to be done beside the window.

        It raises UserError with a sentence if the picture or the disk does not do its part.
        """
        photos, case_id = self._session.store.photos, self._case_id
        # A picture without a file did not come from a camera.
        keeps = isinstance(source, Path) and self.keeps_originals

        def work() -> Kept:
            with told():
                return photos.keep(case_id, opened(source), with_original=keeps)

        return work

    @property
    def pictures(self) -> Callable[[str], PhotoFile | None]:
        """Gives a picture that is kept by its SHA-256; it can be asked beside the window."""
        return partial(self._session.store.photos.picture, self._case_id)
