"""Where somebody carries on who comes back to a case."""

from dataclasses import replace

from falls_app.domain.assessment import Case
from falls_app.domain.bones import Bones
from falls_app.domain.home import Home
from falls_app.domain.person import Person


def is_untouched(case: Case) -> bool:
    """Return whether nobody told anything about this home yet."""
    return (
        replace(case.person, say=Person().say) == Person()
        and case.home == Home()
        and case.bones == Bones()
        and not any(walk.findings for walk in case.assessments)
    )


def answers_given(case: Case) -> int:
    """Return how many questions have an answer: of the latest walk, and about the person."""
    walk = case.assessment
    return (len(walk.findings) if walk else 0) + len(case.bones.items) + len(case.bones.flags)


def page_to_resume(case: Case, *, is_finished: bool) -> str:
    """Return the id of the page to carry on with; the question of the last two days comes first.

    ``is_finished`` tells whether everything was looked at.
    """
    two_days = case.bones.two_days
    walk = case.assessment
    if walk is not None and walk.findings:
        started = "results" if is_finished else "walk"
    else:
        started = "walk" if case.home.rooms else "who"
    if not two_days.ticked:
        return "two-days"
    if two_days.needs_help and not two_days.noted_on:
        return "help-now"
    return started
