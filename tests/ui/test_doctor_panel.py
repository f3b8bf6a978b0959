"""The questions to take along: ticked by the person, grouped, and printed."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from falls_app.domain.person import Say
from falls_app.ui.background import Inline
from falls_app.ui.main_window import MainWindow
from falls_app.ui.pages import print_plan
from falls_app.ui.session import Session
from tests.ui.pressing import is_there, is_ticked, press, read

SCAN = "I broke a bone in a small fall. Do I need a bone density scan?"


@pytest.fixture
def rosa(session: Session) -> Session:
    session.begin(mine=False)
    session.set_person("name", name="Rosa", say=Say.SHE)
    return session


@pytest.fixture
def page(window: MainWindow, rosa: Session, qtbot) -> MainWindow:
    rosa.answer_bone("B01", "not_followed_up", "A break")
    window.go("bones:overview")
    qtbot.waitUntil(lambda: is_there(window.page, SCAN))
    return window


def boxes(window: MainWindow) -> list[QAbstractButton]:
    """Return the boxes of the panel from top to bottom."""
    found = [each for each in window.page.findChildren(QAbstractButton) if each.isCheckable()]
    return sorted(
        (each for each in found if each.isVisible()),
        key=lambda each: each.mapTo(window.page, each.rect().topLeft()).y(),
    )


def test_nothing_is_ticked_before_the_person_ticks_it(page, rosa):
    assert "Until then, a page has the most pressing questions." in read(page.page)
    assert not is_ticked(page.page, SCAN)
    assert rosa.case.bones.shared is None


def test_a_tick_is_kept_and_can_be_taken_back(page, rosa, qtbot):
    press(qtbot, page.page, SCAN)
    assert rosa.case.bones.shared == ("B01",)
    assert is_ticked(page.page, SCAN)
    assert "A page has only what is ticked." in read(page.page)

    rosa.undo()
    assert rosa.case.bones.shared is None
    assert not is_ticked(page.page, SCAN)


def test_a_second_press_shares_it_no_longer(page, rosa, qtbot):
    press(qtbot, page.page, SCAN)
    press(qtbot, page.page, SCAN)

    assert rosa.case.bones.shared == ()


def test_all_are_ticked_with_one_button_which_then_goes(page, rosa, qtbot):
    press(qtbot, page.page, "Tick all")

    assert rosa.case.bones.shared == tuple(ask.id for ask in rosa.view.outcome.questions)
    assert all(box.isChecked() for box in boxes(page))
    assert not is_there(page.page, "Tick all")


def test_a_new_question_comes_unticked(page, rosa, qtbot):
    press(qtbot, page.page, "Tick all")

    rosa.answer_bone("E01", "eyes", "Eyes and feet")

    name = "Is it time for an eye test? Which glasses are best on steps?"
    qtbot.waitUntil(lambda: is_there(page.page, name))
    assert not is_ticked(page.page, name)
    assert is_ticked(page.page, SCAN)


def test_a_few_questions_have_no_headings(window, rosa, qtbot):
    rosa.answer_bone("E01", "eyes", "Eyes and feet")
    window.go("bones:overview")
    name = "Is it time for an eye test? Which glasses are best on steps?"
    qtbot.waitUntil(lambda: is_there(window.page, name))

    assert "For the doctor" not in read(window.page).splitlines()


def test_many_questions_stand_under_whom_they_are_for(page, rosa, qtbot):
    rosa.answer_bone("B15", "neither", "Strength")
    rosa.answer_bone("E01", "both_due", "Eyes")
    rosa.change_bones("kinds", medicines=("sleep", "steroids", "mood"))
    qtbot.waitUntil(lambda: "For the pharmacist" in read(page.page))

    lines = read(page.page).splitlines()
    assert lines.index("For the doctor") < lines.index("For the pharmacist")
    tops = {
        box.accessibleName(): box.mapTo(page.page, box.rect().topLeft()).y() for box in boxes(page)
    }
    heading = next(
        each
        for each in page.page.findChildren(object)
        if getattr(each, "text", None)
        and callable(each.text)
        and each.text() == "For the pharmacist"
        and each.isVisible()
    )
    line = heading.mapTo(page.page, heading.rect().topLeft()).y()
    assert tops[SCAN] < line < tops["Is there another way to help me sleep?"]


def test_who_shares_more_than_one_visit_has_time_for_is_told(page, rosa, qtbot):
    rosa.answer_bone("B15", "neither", "Strength")
    rosa.answer_bone("E01", "both_due", "Eyes")
    rosa.answer_bone("B03", "lot", "Height")
    rosa.answer_bone("B02", "not_followed_up", "Back")
    assert "One visit has time for 5." not in read(page.page)

    press(qtbot, page.page, "Tick all")

    assert "One visit has time for 5." in read(page.page)


def test_a_question_about_a_treatment_names_it(page, rosa, qtbot):
    rosa.change_bones(
        "ask", items={**rosa.case.bones.items, "ask:cement-3": "yes"}, shared=("cement-3",)
    )

    qtbot.waitUntil(lambda: is_there(page.page, "Cement in the bone: What if we wait?"))
    assert is_ticked(page.page, "Cement in the bone: What if we wait?")


def test_the_page_for_the_doctor_opens(page, qtbot, monkeypatch):
    monkeypatch.setattr(print_plan, "Background", Inline)

    press(qtbot, page.page, "Preview the doctor page")

    assert page.page.stage == "print"
    assert page.page.where() == "doctor"


def test_the_page_for_the_pharmacist_opens_once_there_is_a_question_for_it(
    page, rosa, qtbot, monkeypatch
):
    monkeypatch.setattr(print_plan, "Background", Inline)
    assert not is_there(page.page, "Preview the pharmacist page")
    rosa.change_bones("kinds", medicines=("sleep",))
    qtbot.waitUntil(lambda: is_there(page.page, "Preview the pharmacist page"))

    press(qtbot, page.page, "Preview the pharmacist page")

    assert page.page.where() == "pharmacist"


def test_without_questions_there_is_nothing_to_tick_or_print(window, rosa):
    window.go("bones:overview")

    assert "There are none yet." in read(window.page)
    assert not is_there(window.page, "Tick all")
    assert not is_there(window.page, "Preview the doctor page")


def test_the_same_boxes_stand_beside_a_question(window, rosa, qtbot):
    rosa.answer_bone("B01", "not_followed_up", "A break")
    window.go("bones:B02")
    qtbot.waitUntil(lambda: is_there(window.page, SCAN))

    press(qtbot, window.page, SCAN)

    assert rosa.case.bones.shared == ("B01",)
