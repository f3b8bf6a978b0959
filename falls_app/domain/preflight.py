"""What is looked at before a report is signed: six lines, each ready or not."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from falls_app.domain.asking import Asked, minutes_needed
from falls_app.domain.assessment import Case
from falls_app.domain.drafting import verdict_on
from falls_app.domain.ranking import Tier
from falls_app.domain.signing import photos_mark, shown_photos
from falls_app.domain.step import Step


class Line(StrEnum):
    """The lines, in their order."""

    ANSWERS = "answers"
    PHOTOS = "photos"
    OWNERS = "owners"
    CONSENT = "consent"
    QUOTE = "quote"
    FLAGS = "flags"


@dataclass(frozen=True, slots=True)
class Ready:
    """One line: ``done`` of ``total``; ``first`` is the place of what is missing first, if any."""

    line: Line
    is_ready: bool
    done: int = 0
    total: int = 0
    first: Asked | None = None


def preflight(
    case: Case, places: Sequence[Asked], steps: Sequence[Step], open_flags: Collection[str]
) -> tuple[Ready, ...]:
    """Return the six lines. Nothing here stops anybody: the therapist decides."""
    return (
        _answers(places),
        _photos(case),
        _owners(steps),
        Ready(Line.CONSENT, bool(case.consent.who and case.consent.look)),
        Ready(Line.QUOTE, bool(case.visit.own_words or case.person.goals)),
        Ready(Line.FLAGS, not open_flags),
    )


def minutes_to_finish(lines: Iterable[Ready], places: Iterable[Asked]) -> int:
    """Return about how many minutes the lines that are not ready take, 0 if all are.

    Each answer, name, yes or word that is missing takes as long as a check; so does a look
    through all the photos. A room to which one goes back takes the time of a room.
    """
    open_lines = [each for each in lines if not each.is_ready]
    things = sum(
        1 if each.line is Line.PHOTOS else max(1, each.total - each.done) for each in open_lines
    )
    rooms = {each.room.id for each in places if each.room and not each.is_known}
    return minutes_needed(things, len(rooms)) if things else 0


def still_proposed(case: Case, steps: Sequence[Step]) -> int:
    """Return how many drafted steps that are not done wait for a word of the therapist."""
    drafted = (step for step in steps if not (step.is_done or step.own))
    return sum(verdict_on(case.visit, step) is None for step in drafted)


def _answers(places: Sequence[Asked]) -> Ready:
    missing = [each for each in places if not each.is_known]
    first = missing[0] if missing else None
    return Ready(Line.ANSWERS, not missing, len(places) - len(missing), len(places), first)


def _photos(case: Case) -> Ready:
    photos = len(shown_photos(case))
    is_seen = case.visit.photos_seen == photos_mark(case)
    return Ready(Line.PHOTOS, is_seen or not photos, photos if is_seen else 0, photos)


def _owners(steps: Sequence[Step]) -> Ready:
    """Return how many steps that come first have a name, and not only a trade, and a day."""
    first = [step for step in steps if step.tier is Tier.NOW and step.is_active]
    named = [step for step in first if step.by and step.who not in ("", "family", step.role)]
    return Ready(Line.OWNERS, len(named) == len(first), len(named), len(first))
