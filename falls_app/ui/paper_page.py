"""The photos of a paper page that is typed in: kept with the answers, and printed nowhere."""

from uuid import uuid4

from falls_app.domain.evidence import Photo
from falls_app.domain.sheet import SheetPage
from falls_app.i18n import _
from falls_app.storage.photos import Kept
from falls_app.ui.session import Session
from falls_app.ui.taking_in import TakingIn


class PaperPage(TakingIn):
    """One page of the sheet and its photos. Every verb can be undone.

    They are there to check what was typed, so they are kept cleaned only, never as they came.
    """

    def __init__(self, session: Session, page: SheetPage) -> None:
        super().__init__(session)
        self._page = page

    @property
    def code(self) -> str:
        """The code of the page, as it is printed."""
        return self._page.code

    @property
    def photos(self) -> tuple[Photo, ...]:
        """Its photos as they are now: one for each side of paper that the page takes."""
        return self._session.view.walk.pages.get(self._page.page, ())

    def put(self, kept: Kept, instead: str = "") -> Photo:
        """Keep a photo whose picture is kept; in place of the one with this id, or as the last."""
        known = next((each for each in self.photos if each.sha256 == kept.sha256), None)
        if known is not None:
            return known
        new = Photo(uuid4().hex[:12], kept.sha256, kept.width, kept.height)
        photos = tuple(new if each.id == instead else each for each in self.photos)
        self._put(photos if new in photos else (*photos, new), _("photo of page {code}"))
        return new

    def remove(self, photo_id: str) -> None:
        """Take a photo off. Its picture stays, so that undo finds it."""
        left = tuple(each for each in self.photos if each.id != photo_id)
        self._put(left, _("removing a photo of page {code}"))

    def _put(self, photos: tuple[Photo, ...], verb: str) -> None:
        self._session.put_page(self._page.page, photos, verb.format(code=self.code))
