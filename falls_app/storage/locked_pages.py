"""The pages of a locked database: what lies on the disk, made readable page by page.

SQLCipher refuses a page whose code is wrong. For a repair it is read all the same: a changed bit
spoils two blocks of 16 bytes, and the digests tell which rows those were in.
Source: "SQLCipher Design", zetetic.net/sqlcipher/design: AES-256-CBC, the vector of each page and
its code at its end, a random salt in place of the first 16 bytes of the file.
"""

from collections.abc import Callable

RESERVED = 80
"""Bytes at the end of each page: 16 of its vector, 64 of its code."""
SIZE = 4096
"""Of a page, in bytes: SQLCipher's own choice. The head of the file does not tell."""

_VECTOR = 16
_HEAD = b"SQLite format 3\0"

ReadPage = Callable[[int, bytes], bytes]


def reading_with(secret: bytes) -> ReadPage:
    """Return what makes a page of this number readable; one that was cut gives nothing.

    ``secret`` is that of the key of the store.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES256
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    cipher = AES256(secret)

    def readable(number: int, page: bytes) -> bytes:
        if len(page) < SIZE:
            return b""
        start, end = len(_HEAD) if number == 1 else 0, SIZE - RESERVED
        reading = Cipher(cipher, CBC(page[end : end + _VECTOR])).decryptor()
        return (_HEAD if start else b"") + reading.update(page[start:end]) + page[end:]

    return readable
