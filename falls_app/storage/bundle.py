"""A home as one file to hand over (``.steadyhome``): its case, its photos, and what it must hold.

It is a zip of ``case.json``, ``photos/<SHA-256>.jpg`` and ``manifest.json``, which says the
SHA-256 of each of them. With a passphrase all of it is sealed: see ``sealing``.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from falls_app.domain.assessment import Assessment, Case
from falls_app.domain.evidence import Photo
from falls_app.errors import UserError, sentences
from falls_app.storage.case_file import LARGEST_CASE, case_form
from falls_app.storage.difference import to_json
from falls_app.storage.durable import PART, move
from falls_app.storage.jpeg import is_plain, size_of
from falls_app.storage.photos import remade
from falls_app.storage.sealing import Sealing
from falls_app.storage.trouble import HANDING_OVER, told

FORMAT, VERSION = "steady-home-bundle", 1
ENDING = ".steadyhome"
MANIFEST, CASE = "manifest.json", "case.json"

LARGEST_PHOTO, MOST_PHOTOS = 4 << 20, 1000
LARGEST_FILE = 512 << 20

TOO_MUCH = sentences(
    "This home is too large for one file.",
    "Your answers are as they were. Take some photos off, then try again.",
)

_REMEMBERED = 20

Pictures = Callable[[Photo], bytes | None]
"""Gives the picture of a photo, None if it is not there."""


@dataclass(frozen=True, slots=True)
class Past:
    """Which values of a case went from hand to hand and are in it, by the hash of their text.

    ``base`` is the text of the one that was here last as it went out or came in, "" if none was,
    and ``walks`` are the ids of its walks, which the text does not say.
    """

    seen: tuple[str, ...] = ()
    base: str = ""
    walks: tuple[str, ...] = ()

    def with_text(self, text: str, walks: tuple[str, ...]) -> "Past":
        """Return the past with one more value; the hashes of the latest twenty are kept."""
        past = self.with_seen((_name(text),))
        return replace(past, base=text, walks=walks)

    def with_seen(self, names: tuple[str, ...]) -> "Past":
        """Return the past of a value in which these are too."""
        others = [each for each in self.seen if each not in names]
        return replace(self, seen=(*others, *names)[-_REMEMBERED:])

    @property
    def base_name(self) -> str:
        """The hash of the text of the base; "" if there is none."""
        return _name(self.base) if self.base else ""


def _name(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def write_bundle(
    case: Case,
    target: Path,
    pictures: Pictures,
    *,
    content: str,
    past: Past = Past(),
    passphrase: str = "",
) -> Past:
    """Write a case to a file and return its past, with this value at the end.

    ``content`` is the version of the texts in use. Raises StoreError if the file cannot be
    written; the one that was there stays then.
    """
    with told(HANDING_OVER), _written(target) as file:
        if not passphrase:
            return _write(file, case, pictures, content, past)
        sealing = Sealing(file, passphrase)
        past = _write(sealing, case, pictures, content, past)  # type: ignore[arg-type]
        sealing.finish()
    return past


def write_text(text: str, target: Path) -> None:
    """Write a text to a file to hand over. Raises StoreError if it cannot be written."""
    with told(HANDING_OVER), _written(target) as file:
        file.write(text.encode("utf-8"))


@contextmanager
def _written(target: Path) -> Iterator[BinaryIO]:
    """Give a file to write, for its owner only; it gets its name when all of it is written."""
    beside = target.with_name(f"{target.name}{PART}")
    try:
        # Not through a link that somebody put there.
        beside.unlink(missing_ok=True)
        opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        move(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def _write(file: BinaryIO, case: Case, pictures: Pictures, content: str, past: Past) -> Past:
    hashes: dict[str, str] = {}
    with ZipFile(file, "w", allowZip64=False) as bundle:

        def add(name: str, data: bytes, packing: int = ZIP_DEFLATED) -> None:
            hashes[name] = sha256(data).hexdigest()
            member = ZipInfo(name)
            member.external_attr = 0o600 << 16
            bundle.writestr(member, data, packing)

        remade_photos: dict[str, Photo] = {}
        for photo in {each.sha256: each for each in case.photos}.values():
            data = pictures(photo)
            if data is None:
                continue
            if not is_plain(data):
                data = remade(data)
                remade_photos[photo.sha256] = _sized(photo, data)
            name = f"photos/{sha256(data).hexdigest()}.jpg"
            if name not in hashes:  # two can be the same once they are made anew
                add(name, data, ZIP_STORED)
        text = to_json(case_form(_with_photos(case, remade_photos)))
        _refuse_too_much(text, len(hashes), sum(each.file_size for each in bundle.infolist()))
        add(CASE, text.encode())
        past = past.with_text(text, tuple(walk.id for walk in case.assessments))
        add(MANIFEST, json.dumps(_manifest(case, content, past, hashes), indent=1).encode())
    return past


def _refuse_too_much(text: str, photos: int, size: int) -> None:
    """Refuse to write what ``unpacking`` would not read again."""
    room_left = LARGEST_FILE - 2 * LARGEST_CASE
    if len(text.encode()) > LARGEST_CASE or photos > MOST_PHOTOS or size > room_left:
        raise UserError(*TOO_MUCH)


def _manifest(case: Case, content: str, past: Past, hashes: dict[str, str]) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "content": content,
        "case": case.id,
        "walks": list(past.walks),
        "seen": list(past.seen),
        "members": hashes,
    }


def _sized(photo: Photo, data: bytes) -> Photo:
    width, height = size_of(data)
    return replace(photo, sha256=sha256(data).hexdigest(), width=width, height=height)


def _with_photos(case: Case, made: dict[str, Photo]) -> Case:
    if not made:
        return case
    walks = tuple(_walk_with(walk, made) for walk in case.assessments)
    choices = {
        key: replace(said, photos=_photos_with(said.photos, made))
        for key, said in case.choices.items()
    }
    return replace(case, assessments=walks, choices=choices)


def _walk_with(walk: Assessment, made: dict[str, Photo]) -> Assessment:
    findings = {
        place: replace(found, photos=_photos_with(found.photos, made))
        for place, found in walk.findings.items()
    }
    pages = {page: _photos_with(photos, made) for page, photos in walk.pages.items()}
    return replace(walk, findings=findings, pages=pages)


def _photos_with(photos: tuple[Photo, ...], made: dict[str, Photo]) -> tuple[Photo, ...]:
    return tuple(_photo_with(each, made) for each in photos)


def _photo_with(photo: Photo, made: dict[str, Photo]) -> Photo:
    new = made.get(photo.sha256)
    if new is None:
        return photo
    return replace(photo, sha256=new.sha256, width=new.width, height=new.height)
