"""The first page, also for somebody who comes back."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from falls_app.cases import sample_case
from tests.ui.pressing import named, press, read


def keep_homes(session, *names: str) -> None:
    for name in names:
        case = sample_case()
        session.add(replace(case, person=replace(case.person, name=name)))


def show_start(window) -> None:
    """Show the first page; its lines are there once Qt has shown them."""
    window.go("start")
    QApplication.processEvents()


def test_the_first_start_asks_whose_home_it_is(window) -> None:
    words = read(window.page)

    assert "Whose home is it?" in words
    assert "Welcome back" not in words


@pytest.mark.parametrize("has_homes", [False, True])
def test_who_visits_homes_for_work_begins_at_its_switch(session, window, qtbot, has_homes) -> None:
    if has_homes:
        session.add(sample_case())
        window.go("start")
    press(qtbot, window.page, "For work")

    assert "I visit homes for work" in read(window.page)
    assert QApplication.focusWidget().accessibleName() == "I visit homes for work"


def test_every_home_is_listed(session, window) -> None:
    keep_homes(session, "Ann", "Bea", "Cleo", "Dora", "Edna")

    show_start(window)

    shown = " ".join(each.text() for each in window.page.findChildren(QAbstractButton))
    assert all(name in shown for name in ("Ann", "Bea", "Cleo", "Dora", "Edna"))
    assert "Welcome back." in read(window.page)


def test_a_home_shows_how_it_stands_before_it_is_opened(session, window, qtbot) -> None:
    keep_homes(session, "Ann")
    show_start(window)

    qtbot.waitUntil(lambda: "of 100" in read(window.page))
    words = read(window.page)
    assert "78 years old" in words
    assert "68" in words
    assert "0 of 14 steps done." in words


def test_a_home_that_was_begun_says_what_comes_next(session, window, qtbot) -> None:
    session.begin(mine=False)
    session.set_person("the name", name="Bea")
    show_start(window)

    qtbot.waitUntil(lambda: "Next up: a walk through the rooms." in read(window.page))


def test_homes_changed_long_ago_are_lines_below_the_cards(session, window, qtbot) -> None:
    keep_homes(session, "Ann", "Bea", "Cleo", "Dora", "Edna", "Fay", "Gwen")
    show_start(window)

    qtbot.waitUntil(lambda: "of 100" in read(window.page))
    press(qtbot, window.page, "Carry on with Ann, last changed November 20, 2026")

    assert session.case.person.name == "Ann"


def test_without_its_last_home_the_page_is_as_for_the_first_time_until_it_is_back(
    session, window, qtbot
) -> None:
    keep_homes(session, "Ann")
    show_start(window)

    press(qtbot, window.page, "Take Ann off the list")
    QApplication.processEvents()
    shown = read(window.page)
    assert "Let’s walk through the house together." in shown
    assert "“Ann” is off the list." in shown
    assert "Welcome back." not in shown
    assert QApplication.focusWidget() is named(window.page, "Bring it back")

    press(qtbot, window.page, "Bring it back")
    QApplication.processEvents()
    shown = read(window.page)
    assert [home.name for home in session.store.cases()] == ["Ann"]
    assert "Welcome back." in shown
    assert "is off the list" not in shown
    assert QApplication.focusWidget().accessibleName().startswith("Carry on with Ann")


def test_a_finished_home_opens_at_its_results(session, window, qtbot) -> None:
    keep_homes(session, "Ann")
    show_start(window)

    press(qtbot, window.page, "Carry on with Ann, last changed November 20, 2026")

    assert window.page.stage == "results"


def test_the_sample_is_one_home_however_often_it_is_opened(session, window, qtbot) -> None:
    for _time in range(3):
        show_start(window)
        press(qtbot, window.page, "Try the sample home")

    assert len(session.store.cases()) == 1


def test_more_finished_homes_can_be_opened(session, window, qtbot) -> None:
    show_start(window)

    press(qtbot, window.page, "More samples")
    press(qtbot, window.page, "Robin: a rented flat on one level")

    assert session.case.person.name == "Robin"
    assert window.page.stage == "results"


def test_a_home_taken_off_the_list_can_be_brought_back(session, window, qtbot) -> None:
    keep_homes(session, "Ann", "Bea")
    show_start(window)

    press(qtbot, window.page, "Take Ann off the list")
    QApplication.processEvents()
    assert [home.name for home in session.store.cases()] == ["Bea"]
    assert "“Ann” is off the list." in read(window.page)
    assert QApplication.focusWidget() is named(window.page, "Bring it back")

    press(qtbot, window.page, "Bring it back")
    assert {home.name for home in session.store.cases()} == {"Ann", "Bea"}


def test_a_second_home_starts_at_its_own_first_room(session, window, qtbot) -> None:
    keep_homes(session, "Ann")
    window.go("walk:summary:stairs")
    session.begin(mine=False)
    session.answer_two_days(("none",))

    window.go("home")
    press(qtbot, window.page, "Start in the bedroom")

    assert window.page.title() == "Bedroom"
    assert named(window.page, "Note, key N").isVisible()
