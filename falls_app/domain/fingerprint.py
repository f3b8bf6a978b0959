"""A short mark of what a value says: another one as soon as it says something else.

What stands at its default is left out, so that a field that later versions add changes nothing.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from hashlib import sha256
from typing import Any

_MARK, _CODE = 12, 8


def fingerprint(*values: object) -> str:
    """Return the SHA-256 of what these values say, in 64 hexadecimal figures."""
    told = json.dumps(_plain(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()


def mark(*values: object) -> str:
    """Return a short mark of what these values say, to see later whether they changed."""
    return fingerprint(*values)[:_MARK]


def check_code(whole: str) -> str:
    """Return what people compare on paper: the first figures of a fingerprint, "7F3A-92C1"."""
    code = whole[:_CODE].upper()
    return f"{code[: _CODE // 2]}-{code[_CODE // 2 :]}"


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return float(value)  # a file may give 6 back as 6.0
    if is_dataclass(value):
        return {
            each.name: _plain(said)
            for each in fields(value)
            if (said := getattr(value, each.name)) != _default(each)
        }
    if isinstance(value, Mapping):
        return sorted(
            ([_plain(key), _plain(inner)] for key, inner in value.items()),
            key=lambda pair: str(pair[0]),
        )
    if isinstance(value, Iterable):
        return [_plain(inner) for inner in value]
    raise TypeError(f"{type(value).__name__} has no mark")


def _default(field: "Field[Any]") -> object:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING
