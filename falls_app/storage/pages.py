"""The pages of a store's file as they lie on the disk, with those of its side file.

SQLite refuses a broken file as a whole; here each page is looked at by itself.
Source: "Database File Format" and "WAL-mode File Format", sqlite.org/fileformat2.html.
"""

import errno
import os
import struct
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from falls_app.storage.locked_pages import RESERVED, SIZE, reading_with
from falls_app.storage.unlocked import key_of

_USUAL_SIZE = 4096
_SIZES = frozenset(2**power for power in range(9, 17))
_WAL_HEADER, _FRAME_HEADER = 32, 24
_BIG_ENDIAN_SUMS = b"\x37\x7f\x06\x83"
_A_STRETCH = 4096
_ZEROS = bytes(1 << 16)


class Pages:
    """All pages of a file, numbered from 1; the latest one where the side file has it too."""

    def __init__(self, file: Path, *, as_sqlite_reads: bool = False) -> None:
        """Open the file and its side file; close them by leaving the ``with`` block.

        SQLite reads the side file until the first broken page; else those after it count too.
        Raises PassphraseNeeded if the file is locked.
        """
        with ExitStack() as opened:
            self._file = opened.enter_context(file.open("rb"))
            side = file.with_name(f"{file.name}-wal")
            self._side = opened.enter_context(side.open("rb")) if side.is_file() else None
            key = key_of(file)
            self._readable = None if key is None else reading_with(key.secret)
            self.size = _page_size(self._file) if key is None else SIZE
            self.usable = self.size if key is None else self.size - RESERVED
            frames = list(_frames(self._side, self.size)) if self._side else []
            self.is_in_line = all(frame.is_in_line for frame in frames)
            """True if SQLite reads all of the side file, too."""
            if as_sqlite_reads:
                frames = list(takewhile(lambda frame: frame.is_in_line, frames))
            self._newer = dict(_committed(frames))
            self._length = file.stat().st_size
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._opened.close()

    @property
    def newer(self) -> Mapping[int, int]:
        """Where the pages lie that are in the side file, by their number."""
        return self._newer

    @property
    def count(self) -> int:
        """How many pages there are; the last may be cut."""
        return max(-(-self._length // self.size), max(self._newer, default=0))

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of all pages, without those that are holes in the file."""
        yield from sorted(self._newer)
        number, last = 1, -(-self._length // self.size)
        while number <= last:
            if number % _A_STRETCH == 1:
                number = self._next_written(number)
            if number not in self._newer:
                yield number
            number += 1

    def _next_written(self, number: int) -> int:
        place = (number - 1) * self.size
        try:
            place = os.lseek(self._file.fileno(), place, os.SEEK_DATA)
        except AttributeError:  # this system does not tell
            return number
        except OSError as error:
            # Nothing but a hole until the end.
            return self._length // self.size + 1 if error.errno == errno.ENXIO else number
        return place // self.size + 1

    def page(self, number: int) -> bytes:
        """Return a page; shorter if the file is cut there, empty if there is none."""
        if number < 1:
            return b""
        file, place = self._file, (number - 1) * self.size
        if self._side is not None and number in self._newer:
            file, place = self._side, self._newer[number]
        file.seek(place)
        page = file.read(self.size)
        return page if self._readable is None else self._readable(number, page)

    def free(self) -> set[int]:
        """Return the numbers of the pages that are not in use: what they say was deleted."""
        found: set[int] = set()
        head = self.page(1)
        trunk = int.from_bytes(head[32:36], "big")
        while trunk and trunk not in found:
            page = self.page(trunk)
            following, leaves = _trunk(page, self.count)
            if following is None:
                break
            found |= {trunk, *leaves}
            trunk = following
        return found


def _trunk(page: bytes, count: int) -> tuple[int | None, tuple[int, ...]]:
    """Return the next list of free pages and those in this one; None if this is no such list."""
    if len(page) < 8:
        return None, ()
    following, length = struct.unpack_from(">II", page)
    if following > count or length > len(page) // 4 - 2:
        return None, ()
    leaves = struct.unpack_from(f">{length}I", page, 8)
    return (following, leaves) if all(0 < leaf <= count for leaf in leaves) else (None, ())


def _page_size(file: BinaryIO) -> int:
    head = file.read(18)
    size = int.from_bytes(head[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size in _SIZES else _USUAL_SIZE


@dataclass(frozen=True, slots=True)
class _Frame:
    """A page in the side file: its number, where it lies, and whether a change ends with it.

    ``is_in_line`` is False from the first broken frame on: SQLite reads no further.
    """

    number: int
    place: int
    is_last: bool
    is_in_line: bool


def _committed(frames: Iterable[_Frame]) -> Iterator[tuple[int, int]]:
    """Yield page numbers and places, the older before the newer, of changes that were finished."""
    unfinished: list[tuple[int, int]] = []
    for frame in frames:
        if frame.number:
            unfinished.append((frame.number, frame.place))
        if frame.is_last:
            yield from unfinished
            unfinished.clear()


def _frames(side: BinaryIO, size: int) -> Iterator[_Frame]:
    """Yield the frames of the side file that belong together; number 0: it is broken.

    The sum of each goes on from that of the frame before, so the next one can be told again.
    """
    header = side.read(_WAL_HEADER)
    order = ">" if header[:4] == _BIG_ENDIAN_SUMS else "<"
    sums = _two(header, 24) if len(header) == _WAL_HEADER else (0, 0)
    is_in_line = len(header) == _WAL_HEADER and _sums(order, header[:24], (0, 0)) == sums
    salts = header[16:24] if is_in_line else _likely_salts(side, size)
    place, end = _WAL_HEADER, _end(side)
    side.seek(place)
    while place < end and len(frame := side.read(_FRAME_HEADER + size)) == _FRAME_HEADER + size:
        is_sound = False
        if frame[8:16] == salts:
            expected = _sums(order, frame[_FRAME_HEADER:], _sums(order, frame[:8], sums))
            is_sound = expected == _two(frame, 16) and frame[:4] != bytes(4)
        number, length = _two(frame, 0) if frame[8:16] == salts else (0, 0)
        sums = _two(frame, 16)
        is_in_line = is_in_line and is_sound
        yield _Frame(number if is_sound else 0, place + _FRAME_HEADER, length > 0, is_in_line)
        place += _FRAME_HEADER + size


def _end(side: BinaryIO) -> int:
    """Return where the zeros begin that keep room in the side file for more."""
    place = side.seek(0, os.SEEK_END)
    while place > 0:
        start = max(0, place - len(_ZEROS))
        side.seek(start)
        read = side.read(place - start)
        if read != _ZEROS[: len(read)]:  # far faster than to look for the last one at once
            return start + len(read.rstrip(b"\0"))
        place = start
    return 0


def _likely_salts(side: BinaryIO, size: int) -> bytes:
    """Return what marks the frames that belong together, where the head does not tell it."""
    before, place, end = b"", _WAL_HEADER, _end(side)
    while (
        place < end and side.seek(place) and len(frame := side.read(_FRAME_HEADER)) == _FRAME_HEADER
    ):
        if frame[8:16] == before and any(before):
            break
        before, place = frame[8:16], place + _FRAME_HEADER + size
    return before


def _two(data: bytes, place: int) -> tuple[int, int]:
    one, two = struct.unpack_from(">II", data, place)
    return one, two


def _sums(order: str, data: bytes, start: tuple[int, int]) -> tuple[int, int]:
    one, two = start
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
