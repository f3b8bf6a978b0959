"""What a filled sheet says otherwise than the case, in words for both sides of the list."""

from falls_app.domain.checklist import Answer, Check
from falls_app.domain.filled import Reading
from falls_app.domain.merging import PERSON, Difference, Side
from falls_app.i18n import _, content
from falls_app.sizes import taken_words, unit_in_use
from falls_app.ui.session import Session
from falls_app.ui.widgets.difference_list import Shown


def shown(session: Session, reading: Reading) -> list[Shown]:
    """Return the differences in words. What loses nothing is chosen, what may is left to people."""
    return [_line(session, reading, each) for each in reading.differences]


def _line(session: Session, reading: Reading, found: Difference) -> Shown:
    kind, *rest = found.key
    if kind == "person":
        goals = session.about(_("What {name} want{s} to keep doing"))
        what = _("Name") if rest[0] == "name" else goals
        mine, theirs = str(found.mine or ""), str(found.theirs)
    else:
        check = session.view.checklist.by_id[rest[1]]
        what = f"{check.id} · {_what(session, check, kind, rest[-1])}"
        mine = _value(session, check, kind, rest[-1], found.mine)
        theirs = _value(session, check, kind, rest[-1], found.theirs)
    if found.key in reading.changed:
        what = _("{what} (changed here after the sheet was printed)").format(what=what)
    place = _("Who lives here") if found.where == PERSON else session.view.place_name(found.where)
    chosen = Side.THEIRS if _adds(found) and found.key not in reading.changed else None
    return Shown(found.key, place, what, mine or _("Nothing yet"), theirs, chosen)


def _adds(found: Difference) -> bool:
    """Return whether the sheet only adds: words to words, rooms to rooms, anything to nothing."""
    return found.mine is None or found.key[0] in ("note", "where", "person")


def _what(session: Session, check: Check, kind: str, size: str) -> str:
    short = session.say(check.short)
    if kind == "size":
        return next(content(each.label) for each in check.measures if each.id == size)
    named = {"note": _("Note on: {check}"), "where": _("Where: {check}")}
    return named.get(kind, "{check}").format(check=short)


def _value(session: Session, check: Check, kind: str, size: str, value: object) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, Answer):
        return answer_words(session, check, value)
    if isinstance(value, float):
        measure = next(each for each in check.measures if each.id == size)
        return taken_words(value, unit_in_use(measure, session.region), session.region)
    if isinstance(value, tuple):
        return ", ".join(session.view.place_name(room) for room in value)
    return str(value)


def answer_words(session: Session, check: Check, answer: Answer) -> str:
    """Return an answer in the words of the question card."""
    if words := check.answers.get(answer, ""):
        return session.say(words)
    return _("No longer used") if answer is Answer.NO_LONGER_USED else _("Not sure")
