"""Worry about falling, low mood, and the quiet way if somebody does harm."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from falls_app.content.screening import load_worry
from falls_app.domain.person import Say
from tests.ui.pressing import is_there, is_ticked, press, read, write

WORRY = load_worry()
ANSWERS = [(question, choice) for question in WORRY.questions for choice in question.choices]
HARM, EXIT = "If somebody hurts or scares Rosa", "Leave this page now"
CARD = "Worry and low mood. To read."


@pytest.fixture
def home(session):
    session.begin(mine=False)
    session.set_person("name", name="Rosa", say=Say.SHE)
    return session


@pytest.fixture
def worry(window, home):
    window.go("bones:worry")
    return window


def cards(window) -> list[str]:
    found = window.page.findChildren(QWidget)
    return [each.accessibleName() for each in found if each.isVisible()]


@pytest.mark.parametrize(
    ("question", "choice"), ANSWERS, ids=lambda each: each.id if hasattr(each, "id") else ""
)
def test_every_answer_has_its_text(worry, home, qtbot, question, choice) -> None:
    press(qtbot, worry.page, choice.words, within=home.say(question.question))
    qtbot.waitUntil(lambda: home.say(choice.text) in read(worry.page))

    assert home.case.bones.items == {question.id: choice.id}
    assert not choice.ask or f"“{choice.ask}”" in read(worry.page)
    assert "{" not in read(worry.page)


def test_what_is_missed_becomes_a_wish_of_the_person(worry, home, qtbot) -> None:
    assert not is_there(worry.page, "What would be good to do again")

    press(qtbot, worry.page, "Yes", within=home.say(WORRY.by_id["W2"].question))
    write(qtbot, worry.page, "What would be good to do again", "Walk to the lake")
    assert home.case.person.goals == "Walk to the lake"


def test_the_keyboard_alone_answers(worry, home, qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert home.case.bones.items == {"W1": "a_little"}


# ------------------------------------------------------------------ for nobody else's eyes


def test_the_card_is_the_same_whatever_was_said(window, home) -> None:
    window.go("bones:overview")
    before = [name for name in cards(window) if name.startswith(CARD)]
    for question, choice in ANSWERS:
        home.answer_bone(question.id, choice.id, "x")
        home.answer_flag("RF26", "yes")

        assert [name for name in cards(window) if name.startswith(CARD)] == before
    assert len(before) == 1


def test_how_somebody_copes_does_not_show_when_somebody_looks_later(worry, home, qtbot) -> None:
    question = WORRY.by_id["W3"]
    press(qtbot, worry.page, "It is hard", within=home.say(question.question))
    assert is_ticked(worry.page, "It is hard")

    worry.go("plan")
    worry.go("bones:worry")
    assert not is_ticked(worry.page, "It is hard")
    assert "That is a lot to carry." not in read(worry.page)
    assert "There is an answer. It stays hidden here." in read(worry.page)
    assert "coping" not in (home.undo_label or "")


def test_the_way_back_to_all_cards_hides_it_too(worry, home, qtbot) -> None:
    press(qtbot, worry.page, "It is hard", within=home.say(WORRY.by_id["W3"].question))
    press(qtbot, worry.page, HARM)
    press(qtbot, worry.page, "All of bones and balance")
    worry.go("bones:worry")

    assert not is_ticked(worry.page, "It is hard")
    assert not is_there(worry.page, EXIT)


def test_nothing_of_it_comes_into_what_papers_say(worry, home) -> None:
    before = home.view.outcome.questions
    for question in WORRY.questions:
        home.answer_bone(question.id, question.choices[-2].id, "x")

    assert home.view.outcome.questions == before
    assert home.view.outcome.texts == ()


# ------------------------------------------------------------------ whom to talk to


@pytest.mark.parametrize(
    ("region", "line"),
    [
        ("us", "988 Suicide & Crisis Lifeline: call 988."),
        ("uk", "Samaritans: call 116 123."),
        ("eu", "Call 112 and say that you need to talk."),
    ],
)
def test_the_line_of_the_region_is_there_for_everybody(
    worry, home, qtbot, region: str, line: str
) -> None:
    home.set_region(region)

    qtbot.waitUntil(lambda: line in read(worry.page))


@pytest.mark.parametrize(
    ("region", "line"),
    [
        ("us", "Eldercare Locator: call 1-800-677-1116."),
        ("au", "1800 ELDERHelp: call 1800 353 374."),
        ("nz", "Elder Abuse Response Service: call 0800 32 668 65."),
        ("ie", "HSE, ask for the Safeguarding Team: call 1800 700 700."),
        ("eu", "The doctor can say who helps near you."),
    ],
)
def test_the_quiet_way_names_whom_to_call(worry, home, qtbot, region: str, line: str) -> None:
    home.set_region(region)
    assert line not in read(worry.page)

    press(qtbot, worry.page, HARM)
    words = read(worry.page)
    assert line in words
    assert f"Afraid right now? Call {home.region.emergency}." in words
    assert "It is not her fault." in words


def test_the_page_is_left_at_once_and_comes_back_closed(worry, home, qtbot) -> None:
    press(qtbot, worry.page, HARM)
    press(qtbot, worry.page, EXIT)
    assert worry.page.stage == "results"

    worry.go("bones:worry")
    assert not is_there(worry.page, EXIT)
    assert home.case.bones.items == {}


def test_a_page_about_worry_is_there_to_print(worry, qtbot) -> None:
    press(qtbot, worry.page, "Print a page: Worried about falling?")

    assert worry.page.stage == "print"
    assert worry.page.where() == "handout:H15"
