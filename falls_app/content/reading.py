"""Reads a content file strictly: every key known, every type right, or a clear refusal."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


class ContentError(Exception):
    """A content file is wrong: names the file, the block in it and the rule it breaks."""

    def __init__(self, file: Path | str, block: str, rule: str) -> None:
        super().__init__(f"{Path(file).name}, {block}: {rule}")
        self.file, self.block, self.rule = str(file), block, rule


def read_toml(file: Path) -> dict[str, Any]:
    """Return the tables of a TOML file. ContentError if it cannot be read."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(file, "the whole file", str(error)) from error


def read_tables(file: Path, *names: str) -> list[list[dict[str, Any]]]:
    """Return the lists of tables of a TOML file that has these lists and nothing else."""
    content = read_toml(file)
    if wrong := sorted(content.keys() ^ set(names)):
        rule = "unknown key" if wrong[0] in content else "there is no"
        raise ContentError(file, "the whole file", f"{rule} “{wrong[0]}”")
    for name in names:
        found = content[name]
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise ContentError(file, name, "must be a list of tables")
    return [content[name] for name in names]


def build(kind: type[T], table: Mapping[str, Any], file: Path, block: str) -> T:
    """Return ``table`` as a value of the dataclass ``kind``, nested ones included.

    ContentError names the block for a missing or unknown key and for a wrong type.
    """
    import msgspec

    _refuse_unknown_keys(kind, table, file, block)
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise ContentError(file, block, str(error)) from error


def _refuse_unknown_keys(kind: Any, table: Any, file: Path, block: str) -> None:
    """msgspec alone passes over keys that the dataclass does not have."""
    if not isinstance(table, Mapping):
        return
    inner = _inner_dataclasses(kind)
    for key, value in table.items():
        if key not in inner:
            raise ContentError(file, block, f"unknown key “{key}”")
        if inner[key] is not None:
            for each in value if isinstance(value, list) else [value]:
                _refuse_unknown_keys(inner[key], each, file, f"{block}.{key}")


@cache
def _inner_dataclasses(kind: type) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: _dataclass_in(hints[field.name]) for field in fields(kind)}


def _dataclass_in(hint: Any) -> Any:
    if is_dataclass(hint):
        return hint
    if get_origin(hint) in (tuple, list) or isinstance(hint, UnionType):
        return next((found for arg in get_args(hint) if (found := _dataclass_in(arg))), None)
    return None
