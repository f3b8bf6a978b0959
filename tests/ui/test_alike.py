"""A second bathroom begins with the answers of the first, to confirm or to change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from falls_app.domain.checklist import Answer
from falls_app.domain.home import Room
from falls_app.ui.widgets.question_card import QuestionCard
from tests.ui.pressing import press, read

SECOND = "bathroom-2"


@pytest.fixture
def second(sample, window):
    """Show the first card of a second bathroom in the sample home."""
    home = sample.case.home
    first = home.room("bathroom")
    rooms = (*home.rooms, Room(SECOND, "BTH", "Bathroom upstairs", kind=first.kind))
    sample.set_home(replace(home, rooms=rooms), "a second bathroom")
    sample.choose_list(type(sample.view.walk.list).FULL)
    window.go(f"walk:{SECOND}")
    return window


def answers(session, room: str) -> dict[str, Answer]:
    found = session.view.walk.findings.values()
    return {each.check: each.answer for each in found if each.room == room}


def shown(window) -> str:
    return window.page.findChild(QuestionCard).check.id


def test_enter_confirms_what_was_answered_in_the_first_room(second, sample, qtbot) -> None:
    assert answers(sample, SECOND) == {}
    press(qtbot, second.page, "Same as the first")
    check = shown(second)

    qtbot.keyClick(second.page.findChild(QuestionCard), Qt.Key.Key_Return)

    assert answers(sample, SECOND)[check] is answers(sample, "bathroom")[check]
    assert shown(second) != check


def test_one_key_changes_what_is_proposed(second, sample, qtbot) -> None:
    press(qtbot, second.page, "Same as the first")
    check = shown(second)
    other = Answer.SAFE if answers(sample, "bathroom")[check] is not Answer.SAFE else Answer.HAZARD
    key = Qt.Key.Key_1 if other is Answer.SAFE else Qt.Key.Key_3

    qtbot.keyClick(second.page.findChild(QuestionCard), key)

    assert answers(sample, SECOND)[check] is other


def test_all_of_them_are_one_change(second, sample, qtbot) -> None:
    known = {
        check: answer for check, answer in answers(sample, "bathroom").items() if answer.is_known
    }

    press(qtbot, second.page, f"Take all {len(known)} over")

    assert answers(sample, SECOND) == known
    sample.undo()
    assert answers(sample, SECOND) == {}


def test_going_on_confirms_nothing(second, sample, qtbot) -> None:
    press(qtbot, second.page, "Same as the first")

    qtbot.keyClick(second.page.findChild(QuestionCard), Qt.Key.Key_S)

    assert answers(sample, SECOND) == {}


def test_the_first_room_itself_is_offered_nothing(sample, window) -> None:
    window.go("walk:bathroom:BTH01")

    assert "Is it the same here?" not in read(window.page)
