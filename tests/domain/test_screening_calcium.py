"""Calcium from food: a usual week, other foods, rounding."""

import pytest

from falls_app.domain.screening.calcium import Food, FoodTable, calcium_gap, calcium_per_day

MILK = Food("milk", "drinks", "Milk", "1 cup", "200 ml", 300, (), uk_mg=240)
EGG = Food("egg", "fish", "Egg", "1", "1", 28, ())
TABLE = FoodTable("", "", "", 250, (MILK, EGG), ())


@pytest.mark.parametrize(
    ("servings", "amount"),
    [
        ({}, 250),
        ({"milk": 7}, 550),
        ({"milk": 14, "egg": 7}, 900),
        ({"milk": 0.5}, 250),
        ({"milk": 7, "egg": 6}, 550),
        ({"milk": 7, "egg": 7}, 600),
    ],
)
def test_a_week_of_servings_makes_a_rounded_day(servings: dict[str, float], amount: int) -> None:
    assert calcium_per_day(servings, TABLE) == amount


def test_a_glass_is_smaller_than_a_cup() -> None:
    assert calcium_per_day({"milk": 7}, TABLE, "uk") == 500
    assert EGG.calcium("uk") == 28


def test_a_food_that_is_not_in_the_table_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        calcium_per_day({"moon": 1}, TABLE)


@pytest.mark.parametrize(("amount", "gap"), [(550, 150), (700, 0), (900, 0)])
def test_the_gap_is_never_below_nothing(amount: int, gap: int) -> None:
    assert calcium_gap(amount, 700) == gap
