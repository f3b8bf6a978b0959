"""Looks at the homes of a store from outside, whether the window is open on it or not."""

import json
from pathlib import Path

from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.storage.access import first_misfit
from falls_app.storage.digest import is_sound
from falls_app.storage.home_list import CaseSummary
from falls_app.storage.layout import PHOTOS
from falls_app.storage.photo_check import broken_photos, case_keys_of
from falls_app.storage.reader import Reader
from falls_app.storage.reading import inspect_store, read_store
from falls_app.storage.rows import load_case
from falls_app.storage.trouble import (
    CHANGED_LIST,
    DAMAGED_PHOTO,
    NOT_THERE,
    READING,
    StoreError,
    told,
)


def list_cases(place: Path) -> list[CaseSummary]:
    """Return the homes in the list of a store, the last changed first."""
    return read_store(place, _listed)


def stored_case(place: Path, case_id: str) -> Case:
    """Return a case of a store. UserError if it is not in its list."""

    def load(reader: Reader) -> Case:
        sql = "SELECT updated FROM case_ WHERE id = ? AND deleted = ''"
        found = reader.one(sql, (case_id,))
        if found is None:
            raise UserError(*NOT_THERE)
        if not is_sound(reader, case_id):
            raise StoreError(*reader.refusal)
        return load_case(reader, case_id, str(found[0]))

    return read_store(place, load)


def stored_setting(place: Path, key: str) -> object:
    """Return a setting of a store as JSON has it; None if it was never set or is damaged."""

    def load(reader: Reader) -> object:
        found = reader.one("SELECT value FROM setting WHERE key = ?", (key,))
        try:
            value: object = json.loads(str(found[0])) if found else None
        except (ValueError, RecursionError):
            value = None
        return value

    return read_store(place, load)


def check_store(place: Path) -> None:
    """Raise StoreError if anything in a store is not as it was written: file, list, photos.

    A photo that is not there is fine: a case from a file can come without its pictures.
    """
    inspect_store(place)
    if read_store(place, first_misfit, as_it_is=True):
        raise StoreError(*CHANGED_LIST)
    if not place.is_dir():
        return
    with told(READING):
        if broken_photos(place / PHOTOS, case_keys_of(place)):
            raise StoreError(*DAMAGED_PHOTO)


def _listed(reader: Reader) -> list[CaseSummary]:
    sql = "SELECT id, name, updated FROM case_ WHERE deleted = '' ORDER BY updated DESC, id"
    return [CaseSummary(*map(str, row)) for row in reader.run(sql)]
