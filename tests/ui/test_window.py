"""What the window does around every page: keys, undo, saving that fails, closing."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QScrollArea, QWidget

from falls_app.domain.checklist import Answer
from falls_app.errors import UserError
from falls_app.ui.focus import in_order_of_sight
from falls_app.ui.theme import Look
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.question_card import QuestionCard
from falls_app.ui.widgets.toast import Toast
from tests.ui.pressing import is_there, named, press, read

PAGES = ("start", "settings", "caseload", "two-days", "help-now", "who", "home", "walk:stairs:STR01",
         "walk:summary:stairs", "bones:overview", "bones:B01", "results", "plan", "print",
         "sheet-back", "type-in:BTH-1", "blank-list", "about", "backups", "access", "damaged:x")  # fmt: skip


@pytest.fixture
def full_disk(session, monkeypatch):
    """Saving fails until the returned list is emptied."""
    save, trouble = session.store.save, ["full"]

    def failing(*words):
        if trouble:
            raise UserError("There is no room on the disk.", "Your answers are still here.")
        return save(*words)

    monkeypatch.setattr(session.store, "save", failing)
    return trouble


def answer_one(session) -> None:
    check = session.view.checklist.get("STR12")
    session.answer(check, "stairs", Answer.HAZARD)


def test_enter_presses_a_button(window, qtbot) -> None:
    button = named(window.page, "Someone I help")
    button.setFocus()

    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert window.page.title() == "Has anything changed in the last two days?"


def test_undo_says_what_it_took_back(sample, window, qtbot) -> None:
    answer_one(sample)

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert "Taken back: answer to Step edges easy to see" in read(window)


def test_what_could_not_be_saved_is_tried_again(sample, window, full_disk, qtbot) -> None:
    answer_one(sample)
    assert "There is no room on the disk." in read(window)

    full_disk.clear()
    press(qtbot, window, "Try again")

    kept = sample.store.load(sample.case.id)
    assert kept.assessment.findings["STR12", "stairs"].answer is Answer.HAZARD
    assert "There is no room" not in read(window)


def test_saving_is_tried_again_without_being_asked(sample, window, full_disk, qtbot) -> None:
    answer_one(sample)
    full_disk.clear()

    with qtbot.waitSignal(sample.saved, timeout=8_000):
        pass

    kept = sample.store.load(sample.case.id)
    assert kept.assessment.findings["STR12", "stairs"].answer is Answer.HAZARD


def test_closing_asks_before_answers_are_lost(sample, window, full_disk, monkeypatch) -> None:
    answer_one(sample)
    asked = []

    def stay(box: QMessageBox) -> int:
        asked.append(box.text())
        box.defaultButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", stay)
    window.close()

    assert asked == ["1 change is not saved yet."]
    assert window.isVisible()
    full_disk.clear()


@pytest.mark.parametrize("page", PAGES)
def test_tab_goes_from_control_to_control_as_the_eye_does(page: str, sample, window) -> None:
    window.go(page)
    seen = [each for each in in_order_of_sight(window.page) if each.isVisible()]

    walked, now = [seen[0]], seen[0].nextInFocusChain()
    while now is not seen[0]:
        if now in seen:
            walked.append(now)
        now = now.nextInFocusChain()

    assert walked == seen


def test_f6_goes_round_the_panes_and_brings_them_into_sight(sample, window, qtbot) -> None:
    window.go("walk:stairs:STR01")
    visited = []

    for _time in range(len(window.page.panes()) + 1):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        visited.append(QApplication.focusWidget())

    assert len(set(visited)) >= 3
    assert all(each.isVisible() for each in visited)


def test_the_second_half_of_a_double_click_skips_no_check(session, sample, window, qtbot) -> None:
    sample.forget(sample.view.checklist.get("STR09"), "stairs")
    sample.forget(sample.view.checklist.get("STR12"), "stairs")
    window.go("walk:stairs:STR01")
    on = next(each for each in window.page.findChildren(Button) if each.text() == "Next")

    qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    shown = window.page.findChild(QuestionCard).check
    qtbot.mouseClick(on, Qt.MouseButton.LeftButton)

    assert window.page.findChild(QuestionCard).check is shown


def test_no_tub_in_a_room_leaves_out_what_else_is_asked_about_it(sample, window, qtbot) -> None:
    checks = ("BTH01", "BTH02")
    for check in checks:
        sample.forget(sample.view.checklist.get(check), "bathroom")
    window.go("walk:bathroom:BTH01")

    qtbot.keyClick(window.page.findChild(QuestionCard), Qt.Key.Key_0)

    assert {sample.finding(check, "bathroom").answer for check in checks} == {Answer.NOT_HERE}
    assert "more question" in read(window)
    sample.undo()
    assert all(sample.finding(check, "bathroom") is None for check in checks)


def test_a_room_counts_what_the_whole_house_brings_as_something_to_fix(sample, window) -> None:
    window.go("walk:summary:bedroom")

    assert "1 more to fix comes from the whole house." in read(window.page)


def test_a_room_of_a_home_that_was_begun_here_says_how_long_it_took(session, window, clock) -> None:
    session.begin(mine=False)
    window.go("home")
    bedroom = [each for each in session.view.asked if each.place[1] == "bedroom-1"]
    for each in bedroom:
        clock.now += timedelta(minutes=2)
        session.answer(each.check, "bedroom-1", Answer.SAFE)

    window.go("walk:summary:bedroom-1")

    assert is_there(window.page, f"Time here: {2 * len(bedroom)} min")


def test_change_opens_an_answer_and_comes_back_to_the_summary(sample, window, qtbot) -> None:
    window.go("walk:summary:stairs")
    press(qtbot, window.page, "Change: Handrail on both sides")
    card = window.page.findChild(QuestionCard)
    assert card.isVisible()
    assert card.check.id == "STR01"

    qtbot.keyClick(card, "1")
    qtbot.keyClick(card, Qt.Key.Key_Return)

    assert sample.finding("STR01", "stairs").answer is Answer.SAFE
    assert window.place == "walk:summary:stairs"


def test_a_room_that_was_answered_here_says_how_long_it_took(sample, window, clock, qtbot) -> None:
    stairs = {place: each for place, each in sample.view.walk.findings.items() if "stairs" in place}
    window.go("walk:summary:stairs")
    assert not is_there(
        window.page, "Time here: "
    )  # a home that was brought in was answered elsewhere

    for place in stairs:
        sample.forget(sample.view.checklist.get(place[0]), "stairs")
    for place, each in stairs.items():
        clock.now += timedelta(minutes=1, seconds=10)
        sample.answer(sample.view.checklist.get(place[0]), "stairs", each.answer)
    assert is_there(window.page, "5 of 5 checks")
    assert is_there(window.page, "Time here: 6 min")

    sample.forget(sample.view.checklist.get("KIT01"), "kitchen")
    assert "Next room: Kitchen" in read(window.page)
    assert "1 check left, about 1 minute" in read(window.page)


def test_back_passes_rooms_in_which_nothing_is_asked(session, window, qtbot) -> None:
    session.begin(mine=False)
    window.go("home")
    press(qtbot, window.page, "Spare bedroom")
    press(qtbot, window.page, "Quick check")
    bath = next(each.id for each in session.case.home.rooms if each.area == "BTH")
    window.go(f"walk:{bath}")

    qtbot.keyClick(window.page.findChild(QuestionCard), Qt.Key.Key_Left)

    assert window.page.title() == "Bedroom"
    assert "Check 3 of 3" in read(window.page)


def test_tab_brings_all_of_a_field_into_sight(session, window, qtbot) -> None:
    session.begin(mine=False)
    window.go("who")
    fell, goals = named(window.page, "No"), named(window.page, "What matters most")
    fell.setFocus()
    for _time in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is goals
    assert goals.visibleRegion().boundingRect() == goals.rect()


def test_the_first_control_shows_that_it_has_the_keyboard() -> None:
    assert Look().by_keyboard


def test_enter_goes_on_from_the_rooms_of_an_answer_and_unticks_none(sample, window, qtbot) -> None:
    check = next(each for each in sample.view.checklist.checks if each.area == "FLR")
    window.go(f"walk:whole:{check.id}")
    qtbot.keyClick(window.page.findChild(QuestionCard), "3")
    kitchen = named(window.page, "Kitchen", Chip)
    kitchen.setFocus()
    was = sample.finding(check.id, None).where

    qtbot.keyClick(kitchen, Qt.Key.Key_Space)
    ticked = sample.finding(check.id, None).where
    qtbot.keyClick(kitchen, Qt.Key.Key_Return)

    assert set(was) ^ set(ticked) == {"kitchen"}
    assert sample.finding(check.id, None).where == ticked
    assert window.page.findChild(QuestionCard).check != check


def test_the_keys_of_the_stages_lead_out_of_the_first_pages(sample, window, qtbot) -> None:
    window.go("who")

    qtbot.keyClick(window, "3", Qt.KeyboardModifier.ControlModifier)

    assert window.page.stage == "results"


def test_a_message_moves_off_what_is_scrolled_below_it(sample, window, qtbot) -> None:
    window.resize(820, 1180)
    window.go("results")
    window.say("Left out.", undo=True)
    toast = window.findChild(Toast)
    QApplication.processEvents()
    was = toast.geometry()
    area = next(each for each in window.page.findChildren(QScrollArea) if each.isVisible())
    below = next(
        each for each in in_order_of_sight(area) if place_of(each, window).top() > was.bottom() + 40
    )

    bar = area.verticalScrollBar()
    bar.setValue(bar.value() + place_of(below, window).center().y() - was.center().y())

    assert place_of(below, window).intersects(was)
    qtbot.waitUntil(lambda: not place_of(below, window).intersects(toast.geometry()))


def test_a_message_in_a_window_too_full_for_it_leaves_the_keyboard_free_and_goes_at_a_press(
    sample, window, qtbot
) -> None:
    window.set_text_size(200)
    window.resize(720, 560)
    window.go("settings:look")
    window.say("Left out.", undo=True)
    toast = window.findChildren(Toast)[-1]
    used = QApplication.focusWidget()
    QApplication.processEvents()
    assert not place_of(used, window).intersects(toast.geometry())

    qtbot.mouseClick(toast, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))

    assert not toast.isVisible()


def test_in_a_small_window_all_rooms_of_a_usual_home_are_in_sight(sample, window) -> None:
    window.resize(1366, 748)
    window.go("walk:stairs:STR01")
    QApplication.processEvents()

    last = named(window.page, "Change the rooms")

    assert last.visibleRegion().boundingRect() == last.rect()


def test_on_a_tablet_the_map_takes_the_place_of_the_card_until_a_room_is_chosen(
    sample, window, qtbot
) -> None:
    window.resize(820, 1180)
    window.go("walk:stairs:STR01")
    card = window.page.findChild(QuestionCard)

    press(qtbot, window.page, "Map: all rooms")
    assert not card.isVisible()
    assert is_there(window.page, "Back to the question")

    press(qtbot, window.page, "Back to the question")
    assert card.isVisible()
    assert not is_there(window.page, "Back to the question")


def place_of(control: QWidget, window: QWidget) -> QRect:
    return QRect(control.mapTo(window, QPoint()), control.size())


def test_tab_brings_into_sight_what_lies_in_another_part_of_the_page(sample, window, qtbot) -> None:
    window.resize(1366, 748)
    window.go("print")
    named(window.page, "Save PDF").setFocus()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)

    last = QApplication.focusWidget()
    assert last is named(window.page, "Type in a paper sheet")
    assert last.visibleRegion().boundingRect() == last.rect()


def test_after_a_click_the_next_page_shows_no_focus_until_a_key_is_pressed(window, qtbot) -> None:
    press(qtbot, window.page, "Someone I help")
    assert window.page.stage == "setup:1"
    assert not QApplication.focusWidget().shows_focus

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().shows_focus


def test_the_rest_of_a_double_click_does_not_leave_a_page_nobody_saw(
    session, window, qtbot
) -> None:
    session.begin(mine=False)
    window.go("who")
    on = named(window.page, "Next: the home")
    middle, left = on.rect().center().toPointF(), Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        there = on.mapToGlobal(middle)
        sent = QMouseEvent(kind, middle, there, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(on, sent)

    assert window.page.title() == "Who lives in this home?"
    qtbot.mouseClick(on, left)
    assert window.page.title() == "What is in the home?"


def test_rooms_that_were_passed_come_before_bones_and_balance(session, window) -> None:
    session.begin(mine=False)
    window.go("home")

    window.go("walk:summary:whole")

    assert named(window.page, "Go on to Bedroom").isVisible()
