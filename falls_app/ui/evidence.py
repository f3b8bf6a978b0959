"""What is done with the evidence of one finding: photos with their marks, a note, and sizes."""

from dataclasses import replace

from typing_extensions import override

from falls_app.content.regions import Region
from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Finding, Place
from falls_app.domain.checklist import Answer, Check, Measure
from falls_app.domain.evidence import Photo
from falls_app.i18n import _
from falls_app.sizes import taken_words, unit_in_use
from falls_app.ui.photo_evidence import PhotoEvidence
from falls_app.ui.session import Session


class Evidence(PhotoEvidence):
    """The evidence for a check in a room (None: the whole house).

    Without an answer, evidence stands beside *not sure*, as a note does.
    """

    def __init__(
        self, session: Session, check: Check, room: str | None, *, is_after: bool = False
    ) -> None:
        super().__init__(session, is_after=is_after)
        self.check, self.room = check, room

    @property
    @override
    def place(self) -> Place:
        return (self.check.id, self.room)

    @property
    @override
    def short(self) -> str:
        return self.check.short

    @property
    def finding(self) -> Finding:
        """The finding as it is now."""
        known = self._session.finding(self.check.id, self.room)
        return known or Finding(self.check.id, Answer.NOT_SURE, self.room)

    @property
    @override
    def photos(self) -> tuple[Photo, ...]:
        return self.finding.photos

    @override
    def _put(self, photos: tuple[Photo, ...], verb: str) -> None:
        self._session.change_finding(replace(self.finding, photos=photos), self.check, verb)

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


def evidence_of(session: Session, asked: Asked, *, is_after: bool = False) -> Evidence:
    """Return the evidence of a check where it is asked."""
    room = asked.room.id if asked.room else None
    return Evidence(session, asked.check, room, is_after=is_after)
