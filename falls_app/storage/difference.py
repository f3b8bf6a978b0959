"""A row in which two values of a case differ, and how its values are written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from falls_app.storage.reader import Scalar

Key = tuple[str, ...]
Values = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row to write (or to remove, if ``values`` is None)."""

    table: str
    key: Key
    values: Values | None


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def to_json(value: object) -> str:
    """Return compact JSON."""
    return _ENCODER.encode(value)
