"""Pictures that are none, or far more than they look like."""

import io
import random
import struct
import zlib
from collections.abc import Callable

from PIL import Image

Kind = Callable[[random.Random, bytes], bytes]


def _as(kind: str, size: tuple[int, int] = (80, 60), mode: str = "RGB", **more: object) -> bytes:
    data = io.BytesIO()
    Image.new(mode, size, 1 if mode in ("1", "L", "P") else None).save(data, kind, **more)
    return data.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def svg(choices: random.Random, photo: bytes) -> bytes:
    return choices.choice([
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg>&b;</svg>',
        b'<svg><image href="http://a.example/x.png"/></svg>',
    ])  # fmt: skip


def other_kind(choices: random.Random, photo: bytes) -> bytes:
    kind = choices.choice(["PNG", "GIF", "BMP", "TIFF", "WEBP", "ICO", "PPM", "TGA", "PCX", "EPS"])
    return _as(kind)


def other_program(choices: random.Random, photo: bytes) -> bytes:
    return choices.choice([
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file\n",
        b"#!/bin/sh\ntouch /tmp/evil\n", b"MZ\x90\0", b"%PDF-1.7\n", b"\x7fELF", b"GIF89a<html>",
        b"\0\0\0\x18ftypheic" + bytes(200), b"RIFF\xff\xff\xff\xffWEBPVP8 ", b"\0" * 4096,
    ])  # fmt: skip


def wide(choices: random.Random, photo: bytes) -> bytes:
    """A picture whose head says that it is enormous."""
    width, height = choices.choice([(65_535, 65_535), (30_000, 30_000), (2**31 - 1, 2**31 - 1)])
    head = struct.pack(">IIBBBBB", width, height, choices.choice([1, 8, 16]), 0, 0, 0, 0)
    body = _chunk(b"IDAT", zlib.compress(bytes(1 << 20)))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + body + _chunk(b"IEND", b"")


def wide_photo(choices: random.Random, photo: bytes) -> bytes:
    data = bytearray(photo)
    at = next(i for i in range(len(data)) if data[i] == 0xFF and data[i + 1] in (0xC0, 0xC2))
    sides = choices.choice([(65_500, 65_500), (0, 0), (1, 65_535), (20_000, 20_000), (0, 40)])
    data[at + 5 : at + 9] = struct.pack(">HH", *sides)
    return bytes(data)


def wide_and_packed(choices: random.Random, photo: bytes) -> bytes:
    """A real picture of very many dots, in few bytes."""
    side = choices.choice([3_900, 4_900, 6_000, 12_000])
    mode, kind = choices.choice([("1", "PNG"), ("L", "PNG"), ("P", "GIF"), ("1", "TIFF")])
    return _as(kind, (side, side), mode)


def long_text(choices: random.Random, photo: bytes) -> bytes:
    """A PNG with a packed text of very many letters, and a packed color profile."""
    bomb = zlib.compress(b"a" * (80 << 20), 9)
    name = choices.choice([b"zTXt", b"iCCP", b"iTXt"])
    start = b"a\0\0" if name != b"iTXt" else b"a\0\x01\0\0\0"
    data = _as("PNG")
    return data[:33] + _chunk(name, start + bomb) + data[33:]


def many_scans(choices: random.Random, photo: bytes) -> bytes:
    data = _as("JPEG", (1_900, 1_900), progressive=True)
    scan = data.rindex(b"\xff\xda")
    return data[:-2] + data[scan:-2] * choices.choice([50, 5_000]) + data[-2:]


def many_frames(choices: random.Random, photo: bytes) -> bytes:
    frames = [Image.new("P", (200, 200), number % 250) for number in range(300)]
    data = io.BytesIO()
    frames[0].save(data, "GIF", save_all=True, append_images=frames[1:])
    return data.getvalue()


def with_place(choices: random.Random, photo: bytes) -> bytes:
    """A good photo that tells where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "A phone"
    exif.get_ifd(0x8825)[1] = "N"
    return _as("JPEG", exif=exif)


def more_behind(choices: random.Random, photo: bytes) -> bytes:
    return photo + choices.choice([b"PK\x03\x04", b"<?php", choices.randbytes(100_000)])


def hollow(choices: random.Random, photo: bytes) -> bytes:
    return choices.choice([b"", b"\xff\xd8", b"\xff\xd8\xff\xd9", b"\xff\xd8" + b"\xff" * 100_000])


def cut_photo(choices: random.Random, photo: bytes) -> bytes:
    return photo[: choices.randrange(len(photo))]


def bits_in_photo(choices: random.Random, photo: bytes) -> bytes:
    data = bytearray(photo)
    for _bit in range(choices.randint(1, 60)):
        data[choices.randrange(700)] = choices.randrange(256)
    return bytes(data)


KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        svg, other_kind, other_program, wide, wide_photo, wide_and_packed, long_text, many_scans,
        many_frames, with_place, more_behind, hollow, cut_photo, bits_in_photo,
    )
}  # fmt: skip
