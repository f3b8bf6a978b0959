"""The settings of an open store, each a value that JSON can hold; and what some are called."""

import json
from typing import Any, TypeVar

from falls_app.storage.durable_writing import DurableWriting
from falls_app.storage.reader import Reader
from falls_app.storage.trouble import told

Setting = TypeVar("Setting")

TO_SCRUB = "to scrub"
"""The setting that is there while what was removed still lies in free parts of the file."""

UNNEEDED = "originals of deleted photos"
"""The setting that is there while photos are kept as they came whose photo was deleted."""


class StoredSettings:
    """Reads the settings of a store, and keeps them."""

    def __init__(self, disk: DurableWriting) -> None:
        self._disk = disk

    def get(self, key: str, default: Setting) -> Setting:
        """Return a setting; the default if it was never set or is of another type."""
        with told():
            found = self._disk.database.one("SELECT value FROM setting WHERE key = ?", (key,))
        if found is None:
            return default
        try:
            return _like(default, json.loads(str(found[0])))
        except (ValueError, RecursionError):  # damaged: a setting is soon set again
            return default

    def keep(self, key: str, value: object) -> None:
        """Keep a setting: any value that JSON can hold."""
        from falls_app.storage.difference import to_json

        with self._disk.writing():
            put(self._disk.database, key, to_json(value))


def put(writer: Reader, key: str, text: str) -> None:
    """Keep a setting, which is JSON already. Inside a transaction."""
    writer.run(
        """INSERT INTO setting (key, value) VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value""",
        (key, text),
    )


def is_there(reader: Reader, key: str) -> bool:
    """Return whether there is a setting of this name, whatever its value."""
    return reader.one("SELECT 1 FROM setting WHERE key = ?", (key,)) is not None


def past_key(case_id: str) -> str:
    """Return the name of the setting that remembers which values of a case were handed over."""
    return f"handed over {case_id}"


def _like(default: Setting, value: Any) -> Setting:
    """Return the value as the type of the default (a list as a tuple), or the default."""
    if default is None:
        return value  # type: ignore[no-any-return]
    same_kind = type(json.loads(json.dumps(default))) is type(value)
    if not same_kind and not (isinstance(default, float) and type(value) is int):
        return default
    try:
        kind: Any = type(default)
        return kind(value)  # type: ignore[no-any-return]
    except ValueError:
        return default
