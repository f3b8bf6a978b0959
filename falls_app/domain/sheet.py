"""The visit sheet: its pages with their codes, and the names of its boxes."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from falls_app.domain.asking import checks_asked
from falls_app.domain.assessment import Assessment, ListKind, Page, Place
from falls_app.domain.checklist import AREAS, PLACE_AREAS, Answer, Check, Checklist
from falls_app.domain.home import Home, Room
from falls_app.domain.overview import WHOLE, places_in_order

NOTE, PHOTO, WHERE = "note", "photo", "where"
"""What stands beside an answer on a sheet, besides sizes."""

NAME, GOALS = "person/home", "person/goals"
"""Names of boxes on the first page: whose home it is, what the person wants to keep doing."""

DAY, BY, PRESENT = "person/date", "person/by", "person/present"
"""Boxes that stay on the sheet: when, who filled it in, who was there."""

ORIGIN = "steady-home"
"""The name of the hidden box that says where a sheet comes from."""

SIGNS = {
    Answer.SAFE: "1",
    Answer.PARTLY: "2",
    Answer.HAZARD: "3",
    Answer.NOT_HERE: "0",
    Answer.NOT_SURE: "?",
}
"""The answers of a line in their order, each with the sign in its circle."""


@dataclass(frozen=True, slots=True)
class SheetPage:
    """The lines of one room, or of one area of the whole house (no room).

    ``number`` counts the rooms of an area from 1, in the order of the home.
    """

    area: str
    number: int
    room: Room | None
    checks: tuple[Check, ...]

    @property
    def code(self) -> str:
        """What is typed to find it again: "BTH-2"."""
        return f"{self.area}-{self.number}"

    @property
    def place(self) -> str | None:
        """The id of its room, or None."""
        return self.room.id if self.room else None

    @property
    def page(self) -> Page:
        """Its area and place, which stay when its number becomes another."""
        return (self.area, self.place)


def answers_of(check: Check) -> tuple[Answer, ...]:
    """Return the answers that can be circled: not every thing can be missing from a home."""
    return tuple(
        each for each in SIGNS if each is not Answer.NOT_HERE or each in check.short_answers
    )


def answer_for(check: Check, sign: str) -> Answer | None:
    """Return the answer with this sign, "9" being "?"; None if the check has none such."""
    wanted = "?" if sign == "9" else sign
    return next((each for each in answers_of(check) if SIGNS[each] == wanted), None)


def sheet_pages(
    checklist: Checklist, home: Home, kind: ListKind, traits: Collection[str]
) -> tuple[SheetPage, ...]:
    """Return the pages in walking order: every room in which something is asked, then the house.

    Of the quick list, too, each room of a kind has its page.
    """
    asked = list(checks_asked(checklist, home, ListKind.FULL, traits))
    if kind is ListKind.QUICK:
        asked = [(check, room) for check, room in asked if check.quick]
    return tuple(page for page in _pages(home, asked) if page.checks)


def _pages(home: Home, asked: Sequence[tuple[Check, Room | None]]) -> Iterator[SheetPage]:
    for place in places_in_order(home):
        if (room := home.room(place)) is None:
            continue
        checks = tuple(check for check, at in asked if at is not None and at.id == room.id)
        number = home.rooms_of(room.area).index(room) + 1
        yield SheetPage(room.area, number, room, checks)
    for area in AREAS:
        checks = tuple(check for check, at in asked if at is None and check.area == area)
        yield SheetPage(area, 1, None, checks)


def page_called(pages: Sequence[SheetPage], typed: str) -> SheetPage | None:
    """Return the page with this code, however it is typed: "bth2", "BTH 2"; else None.

    An area alone is its first page.
    """
    wanted = _letters(typed)
    codes = {_letters(page.code): page for page in reversed(pages)}
    areas = {page.area: page for page in reversed(pages)}
    return codes.get(wanted) or areas.get(wanted)


def _letters(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())


def first_of_kind(pages: Sequence[SheetPage], page: SheetPage) -> SheetPage | None:
    """Return the first page of the same area, if this is not it: it may have the same answers."""
    same = [each for each in pages if each.area == page.area]
    first = min(same, key=lambda each: each.number, default=page)
    return None if first.code == page.code else first


def open_as_first(
    pages: Sequence[SheetPage], page: SheetPage, walk: Assessment
) -> Mapping[str, Answer]:
    """Return what the first page of the same area says on lines that are open on this one.

    By check; empty on the first page itself.
    """
    first = first_of_kind(pages, page)
    if first is None:
        return {}
    found = {
        check.id: walk.finding(check.id, first.place)
        for check in page.checks
        if walk.finding(check.id, page.place) is None
    }
    return {check: each.answer for check, each in found.items() if each is not None}


# ------------------------------------------------------------------ names of boxes


def box_name(place: Place, part: str = "") -> str:
    """Return the name of a box: room id and check id, then "note", "photo" or a size's id.

    The answer itself has no third part.
    """
    check, room = place
    where = WHOLE if room is None else _plain(room)
    return "/".join((where, check, part) if part else (where, check))


def _plain(room: str) -> str:
    """Return a room id without letters that mean something in a name, and never ``WHOLE``."""
    if room == WHOLE:
        return f"%{ord(room[0]):02X}{room[1:]}"
    return re.sub("[%/.]", lambda sign: f"%{ord(sign.group()):02X}", room)


def place_named(name: str) -> tuple[Place, str] | None:
    """Return the place and the part that the name of a box says; None if it names none."""
    parts = name.split("/")
    if len(parts) not in (2, 3) or not all(parts):
        return None
    area, room = parts[1][:3], parts[0]
    if area not in AREAS:
        return None
    is_whole = area not in PLACE_AREAS or room == WHOLE
    plain = re.sub("%([0-9A-F]{2})", lambda code: chr(int(code.group(1), 16)), room)
    return (parts[1], None if is_whole else plain), parts[2] if len(parts) == 3 else ""
