"""The homes of somebody who visits them for work: by day, by what is due, in the archive.

The day of a visit and the archive are settings, not rows of the case: they are the therapist's
own order, belong to no report and never go with a home that is handed over.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from falls_app.domain.searching import folded
from falls_app.storage.database import Database
from falls_app.storage.reader import Arguments, Scalar
from falls_app.storage.trouble import told

LOOK_AGAIN = timedelta(days=182)
"""A home is due again so long after the last walk: half a year. Source: product description, 6."""
MOST_FOUND = 50
DAYS_AHEAD = timedelta(days=7)
"""The visits of so many days, today among them, are listed as those that come."""


class Show(StrEnum):
    """Which homes are listed."""

    ALL = "all"
    TODAY = "today"
    WEEK = "week"
    SIGN = "sign"
    AGAIN = "again"
    ARCHIVE = "archive"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A home in the list. ``updated`` is an ISO time, UTC.

    ``visit`` is "" or when the next visit is ("2026-11-20" or "2026-11-20T09:30"), ``archived``
    "" or since which day it is put away. ``age`` None: not known. ``report`` is "" without a
    therapist's notes, "draft" or "signed". ``answers`` counts those of all walks, ``walked`` is
    the day of the last one. ``found`` is what a search found besides the name. ``deleted`` is ""
    or the ISO time, UTC, at which the home was taken off the list.
    """

    id: str
    name: str
    updated: str
    visit: str = ""
    archived: str = ""
    age: int | None = None
    address: str = ""
    answers: int = 0
    walked: str = ""
    report: str = ""
    found: str = ""
    deleted: str = ""


_AWAY = """EXISTS (SELECT 1 FROM setting WHERE key = 'archived ' || c.id AND value <> '""')"""
_HERE = f"c.deleted = '' AND NOT {_AWAY}"
_VISIT = "(SELECT value FROM setting WHERE key = 'visit ' || c.id)"
_LAST_WALK = "(SELECT MAX(date) FROM assessment WHERE case_id = c.id)"
_WHERE: Mapping[Show, str] = {
    Show.ALL: _HERE,
    Show.TODAY: f"{_HERE} AND {_VISIT} >= :today AND {_VISIT} < :tomorrow",
    Show.WEEK: f"{_HERE} AND {_VISIT} >= :today AND {_VISIT} < :later",
    Show.SIGN: f"""{_HERE}
        AND EXISTS (SELECT 1 FROM part WHERE case_id = c.id AND name = 'visit')
        AND NOT EXISTS (
            SELECT 1 FROM part WHERE case_id = c.id AND name = 'signed' AND rev >= c.rev)""",
    Show.AGAIN: f"{_HERE} AND {_LAST_WALK} <= :before",
    Show.ARCHIVE: f"c.deleted = '' AND {_AWAY}",
    Show.DELETED: "c.deleted <> ''",
}
"""What is listed. A report that was signed counts as a draft again once the home was changed."""


_AFTER = "c.updated <= :updated AND (c.updated < :updated OR c.id > :id)"
_AFTER_VISIT = f"({_VISIT} > :visit OR ({_VISIT} = :visit AND c.id > :id))"


class Caseload:
    """Reads and orders the homes of the open store."""

    def __init__(
        self,
        database: Database,
        keep: Callable[[str, object], None],
        named: Callable[[str, int], Iterable[str]],
    ) -> None:
        """Read from this database; ``keep`` writes a setting.

        ``named`` gives the ids of homes with these words in their names, at most so many: the
        quick way, for which accents matter.
        """
        self._database, self._keep, self._named = database, keep, named

    # ------------------------------------------------------------------ lists

    def lines(
        self, show: Show, today: date, after: CaseLine | None = None, most: int = 50
    ) -> list[CaseLine]:
        """Return homes, the one changed last first; those ``after`` one, at most so many.

        Visits come in the order of their days and times.
        """
        where, arguments = _WHERE[show], dict(_days(today))
        by_visit = show in (Show.TODAY, Show.WEEK)
        order = f"{_VISIT}, c.id" if by_visit else "c.updated DESC, c.id"
        if after is not None:
            where += f" AND {_AFTER_VISIT if by_visit else _AFTER}"
            visit = json.dumps(after.visit)
            arguments |= {"visit": visit, "updated": after.updated, "id": after.id}
        return self._read(f"{where} ORDER BY {order} LIMIT :most", arguments | {"most": most})

    def counts(self, today: date) -> dict[Show, int]:
        """Return how many homes each list has."""
        found = {}
        with told():
            for show, where in _WHERE.items():
                one = self._database.one(
                    f"SELECT COUNT(*) FROM case_ c WHERE {where}", _days(today)
                )
                found[show] = int(str(one[0])) if one else 0
        return found

    def find(self, words: str, most: int = MOST_FOUND) -> list[CaseLine]:
        """Return the homes that have each of these words in name, address or notes.

        Part of a word is enough; capitals and accents do not matter in names and addresses, and
        capitals do not in notes. Those found by name come first; the archive is searched too.
        """
        wanted = folded(words).split()
        if not wanted:
            return []
        ids = dict.fromkeys(self._named(words, most), "")
        with told():
            self._database.teach("folded", folded)
            for search in (self._found_by_name, self._found_by_address, self._found_by_note):
                if len(ids) < most:
                    for case_id, text in search(wanted, most):
                        ids.setdefault(case_id, text)
        chosen = list(ids)[:most]
        marks = ", ".join("?" * len(chosen))
        where = f"c.deleted = '' AND c.id IN ({marks}) ORDER BY c.updated DESC, c.id"
        found = {line.id: line for line in self._read(where, chosen)}
        return [_with_found(found[each], ids[each]) for each in chosen if each in found]

    def _found_by_name(self, wanted: Sequence[str], most: int) -> Iterator[tuple[str, str]]:
        has = _each_in("folded(name)", wanted)
        sql = f"SELECT id FROM case_ WHERE deleted = '' AND {has} ORDER BY updated DESC, id LIMIT ?"
        for (case_id,) in self._database.run(sql, (*_likes(wanted), most)):
            yield str(case_id), ""

    def _found_by_address(self, wanted: Sequence[str], most: int) -> Iterator[tuple[str, str]]:
        address = "COALESCE(json_extract(value, '$.identity.address'), '')"
        has = _each_in(f"folded({address})", wanted)
        sql = f"SELECT case_id, {address} FROM part WHERE name = 'visit' AND {has} LIMIT ?"
        for case_id, text in self._database.run(sql, (*_likes(wanted), most)):
            yield str(case_id), str(text)

    def _found_by_note(self, wanted: Sequence[str], most: int) -> Iterator[tuple[str, str]]:
        has = _each_in("note", wanted)
        sql = f"SELECT case_id, note FROM finding WHERE note <> '' AND {has} LIMIT ?"
        # A home may have several notes.
        for case_id, text in self._database.run(sql, (*_likes(wanted), most * 4)):
            yield str(case_id), str(text)

    # ------------------------------------------------------------------ one home

    def visit(self, case_id: str) -> str:
        """Return when the next visit is, "" if none is planned."""
        return self._setting(f"visit {case_id}")

    def plan_visit(self, case_id: str, when: str) -> None:
        """Keep when the next visit is: an ISO day, or a day with a time; "" for none."""
        self._keep(f"visit {case_id}", when)

    def archive(self, case_id: str, on: str) -> None:
        """Put a home away since this ISO day; "" brings it back. Its answers stay as they are."""
        self._keep(f"archived {case_id}", on)

    def _setting(self, key: str) -> str:
        with told():
            found = self._database.one("SELECT value FROM setting WHERE key = ?", (key,))
        return _text(found[0]) if found else ""

    # ------------------------------------------------------------------ reading lines

    def _read(self, where: str, arguments: Arguments) -> list[CaseLine]:
        sql = f"""
            SELECT c.id, c.name, c.updated, c.deleted,
                {_VISIT} AS visit,
                (SELECT value FROM setting WHERE key = 'archived ' || c.id) AS archived,
                (SELECT json_extract(value, '$.age') FROM part
                    WHERE case_id = c.id AND name = 'person') AS age,
                (SELECT json_extract(value, '$.identity.address') FROM part
                    WHERE case_id = c.id AND name = 'visit') AS address,
                (SELECT COUNT(*) FROM finding WHERE case_id = c.id) AS answers,
                {_LAST_WALK} AS walked,
                (SELECT rev >= c.rev FROM part WHERE case_id = c.id AND name = 'signed') AS signed,
                EXISTS (SELECT 1 FROM part WHERE case_id = c.id AND name = 'visit') AS noted
            FROM case_ c WHERE {where}"""
        with told():
            return [_line(row) for row in self._database.named(sql, arguments)]


def _line(row: Mapping[str, Scalar]) -> CaseLine:
    age = row["age"]
    return CaseLine(
        id=str(row["id"]),
        name=str(row["name"]),
        updated=str(row["updated"]),
        visit=_text(row["visit"]),
        archived=_text(row["archived"]),
        age=age if isinstance(age, int) else None,
        address=str(row["address"] or ""),
        answers=int(str(row["answers"])),
        walked=str(row["walked"] or ""),
        report="signed" if row["signed"] else "draft" if row["noted"] else "",
        deleted=str(row["deleted"]),
    )


def _with_found(line: CaseLine, text: str) -> CaseLine:
    return replace(line, found=text) if text else line


def _text(value: Scalar) -> str:
    """Return a setting that is a text; "" for none and for one that is damaged."""
    try:
        read = json.loads(str(value)) if value else ""
    except ValueError:
        return ""
    return read if isinstance(read, str) else ""


def _days(today: date) -> Mapping[str, str]:
    days = {"today": today, "tomorrow": today + timedelta(days=1), "later": today + DAYS_AHEAD}
    # A setting is JSON: a day begins with a quotation mark.
    shown = {name: f'"{day.isoformat()}' for name, day in days.items()}
    return shown | {"before": (today - LOOK_AGAIN).isoformat()}


def _each_in(text: str, wanted: Sequence[str]) -> str:
    return " AND ".join([rf"{text} LIKE ? ESCAPE '\'"] * len(wanted))


def _likes(wanted: Sequence[str]) -> list[str]:
    escaped = (
        word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_") for word in wanted
    )
    return [f"%{word}%" for word in escaped]
