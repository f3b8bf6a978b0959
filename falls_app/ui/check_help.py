"""Help on one check: how to look, why, what each answer means, and where that comes from."""

from falls_app.content.sources import load_sources
from falls_app.domain.checklist import Answer, Check
from falls_app.i18n import _
from falls_app.ui.pages.page import HelpPart
from falls_app.ui.session import Session
from falls_app.ui.words import source_words
from falls_app.words import quoted


def check_help(session: Session, check: Check) -> tuple[HelpPart, ...]:
    """Return what the content knows about a check, ready to be read."""
    say = session.say
    look = [say(check.look)]
    if check.ask_person and session.case.person.say != "you":
        look.append(_("Ask: {question}").format(question=say(check.ask_person)))
    return tuple(
        part
        for part in (
            HelpPart(say(check.question), tuple(look)),
            HelpPart(_("Why this matters"), (say(check.why),)),
            HelpPart(_("What each answer means"), _answers(session, check)),
            HelpPart(_("Take care"), tuple(say(line) for line in check.never)),
            HelpPart(_("Where the facts come from"), _sources(check)),
        )
        if part.lines
    )


def _answers(session: Session, check: Check) -> tuple[str, ...]:
    means = {
        Answer.SAFE: _("Good as is"),
        Answer.PARTLY: _("Worth a fix"),
        Answer.HAZARD: _("Fix first"),
        Answer.NOT_HERE: _("None here"),
        Answer.NO_LONGER_USED: _("No longer used"),
        Answer.NOT_SURE: _("Not sure"),
    }
    lines = []
    for answer, words in check.answers.items():
        line = _("**{meaning}:** {words}").format(
            meaning=means[answer], words=f"{quoted(session.say(words))}."
        )
        if answer is Answer.HAZARD and check.best_fix:
            line += " " + session.say(check.best_fix.do)
        lines.append(line)
    return (*lines, _("**{meaning}:** {words}").format(
        meaning=means[Answer.NOT_SURE], words=_("Not sure yet. Look again.")
    ))  # fmt: skip


def _sources(check: Check) -> tuple[str, ...]:
    known = load_sources()
    return tuple(source_words(known[each]) for each in check.sources)
