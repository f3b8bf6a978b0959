"""What people say about a step, and what a done step does to the answers: case in, case out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from falls_app.domain.assessment import Assessment, Case, OwnStep, StepChoice
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Photo
from falls_app.domain.person import Say
from falls_app.domain.step import Step


def people_for(case: Case, step: Step) -> tuple[str, ...]:
    """Return whom a step can be given to, names and roles: the person only if the fix allows it.

    The first is the person themselves, then the helpers, then whoever the fix names; a clinician
    is asked by one of them.
    """
    person = "person" if case.person.say is Say.YOU else case.person.name or "person"
    values = [person] if step.fix is None or step.fix.person_can else []
    values += [helper.name for helper in case.helpers]
    values += [step.role] if step.role not in ("person", step.asked) else []
    return tuple(who for who in dict.fromkeys((*values, step.who or "person")) if who)


def chosen(case: Case, step: Step, **fields: Any) -> Case:
    """Return the case with other fields of the choice: who, by, words, fix, decision.

    Steps that this one settles too follow it.
    """
    for key in (step.key, *step.also):
        case = _with_choice(case, replace(_choice(case, key), **fields))
    return case


def with_own_step(case: Case, text: str) -> Case:
    """Return the case with one more step of its own, the last of them."""
    used = {own.id for own in case.own_steps} | {
        key.removeprefix("own-") for key in case.choices if key.startswith("own-")
    }
    number = max((int(each) for each in used if each.isdecimal()), default=0) + 1
    return replace(case, own_steps=(*case.own_steps, OwnStep(str(number), text)))


def with_own_step_changed(case: Case, step: Step, **fields: Any) -> Case:
    """Return the case with another text or cost of a step of its own."""
    own_steps = tuple(
        replace(own, **fields) if own.key == step.key else own for own in case.own_steps
    )
    return replace(case, own_steps=own_steps)


def without_own_step(case: Case, step: Step) -> Case:
    """Return the case without a step of its own, and without what was said about it."""
    return replace(
        case,
        own_steps=tuple(own for own in case.own_steps if own.key != step.key),
        choices={key: choice for key, choice in case.choices.items() if key != step.key},
    )


def done(case: Case, step: Step, today: str) -> Case:
    """Return the case with the step done today (ISO): the answer becomes what its fix names.

    A stop-gap leaves the check partly open, so its lasting fix stays in the plan.
    """
    if step.fix is None:
        return chosen(case, step, done=today)
    choice = _choice(case, step.key)
    is_lasting = step.fix.leads_to is Answer.SAFE
    answers = {finding.answer for finding in step.findings}
    gravest = next((each for each in (Answer.HAZARD, Answer.PARTLY) if each in answers), None)
    return _with_choice(
        _answered(case, step, step.fix.leads_to),
        replace(choice, done=today, before=gravest.value if gravest else "")
        if is_lasting
        else replace(choice, fix=None),
    )


def done_on(case: Case, step: Step, day: str, today: str) -> Case:
    """Return the case with another day (ISO) for a step that is done.

    ValueError for a day after ``today``: nothing is done before it is done.
    """
    if day > today:
        raise ValueError(f"{step.key} cannot be done on {day}: it is {today}.")
    return chosen(case, step, done=day)


def with_photos(case: Case, step: Step, photos: tuple[Photo, ...]) -> Case:
    """Return the case with these photos of a step that stands on no finding."""
    return _with_choice(case, replace(_choice(case, step.key), photos=photos))


def not_done(case: Case, step: Step) -> Case:
    """Return the case with a done step open again: its check is to fix, as it was."""
    if step.fix is None:
        return chosen(case, step, done="")
    choice = _choice(case, step.key)
    answer = Answer(choice.before) if choice.before else Answer.HAZARD
    return _with_choice(_answered(case, step, answer), replace(choice, done="", before=""))


def _choice(case: Case, key: str) -> StepChoice:
    return case.choices.get(key) or StepChoice(key)


def _with_choice(case: Case, choice: StepChoice) -> Case:
    choices: Mapping[str, StepChoice] = {**case.choices, choice.step: choice}
    return replace(case, choices=choices)


def _answered(case: Case, step: Step, answer: Answer) -> Case:
    walk = case.assessment
    if walk is None:
        return case
    return case.with_assessment(with_answer(walk, step, answer))


def with_answer(walk: Assessment, step: Step, answer: Answer) -> Assessment:
    """Return the walk with this answer wherever the step was found."""
    for finding in step.findings:
        walk = walk.with_finding(replace(finding, answer=answer))
    return walk
