"""What is done with the photos of one place or step, and with the marks on them."""

from abc import ABC, abstractmethod
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from typing_extensions import override

from falls_app.domain.assessment import Place
from falls_app.domain.evidence import AFTER, Mark, Photo, PhotoFile
from falls_app.errors import UserError
from falls_app.export import write_data
from falls_app.i18n import _
from falls_app.storage.photos import Kept
from falls_app.storage.trouble import told
from falls_app.ui.session import Session
from falls_app.ui.settings import KEEPS_ORIGINALS
from falls_app.ui.taking_in import TakingIn


class PhotoEvidence(TakingIn, ABC):
    """Photos in their order. Every verb can be undone.

    ``is_after``: photos that are added show the place once its step was done.
    """

    def __init__(self, session: Session, *, is_after: bool) -> None:
        super().__init__(session)
        self.is_after = is_after

    @property
    @abstractmethod
    def place(self) -> Place:
        """Where the photos belong: a check and a room, or the key of a step and None."""

    @property
    @abstractmethod
    def short(self) -> str:
        """What the check or the step is called."""

    @property
    @abstractmethod
    def photos(self) -> tuple[Photo, ...]:
        """The photos as they are now."""

    @abstractmethod
    def _put(self, photos: tuple[Photo, ...], verb: str) -> None:
        """Keep these photos; ``verb`` names the change, with {check} for ``short``."""

    @property
    def is_to_read(self) -> bool:
        """True if nothing can be changed."""
        return self._session.store.is_to_read

    @property
    def is_saved(self) -> bool:
        """False while something on the screen is not on the disk."""
        return not self._session.has_unsaved

    @property
    @override
    def keeps_originals(self) -> bool:
        return self._session.settings.get(KEEPS_ORIGINALS, False)

    def has_original(self, photo: Photo) -> bool:
        """Return whether a photo is kept as it came, too."""
        return self._session.store.photos.has_original(self._case_id, photo.sha256)

    def original(self, photo: Photo) -> bytes:
        """Return a photo as it came. UserError if it is not there, or cannot be read."""
        with told():
            found = self._session.store.photos.original(self._case_id, photo.sha256)
        if found is None:
            raise UserError(_("The original is not there any more."))
        return found

    def save_original(self, data: bytes, target: Path) -> None:
        """Write a photo as it came to a file to hand over. UserError if it cannot be written."""
        write_data(target, data)
        self._session.note_export(self._case_id, "original")

    def remove_original(self, photo: Photo) -> None:
        """Remove a photo as it came, from the backups too. The photo stays; there is no undo."""
        with told():
            self._session.store.photos.remove_original(self._case_id, photo.sha256)

    def add(self, kept: Kept) -> Photo:
        """Add a photo whose picture is kept."""
        begin = AFTER if self.is_after else ""
        photo = Photo(begin + uuid4().hex[:12], kept.sha256, kept.width, kept.height)
        self._put((*self.photos, photo), _("photo for {check}"))
        return photo

    def remove(self, photo_id: str) -> None:
        """Take a photo off. Its picture stays, so that undo finds it."""
        left = tuple(each for each in self.photos if each.id != photo_id)
        self._put(left, _("removing a photo of {check}"))

    def describe(self, photo_id: str, caption: str) -> None:
        """Say what a photo shows."""
        self._change(photo_id, _("words under a photo of {check}"), caption=caption)

    def draw(self, photo_id: str, marks: tuple[Mark, ...]) -> None:
        """Put these marks on a photo in place of those it has."""
        self._change(photo_id, _("marks on a photo of {check}"), marks=marks)

    def file(self, photo: Photo) -> PhotoFile | None:
        """Return the picture to show, with what is blurred in it; None if it is not there."""
        with told():
            return self._session.photos(photo)

    def _change(self, photo_id: str, verb: str, **fields: object) -> None:
        photos = tuple(
            replace(each, **fields) if each.id == photo_id else each  # type: ignore[arg-type]
            for each in self.photos
        )
        if photos != self.photos:
            self._put(photos, verb)
