"""What is done with the evidence of one finding: photos with their marks, and sizes."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from typing_extensions import override

from falls_app.content.regions import Region
from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Finding
from falls_app.domain.checklist import Answer, Check, Measure
from falls_app.domain.evidence import AFTER, Mark, Photo, PhotoFile
from falls_app.errors import UserError
from falls_app.export import write_data
from falls_app.i18n import _
from falls_app.sizes import taken_words, unit_in_use
from falls_app.storage.photos import Kept
from falls_app.storage.trouble import told
from falls_app.ui.session import Session
from falls_app.ui.settings import KEEPS_ORIGINALS
from falls_app.ui.taking_in import TakingIn


class Evidence(TakingIn):
    """The evidence for a check in a room (None: the whole house). Every verb can be undone.

    Without an answer, evidence stands beside *not sure*, as a note does. ``is_after``: photos that
    are added show the place once its step was done.
    """

    def __init__(
        self, session: Session, check: Check, room: str | None, *, is_after: bool = False
    ) -> None:
        super().__init__(session)
        self.check, self.room = check, room
        self.is_after = is_after

    @property
    def finding(self) -> Finding:
        """The finding as it is now."""
        known = self._session.finding(self.check.id, self.room)
        return known or Finding(self.check.id, Answer.NOT_SURE, self.room)

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
        self._put((*self.finding.photos, photo), _("photo for {check}"))
        return photo

    def remove(self, photo_id: str) -> None:
        """Take a photo off. Its picture stays, so that undo finds it."""
        left = tuple(each for each in self.finding.photos if each.id != photo_id)
        self._put(left, _("removing a photo of {check}"))

    def describe(self, photo_id: str, caption: str) -> None:
        """Say what a photo shows."""
        self._change(photo_id, _("words under a photo of {check}"), caption=caption)

    def draw(self, photo_id: str, marks: tuple[Mark, ...]) -> None:
        """Put these marks on a photo in place of those it has."""
        self._change(photo_id, _("marks on a photo of {check}"), marks=marks)

    def measure(self, measure_id: str, size: float | None) -> None:
        """Record a size in the measure's own unit; None takes it away."""
        sizes = {key: old for key, old in self.finding.measures.items() if key != measure_id}
        if size is not None:
            sizes[measure_id] = size
        if sizes != self.finding.measures:
            self._session.change_finding(
                replace(self.finding, measures=sizes), self.check, _("size at {check}")
            )

    def note(self, words: str) -> None:
        """Record what was seen, in somebody's own words."""
        self._session.note(self.check, self.room, words)

    @property
    def region(self) -> Region:
        """The region whose sizes to aim for are shown."""
        return self._session.region

    def unit(self, measure: Measure) -> str:
        """Return the unit in which this measure is read and written."""
        chosen = self._session.settings.get(f"{measure.unit} read in", "")
        return unit_in_use(measure, self.region, chosen)

    def use_unit(self, measure: Measure, unit: str) -> None:
        """Read all measures of this kind in another unit from now on; the sizes stay."""
        self._session.settings.keep(f"{measure.unit} read in", unit)

    def size_words(self, measure: Measure) -> str:
        """Return a size that was taken, such as "34 in"; "" if it was not."""
        size = self.finding.measures.get(measure.id)
        return "" if size is None else taken_words(size, self.unit(measure), self.region)

    def file(self, photo: Photo) -> PhotoFile | None:
        """Return the picture to show, with what is blurred in it; None if it is not there."""
        with told():
            return self._session.photos(photo)

    def _change(self, photo_id: str, verb: str, **fields: object) -> None:
        photos = tuple(
            replace(each, **fields) if each.id == photo_id else each  # type: ignore[arg-type]
            for each in self.finding.photos
        )
        if photos != self.finding.photos:
            self._put(photos, verb)

    def _put(self, photos: tuple[Photo, ...], verb: str) -> None:
        self._session.change_finding(replace(self.finding, photos=photos), self.check, verb)


def evidence_of(session: Session, asked: Asked, *, is_after: bool = False) -> Evidence:
    """Return the evidence of a check where it is asked."""
    room = asked.room.id if asked.room else None
    return Evidence(session, asked.check, room, is_after=is_after)
