"""What is seen when the disk has changed answers by itself: a home, or all of them."""

import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from falls_app import app, paths
from falls_app.cases import load_case
from falls_app.storage.backups import make_backup
from falls_app.storage.layout import BACKUPS, DATABASE
from falls_app.storage.store import Store
from falls_app.storage.trouble import NOT_WRITABLE, SYNCED, UNREADABLE, StoreError
from falls_app.ui import cannot_open, safekeeping
from falls_app.ui.background import Inline
from falls_app.ui.cannot_open import CannotOpen
from tests.ui.pressing import is_there, named, press, read

YESTERDAY = datetime(2026, 11, 19, 10, tzinfo=UTC)
ROSA = "Carry on with Rosa, last changed November 20, 2026"


@pytest.fixture(autouse=True)
def at_once(monkeypatch) -> None:
    monkeypatch.setattr(safekeeping, "Background", Inline)
    monkeypatch.setattr(cannot_open, "Background", Inline)


def damage(folder: Path, name: str) -> None:
    """Change an answer of a home behind the program's back, as a disk does."""
    database = sqlite3.connect(folder / DATABASE)
    database.execute(
        """UPDATE finding SET answer = 'safe' WHERE answer = 'hazard'
        AND case_id = (SELECT id FROM case_ WHERE name = ?)""",
        (name,),
    )
    database.commit()
    database.close()


@pytest.fixture
def homes(session, store) -> Path:
    """Two homes and a backup of yesterday; then the disk changes Rosa's. The store's folder."""
    session.add(load_case("sample"))
    session.add(load_case("sample:flat"))
    make_backup(store.folder, YESTERDAY)
    damage(store.folder, "Rosa")
    return store.folder


def open_rosa(window, qtbot) -> None:
    window.go("start")
    QApplication.processEvents()
    press(qtbot, window.page, ROSA)


def test_a_damaged_home_stays_closed_and_says_what_is_safe(homes, session, window, qtbot) -> None:
    open_rosa(window, qtbot)

    words = read(window.page)
    assert "Rosa’s home stays closed" in words
    assert "What happened: The disk has changed something in this home by itself" in words
    assert "What is safe: Nothing was written to it. Your other homes open as before." in words
    assert f'falls-app repair "{homes}"' in words
    assert not session.is_open


def test_other_homes_open_as_before(homes, session, window, qtbot) -> None:
    open_rosa(window, qtbot)
    press(qtbot, window.page, "Back to the homes")
    QApplication.processEvents()

    press(qtbot, window.page, "Carry on with Robin, last changed November 20, 2026")

    assert session.case.person.name == "Robin"


def test_the_newest_whole_backup_is_one_press_away(homes, session, window, qtbot) -> None:
    before = session.store.folder / BACKUPS / "2026-11-20T09-00-00Z-0009.sqlite3"
    before.write_bytes(b"SQLite format 3\0 and then nothing")
    open_rosa(window, qtbot)

    button = next(
        each
        for each in window.page.findChildren(type(named(window.page, "See all backups")))
        if each.text().startswith("Bring back the backup of Thursday, November 19, 2026")
    )
    button.click()

    assert window.page.title() == "Backups"
    assert "is back. What was here before is kept in" in read(window.page)
    press(qtbot, window.page, "See the homes")
    QApplication.processEvents()
    press(qtbot, window.page, ROSA)
    assert session.case.person.name == "Rosa"
    session.store.close()


def test_without_a_whole_backup_the_other_way_is_named(homes, window, qtbot) -> None:
    shutil.rmtree(homes / BACKUPS)

    open_rosa(window, qtbot)

    words = read(window.page)
    assert "What to do: There is no backup that is whole." in words
    assert "save what is left of all homes with these two commands:" in words


def test_a_list_that_cannot_be_read_leads_to_the_backups(
    homes, session, store, window, qtbot, monkeypatch
) -> None:
    def damaged():
        raise StoreError(*UNREADABLE)

    monkeypatch.setattr(store, "cases", damaged)
    window.go("start")

    assert "The file with the answers cannot be read." in read(window)
    press(qtbot, window, "See the backups")

    assert window.page.title() == "Backups"


# ------------------------------------------------------------------ at the start


@pytest.fixture
def unreadable(tmp_path: Path) -> Path:
    """A folder whose database is no database any more, with a backup of yesterday."""
    folder = tmp_path / "store"
    store = Store.open(folder, lambda: YESTERDAY + timedelta(days=1))
    store.create(load_case("sample"), "new home")
    make_backup(folder, YESTERDAY)
    store.close()
    (folder / DATABASE).write_bytes(b"nothing of ours" * 999)
    return folder


def refusal(folder: Path) -> StoreError:
    with pytest.raises(StoreError) as found:
        Store.open(folder, lambda: YESTERDAY)
    return found.value


def question(error: StoreError, folder: Path, qtbot) -> CannotOpen:
    asked = CannotOpen(error, folder)
    qtbot.addWidget(asked)
    asked.show()
    return asked


def test_a_store_that_cannot_be_read_offers_its_newest_backup(unreadable: Path, qtbot) -> None:
    asked = question(refusal(unreadable), unreadable, qtbot)

    assert "The file with the answers cannot be read." in read(asked)
    button = next(
        each
        for each in asked.findChildren(type(named(asked, "Close")))
        if each.text().startswith("Bring back the backup of ")
    )
    assert "November 19, 2026" in button.text() or "19 November 2026" in button.text()
    button.click()

    assert asked.result() == 1
    store = Store.open(asked.folder, lambda: YESTERDAY)
    assert [home.name for home in store.cases()] == ["Rosa"]
    store.close()
    assert any((unreadable / "kept").iterdir())


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_store_on_a_synced_folder_offers_another_folder(
    tmp_path: Path, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "here"))
    asked = question(StoreError(*SYNCED), tmp_path / "Dropbox", qtbot)
    assert "Another program copies the folder" in read(asked)
    assert not is_there(asked, "Bring back")

    press(qtbot, asked, "Choose another folder")

    assert (asked.result(), asked.folder) == (1, tmp_path / "here")


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_folder_that_can_be_written_again_is_tried_again(tmp_path: Path, qtbot) -> None:
    asked = question(StoreError(*NOT_WRITABLE), tmp_path, qtbot)

    press(qtbot, asked, "Try again")

    assert (asked.result(), asked.folder) == (1, tmp_path)


def test_closing_changes_nothing(unreadable: Path, qtbot) -> None:
    before = (unreadable / DATABASE).read_bytes()
    asked = question(refusal(unreadable), unreadable, qtbot)

    press(qtbot, asked, "Close")

    assert asked.result() == 0
    assert (unreadable / DATABASE).read_bytes() == before


def test_a_chosen_folder_is_opened_and_remembered(tmp_path: Path, qtbot, monkeypatch) -> None:
    monkeypatch.delenv("STEADY_HOME_DATA", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(paths, "_choice", lambda: tmp_path / "config" / "folder")
    synced, here = tmp_path / "Dropbox" / "store", tmp_path / "here"
    paths.choose_folder(synced)
    synced.mkdir(parents=True)

    def choose(asked: CannotOpen) -> int:
        asked.folder = here
        return 1

    monkeypatch.setattr(CannotOpen, "exec", choose)
    store = app.open_store()

    assert isinstance(store, Store)
    store.close()
    assert paths.user_data() == here


def test_a_chosen_folder_on_a_drive_that_is_missing_is_not_made_anew(
    tmp_path: Path, qtbot, monkeypatch, capsys
) -> None:
    monkeypatch.delenv("STEADY_HOME_DATA", raising=False)
    monkeypatch.setattr(paths, "_choice", lambda: tmp_path / "config" / "folder")
    paths.choose_folder(tmp_path / "drive" / "store")
    monkeypatch.setattr(CannotOpen, "exec", lambda _asked: 0)

    assert app.open_store() == 3

    assert not (tmp_path / "drive").exists()
    assert "plug the drive in and start again" in capsys.readouterr().err
