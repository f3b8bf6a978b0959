"""Where a fillable sheet comes from: whose home, which texts, what was known when it was made."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from falls_app.domain.assessment import Case, Finding
from falls_app.domain.sheet import NOTE, box_name

_LETTERS = 12
"""How much of a digest tells two notes or two names apart."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a sheet says of itself in its hidden box.

    ``person`` is a digest of the name, "" if there is none or it is hidden; ``printed`` an ISO
    date or "". ``units`` maps the unit a size is kept in to the one printed beside its line.
    ``was`` maps the names of boxes to what was known then: an answer's word, a size, the digest
    of a note.
    """

    case: str = ""
    person: str = ""
    content: str = ""
    language: str = ""
    printed: str = ""
    units: Mapping[str, str] = field(default_factory=dict)
    was: Mapping[str, str] = field(default_factory=dict)

    @property
    def knows(self) -> bool:
        """True if it was made of a case of its own: then ``was`` tells what was known."""
        return bool(self.case or self.person or self.was)

    def text(self) -> str:
        """Return it as the text of the hidden box."""
        return json.dumps(asdict(self), separators=(",", ":"))


def origin_in(text: str) -> Origin | None:
    """Return what a hidden box says; None if somebody changed it, or it says nothing."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    known = Origin.__dataclass_fields__
    if not isinstance(told, dict) or not told.keys() <= known.keys():
        return None
    is_right = all(_is_right(told[name], _EMPTY[name]) for name in told)
    return Origin(**told) if is_right else None


_EMPTY = asdict(Origin())


def _is_right(value: Any, empty: Any) -> bool:
    if isinstance(empty, str):
        return isinstance(value, str)
    return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())


def digest(words: str) -> str:
    """Return a few letters that stand for words without telling them; "" for none."""
    plain = " ".join(words.split())
    return sha256(plain.encode()).hexdigest()[:_LETTERS] if plain else ""


def boxes_of(finding: Finding) -> Mapping[str, str]:
    """Return what boxes of a sheet would say of a finding, notes as digests."""
    place = finding.place
    told = {box_name(place): finding.answer.value, box_name(place, NOTE): digest(finding.note)}
    told |= {box_name(place, size): f"{value:g}" for size, value in finding.measures.items()}
    return {name: value for name, value in told.items() if value}


def known_now(case: Case) -> Mapping[str, str]:
    """Return what boxes of a sheet would say of the latest walk."""
    findings = case.assessment.findings.values() if case.assessment else ()
    return {name: value for each in findings for name, value in boxes_of(each).items()}
