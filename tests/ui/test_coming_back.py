"""The start after a program that was killed, and the one after it was closed."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from falls_app import app
from falls_app.domain.checklist import Answer
from falls_app.storage.layout import BOOKMARK
from falls_app.storage.store import Store
from falls_app.ui.main_window import MainWindow
from falls_app.ui.widgets.fields import NoteField
from falls_app.ui.widgets.plan_board import BoardCard
from falls_app.ui.widgets.question_card import QuestionCard
from tests.ui.pressing import named, press, read


@pytest.fixture
def start(tmp_path: Path, qtbot, monkeypatch) -> Iterator[Callable]:
    """Start the program, as often as asked; the one before is killed, if it was not closed."""
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    running: list[tuple[MainWindow, Store]] = []

    def kill() -> None:
        for window, store in running:
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            store.close()
        running.clear()

    def started() -> MainWindow:
        kill()
        store = Store.open(tmp_path / "store", lambda: datetime(2026, 11, 20, 10, tzinfo=UTC))
        window = app.make_window(QApplication.instance(), store)
        running.append((window, store))
        window.show()
        qtbot.waitExposed(window)
        return window

    yield started
    for window, _store in running:
        window.close()
    kill()


def answer_two_cards(window, qtbot) -> None:
    press(qtbot, window.page, "Try the sample home")
    window.go("walk:bathroom:BTH01")
    for _time in range(2):
        qtbot.keyClick(window.page.findChild(QuestionCard), Qt.Key.Key_2)
        qtbot.keyClick(window.page.findChild(QuestionCard), Qt.Key.Key_Return)


def test_a_killed_program_comes_back_to_the_same_card(start, qtbot) -> None:
    window = start()
    answer_two_cards(window, qtbot)
    card, title = window.page.findChild(QuestionCard).check, window.windowTitle()

    again = start()

    assert again.page.findChild(QuestionCard).check.id == card.id
    assert again.windowTitle() == title
    assert "Welcome back. The program closed early. All " in read(again)


def test_a_killed_program_can_still_undo(start, qtbot) -> None:
    answer_two_cards(start(), qtbot)

    again = start()
    undo = next(
        each
        for each in again.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Undo: answer to")
    )
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)

    assert "Taken back: answer to" in read(again)


def test_it_comes_back_to_the_sheet_in_which_somebody_wrote(start, qtbot) -> None:
    window = start()
    answer_two_cards(window, qtbot)
    qtbot.keyClick(window.page.findChild(QuestionCard), Qt.Key.Key_N)
    field = window.findChild(NoteField)
    qtbot.keyClicks(field, "loose at the top")
    field.settle()

    again = start()

    qtbot.waitUntil(lambda: again.findChild(NoteField) is not None)
    assert again.findChild(NoteField).toPlainText() == "loose at the top"


@pytest.mark.parametrize("page", ["results", "bones:B01", "print:doctor", "help-now", "who"])
def test_every_page_is_come_back_to(page: str, start, qtbot) -> None:
    window = start()
    press(qtbot, window.page, "Try the sample home")
    window.go(page)
    shown = window.page.title(), window.page.where()

    again = start()

    assert (again.page.title(), again.page.where()) == shown


def test_an_open_step_of_the_plan_is_come_back_to(start, qtbot) -> None:
    window = start()
    press(qtbot, window.page, "Try the sample home")
    window.go("plan")
    card = window.page.findChild(BoardCard)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    shown = window.page.where()

    again = start()

    assert shown
    assert again.page.where() == shown


def test_a_program_that_was_closed_starts_on_its_first_page(start, qtbot) -> None:
    window = start()
    answer_two_cards(window, qtbot)
    window.close()

    again = start()

    assert named(again.page, "Try the sample home").isVisible()
    assert "closed early" not in read(again)


def test_a_program_killed_on_its_first_page_starts_there(start) -> None:
    start()

    again = start()

    assert named(again.page, "Try the sample home").isVisible()
    assert "closed early" not in read(again)


def test_after_a_power_cut_the_latest_home_is_open(start, qtbot, tmp_path: Path) -> None:
    answer_two_cards(start(), qtbot)
    (tmp_path / "store" / BOOKMARK).write_bytes(b"")

    again = start()

    assert again.page.stage == "results"
    assert "Welcome back. The program closed early." in read(again)


def test_a_home_that_is_gone_leads_to_the_first_page(start, qtbot) -> None:
    window = start()
    press(qtbot, window.page, "Try the sample home")
    store = window.session.store
    store.delete(store.cases()[0].id)

    again = start()

    assert named(again.page, "Try the sample home").isVisible()


def test_the_words_count_one_answer_and_none(start, qtbot) -> None:
    window = start()
    press(qtbot, window.page, "My own home")
    assert "Everything is here" in read(start())
    again = start()
    session = again._session
    session.answer(session.view.checklist.get("LGT01"), None, Answer.SAFE)

    assert "Your answer is here, up to " in read(start())
