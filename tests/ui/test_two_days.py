"""The question before all others, and the page that it opens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from falls_app.domain.bones import TwoDays
from falls_app.domain.screening.two_days import NONE as NOTHING
from tests.ui.pressing import is_ticked, named, press, read, write

HEAD, NONE, NOT_SURE = "A knock to the head", "None of these", "Not sure"
PAIN = "New bad back, hip or chest pain"
HELP, BACK = "We are getting help now", "Go back and change the answer"
ASKED = "Who did you call, or where did you go?"


@pytest.fixture(autouse=True)
def no_double_clicks(qapp: QApplication):
    """Clicks of a test follow each other faster than a hand's."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(before)


@pytest.fixture
def page(window, session):
    session.begin(mine=False)
    window.go("two-days")
    return window.page


def test_the_question_comes_first_and_says_why(page) -> None:
    assert "Has anything changed in the last two days?" in read(page)
    assert "We ask this first." in read(page)


def test_several_signs_are_kept_as_they_are_ticked(page, session, window, qtbot) -> None:
    press(qtbot, page, HEAD)
    press(qtbot, window.page, BACK)
    press(qtbot, page, PAIN)
    press(qtbot, window.page, BACK)

    assert session.case.bones.two_days.ticked == ("head", "pain")
    assert is_ticked(page, HEAD)
    assert is_ticked(page, PAIN)


def test_none_and_not_sure_stand_alone(page, session, window, qtbot) -> None:
    press(qtbot, page, HEAD)
    press(qtbot, window.page, BACK)
    press(qtbot, page, NONE)
    assert not is_ticked(page, HEAD)

    press(qtbot, page, NOT_SURE)
    assert session.case.bones.two_days.ticked == ("not_sure",)


def test_none_leads_on_to_who_lives_here(page, window, qtbot) -> None:
    press(qtbot, page, NONE)
    press(qtbot, page, "Next")

    assert window.page.title() == "Who lives in this home?"


@pytest.mark.parametrize("sign", [HEAD, NOT_SURE])
def test_a_sign_or_not_being_sure_stops_the_walk(page, window, qtbot, sign: str) -> None:
    press(qtbot, page, sign)

    assert window.page.title() == "Please get medical help today"


def test_without_an_answer_next_asks_for_one(page, window, qtbot) -> None:
    press(qtbot, page, "Next")

    assert window.page is page
    assert "If nothing does, tick “None of these”." in read(page)

    press(qtbot, page, NONE)
    assert "If nothing does" not in read(page)


def test_it_can_be_left_for_later_and_stops_the_walk_again(page, window, session, qtbot) -> None:
    press(qtbot, page, HEAD)
    press(qtbot, window.page, BACK)
    press(qtbot, page, "Back to start")
    assert "Welcome back." in read(window.page)
    QApplication.processEvents()

    press(qtbot, window.page, "Carry on with A home without a name yet, last changed "
          "November 20, 2026")  # fmt: skip

    assert window.page.title() == "Please get medical help today"
    assert session.case.bones.two_days.ticked == ("head",)


def test_a_home_nobody_told_anything_of_is_not_kept(page, window, session, qtbot) -> None:
    press(qtbot, page, "Back to start")

    assert session.store.cases() == []


def test_it_works_with_the_keyboard_alone(page, window, session, qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert session.case.bones.two_days.ticked == ("head",)
    assert window.page.title() == "Please get medical help today"


# ------------------------------------------------------------------ the page that stops the walk


@pytest.fixture
def help_page(page, window, session):
    session.answer_two_days(("head",))
    window.go("help-now")
    return window.page


def test_the_number_of_the_region_is_shown(help_page) -> None:
    words = read(help_page)

    assert "Stop here for a moment" in words
    assert "Call 911 now if there is" in words
    assert "Not sure? Go, or call 911." in words
    assert "{" not in words


def test_another_country_has_another_number(help_page, session, qtbot) -> None:
    named(help_page, ASKED).setFocus()
    qtbot.keyClicks(named(help_page, ASKED), "the ward")
    box = named(help_page, "Country whose numbers are shown")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    if session.region.id == "us":
        qtbot.keyClick(box, Qt.Key.Key_Down)

    assert session.region.id == "uk"
    assert "Call 999 now if there is" in read(help_page)
    assert "911" not in read(help_page)
    assert named(help_page, ASKED).text() == "the ward"


def test_what_was_done_is_noted_and_the_walk_goes_on(help_page, window, session, qtbot) -> None:
    write(qtbot, help_page, ASKED, "Called 911 at ten")
    press(qtbot, help_page, HELP)

    assert session.case.bones.two_days == TwoDays(("head",), "Called 911 at ten", "2026-11-20")
    assert window.page.title() == "Who lives in this home?"


def test_the_note_can_be_skipped(help_page, session, qtbot) -> None:
    press(qtbot, help_page, HELP)

    assert session.case.bones.two_days.noted
    assert session.case.bones.two_days.noted_on == "2026-11-20"


def test_the_answer_can_be_changed(help_page, window, session, qtbot) -> None:
    press(qtbot, help_page, BACK)

    assert is_ticked(window.page, HEAD)
    assert not session.case.bones.two_days.noted


def test_a_double_click_on_next_notes_nothing(window, page, session, qtbot, qapp) -> None:
    qapp.setDoubleClickInterval(60_000)
    press(qtbot, page, HEAD)
    press(qtbot, window.page, HELP)

    assert window.page.title() == "Please get medical help today"
    assert not session.case.bones.two_days.noted


def test_nothing_offers_to_remind_later(help_page) -> None:
    assert "remind" not in read(help_page).lower()


def test_enter_on_what_is_ticked_goes_on_and_space_takes_it_back(
    page, window, session, qtbot
) -> None:
    none = named(page, NONE)
    qtbot.keyClick(none, Qt.Key.Key_Return)
    assert is_ticked(page, NONE)
    qtbot.keyClick(none, Qt.Key.Key_Space)
    assert not is_ticked(page, NONE)

    qtbot.keyClick(none, Qt.Key.Key_Return)
    qtbot.keyClick(none, Qt.Key.Key_Return)
    assert window.place == "who"
    assert session.case.bones.two_days.ticked == (NOTHING,)
