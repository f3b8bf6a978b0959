"""What to buy for the plan, by where it is bought."""

from dataclasses import replace

from falls_app.domain.assessment import Decision, StepChoice
from falls_app.domain.ranking import Tier
from falls_app.domain.shopping import TRADE, Shop, purchases
from falls_app.domain.step import Column, Step
from tests.domain.making import check, fix

SHOPS = (Shop("light", "Lamps", ("bulb", "lamp")), Shop("home", "Home", ("mat", "screws")))


def step(key: str, *buy: str, **more: object) -> Step:
    each = fix(1, buy=buy, **more)
    found = check(key, fixes=(each,))
    return Step(
        key, Tier.SOON, 1, "Do.", key, "Why.", each.who, each.who, "", Column.MONTH,
        check=found, fix=each,
    )  # fmt: skip


def test_a_thing_is_bought_once_in_the_order_of_the_shops() -> None:
    found = purchases([step("A", "mat", "bulb"), step("B", "bulb")], SHOPS)

    assert list(found) == ["light", "home"]
    assert [(each.thing, [s.key for s in each.steps]) for each in found["light"]] == [
        ("bulb", ["A", "B"])
    ]


def test_what_only_a_trade_needs_stands_last() -> None:
    steps = [step("A", "screws", drills=True), step("B", "mat"), step("C", "mat", drills=True)]
    found = purchases(steps, SHOPS)

    assert list(found) == ["home", TRADE]
    assert [each.thing for each in found[TRADE]] == ["screws"]


def test_nothing_is_bought_for_what_was_turned_down_or_is_done_another_way() -> None:
    for decision in (Decision.NO, Decision.LATER, Decision.OWN_WAY):
        turned_down = replace(step("A", "mat"), choice=StepChoice("A", decision))

        assert purchases([turned_down], SHOPS) == {}
