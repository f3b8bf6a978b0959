"""Opens a case from a file, or a finished sample: for the commands and for the window."""

import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import falls_app.storage
from falls_app import paths
from falls_app.content.checks import load_checklist
from falls_app.domain.assessment import Case
from falls_app.domain.evidence import MarkKind, Photo, PhotoFile
from falls_app.errors import UserError

SAMPLE = "sample"
SAMPLES = {
    SAMPLE: "rosa",
    "sample:flat": "flat",
    "sample:spine": "spine",
    "sample:visit": "visit",
}
"""The finished sample homes by the name that opens them, each with the name of its file."""

NEWER = (
    "This home was made in a newer version: what only that one knows is left out, and nothing is "
    "noted in “Who did what”."
)


def load_case(name: str) -> Case:
    """Return the case in a ``.json`` file, one of ``SAMPLES``, or one of the store by its id.

    UserError says what is wrong.
    """
    from falls_app.storage.case_file import read_case

    if name in SAMPLES:
        file = paths.resources() / "samples" / f"{SAMPLES[name]}.json"
    elif name.endswith(".json"):
        file = Path(name)
    else:
        return _stored_case(name)
    try:
        text = file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(f"“{name}” could not be read: {reason}.") from error
    try:
        return read_case(text, load_checklist())
    except UserError as error:
        raise UserError(f"“{name}”: {error.message}", error.hint) from error


def _stored_case(name: str) -> Case:
    from falls_app.storage.layout import DATABASE
    from falls_app.storage.looking import list_cases, stored_case

    store = paths.user_data()
    if (store / DATABASE).exists() and any(each.id == name for each in list_cases(store)):
        return _known_case(stored_case(store, name), is_newer=_is_newer(store))
    hint = "Give a file that ends in .json, the id of a home in your list, or: sample."
    raise UserError(f"“{name}” is no case.", hint)


def _is_newer(store: Path) -> bool:
    from falls_app.storage.peeking import NewerStore, refuse_newer

    try:
        refuse_newer(store)
    except NewerStore:
        return True
    return False


def _known_case(case: Case, *, is_newer: bool) -> Case:
    """Return what we know of a case, and say so if a newer program has made the store."""
    from falls_app.domain.known import known_part
    from falls_app.storage.trouble import NEWER_HOME

    known = known_part(case, load_checklist())
    if is_newer:
        sys.stderr.write(f"{NEWER}\n")
    elif known != case:
        raise UserError(*NEWER_HOME)
    return known


def note(name: str, what: "falls_app.storage.access.What", about: str = "") -> None:
    """Note in the list of who did what that a command did something with a home of the store.

    For a file and for a sample, and for who does not visit homes for work, there is no list.
    """
    if _is_file(name) or not setting_beside(name, "professional"):
        return
    from falls_app.storage.access import note_beside
    from falls_app.storage.peeking import NewerStore
    from falls_app.storage.store import Store, StoreLocked

    with suppress(StoreLocked):
        try:
            # Brought up to date, and finished what was begun.
            Store.open(paths.user_data(), _now).close()
        except NewerStore:
            return  # it stays as it is; ``_stored_case`` has said so
    note_beside(paths.user_data(), what, name, about)


def _now() -> datetime:
    return datetime.now(UTC)


def setting_beside(name: str, key: str) -> object:
    """Return a setting of the store that a case lies in; None for a file and for a sample."""
    from falls_app.storage.looking import stored_setting

    return None if _is_file(name) else stored_setting(paths.user_data(), key)


def pictures_beside(name: str) -> Mapping[str, PhotoFile]:
    """Return the pictures that come with a case, by their SHA-256.

    A sample has them in a folder of its name; a case file ``nell.json`` in ``nell.photos``; a home
    in the list among the photos of the store, locked if that is.
    """
    from hashlib import sha256

    files: Iterable[PhotoFile] = _plain_pictures(name) if _is_file(name) else _stored_pictures(name)
    return {sha256(file.read_bytes()).hexdigest(): file for file in files}


def _is_file(name: str) -> bool:
    return name in SAMPLES or name.endswith(".json")


def _plain_pictures(name: str) -> list[Path]:
    if name in SAMPLES:
        folder = paths.resources() / "samples" / SAMPLES[name]
    else:
        folder = Path(name).with_suffix(".photos")
    return sorted(folder.glob("*.jpg")) if folder.is_dir() else []


def _stored_pictures(case_id: str) -> list[PhotoFile]:
    from falls_app.storage.photo_check import pictures_of_case

    return pictures_of_case(paths.user_data(), case_id)


def picture_data(name: str) -> Callable[[Photo], bytes | None]:
    """Return what gives the pictures of the photos of a case as they are kept."""
    pictures = pictures_beside(name)
    return lambda photo: pictures[photo.sha256].read_bytes() if photo.sha256 in pictures else None


def photos_beside(name: str) -> Callable[[Photo], PhotoFile | None]:
    """Return what gives the files of the photos of a case: see ``pictures_beside``.

    A photo on which something is blurred has none: nothing here could hide it.
    """
    pictures = pictures_beside(name)

    def file(photo: Photo) -> PhotoFile | None:
        is_blurred = any(mark.kind is MarkKind.BLUR for mark in photo.marks)
        return None if is_blurred else pictures.get(photo.sha256)

    return file


def sample_case() -> Case:
    """Return the finished sample home."""
    return load_case(SAMPLE)
