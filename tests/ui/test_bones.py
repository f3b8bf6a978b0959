"""Bones and balance: asking one question at a time, and the cards of what was said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from falls_app.domain.overview import BONES
from falls_app.domain.person import Say
from falls_app.ui.main_window import MainWindow
from falls_app.ui.session import Session
from falls_app.ui.widgets.bar_parts import HomeTitle


def words(window: MainWindow) -> str:
    """Return everything that can be read on the page now."""
    labels = window.page.findChildren(QLabel)
    buttons = window.page.findChildren(QAbstractButton)
    read = [each.text() for each in labels if each.isVisible()]
    return "\n".join(read + [each.accessibleName() for each in buttons if each.isVisible()])


def button(window: MainWindow, start: str) -> QAbstractButton:
    """Return the visible button whose spoken name begins like this."""
    found = [
        each
        for each in window.page.findChildren(QAbstractButton)
        if each.isVisible() and each.accessibleName().startswith(start)
    ]
    assert found, f"no button “{start}”"
    return found[0]


def press(window: MainWindow, start: str) -> None:
    QTest.mouseClick(button(window, start), Qt.MouseButton.LeftButton)


@pytest.fixture
def new_home(session: Session) -> Session:
    session.begin(mine=False)
    session.set_person("name", name="Rosa", say=Say.SHE)
    return session


def test_the_first_visit_asks_the_first_question(window, new_home):
    window.go("bones")

    assert "has Rosa broken a bone in a small fall?" in words(window)
    assert "1 of 10" in words(window)


def test_a_later_visit_asks_the_first_question_without_an_answer(window, new_home):
    new_home.answer_bone("B01", "no", "A break after a small fall")
    new_home.answer_bone("B02", "no", "A broken bone in the back")

    window.go("bones")

    assert "3 of 10" in words(window)


def test_once_all_is_answered_the_cards_are_shown(window, sample):
    window.go("bones")

    assert "10 of 10 asked" in words(window)


def test_a_pressed_answer_is_recorded_and_its_text_appears(window, new_home):
    window.go("bones")

    press(window, "Yes, and nobody checked the bones")

    assert new_home.case.bones.items["B01"] == "not_followed_up"
    assert "Book a visit this week." in words(window)
    assert "Ask the doctor for a bone check" in words(window)


def test_number_keys_answer_and_enter_goes_on(window, new_home):
    window.go("bones")

    QTest.keyClick(window.page.first_focus(), Qt.Key.Key_1)
    QTest.keyClick(window.page.first_focus(), Qt.Key.Key_Return)

    assert new_home.case.bones.items == {"B01": "no"}
    assert "2 of 10" in words(window)


def test_a_number_without_an_answer_changes_nothing(window, new_home):
    window.go("bones")

    QTest.keyClick(window.page.first_focus(), Qt.Key.Key_5)

    assert new_home.case.bones.items == {}


@pytest.mark.parametrize("key", [Qt.Key.Key_9, Qt.Key.Key_Question])
def test_nine_and_the_question_mark_say_not_sure(window, new_home, key):
    window.go("bones")

    QTest.keyClick(window.page.first_focus(), key)

    assert new_home.case.bones.items["B01"] == "not_sure"


def test_number_keys_elsewhere_on_the_page_do_not_answer(window, new_home):
    window.go("bones")

    QTest.keyClick(button(window, "All ten questions"), Qt.Key.Key_1)

    assert new_home.case.bones.items == {}


def test_enter_on_back_goes_back(window, new_home):
    window.go("bones:B02")
    back = button(window, "Back")
    back.setFocus()

    QTest.keyClick(back, Qt.Key.Key_Return)

    assert "1 of 10" in words(window)


def test_the_first_question_has_no_way_back(window, new_home):
    window.go("bones")

    assert "Back" not in words(window).splitlines()


def test_the_chosen_answer_is_still_there_on_coming_back(window, new_home):
    window.go("bones")
    press(window, "No. Key 1")
    press(window, "Next")
    press(window, "Back")

    assert button(window, "No. Key 1. Chosen").isChecked()


def test_answering_keeps_the_focus_where_it_is(window, new_home, qtbot):
    window.go("bones")
    window.activateWindow()
    answer = button(window, "Yes, and a doctor checked")
    answer.setFocus()

    QTest.keyClick(answer, Qt.Key.Key_Space)

    assert QApplication.focusWidget() is answer


def test_the_last_question_leads_to_the_results(window, new_home):
    window.go("bones:E01")

    press(window, "See the results")

    assert window.page.stage == "results"


def test_all_ten_questions_stand_as_cards(window, new_home):
    window.go("bones")
    press(window, "All ten questions")

    cards = words(window)
    assert "0 of 10 asked" in cards
    for question in new_home.view.bones.questions:
        assert f"{question.topic}. Not asked yet." in cards


def test_a_card_says_how_things_stand_and_what_comes_first(window, sample):
    window.go("bones:overview")

    assert "Strength and balance. Ask soon." in words(window)
    assert "Start a strength and balance class" in words(window)
    assert "Steroid tablets. Good." in words(window)


def test_a_pressed_card_opens_its_question(window, sample):
    window.go("bones:overview")

    press(window, "Steroid tablets")

    assert "5 of 10" in words(window)


def test_the_cards_ask_the_last_one_by_name(window, sample):
    items = dict(sample.case.bones.items)
    del items["E01"]
    sample.close()
    sample.begin(mine=False)
    for question, choice in items.items():
        sample.answer_bone(question, choice, question)

    window.go("bones:overview")
    press(window, "Ask the last one")

    assert "10 of 10" in words(window)


def test_questions_for_the_doctor_gather_from_open_answers(window, new_home, qtbot):
    ask = "I broke a bone in a small fall. Do I need a bone density scan?"
    window.go("bones")
    assert "There are none yet." in words(window)

    press(window, "Yes, and nobody checked the bones")
    qtbot.waitUntil(lambda: ask in words(window))

    press(window, "No. Key 1")
    assert ask not in words(window)


def test_undo_takes_the_answer_back_on_the_card_too(window, new_home):
    window.go("bones")
    press(window, "No. Key 1")

    new_home.undo()

    assert not button(window, "No. Key 1").isChecked()
    assert "Good to know" not in words(window)


def test_the_page_says_that_it_is_no_test(window, sample):
    for where in ("bones:overview", "bones:B01"):
        window.go(where)
        assert "This is not a medical test and has no score." in words(window)


def test_another_home_starts_anew(window, sample):
    window.go("bones")
    sample.begin(mine=True)

    window.go("bones")

    assert "have you broken a bone" in words(window)


def test_a_larger_text_comes_back_to_the_same_question(window, sample, qtbot):
    window.go("bones:B15")

    window.set_text_size(150)

    def title() -> str:
        shown = [each for each in window.findChildren(HomeTitle) if each.isVisible()]
        return " ".join(each.text() for each in shown)

    qtbot.waitUntil(lambda: "7 of 10" in title())


def test_every_answer_of_every_question_reads_well(window, new_home):
    for question in new_home.view.bones.questions:
        for choice in question.choices:
            new_home.answer_bone(question.id, choice.id, question.topic)
            window.go(f"bones:{question.id}")
            read = words(window)
            assert new_home.about(choice.text) in read
            assert "{" not in read
            window.go("bones:overview")
            assert "{" not in words(window)


def test_no_answer_is_called_a_fix_for_the_house(window, sample):
    window.go("bones:overview")

    assert "hazard" not in words(window).lower()
    assert sample.view.marks[BONES].total == 10
