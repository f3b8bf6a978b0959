"""Steps that the family writes itself: in the plan, decided on and done like any other."""

from dataclasses import replace

from falls_app.domain.assessment import Assessment, Case, Decision, Finding, Helper, StepChoice
from falls_app.domain.checklist import Checklist
from falls_app.domain.deciding import (
    chosen,
    done,
    not_done,
    with_own_step,
    with_own_step_changed,
    without_own_step,
)
from falls_app.domain.home import Home, Room
from falls_app.domain.merging import PLAN, differences, merged
from falls_app.domain.plan import Plan, make_plan
from falls_app.domain.scoring import score
from falls_app.domain.step import Column, Step
from tests.domain.making import HAZARD, check

CHECKS = Checklist("1", tuple(check(f"BTH0{n}") for n in range(1, 6)))
HOME = Home((Room("bath", "BTH", "Bathroom"),))
WALK = Assessment("w", "2026-11-14", findings={("BTH01", "bath"): Finding("BTH01", HAZARD, "bath")})
CASE = with_own_step(Case(home=HOME, assessments=(WALK,), helpers=(Helper("Tom"),)), "Oil the gate")


def plan_of(case: Case) -> Plan:
    walk = case.assessment
    assert walk is not None
    return make_plan(case, score(CHECKS, HOME, walk, (case.person,), person_score=True), ())


def own(case: Case) -> Step:
    step = plan_of(case).step("own-1")
    assert step is not None
    return step


def test_a_step_of_their_own_stands_in_the_plan_with_who_and_when() -> None:
    step = own(CASE)

    assert (step.short, step.do, step.why) == ("Oil the gate", "Oil the gate", "")
    assert (step.who, step.by, step.column, step.cost) == ("Tom", "2026-11-21", Column.TODAY, None)
    assert step in plan_of(CASE).first


def test_who_when_and_cost_are_theirs_to_say() -> None:
    case = chosen(
        with_own_step_changed(CASE, own(CASE), cost=2), own(CASE), who="Ben", by="2027-01-02"
    )
    step = own(case)

    assert (step.who, step.by, step.cost, step.column) == ("Ben", "2027-01-02", 2, Column.MONTH)


def test_it_is_decided_on_done_and_open_again_like_any_other() -> None:
    declined = chosen(CASE, own(CASE), decision=Decision.NO)

    assert own(declined) in plan_of(declined).declined
    finished = done(CASE, own(CASE), "2026-11-20")
    assert own(finished).is_done
    assert own(finished) not in plan_of(finished).first
    assert not own(not_done(finished, own(finished))).is_done


def test_it_comes_after_the_home_on_page_one() -> None:
    found = {(f"BTH0{n}", "bath"): Finding(f"BTH0{n}", HAZARD, "bath") for n in range(1, 6)}
    case = replace(CASE, assessments=(replace(WALK, findings=found),))

    assert own(case) in plan_of(case).open_steps
    assert own(case) not in plan_of(case).first


def test_a_second_one_has_a_key_of_its_own_and_one_that_is_taken_out_takes_its_choice_along() -> (
    None
):
    both = with_own_step(CASE, "Call Ben")
    said = chosen(both, own(both), words="Soon")
    left = without_own_step(said, own(said))

    assert [each.key for each in both.own_steps] == ["own-1", "own-2"]
    assert [each.text for each in left.own_steps] == ["Call Ben"]
    assert left.choices == {}
    assert [each.id for each in with_own_step(left, "More").own_steps] == ["2", "3"]
    kept = replace(CASE, own_steps=(), choices={"own-7": StepChoice("own-7")})
    assert with_own_step(kept, "More").own_steps[0].id == "8"


def test_two_values_of_a_home_differ_in_it_and_either_can_be_taken() -> None:
    mine = replace(CASE, own_steps=())
    found = differences(mine, CASE)

    assert [(each.where, each.key) for each in found] == [(PLAN, ("own", "1"))]
    assert merged(mine, CASE, [each.key for each in found]) == CASE
