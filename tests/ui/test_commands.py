"""Every verb by its key, from the menu "More" and from the list of all commands; and finding."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from falls_app.content.sources import load_sources
from falls_app.domain.assessment import Helper
from falls_app.domain.bones import Fall
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Room
from falls_app.ui.command_list import CommandList
from falls_app.ui.help_sheet import HelpSheet
from falls_app.ui.pages import PAGES
from falls_app.ui.place_verbs import place_verbs
from falls_app.ui.theme import look
from falls_app.ui.widgets.house_map import HouseMap
from falls_app.ui.widgets.menu import Menu
from falls_app.ui.widgets.pick_sheet import PickSheet
from falls_app.ui.widgets.rail import RoomRow
from tests.ui.pressing import named, press, read

CTRL = Qt.KeyboardModifier.ControlModifier


def sheet(window) -> PickSheet:
    (found,) = window.findChildren(PickSheet)
    return found


def lines(window) -> list[str]:
    """Return what is listed, as it is read out."""
    shown = sheet(window).list
    return [shown.item(row).text() for row in range(shown.count())]


def search(qtbot, window, words: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(sheet(window).field, words)


def chosen(window) -> str:
    return sheet(window).list.chosen.spoken


def enter(qtbot, window) -> None:
    qtbot.keyClick(sheet(window).field, Qt.Key.Key_Return)
    QApplication.sendPostedEvents()


@pytest.mark.parametrize("page", ["start", "walk:stairs:STR01", "print"])
def test_no_key_has_two_meanings(sample, window, page: str) -> None:
    window.go(page)
    keys = Counter(key for verb in window.commands.verbs for key in verb.keys)

    assert [key for key, times in keys.items() if times > 1] == []


def test_every_page_can_be_reached_from_the_list(sample, window, qtbot) -> None:
    sample.set_professional(True)  # the report is for who visits homes for work
    ids = {verb.id for verb in window.commands.verbs}

    # All homes are the first page or the caseload; a damaged home has a page once it is opened.
    assert {*PAGES} - {"start", "caseload", "damaged"} <= ids
    assert "homes" in ids


def test_a_command_is_found_by_typing_and_done_by_enter(window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(sheet(window).field, "larger")
    assert lines(window) == ["Text and colors.", "Larger text. Key Ctrl++."]
    enter(qtbot, window)

    assert look.percent == 125


def test_every_button_in_sight_is_a_command_too(sample, window, qtbot) -> None:
    window.go("results")
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(sheet(window).field, "all answers")
    assert "See all answers." in lines(window)
    enter(qtbot, window)

    assert window.page.stage == "rooms"


def test_a_button_that_folds_is_a_command_by_its_words_alone(window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(sheet(window).field, "samples")

    assert "More samples." in lines(window)


def test_a_section_is_a_command_too(sample, window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(sheet(window).field, "height")
    enter(qtbot, window)

    assert window.place == "bones:height"


def test_a_paper_is_found_by_its_name_and_chosen_where_it_is_printed(sample, window, qtbot) -> None:
    assert not any(each.id == "paper:ot-report" for each in place_verbs(window))
    sample.set_professional(True)
    for typed, place in (
        ("ot report", "print:ot-report"), ("fridge p", "print:fridge"), ("doctor", "print:doctor")
    ):  # fmt: skip
        qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
        qtbot.keyClicks(sheet(window).field, typed)
        enter(qtbot, window)

        qtbot.waitUntil(lambda: not window.findChildren(PickSheet))
        assert window.place == place


def test_a_section_of_the_report_is_a_command_for_who_writes_reports(sample, window, qtbot) -> None:
    assert not any(each.id == "report:sign" for each in place_verbs(window))
    sample.set_professional(True)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(sheet(window).field, "before you")
    enter(qtbot, window)

    assert window.place == "report:sign"


def test_a_command_that_cannot_be_done_now_is_passed_over(window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(sheet(window).field, "undo")

    assert "Undo. Key Ctrl+Z. Not now." in lines(window)
    assert sheet(window).list.chosen is None


def test_the_list_of_commands_gives_the_keyboard_back(sample, window, qtbot) -> None:
    window.go("walk:stairs:STR01")
    before = QApplication.focusWidget()
    qtbot.keyClick(before, Qt.Key.Key_K, CTRL)
    assert QApplication.focusWidget() is sheet(window).field

    qtbot.keyClick(sheet(window).field, Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is before
    assert "Skip for now" in " ".join(verb.words for verb in window.commands.verbs)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_more_offers_what_has_no_room_in_the_bar(sample, window, qtbot) -> None:
    window.go("walk:stairs:STR01")
    press(qtbot, window, "More")

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    offered = [each.text().partition("\t")[0] for each in menu.actions()]
    assert {"All commands", "Backups", "Settings", "Help", "About Steady Home"} <= {*offered}
    assert not {"Find", "Undo", "All homes", "Text size and theme"} & {
        *offered
    }  # they have their buttons
    menu.setActiveAction(menu.actions()[offered.index("Settings")])
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert window.page.title() == "Settings"


def test_where_the_text_is_large_more_is_a_list_that_scrolls(sample, window, qtbot) -> None:
    window.set_text_size(200)
    window.resize(820, 1180)
    window.go("walk:stairs:STR01")
    QApplication.processEvents()
    press(qtbot, window, "More")

    assert "Redo. Key Ctrl+Shift+Z. Not now." in lines(window)
    sheet(window).close()


def test_about_leads_back_to_where_one_was_and_the_home_stays_open(sample, window, qtbot) -> None:
    window.go("walk:stairs:STR01")
    window.commands.do("about")
    press(qtbot, window.page, "Back")

    assert window.place == "walk:stairs:STR01"


# ------------------------------------------------------------------ finding


def test_what_the_english_call_a_bannister_leads_to_the_handrail(sample, window, qtbot) -> None:
    window.go("plan")
    search(qtbot, window, "bannister")
    assert "Handrail" in lines(window)[1]
    while "Stairs" not in chosen(window):
        qtbot.keyClick(sheet(window).field, Qt.Key.Key_Down)
    enter(qtbot, window)

    assert window.place == "walk:stairs:STR01"


def test_rooms_notes_people_falls_steps_and_sections_are_found(sample, window, qtbot) -> None:
    check = sample.view.checklist.get("STR01")
    sample.note(check, "stairs", "Ask José about the brass knob")
    sample.set_helpers((Helper("Zoë", "niece"),))
    sample.write_fall(Fall("f1", "2026-11-02", place="By the gate"))
    expected = {
        "brass jose": "walk:stairs:STR01:note",
        "zoe": "who",
        "gate": "bones:falls:f1",
        "height": "bones:height",
        "kitchen": "walk:kitchen",
    }
    found = {}
    for words in expected:
        search(qtbot, window, words)
        found[words] = sheet(window).list.chosen.data
        qtbot.keyClick(sheet(window).field, Qt.Key.Key_Escape)
        QApplication.sendPostedEvents()

    assert found == expected


@pytest.mark.parametrize("begin", ["plan", "walk:kitchen", "walk:stairs:STR01"])
def test_a_note_that_is_found_opens_on_its_sheet_from_any_page(
    sample, window, qtbot, begin
) -> None:
    sample.note(sample.view.checklist.get("STR01"), "stairs", "The brass knob turns")
    window.go(begin)

    search(qtbot, window, "brass knob")
    enter(qtbot, window)

    assert window.place == "walk:stairs:STR01:note"
    assert QApplication.focusWidget().toPlainText() == "The brass knob turns"

    window.go("walk:stairs:STR12:note")
    assert "brass" not in QApplication.focusWidget().toPlainText()
    window.go("walk:stairs:STR99:note")
    assert not window.place.endswith(":note")


def test_forty_rooms_are_looked_through_at_the_first_letter(sample, window, qtbot) -> None:
    home = sample.case.home
    more = tuple(Room(f"b{n}", "BED", f"Bedroom {n}") for n in range(40))
    sample.set_home(replace(home, rooms=(*home.rooms, *more)), "rooms")

    search(qtbot, window, "b")

    assert lines(window)[0] == "Rooms."
    assert any("more. Add a word" in each for each in lines(window))


def test_where_the_rooms_are_too_many_to_press_the_key_of_the_map_leads_to_the_list(
    sample, window, qtbot
) -> None:
    window.resize(1440, 900)
    window.go("walk:kitchen")
    assert "choose one in the list" not in read(window.page)
    house = window.page.findChild(HouseMap)
    assert house.focus_button("kitchen") is not None

    home = sample.case.home
    more = tuple(Room(f"b{n}", "BED", f"Bedroom {n}") for n in range(40))
    sample.set_home(replace(home, rooms=(*home.rooms, *more)), "rooms")
    assert "With so many rooms, choose one in the list." in read(window.page)
    assert house.focus_button("kitchen") is None

    QApplication.processEvents()  # the new lines of the list are shown
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL)
    assert isinstance(QApplication.focusWidget(), RoomRow)
    assert QApplication.focusWidget().place == "kitchen"


def test_what_is_not_there_is_said_and_nothing_is_opened(sample, window, qtbot) -> None:
    window.go("plan")
    search(qtbot, window, "zzzz")
    assert any("Nothing here is called “zzzz”." in each.text()
               for each in sheet(window).findChildren(QLabel))  # fmt: skip

    enter(qtbot, window)

    assert window.place == "plan"
    sheet(window).close()


def test_without_an_open_home_all_homes_are_searched(sample, window, qtbot) -> None:
    window.go("start")
    search(qtbot, window, "ros")
    assert chosen(window) == "Rosa."
    enter(qtbot, window)

    assert sample.case.person.name == "Rosa"
    assert window.page.stage == "results"
    assert read(window.page)
    assert named(window, "Back to all homes")


# ------------------------------------------------------------------ help


def test_help_tells_of_this_screen_and_its_keys_and_gives_the_keyboard_back(
    sample, window, qtbot
) -> None:
    window.go("walk:stairs:STR01")
    before = QApplication.focusWidget()

    qtbot.keyClick(before, Qt.Key.Key_F1)
    (opened,) = window.findChildren(HelpSheet)
    words = read(opened)
    assert "Do what the card says" in words
    assert "Skip for now" in words
    for _time in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert opened.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is before


def test_help_on_a_check_says_how_to_look_why_what_answers_mean_and_its_sources(
    sample, window, qtbot
) -> None:
    window.go("walk:stairs:STR01")
    check = sample.view.checklist.by_id["STR01"]

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    words = read(window.findChild(HelpSheet))

    for told in (check.question, check.look, check.why, *check.never, *check.answers.values()):
        assert sample.say(told) in words
    assert f"Fix first: “{sample.say(check.answers[Answer.HAZARD])}”." in words
    assert load_sources()[check.sources[0]].link in words
    assert words.index(sample.say(check.look)) < words.index("Do what the card says")


def test_help_at_the_end_of_a_room_is_that_of_the_page_alone(sample, window) -> None:
    window.go("walk:summary:stairs")
    window.commands.help()

    words = read(window.findChild(HelpSheet))
    assert "Do what the card says" in words
    assert "Where the facts come from" not in words


def test_help_leads_to_all_commands(window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    press(qtbot, window.findChild(HelpSheet), "All commands")

    assert sheet(window).isVisible()
    sheet(window).close()


def test_a_sheet_leaves_nothing_over_the_window_however_it_goes(sample, window) -> None:
    window.go("plan")
    there = {each for each in window.children() if isinstance(each, QWidget) and each.isVisible()}

    window.commands.open_list()
    window.findChild(CommandList).reject()
    QApplication.processEvents()

    now = {each for each in window.children() if isinstance(each, QWidget) and each.isVisible()}
    assert now == there
