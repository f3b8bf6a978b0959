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
from falls_app.domain.checklist import Answer
from falls_app.domain.minutes import Moment, Moments
from falls_app.storage.reader import Reader

MOST = 1_000
"""How many changes are read, newest first: more there are only where undo was held down."""

_TIMES = "SELECT kind, at, '[]', '[]' FROM change"
_ROWS = "SELECT kind, at, before, after FROM change"


def moments_of(reader: Reader, case_id: str, walk: str | None) -> Moments:
    """Return what is still known; ``walk`` is the one whose answers count, None: times only.

    A change that is damaged, or was not written by us, is passed over.
    """
    sql = f"{_TIMES if walk is None else _ROWS} WHERE case_id = ? ORDER BY seq DESC LIMIT ?"
    found = reader.run(sql, (case_id, MOST)).fetchall()
    moments: list[Moment] = []
    for _kind, at, before, after in reversed(found):
        with suppress(ValueError, TypeError, LookupError, RecursionError):
            moments.append(_moment(at, before, after, walk))
    return Moments(tuple(moments), is_whole=not found or found[-1][0] == "new")


def _moment(at: str, before: str, after: str, walk: str | None) -> Moment:
    when = datetime.fromisoformat(at)
    if when.tzinfo is None:
        raise ValueError("This time names no zone.")
    old, new = list(_rows_of(walk, before)), list(_rows_of(walk, after))
    return Moment(when, frozenset(map(_place, new)), frozenset(_made(old, new)))


def _made(old: Iterable[Mapping[str, Any]], new: Iterable[Mapping[str, Any]]) -> set[Place]:
    """Return the answers that were not there before: one, and what is not here with it.

    Where more come at once they came with a file, or as those of another room: nobody sees how
    long somebody looked. None of them then.
    """
    there, given = _there(old), _there(new)
    made = given.keys() - there.keys()
    is_alone = sum(given[place] != Answer.NOT_HERE for place in made) <= 1
    return made if is_alone else set()


def _rows_of(walk: str | None, rows: str) -> Iterator[Mapping[str, Any]]:
    """Yield those of the rows that are of an answer of this walk, or of a photo of one."""
    for row in json.loads(rows):
        if row["table"] in ("finding", "photo") and row["key"][0] == walk:
            yield row


def _place(row: Mapping[str, Any]) -> Place:
    _walk, check, room, *_photo = row["key"]
    return check, room or None


def _there(rows: Iterable[Mapping[str, Any]]) -> dict[Place, str]:
    findings = (row for row in rows if row["table"] == "finding" and row["values"] is not None)
    return {_place(row): row["values"]["answer"] for row in findings}
