"""Words that are typed are on the disk soon after the last key, and at once when one goes on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from falls_app.storage.looking import stored_case
from falls_app.ui import intake
from falls_app.ui.background import Inline
from falls_app.ui.widgets.fields import NOTE_PAUSE_MS
from falls_app.ui.widgets.question_card import QuestionCard
from tests.ui.evidence_kit import picture, sheet_of
from tests.ui.pressing import named, press

CALLED = "Who did you call, or where did you go?"
WRITING_MS = 100
"""What is left of the 600 ms for the writing itself."""


@pytest.fixture(autouse=True)
def photos_at_once(monkeypatch) -> None:
    monkeypatch.setattr(intake, "Background", Inline)


def on_page(page: str, *presses: tuple[str, str]) -> Callable:
    """Return what opens a page of the window and presses buttons there, each within a group."""

    def open_it(window, qtbot, _folder) -> QWidget:
        window.go(page)
        QApplication.processEvents()
        for name, within in presses:
            press(qtbot, window.page, name, within)
            QApplication.processEvents()
        return window.page

    return open_it


def on_sheet(key: str) -> Callable:
    def open_it(window, qtbot, folder) -> QWidget:
        window.go("walk:stairs:STR01")
        qtbot.keyClick(window.page.findChild(QuestionCard), key)
        sheet = sheet_of(window)
        if key == "p":
            sheet.take([picture(folder)])
        return sheet

    return open_it


def on_step(window, qtbot, _folder) -> QWidget:
    step = window.session.view.plan.steps[0]
    window.go(f"plan:{step.key}")
    press(qtbot, window.page, "Somebody else does it")
    return window.page


def on_own_way(window, qtbot, _folder) -> QWidget:
    step = window.session.view.plan.steps[0]
    window.go(f"plan:{step.key}")
    press(qtbot, window.page, "Decision: Rosa’s way")
    return window.page


def on_fall(*presses: tuple[str, str]) -> Callable:
    return on_page("bones:falls", ("Write down a fall", ""), *presses)


KINDS = {
    "a name": (on_page("who"), "First name, or any name you like"),
    "goals": (on_page("who"), "What matters most"),
    "a helper": (on_page("who"), "Name of helper 1"),
    "who said yes": (on_page("who"), "Who said yes?"),
    "a room": (on_page("home"), "Name of Bedroom"),
    "a note": (on_sheet("n"), "Note"),
    "a caption": (on_sheet("p"), "What does the photo show?"),
    "who does a step": (on_step, "Name of whoever does it"),
    "her own way": (on_own_way, "In her own words"),
    "what went on at a fall": (on_fall(), "What was going on?"),
    "a note on a fall": (on_fall(), "Anything else?"),
    "what is missed": (
        on_page("bones:worry", ("Yes", "Because of that worry, does Rosa do less than before?")),
        "What would be good to do again",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_kept_while_one_thinks_and_when_one_goes_on(
    kind: str, sample, window, qtbot, tmp_path
) -> None:
    opened, name = KINDS[kind]
    place = opened(window, qtbot, tmp_path)

    def kept() -> str:
        """Return all that the disk has of the home, as another program reads it."""
        return repr(stored_case(sample.store.folder, sample.case.id))

    field = named(place, name)
    field.setFocus()
    qtbot.keyClicks(field, "quokka")
    qtbot.waitUntil(lambda: "quokka" in kept())

    field = named(place, name) if kind != "a room" else field
    qtbot.keyClicks(field, " wombat")
    assert "wombat" not in kept()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert "quokka wombat" in kept()


def test_a_rest_leaves_time_to_write() -> None:
    assert NOTE_PAUSE_MS + WRITING_MS <= 600


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_words_about_help_are_kept_before_they_count(session, window, qtbot) -> None:
    session.begin(mine=False)
    session.answer_two_days(("head",))
    window.go("help-now")
    field = named(window.page, CALLED)
    field.setFocus()
    qtbot.keyClicks(field, "Called the surgery")
    qtbot.keyClick(field, Qt.Key.Key_Tab)

    case_id = session.case.id
    session.open(case_id)
    assert session.help_draft == "Called the surgery"
    assert session.case.bones.two_days.noted == ""
    window.set_text_size(125)
    QApplication.processEvents()
    assert named(window.page, CALLED).text() == "Called the surgery"

    session.note_help("Called the surgery")
    assert session.help_draft == ""
    assert session.case.bones.two_days.noted == "Called the surgery"


def test_words_about_help_go_with_their_home(session, window) -> None:
    session.begin(mine=False)
    session.answer_two_days(("head",))
    session.draft_help("Called the surgery")
    case_id = session.case.id
    window.go("start")

    session.remove(case_id)

    assert "surgery" not in repr(session.store.setting("words about help", ["", ""]))


def test_closing_the_window_keeps_the_last_words(sample, window, qtbot) -> None:
    window.go("walk:stairs:STR01")
    qtbot.keyClick(window.page.findChild(QuestionCard), "n")
    qtbot.keyClicks(named(sheet_of(window), "Note"), "quokka")

    window.close()

    assert "quokka" in repr(stored_case(sample.store.folder, sample.case.id))
