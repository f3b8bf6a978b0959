"""Twelve quick questions about staying steady: each answer has its own text, nothing is added up."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from falls_app.content.screening import load_falls_questions
from falls_app.domain.bones import Fall
from falls_app.domain.person import Say
from tests.ui.pressing import is_ticked, named, press, read

QUESTIONS = load_falls_questions()
each_question = pytest.mark.parametrize("question", QUESTIONS.questions, ids=lambda each: each.id)


@pytest.fixture
def home(session):
    session.begin(mine=False)
    session.set_person("name", name="Rosa", say=Say.SHE)
    return session


@pytest.fixture
def steady(window, home):
    window.go("bones:steady")
    return window


def name_of(question: str, answer: str, session) -> str:
    return f"{session.say(QUESTIONS.by_id[question].question)} {answer}"


def answer(qtbot, window, question: str, said: str) -> None:
    press(qtbot, window.page, name_of(question, said, window.page.session))


def card(window) -> str:
    return next(
        each.accessibleName()
        for each in window.page.findChildren(QWidget)
        if each.isVisible() and each.accessibleName().startswith(QUESTIONS.title)
    )


def test_the_card_of_the_overview_opens_the_questions(window, home, qtbot) -> None:
    window.go("bones:overview")
    press(qtbot, window.page, card(window))

    assert "0 of 12 asked." in read(window.page)
    assert home.say(QUESTIONS.questions[0].question) in read(window.page)


@each_question
def test_a_yes_leads_to_its_text_and_to_a_list(steady, home, qtbot, question) -> None:
    answer(qtbot, steady, question.id, "Yes")
    qtbot.waitUntil(lambda: home.say(question.text) in read(steady.page))
    words = read(steady.page)

    assert home.case.bones.items == {question.id: "yes"}
    assert f": “{home.say(question.ask)}”" in words
    assert re.search(
        r"On the list for the (doctor|pharmacist|physio|occupational therapist)", words
    )
    assert [each for each in question.then if home.say(each) not in words] == []
    assert "{" not in words


@each_question
def test_a_no_leads_nowhere(steady, home, qtbot, question) -> None:
    answer(qtbot, steady, question.id, "No")

    assert home.case.bones.items == {question.id: "no"}
    assert home.say(question.text) not in read(steady.page)
    assert "On the list for" not in read(steady.page)


def test_not_sure_may_be_asked_again(steady, home, qtbot) -> None:
    answer(qtbot, steady, "F03", "Not sure")

    qtbot.waitUntil(lambda: QUESTIONS.not_sure in read(steady.page))


def test_progress_counts_what_was_asked_and_adds_nothing_up(steady, home, qtbot) -> None:
    for number, said in enumerate(("Yes", "No", "Not sure", "Yes", "Yes"), start=1):
        answer(qtbot, steady, f"F{number:02}", said)
    words = read(steady.page)

    assert "5 of 12 asked." in words
    assert not re.search(r"point|score|sum\b|total", words, re.I)


def test_who_the_ideas_come_from_is_said(steady) -> None:
    assert all(line in read(steady.page) for line in QUESTIONS.credit)


@pytest.mark.parametrize("question", ["F08", "F11", "F12"])
def test_a_private_question_says_so_and_stays_out_of_the_undo_list(
    steady, home, qtbot, question: str
) -> None:
    topic = QUESTIONS.by_id[question].topic
    assert read(steady.page).count("Private: no family paper shows it.") == 3

    answer(qtbot, steady, question, "Yes")
    assert topic not in (home.undo_label or "")


def test_the_card_tells_how_many_were_asked_and_not_what_was_said(window, home) -> None:
    for question in QUESTIONS.questions:
        home.answer_steady(question.id, "yes", "")
    window.go("bones:overview")

    assert "12 of 12 asked" in card(window)
    assert "low" not in card(window)


def test_the_keyboard_alone_answers_them_all(steady, home, qtbot) -> None:
    keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_9) * 3
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    told = [home.case.bones.items[each.id] for each in QUESTIONS.questions]
    assert told == ["yes", "no", "not_sure", "not_sure"] * 3


def test_tab_and_space_answer_too(steady, home, qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert home.case.bones.items == {"F01": "yes"}


def test_coming_back_starts_at_the_first_question_without_an_answer(window, home) -> None:
    home.answer_steady("F01", "no", "")
    window.go("bones:steady")

    assert (
        QApplication.focusWidget()
        .accessibleName()
        .startswith(home.say(QUESTIONS.by_id["F02"].question))
    )


def test_a_fall_counts_for_the_page_about_the_person(steady, home, qtbot) -> None:
    answer(qtbot, steady, "F01", "Yes")
    assert home.case.person.fall_last_year is True

    open_diary = named(steady.page, "Open the diary of falls")
    qtbot.waitUntil(lambda: open_diary.height() >= 44)
    press(qtbot, steady.page, "Open the diary of falls")
    assert "Add it here." in read(steady.page)


def test_a_no_beside_a_fall_in_the_diary_says_so(steady, home, qtbot) -> None:
    home.write_fall(Fall("1", date="2026-11-01"))
    answer(qtbot, steady, "F01", "No")

    qtbot.waitUntil(lambda: "The diary has a fall in the past year." in read(steady.page))
    assert home.case.person.fall_last_year is True


def test_undo_takes_an_answer_back(steady, home, qtbot) -> None:
    answer(qtbot, steady, "F01", "Yes")
    home.undo()

    assert not is_ticked(steady.page, name_of("F01", "Yes", home))
    assert home.case.person.fall_last_year is None
    assert named(steady.page, name_of("F01", "No", home)).isVisible()
