"""Locked files that were tampered with, and files that are no files."""

import os
import random
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from falls_app.storage.sealing import MAGIC, PIECE, Effort, Sealing

PASSPHRASE = "open sesame"
HEADER = 16 + 1 + 3 * 4 + 16 + 7

Kind = Callable[[random.Random, bytes, Path], None]
"""Writes the file; it is given what is in a good bundle that is not locked."""


def sealed(data: bytes, passphrase: str = PASSPHRASE) -> bytes:
    """Return this data as a locked file; made with little effort: the test makes hundreds."""
    target = BytesIO()
    sealing = Sealing(target, passphrase, Effort(1 << 10, 1, 1))
    sealing.write(data)
    sealing.finish()
    return target.getvalue()


def other_passphrase(choices: random.Random, good: bytes, file: Path) -> None:
    file.write_bytes(sealed(good, choices.choice(["", "other", "open sesame ", "x" * 5000])))


def greedy(choices: random.Random, good: bytes, file: Path) -> None:
    """A header that asks for all the memory or for years."""
    asked = choices.choice([(2**32 - 1, 1, 1), (64, 2**32 - 1, 1), (1 << 22, 3, 4), (8, 1, 2**24),
                            (0, 0, 0), (8, 1, 0), (7, 1, 1), (1 << 17, 12, 8)])  # fmt: skip
    data = sealed(good)
    file.write_bytes(data[:17] + struct.pack(">III", *asked) + data[29:])


def newer_lock(choices: random.Random, good: bytes, file: Path) -> None:
    data = sealed(good)
    file.write_bytes(data[:16] + bytes([choices.choice([0, 2, 255])]) + data[17:])


def locked_bits(choices: random.Random, good: bytes, file: Path) -> None:
    data = bytearray(sealed(good))
    for _bit in range(choices.randint(1, 5)):
        data[choices.randrange(16, len(data))] ^= 1 << choices.randrange(8)
    file.write_bytes(data)


def locked_cut(choices: random.Random, good: bytes, file: Path) -> None:
    data = sealed(good)
    piece = HEADER + (PIECE + 16) * choices.randint(0, 3)
    file.write_bytes(data[: choices.choice([piece, choices.randrange(len(data)), 16, 40])])


def exchanged_pieces(choices: random.Random, good: bytes, file: Path) -> None:
    data, size = sealed(good), PIECE + 16
    one, two = HEADER, HEADER + size
    file.write_bytes(data[:one] + data[two : two + size] + data[one:two] + data[two + size :])


def locked_noise(choices: random.Random, good: bytes, file: Path) -> None:
    file.write_bytes(sealed(choices.choice([b"", b"PK", choices.randbytes(200_000)])))


def only_a_head(choices: random.Random, good: bytes, file: Path) -> None:
    file.write_bytes(MAGIC + choices.randbytes(choices.randint(0, 80)))


def other_file(choices: random.Random, good: bytes, file: Path) -> None:
    starts = [b"", b"%PDF-1.7", b"SQLite format 3\0", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a",
              b"Rar!\x1a\7", b"\x1f\x8b\x08", b"7z\xbc\xaf", b"\xef\xbb\xbf", b"<xml/>", b"[]", b'"a"',
              b"null", b"{}", b"  {", b"\0" * 99]  # fmt: skip
    file.write_bytes(choices.choice(starts) + choices.randbytes(choices.choice([0, 0, 5_000])))


def no_file(choices: random.Random, good: bytes, file: Path) -> None:
    """A folder, a pipe, a link to a device or to nothing: nothing to wait for."""
    kind = choices.choice(["folder", "pipe", "zero", "nothing", "loop", "passwd"])
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        to = {"zero": "/dev/zero", "nothing": "gone", "loop": file.name, "passwd": "/etc/passwd"}
        file.symlink_to(to[kind])


def endless(choices: random.Random, good: bytes, file: Path) -> None:
    """A file of many gigabytes of nothing."""
    start = choices.choice([b"", b"{", b"PK\x03\x04", MAGIC + b"\1" + bytes(40), good])
    with file.open("wb") as opened:
        opened.write(start)
        opened.truncate(choices.choice([100 << 20, 511 << 20, 3 << 30, 1 << 40]))


KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        other_passphrase, greedy, newer_lock, locked_bits, locked_cut, exchanged_pieces,
        locked_noise, only_a_head, other_file, no_file, endless,
    )
}  # fmt: skip
