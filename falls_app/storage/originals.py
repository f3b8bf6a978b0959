"""Photos as they came, for who asked to keep them: a file beside the picture made from each.

The file says which picture it belongs to, and the SHA-256 of the photo, before the photo itself.
So it names nobody, it can be told whether the disk has changed it, and no program that looks for
pictures shows it: a photo as it came may tell where it was taken.
"""

from hashlib import sha256

from falls_app.storage.trouble import DAMAGED_PHOTO, StoreError

_MARK = b"SteadyHome photo as it came\n"
_SIZE = 32
_HEAD = len(_MARK) + 2 * _SIZE


def packed(picture: str, data: bytes) -> bytes:
    """Return the file of a photo as it came; ``picture`` is the SHA-256 of the one made from it."""
    return _MARK + bytes.fromhex(picture) + sha256(data).digest() + data


def is_original(file: bytes) -> bool:
    """Return whether this is the file of a photo as it came."""
    return file.startswith(_MARK)


def unpacked(file: bytes) -> tuple[str, bytes]:
    """Return the SHA-256 of the picture it belongs to, and the photo. StoreError if damaged."""
    picture, digest, data = (
        file[len(_MARK) : _HEAD - _SIZE],
        file[_HEAD - _SIZE : _HEAD],
        file[_HEAD:],
    )
    if not is_original(file) or sha256(data).digest() != digest:
        raise StoreError(*DAMAGED_PHOTO)
    return picture.hex(), data


def ending_of(data: bytes) -> str:
    """Return how the name of a file with this photo ends: ".jpg", "" if that is not known."""
    kinds = {
        b"\xff\xd8\xff": ".jpg", b"\x89PNG": ".png", b"GIF8": ".gif", b"BM": ".bmp",
        b"II*\0": ".tif", b"MM\0*": ".tif",
    }  # fmt: skip
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    if data[4:8] == b"ftyp":
        return ".heic"
    return next((ending for start, ending in kinds.items() if data.startswith(start)), "")
