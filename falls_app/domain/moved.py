"""What a newly told trait changes in the plan."""

from falls_app.domain.plan import Plan
from falls_app.domain.step import Step


def moved_up(before: Plan, after: Plan, trait: str) -> tuple[Step, ...]:
    """Return the open steps that weigh more than before because of this trait, in their order."""
    weights = {step.key: step.priority for step in before.steps}
    return tuple(
        step
        for step in after.open_steps
        if trait in step.because and step.priority > weights.get(step.key, 0)
    )
