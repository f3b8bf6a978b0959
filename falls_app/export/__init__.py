"""Hands the result to somebody: papers as PDF, each written by a module of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from falls_app.content.regions import Region
from falls_app.domain.assessment import Case
from falls_app.domain.evidence import Photo, PhotoFile
from falls_app.errors import UserError
from falls_app.i18n import _


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper that can be printed; ``module`` has its ``tell`` and is imported when first used.

    ``tell(case, printing)`` returns its ``Story``. ``title`` is the English name: translate it
    when it is shown. ``can`` names the options of ``Printing`` that change this paper; one that
    ``is_large`` is in large print always. ``odt`` is the module that makes it as a text document,
    "" if none does; ``for_work``: only for people who visit homes for work.
    """

    id: str
    title: str
    module: str
    can: tuple[str, ...] = ()
    is_large: bool = False
    odt: str = ""
    for_work: bool = False


PhotoFiles = Callable[[Photo], PhotoFile | None]
"""Gives the file of a photo that may be shown, with what is blurred in it; None: not there."""


def no_photos(_photo: Photo) -> None:
    """Show no photo: the case came without its pictures."""


LARGE, SAVE_INK, HIDE_NAMES, FILLABLE = "large", "save_ink", "hide_names", "fillable"
OPTIONS = (LARGE, SAVE_INK, HIDE_NAMES, FILLABLE)
"""The options of ``Printing`` that a paper may know."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes a report, as the settings have it: never part of a case.

    ``registration`` is the therapist's number; ``contact`` may have lines; ``logo`` is a PNG.
    """

    therapist: str = ""
    registration: str = ""
    service: str = ""
    contact: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Printing:
    """How a paper is made: in which region, on which sheet, with which options.

    ``paper`` is "letter" or "a4"; ``on`` the date it carries, the day of the walk if None;
    ``photos`` gives the files of its photos. ``large`` is large print, 18 points and up, in a
    layout of its own; ``save_ink`` leaves out fills; ``hide_names`` prints initials;
    ``fillable`` adds form fields; ``letterhead`` is whose report it is. A paper that does not know
    an option is printed without.
    """

    region: Region
    paper: str = "letter"
    on: date | None = None
    tagging: bool = True
    photos: PhotoFiles = no_photos
    large: bool = False
    save_ink: bool = False
    hide_names: bool = False
    fillable: bool = False
    letterhead: Letterhead = Letterhead()


_ALL = (LARGE, SAVE_INK, HIDE_NAMES)

PAPERS = (
    PaperKind(
        "person-sheet",
        "The person’s page",
        "falls_app.export.pdf.person_sheet",
        (SAVE_INK, HIDE_NAMES),
        is_large=True,
    ),
    PaperKind("fridge", "Fridge page", "falls_app.export.pdf.fridge_page", _ALL),
    PaperKind("family", "Family plan", "falls_app.export.pdf.family", _ALL),
    PaperKind("work-order", "Work order", "falls_app.export.pdf.work_order", _ALL),
    PaperKind(
        "work-order-exact",
        "Work order with exact sizes",
        "falls_app.export.pdf.work_order_exact",
        _ALL,
        for_work=True,
    ),
    PaperKind("shopping-list", "Shopping list", "falls_app.export.pdf.shopping_list", _ALL),
    PaperKind("doctor", "For the doctor", "falls_app.export.pdf.doctor", _ALL),
    PaperKind("pharmacist", "For the pharmacist", "falls_app.export.pdf.pharmacist", _ALL),
    PaperKind("help-now", "Get help now", "falls_app.export.pdf.help_now", _ALL),
    PaperKind(
        "visit-sheet",
        "Visit sheet to fill in",
        "falls_app.export.pdf.visit_sheet",
        (LARGE, SAVE_INK, HIDE_NAMES, FILLABLE),
    ),
    PaperKind(
        "ot-report",
        "OT report",
        "falls_app.export.pdf.ot_report",
        (SAVE_INK, HIDE_NAMES),
        odt="falls_app.export.odt.ot_report",
        for_work=True,
    ),
    PaperKind(
        "ot-report-copy",
        "OT report, own copy",
        "falls_app.export.pdf.ot_report_copy",
        (SAVE_INK, HIDE_NAMES),
        odt="falls_app.export.odt.ot_report_copy",
        for_work=True,
    ),
)
"""All papers, in the order in which they are offered."""

HANDOUT = "handout:"
"""Before the id of a handout: a paper that is the same for every case."""

Watch = Callable[[int], None]
"""Is told how many pages of a paper there are so far; what it raises ends the making."""


def _go_on(_pages: int) -> None:
    """Let nothing stop the making of a paper."""


def write_paper(
    kind: str, case: Case, target: Path | BinaryIO, printing: Printing, *, password: str = ""
) -> tuple[str, ...]:
    """Write a paper of a case, or a handout: see ``write_pack``."""
    return write_pack((kind,), case, target, printing, password=password)


def write_pack(
    kinds: Sequence[str],
    case: Case,
    target: Path | BinaryIO,
    printing: Printing,
    *,
    watch: Watch = _go_on,
    password: str = "",
) -> tuple[str, ...]:
    """Write papers of a case into one file, or into an open binary file.

    Each of ``kinds`` is one of ``PAPERS``, or ``HANDOUT`` with the id of a handout. Several are
    one file, in which each begins on a page of its own with its own page numbers. The same case
    makes the same bytes, unless a ``password`` locks them, "" is none. A file is replaced only
    once the new one is whole, and nothing is on the disk before it is locked.
    Return the words that no font of ours has: "[…]" is printed in their place.
    ValueError for a kind or paper that does not exist, UserError if it cannot be written.
    """
    pack = import_module("falls_app.export.pdf.pack")
    locks = import_module("falls_app.export.pdf.password")
    if password:
        locks.refuse_unfit(password)  # before anybody waits for the paper
    data, unshown = pack.make_papers(kinds, case, printing, watch)
    if password:
        data = locks.with_password(data, password)
    write_data(target, data)
    return tuple(unshown)


def first_pages(
    kinds: Sequence[str], case: Case, printing: Printing, *, most: int, watch: Watch = _go_on
) -> bytes:
    """Return only so many first pages, to look at while the whole file is being made."""
    pack = import_module("falls_app.export.pdf.pack")
    data: bytes = pack.make_first_pages(kinds, case, printing, most=most, watch=watch)
    return data


def write_document(kind: str, case: Case, target: Path | BinaryIO, printing: Printing) -> None:
    """Write a paper as a text document (ODT), as ``write_paper`` does.

    ValueError for a kind that cannot be one.
    """
    module = paper_kind(kind).odt
    if not module:
        raise ValueError(f"The paper “{kind}” is no text document.")
    made: bytes = import_module(module).make(case, printing)
    write_data(target, made)


def write_data(target: Path | BinaryIO, data: bytes) -> None:
    """Write a finished paper to a file, or into an open binary file.

    UserError if it cannot be written. A file is replaced only once the new one is whole.
    """
    try:
        if isinstance(target, Path):
            _write_beside(target, data)
        else:
            target.write(data)
    except OSError as error:
        name = target.name if isinstance(target, Path) else _("The paper")
        reason = error.strerror or str(error)
        raise UserError(
            _("“{file}” could not be written: {reason}.").format(file=name, reason=reason),
            _("Close the file if it is open elsewhere, or choose another folder."),
        ) from error


def paper_kind(kind: str) -> PaperKind:
    """Return the paper of this id; ValueError if there is none."""
    for each in PAPERS:
        if each.id == kind:
            return each
    raise ValueError(f"There is no paper “{kind}”.")


def options_of(kind: str) -> frozenset[str]:
    """Return the options that a paper or handout knows, or has always."""
    if kind.startswith(HANDOUT):
        return frozenset({LARGE, SAVE_INK, HIDE_NAMES})  # no name stands on it
    given = paper_kind(kind)
    return frozenset({*given.can, *([LARGE] if given.is_large else [])})


def _write_beside(target: Path, data: bytes) -> None:
    """Write beside and rename: a full disk or a crash leaves the old file as it was."""
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    except OSError:
        _forget(beside)
        raise


def _forget(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return
