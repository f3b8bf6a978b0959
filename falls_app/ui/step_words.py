"""Words for the steps of the plan: faces of cards, decisions, and who may do a step."""

from falls_app import paths
from falls_app.domain.assessment import Decision
from falls_app.domain.person import Say
from falls_app.domain.plan import Step
from falls_app.domain.ranking import Tier
from falls_app.i18n import _
from falls_app.ui.days import day_words
from falls_app.ui.session import Session
from falls_app.ui.widgets.plan_board import ROLE_ICONS, StepFace
from falls_app.ui.words import price_words, role_words, room_words


def decision_words(session: Session) -> dict[Decision, str]:
    """Return every decision as it is called, in the order in which they are offered."""
    return {
        Decision.AGREED: _("Agreed"),
        Decision.TRY_FIRST: _("Try first"),
        Decision.LATER: _("Later"),
        Decision.OWN_WAY: session.about(_("{Names} way")),
        Decision.NO: _("No thank you"),
        Decision.NOT_NEEDED: _("Not needed"),
    }


def who_words(session: Session, who: str) -> str:
    """Return who does a step; the person if nobody is named."""
    return role_words(session, who or "person")


def people_for(session: Session, step: Step) -> dict[str, str]:
    """Return whom a step can be given to, in words: the person only if the fix allows it."""
    case = session.case
    person = "person" if case.person.say is Say.YOU else case.person.name or "person"
    chosen = step.who or "person"
    values = [person] if step.fix is None or step.fix.person_can else []
    values += [helper.name for helper in case.helpers]
    values += [step.role] if step.role != "person" else []
    return {value: who_words(session, value) for value in dict.fromkeys((*values, chosen)) if value}


def fixed_picture(step: Step) -> str:
    """Return the picture of the step once it is done, "" if there is none."""
    name = f"{step.check.picture}-fixed" if step.check and step.check.picture else ""
    return name if name and (paths.resources() / "illustrations" / f"{name}.svg").exists() else ""


def day_of(session: Session, iso: str) -> str:
    """Return a day as the open home's region writes it."""
    return day_words(iso, session.region.locale, today=session.today)


def quoted(words: str) -> str:
    """Return the person's own words as a quotation, "" for none."""
    return _("“{words}”").format(words=words) if words else ""


def plan_title(session: Session) -> str:
    """Return whose plan it is."""
    known = session.case.person.name or session.case.person.say is Say.YOU
    return session.about(_("{Names} plan")) if known else _("The plan")


def _done_words(session: Session, iso: str) -> str:
    if iso == session.today.isoformat():
        return _("Done today")
    return _("Done {day}").format(day=day_of(session, iso))


def face_of(session: Session, step: Step) -> StepFace:
    """Return what the card of a step shows."""
    done = step.choice.done if step.choice and step.is_done else ""
    return StepFace(
        key=step.key,
        title=session.about(step.short),
        shape="fix" if step.tier is Tier.NOW else "some",
        room=room_words(session, step),
        day=_done_words(session, done) if done else day_of(session, step.by),
        cost=price_words(session.region, step.cost),
        who=who_words(session, step.who),
        role=step.who if step.who in ROLE_ICONS else "",
        own=quoted(step.own_words),
        decision=decision_words(session)[step.decision] if step.decision else "",
        picture=fixed_picture(step),
        is_done=step.is_done,
    )
