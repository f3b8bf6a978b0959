"""The rows on a page of a store's file, each read by itself.

Source: "Database File Format", sections 1.6 and 2, sqlite.org/fileformat2.html.
"""

import struct
from collections.abc import Iterator, Sequence

from falls_app.storage.pages import Pages
from falls_app.storage.reader import Scalar

TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR = 13, 10, 2
TABLE_INTERIOR = 5

LARGEST_ROW = 64 << 20
"""No row of ours is longer, in bytes: a longer one is damage."""

_FILE_HEADER = 100


class BrokenRow(ValueError):  # noqa: N818  # it says what it is: this row is broken
    """These bytes are no row."""


def rows_of_page(pages: Pages, number: int) -> Iterator[tuple[int, list[Scalar]]]:
    """Yield the kind of page and the values of each row on it that is not broken."""
    page = pages.page(number)
    start = _FILE_HEADER if number == 1 else 0
    if len(page) < start + 8:
        return
    kind = page[start]
    if kind in (TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR):
        rows = _rows(pages, page, kind, start)
        yield from ((kind, row) for row in rows if row is not None)
    elif kind != TABLE_INTERIOR and page.strip(b"\0"):
        yield from _guessed(pages, page, start)


def _guessed(pages: Pages, page: bytes, start: int) -> Iterator[tuple[int, list[Scalar]]]:
    """Yield the rows of a page whose first byte is damaged, if it reads as one of the kinds."""
    for kind in (INDEX_LEAF, TABLE_LEAF, INDEX_INTERIOR):
        rows = list(_rows(pages, page, kind, start))
        whole = [row for row in rows if row is not None]
        if rows and len(whole) == len(rows):
            yield from ((kind, row) for row in whole)
            return


def _rows(pages: Pages, page: bytes, kind: int, start: int) -> Iterator[list[Scalar] | None]:
    for place in _places(page, start, kind):
        yield _row(pages, page, kind, place)


def _places(page: bytes, start: int, kind: int) -> Sequence[int]:
    first = start + (12 if kind == INDEX_INTERIOR else 8)
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    count = min(count, (len(page) - first) // 2)
    return struct.unpack_from(f">{count}H", page, first)


def _row(pages: Pages, page: bytes, kind: int, place: int) -> list[Scalar] | None:
    try:
        if kind == INDEX_INTERIOR:
            place += 4
        length, place = _varint(page, place)
        if kind == TABLE_LEAF:
            _rowid, place = _varint(page, place)
        return _values(_payload(pages, page, (place, length), is_table=kind == TABLE_LEAF))
    except (BrokenRow, IndexError, UnicodeDecodeError, struct.error):
        return None


def _payload(pages: Pages, page: bytes, span: tuple[int, int], *, is_table: bool) -> bytes:
    """Return the bytes of a row; what did not fit on the page is on pages that lead on."""
    place, length = span
    if not 0 < length <= LARGEST_ROW:
        raise BrokenRow
    here = _length_here(pages.usable, length, is_table=is_table)
    found = page[place : place + here]
    if here == length:
        return found
    parts, following = [found], int.from_bytes(page[place + here : place + here + 4], "big")
    left, seen = length - here, set[int]()
    while left > 0:
        if not following or following in seen:
            raise BrokenRow
        seen.add(following)
        more = pages.page(following)
        parts.append(more[4 : min(4 + left, pages.usable)])
        if len(parts[-1]) < min(left, pages.usable - 4):
            raise BrokenRow
        left -= len(parts[-1])
        following = int.from_bytes(more[:4], "big")
    return b"".join(parts)


def _length_here(size: int, length: int, *, is_table: bool) -> int:
    most = size - 35 if is_table else (size - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    here = least + (length - least) % (size - 4)
    return here if here <= most else least


def _values(payload: bytes) -> list[Scalar]:
    end, place = _varint(payload, 0)
    if end > len(payload):
        raise BrokenRow
    kinds = []
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values: list[Scalar] = []
    for kind in kinds:
        value, place = _value(payload, kind, place)
        values.append(value)
    if place != len(payload):
        raise BrokenRow
    return values


_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FIXED: dict[int, Scalar] = {0: None, 8: 0, 9: 1}
_FLOAT, _FIRST_BYTES = 7, 12


def _value(payload: bytes, kind: int, place: int) -> tuple[Scalar, int]:
    if kind in _FIXED:
        return _FIXED[kind], place
    if kind in _WHOLE:
        end = place + _WHOLE[kind]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    if kind == _FLOAT:
        return struct.unpack_from(">d", payload, place)[0], place + 8
    if kind < _FIRST_BYTES:
        raise BrokenRow
    end = place + (kind - _FIRST_BYTES) // 2
    if end > len(payload):
        raise BrokenRow
    data = payload[place:end]
    return (data.decode() if kind % 2 else data), end


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for number in range(8):
        byte = data[place + number]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + number + 1
    return value << 8 | data[place + 8], place + 9
