"""Reads JSON from files made elsewhere: strictly, and without characters that nobody can see."""

import json
import math
import re
from typing import NoReturn

from falls_app.storage.node import CaseFileError

# Control characters (but tab and the end of a line), half pairs of letters, and those that turn
# the direction of a line: what is shown would not be what is there.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+")


def parse(text: str | bytes) -> object:
    """Return the value of a JSON text. What nobody can see in its texts becomes a space.

    Raises CaseFileError if it is no JSON, or holds a number that is none.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        text = text.removeprefix("\ufeff")
        value: object = json.loads(text, parse_constant=_refuse_number, parse_float=_number)
        if not text.isascii() or "\\" in text or "\x7f" in text:
            # A half of a surrogate pair is no character and could not be saved again.
            json.dumps(value, ensure_ascii=False).encode("utf-8")
            value = _seen(value)
    except (ValueError, RecursionError) as error:
        raise CaseFileError(f"The case file is not JSON{_line(error)}.") from error
    return value


def _line(error: Exception) -> str:
    return f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""


def _number(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refuse_number(text)


def _refuse_number(text: str) -> NoReturn:
    raise ValueError(text)


def _seen(value: object) -> object:
    """Return the value with its texts cleaned; ``json`` has refused what is nested too deeply."""
    if isinstance(value, str):
        return _UNSEEN.sub(" ", value)
    if isinstance(value, list):
        return [_seen(each) for each in value]
    if isinstance(value, dict):
        return {_UNSEEN.sub(" ", key): _seen(each) for key, each in value.items()}
    return value
