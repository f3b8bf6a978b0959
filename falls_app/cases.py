"""Opens a case from a file, or a finished sample: for the commands and for the window."""

from collections.abc import Callable, Mapping
from pathlib import Path

from falls_app import paths
from falls_app.content.checks import load_checklist
from falls_app.domain.assessment import Case
from falls_app.domain.evidence import MarkKind, Photo
from falls_app.errors import UserError

SAMPLE = "sample"
SAMPLES = {
    SAMPLE: "rosa",
    "sample:flat": "flat",
    "sample:spine": "spine",
    "sample:visit": "visit",
}
"""The finished sample homes by the name that opens them, each with the name of its file."""


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
        return stored_case(store, name)
    hint = "Give a file that ends in .json, the id of a home in your list, or: sample."
    raise UserError(f"“{name}” is no case.", hint)


def pictures_beside(name: str) -> Mapping[str, Path]:
    """Return the pictures that come with a case, by their SHA-256.

    A sample has them in a folder of its name; a case file ``nell.json`` in ``nell.photos``; a home
    in the list among the photos of the store.
    """
    from hashlib import sha256

    folder = _pictures(name)
    files = sorted(folder.glob("*.jpg")) if folder.is_dir() else []
    return {sha256(file.read_bytes()).hexdigest(): file for file in files}


def _pictures(name: str) -> Path:
    if name in SAMPLES:
        return paths.resources() / "samples" / SAMPLES[name]
    if name.endswith(".json"):
        return Path(name).with_suffix(".photos")
    from falls_app.storage.layout import PHOTOS

    return paths.user_data() / PHOTOS / name


def picture_data(name: str) -> Callable[[Photo], bytes | None]:
    """Return what gives the pictures of the photos of a case as they are kept."""
    if name in SAMPLES or name.endswith(".json"):
        pictures = pictures_beside(name)
        return lambda photo: (
            pictures[photo.sha256].read_bytes() if photo.sha256 in pictures else None
        )
    from falls_app.storage.layout import PHOTOS
    from falls_app.storage.photos import PhotoFolder

    folder = PhotoFolder(paths.user_data() / PHOTOS)
    return lambda photo: folder.data(name, photo.sha256)


def photos_beside(name: str) -> Callable[[Photo], Path | None]:
    """Return what gives the files of the photos of a case: see ``pictures_beside``.

    A photo on which something is blurred has none: nothing here could hide it.
    """
    pictures = pictures_beside(name)

    def file(photo: Photo) -> Path | None:
        is_blurred = any(mark.kind is MarkKind.BLUR for mark in photo.marks)
        return None if is_blurred else pictures.get(photo.sha256)

    return file


def sample_case() -> Case:
    """Return the finished sample home."""
    return load_case(SAMPLE)
