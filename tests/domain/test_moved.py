"""What a trait moves up in the plan, and which suggestions are still to confirm."""

from dataclasses import replace

from falls_app.domain.moved import moved_up
from falls_app.domain.plan import Plan
from falls_app.domain.ranking import Tier
from falls_app.domain.screening.suggesting import suggestion_key, to_confirm
from falls_app.domain.step import Column, Step


def step(key: str, priority: float, *because: str) -> Step:
    return Step(
        key=key, tier=Tier.SOON, priority=priority, do="", short="", why="", role="family",
        who="family", by="", column=Column.TODAY, because=because,
    )  # fmt: skip


def plan(*steps: Step) -> Plan:
    return Plan(steps, (), (), "2026-11-20")


def test_a_step_that_weighs_more_because_of_the_trait_moved_up() -> None:
    before = plan(step("A", 2.0), step("B", 3.0), step("C", 1.0))
    after = plan(step("B", 3.0), step("A", 2.5, "dizzy"), step("C", 1.0, "near_miss"))

    assert [each.key for each in moved_up(before, after, "dizzy")] == ["A"]


def test_a_new_step_because_of_the_trait_moved_up() -> None:
    assert [each.key for each in moved_up(plan(), plan(step("A", 1.0, "dizzy")), "dizzy")] == ["A"]


def test_a_step_that_weighs_as_much_as_before_did_not_move() -> None:
    before = plan(step("A", 2.0, "dizzy"))

    assert moved_up(before, before, "dizzy") == ()


def test_a_step_that_weighs_more_for_another_reason_did_not_move_because_of_it() -> None:
    assert moved_up(plan(step("A", 1.0)), plan(step("A", 2.0, "memory")), "dizzy") == ()


def test_what_is_declined_is_left_out() -> None:
    from falls_app.domain.assessment import Decision, StepChoice

    declined = replace(step("A", 3.0, "dizzy"), choice=StepChoice("A", decision=Decision.NO))

    assert moved_up(plan(), plan(declined), "dizzy") == ()


def test_a_trait_to_which_somebody_said_no_is_not_to_confirm() -> None:
    items = {suggestion_key("dizzy"): "no", suggestion_key("memory"): "yes"}

    assert to_confirm(("dizzy", "memory", "helped"), items) == ("memory", "helped")
