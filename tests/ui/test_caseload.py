"""The caseload of somebody who visits homes for work, and names that are hidden."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from falls_app.cases import sample_case
from falls_app.domain.assessment import Helper
from falls_app.domain.visit import Identity, Visit
from falls_app.ui.main_window import MainWindow
from falls_app.ui.masking import masking
from falls_app.ui.session import Session
from falls_app.ui.widgets.case_row import CaseButton
from falls_app.ui.widgets.menu import Menu
from falls_app.ui.widgets.pick_sheet import PickSheet
from falls_app.ui.widgets.visit_sheet import VisitSheet, time_written
from tests.ui.pressing import named, press, read, write

HIDE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
no_warning = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def names_shown():
    yield
    masking.switch(False)


@pytest.fixture
def practice(session: Session, window) -> Session:
    """Three homes of a therapist, Ann the last changed."""
    session.set_professional(True)
    for name, street in (("Zoë Müller", ""), ("Tom Whitfield", "3 Mill Court"), ("Ann Lee", "")):
        case = sample_case()
        visit = Visit(identity=Identity(address=street)) if street else Visit()
        session.add(replace(case, person=replace(case.person, name=name), visit=visit))
    window.go("start")
    settle()
    return session


def settle() -> None:
    for _time in range(3):
        QApplication.processEvents()


def spoken(window) -> list[str]:
    """Return the homes that are listed, as they are read out."""
    shown = [each for each in window.page.findChildren(CaseButton) if each.isVisible()]
    return sorted(each.accessibleName() for each in shown)


def listed(window) -> list[str]:
    return [each.split(". ")[0] for each in spoken(window)]


def choose(qtbot, window, name: str, what: str) -> None:
    """Open the menu of a home and choose a line of it."""
    press(qtbot, window.page, f"More for {name}")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    menu.setActiveAction(next(each for each in menu.actions() if each.text() == what))
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    settle()


def all_words(window) -> str:
    """Return every word that can be seen or is read out."""
    found = [window.windowTitle()]
    for each in window.findChildren(QWidget):
        if each.isVisible():
            found += [each.accessibleName(), each.toolTip()]
            if isinstance(each, QLabel | QAbstractButton):
                found.append(each.text())
    return "\n".join(found)


def test_a_professional_starts_with_the_caseload_and_a_family_with_its_homes(
    practice, window
) -> None:
    assert listed(window) == ["Ann Lee", "Tom Whitfield", "Zoë Müller"]
    assert f"{practice.today:%A}, " in read(window.page)
    assert "0 visits, 1 report to sign" in read(window.page)
    assert "due another look" in read(window.page)

    practice.set_professional(False)
    window.go("start")

    assert "Welcome back." in read(window.page)


def test_what_is_typed_finds_names_streets_and_no_accents(practice, window, qtbot) -> None:
    search = named(window.page, "Find a person, street or note")
    assert QApplication.focusWidget() is search

    found = {}
    for words in ("muller", "mill", "zzz"):
        search.clear()
        qtbot.keyClicks(search, words)
        settle()
        found[words] = listed(window)

    assert found == {"muller": ["Zoë Müller"], "mill": ["Tom Whitfield"], "zzz": []}
    assert "Nothing is called “zzz”." in read(window.page)

    window.go("settings")
    window.go("back")
    qtbot.keyClicks(QApplication.focusWidget(), "mill")
    settle()
    assert listed(window) == ["Tom Whitfield"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert practice.case.person.name == "Tom Whitfield"


@no_warning
def test_a_home_goes_to_the_archive_and_back(practice, window, qtbot) -> None:
    choose(qtbot, window, "Tom Whitfield", "Put in the archive")
    assert listed(window) == ["Ann Lee", "Zoë Müller"]
    press(qtbot, window.page, "Archive: 1")
    settle()
    assert listed(window) == ["Tom Whitfield"]

    press(qtbot, window.page, "Undo")
    settle()
    assert listed(window) == []

    press(qtbot, window.page, "All people: 3")
    settle()
    assert "Tom Whitfield" in listed(window)


@no_warning
def test_a_visit_is_planned_for_a_day_and_time(practice, window, qtbot) -> None:
    choose(qtbot, window, "Zoë Müller", "Plan a visit")
    (sheet,) = window.findChildren(VisitSheet)
    write(qtbot, sheet, "Time", "half past")
    press(qtbot, sheet, "Plan this visit")
    assert "Write a time such as 9:30 or 2:15 pm." in read(sheet)

    write(qtbot, sheet, "Time", "2:15 pm")
    press(qtbot, sheet, "Plan this visit")
    settle()
    press(qtbot, window.page, "Today: 1")
    settle()

    waits, visit = spoken(window)  # the report that waits stands below the visits
    assert visit.startswith("Zoë Müller. 2:15\u00a0PM. ")
    assert waits.startswith("Tom Whitfield. ")
    assert "Reports to sign" in read(window.page)


@no_warning
def test_the_lists_stand_at_the_left_or_above_the_homes_and_say_how_many(
    practice, window, qtbot
) -> None:
    practice.store.caseload.plan_visit(practice.store.find("Zoë")[0].id, "2026-11-22T09:00")
    for width in (1366, 820):
        window.resize(width, 768)
        window.go("start")
        settle()
        press(qtbot, window.page, "Next 7 days: 1")
        settle()
        assert listed(window) == ["Zoë Müller"]
        press(qtbot, window.page, "All people: 3")
        settle()

    assert "Ready for the road" not in read(window.page)
    window.resize(1366, 768)
    settle()
    assert "Works with no internet" in read(window.page)
    press(qtbot, window.page, "Hide names")
    settle()
    assert [each[:5] for each in spoken(window)] == ["A. L.", "T. W.", "Z. M."]


@no_warning
def test_a_deleted_home_is_brought_back_from_its_list(practice, window, qtbot) -> None:
    choose(qtbot, window, "Tom Whitfield", "Take off the list")
    press(qtbot, window.page, "Recently deleted: 1")
    settle()
    (line,) = (each for each in window.page.findChildren(CaseButton) if each.isVisible())
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    settle()

    assert listed(window) == []
    assert "Tom Whitfield is back on the list." in read(window.page)
    press(qtbot, window.page, "All people: 3")
    settle()
    assert "Tom Whitfield" in listed(window)


def test_a_day_with_visits_begins_with_them(practice, store, qtbot) -> None:
    practice.store.caseload.plan_visit(practice.store.find("Ann")[0].id, f"{practice.today}")
    again = MainWindow(Session(store, lambda: practice.today))
    qtbot.addWidget(again)
    again.go("caseload")
    again.show()
    settle()

    assert listed(again) == ["Ann Lee", "Tom Whitfield"]
    assert [each.split(". ")[-1] for each in spoken(again)] == ["Carry on.", "Finish."]


@pytest.mark.parametrize(
    ("written", "kept"),
    [("9", "09:00"), ("9.05", "09:05"), ("12:30 am", "00:30"), ("12 pm", "12:00"), ("", ""),
     ("24:00", None), ("13 pm", None), ("9:75", None), ("soon", None)],
)  # fmt: skip
def test_times_are_read_as_people_write_them(written: str, kept: str | None) -> None:
    assert time_written(written) == kept


def test_hidden_names_are_nowhere_on_any_page(practice, window, qtbot) -> None:
    practice.open(practice.store.find("Ann")[0].id)
    practice.set_helpers((Helper("Priscilla Vane", "niece"),))
    window.go("results")

    qtbot.keyClick(window, Qt.Key.Key_H, HIDE)
    settle()

    assert "Names are hidden" in read(window)
    shown = []
    for page in ("results", "plan", "who", "home", "walk:stairs:STR01", "bones:overview"):
        window.go(page)
        settle()
        words = all_words(window)
        shown += [f"{page}: {name}" for name in ("Ann", "Lee", "Priscilla") if name in words]
    assert shown == []
    assert "A. L." in all_words(window)
    assert practice.case.person.name == "Ann Lee"
    assert practice.case.helpers == (Helper("Priscilla Vane", "niece"),)

    window.go("start")
    settle()
    assert [each[:5] for each in spoken(window)] == ["A. L.", "T. W.", "Z. M."]
    qtbot.keyClick(window, Qt.Key.Key_H, HIDE)
    settle()
    assert "Ann Lee" in listed(window)


def test_hidden_names_stay_hidden_at_the_next_start(practice, window, store, qtbot) -> None:
    window.names.toggle()
    masking.switch(False)

    again = MainWindow(Session(store, lambda: practice.today))
    qtbot.addWidget(again)
    again.go("caseload")
    again.show()
    settle()

    assert [each[:5] for each in spoken(again)] == ["A. L.", "T. W.", "Z. M."]


def test_fields_with_a_hidden_name_cannot_be_written_over(practice, window) -> None:
    practice.open(practice.store.find("Ann")[0].id)
    window.go("who")
    window.names.toggle()
    settle()

    (field,) = (each for each in window.page.findChildren(QLineEdit) if each.text() == "A. L.")
    assert field.isReadOnly()


def test_find_without_an_open_home_looks_in_streets_too(practice, window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    (sheet,) = window.findChildren(PickSheet)
    qtbot.keyClicks(sheet.field, "mill")

    assert sheet.list.chosen.spoken == "Tom Whitfield. 3 Mill Court."
    sheet.close()
