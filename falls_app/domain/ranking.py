"""How much a finding matters for the people who live here. It orders fixes; it predicts nothing.

Source: scoring specification, "Fit score" and "Priority and plan order".
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Place
from falls_app.domain.checklist import Answer, Check
from falls_app.domain.person import TRAITS, Person

AMOUNT = {Answer.SAFE: 0.0, Answer.PARTLY: 0.5, Answer.HAZARD: 1.0}
"""How much of a check's penalty an answer takes."""

MOST_FIT, MOST_INJURY = 2.0, 1.4
NEAR_MISS = 0.5
MEMORY_FIRST = frozenset({"BED07", "KIT08", "BTH17", "EMG07", "HAB08"})
"""Always first for somebody with memory trouble."""

EFFORT = {0: 1.0, 1: 1.5, 2: 3.0, 3: 6.0}
"""Effort of a fix by its cost."""

LIMITS, LIMITS_AFTER_A_FALL = (5.0, 2.5), (4.0, 2.0)
"""Least priority of the tiers now and soon; the second after a fall in the past year."""

_HAIR = 1e-9
"""Products such as 12.5 × 0.2 may miss a limit by a hair; a limit reached counts as reached."""


class Tier(StrEnum):
    """How urgent a step is."""

    NOW = "now"
    SOON = "soon"
    LATER = "later"

    @property
    def place(self) -> int:
        """0 for now, 1 for soon, 2 for later."""
        return {"now": 0, "soon": 1, "later": 2}[self.value]


class Rule(StrEnum):
    """What put a finding in its tier: its priority, a fall in the past year, or memory trouble.

    ``FELL`` only where the tier would be a later one without the fall.
    """

    PRIORITY = "priority"
    FELL = "fell"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Pull:
    """How strongly a check concerns one person: m·f, and why.

    ``because`` holds trait ids, and "near_miss" if something happened here. ``is_capped``: they
    would add up to more than a check may ever move up.
    """

    strength: float
    because: tuple[str, ...]
    who: int = 0
    is_capped: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """An open finding with its priority P, its tier, and the person it concerns most.

    ``rule`` says what put it in its tier.
    """

    asked: Asked
    priority: float
    tier: Tier
    pull: Pull
    rule: Rule = Rule.PRIORITY

    @property
    def check(self) -> Check:
        """Return the check."""
        return self.asked.check


def pull(check: Check, people: Sequence[Person], *, near_miss: bool = False) -> Pull:
    """Return the larger m·f of the people in the home; 1 with no people or no matching trait."""
    pulls = [
        _pull_on(check, person.all_traits, near_miss, who) for who, person in enumerate(people)
    ]
    return max(
        pulls or [_pull_on(check, frozenset(), near_miss, 0)], key=lambda each: each.strength
    )


def _pull_on(check: Check, traits: Collection[str], near_miss: bool, who: int) -> Pull:
    fit, injury = 1.0 + NEAR_MISS * near_miss, 1.0
    because = ["near_miss"] if near_miss else []
    for trait in TRAITS.values():
        if trait.id not in traits:
            continue
        bonus = max((trait.bonus.get(tag, 0.0) for tag in check.tags), default=0.0)
        hurt = trait.injury.get(check.severity, 0.0)
        fit, injury = fit + bonus, injury + hurt
        if bonus or hurt:
            because.append(trait.id)
    is_capped = fit > MOST_FIT + _HAIR or injury > MOST_INJURY + _HAIR
    return Pull(min(fit, MOST_FIT) * min(injury, MOST_INJURY), tuple(because), who, is_capped)


def pulls(places: Iterable[Asked], people: Sequence[Person]) -> Mapping[Place, Pull]:
    """Return the pull of every check by its place."""
    return {each.place: pull(each.check, people, near_miss=each.near_miss) for each in places}


def priority(each: Asked, strength: float, amount: float) -> float:
    """Return P = w·m·f·a·u for this amount of the hazard, where ``strength`` is m·f."""
    return each.check.weight * strength * amount * each.use.share


def tier(check: Check, value: float, people: Sequence[Person]) -> Tier:
    """Return the tier of a finding with priority ``value``."""
    return tier_and_rule(check, value, people)[0]


def tier_and_rule(check: Check, value: float, people: Sequence[Person]) -> tuple[Tier, Rule]:
    """Return the tier of a finding with priority ``value``, and what put it there."""
    if any("memory" in person.traits for person in people) and not MEMORY_FIRST.isdisjoint(
        {check.id, *check.covers}
    ):
        return Tier.NOW, Rule.MEMORY
    usual = _tier(value, *LIMITS)
    if not any(person.fall_last_year for person in people):
        return usual, Rule.PRIORITY
    found = _tier(value, *LIMITS_AFTER_A_FALL)
    return found, Rule.PRIORITY if found is usual else Rule.FELL


def _tier(value: float, now: float, soon: float) -> Tier:
    if value + _HAIR >= now:
        return Tier.NOW
    return Tier.SOON if value + _HAIR >= soon else Tier.LATER


def effort(check: Check) -> float:
    """Return the effort of the cheapest fix that leads to safe; the most if there is none."""
    fix = check.best_fix
    return EFFORT[fix.cost] if fix else EFFORT[3]


def ranked(
    places: Iterable[Asked], pulled: Mapping[Place, Pull], people: Sequence[Person]
) -> tuple[Ranked, ...]:
    """Return all open findings in plan order: tier, priority, least effort, check id."""
    found = []
    for each in places:
        if each.finding is None or not each.is_open:
            continue
        why = pulled[each.place]
        value = priority(each, why.strength, AMOUNT[each.finding.answer])
        place, rule = tier_and_rule(each.check, value, people)
        found.append(Ranked(each, value, place, why, rule))
    return tuple(sorted(found, key=_in_plan_order))


def _in_plan_order(one: Ranked) -> tuple[int, float, float, str, str]:
    room = one.asked.room.id if one.asked.room else ""
    return (one.tier.place, -round(one.priority, 9), effort(one.check), one.check.id, room)
