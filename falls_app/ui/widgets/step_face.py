"""What a card shows of a step, in words that are ready to be read."""

from dataclasses import dataclass

from falls_app import paths
from falls_app.domain.ranking import Tier
from falls_app.domain.step import Step
from falls_app.drawing.shapes import State
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.words import day_of
from falls_app.words import decision_names, price_words, quoted, room_words, who_words, wording

ROLE_ICONS = {
    "family": "people", "shop": "shoe", "handyperson": "wrench", "builder": "wrench",
    "electrician": "bulb", "plumber": "washer", "OT": "steth", "doctor": "steth",
    "pharmacist": "pills", "optician": "eye", "podiatrist": "shoe", "landlord": "key",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFace:
    """What a card shows of a step, in words that are ready to be read.

    ``role`` is the id behind ``who`` if it is no name; ``own`` the person's own words.
    """

    key: str
    title: str
    shape: State
    room: str
    day: str
    cost: str
    who: str
    role: str
    own: str
    decision: str
    picture: str
    is_done: bool

    @property
    def spoken(self) -> str:
        """Return the card in one line for screen readers."""
        urgent = _("Fix first") if self.shape == "fix" and not self.is_done else ""
        parts = (self.title, urgent, self.room, self.day, self.cost, self.who, self.decision)
        return ". ".join(part for part in (*parts, self.own) if part)


def face_of(session: Session, step: Step) -> StepFace:
    """Return what the card of a step shows."""
    done = step.choice.done if step.choice and step.is_done else ""
    return StepFace(
        key=step.key,
        title=wording(session.view.say, step)[0],
        shape="fix" if step.tier is Tier.NOW else "some",
        room=room_words(session.case.home, step),
        day=_done_words(session, done) if done else day_of(session, step.by),
        cost=price_words(session.region, step.cost),
        who=who_words(session.case.person, session.region, step),
        role=step.who if step.who in ROLE_ICONS else "",
        own=quoted(step.own_words),
        decision=decision_names(session.about)[step.decision] if step.decision else "",
        picture=fixed_picture(step),
        is_done=step.is_done,
    )


def _done_words(session: Session, iso: str) -> str:
    if iso == session.today.isoformat():
        return _("Done today")
    return _("Done {day}").format(day=day_of(session, iso))


def fixed_picture(step: Step) -> str:
    """Return the picture of the step once it is done, "" if there is none."""
    name = f"{step.check.picture}-fixed" if step.check and step.check.picture else ""
    return name if name and (paths.resources() / "illustrations" / f"{name}.svg").exists() else ""
