"""Where the things of a store lie in its folder."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

DATABASE = "cases.sqlite3"
NEXT = "cases.next.sqlite3"
"""A whole, checked database that takes the place of ``DATABASE`` before the store is opened."""
LOCK = "lock"
BOOKMARK = "open"
"""There while the window is open: see ``bookmark``."""
FORWARD = "come-forward"
"""There for a moment, when a second start asks for the window that is open."""
CHANGING = "changing-lock"
"""There while a store is being locked, or its lock taken off: see ``locking``."""
ASK = "ask-passphrase"
"""There while a store that opens by itself is locked: the next start asks for the passphrase."""
PHOTOS = "photos"
BACKUPS = "backups"
KEPT = "kept"
"""What a restored backup took the place of. Nothing in it is ever removed by itself."""

ENDING = ".keys"
"""How the name of a key file ends: see ``keys``."""

_SHA256_LENGTH = 64


def keys_beside(database: Path) -> Path:
    """Return where the key file of a database lies, if it is locked."""
    return database.with_name(f"{database.name}{ENDING}")


PLAIN, ORIGINAL, SEALED = ".jpg", ".original", ".sealed"
"""How the names of photos end: as they are, as they came, and locked with the key of their case."""
CLEAR = (PLAIN, ORIGINAL)
"""The endings of photos that no key locks."""


def photos_in(folder: Path) -> Iterator[Path]:
    """Yield the photos below a folder of photos, in order: also locked ones, also as they came.

    Not the copies in which something is hidden: they are made again when they are shown.
    """
    for photo in sorted(folder.glob("*/*")):
        is_photo = photo.suffix in (*CLEAR, SEALED) and len(photo.stem) == _SHA256_LENGTH
        if is_photo and photo.is_file():
            yield photo


def is_sound_photo(photo: Path) -> bool:
    """Return whether a photo has the content that its name was made from."""
    digest = sha256()
    with photo.open("rb") as content:
        while block := content.read(1 << 20):
            digest.update(block)
    return digest.hexdigest() == photo.stem
