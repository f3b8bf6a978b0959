"""Settings: what is chosen works at once, is kept, and is taken back by choosing again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox

from falls_app.domain.checklist import Answer
from falls_app.storage.store import Store
from falls_app.ui import looks
from falls_app.ui.looks import Looks
from falls_app.ui.session import Session
from falls_app.ui.settings_parts import SETTINGS_SECTIONS
from falls_app.ui.theme import look
from falls_app.ui.widgets.pressable import Pressable
from falls_app.ui.widgets.question_card import QuestionCard
from falls_app.ui.widgets.text import Words
from tests.ui.pressing import is_there, is_ticked, named, press, read

CTRL = Qt.KeyboardModifier.ControlModifier
CARD = "walk:stairs:STR12"


def answer_of(session, check: str = "STR12") -> Answer:
    return session.finding(check, "stairs").answer


def choose(qtbot, window, part: str, name: str) -> None:
    window.go(f"settings:{part}")
    QApplication.processEvents()
    press(qtbot, window.page, name)


def test_a_key_opens_the_settings_and_done_leads_back(sample, window, qtbot) -> None:
    window.go("walk:stairs:STR01")
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    assert window.page.title() == "Settings"

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert window.place == "walk:stairs:STR01"


def test_the_text_grows_at_once_and_the_keyboard_stays_where_it_was(window, qtbot) -> None:
    window.go("settings:look")
    larger = named(window.page, "Text at 175 %")
    larger.setFocus()

    qtbot.keyClick(larger, Qt.Key.Key_Space)
    QApplication.processEvents()

    assert look.percent == 175
    assert QApplication.focusWidget() is named(window.page, "Text at 175 %")
    assert is_ticked(window.page, "Text at 175 %")
    assert not is_ticked(window.page, "Text at 100 %")


def test_every_choice_is_there_at_the_next_start(session, window, store: Store, qtbot) -> None:
    choose(qtbot, window, "look", "High contrast")
    choose(qtbot, window, "look", "Less motion")
    choose(qtbot, window, "hands", "Bigger buttons")
    choose(qtbot, window, "hands", "One-key answers")
    choose(qtbot, window, "work", "I visit homes for work")
    look.use(theme="light", large_targets=False, single_keys=True)

    again = Session(store, lambda: session.today)
    Looks(again).begin()

    assert look.theme.name == "high-contrast"
    assert look.large_targets
    assert not look.single_keys
    assert again.is_professional
    assert QApplication.cursorFlashTime() == 0
    Looks(again).set_less_motion(False)
    assert QApplication.cursorFlashTime() > 0


def test_like_this_computer_follows_the_computer(session, window, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(looks, "system_theme", lambda: "dark")
    choose(qtbot, window, "look", "Like this computer")
    assert look.theme.name == "dark"

    monkeypatch.setattr(looks, "system_theme", lambda: "high-contrast")
    Looks(session).follow_system()
    QApplication.processEvents()

    assert look.theme.name == "high-contrast"
    assert is_ticked(window.page, "Like this computer")


def test_without_one_key_answers_a_letter_does_nothing(sample, window, qtbot) -> None:
    before = answer_of(sample)
    choose(qtbot, window, "hands", "One-key answers")
    window.go(CARD)
    QApplication.processEvents()
    assert is_there(window.page, "Note")
    assert "Keys: " not in read(window.page)

    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_S, Qt.Key.Key_N, Qt.Key.Key_0):
        qtbot.keyClick(window.page.findChild(QuestionCard), key)

    assert window.place == CARD
    assert answer_of(sample) is before
    for page in ("bones:B01", "bones:flags"):
        window.go(page)
        kept = sample.case
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
        assert sample.case == kept


def test_bigger_buttons_are_all_big_enough(sample, window, qtbot) -> None:
    choose(qtbot, window, "hands", "Bigger buttons")
    small = []

    for page in (CARD, "who", "home", "plan", "results", "bones:overview", "settings:look"):
        window.go(page)
        QApplication.processEvents()
        small += [
            f"{page}: {each.accessibleName()} {each.width()}x{each.height()}"
            for each in window.findChildren(Pressable)
            if each.isVisible() and each.minimumHeight() and min(each.width(), each.height()) < 56
        ]

    assert small == []


def test_the_next_check_comes_by_itself_where_that_was_chosen(sample, window, qtbot) -> None:
    choose(qtbot, window, "hands", "Go on by itself")
    window.go("walk:stairs:STR01")
    qtbot.keyClick(window.page.findChild(QuestionCard), Qt.Key.Key_1)
    assert window.place == "walk:stairs:STR01"

    qtbot.waitUntil(lambda: window.place != "walk:stairs:STR01", timeout=3_000)

    assert window.place.startswith("walk:stairs:")


def test_lengths_are_read_in_the_unit_that_was_chosen(sample, window) -> None:
    window.go("settings:country")
    units = named(window.page, "Lengths", QComboBox)
    units.setCurrentIndex(units.findData("cm"))

    assert sample.settings.get("mm read in", "") == "cm"
    assert "911" in read(window.page)


def test_the_folder_is_shown_and_opened(session, window, monkeypatch, qtbot) -> None:
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    choose(qtbot, window, "files", "Open the folder")

    assert opened == [str(session.store.folder)]
    assert str(session.store.folder) in read(window.page)


@pytest.mark.parametrize("part", SETTINGS_SECTIONS)
def test_every_part_names_itself_and_all_its_controls(part: str, window) -> None:
    window.go(f"settings:{part}")
    controls = [
        each.accessibleName()
        for each in window.page.findChildren(Pressable)
        if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert all(controls)
    assert len(controls) == len(set(controls))


def test_whose_reports_these_are_is_written_before_there_is_a_home(session, window, qtbot) -> None:
    window.go("settings:work")
    assert "Your name and title" not in read(window.page)
    session.set_professional(True)
    window.go("settings:work")
    QApplication.processEvents()
    field = named(window.page, "Your name and title")
    qtbot.keyClicks(field, "Priya Nair, OT")
    qtbot.keyClick(field, Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: session.letterhead.therapist == "Priya Nair, OT")
    assert "Add a letterhead" not in read(window.page)


def test_the_words_beside_a_switch_switch_it_too(session, window, qtbot) -> None:
    window.go("settings:work")
    QApplication.processEvents()
    line = named(window.page, "I visit homes for work").parentWidget()
    words = next(each for each in line.findChildren(Words) if "caseload" in each.text())
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)

    assert session.is_professional
