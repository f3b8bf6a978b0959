"""Whether a picture is one as we keep them: a plain JPEG, upright, with nothing but its pixels.

Source: JPEG, ITU-T T.81, annex B.
"""

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from itertools import islice

LONGEST_SIDE = 2000
"""Pixels of a kept photo's longer side: enough for half a printed page."""

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = frozenset({0xC0, 0xC2})
"""Baseline and progressive."""
_MOST_SCANS, _MOST_SEGMENTS = 16, 100
"""A progressive picture is packed in about ten goes; one of thousands would take for ever."""
_JFIF = 0xE0
_PLAIN = frozenset({_JFIF, 0xDB, 0xC4, 0xDD, _SCAN, *_FRAMES})
"""Segments that say how the pixels are packed, and nothing about where or by what."""
_IN_ONE_GO = frozenset({0xC0, 0xC1})
"""Baseline and extended: frames whose pixels can all be packed in the first scan."""
_IN_FRONT = frozenset({*range(0xE0, 0xF0), 0xFE, 0xDB, 0xC4, 0xDD})
"""Segments that may stand before the frame and the first scan: notes and tables."""
_MARK = re.compile(rb"\xff[^\x00\xd0-\xd7]")


def is_plain(data: bytes) -> bool:
    """Return whether these bytes are such a picture, whole, and of a size that we keep."""
    segments = list(islice(_segments(data), _MOST_SEGMENTS + 1))
    kinds = [kind for kind, _body in segments]
    frames = [body for kind, body in segments if kind in _FRAMES]
    notes = [body for kind, body in segments if kind == _JFIF]
    return (
        len(kinds) <= _MOST_SEGMENTS
        and _PLAIN.issuperset(kinds)
        and 1 <= kinds.count(_SCAN) <= _MOST_SCANS
        and len(frames) == 1
        and _fits(frames[0])
        and all(map(_tells_nothing, notes))
        and _opens(data)
    )


def is_one_scan(data: bytes) -> bool:
    """Return whether all pixels are packed in the first scan, as a camera does.

    No decoder reads on behind it: what is there costs no time. Only the head is looked at.
    """
    parts = 0
    for kind, body in _segments(data):
        if kind in _IN_ONE_GO and len(body) > 5 and not parts:
            parts = body[5]
        elif kind == _SCAN:
            return parts > 0 and body[:1] == bytes((parts,))
        elif kind not in _IN_FRONT:
            return False
    return False


def size_of(data: bytes) -> tuple[int, int]:
    """Return the width and height of a plain picture in pixels."""
    frame = next(body for kind, body in _segments(data) if kind in _FRAMES)
    height, width = struct.unpack_from(">HH", frame, 1)
    return width, height


def _fits(frame: bytes) -> bool:
    if len(frame) < 6:
        return False
    sides: tuple[int, ...] = struct.unpack_from(">HH", frame, 1)
    return min(sides) > 0 and max(sides) <= LONGEST_SIDE


def _tells_nothing(jfif: bytes) -> bool:
    """Return whether there is no small picture and no other program's note in the first segment."""
    return len(jfif) == 14 and jfif.startswith(b"JFIF\0") and jfif[12:] == b"\0\0"


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of each segment; kind 0 where something stands that is none."""
    place = 2 if data[:2] == bytes((0xFF, _START)) else len(data)
    while place + 4 <= len(data):
        mark, kind, length = data[place], data[place + 1], int.from_bytes(
            data[place + 2 : place + 4], "big"
        )  # fmt: skip
        if mark != 0xFF or length < 2 or place + 2 + length > len(data):
            break
        yield kind, data[place + 4 : place + 2 + length]
        place += 2 + length
        if kind == _SCAN:
            place = _end_of_scan(data, place)
        if data[place:] == bytes((0xFF, _END)):
            return
    yield 0, b""


def _end_of_scan(data: bytes, place: int) -> int:
    """Return where the packed pixels end: at the first mark that is neither filling nor restart."""
    found = _MARK.search(data, place)
    return found.start() if found else len(data)


def _opens(data: bytes) -> bool:
    """Return whether the pixels are all there; read an eighth as large, which takes less."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=("JPEG",)) as picture:
            picture.draft("RGB", (1, 1))
            picture.load()
            return bool(picture.mode == "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
