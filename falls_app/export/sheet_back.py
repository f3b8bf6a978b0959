"""A filled sheet that comes back: read from its file, and what is odd about it in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from falls_app.content.checks import load_checklist
from falls_app.domain.assessment import Case
from falls_app.domain.filled import Odd, Oddity, Reading, read_sheet
from falls_app.domain.merging import Difference
from falls_app.domain.sheet import ORIGIN, PHOTO, place_named
from falls_app.errors import UserError
from falls_app.export.filled_form import no_boxes, read_boxes
from falls_app.export.visit_sheet import pages_of, typical_home
from falls_app.i18n import _, ngettext

_NAMED = 6
"""How many odd boxes are named in one sentence."""


def read_filled(case: Case, file: Path, today: str) -> Reading:
    """Return what a filled sheet says otherwise than the case; ``today`` is an ISO date.

    UserError says why it cannot be read, or that it is of another home.
    """
    return reading_of(case, sheet_boxes(file), file.name, today)


def sheet_boxes(file: Path) -> Mapping[str, str]:
    """Return what the boxes of a sheet say, by their names. UserError if it is none. Slow."""
    boxes = {name: _as_words(name, value) for name, value in read_boxes(file).items()}
    if not any(name == ORIGIN or place_named(name) for name in boxes):
        raise no_boxes(file)
    return boxes


def reading_of(case: Case, boxes: Mapping[str, str], name: str, today: str) -> Reading:
    """Return what these boxes say otherwise than the case; ``name`` is that of the file.

    UserError if the sheet is of another home.
    """
    case = replace(case, home=typical_home(case.home))
    reading = read_sheet(case, load_checklist(), boxes, pages_of(case), today=today)
    if reading.is_of_other_home:
        raise UserError(
            _("“{file}” is the sheet of another home.").format(file=name),
            _("Nothing was taken from it. Open the home it was printed for, and try again."),
        )
    return reading


def _as_words(name: str, value: str) -> str:
    """Return the value of a box; numbers of photos become words of the note."""
    is_photo = name.endswith(f"/{PHOTO}") and value.strip()
    return _("Photo {number}").format(number=value.strip()) if is_photo else value


def odd_words(oddities: Sequence[Oddity]) -> list[str]:
    """Return what is odd about a sheet, a sentence for each kind."""
    return [
        _SENTENCES[kind](found)
        for kind in Odd
        if kind in _SENTENCES and (found := [each for each in oddities if each.kind is kind])
    ]


def _nothing_filled(_found: Sequence[Oddity]) -> str:
    return _("Nothing is filled in. What was drawn with a pen cannot be read: type it in.")


def _unknown_origin(_found: Sequence[Oddity]) -> str:
    return _("The sheet does not say which home it was printed for. Look if it is the right one.")


def _other_content(found: Sequence[Oddity]) -> str:
    return _(
        "The sheet was printed with other texts (version {version}). Read what you take over."
    ).format(version=found[0].what or "?")


def _unknown_room(found: Sequence[Oddity]) -> str:
    return _counted(
        ngettext(
            "{n} box is of a room that this home does not have: {boxes}.",
            "{n} boxes are of rooms that this home does not have: {boxes}.",
            len(found),
        ),
        found,
    )


def _unknown_box(found: Sequence[Oddity]) -> str:
    return _counted(
        ngettext(
            "{n} box is none of ours: {boxes}.", "{n} boxes are none of ours: {boxes}.", len(found)
        ),
        found,
    )


def _no_such_value(found: Sequence[Oddity]) -> str:
    return _counted(
        ngettext(
            "{n} box holds something it cannot hold: {boxes}.",
            "{n} boxes hold something they cannot hold: {boxes}.",
            len(found),
        ),
        found,
    )


def _too_long(found: Sequence[Oddity]) -> str:
    return _counted(
        ngettext(
            "{n} box holds too many words: {boxes}.",
            "{n} boxes hold too many words: {boxes}.",
            len(found),
        ),
        found,
    )


def _counted(words: str, found: Sequence[Oddity]) -> str:
    return words.format(boxes=", ".join(_named(found)))


def _named(found: Sequence[Oddity]) -> Iterator[str]:
    for each in found[:_NAMED]:
        yield f"{each.what} (“{each.value}”)" if each.kind is Odd.NO_SUCH_VALUE else each.what
    if len(found) > _NAMED:
        yield "…"


_SENTENCES: dict[Odd, Callable[[Sequence[Oddity]], str]] = {
    Odd.NOTHING_FILLED: _nothing_filled,
    Odd.UNKNOWN_ORIGIN: _unknown_origin,
    Odd.OTHER_CONTENT: _other_content,
    Odd.UNKNOWN_ROOM: _unknown_room,
    Odd.UNKNOWN_CHECK: _unknown_box,
    Odd.UNKNOWN_BOX: _unknown_box,
    Odd.NO_SUCH_VALUE: _no_such_value,
    Odd.TOO_LONG: _too_long,
}


def difference_as_json(each: Difference, *, changed: bool) -> dict[str, Any]:
    """Return a difference in the form that the command prints.

    ``field`` is "answer", "note", "where", the id of a size, or "goals" (of no check). ``changed``
    tells that the case was changed there after the sheet was printed.
    """
    kind, *rest = each.key
    about_person = kind == "person"
    return {
        "room": None if about_person else rest[2] or None,
        "check": None if about_person else rest[1],
        "field": rest[0] if about_person else rest[3] if kind == "size" else kind,
        "before": _plain(each.mine),
        "sheet": _plain(each.theirs),
        "changed": changed,
    }


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
