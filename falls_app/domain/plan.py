"""Findings and answers become steps: what, where, why, who, when, and what was decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from falls_app.domain.assessment import Case, Finding, StepChoice
from falls_app.domain.board import column_for
from falls_app.domain.checklist import Answer, Check, Checklist
from falls_app.domain.deciding import with_answer
from falls_app.domain.fixes import (
    FREE_HANDS,
    chosen_fix,
    due,
    needs_owner,
)
from falls_app.domain.person import Say
from falls_app.domain.ranking import Ranked, Tier
from falls_app.domain.scoring import Score, score
from falls_app.domain.screening.advice import Advice
from falls_app.domain.screening.flag_screen import TODAY
from falls_app.domain.screening.movement import Movement
from falls_app.domain.screening.outcome import Raise
from falls_app.domain.step import CLINICIANS, Column, Step

MOST_ON_PAGE_ONE = 5
LOOK_AGAIN_DAYS = (14, 42, 182)
"""Two weeks, six weeks and six months after the walk. Source: product description, 6."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps in order. ``look_first`` are critical checks that nobody has answered yet."""

    steps: tuple[Step, ...]
    first: tuple[Step, ...]
    look_first: tuple[Check, ...]
    walked_on: str

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """Steps neither done nor declined."""
        return tuple(step for step in self.steps if not (step.is_done or step.is_declined))

    @property
    def declined(self) -> tuple[Step, ...]:
        """Steps the person turned down, printed once as their choice."""
        return tuple(step for step in self.steps if step.is_declined)

    def step(self, key: str) -> Step | None:
        """Return the step with this key, or None."""
        return next((step for step in self.steps if step.key == key), None)

    def in_column(self, column: Column) -> tuple[Step, ...]:
        """Return the steps of one column, in order."""
        return tuple(step for step in self.steps if step.column is column)

    def look_again_on(self, days: int = LOOK_AGAIN_DAYS[-1]) -> date:
        """Return the day to look again, counted from the walk."""
        return date.fromisoformat(self.walked_on) + timedelta(days=days)


def make_plan(
    case: Case,
    result: Score,
    advice: Sequence[Advice],
    *,
    raises: Sequence[Raise] = (),
    today: str = "",
) -> Plan:
    """Return the plan of a case: home steps in the order of the score, then bones and balance.

    At most five stand first: what is due today, one more from bones and balance if any is open,
    and the home. Done steps keep their place among the others; declined and postponed ones never
    stand first. What the family wrote fills what is left of the five. A habit whose check of the
    home is open (``raises``) is said there instead.
    ``today`` (ISO) is when a step of today is due; the day of the walk if that is later.
    """
    walk = case.assessment
    walked_on = walk.date if walk else ""
    home_steps = _home_steps(case, result, walked_on, raises)
    at_home = {step.key for step in home_steps if not step.is_done}
    settled = {each.habit.id for each in raises if each.check in at_home and each.is_first}
    wanted = [pair for pair in advice if pair[0].id not in settled]
    bone_steps = _merged(_bone_steps(case, wanted, walked_on, today))
    own_steps = tuple(own_steps_of(case, walked_on))
    first = _page_one(home_steps, bone_steps, own_steps)
    look_first = {  # by id: a check holds mappings and has no hash
        each.check.id: each.check
        for each in result.places
        if each.check.is_critical and not each.is_known
    }
    everything = sorted((*home_steps, *bone_steps, *own_steps), key=_place)
    return Plan(tuple(everything), first, tuple(look_first.values()), walked_on)


def _place(step: Step) -> tuple[bool, bool, int]:
    return (step.is_done, not step.is_for_today, step.tier.place)


def _page_one(home: Sequence[Step], bones: Sequence[Step], own: Sequence[Step]) -> tuple[Step, ...]:
    others = [step for step in bones if step.is_active]
    urgent = sum(step.is_for_today for step in others)
    homes = [step for step in home if step.is_active]
    chosen = homes[: MOST_ON_PAGE_ONE - min(MOST_ON_PAGE_ONE, max(urgent, min(1, len(others))))]
    chosen += others[: MOST_ON_PAGE_ONE - len(chosen)]
    chosen += [step for step in own if step.is_active][: MOST_ON_PAGE_ONE - len(chosen)]
    return tuple(sorted(chosen, key=_place))


def _home_steps(case: Case, result: Score, walked_on: str, raises: Sequence[Raise]) -> list[Step]:
    """Return one step a check, open or done, with the largest priority and all its rooms."""
    habits: dict[str, tuple[Movement, ...]] = {}
    for one in raises:
        habits[one.check] = (*habits.get(one.check, ()), one.habit)
    groups: dict[str, list[Ranked]] = {}
    for found in result.ranked:
        groups.setdefault(found.check.id, []).append(found)
    steps = [
        replace(_home_step(case, group, walked_on), habits=habits.get(key, ()))
        for key, group in groups.items()
    ]
    still_open = set(groups)
    for each in result.places:
        choice = case.choices.get(each.check.id)
        if choice and choice.done and each.check.id not in still_open and each.finding:
            steps.append(_done_step(case, each.check, each.finding, choice))
            still_open.add(each.check.id)
    return steps


def _home_step(case: Case, group: Sequence[Ranked], walked_on: str) -> Step:
    worst = group[0]
    check = worst.check
    choice = case.choices.get(check.id)
    if choice and choice.done:  # answered anew since: what is open is not done
        choice = replace(choice, done="")
    fix = chosen_fix(check, case.person, case.home, choice)
    column = column_for(case, check.id, fix.who, fix.cost)
    findings = tuple(each.asked.finding for each in group if each.asked.finding)
    stop_gap = check.until_then if fix.leads_to is Answer.SAFE and fix.cost > 0 else None
    return Step(
        key=check.id,
        tier=worst.tier,
        priority=worst.priority,
        do=fix.do,
        short=fix.short,
        why=check.why,
        role=fix.who,
        who=_who(case, fix.who, fix.person_can, choice),
        by=choice.by if choice and choice.by else due(walked_on, column, worst.tier),
        column=column,
        rooms=_rooms(findings),
        because=worst.pull.because,
        concerns=worst.pull.who,
        check=check,
        fix=fix,
        until_then=stop_gap,
        findings=findings,
        done_when=fix.done_when,
        choice=choice,
        needs_owner=needs_owner(fix, case.home),
        found=tuple(group),
    )


def _done_step(case: Case, check: Check, finding: Finding, choice: StepChoice) -> Step:
    fix = chosen_fix(check, case.person, case.home, choice)
    return Step(
        key=check.id,
        tier=Tier.LATER,
        priority=0.0,
        do=fix.do,
        short=fix.short,
        why=check.why,
        role=fix.who,
        who=_who(case, fix.who, fix.person_can, choice),
        by=choice.done,
        column=column_for(case, check.id, fix.who, fix.cost),
        rooms=_rooms((finding,)),
        check=check,
        fix=fix,
        findings=(finding,),
        done_when=fix.done_when,
        choice=choice,
        needs_owner=needs_owner(fix, case.home),
    )


def _rooms(findings: Iterable[Finding]) -> tuple[str, ...]:
    named = (
        room
        for finding in findings
        for room in ((finding.room,) if finding.room else finding.where)
    )
    return tuple(dict.fromkeys(named))


def _bone_steps(case: Case, advice: Sequence[Advice], walked_on: str, today: str) -> Iterator[Step]:
    for question, answer, given in ((q, a, a.step) for q, a in advice if a.step):
        choice = case.choices.get(question.id)
        tier = Tier.NOW if question.level else Tier.SOON if answer.state == "fix" else Tier.LATER
        begin = max(walked_on, today) if question.level == TODAY else walked_on
        by = date.fromisoformat(begin) + timedelta(days=given.days) if begin else ""
        yield Step(
            key=question.id,
            tier=tier,
            priority=0.0,
            do=given.do,
            short=given.short,
            why=answer.text,
            role=given.who,
            who=_who(case, given.who, True, choice),
            by=_day(choice) or given.by or str(by),
            column=column_for(case, question.id, given.who, 0),
            question=question,
            answer=answer,
            done_when=given.done_when,
            choice=choice,
            worse=(given.worse,) if given.worse else (),
        )


def _day(choice: StepChoice | None) -> str:
    """Return the day on which a step was done, else the one that was chosen for it, else ""."""
    return choice.done or choice.by if choice else ""


def own_steps_of(case: Case, walked_on: str) -> Iterator[Step]:
    """Yield the steps that the family wrote, in the order in which they were written."""
    for own in case.own_steps:
        choice = case.choices.get(own.key)
        column = column_for(case, own.key, "family", own.cost or 0)
        yield Step(
            key=own.key,
            tier=Tier.SOON,
            priority=0.0,
            do=own.text,
            short=own.text,
            why="",
            role="family",
            who=_who(case, "family", True, choice),
            by=_day(choice) or due(walked_on, column, Tier.SOON),
            column=column,
            choice=choice,
            own=own,
        )


def _merged(steps: Iterable[Step]) -> list[Step]:
    """Return the steps, with those of one name that stand alike as one: a visit is made once.

    It is due when the first of them is; what to do should it get worse is said for all.
    """
    merged: dict[tuple[object, ...], Step] = {}
    for step in steps:
        key = (step.short, step.role, step.is_done, step.decision)
        first = merged.get(key)
        if first is None:
            merged[key] = step
            continue
        worse = tuple(dict.fromkeys((*first.worse, *step.worse)))
        by = min(first.by, step.by)
        merged[key] = replace(first, also=(*first.also, step.key), worse=worse, by=by)
    return list(merged.values())


def _who(case: Case, role: str, person_can: bool, choice: StepChoice | None) -> str:
    """Return the name of whoever does it, or the role. Heavy work is never the person's.

    A clinician is asked by the first helper, else by the person.
    """
    asks = role in CLINICIANS
    if choice and choice.who and not (asks and choice.who == role):
        return choice.who
    person = case.person.name if case.person.say is not Say.YOU else "person"
    if role == "person" and person_can:
        return person
    if asks:
        return case.helpers[0].name if case.helpers else person
    if role in FREE_HANDS:
        return case.helpers[0].name if case.helpers else "family"
    return role


def declined_checks(choices: Mapping[str, StepChoice]) -> frozenset[str]:
    """Return the keys of all steps the person turned down."""
    return frozenset(
        key for key, choice in choices.items() if choice.decision and choice.decision.is_declined
    )


def score_after(
    checklist: Checklist, case: Case, steps: Iterable[Step], *, person_score: bool
) -> Score | None:
    """Return the score with these steps done: the same function on the answers they leave."""
    walk = case.assessment
    if walk is None:
        return None
    for step in steps:
        if step.fix is not None:
            walk = with_answer(walk, step, step.fix.leads_to)
    return score(
        checklist,
        case.home,
        walk,
        (case.person,),
        person_score=person_score,
        declined=declined_checks(case.choices),
    )


def already_good(result: Score) -> tuple[Check, ...]:
    """Return the checks that are good as they are everywhere, the weightiest first."""
    safe = [each.check for each in result.places if each.answer is Answer.SAFE]
    open_ids = {each.check.id for each in result.places if each.is_open}
    good = {check.id: check for check in safe if check.id not in open_ids}
    return tuple(sorted(good.values(), key=lambda check: -check.weight))


def shopping_list(steps: Iterable[Step]) -> tuple[str, ...]:
    """Return what to buy for these steps, each thing once."""
    return tuple(dict.fromkeys(thing for step in steps if step.fix for thing in step.fix.buy))
