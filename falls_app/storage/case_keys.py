"""The keys of the cases of a locked store: each locks the photos of one case.

A case whose key is destroyed has no photos any more, wherever copies of them lie.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from falls_app.storage.database import Database
from falls_app.storage.keys import StoreKey
from falls_app.storage.layout import SEALED
from falls_app.storage.reader import Reader
from falls_app.storage.seal import BrokenSeal, new_key, seal, unseal


@dataclass(frozen=True, slots=True)
class CaseKey:
    """The key of one case."""

    secret: bytes = field(repr=False)

    def name(self, stem: str) -> str:
        """Return the name of the file of a photo; who has the photo cannot work it out."""
        return f"{hmac.new(self.secret, stem.encode(), sha256).hexdigest()}{SEALED}"

    def original_name(self, stem: str) -> str:
        """Return the name of the file with a photo as it came, whose picture has this name."""
        return self.name(f"{stem} as it came")

    def seal(self, clear: bytes, name: str) -> bytes:
        """Return the bytes of a file of this name, sealed."""
        return seal(self.secret, clear, name)

    def unseal(self, sealed: bytes, name: str) -> bytes:
        """Return what is in a file of this name. Raises BrokenSeal."""
        return unseal(self.secret, sealed, name)


class CaseKeys:
    """The keys of the cases that are in use. It can be asked beside the window."""

    def __init__(self, known: Mapping[str, CaseKey] | None = None) -> None:
        self._known = dict(known or {})

    def of(self, case_id: str) -> CaseKey:
        """Return the key of a case; it is made for one that is not in the store yet."""
        return self._known.setdefault(case_id, CaseKey(new_key()))

    def learn(self, database: Database, key: StoreKey, case_id: str) -> None:
        """Know the key of a case of the store, which gets one now if it has none.

        Inside a transaction.
        """
        found = _stored(database, key, case_id)
        if found is None:
            _store(database, key, case_id, self.of(case_id))
        else:
            self._known[case_id] = found

    def knows(self, case_id: str) -> bool:
        """Return whether the photos of a case can be read."""
        return case_id in self._known


def read_case_keys(reader: Reader, key: StoreKey) -> dict[str, CaseKey]:
    """Return the keys of all cases by their id; one that is damaged is left out."""
    found = {}
    for case_id, wrapped in reader.run("SELECT case_id, wrapped FROM case_key"):
        try:
            found[case_id] = CaseKey(key.unseal(wrapped, _about(case_id)))
        except BrokenSeal:
            continue
    return found


def _stored(database: Reader, key: StoreKey, case_id: str) -> CaseKey | None:
    found = database.one("SELECT wrapped FROM case_key WHERE case_id = ?", (case_id,))
    if found is None or not isinstance(found[0], bytes):
        return None
    try:
        return CaseKey(key.unseal(found[0], _about(case_id)))
    except BrokenSeal:
        return None


def _store(database: Database, key: StoreKey, case_id: str, made: CaseKey) -> None:
    database.run(
        """INSERT INTO case_key (case_id, wrapped) VALUES (?, ?)
        ON CONFLICT (case_id) DO UPDATE SET wrapped = excluded.wrapped""",
        (case_id, key.seal(made.secret, _about(case_id))),
    )


def _about(case_id: str) -> str:
    return f"Steady Home case key {case_id}"
