"""The keys of the cases of a store that somebody looks at from outside, and its photos."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from falls_app.domain.evidence import PhotoFile
from falls_app.storage.case_keys import CaseKey, read_case_keys
from falls_app.storage.layout import ORIGINAL, PHOTOS, PLAIN, SEALED, is_sound_photo, photos_in
from falls_app.storage.originals import unpacked
from falls_app.storage.reading import file_of, read_store
from falls_app.storage.sealed_photo import SealedPhoto
from falls_app.storage.trouble import StoreError
from falls_app.storage.unlocked import key_of


def case_keys_of(place: Path) -> dict[str, CaseKey] | None:
    """Return the keys of the cases of a store, None if it is not locked."""
    key = key_of(file_of(place))
    return None if key is None else read_store(place, partial(read_case_keys, key=key))


def pictures_of_case(place: Path, case_id: str) -> list[PhotoFile]:
    """Return what gives the pictures of a case of the store in this folder."""
    keys = case_keys_of(place)
    photos = (each for each in photos_in(place / PHOTOS) if each.parent.name == case_id)
    if keys is None:
        return [photo for photo in photos if photo.suffix == PLAIN]
    sealed = (photo for photo in photos if photo.suffix == SEALED and case_id in keys)
    return [SealedPhoto(photo, keys[case_id]) for photo in sealed]


def is_whole(photo: Path, keys: Mapping[str, CaseKey] | None) -> bool:
    """Return whether a photo is as it was written: the name, or the file itself, tells.

    One of a case that is not there cannot be opened, and is passed over.
    """
    if photo.suffix == PLAIN:
        return is_sound_photo(photo)
    if photo.suffix == ORIGINAL:
        return _is_sound_original(photo)
    key = (keys or {}).get(photo.parent.name)
    return key is None or SealedPhoto(photo, key).is_sound()


def _is_sound_original(photo: Path) -> bool:
    try:
        picture, _data = unpacked(photo.read_bytes())
    except StoreError:
        return False
    return picture == photo.stem


def broken_photos(folder: Path, keys: Mapping[str, CaseKey] | None) -> list[Path]:
    """Return the photos below a folder that the disk has changed."""
    return [photo for photo in photos_in(folder) if not is_whole(photo, keys)]
