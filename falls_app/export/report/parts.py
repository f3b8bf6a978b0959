"""What a report is made of: a list of parts that every kind of file writes in its own way."""

from dataclasses import dataclass
from typing import Literal

from falls_app.domain.evidence import Photo
from falls_app.domain.visit import Signature
from falls_app.drawing.shapes import State


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the first page: title, whose report it is, how it stands; ``logo`` is a PNG."""

    title: str
    service: tuple[str, ...]
    status: str
    is_signed: bool
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Alert:
    """What leads the report while help is needed today, with the signs themselves."""

    words: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3. ``breaks``: it begins a page, "soft": unless there is room."""

    level: Literal[1, 2, 3]
    words: str
    breaks: Literal["", "soft", "page"] = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; ``label`` stands before it in bold, ``small`` sets it as a remark."""

    words: str
    label: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts under their labels, in columns."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The picture of the home and the list of its rooms, for files that can draw it.

    ``rooms`` are (name, how it stands) for those that cannot. ``bars`` are the scores of areas,
    0 to 100, if the report shows them.
    """

    rooms: tuple[tuple[str, str], ...]
    summary: str
    remarks: tuple[str, ...] = ()
    title: str = ""
    bars: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign at the head of a row: a number in the shape of a state, and its words."""

    number: int
    state: State
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Each row has as many cells as ``head``; ``signs`` stand before the rows.

    ``shares`` are how wide the columns are, in parts; the lines of a cell are parted by a line
    break, and in the columns of ``strong`` the first one is bold. ``dense``: many short rows.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    strong: tuple[int, ...] = (0,)
    signs: tuple[Sign, ...] = ()
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Own words on a field, under a title."""

    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlatePhoto:
    """A photo of the plate with its number; ``alt`` says what it shows for who cannot see it."""

    number: int
    photo: Photo
    title: str
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Plate:
    """Photos in their order."""

    photos: tuple[PlatePhoto, ...]


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """A place to sign: over which line, who, when; ``signature`` None while it is empty."""

    title: str
    name: str
    day: str
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """The signatures in their places, and a box that says what they are for."""

    boxes: tuple[SignatureBox, ...]
    title: str
    words: str


Part = Head | Alert | Heading | Para | Facts | Glance | Table | Quote | Plate | Signing


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``foot`` stands on each page, ``language`` is a tag such as "en-US"."""

    title: str
    language: str
    author: str
    foot: str
    parts: tuple[Part, ...]
