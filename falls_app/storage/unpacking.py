"""Reads a home from a file made elsewhere. All of it is checked before anything is handed on.

Nothing is unpacked to the disk: members are read in memory, one at a time, up to a cap, and only
under the names that a bundle has. So a path, a link or a second member of a name leads nowhere.
"""

import re
import stat
import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from falls_app.domain.assessment import Assessment, Case
from falls_app.domain.checklist import Checklist
from falls_app.errors import UserError, sentences
from falls_app.storage.bundle import (
    CASE,
    FORMAT,
    LARGEST_FILE,
    LARGEST_PHOTO,
    MANIFEST,
    MOST_PHOTOS,
    VERSION,
    Past,
)
from falls_app.storage.case_file import LARGEST_CASE, CaseFileError, read_case, read_newer_case
from falls_app.storage.case_file import is_newer as is_newer_case
from falls_app.storage.jpeg import is_plain, size_of
from falls_app.storage.json_text import parse
from falls_app.storage.keeping import text_of
from falls_app.storage.node import Node
from falls_app.storage.sealing import NEWER_FILE, NOT_WHOLE, Sealed, is_sealed
from falls_app.storage.snapshot import Breathe, no_breath
from falls_app.storage.trouble import RECEIVING, StoreError, told

NO_FILE = sentences(
    "There is no such file.",
    "Nothing was changed here. Choose a file that ends in .steadyhome or .json.",
)
NO_HOME = sentences(
    "This file holds no home of Steady Home.",
    "Nothing was changed here. Choose a file that ends in .steadyhome or .json.",
)
NOT_OURS = sentences(
    "This file is not made as Steady Home makes them, so it was not opened.",
    "Nothing was changed here. Ask for the file once more.",
)
TOO_LARGE = sentences(
    "This file is larger than any home.",
    "Nothing was changed here. Ask for the file once more.",
)
BAD_PHOTO = sentences(
    "A photo in this file is not one that Steady Home made, so the file was not opened.",
    "Nothing was changed here. Ask for the file once more.",
)

_PHOTO = re.compile(r"photos/([0-9a-f]{64})\.jpg")
_HASH = re.compile("[0-9a-f]{64}")
_LARGEST_MANIFEST = 1 << 20
_LARGEST_LIST = 1 << 20
_BEST_PACKING = 200
"""No text of a home is packed better than this: it would be a bomb."""
_CHUNK = 1 << 16
_END = struct.Struct("<4s4H2IH")
_END_64 = b"PK\x06\x07"
_LONGEST_ID = 64
_MOST_ROOMS, _MOST_ENTRIES, _MOST_ANSWERS, _LONGEST_NAME = 300, 2_000, 20_000, 1_000


@dataclass(slots=True)
class Unpacked:
    """A home that was read from a file: close it when its photos are taken.

    The id of the case is "" if the file does not say it; photos without a picture have none.
    ``is_newer``: a newer program has made the file, and what only that one knows is left out. It is
    for reading then.
    """

    case: Case
    past: Past
    is_newer: bool = False
    _members: Mapping[str, ZipInfo] = field(default_factory=dict)
    _zip: ZipFile | None = None
    _files: tuple[BinaryIO, ...] = ()
    _beside: tuple[Path, ...] = ()

    def __enter__(self) -> "Unpacked":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        if self._zip is not None:
            self._zip.close()
        for file in self._files:
            file.close()

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return sum(map(bool, map(_PHOTO.fullmatch, self._members))) + len(self._beside)

    @property
    def pictures(self) -> Iterator[bytes]:
        """The pictures of the photos, one at a time, each checked once more."""
        for name, member in self._members.items():
            if _PHOTO.fullmatch(name) and self._zip is not None:
                with _opening():
                    yield _photo(self._zip, name, member)
        for file in self._beside:
            yield _photo_beside(file, dict(_sizes(self.case)))


def unpack(
    file: Path,
    checklist: Checklist,
    passphrase: str = "",
    breathe: Breathe = no_breath,
    *,
    also_newer: bool = False,
) -> Unpacked:
    """Return the home in a file: a bundle, sealed or not, or a case file (JSON).

    ``breathe`` is called before each photo is looked at; it may raise to stop. With
    ``also_newer`` a file of a newer program is read as far as this version knows it. Raises
    StoreError, whose sentence says why the file was refused.
    """
    with told(RECEIVING):
        opened = _opened(file)
        reading = _Reading(checklist, also_newer)
        try:
            start = opened.read(16)
            if is_sealed(start):
                sealed = cast(BinaryIO, Sealed(opened, passphrase))
                return _bundle(sealed, (sealed, opened), reading, breathe)
            if start.startswith(b"PK"):
                return _bundle(opened, (opened,), reading, breathe)
            if not start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
                raise StoreError(*NO_HOME)
            opened.seek(0)
            case, is_newer = reading.case(opened.read(LARGEST_CASE + 1))
            opened.close()
            return Unpacked(case, Past(), is_newer, _beside=_photos_beside(file, case))
        except BaseException:
            opened.close()
            raise


def _opened(file: Path) -> BinaryIO:
    try:
        found = file.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise StoreError(*NO_FILE) from None
    # A pipe or a device would be waited for without end.
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(*NO_HOME)
    if found.st_size > LARGEST_FILE:
        raise StoreError(*TOO_LARGE)
    return file.open("rb")


@contextmanager
def _opening() -> Iterator[None]:
    """Say of whatever a broken zip makes Python raise that the file is not whole."""
    try:
        yield
    except UserError:
        raise
    except (
        BadZipFile, LargeZipFile, zlib.error, EOFError, struct.error, OSError, ValueError,
        NotImplementedError, RuntimeError, OverflowError,
    ) as error:  # fmt: skip
        raise StoreError(*NOT_WHOLE) from error


def _bundle(
    file: BinaryIO, files: tuple[BinaryIO, ...], reading: "_Reading", breathe: Breathe
) -> Unpacked:
    with _opening():
        _refuse_long_list(file)
        opened = ZipFile(file)
        members = _members(opened)
        manifest = _Manifest(_read(opened, members[MANIFEST], _LARGEST_MANIFEST))
        if manifest.is_newer and not reading.also_newer:
            raise StoreError(*NEWER_FILE)
        if not manifest.is_newer and not all(map(_is_ours, members)):
            raise StoreError(*NOT_OURS)
        if manifest.hashes.keys() != members.keys() - {MANIFEST}:
            raise StoreError(*NOT_WHOLE)
        text = _read(opened, members[CASE], LARGEST_CASE, manifest.hashes[CASE])
        case, is_newer = reading.case(text, manifest)
        case = _numbered(case, manifest)
        _check_photos(opened, manifest, case, breathe)
        past = Past(manifest.seen).with_text(text.decode(), manifest.walks)
    return Unpacked(case, past, is_newer, members, opened, files)


def _refuse_long_list(file: BinaryIO) -> None:
    """Refuse what does not end as our files do, before Python reads the list of members."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - 20))
    end = file.read()
    if len(end) < _END.size or _END_64 in end[: -_END.size]:
        raise StoreError(*NOT_OURS)
    mark, _disk, _start, here, count, length, place, comment = _END.unpack(end[-_END.size :])
    if mark != b"PK\x05\x06" or comment or here != count:
        raise StoreError(*NOT_OURS)
    if count > MOST_PHOTOS + 2 or length > _LARGEST_LIST:
        raise StoreError(*TOO_LARGE)
    if place + length + _END.size != size:
        raise StoreError(*NOT_OURS)


def _members(opened: ZipFile) -> dict[str, ZipInfo]:
    members: dict[str, ZipInfo] = {}
    for member in opened.infolist():
        _refuse_odd(member)
        if member.filename in members:
            raise StoreError(*NOT_OURS)
        members[member.filename] = member
    if not {MANIFEST, CASE} <= members.keys():
        raise StoreError(*NO_HOME)
    return members


def _refuse_odd(member: ZipInfo) -> None:
    """Refuse a member that no bundle has: a link, an odd name, one that is locked by itself."""
    name, kind = member.filename, stat.S_IFMT(member.external_attr >> 16)
    if member.orig_filename != name or kind not in (0, stat.S_IFREG):
        raise StoreError(*NOT_OURS)
    if member.flag_bits & 1 or member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise StoreError(*NOT_OURS)


def _is_ours(name: str) -> bool:
    """Return whether a bundle of this version has members of this name. Others are never read."""
    return name in (MANIFEST, CASE) or _PHOTO.fullmatch(name) is not None


def _read(opened: ZipFile, member: ZipInfo, most: int, expected: str = "") -> bytes:
    """Return what is in a member, read in pieces up to a cap. StoreError if its hash is another."""
    if member.file_size > min(most, _BEST_PACKING * member.compress_size + _CHUNK):
        raise StoreError(*TOO_LARGE)
    found = bytearray()
    with opened.open(member) as content:
        while piece := content.read(_CHUNK):
            found += piece
            if len(found) > most:
                raise StoreError(*TOO_LARGE)
    if expected and sha256(found).hexdigest() != expected:
        raise StoreError(*NOT_WHOLE)
    return bytes(found)


class _Manifest:
    """What a bundle says of itself."""

    def __init__(self, text: bytes) -> None:
        """Read it. StoreError if it is none."""
        try:
            root = Node(parse(text), "manifest")
            if root.at("format").text() != FORMAT:
                raise StoreError(*NO_HOME)
            self.is_newer = root.at("version").whole() > VERSION
            if root.at("version").whole() < VERSION:
                raise StoreError(*NOT_OURS)
            self.content = root.at("content").text()
            self.case_id = _uuid(root.at("case").text())
            self.walks = root.at("walks").texts()
            self.seen = root.at("seen").texts()
            self.hashes = dict(root.at("members").words())
        except CaseFileError as error:
            raise StoreError(*NOT_OURS) from error
        if not all(map(_HASH.fullmatch, (*self.seen, *self.hashes.values()))):
            raise StoreError(*NOT_OURS)
        if len(set(self.walks)) != len(self.walks) or any(
            len(walk) > _LONGEST_ID or not (walk.isprintable() and walk.isascii())
            for walk in self.walks
        ):
            raise StoreError(*NOT_OURS)


def _uuid(text: str) -> str:
    """Return the id of a case, which names a folder too; "" if the file does not say one."""
    if not text:
        return ""
    try:
        known = str(UUID(text))
    except ValueError:
        known = ""
    if known != text:
        raise StoreError(*NOT_OURS)
    return text


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a case is read: with this checklist, and one of a newer program too or not at all."""

    checklist: Checklist
    also_newer: bool

    def case(self, text: bytes, manifest: _Manifest | None = None) -> tuple[Case, bool]:
        """Return a case, and whether a newer program has made it. StoreError if it is refused."""
        if len(text) > LARGEST_CASE:
            raise StoreError(*TOO_LARGE)
        try:
            is_newer = is_newer_case(text) or (manifest is not None and manifest.is_newer)
            if not is_newer:
                return _fitting(read_case(text, self.checklist)), False
        except CaseFileError as error:
            # It may ask what this program does not know yet.
            if manifest is None or manifest.content <= self.checklist.version:
                message, hint = error.said
                raise StoreError(message, hint or RECEIVING.unreadable[1]) from error
        if not self.also_newer:
            raise StoreError(*NEWER_FILE)
        try:
            return _fitting(read_newer_case(text, self.checklist)), True
        except CaseFileError as error:
            raise StoreError(*NEWER_FILE) from error


def _fitting(case: Case) -> Case:
    """Return the case. StoreError if there is more of something than any home has."""
    bones, names = case.bones, (case.person.name, *(room.name for room in case.home))
    told = (bones.falls, bones.tests, bones.heights, bones.items, bones.servings, bones.medicines)
    many = (*told, case.choices, case.own_steps, case.signed, case.assessments)
    is_crowded = (
        len(case.home.rooms) > _MOST_ROOMS
        or len(case.helpers) > _MOST_ROOMS
        or any(len(each) > _MOST_ENTRIES for each in many)
        or any(
            len(walk.findings) > _MOST_ANSWERS or len(walk.pages) > _MOST_ENTRIES
            for walk in case.assessments
        )
    )
    if is_crowded or max(map(len, (*names, *_helper_names(case)))) > _LONGEST_NAME:
        raise StoreError(*TOO_LARGE)
    for signed in case.signed:
        if signed.kept:
            text_of(signed.kept)
    return case


def _helper_names(case: Case) -> Iterator[str]:
    return (words for helper in case.helpers for words in (helper.name, helper.relation))


def _numbered(case: Case, manifest: _Manifest) -> Case:
    """Return the case under the ids that it has where it comes from."""
    if len(manifest.walks) != len(case.assessments):
        raise StoreError(*NOT_OURS)
    walks: tuple[Assessment, ...] = tuple(
        replace(walk, id=known)
        for walk, known in zip(case.assessments, manifest.walks, strict=True)
    )
    return replace(case, id=manifest.case_id, assessments=walks)


def _check_photos(opened: ZipFile, manifest: _Manifest, case: Case, breathe: Breathe) -> None:
    sizes = dict(_sizes(case))
    for member in opened.infolist():
        name = member.filename
        named = _PHOTO.fullmatch(name)
        if named is None:
            continue
        breathe()
        if manifest.hashes[name] != named[1] or named[1] not in sizes:
            raise StoreError(*NOT_WHOLE)
        _refuse_other(_photo(opened, name, member), sizes[named[1]])


def _photo(opened: ZipFile, name: str, member: ZipInfo) -> bytes:
    return _read(opened, member, LARGEST_PHOTO, name[len("photos/") : -len(".jpg")])


def _sizes(case: Case) -> Iterator[tuple[str, tuple[int, int]]]:
    return ((photo.sha256, (photo.width, photo.height)) for photo in case.photos)


def _refuse_other(data: bytes, size: tuple[int, int]) -> None:
    if not is_plain(data) or size_of(data) != size:
        raise StoreError(*BAD_PHOTO)


def _photos_beside(file: Path, case: Case) -> tuple[Path, ...]:
    """Return the pictures that lie beside a case file: ``nell.photos/….jpg`` for ``nell.json``."""
    sizes, folder = dict(_sizes(case)), file.with_suffix(".photos")
    if not sizes or not folder.is_dir():
        return ()
    found = sorted(folder.glob("*.jpg"))
    if len(found) > MOST_PHOTOS:
        raise StoreError(*TOO_LARGE)
    return tuple(each for each in found if _photo_beside(each, sizes))


def _photo_beside(file: Path, sizes: Mapping[str, tuple[int, int]]) -> bytes:
    """Return a picture if it is one of these photos, b"" if it is not. StoreError if it is odd."""
    with _opened(file) as opened:
        data = opened.read(LARGEST_PHOTO + 1)
    size = sizes.get(sha256(data).hexdigest())
    if size is None:
        return b""
    _refuse_other(data, size)
    return data
