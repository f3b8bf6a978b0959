"""When a case was changed and which answers that was about, as its history tells.

The history keeps the changes that can be undone, and the times at which some were: the older ones
are forgotten, and how long a long visit took is then known only from there on.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from falls_app.domain.assessment import Place
from falls_app.domain.minutes import Moment, Past
from falls_app.storage.reader import Reader

MOST = 1_000
"""How many changes are read, newest first: more there are only where undo was held down."""

_TIMES = "SELECT kind, at, '[]', '[]' FROM change"
_ROWS = "SELECT kind, at, before, after FROM change"


def past_of(reader: Reader, case_id: str, walk: str) -> Past:
    """Return what is still known; ``walk`` is the one whose answers count, "" for none: times only.

    A change that is damaged, or was not written by us, is passed over.
    """
    sql = f"{_ROWS if walk else _TIMES} WHERE case_id = ? ORDER BY seq DESC LIMIT ?"
    found = reader.run(sql, (case_id, MOST)).fetchall()
    moments: list[Moment] = []
    for _kind, at, before, after in reversed(found):
        with suppress(ValueError, TypeError, LookupError, RecursionError):
            moments.append(_moment(at, before, after, walk))
    return Past(tuple(moments), is_whole=not found or found[-1][0] == "new")


def _moment(at: str, before: str, after: str, walk: str) -> Moment:
    when = datetime.fromisoformat(at)
    if when.tzinfo is None:
        raise ValueError("This time names no zone.")
    new = list(_rows_of(walk, after))
    made = _there(new) - _there(_rows_of(walk, before))
    return Moment(when, frozenset(map(_place, new)), frozenset(made))


def _rows_of(walk: str, rows: str) -> Iterator[Mapping[str, Any]]:
    """Yield those of the rows that are of an answer of this walk, or of a photo of one."""
    for row in json.loads(rows):
        if row["table"] in ("finding", "photo") and row["key"][0] == walk:
            yield row


def _place(row: Mapping[str, Any]) -> Place:
    _walk, check, room, *_photo = row["key"]
    return check, room or None


def _there(rows: Iterable[Mapping[str, Any]]) -> set[Place]:
    return {_place(row) for row in rows if row["table"] == "finding" and row["values"] is not None}
