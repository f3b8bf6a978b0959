"""Which fix of a check to take, how it is done, and by when."""

from datetime import date, timedelta

from falls_app.domain.assessment import StepChoice
from falls_app.domain.checklist import Answer, Check, Fix
from falls_app.domain.home import Home
from falls_app.domain.person import Person
from falls_app.domain.ranking import Tier
from falls_app.domain.step import Column

RENTED = frozenset({"rented", "social", "care"})

FREE_HANDS = frozenset({"family", "person", "shop"})
"""Who needs no appointment."""

_DAYS = {
    "today": {Tier.NOW: 0, Tier.SOON: 7, Tier.LATER: 30},
    "month": {Tier.NOW: 7, Tier.SOON: 21, Tier.LATER: 60},
    "help": {Tier.NOW: 7, Tier.SOON: 30, Tier.LATER: 60},
}


def fixes_in_order(check: Check, person: Person, home: Home) -> tuple[Fix, ...]:
    """Return the fixes that lead to safe, the one to take first in front.

    With memory trouble a passive fix comes before one that has to be remembered; in a rented
    home one that needs neither drill nor permission comes first. Then the cheapest.
    """
    forgets = "memory" in person.traits
    return tuple(
        sorted(
            (fix for fix in check.fixes if fix.leads_to is Answer.SAFE),
            key=lambda fix: (
                forgets and fix.needs_memory,
                needs_owner(fix, home),
                fix.cost,
            ),
        )
    )


def needs_owner(fix: Fix, home: Home) -> bool:
    """Return whether the owner of a rented home is asked before this fix."""
    return home.tenure in RENTED and (fix.drills or fix.permission)


def chosen_fix(check: Check, person: Person, home: Home, choice: StepChoice | None) -> Fix:
    """Return the fix somebody chose for this step, else the one to take first."""
    if choice and choice.fix is not None and 0 <= choice.fix < len(check.fixes):
        return check.fixes[choice.fix]
    return (fixes_in_order(check, person, home) or check.fixes)[0]


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
