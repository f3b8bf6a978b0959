"""The person: a few questions that may be skipped, and what is fine with them."""

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QLabel

from falls_app.content.profile import load_traits
from falls_app.domain.assessment import Consent, Helper
from falls_app.domain.person import Person, Say
from tests.ui.pressing import is_there, is_ticked, named, press, read, write

NAME, AGE = "First name, or any name you like", "Age"
TRAITS, FELL = "Anything that makes moving harder?", "Any slips or falls in the past year?"
LOOK, WHO, DAY = "look in every room", "Who said yes?", "On which day?"
LONG = "Maximiliana-Wilhelmine Konstantinopolitanische Dudelsackpfeifenmachersgesellin I."


@pytest.fixture
def page(window, session):
    session.begin(mine=False)
    window.go("who")
    return window.page


@pytest.fixture
def my_page(window, session):
    session.begin(mine=True)
    window.go("who")
    return window.page


def test_everything_may_be_skipped(page, window, session, qtbot) -> None:
    press(qtbot, page, "Next: the home")

    assert window.page.title() == "What is in the home?"
    assert session.case.person == Person()


def test_name_and_age_are_kept(page, session, qtbot) -> None:
    write(qtbot, page, NAME, "Rosa")
    write(qtbot, page, AGE, "78")

    assert (session.case.person.name, session.case.person.age) == ("Rosa", 78)
    assert "What matters most to Rosa?" in read(page)


def test_a_name_of_eighty_letters_is_kept(page, session, qtbot) -> None:
    write(qtbot, page, NAME, LONG)

    assert session.case.person.name == LONG


def test_a_space_at_the_end_of_a_name_stays_while_it_is_typed(page, session, qtbot) -> None:
    field = named(page, NAME)
    field.setFocus()
    qtbot.keyClicks(field, "Anna ")
    with qtbot.waitSignal(session.saved):
        pass

    assert field.text() == "Anna "
    assert session.case.person.name == "Anna"


@pytest.mark.parametrize("age", ["7", "121", "seventy"])
def test_what_is_no_age_is_asked_about_above_the_field_and_the_age_before_stays(
    page, session, qtbot, age: str
) -> None:
    asks = "Enter a number from 18 to 120. For example, 78"
    write(qtbot, page, AGE, "87")

    with qtbot.waitSignal(page.announced, check_params_cb=lambda words: words == asks):
        write(qtbot, page, AGE, age)
    field, line = named(page, AGE), next(e for e in page.findChildren(QLabel) if e.text() == asks)
    assert line.isVisible()
    assert line.mapTo(page, QPoint()).y() < field.mapTo(page, QPoint()).y()
    assert (field.text(), field.accessibleDescription()) == (age, asks)
    assert session.case.person.age == 87

    write(qtbot, page, AGE, "88")
    assert session.case.person.age == 88
    assert asks not in read(page)


def test_an_age_can_be_taken_back(page, session, qtbot) -> None:
    write(qtbot, page, AGE, "78")
    write(qtbot, page, AGE, "")

    assert session.case.person.age is None


def test_how_to_speak_of_the_person_changes_the_words(page, session, qtbot) -> None:
    write(qtbot, page, NAME, "Rosa")
    press(qtbot, page, "She")

    assert session.case.person.say is Say.SHE
    assert "Do this with Rosa, not to her" in read(page)


def test_the_traits_are_asked_in_one_group_in_order(page, qtbot) -> None:
    group = next(each for each in page.findChildren(object) if _is_group(each, TRAITS))
    chips = [each.text() for each in group.children() if hasattr(each, "isChecked")]

    assert chips == [*(each.chip for each in load_traits().values()), "None", "Rather not say"]


def _is_group(widget, name: str) -> bool:
    return hasattr(widget, "accessibleName") and widget.accessibleName() == name


def test_traits_are_ticked_and_taken_back(page, session, qtbot) -> None:
    press(qtbot, page, "Uses an aid")
    press(qtbot, page, "Poor sight")
    assert session.case.person.traits == ("walking_aid", "low_vision")

    press(qtbot, page, "Uses an aid")
    assert session.case.person.traits == ("low_vision",)


@pytest.mark.parametrize("word", ["None", "Rather not say"])
def test_none_takes_the_other_traits_away_and_fills_nothing_in(
    page, session, qtbot, word: str
) -> None:
    press(qtbot, page, "Uses an aid")
    press(qtbot, page, word, within=TRAITS)

    assert session.case.person.traits == ()
    assert not is_ticked(page, "Uses an aid")

    press(qtbot, page, "Numb feet")
    assert session.case.person.traits == ("numb_feet",)
    if word == "None":
        assert not is_ticked(page, word)


def test_falls_are_yes_no_or_not_said(page, session, qtbot) -> None:
    for word, value in (("Yes", True), ("No", False), ("Rather not say", None)):
        press(qtbot, page, word, within=FELL)
        assert session.case.person.fall_last_year is value


def test_wishes_are_kept_in_her_own_words(page, session, qtbot) -> None:
    write(qtbot, page, "What matters most", "My own bath, on Sundays!")

    assert session.case.person.goals == "My own bath, on Sundays!"


def test_up_to_four_people_help(page, session, qtbot) -> None:
    write(qtbot, page, "Name of helper 1", "Maria")
    write(qtbot, page, "What helper 1 is to the person", "daughter")
    for number in (2, 3, 4):
        press(qtbot, page, "Add another person who helps")
        write(qtbot, page, f"Name of helper {number}", f"Friend {number}")

    assert session.case.helpers[0] == Helper("Maria", "daughter")
    assert [each.name for each in session.case.helpers[1:]] == ["Friend 2", "Friend 3", "Friend 4"]
    assert not is_there(page, "Add another person who helps")


def test_a_helper_can_be_taken_out(page, session, qtbot) -> None:
    write(qtbot, page, "Name of helper 1", "Maria")
    press(qtbot, page, "Add another person who helps")
    write(qtbot, page, "Name of helper 2", "Joe")
    press(qtbot, page, "Take out helper 1")

    assert session.case.helpers == (Helper("Joe"),)
    assert named(page, "Name of helper 1").text() == "Joe"


def test_an_empty_line_for_a_helper_is_nobody(page, session, qtbot) -> None:
    press(qtbot, page, "Add another person who helps")
    write(qtbot, page, "Name of helper 2", "Joe")

    assert session.case.helpers == (Helper("Joe"),)
    assert named(page, "Name of helper 1").text() == ""


def test_nothing_is_fine_beforehand(page, session) -> None:
    assert not is_ticked(page, LOOK)
    assert not is_there(page, WHO)
    assert session.case.consent == Consent()


def test_the_first_tick_asks_who_said_yes_and_when(page, session, qtbot) -> None:
    write(qtbot, page, NAME, "Rosa")
    press(qtbot, page, LOOK)

    assert session.case.consent == Consent(look=True, who="Rosa", on="2026-11-20")
    assert named(page, DAY).date() == QDate(2026, 11, 20)

    write(qtbot, page, WHO, "Maria, for her")
    assert session.case.consent.who == "Maria, for her"


def test_the_day_of_the_yes_can_be_another(page, session, qtbot) -> None:
    press(qtbot, page, LOOK)
    field = named(page, DAY)
    field.setFocus()
    field.setSelectedSection(field.Section.DaySection)
    qtbot.keyClick(field, Qt.Key.Key_Down)

    assert session.case.consent.on == "2026-11-19"


def test_without_a_tick_nobody_said_yes(page, session, qtbot) -> None:
    press(qtbot, page, LOOK)
    press(qtbot, page, LOOK)

    assert session.case.consent == Consent()
    assert not is_there(page, WHO)


def test_the_plan_is_shared_with_the_helpers_by_name(page, session, qtbot) -> None:
    write(qtbot, page, "Name of helper 1", "Maria")
    press(qtbot, page, "share the plan with Maria and the doctor")

    assert session.case.consent.share


def test_photos_are_not_asked_about(page) -> None:
    assert "photo" not in read(page).lower()


def test_in_my_own_home_it_speaks_to_me(my_page, session, qtbot) -> None:
    words = read(my_page)

    assert "About you" in words
    assert "What matters most to you?" in words
    assert "This is your home" in words
    assert not is_there(my_page, "She")
    assert is_there(my_page, "Use an aid")

    press(qtbot, my_page, LOOK)
    assert session.case.consent.who
    assert not is_there(my_page, WHO)


def test_undo_takes_back_and_shows_it(page, session, qtbot) -> None:
    write(qtbot, page, NAME, "Rosa")
    session.undo()

    assert named(page, NAME).text() == ""


def test_a_saved_person_is_shown(window, sample) -> None:
    window.go("who")

    assert named(window.page, NAME).text() == "Rosa"
    assert is_ticked(window.page, "Uses an aid")
    assert is_ticked(window.page, LOOK)
    assert named(window.page, "Name of helper 2").text() == "Joe"


def test_one_page_serves_one_home_after_another(window, sample, session) -> None:
    window.go("who")
    session.begin(mine=False)
    window.go("who")

    assert named(window.page, NAME).text() == ""
    assert named(window.page, "Name of helper 1").text() == ""


def test_back_goes_to_the_question_before(page, window, qtbot) -> None:
    press(qtbot, page, "Back")

    assert window.page.title() == "Has anything changed in the last two days?"
