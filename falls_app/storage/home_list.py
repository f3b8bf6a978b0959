"""The list of homes: their names, when they last changed, and which were deleted."""

import re
from dataclasses import asdict, dataclass

from falls_app.storage.durable_writing import DurableWriting
from falls_app.storage.reader import Arguments
from falls_app.storage.trouble import told

# SQLite compares capitals of English letters only.
_HAS = r"name LIKE ? ESCAPE '\'"
_ESCAPED, _BACKSLASH = re.compile(r"([%_\\])"), r"\\\1"


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A line of the list of homes: the person's name and when it last changed (ISO time, UTC)."""

    id: str
    name: str
    updated: str


class HomeList:
    """Reads the list of homes of an open store."""

    def __init__(self, disk: DurableWriting) -> None:
        self._disk = disk

    def homes(self, after: CaseSummary | None, most: int) -> list[CaseSummary]:
        """Return the homes in the list, newest first; those ``after`` one, at most so many.

        -1 is all.
        """
        where = "deleted = ''"
        if after is not None:
            where += " AND updated <= :updated AND (updated < :updated OR id > :id)"
        sql = f"{where} ORDER BY updated DESC, id LIMIT :most"
        return self._summaries(sql, {**(asdict(after) if after else {}), "most": most})

    def find(self, words: str, most: int) -> list[CaseSummary]:
        """Return the homes whose name has each of these words in it, newest first.

        Part of a word is enough. Capitals do not matter; accents do.
        """
        conditions, arguments = ["deleted = ''"], list[str]()
        for word in words.split():
            forms = {word}
            if not word.isascii():
                forms |= {word.lower(), word.upper(), word.capitalize()}
            conditions.append(f"({' OR '.join([_HAS] * len(forms))})")
            arguments += [f"%{_ESCAPED.sub(_BACKSLASH, form)}%" for form in forms]
        sql = f"{' AND '.join(conditions)} ORDER BY updated DESC, id LIMIT ?"
        return self._summaries(sql, (*arguments, most))

    def deleted(self) -> list[CaseSummary]:
        """Return the homes that can be brought back, latest first."""
        return self._summaries("deleted <> '' ORDER BY deleted DESC, id")

    def knows(self, case_id: str) -> bool:
        """Return whether a home of this id is in the list, or was and is not gone yet."""
        with told():
            return (
                self._disk.database.one("SELECT 1 FROM case_ WHERE id = ?", (case_id,)) is not None
            )

    def _summaries(self, which: str, arguments: Arguments = ()) -> list[CaseSummary]:
        sql = f"SELECT id, name, updated FROM case_ WHERE {which}"
        with told():
            found = self._disk.database.run(sql, arguments)
            return [CaseSummary(*map(str, row)) for row in found]
