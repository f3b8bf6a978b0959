"""Medicines: kinds to tick, what to tell first, and the list for the pharmacist."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from falls_app.content.screening import load_medicines
from falls_app.domain.person import Say
from falls_app.ui.background import Inline
from falls_app.ui.main_window import MainWindow
from falls_app.ui.pages import print_plan
from falls_app.ui.session import Session
from tests.ui.pressing import is_there, is_ticked, named, press, read, write

SLEEP = "For sleep or nerves. Lorazepam, diazepam, zolpidem, zopiclone"
MOOD = "For mood. Sertraline, amitriptyline, mirtazapine"
STEROIDS = "Steroid tablets. Prednisone, prednisolone"
NEVER = "Do not stop or change anything by yourself."


@pytest.fixture
def rosa(session: Session) -> Session:
    session.begin(mine=False)
    session.set_person("name", name="Rosa", say=Say.SHE)
    return session


@pytest.fixture
def page(window: MainWindow, rosa: Session, qtbot) -> MainWindow:
    window.go("bones:medicines")
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def card(window: MainWindow) -> str:
    window.go("bones:overview")
    buttons = window.page.findChildren(QAbstractButton)
    names = [each.accessibleName() for each in buttons]
    return next(name for name in names if name.startswith("Medicine list to show"))


def test_a_tick_puts_its_questions_on_the_list(page, rosa, qtbot):
    assert "Good questions gather here." in read(page.page)

    press(qtbot, page.page, SLEEP)
    press(qtbot, page.page, STEROIDS)

    assert rosa.case.bones.medicines == ("sleep", "steroids")
    qtbot.waitUntil(lambda: "Is there another way to help me sleep?" in read(page.page))
    assert "I take steroid tablets. Do I need a bone check?" in read(page.page)


def test_a_second_press_takes_the_tick_away_and_undo_brings_it_back(page, rosa, qtbot):
    press(qtbot, page.page, SLEEP)
    press(qtbot, page.page, SLEEP)
    assert rosa.case.bones.medicines == ()

    rosa.undo()

    assert is_ticked(page.page, SLEEP)


def test_every_kind_can_be_ticked_what_needs_no_prescription_too(page, rosa, qtbot):
    for each in load_medicines().classes:
        press(qtbot, page.page, f"{each.name}. {each.examples}")

    assert len(rosa.case.bones.medicines) == len(load_medicines().classes)
    assert is_there(
        page.page,
        "For allergy, colds or sleep, also without a prescription. Diphenhydramine, chlorphenamine, doxylamine",
    )


def test_a_kind_is_found_by_the_name_of_a_medicine(page, qtbot):
    qtbot.keyClicks(named(page.page, "Find a medicine"), "predni")

    assert is_there(page.page, STEROIDS)
    assert not is_there(page.page, SLEEP)


def test_what_belongs_on_the_list_in_writing_is_found_too(page, qtbot):
    qtbot.keyClicks(named(page.page, "Find a medicine"), "ibuprofen")

    assert "Write it down for the pharmacist: Pain tablets such as ibuprofen" in read(page.page)


def test_what_is_not_on_the_list_is_written_down_all_the_same(page, qtbot):
    qtbot.keyClicks(named(page.page, "Find a medicine"), "moonstone")

    assert "It is not on this list. Write it down" in read(page.page)


def test_all_kinds_come_back_when_the_search_is_empty(page, qtbot):
    field = named(page.page, "Find a medicine")
    qtbot.keyClicks(field, "predni")
    field.clear()

    assert is_there(page.page, SLEEP)
    assert "It is not on this list" not in read(page.page)


def test_from_five_medicines_on_the_list_says_so_first(page, rosa, qtbot):
    field = "Regular medicines: how many on most days"
    write(qtbot, page.page, field, "4")
    assert not is_ticked(page.page, "At least 5 regular medicines")

    press(qtbot, page.page, "One more: Regular medicines")

    assert rosa.case.bones.items["medicine:count"] == "5"
    assert is_ticked(page.page, "At least 5 regular medicines")
    qtbot.waitUntil(lambda: "At least 5 regular medicines" in read(page.page))


def test_a_number_of_medicines_is_whole(page, rosa, qtbot):
    write(qtbot, page.page, "Regular medicines: how many on most days", "3.5")

    assert rosa.case.bones.items["medicine:count"] == "35"


def test_two_kinds_that_act_on_the_brain_are_told_first(page, qtbot):
    line = "At least 2 medicines for sleep, nerves, mood, strong pain or fits"
    press(qtbot, page.page, SLEEP)
    assert not is_ticked(page.page, line)

    press(qtbot, page.page, MOOD)

    assert is_ticked(page.page, line)


def test_what_is_told_first_can_be_ticked_and_taken_away(page, rosa, qtbot):
    line = "A fall since a medicine was new"
    press(qtbot, page.page, line)
    qtbot.waitUntil(lambda: line in read(page.page))

    press(qtbot, page.page, line)

    assert not is_ticked(page.page, line)
    qtbot.waitUntil(lambda: line not in read(page.page))


def test_dizziness_is_known_from_the_person(page, rosa):
    rosa.toggle_trait("dizzy")

    assert is_ticked(page.page, "Dizzy on standing up")


def test_another_number_counts_before_what_was_said_of_the_old_one(page, rosa, qtbot):
    press(qtbot, page.page, "At least 5 regular medicines")
    assert rosa.case.bones.items["medicine:many"] == "yes"

    write(qtbot, page.page, "Regular medicines: how many on most days", "2")

    assert not is_ticked(page.page, "At least 5 regular medicines")


def test_nothing_is_to_be_changed_and_that_stays_in_sight(page, qtbot):
    scrolled = page.page.findChildren(object)
    for area in (
        each for each in scrolled if hasattr(each, "verticalScrollBar") and each.isVisible()
    ):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    label = next(
        each
        for each in page.page.findChildren(object)
        if hasattr(each, "text")
        and callable(each.text)
        and NEVER in str(each.text())
        and each.isVisible()
    )
    top = label.mapTo(page, label.rect().topLeft()).y()
    assert 0 < top < page.height()


@pytest.mark.parametrize("section", ["bones:food", "bones:talking"])
def test_other_sections_do_not_keep_that_sentence(page, section):
    page.go(section)

    assert NEVER not in read(page.page)


def test_what_else_to_write_down_and_when_to_ask_is_there(page):
    said = read(page.page)

    assert "Eye drops, patches, sprays and injections" in said
    assert "After a stay in hospital" in said
    assert is_there(page.page, "Handout: Your medicines and falls")


def test_the_search_has_the_keyboard_first(page, qtbot):
    qtbot.keyClicks(page.page.first_focus(), "zopi")

    assert is_there(page.page, SLEEP)
    qtbot.keyClick(named(page.page, SLEEP), Qt.Key.Key_Space)
    assert is_ticked(page.page, SLEEP)


def test_the_card_counts_kinds_and_gives_no_verdict(page, rosa):
    assert "Not asked yet. What Rosa takes. Tick what is taken" in card(page)

    rosa.change_bones("kinds", medicines=("sleep", "unheard-of"))
    assert "To ask. 1 kind ticked. See the list to take along" in card(page)


def test_the_page_for_the_pharmacist_opens(page, qtbot, monkeypatch):
    monkeypatch.setattr(print_plan, "Background", Inline)

    press(qtbot, page.page, "Preview the pharmacist page")

    assert page.page.where() == "pharmacist"
