"""What the user chose for the window: kept in the store, and in memory where it cannot be."""

from contextlib import suppress
from typing import Any, TypeVar

from falls_app.errors import UserError
from falls_app.storage.store import Store

Value = TypeVar("Value")

GOES_ON = "goes_on"
"""The setting: after an answer the next check comes by itself."""
KEEPS_ORIGINALS = "keep_originals"
"""The setting: a photo is kept as it came too, beside the one made from it."""


class Settings:
    """The settings of the open store. Trouble with the disk never stops a choice."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._chosen: dict[str, Any] = {}

    def get(self, key: str, default: Value) -> Value:
        """Return a setting, the default if it was never chosen or cannot be read."""
        if key in self._chosen:
            return self._chosen[key]  # type: ignore[no-any-return]
        with suppress(UserError):
            return self._store.setting(key, default)
        return default

    def keep(self, key: str, value: object) -> None:
        """Use a setting from now on; one that cannot be written counts until the window closes."""
        self._chosen[key] = value
        with suppress(UserError):
            self._store.set_setting(key, value)
