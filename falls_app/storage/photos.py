"""The pictures of photos: upright, without the place they were taken at, one file each.

A file is named by the SHA-256 of what is in it and lies in the folder of its case. It is whole and
on the disk before anything refers to it. Nothing here knows the database or the window, so that a
photo can be taken in by a thread.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from falls_app.domain.evidence import Mark, MarkKind, Photo, PhotoFile
from falls_app.errors import UserError, sentences
from falls_app.storage import originals
from falls_app.storage.case_keys import CaseKeys
from falls_app.storage.durable import PART, sync_folder
from falls_app.storage.jpeg import LONGEST_SIDE, is_one_scan, size_of
from falls_app.storage.layout import BACKUPS, ORIGINAL, PHOTOS, PLAIN
from falls_app.storage.sealed_photo import SealedPhoto
from falls_app.storage.trouble import GONE, StoreError

LARGEST_FILE = 40 * 1024 * 1024
MOST_PIXELS = 120_000_000
MOST_PIXELS_AT_ONCE = 25_000_000
"""The same for pictures that are in memory as a whole while they are read: below 300 MB."""
MOST_PIXELS_WITH_CLEAR_PARTS = 16_000_000
MOST_PIXELS_OF_HEIC = 50_000_000
MOST_SCANS = 100
"""A photo is packed in about ten goes, and so is a small one inside it; thousands take for ever."""
QUALITY = 85
COARSE = 24
"""A blurred part is made of so many squares along its longer side: no face is left in them."""

KINDS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "HEIF")

TOO_LARGE = sentences(
    "This file is larger than 40 MB.",
    "Send the photo in a smaller size, or take it again with a smaller one.",
)
TOO_WIDE = sentences(
    "This picture has more dots than a phone’s photo.",
    "Send the photo in a smaller size, or take it again with a smaller one.",
)
NO_PHOTO = sentences(
    "This file is no photo that can be opened.",
    "Choose a photo that ends in .jpg or .png.",
)
NO_HEIC = sentences(
    "This photo is in the HEIC format, which this computer cannot open.",
    "On the phone, save or send the photo as JPEG, then add it again.",
)
BROKEN = sentences(
    "This photo is not whole, so it was not added.",
    "Copy it from the phone or camera again.",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture that is kept: the name of its file and its size in pixels, upright."""

    sha256: str
    width: int
    height: int


class PhotoFolder:
    """The pictures of all cases, below one folder; each locked with the key of its case, or not."""

    def __init__(self, folder: Path, keys: CaseKeys | None = None) -> None:
        """Use this folder; it is made when the first photo comes. ``keys`` None: not locked."""
        self._folder, self._keys = folder, keys

    def file(self, case_id: str, sha256: str) -> Path:
        """Return where a picture of a case lies, or would lie."""
        name = f"{sha256}{PLAIN}" if self._keys is None else self._keys.of(case_id).name(sha256)
        return self._folder / case_id / name

    def picture(self, case_id: str, sha256: str) -> PhotoFile | None:
        """Return what gives the bytes of a picture; None if it is not there."""
        file = self.file(case_id, sha256)
        if not file.is_file():
            return None
        return file if self._keys is None else SealedPhoto(file, self._keys.of(case_id))

    def keep(
        self, case_id: str, source: Path | bytes, *, with_original: bool = False
    ) -> Kept:  # fmt: skip
        """Keep the picture in a file, or in the bytes of one, and return what it is called.

        It is turned upright, at most 2,000 pixels long, and made anew from its pixels: place,
        time, device and whatever else was in the file stay behind, unless the photo as it came is
        kept too (``with_original``). UserError if it cannot be read, OSError if it cannot be
        written.
        """
        data = remade(source)
        sha256 = hashlib.sha256(data).hexdigest()
        self.put(case_id, sha256, data)
        if with_original:
            came = source if isinstance(source, bytes) else source.read_bytes()
            self.put_original(case_id, sha256, came)
        return Kept(sha256, *size_of(data))

    def keep_plain(self, case_id: str, data: bytes) -> Path | None:
        """Keep a picture that is made as ours are already, as ``jpeg.is_plain`` tells.

        Return its file, None if it was there before.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        file = self.file(case_id, sha256)
        was_there = file.is_file()
        self.put(case_id, sha256, data)
        return None if was_there else file

    def data(self, case_id: str, sha256: str) -> bytes | None:
        """Return a picture; None if it is not there."""
        picture = self.picture(case_id, sha256)
        return picture.read_bytes() if picture else None

    def copy(self, case_id: str, source: PhotoFile, sha256: str) -> None:
        """Keep a picture that is made as ours are already, such as one of a sample.

        UserError if its SHA-256 is another.
        """
        data = source.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise UserError(*BROKEN)
        self.put(case_id, sha256, data)

    def shown(self, case_id: str, photo: Photo) -> PhotoFile | None:
        """Return the picture to show: what is blurred is made coarse. None if it is not there.

        Its bytes are those of a JPEG. A photo of a locked store is never in a clear file.
        """
        picture = self.picture(case_id, photo.sha256)
        hidden = tuple(mark for mark in photo.marks if mark.kind is MarkKind.BLUR)
        if picture is None or not hidden:
            return picture
        name = _coarse_name(photo.sha256, hidden)
        made = self.picture(case_id, name)
        if made is None:
            self.put(case_id, name, _coarse(picture.read_bytes(), hidden))
        return made or self.picture(case_id, name)

    def put(self, case_id: str, stem: str, data: bytes) -> None:
        """Have a picture under this name, whole and on the disk, or not at all.

        For pictures that are made as ours are; ``stem`` is the SHA-256 of the data, or begins so.
        """
        target = self.file(case_id, stem)
        if self._keys is None:
            _write(target, data, is_there=target.is_file() and target.read_bytes() == data)
            return
        there = SealedPhoto(target, self._keys.of(case_id))
        sealed = there.key.seal(data, target.name)
        _write(target, sealed, is_there=target.is_file() and there.holds(data))

    # ------------------------------------------------------------------ as they came

    def original_file(self, case_id: str, sha256: str) -> Path:
        """Return where the photo lies, or would lie, from which a picture was made."""
        if self._keys is None:
            return self._folder / case_id / f"{sha256}{ORIGINAL}"
        return self._folder / case_id / self._keys.of(case_id).original_name(sha256)

    def has_original(self, case_id: str, sha256: str) -> bool:
        """Return whether the photo is kept from which a picture was made."""
        return self.original_file(case_id, sha256).is_file()

    def put_original(self, case_id: str, sha256: str, data: bytes) -> None:
        """Keep a photo as it came beside the picture that was made from it; the first one stays."""
        target = self.original_file(case_id, sha256)
        file = originals.packed(sha256, data)
        if self._keys is not None:
            file = self._keys.of(case_id).seal(file, target.name)
        _write(target, file, is_there=target.is_file())

    def original(self, case_id: str, sha256: str) -> bytes | None:
        """Return the photo as it came; None if it is not kept. StoreError if it is damaged."""
        file = self.original_file(case_id, sha256)
        if not file.is_file():
            return None
        kept = file if self._keys is None else SealedPhoto(file, self._keys.of(case_id))
        return originals.unpacked(kept.read_bytes())[1]

    def remove_original(self, case_id: str, sha256: str) -> None:
        """Remove a photo as it came, here and from the backups. Its picture stays."""
        here = self.original_file(case_id, sha256)
        backups = self._folder.parent / BACKUPS / PHOTOS / case_id
        # A backup may be from before the store was locked.
        for file in (here, backups / here.name, backups / f"{sha256}{ORIGINAL}"):
            if file.is_file():
                file.unlink()
                sync_folder(file.parent)

    def remove(self, case_id: str) -> None:
        """Remove all pictures of a case."""
        folder = self._folder / case_id
        if not folder.is_dir():
            return
        for file in folder.iterdir():
            file.unlink(missing_ok=True)
        folder.rmdir()


@dataclass(frozen=True, slots=True)
class CasePhotos:
    """Gives the picture to show for a photo of one case, None if it is not there.

    It can be asked beside the window, and after another case was opened.
    """

    folder: PhotoFolder
    case_id: str

    def __call__(self, photo: Photo) -> PhotoFile | None:
        """Return the picture of this photo."""
        return self.folder.shown(self.case_id, photo)


def remade(source: Path | bytes) -> bytes:
    """Return a picture made anew from its pixels: upright, small enough, a plain JPEG.

    UserError if it cannot be read.
    """
    with contextlib.closing(_opened(source)) as picture:
        try:
            upright = _upright(picture)
            picture.close()  # before more of that size is needed
            return _as_jpeg(upright)
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            raise UserError(*BROKEN) from error


def _image() -> Any:
    """Return Pillow, loaded when the first photo comes; HEIC too where its helper is installed."""
    from PIL import Image

    # Pillow would only warn, on the screen, of one that is a little too large: we refuse it.
    Image.MAX_IMAGE_PIXELS = None
    with contextlib.suppress(ImportError):
        from pillow_heif import register_heif_opener

        register_heif_opener()
    return Image


def _opened(source: Path | bytes) -> Any:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > LARGEST_FILE:
        raise UserError(*TOO_LARGE)
    data = source if isinstance(source, bytes) else source.read_bytes()
    start = data[:32]
    # Counting takes a while, so it is done only where it matters.
    counts = start.startswith(b"\xff\xd8") and not is_one_scan(data)
    if counts and data.count(b"\xff\xda") > MOST_SCANS:
        raise UserError(*BROKEN)
    image = _image()
    try:
        return image.open(BytesIO(data), formats=KINDS)
    except (OSError, ValueError, SyntaxError, KeyError, image.DecompressionBombError) as error:
        raise UserError(*(NO_HEIC if _is_heic(start) else NO_PHOTO)) from error


def _is_heic(start: bytes) -> bool:
    return start[4:8] == b"ftyp" and start[8:12] in (b"heic", b"heix", b"mif1", b"hevc", b"msf1")


def _upright(picture: Any) -> Any:
    """Return the picture turned as it was held, small enough, in red, green and blue."""
    from PIL import ImageOps

    if picture.width * picture.height > _most_pixels(picture):
        raise UserError(*TOO_WIDE)
    share = min(1.0, LONGEST_SIDE / max(picture.size))
    # In the photo's own shape the decoder itself makes it smaller: eight times as quick.
    wide, high = (max(1, round(side * share)) for side in picture.size)
    picture.draft("RGB", (wide, high))
    if picture.mode in ("P", "PA"):
        picture = picture.convert("RGBA")
    # Small first: every other step makes a copy.
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    turned = ImageOps.exif_transpose(picture)
    if turned.mode in ("RGBA", "LA"):
        turned = _on_white(turned.convert("RGBA"))
    return turned if turned.mode == "RGB" else turned.convert("RGB")


def _most_pixels(picture: Any) -> int:
    """Return how many pixels such a picture may have to fit in the memory that one may take."""
    if picture.format == "JPEG" and "progressive" not in picture.info:
        return MOST_PIXELS
    if picture.format == "HEIF":
        return MOST_PIXELS_OF_HEIC
    has_clear_parts = picture.format == "WEBP" or picture.mode in ("RGBA", "LA", "P", "PA")
    return MOST_PIXELS_WITH_CLEAR_PARTS if has_clear_parts else MOST_PIXELS_AT_ONCE


def _on_white(picture: Any) -> Any:
    paper = _image().new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    return paper


def _as_jpeg(picture: Any) -> bytes:
    plain = _image().new("RGB", picture.size)
    plain.paste(picture)
    data = BytesIO()
    plain.save(data, "JPEG", quality=QUALITY)
    return data.getvalue()


def _coarse_name(sha256: str, hidden: tuple[Mark, ...]) -> str:
    corners = repr([(mark.start, mark.end) for mark in hidden])
    return f"{sha256}-{hashlib.sha256(corners.encode()).hexdigest()[:16]}"


def _coarse(data: bytes, hidden: tuple[Mark, ...]) -> bytes:
    """Return a copy of a picture in which these parts are a few large squares."""
    with _image().open(BytesIO(data)) as opened:
        picture = opened.convert("RGB")
    for mark in hidden:
        _make_coarse(picture, mark)
    return _as_jpeg(picture)


def _make_coarse(picture: Any, mark: Mark) -> None:
    across, down = zip(mark.start, mark.end, strict=True)
    left, right = (round(share * picture.width) for share in sorted(across))
    top, bottom = (round(share * picture.height) for share in sorted(down))
    if right <= left or bottom <= top:
        return
    part = picture.crop((left, top, right, bottom))
    side = max(1, max(part.size) // COARSE, max(picture.size) // 40)
    small = part.resize((max(1, part.width // side), max(1, part.height // side)), 4)
    picture.paste(small.resize(part.size, 0), (left, top))


def _write(target: Path, data: bytes, *, is_there: bool) -> None:
    """Have a file that is whole and on the disk, or not there. For its owner only.

    Its name is waited for even if the file is there already: whoever wrote it may have been
    stopped, or have met a failing disk, before the name was safe.
    """
    if not target.parent.parent.parent.is_dir():
        # Made anew it would lie where no drive is, and be covered when the drive is back.
        raise StoreError(*GONE)
    for folder in (target.parent.parent, target.parent):
        folder.mkdir(mode=0o700, exist_ok=True)
    if not is_there:
        _write_new(target, data)
    for folder in (target.parent, target.parent.parent, target.parent.parent.parent):
        sync_folder(folder)


def _write_new(target: Path, data: bytes) -> None:
    # In the folder of the store: what a stopped program leaves there goes at the next start.
    beside = target.parents[2] / f"{target.name}{PART}"
    with _removed_on_error(beside):
        opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)


@contextmanager
def _removed_on_error(file: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
        raise
