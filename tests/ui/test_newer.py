"""What a newer version has made is opened to read: nothing can be changed, and it says so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from falls_app import app, paths
from falls_app.cases import load_case, pictures_beside
from falls_app.domain.assessment import Finding
from falls_app.domain.checklist import Answer
from falls_app.storage.access import What
from falls_app.storage.keys import Cost, new_keys
from falls_app.storage.lock import Lock
from falls_app.storage.locking import lock_store
from falls_app.storage.store import Store
from falls_app.storage.unlocked import forget_keys, keep
from falls_app.ui import arriving, forward
from falls_app.ui.background import Inline
from falls_app.ui.cannot_open import CannotOpen
from falls_app.ui.handing import WHOLE, outgoing, read_file
from falls_app.ui.lock_screen import LockScreen
from falls_app.ui.main_window import MainWindow
from falls_app.ui.pages import PAGES, hand_over, print_plan
from falls_app.ui.unlock import Unlock
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.home_card import HomeCard
from tests.newer import NEW_CHECK, all_there, make_newer, newer_bundle
from tests.ui.conftest import TODAY
from tests.ui.pressing import is_there, named, press, read

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

REFUSED = "This is open to read only, so nothing was changed."
LINE = "Open to read."


@pytest.fixture
def newer(store: Store, session, monkeypatch, tmp_path: Path) -> Path:
    """The folder of a newer store with a home, chosen as the user's own."""
    session.add(load_case("sample:visit"), pictures_beside("sample:visit"))
    store.close()
    monkeypatch.setenv("STEADY_HOME_DATA", str(store.folder))
    monkeypatch.setattr(paths, "_state", lambda: tmp_path / "state")
    return make_newer(store.folder, NEW_CHECK)


@pytest.fixture
def said(monkeypatch, qtbot) -> list[str]:
    """What the question at the start says; "Open to read" is pressed by the keyboard."""
    words: list[str] = []

    def read_and_press(asked: QDialog) -> int:
        qtbot.addWidget(asked)
        asked.show()
        words.append(read(asked))
        if is_there(asked, "Open to read"):
            qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
        return asked.result()

    monkeypatch.setattr(CannotOpen, "exec", read_and_press)
    return words


@pytest.fixture
def reading(newer: Path, said: list[str], qtbot) -> Iterator[MainWindow]:
    """The window on the newer store, at its list of homes."""
    store = app.open_store()
    assert isinstance(store, Store)
    window = app.make_window(QApplication.instance(), store)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close_store()


def home_of(window: MainWindow) -> str:
    return window.session.homes[0].id


def test_a_newer_store_is_offered_to_read_and_stays_as_it_is(
    newer: Path, said: list[str], reading: MainWindow, qtbot, monkeypatch
) -> None:
    before = all_there(newer)
    assert "This home was made in a newer version" in said[0]
    assert "You can read it and print it. To change it, update Steady Home first." in said[0]
    window = reading
    assert LINE in read(window)

    window.go(window.session.page_opened(home_of(window), "results"))
    for page in PAGES:
        if page not in ("damaged", "start", "caseload", "lock", "backups", "data", "open-file"):
            window.go(page)
            assert LINE in read(window)
            window.go(window.session.page_opened(home_of(window), "plan"))
    assert "Read only" in read(window)

    window.settle_in()
    window.close()
    window.close_store()
    assert all_there(newer) == before
    Lock(newer / "lock").release()


def test_an_answer_by_key_is_refused_in_a_sentence_and_not_shown(reading, qtbot) -> None:
    window, session = reading, reading.session
    window.go(session.page_opened(home_of(window), "walk"))
    place, check = next(
        (asked.room.id, asked.check.id)
        for asked in session.view.asked
        if asked.room and asked.answer and asked.answer.value == "safe"
    )
    window.go(f"walk:{place}:{check}")
    before = session.case

    qtbot.keyClick(QApplication.focusWidget(), "3")

    assert REFUSED in read(window)
    assert "Undo" not in {each.text() for each in window.findChildren(Button) if each.isVisible()}
    assert session.case == before
    assert not session.has_unsaved
    assert session.undo_label is None
    window.go("start")
    assert LINE in read(window)


def test_pages_that_only_change_something_stay_shut(reading) -> None:
    reading.go(reading.session.page_opened(home_of(reading), "results"))
    shown = reading.page

    for page in ("backups", "lock", "data", "open-file", "type-in", "sheet-back"):
        reading.say("")
        reading.go(page)

        assert reading.page is shown
        assert REFUSED in read(reading)


def test_no_home_is_begun_added_or_taken_off(reading, qtbot) -> None:
    window, session = reading, reading.session
    homes = [home.id for home in session.homes]

    session.begin(mine=True)
    assert not session.is_open
    assert REFUSED in read(window)
    session.remove(homes[0])
    window.page._on_sample("sample")

    assert [home.id for home in session.homes] == homes


def test_the_look_changes_for_this_run(reading, newer: Path, qtbot) -> None:
    before = all_there(newer)

    reading.set_text_size(150)
    reading.set_theme("dark")

    assert reading.session.settings.get("text_percent", 100) == 150
    qtbot.waitUntil(lambda: LINE in read(reading))
    assert all_there(newer) == before


def test_a_low_window_leaves_its_room_to_the_page_and_the_bar_says_it(reading, qtbot) -> None:
    reading.resize(1366, 768)
    reading.go(reading.session.page_opened(home_of(reading), "plan"))

    reading.set_text_size(200)

    qtbot.waitUntil(lambda: "Read only" in read(reading))
    assert LINE not in read(reading)
    reading.resize(820, 1180)
    assert LINE in read(reading)
    assert "Update Steady Home first." not in read(reading)


def test_what_is_read_is_printed_and_saved_elsewhere(
    reading, newer: Path, tmp_path: Path, qtbot, monkeypatch
) -> None:
    for module in (hand_over, print_plan):
        monkeypatch.setattr(module, "Background", Inline)
    before, window = all_there(newer), reading
    window.session.settings.keep("professional", True)
    window.go(window.session.page_opened(home_of(window), "hand-over"))
    file = tmp_path / "copy.steadyhome"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(file), ""))

    press(qtbot, window.page, "Save the file")

    assert file.read_bytes().startswith(b"PK")
    assert "Saved as “copy.steadyhome”" in read(window)
    assert all_there(newer) == before


def test_a_second_start_brings_the_reading_window_forward(
    reading, newer: Path, said: list[str], monkeypatch
) -> None:
    asked = []
    monkeypatch.setattr(forward, "is_brought_forward", lambda place: asked.append(place) or True)

    assert app.open_store() == 0
    assert asked == [paths.reading(newer)]
    assert len(said) == 1

    reading.close_store()
    again = app.open_store()
    assert isinstance(again, Store)
    again.close()


def test_a_locked_newer_store_is_locked_again_and_read_again_without_a_trace(
    store: Store, session, said: list[str], qtbot, monkeypatch, tmp_path: Path
) -> None:
    session.add(load_case("sample"))
    store.close()
    keys, key = new_keys("a lilac tree", "", Cost(64, 1, 1))
    lock_store(store.folder, keys, key)
    before = all_there(make_newer(store.folder))
    forget_keys()
    monkeypatch.setenv("STEADY_HOME_DATA", str(store.folder))
    monkeypatch.setattr(paths, "_state", lambda: tmp_path / "state")
    monkeypatch.setattr(Unlock, "exec", lambda _asked: keep(key) or 1)
    opened = app.open_store()
    assert isinstance(opened, Store)
    window = app.make_window(QApplication.instance(), opened)
    qtbot.addWidget(window)
    window.show()
    window.go(window.session.page_opened(home_of(window), "plan"))
    by_itself = window.session.locking.by_itself
    with qtbot.waitSignal(by_itself.failed) as refused:
        by_itself.switch(True)
    assert refused.args[0].message == REFUSED
    screen = LockScreen(window, window.session, partial(app.reopened, window))

    screen.lock()
    assert not window.isVisible()
    qtbot.waitUntil(window.isVisible)

    assert window.place == "plan"
    assert LINE in read(window)
    assert len(said) == 1
    window.close()
    window.close_store()
    forget_keys()
    assert all_there(store.folder) == before


def test_a_newer_store_that_cannot_be_read_says_what_to_do(
    store: Store, session, said: list[str], monkeypatch, tmp_path: Path, capsys
) -> None:
    session.add(load_case("sample"))
    store.close()
    monkeypatch.setenv("STEADY_HOME_DATA", str(store.folder))
    monkeypatch.setattr(paths, "_state", lambda: tmp_path / "state")
    make_newer(store.folder, "ALTER TABLE step RENAME TO deed", "CREATE TABLE step (id TEXT)")

    assert app.open_store() == 3

    assert "this one cannot read them" in said[0]
    assert "Update Steady Home, then open them again." in said[0]
    assert "Update Steady Home" in capsys.readouterr().err


# ------------------------------------------------------------------ a file


@pytest.fixture
def file(session, store: Store, tmp_path: Path) -> Path:
    """A file of a newer version with a home that is not in the list."""
    session.add(load_case("sample:visit"), pictures_beside("sample:visit"))
    case = session.case
    outgoing(store, case, session.region, WHOLE, "").write(tmp_path / "ours.steadyhome")
    session.close()
    store.delete(case.id)
    return newer_bundle(tmp_path / "ours.steadyhome", tmp_path / "newer.steadyhome")


def test_a_file_of_a_newer_version_is_read_and_nothing_of_it_is_kept(
    file: Path, window: MainWindow, store: Store, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(arriving, "Background", Inline)
    window.session.set_professional(True)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(file), ""))
    before = all_there(store.folder / "photos")
    window.go("open-file")
    press(qtbot, window.page, "Choose a file")

    assert "This home was made in a newer version" in read(window.page)
    assert not is_there(window.page, "Add it to my homes")
    assert QApplication.focusWidget() is named(window.page, "Open to read")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    session = window.session
    assert session.case.person.name == "Nell"
    assert LINE in read(window)
    photo = session.case.photos[0]
    assert session.photos(photo).read_bytes().startswith(b"\xff\xd8")
    session.set_person("a name", name="Ann")
    assert session.case.person.name == "Nell"
    assert REFUSED in read(window)
    window.set_text_size(125)

    window.go("start")

    assert session.store is store
    assert session.homes == []
    assert LINE not in read(window)
    assert store.setting("text_percent", 100) == 125
    assert [line.what for line in store.access.lines(most=1)] == [What.OPENED]
    assert all_there(store.folder / "photos") == before
    session.begin(mine=True)
    assert session.is_open


def test_the_window_closes_well_while_a_file_is_read(
    file: Path, window: MainWindow, store: Store, qtbot
) -> None:
    with read_file(file, "") as home:
        window.session.read(home)
    window.go("plan")
    assert window.session.store.behind is store
    window.session.safekeeping.make_if_due()
    assert window.session.safekeeping.doing == ""  # there is no home of the user's own to keep

    window.close()
    window.close_store()

    assert not (store.folder / "open").exists()
    Store.open(store.folder, lambda: datetime(TODAY.year, 12, 1, tzinfo=UTC)).close()


def test_a_home_with_answers_to_a_check_nobody_knows_here_stays_closed_and_whole(
    store: Store, window, qtbot
) -> None:
    case = load_case("sample")
    findings = {**case.assessment.findings, ("NEW99", None): Finding("NEW99", Answer.SAFE)}
    walk = replace(case.assessment, findings=findings)
    kept = store.create(case.with_assessment(walk), "a new home")
    window.go("start")

    card = window.page.findChild(HomeCard)
    qtbot.mouseClick(card.carry_on, Qt.MouseButton.LeftButton)

    assert "This home was made in a newer version" in read(window)
    assert not window.session.is_open
    assert store.load(kept.id).assessment.findings[("NEW99", None)].answer is Answer.SAFE
