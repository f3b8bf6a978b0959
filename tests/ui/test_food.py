"""Calcium, vitamin D and protein: servings of a usual week, the sum, the goal, the swaps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from falls_app.domain.person import Say
from falls_app.ui.background import Inline
from falls_app.ui.main_window import MainWindow
from falls_app.ui.pages import print_plan
from falls_app.ui.session import Session
from tests.ui.pressing import is_there, named, press, read, write

MILK = "Cow's milk, any kind"
FIELD = f"{MILK}: servings in a usual week"


@pytest.fixture
def rosa(session: Session) -> Session:
    session.begin(mine=False)
    session.set_person("name", name="Rosa", say=Say.SHE, age=78, sex="female")
    return session


@pytest.fixture
def food(window: MainWindow, rosa: Session, qtbot) -> MainWindow:
    window.go("bones:food")
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def card(window: MainWindow) -> str:
    """Return what the card of this section says on the overview."""
    window.go("bones:overview")
    names = [
        each.accessibleName()
        for each in window.page.findChildren(object, "")
        if hasattr(each, "accessibleName")
    ]
    return next(name for name in names if name.startswith("Calcium, vitamin D and protein."))


def test_plus_and_minus_count_servings_and_the_sum_follows(food, rosa, qtbot):
    assert "Nothing filled in yet" in read(food.page)

    for _time in range(7):
        press(qtbot, food.page, f"One more: {MILK}")
    assert rosa.case.bones.servings == {"milk": 7}
    assert "About 550" in read(food.page)

    press(qtbot, food.page, f"One less: {MILK}")
    assert rosa.case.bones.servings == {"milk": 6}


def test_none_left_is_nothing_filled_in(food, rosa, qtbot):
    press(qtbot, food.page, f"One more: {MILK}")
    press(qtbot, food.page, f"One less: {MILK}")

    assert rosa.case.bones.servings == {}
    assert not named(food.page, f"One less: {MILK}").isEnabled()
    assert "Nothing filled in yet" in read(food.page)


def test_a_number_can_be_typed_with_a_half(food, rosa, qtbot):
    write(qtbot, food.page, FIELD, "3,5")

    assert rosa.case.bones.servings == {"milk": 3.5}
    assert named(food.page, FIELD, QLineEdit).text() == "3.5"


@pytest.mark.parametrize("words", [",", "x", "0"])
def test_what_is_no_number_counts_as_none(food, rosa, qtbot, words):
    write(qtbot, food.page, FIELD, words)

    assert rosa.case.bones.servings == {}


def test_arrow_keys_go_up_and_down_from_what_was_typed(food, rosa, qtbot):
    field = named(food.page, FIELD, QLineEdit)
    qtbot.keyClicks(field, "4")

    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert rosa.case.bones.servings == {"milk": 5}
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert rosa.case.bones.servings == {"milk": 3}


def test_it_never_goes_below_none_or_beyond_99(food, rosa, qtbot):
    field = named(food.page, FIELD, QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert rosa.case.bones.servings == {}

    write(qtbot, food.page, FIELD, "99")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert rosa.case.bones.servings == {"milk": 99}
    assert not named(food.page, f"One more: {MILK}").isEnabled()


def test_undo_takes_a_serving_back(food, rosa, qtbot):
    press(qtbot, food.page, f"One more: {MILK}")

    rosa.undo()

    assert rosa.case.bones.servings == {}
    assert named(food.page, FIELD, QLineEdit).text() == ""


def test_a_group_shows_its_foods_and_how_many_are_eaten(food, qtbot):
    press(qtbot, food.page, f"One more: {MILK}")

    press(qtbot, food.page, "Greens: 0 foods filled in.")

    assert is_there(food.page, "Kale, cooked: servings in a usual week")
    assert not is_there(food.page, FIELD)
    assert is_there(food.page, "Drinks: 1 food filled in.")


def test_a_food_is_found_by_its_name_in_any_group(food, qtbot):
    qtbot.keyClicks(named(food.page, "Find a food"), "CHEESE")

    for name in ("Hard cheese, such as cheddar", "Cottage cheese", "Swiss cheese or Gruyère"):
        assert is_there(food.page, f"{name}: servings in a usual week")
    assert not is_there(food.page, FIELD)


def test_a_food_that_is_not_there_says_so(food, qtbot):
    qtbot.keyClicks(named(food.page, "Find a food"), "moon")

    assert "There is no food of this name here." in read(food.page)


def test_all_that_is_eaten_can_be_seen_alone(food, qtbot):
    press(qtbot, food.page, "Only what is eaten")
    assert "Nothing is filled in yet. Pick a group above." in read(food.page)

    press(qtbot, food.page, "Greens: 0 foods filled in.")
    press(qtbot, food.page, "One more: Okra")
    press(qtbot, food.page, "Only what is eaten")

    assert is_there(food.page, "Okra: servings in a usual week")
    assert not is_there(food.page, "Kale, cooked: servings in a usual week")


def test_the_goal_and_foods_that_close_the_gap_are_named(food, rosa, qtbot):
    rosa.change_bones("food", servings={"milk": 7, "yogurt-large": 7})

    qtbot.waitUntil(lambda: "Tofu" in read(food.page))
    said = read(food.page)
    assert "About 950" in said
    assert "The goal for this age here: 1,200" in said
    assert "About 250 more a day would reach it. Food comes first." in said
    assert "One more of these a day would do it:" in said
    assert "Tofu set with calcium, ½ cup a day: about 250 more" in said
    assert "Cow's milk, any kind, 1 cup a day" not in said


def test_a_wide_gap_takes_several_foods_together(food, rosa):
    rosa.change_bones("food", servings={"egg": 1})

    assert "All of these together would do it:" in read(food.page)


def test_enough_is_enough(food, rosa):
    rosa.change_bones("food", servings={"milk": 28})

    said = read(food.page)
    assert "Food brings enough calcium. Keep it up." in said
    assert "More than the goal does not help bones." in said
    assert "would do it" not in said


def test_a_rough_guide_is_called_one_and_other_foods_are_counted(food):
    said = read(food.page)

    assert "250 a day for other foods is counted in." in said
    assert "The true number may be a quarter more, or a quarter less." in said
    assert "%" not in said


@pytest.mark.parametrize(
    ("region", "serving", "goal"),
    [
        ("us", "One serving: 1 cup", "The goal for this age here: 1,200"),
        ("uk", "One serving: 1 glass, 200 ml", "The goal for this age here: 700"),
        ("eu", "One serving: 1 glass, 200 ml", "Ask your pharmacist."),
    ],
)
def test_another_region_changes_servings_goal_and_words(food, rosa, region, serving, goal):
    rosa.set_region(region)

    assert serving in read(food.page)
    assert goal in read(food.page)


def test_a_region_without_a_goal_names_no_swaps(food, rosa):
    rosa.set_region("au")
    rosa.change_bones("food", servings={"milk": 1})

    assert "would do it" not in read(food.page)
    assert "would reach it" not in read(food.page)


def test_where_the_goal_hangs_on_more_it_is_asked(food, rosa, qtbot):
    rosa.set_person("age", sex="", age=60)
    assert "The goal here hangs on age" in read(food.page)
    assert not is_there(food.page, "Tell the age")

    press(qtbot, food.page, "Man")

    assert rosa.case.person.sex == "male"
    assert "The goal for this age here: 1,000" in read(food.page)


def test_an_unknown_age_leads_to_where_it_is_told(food, rosa, qtbot):
    rosa.set_person("age", age=None)

    press(qtbot, food.page, "Tell the age")

    assert food.page.title() == "Who lives in this home?"


def test_vitamin_d_and_protein_are_notes_with_no_amount(food, rosa):
    for region in ("us", "uk", "eu"):
        rosa.set_region(region)
        said = read(food.page)
        assert "Eat some protein at each meal." in said
        assert "µg" not in said
        assert " IU" not in said
    assert "How much vitamin D is right? Ask your pharmacist." in said


@pytest.mark.parametrize("title", ["Food for strong bones", "Vitamin D and sunlight"])
def test_the_handouts_are_named_and_open(food, qtbot, monkeypatch, title):
    monkeypatch.setattr(print_plan, "Background", Inline)
    press(qtbot, food.page, f"Handout: {title}")

    assert food.page.stage == "print"
    assert named(food.page, "Which handout").currentText() == title


def test_servings_of_a_food_that_we_do_not_know_are_kept_and_not_counted(food, rosa, qtbot):
    rosa.change_bones("food", servings={"moon": 3, "milk": 1})
    assert "About 300" in read(food.page)

    press(qtbot, food.page, f"One more: {MILK}")

    assert rosa.case.bones.servings == {"moon": 3, "milk": 2}


@pytest.mark.parametrize(
    ("servings", "says"),
    [
        ({}, "Not asked yet. What Rosa eats in a usual week"),
        ({"milk": 7}, "Worth a look. About 550 of calcium a day from food. See what closes"),
        ({"milk": 28}, "Good. About 1,450 of calcium a day from food. See the week"),
    ],
)
def test_the_card_says_how_things_stand(food, rosa, servings, says):
    rosa.change_bones("food", servings=servings)

    assert says in card(food)


def test_the_card_gives_no_verdict_where_there_is_no_goal(food, rosa):
    rosa.set_region("eu")
    rosa.change_bones("food", servings={"milk": 7})

    assert "Noted. About" in card(food)


def test_a_group_can_be_opened_by_its_name(window, rosa):
    window.go("bones:food:bread")

    assert is_there(window.page, "White bread: servings in a usual week")
