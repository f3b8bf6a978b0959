"""How long a room and a visit took, and what is left of it, in words."""

from collections.abc import Sequence

from falls_app.domain.asking import Asked
from falls_app.domain.minutes import Spent, room_took, visit_so_far, whole_minutes
from falls_app.domain.preflight import Ready, minutes_to_finish
from falls_app.i18n import _, ngettext
from falls_app.ui.session import Session
from falls_app.words import time_words


def room_minutes(session: Session, here: Sequence[Asked]) -> str:
    """Return how long the checks of one place took: "6 min"; "" if that is not known."""
    found = [each.place for each in here if each.finding is not None]
    took = room_took(session.moments(session.view.walk.id), found)
    if took is None:
        return ""
    minutes = whole_minutes(took)
    return time_words(minutes) if minutes else _("Under a minute")


def visit_minutes(session: Session, lines: Sequence[Ready], *, is_locked: bool) -> str:
    """Return how long the visit took so far, and what is left: "52 minutes so far. …"."""
    spent = visit_so_far(session.moments(), session.store.now())
    left = minutes_to_finish(lines, session.view.score.places)
    return " ".join(filter(None, [_so_far(spent), _left(left, is_locked=is_locked)]))


def _so_far(spent: Spent | None) -> str:
    if spent is None:
        return ""
    if not spent.minutes:
        return _("Under a minute so far.")
    if spent.is_all:
        return ngettext("{n} minute so far.", "{n} minutes so far.", spent.minutes)
    return ngettext("More than {n} minute so far.", "More than {n} minutes so far.", spent.minutes)


def _left(minutes: int, *, is_locked: bool) -> str:
    if is_locked:
        return _("All is done.")
    if not minutes:
        return _("All is ready to sign.")
    return ngettext("About {n} minute to finish.", "About {n} minutes to finish.", minutes)
