"""Calcium from food: a usual week, other foods, rounding."""

import pytest

from falls_app.domain.screening.calcium import (
    Food,
    FoodGroup,
    FoodTable,
    Swaps,
    calcium_gap,
    calcium_per_day,
    closing_swaps,
    counted,
)

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


def test_a_food_that_is_not_in_the_table_is_left_out_of_what_counts() -> None:
    assert counted({"milk": 7, "moon": 3, "egg": 0}, TABLE) == {"milk": 7}


# ------------------------------------------------------------------ swaps

GROUPS = tuple(FoodGroup(each, each, "") for each in ("drinks", "dairy", "greens", "fish", "nuts"))
YOGURT = Food("yogurt", "dairy", "Yogurt", "1", "1", 415, ())
CHEESE = Food("cheese", "dairy", "Cheese", "1", "1", 220, ())
KALE = Food("kale", "greens", "Kale", "1", "1", 175, ())
SARDINES = Food("sardines", "fish", "Sardines", "1", "1", 325, ())
NUTS = Food("nuts", "nuts", "Nuts", "1", "1", 60, ())
SHELF = FoodTable("", "", "", 250, (MILK, YOGURT, CHEESE, SARDINES, KALE, NUTS), (), GROUPS)


def offered(servings: dict[str, float], gap: int, sizes_like: str = "us") -> list[tuple[str, int]]:
    swaps = closing_swaps(servings, SHELF, gap, sizes_like).swaps
    return [(swap.food.id, swap.mg) for swap in swaps]


def test_without_a_gap_nothing_is_offered() -> None:
    assert closing_swaps({}, SHELF, 0) == Swaps()


def test_each_food_offered_closes_the_gap_and_no_two_are_of_one_group() -> None:
    assert offered({}, 250) == [("milk", 300), ("yogurt", 400), ("sardines", 350)]
    assert not closing_swaps({}, SHELF, 250).together


def test_at_most_four_foods_are_offered_in_the_order_of_the_groups() -> None:
    assert [food for food, _mg in offered({}, 50)] == ["milk", "yogurt", "kale", "sardines"]


def test_what_is_eaten_often_is_not_offered_again() -> None:
    assert [food for food, _mg in offered({"milk": 4, "yogurt": 7}, 200)] == [
        "cheese",
        "kale",
        "sardines",
    ]
    assert [food for food, _mg in offered({"milk": 3.5}, 300)] == ["milk", "yogurt", "sardines"]


def test_a_wide_gap_is_closed_by_several_together_and_no_more_than_needed() -> None:
    assert closing_swaps({}, SHELF, 650).together
    assert offered({}, 650) == [("milk", 300), ("yogurt", 400)]
    assert offered({}, 900) == [("milk", 300), ("yogurt", 400), ("kale", 200)]


def test_a_little_food_is_no_part_of_a_wide_gap() -> None:
    eaten = {"milk": 7.0, "yogurt": 7.0, "cheese": 7.0}

    assert offered(eaten, 5000) == [("kale", 200), ("sardines", 350)]


def test_a_swap_has_the_serving_of_the_region() -> None:
    assert offered({"yogurt": 7, "cheese": 7, "sardines": 7}, 200, "uk")[0] == ("milk", 250)


def test_one_who_eats_all_of_it_often_is_offered_nothing() -> None:
    assert offered({food.id: 7 for food in SHELF.foods}, 900) == []
