"""What the red-flag screen says about each sign: how it is asked, and what an answer leads to."""

from falls_app.content.screening import load_flag_screen
from falls_app.domain.screening.flag_screen import EMERGENCY, TODAY, Flag
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.widgets.yes_no import NOT_SURE, YES, Asking

Lines = tuple[tuple[str, str], ...]

TOKENS = {1: "flag", 2: "some", 3: "primary"}
"""The color of each level."""


def is_hidden(flag: Flag) -> bool:
    """Return whether the answer is shown only while it is given: others may look later."""
    return flag.id in load_flag_screen().never_on_paper


def flag_asking(session: Session, flag: Flag, *, given_now: bool) -> Asking:
    """Return a sign as its card shows it; ``given_now`` if it was answered since the page came."""
    answer = session.case.bones.flags.get(flag.id, "")
    hint = session.say(flag.hint)
    if answer and is_hidden(flag) and not given_now:
        kept = _("There is an answer. It stays hidden here. You can answer again.")
        return Asking(session.say(flag.ask), hint=f"{hint} {kept}".strip())
    return Asking(
        session.say(flag.ask),
        answer,
        hint=hint,
        leads=_leads(session, flag, answer),
        token="primary" if is_hidden(flag) else TOKENS[flag.level],
        link=_("What to do now") if flag.id in session.view.open_flags else "",
    )


def _leads(session: Session, flag: Flag, answer: str) -> Lines:
    is_open = flag.id in session.view.open_flags
    if flag.level == EMERGENCY:
        return _emergency_leads(session, flag) if is_open or answer in (YES, NOT_SURE) else ()
    # Another answer, such as a fall in the diary, may say yes in the place of this one.
    if answer == YES or (not answer and flag in session.view.outcome.raised):
        return (("phone", session.view.say(flag.action)), *_after_hours(session, flag))
    level = next(each for each in load_flag_screen().levels if each.level == flag.level)
    return (("question", session.say(level.not_sure)),) if answer == NOT_SURE else ()


def _emergency_leads(session: Session, flag: Flag) -> Lines:
    if is_hidden(flag):
        return kind_lines(session)
    if flag.id in session.view.open_flags:
        return (("phone", session.view.help_words),)
    noted = session.case.bones.help_noted
    return (("check", _("Noted: {words}").format(words=noted)),)


def _after_hours(session: Session, flag: Flag) -> Lines:
    """Return whom to call the same day when the doctor is closed, where the region has a number."""
    if flag.level != TODAY or flag.days or is_hidden(flag) or not session.region.urgent:
        return ()
    words = _("Is the doctor closed? Call {line}.")
    return (("clock", words.format(line=session.region.urgent_words)),)


# ------------------------------------------------------------------ kind words


def kind_lines(session: Session) -> Lines:
    """Return the kind words with whom to talk to."""
    said = [("heart", session.say(words)) for words in load_flag_screen().kind_words]
    return (*said, ("phone", crisis_words(session)))


def crisis_words(session: Session) -> str:
    """Return whom to talk to in despair in this region, with the number."""
    line = load_flag_screen().crisis_line(session.region.id)
    if line is None:
        words = _("Call {emergency} and say that you need to talk.")
        return session.about(words, emergency=session.region.emergency)
    return _("{line}: call {number}.").format(line=line.name, number=line.urgent)


# ------------------------------------------------------------------ all of them


def shown_flags(session: Session) -> tuple[Flag, ...]:
    """Return the signs that are there and may be shown to anybody, the gravest first."""
    return tuple(flag for flag in session.view.outcome.raised if not is_hidden(flag))


def asked_count(session: Session) -> tuple[int, int]:
    """Return how many signs have an answer, and how many there are."""
    flags = load_flag_screen().flags
    return sum(flag.id in session.case.bones.flags for flag in flags), len(flags)
