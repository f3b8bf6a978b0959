"""Backups: made by themselves, made by hand, looked into, and brought back."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from falls_app.cases import load_case
from falls_app.storage.backups import backups, make_backup
from falls_app.storage.layout import BACKUPS
from falls_app.storage.trouble import BACKING_UP, StoreError
from falls_app.ui import safekeeping
from falls_app.ui.background import Inline
from falls_app.ui.safekeeping import Safekeeping
from tests.ui.pressing import is_there, named, press, read

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_once(monkeypatch) -> None:
    monkeypatch.setattr(safekeeping, "Background", Inline)


@pytest.fixture
def homes(session, store) -> Path:
    """Rosa's home, and a backup of yesterday with it; today Robin's came. The store's folder."""
    session.add(load_case("sample"))
    make_backup(store.folder, NOW - timedelta(days=1))
    session.add(load_case("sample:flat"))
    return store.folder


def open_page(window) -> None:
    window.go("start")
    QApplication.processEvents()


def names(session) -> list[str]:
    return sorted(home.name for home in session.homes)


def day(backup_words: str) -> str:
    """Return the name of a button of the backup that was made yesterday."""
    made = (NOW - timedelta(days=1)).astimezone()
    hour, half = made.hour % 12 or 12, "AM" if made.hour < 12 else "PM"
    return f"{backup_words} Thursday, November 19, 2026, {hour}:{made:%M}\u00a0{half}"


def test_the_page_is_reached_from_the_start_and_from_about(homes, window, qtbot) -> None:
    open_page(window)
    press(qtbot, window.page, "Backups. Copies of all homes, made each day")
    assert window.page.title() == "Backups"

    press(qtbot, window.page, "Back")
    press(qtbot, window.page, "About Steady Home. What it is, sources, reviews")
    press(qtbot, window.page, "Backups")

    assert window.page.title() == "Backups"


def test_a_backup_is_listed_with_its_day_its_homes_and_its_size(homes, window) -> None:
    window.go("backups")

    words = read(window.page)
    assert "Thursday, November 19, 2026" in words
    assert "1 home · " in words
    assert "kB" in words


def test_without_a_backup_the_page_says_so(session, window) -> None:
    window.go("backups")

    assert "There is no backup yet." in read(window.page)


def test_a_backup_is_made_when_asked_for(homes, window, qtbot) -> None:
    window.go("backups")

    press(qtbot, window.page, "Make one now")

    QApplication.processEvents()
    assert [each.cases for each in backups(homes)] == [2, 1]
    assert "2 homes · " in read(window.page)


def test_a_look_into_a_backup_names_its_homes(homes, window, qtbot) -> None:
    window.go("backups")

    press(qtbot, window.page, day("Look into the backup of"))

    assert "Rosa: 31 answers, last changed November 20, 2026" in read(window.page)
    assert "Robin" not in read(window.page)


def test_a_backup_comes_back_only_when_asked_twice(homes, session, window, qtbot) -> None:
    window.go("backups")

    press(qtbot, window.page, day("Bring back the backup of"))
    assert "Rosa: 31 answers" in read(window.page)
    assert "All homes become as they were then." in read(window.page)
    press(qtbot, window.page, "Leave all as it is")

    assert names(session) == ["Robin", "Rosa"]


def test_a_backup_that_is_back_counts_at_once_and_says_what_is_kept(
    homes, session, window, qtbot
) -> None:
    window.go("backups")
    press(qtbot, window.page, day("Bring back the backup of"))
    press(qtbot, window.page, "Yes, bring it back")

    (kept,) = (homes / "kept").iterdir()
    assert f"is back. What was here before is kept in “{kept}”." in read(window.page)
    assert names(session) == ["Rosa"]
    press(qtbot, window.page, "See the homes")
    QApplication.processEvents()
    assert is_there(window.page, "Carry on with Rosa, last changed November 20, 2026")

    session.open(session.homes[0].id)
    session.set_person("name", name="Rosalind")
    assert names(session) == ["Rosalind"]
    session.store.close()


def test_a_damaged_backup_changes_nothing_and_says_so(homes, session, window, qtbot) -> None:
    window.go("backups")
    (file,) = (homes / BACKUPS).glob("*.sqlite3")
    press(qtbot, window.page, day("Bring back the backup of"))
    file.write_bytes(file.read_bytes()[:20_000])

    press(qtbot, window.page, "Yes, bring it back")

    assert "This backup is damaged. Your answers are as they were." in read(window)
    assert names(session) == ["Robin", "Rosa"]
    session.store.close()


def test_nothing_is_brought_back_after_stop(homes, session, qtbot, monkeypatch) -> None:
    keeping = session.safekeeping
    session.close()
    keeping.changed.connect(keeping.stop)

    keeping.bring_back(backups(homes)[0])

    assert names(session) == ["Robin", "Rosa"]
    assert keeping.doing == ""
    session.store.close()


def test_a_backup_is_made_by_itself_once_a_day(homes, session) -> None:
    keeping = session.safekeeping
    for _time in range(2):
        keeping.make_if_due()

    assert [each.cases for each in backups(homes)] == [2, 1]


def test_an_empty_list_needs_no_backup(session, store) -> None:
    session.safekeeping.make_if_due()

    assert backups(store.folder) == []


def test_a_backup_that_is_missed_is_said_quietly(homes, window, session, qtbot, monkeypatch):
    def full(*_words):
        raise StoreError(*BACKING_UP.full)

    window.settle_in()
    monkeypatch.setattr(safekeeping, "make_backup", full)
    session.safekeeping.make_if_due()

    assert "There is no room on the disk for a backup. All answers are safe" in read(window)
    press(qtbot, window, "See the backups")
    assert window.page.title() == "Backups"
    assert "There is no room on the disk" not in read(window)


def test_a_backup_that_came_while_the_folder_was_away_leaves_no_word_behind(
    homes, window, session, qtbot
) -> None:
    was = read(window)
    window.settle_in()
    homes.rename(homes.with_name("away"))

    session.safekeeping.make_if_due()

    homes.with_name("away").rename(homes)
    assert read(window) == was


def test_a_backup_asked_for_that_cannot_be_made_says_why(homes, window, qtbot) -> None:
    window.go("backups")
    shutil.rmtree(homes / BACKUPS)
    (homes / BACKUPS).write_text("no folder")

    press(qtbot, window.page, "Make one now")

    assert "The folder for backups cannot be written to." in read(window)


def test_closing_the_window_stops_a_backup_under_way(homes, session, window, qtbot, monkeypatch):
    monkeypatch.undo()
    steps = []

    def endless(_folder, _now, breathe):
        while True:
            steps.append(1)
            breathe()

    monkeypatch.setattr(safekeeping, "make_backup", endless)
    keeping = Safekeeping(session)
    session.__dict__["safekeeping"] = keeping
    keeping.make()
    qtbot.waitUntil(lambda: bool(steps))

    window.close()

    count = len(steps)
    assert not window.isVisible()
    qtbot.waitUntil(lambda: len(steps) == count)


def test_another_text_size_keeps_the_list(homes, window, qtbot) -> None:
    window.go("backups")

    window.set_text_size(150)

    qtbot.waitUntil(lambda: "1 home · " in read(window.page))
    assert named(window.page, "Make one now").isEnabled()
