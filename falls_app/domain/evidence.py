"""What was seen: photos of a place, with marks drawn on them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

Point = tuple[float, float]
"""A place on a photo: shares of its width and height from the top left, each 0 to 1."""


class MarkKind(StrEnum):
    """What is drawn on a photo. ``blur`` hides what is nobody's business."""

    ARROW = "arrow"
    CIRCLE = "circle"
    TEXT = "text"
    LINE = "line"
    BLUR = "blur"


class PhotoFile(Protocol):
    """Gives the picture of a photo: a file, or what opens a file that is locked."""

    def read_bytes(self) -> bytes:
        """Return the bytes of a JPEG."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on a photo. The photo itself stays as it is, so that a mark can be taken off.

    ``start`` and ``end`` are the ends of an arrow or line, or two corners of a circle's or a
    blur's box; a text stands at ``start``. ``words`` are the text, or the size that a measure
    line shows.
    """

    kind: MarkKind
    start: Point
    end: Point
    words: str = ""


AFTER = "after-"
"""How the id of a photo begins that shows a place once its step was done."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of a finding. ``id`` is unique in the case, ``sha256`` names its file.

    ``width`` and ``height`` are pixels, the photo upright. ``caption`` says what it shows: it is
    also what a screen reader says.
    """

    id: str
    sha256: str
    width: int
    height: int
    caption: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def is_after(self) -> bool:
        """True if it shows the place once the step was done."""
        return self.id.startswith(AFTER)
