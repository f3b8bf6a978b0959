"""Movement, posture and habits: what a yes leads to, in the plan and in the home."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from falls_app.content.screening import load_movements
from falls_app.domain.person import Say
from falls_app.ui.background import Inline
from falls_app.ui.main_window import MainWindow
from falls_app.ui.pages import print_plan
from falls_app.ui.session import Session
from tests.ui.pressing import is_there, is_ticked, press, read

CLIMB = "Does Rosa climb on stools or chairs?"
SHOES = "Does Rosa wear slippers with no back?"
WORTH = "This makes these worth a look in the home:"


@pytest.fixture
def page(window: MainWindow, sample: Session, qtbot) -> MainWindow:
    window.go("bones:movement")
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def card(window: MainWindow) -> str:
    window.go("bones:overview")
    names = [each.accessibleName() for each in window.page.findChildren(QAbstractButton)]
    return next(name for name in names if name.startswith("Movement, posture and habits"))


def test_every_movement_is_asked_with_three_answers(page, sample):
    for each in load_movements().movements:
        question = sample.say(each.question)
        for answer in ("Yes", "No", "Not sure"):
            assert is_there(page.page, f"{question} {answer}")


def test_a_yes_shows_the_tip_and_puts_the_step_into_the_plan(page, sample, qtbot):
    press(qtbot, page.page, f"{CLIMB} Yes")

    assert sample.case.bones.items["MV03"] == "yes"
    qtbot.waitUntil(lambda: "Ask somebody to get it down." in read(page.page))
    step = sample.view.plan.step("MV03")
    assert f"In the plan: {sample.say(step.short)}" in read(page.page)


@pytest.mark.parametrize("answer", ["No", "Not sure"])
def test_any_other_answer_is_kept_and_leads_nowhere(page, sample, qtbot, answer):
    press(qtbot, page.page, f"{CLIMB} {answer}")

    assert is_ticked(page.page, f"{CLIMB} {answer}")
    assert "Ask somebody to get it down." not in read(page.page)
    assert WORTH not in read(page.page)


def test_a_yes_names_the_checks_of_the_home_and_opens_them(page, qtbot):
    press(qtbot, page.page, f"{SHOES} Yes")
    qtbot.waitUntil(lambda: is_there(page.page, "Whole house: Shoes that grip and stay on"))
    assert WORTH in read(page.page)

    press(qtbot, page.page, "Whole house: Shoes that grip and stay on")

    assert page.page.where() == "whole:FTW02"


def test_a_check_that_the_quick_list_leaves_out_is_named_all_the_same(page, qtbot):
    press(qtbot, page.page, "Does Rosa bend with a round back? Yes")

    assert "In the full check: Oven, fridge, washer: no bend" in read(page.page)


def test_a_check_that_the_home_has_open_takes_the_place_of_the_step(page, sample, qtbot):
    from falls_app.domain.checklist import Answer

    check = sample.view.checklist.by_id["HAB04"]
    sample.answer(check, None, Answer.HAZARD)

    press(qtbot, page.page, f"{CLIMB} Yes")

    step = sample.view.plan.step("HAB04")
    qtbot.waitUntil(lambda: f"In the plan: {sample.say(step.short)}" in read(page.page))


def test_undo_takes_the_answer_and_what_followed_away(page, sample, qtbot):
    press(qtbot, page.page, f"{CLIMB} Yes")

    sample.undo()

    assert not is_ticked(page.page, f"{CLIMB} Yes")
    assert WORTH not in read(page.page)


def test_keys_answer_and_enter_goes_on_to_the_next(page, sample, qtbot):
    first = page.page.first_focus()
    assert first.hasFocus()

    qtbot.keyClick(first, Qt.Key.Key_2)
    qtbot.keyClick(first, Qt.Key.Key_Return)

    assert sample.case.bones.items["MV01"] == "no"
    assert "lift things from the floor" in page.focusWidget().accessibleName()


def test_coming_back_begins_at_the_first_without_an_answer(window, sample):
    sample.answer_bone("MV01", "no", "Bending")
    window.go("bones:movement")

    assert "lift things" in window.page.first_focus().accessibleName()


def test_a_movement_can_be_opened_by_its_id(page):
    page.go("bones:movement:MV09")

    assert page.focusWidget().accessibleName() == SHOES


def test_daily_habits_have_their_lines_and_say_what_was_answered(page):
    said = read(page.page)

    for habit in load_movements().habits:
        assert habit.title in said
        assert habit.lines[0] in said
    assert "Does Rosa smoke? No" in said
    assert "Daylight: not asked yet" in said


def test_what_is_private_is_called_so(page):
    private = [habit for habit in load_movements().habits if habit.private]
    tags = [
        each
        for each in page.page.findChildren(object)
        if hasattr(each, "accessibleName") and each.accessibleName() == "Private"
    ]

    assert [habit.id for habit in private] == ["alcohol", "smoking"]
    assert len(tags) == 2


def test_the_handouts_open(page, qtbot, monkeypatch):
    monkeypatch.setattr(print_plan, "Background", Inline)

    press(qtbot, page.page, "Handout: Move well and spare your back")

    assert page.page.stage == "print"


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({}, "Not asked yet. How Rosa moves and sits"),
        ({"MV01": "no"}, "Good. 1 of "),
        ({"MV01": "no", "MV02": "not_sure"}, "Look again. 2 of "),
        ({"MV01": "yes"}, "Worth a look. 1 of "),
    ],
)
def test_the_card_says_how_things_stand(page, sample, answers, says):
    sample.change_bones("movement", items={**sample.case.bones.items, **answers})

    assert says in card(page)


def test_it_speaks_to_whoever_does_it_alone(page, sample):
    sample.set_person("name", say=Say.YOU, name="")

    assert is_there(page.page, "Do you climb on stools or chairs? Yes")
    assert "{" not in read(page.page)


def test_an_answer_about_a_habit_is_changed_where_it_is_asked(page, sample, qtbot):
    press(qtbot, page.page, "Change the answer: Smoking")

    assert page.page.where() == "check"
    qtbot.waitUntil(lambda: "Does Rosa smoke?" in read(page.page))
