"""What the window says and does when the disk does not do its part."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from falls_app import app
from falls_app.domain.checklist import Answer
from falls_app.storage.trouble import FULL, GONE, NOT_WRITABLE, StoreError
from falls_app.ui import theme
from falls_app.ui.widgets.question_card import QuestionCard
from tests.longer import longer, longer_language
from tests.ui.pressing import named, press, read, write


class Trouble:
    """Makes every write of the store go wrong with these sentences, until it is over."""

    def __init__(self, store, monkeypatch) -> None:
        self.words: tuple[str, str] | None = None
        for name in ("save", "create", "set_setting", "delete"):
            monkeypatch.setattr(store, name, self._failing(getattr(store, name)))

    def _failing(self, write):
        def attempt(*words):
            if self.words is not None:
                raise StoreError(*self.words)
            return write(*words)

        return attempt


def close_without(box: QMessageBox) -> int:
    next(each for each in box.buttons() if each.text() == "Close without them").click()
    return 0


@pytest.fixture(autouse=True)
def no_question_stays_open(monkeypatch) -> None:
    """A test that ends in trouble does not wait for somebody to answer."""
    monkeypatch.setattr(QMessageBox, "exec", close_without)


@pytest.fixture
def trouble(store, monkeypatch) -> Trouble:
    return Trouble(store, monkeypatch)


@pytest.fixture
def drive(tmp_path: Path) -> Iterator:
    """The folder of the store on a drive that can be pulled out and plugged in."""

    class Drive:
        folder, away = tmp_path / "store", tmp_path / "in a pocket"

        def pull_out(self) -> None:
            shutil.move(self.folder, self.away)

        def plug_in(self) -> None:
            shutil.move(self.away, self.folder)

    made = Drive()
    yield made
    if made.away.exists():
        made.plug_in()


def answer(window, qtbot, *checks: str) -> None:
    for check in checks:
        window.go(f"walk:bathroom:{check}")
        qtbot.keyClick(window.page.findChild(QuestionCard), Qt.Key.Key_Question)


def saved_answer(session, check: str) -> Answer:
    return session.store.load(session.case.id).assessment.findings[check, "bathroom"].answer


def test_a_full_disk_is_said_with_how_much_waits(sample, window, trouble, qtbot) -> None:
    trouble.words = FULL

    answer(window, qtbot, "BTH01", "BTH02")

    words = read(window)
    assert "2 changes are kept here until then." in words
    assert "The disk is full, so the last change is not saved yet." in words
    assert "Free some space, then try again." in words
    assert "Saved" not in words.splitlines()
    assert sample.finding("BTH01", "bathroom").answer is Answer.NOT_SURE
    trouble.words = None
    press(qtbot, window, "Try again")
    assert "Saved" in read(window).splitlines()


def test_trouble_is_said_in_the_language_of_the_window(sample, window, trouble, qtbot) -> None:
    with longer_language():
        trouble.words = NOT_WRITABLE
        answer(window, qtbot, "BTH01")

        words = read(window)
        assert longer(NOT_WRITABLE[0]) in words
        assert longer(NOT_WRITABLE[1]) in words
        assert longer("Read only") in words.splitlines()


def test_a_read_only_folder_shows_in_the_bar(sample, window, trouble, qtbot) -> None:
    trouble.words = NOT_WRITABLE

    answer(window, qtbot, "BTH01")

    assert "Read only" in read(window).splitlines()
    assert "Check that you may write to this folder" in read(window)


def test_answers_wait_for_a_drive_that_was_pulled_out(sample, window, drive, qtbot) -> None:
    drive.pull_out()
    answer(window, qtbot, "BTH01", "BTH02")

    words = read(window)
    assert "Not saved, folder missing" in words
    assert "2 changes are kept here until then." in words
    assert GONE[1] in words
    press(qtbot, window, "Try again")
    assert not drive.folder.exists(), "made anew it would hide what is on the drive"

    drive.plug_in()
    press(qtbot, window, "Try again")

    assert "Saved" in read(window).splitlines()
    assert saved_answer(sample, "BTH01") is saved_answer(sample, "BTH02") is Answer.NOT_SURE


def test_answers_go_on_when_the_drive_is_back(sample, window, drive, qtbot) -> None:
    drive.pull_out()
    answer(window, qtbot, "BTH01")
    drive.plug_in()

    answer(window, qtbot, "BTH02")

    assert "Saved" in read(window).splitlines()
    assert saved_answer(sample, "BTH01") is saved_answer(sample, "BTH02") is Answer.NOT_SURE


def test_undo_reaches_the_drive_that_is_back(sample, window, drive, qtbot) -> None:
    before = sample.finding("BTH01", "bathroom").answer
    drive.pull_out()
    answer(window, qtbot, "BTH01")
    drive.plug_in()

    sample.undo()

    assert sample.finding("BTH01", "bathroom").answer is before
    assert saved_answer(sample, "BTH01") is before


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_choice_of_the_look_counts_where_it_cannot_be_kept(
    sample, window, trouble, qtbot
) -> None:
    trouble.words = FULL
    answer(window, qtbot, "BTH01")

    window.set_text_size(125)
    QApplication.processEvents()

    assert "1 change is kept here until then." in read(window)
    assert "Saved" not in read(window).splitlines()


def test_a_home_of_which_something_waits_stays_open(sample, window, trouble, qtbot) -> None:
    trouble.words = FULL
    answer(window, qtbot, "BTH01")

    press(qtbot, window, "Back to all homes")

    assert "This home stays open until all of it is saved." in read(window)
    assert sample.finding("BTH01", "bathroom").answer is Answer.NOT_SURE

    trouble.words = None
    press(qtbot, window, "Back to all homes")
    assert named(window.page, "Try the sample home").isVisible()


def test_a_home_can_be_begun_where_nothing_can_be_written(session, window, trouble, qtbot) -> None:
    trouble.words = FULL
    press(qtbot, window.page, "Someone I help")
    window.go("who")
    write(qtbot, window.page, "First name, or any name you like", "Ada")
    assert "The disk is full" in read(window)
    assert "kept here until then." in read(window)
    assert session.store.cases() == []

    trouble.words = None
    press(qtbot, window, "Try again")

    assert [home.name for home in session.store.cases()] == ["Ada"]
    assert session.store.load(session.case.id) == session.case


def test_a_home_begun_on_a_drive_that_was_pulled_out_is_written_once(
    session, window, drive, qtbot
) -> None:
    drive.pull_out()
    press(qtbot, window.page, "Someone I help")
    window.go("who")
    write(qtbot, window.page, "First name, or any name you like", "Ada")
    drive.plug_in()

    press(qtbot, window, "Try again")

    assert [home.name for home in session.store.cases()] == ["Ada"]


def test_a_home_without_a_word_in_it_can_be_left(session, window, trouble, qtbot) -> None:
    trouble.words = FULL
    press(qtbot, window.page, "Someone I help")

    window.go("start")

    assert named(window.page, "Someone I help").isVisible()


def test_a_list_that_cannot_be_changed_is_said(sample, window, trouble, qtbot) -> None:
    window.go("start")
    QApplication.processEvents()
    trouble.words = NOT_WRITABLE

    press(qtbot, window.page, "Take Rosa off the list")

    assert "Check that you may write to this folder" in read(window)
    press(qtbot, window, "All right")
    assert "Check that you may write" not in read(window)


def test_closing_asks_and_says_what_to_do(sample, window, trouble, qtbot, monkeypatch) -> None:
    trouble.words = FULL
    answer(window, qtbot, "BTH01", "BTH02")
    asked = []

    def read_and_close(box: QMessageBox) -> int:
        asked.append(f"{box.text()} {box.informativeText()}")
        return close_without(box)

    monkeypatch.setattr(QMessageBox, "exec", read_and_close)
    window.close()

    assert asked[0].startswith("2 changes are not saved yet. All earlier answers are safe.")
    assert not window.isVisible()


def test_nothing_is_asked_when_all_is_saved(sample, window, qtbot, monkeypatch) -> None:
    answer(window, qtbot, "BTH01")
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: pytest.fail("asked"))

    window.close()

    assert not window.isVisible()


def test_a_photo_does_not_make_the_folder_of_a_pulled_drive_anew(sample, drive) -> None:
    drive.pull_out()

    with pytest.raises(StoreError, match="is not there any more"):
        sample.store.photos.copy("c1", Path(__file__), _sha256_of(Path(__file__)))

    assert not drive.folder.exists()


def _sha256_of(file: Path) -> str:
    from hashlib import sha256

    return sha256(file.read_bytes()).hexdigest()


def test_the_bar_keeps_its_sign_in_a_narrow_window(sample, window, trouble, qtbot) -> None:
    trouble.words = FULL
    answer(window, qtbot, "BTH01")

    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.width() == 1366)

    assert "Not saved yet" in read(window).splitlines()
    trouble.words = None
    press(qtbot, window, "Try again")


def test_missing_letters_of_ours_are_said_and_stop_nothing(window, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(theme, "FONTS", ("not-there",))
    assert not theme.load_fonts()
    assert theme.has_letters()

    window.tell(app.other_letters())

    assert "The letters of Steady Home are missing" in read(window)
    press(qtbot, window, "All right")
