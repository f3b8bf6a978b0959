"""A file sealed with a passphrase: Argon2id makes the key, AES-256-GCM seals it piece by piece.

Every piece has a nonce of its own, made of the file's, the number of the piece and whether it is
the last one, and all of the header counts as sealed with it: no piece can be changed, exchanged,
left out or added. Pieces are opened when they are read, so that nothing lies in clear on the disk
and a large file needs little memory.
"""

import io
import os
import struct
import unicodedata
from typing import Any, BinaryIO, NamedTuple

from typing_extensions import override

from falls_app.errors import sentences
from falls_app.storage.trouble import StoreError

MAGIC = b"SteadyHomeSealed"
VERSION = 1
PIECE = 1 << 16
"""Bytes sealed at a time."""

MOST_MEMORY_KIB, MOST_PASSES, MOST_LANES = 128 << 10, 12, 8
"""What a file may ask for, so that a hostile one cannot use up the computer."""

WRONG_PASSPHRASE = sentences(
    "This passphrase does not open the file, or the file was changed on its way.",
    "Nothing was changed here. Try the passphrase again, or ask for the file once more.",
)
NEEDS_PASSPHRASE = sentences(
    "This file is locked with a passphrase.",
    "Ask who gave it to you, then open it with the passphrase.",
)
NOT_WHOLE = sentences(
    "This file is not whole, or was changed on its way.",
    "Nothing was changed here. Ask for the file once more.",
)
NEWER_FILE = sentences(
    "This file was made by a newer Steady Home.",
    "Nothing was changed here. Install the newest Steady Home to open it.",
)

_HEADER = struct.Struct(">16sBIII16s7s")
_TAG = 16


class Effort(NamedTuple):
    """How hard it is to try a passphrase: memory in KiB, passes over it, lanes."""

    memory: int = 64 << 10
    passes: int = 3
    lanes: int = 4


EFFORT = Effort()
"""For files made now: a tenth of a second for who knows the passphrase."""


def is_sealed(start: bytes) -> bool:
    """Return whether a file that begins like this is sealed."""
    return start.startswith(MAGIC)


class Sealing(io.RawIOBase):
    """Writes a sealed file. What is written last is sealed when it is closed."""

    def __init__(self, target: BinaryIO, passphrase: str, effort: Effort = EFFORT) -> None:
        """Write to this file, which stays open."""
        salt, self._prefix = os.urandom(16), os.urandom(7)
        self._header = _HEADER.pack(MAGIC, VERSION, *effort, salt, self._prefix)
        self._cipher = _cipher(passphrase, salt, effort)
        self._target, self._waiting, self._number = target, bytearray(), 0
        target.write(self._header)

    @override
    def writable(self) -> bool:
        return True

    @override
    def write(self, data: Any) -> int:
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._seal(PIECE)
        return len(data)

    def _seal(self, size: int, *, last: bool = False) -> None:
        nonce = _nonce(self._prefix, self._number, last=last)
        piece = bytes(self._waiting[:size])
        self._target.write(self._cipher.encrypt(nonce, piece, self._header))
        del self._waiting[:size]
        self._number += 1

    def finish(self) -> None:
        """Seal the rest. Without this the file is never whole."""
        self._seal(len(self._waiting), last=True)


class Sealed(io.RawIOBase):
    """Reads a sealed file, here and there.

    Raises StoreError where the passphrase is another one, or the file was changed.
    """

    def __init__(self, source: BinaryIO, passphrase: str) -> None:
        """Read from this file, which stays open."""
        if not passphrase:
            raise StoreError(*NEEDS_PASSPHRASE)
        self._source, self._at = source, 0
        self._header, effort, salt, self._prefix = _read_header(source)
        whole = source.seek(0, os.SEEK_END) - len(self._header)
        self._last, rest = divmod(whole - 1, PIECE + _TAG)
        if whole <= _TAG or rest < _TAG - 1:
            raise StoreError(*NOT_WHOLE)
        self._size = whole - (self._last + 1) * _TAG
        self._cipher = _cipher(passphrase, salt, effort)
        self._open = (-1, b"")
        self._piece(self._last, WRONG_PASSPHRASE)

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    @override
    def readinto(self, buffer: Any) -> int:
        number, start = divmod(self._at, PIECE)
        if self._at >= self._size:
            return 0
        found = self._piece(number)[start : start + len(buffer)]
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)

    def _piece(self, number: int, refused: tuple[str, str] = NOT_WHOLE) -> bytes:
        from cryptography.exceptions import InvalidTag

        if self._open[0] != number:
            self._source.seek(len(self._header) + number * (PIECE + _TAG))
            sealed = self._source.read(PIECE + _TAG)
            nonce = _nonce(self._prefix, number, last=number == self._last)
            try:
                self._open = (number, self._cipher.decrypt(nonce, sealed, self._header))
            except InvalidTag as error:
                raise StoreError(*refused) from error
        return self._open[1]


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + struct.pack(">IB", number, last)


def _read_header(source: BinaryIO) -> tuple[bytes, Effort, bytes, bytes]:
    source.seek(0)
    header = source.read(_HEADER.size)
    if len(header) < _HEADER.size:
        raise StoreError(*NOT_WHOLE)
    _magic, version, memory, passes, lanes, salt, prefix = _HEADER.unpack(header)
    if version > VERSION:
        raise StoreError(*NEWER_FILE)
    fits = (
        0 < lanes <= MOST_LANES
        and 8 * lanes <= memory <= MOST_MEMORY_KIB
        and 0 < passes <= MOST_PASSES
    )
    if version < VERSION or not fits:
        raise StoreError(*NOT_WHOLE)
    return header, Effort(memory, passes, lanes), salt, prefix


def _cipher(passphrase: str, salt: bytes, effort: Effort) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # Two keyboards may write the same letter in two ways.
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    made = Argon2id(
        salt=salt,
        length=32,
        iterations=effort.passes,
        lanes=effort.lanes,
        memory_cost=effort.memory,
    )
    return AESGCM(made.derive(text))
