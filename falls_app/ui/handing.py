"""A home on its way out as a file, and on its way in: slow work with values, without a widget."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from falls_app.case_view import CaseView
from falls_app.content.checks import load_checklist
from falls_app.content.regions import Region
from falls_app.content.sources import content_version
from falls_app.domain.assessment import Case
from falls_app.domain.evidence import Photo
from falls_app.domain.merging import Difference, Key, differences, merged
from falls_app.export.redacted import without_names
from falls_app.export.table import table
from falls_app.storage.arrival import base_of, keep_past, past_of
from falls_app.storage.bundle import ENDING, Past, Pictures, write_bundle, write_text
from falls_app.storage.case_file import write_case
from falls_app.storage.snapshot import Breathe, no_breath
from falls_app.storage.store import Store
from falls_app.storage.unpacking import Unpacked, unpack

WHOLE, TABLE, UNNAMED = "whole", "table", "unnamed"
"""What a file holds: all of a home, a table of it, or a home without names."""
ENDINGS = {WHOLE: ENDING, TABLE: ".csv", UNNAMED: ".json"}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A home to write to a file; ``passphrase`` "" leaves it open."""

    kind: str
    case: Case
    region: Region
    pictures: Pictures
    past: Past
    passphrase: str = ""

    @property
    def form(self) -> str:
        """Its format, as the list of who did what names it."""
        if self.kind == WHOLE:
            return "locked-bundle" if self.passphrase else "bundle"
        return "csv" if self.kind == TABLE else "nameless-json"

    def write(self, target: Path, breathe: Breathe = no_breath) -> Past:
        """Write it. Returns the past of the home after it. UserError if it cannot be written.

        ``breathe`` is called before each photo; it may raise to stop, and there is no file then.
        """
        if self.kind == TABLE:
            write_text(table(CaseView(self.case, self.region)), target)
        elif self.kind == UNNAMED:
            write_text(write_case(without_names(self.case)), target)
        else:
            return write_bundle(
                self.case, target, partial(_picture, self.pictures, breathe),
                content=content_version(), past=self.past, passphrase=self.passphrase,
            )  # fmt: skip
        return self.past


def _picture(pictures: Pictures, breathe: Breathe, photo: Photo) -> bytes | None:
    breathe()
    return pictures(photo)


@dataclass(frozen=True, slots=True)
class PicturesOf:
    """Gives the pictures of a home of this store."""

    store: Store
    case_id: str

    def __call__(self, photo: Photo) -> bytes | None:
        """Return the picture of a photo."""
        return self.store.photos.data(self.case_id, photo.sha256)


def outgoing(store: Store, case: Case, region: Region, kind: str, passphrase: str) -> Outgoing:
    """Return what is to be written of a home of this store."""
    past, pictures = past_of(store, case.id), PicturesOf(store, case.id)
    return Outgoing(kind, case, region, pictures, past, passphrase)


def ending_right(chosen: str, kind: str) -> Path:
    """Return the file somebody chose, with the ending of its kind."""
    file = Path(chosen)
    return (
        file if file.suffix.lower() == ENDINGS[kind] else file.with_name(file.name + ENDINGS[kind])
    )


# ------------------------------------------------------------------ taking in


def read_file(file: Path, passphrase: str, breathe: Breathe = no_breath) -> Unpacked:
    """Return the home in a file; all of it is looked through. UserError if it is refused.

    One of a newer version is for reading.
    """
    return unpack(file, load_checklist(), passphrase, breathe, also_newer=True)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two values of one home: the one in the list, and the one from a file."""

    store: Store
    mine: Case
    home: Unpacked

    @property
    def theirs(self) -> Case:
        """The value from the file."""
        return replace(self.home.case, id=self.mine.id)

    def differences(self) -> tuple[Difference, ...]:
        """Return where they differ; what both came from is used if it is known."""
        base = base_of(self.store, self.home, load_checklist())
        return differences(self.mine, self.theirs, base)

    def brought_together(self, taken: frozenset[Key]) -> Case:
        """Return my value with these things of theirs. Their pictures are kept already."""
        return merged(self.mine, self.theirs, taken)

    def remember(self) -> None:
        """Once it is saved: note that what they had seen is in my value too.

        The base stays: if somebody takes it back, the same file shows the same differences.
        """
        ours = past_of(self.store, self.mine.id)
        keep_past(self.store, self.mine.id, ours.with_seen(self.home.past.seen))
