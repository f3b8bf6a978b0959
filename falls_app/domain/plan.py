"""Findings and answers become steps: what, where, why, who, when, and what was decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from falls_app.domain.assessment import Bones, Case, Decision, Finding, StepChoice
from falls_app.domain.checklist import Answer, Check, Checklist, Fix
from falls_app.domain.home import Home
from falls_app.domain.person import Person, Say
from falls_app.domain.ranking import Ranked, Tier
from falls_app.domain.scoring import Score, score
from falls_app.domain.screening.bone_check import BoneCheck, BoneQuestion, Choice

MOST_ON_PAGE_ONE = 5
RENTED = frozenset({"rented", "social", "care"})
LOOK_AGAIN_DAYS = (14, 42, 182)
"""Two weeks, six weeks and six months after the walk. Source: product description, 6."""

_DAYS = {
    "today": {Tier.NOW: 0, Tier.SOON: 7, Tier.LATER: 30},
    "month": {Tier.NOW: 7, Tier.SOON: 21, Tier.LATER: 60},
    "help": {Tier.NOW: 7, Tier.SOON: 30, Tier.LATER: 60},
}


class Column(StrEnum):
    """How a step is done: by the family for free, with something bought, or with a trade."""

    TODAY = "today"
    MONTH = "month"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``key`` names it for ever: the check's id, or the bone question's.

    ``rooms`` are room ids, empty for the whole house; ``because`` trait ids that moved it up.
    ``who`` is a role ("family", "electrician") or the name somebody chose; ``by`` an ISO date.
    ``question`` and ``answer`` are set for steps from bones and balance, ``check`` and ``fix``
    for those from the home.
    """

    key: str
    tier: Tier
    priority: float
    do: str
    short: str
    why: str
    role: str
    who: str
    by: str
    column: Column
    rooms: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    concerns: int = 0
    check: Check | None = None
    fix: Fix | None = None
    until_then: Fix | None = None
    question: BoneQuestion | None = None
    answer: Choice | None = None
    findings: tuple[Finding, ...] = ()
    done_when: str = ""
    choice: StepChoice | None = None

    @property
    def decision(self) -> Decision | None:
        """What the person chose; None while not talked about."""
        return self.choice.decision if self.choice else None

    @property
    def is_done(self) -> bool:
        """True once somebody noted the day it was done."""
        return bool(self.choice and self.choice.done)

    @property
    def is_declined(self) -> bool:
        """True if the person turned it down."""
        return self.decision is not None and self.decision.is_declined

    @property
    def is_active(self) -> bool:
        """True if it is still to be done and was not put off."""
        return not (self.is_done or self.is_declined or self.decision is Decision.LATER)

    @property
    def own_words(self) -> str:
        """The person's own way, in their words, if they chose one; papers print it instead."""
        if self.choice and self.decision in (Decision.OWN_WAY, Decision.TRY_FIRST):
            return self.choice.words
        return ""

    @property
    def cost(self) -> int | None:
        """Cost of the fix, 0 to 3; None for a step that is a question to somebody."""
        return self.fix.cost if self.fix else None


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

    def in_column(self, column: Column) -> tuple[Step, ...]:
        """Return the steps of one column, in order."""
        return tuple(step for step in self.steps if step.column is column)

    def look_again_on(self, days: int = LOOK_AGAIN_DAYS[-1]) -> date:
        """Return the day to look again, counted from the walk."""
        return date.fromisoformat(self.walked_on) + timedelta(days=days)


def make_plan(case: Case, result: Score, bones: BoneCheck) -> Plan:
    """Return the plan of a case: home steps in the order of the score, then bones and balance.

    At most five stand first, one of them from bones and balance if any is open. Done steps keep
    their place among the others; declined and postponed ones never stand first.
    """
    walk = case.assessment
    walked_on = walk.date if walk else ""
    home_steps = _home_steps(case, result, walked_on)
    bone_steps = _bone_steps(case, bones, walked_on)
    first = _page_one(home_steps, bone_steps)
    look_first = {  # by id: a check holds mappings and has no hash
        each.check.id: each.check
        for each in result.places
        if each.check.is_critical and not each.is_known
    }
    everything = sorted(
        (*home_steps, *bone_steps), key=lambda step: (step.is_done, step.tier.place)
    )
    return Plan(tuple(everything), first, tuple(look_first.values()), walked_on)


def _page_one(home: Sequence[Step], bones: Sequence[Step]) -> tuple[Step, ...]:
    homes = [step for step in home if step.is_active]
    others = [step for step in bones if step.is_active]
    room_for_home = MOST_ON_PAGE_ONE - min(1, len(others))
    chosen = homes[:room_for_home]
    chosen += others[: MOST_ON_PAGE_ONE - len(chosen)]
    return tuple(sorted(chosen, key=lambda step: step.tier.place))


def _home_steps(case: Case, result: Score, walked_on: str) -> list[Step]:
    """Return one step a check, open or done, with the largest priority and all its rooms."""
    groups: dict[str, list[Ranked]] = {}
    for found in result.ranked:
        groups.setdefault(found.check.id, []).append(found)
    steps = [_home_step(case, group, walked_on) for group in groups.values()]
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
    column = column_of(fix.who, fix.cost)
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
        column=column_of(fix.who, fix.cost),
        rooms=_rooms((finding,)),
        check=check,
        fix=fix,
        findings=(finding,),
        done_when=fix.done_when,
        choice=choice,
    )


def _rooms(findings: Iterable[Finding]) -> tuple[str, ...]:
    named = (
        room
        for finding in findings
        for room in ((finding.room,) if finding.room else finding.where)
    )
    return tuple(dict.fromkeys(named))


def _bone_steps(case: Case, bones: BoneCheck, walked_on: str) -> list[Step]:
    steps = []
    for question, answer in open_answers(case.bones, bones):
        given = answer.step
        if given is None:
            continue
        choice = case.choices.get(question.id)
        tier = Tier.NOW if question.level else Tier.SOON if answer.state == "fix" else Tier.LATER
        by = date.fromisoformat(walked_on) + timedelta(days=given.days) if walked_on else ""
        steps.append(
            Step(
                key=question.id,
                tier=tier,
                priority=0.0,
                do=given.do,
                short=given.short,
                why=answer.text,
                role=given.who,
                who=_who(case, given.who, True, choice),
                by=choice.by if choice and choice.by else str(by),
                column=column_of(given.who, 0),
                question=question,
                answer=answer,
                done_when=given.done_when,
                choice=choice,
            )
        )
    return steps


def open_answers(answers: Bones, bones: BoneCheck) -> list[tuple[BoneQuestion, Choice]]:
    """Return the answered questions that lead somewhere, the most pressing first.

    An answer to a red-flag question may stand under the flags as yes, no or not_sure.
    """
    found = []
    for question in bones.questions:
        chosen = question.choice(answers.items.get(question.id) or answers.flags.get(question.id))
        if chosen and chosen.state != "ok":
            found.append((question, chosen))
    severity = {"fix": 0, "some": 1, "unsure": 2}
    return sorted(found, key=lambda pair: (pair[0].rank, severity.get(pair[1].state, 3)))


def fixes_in_order(check: Check, person: Person, home: Home) -> tuple[Fix, ...]:
    """Return the fixes that lead to safe, the one to take first in front.

    With memory trouble a passive fix comes before one that has to be remembered; in a rented
    home one that needs neither drill nor permission comes first. Then the cheapest.
    """
    forgets = "memory" in person.traits
    rents = home.tenure in RENTED
    return tuple(
        sorted(
            (fix for fix in check.fixes if fix.leads_to is Answer.SAFE),
            key=lambda fix: (
                forgets and fix.needs_memory,
                rents and (fix.drills or fix.permission),
                fix.cost,
            ),
        )
    )


def chosen_fix(check: Check, person: Person, home: Home, choice: StepChoice | None) -> Fix:
    """Return the fix somebody chose for this step, else the one to take first."""
    if choice and choice.fix is not None and 0 <= choice.fix < len(check.fixes):
        return check.fixes[choice.fix]
    return (fixes_in_order(check, person, home) or check.fixes)[0]


FREE_HANDS = frozenset({"family", "person", "shop"})
"""Who needs no appointment."""


def column_of(role: str, cost: int) -> Column:
    """Return how a fix is done: by a trade or clinician, with something bought, or free."""
    if role not in FREE_HANDS:
        return Column.HELP
    return Column.MONTH if cost else Column.TODAY


def due(walked_on: str, column: Column, tier: Tier) -> str:
    """Return the ISO day by which a step is best done; "" while no walk has a date."""
    if not walked_on:
        return ""
    return str(date.fromisoformat(walked_on) + timedelta(days=_DAYS[column][tier]))


def _who(case: Case, role: str, person_can: bool, choice: StepChoice | None) -> str:
    """Return the name of whoever does it, or the role. Heavy work is never the person's."""
    if choice and choice.who:
        return choice.who
    if role == "person" and person_can:
        return case.person.name if case.person.say is not Say.YOU else "person"
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
        if step.fix is None:
            continue
        for finding in step.findings:
            walk = walk.with_finding(replace(finding, answer=step.fix.leads_to))
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
