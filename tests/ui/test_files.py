"""A home goes out as a file and comes in from one; the same home from two computers is brought
together; what is kept is in sight, and what is deleted is gone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from falls_app.cases import load_case, pictures_beside
from falls_app.domain.assessment import Case
from falls_app.storage.backups import make_backup
from falls_app.storage.bundle import write_bundle
from falls_app.storage.forgetting import holding
from falls_app.storage.photos import PhotoFolder
from falls_app.storage.store import Store
from falls_app.ui import arriving, safekeeping
from falls_app.ui.background import Background, Inline
from falls_app.ui.handing import WHOLE, outgoing, read_file
from falls_app.ui.pages import hand_over, your_data
from falls_app.ui.safekeeping import Safekeeping
from falls_app.ui.session import Session
from tests.ui.conftest import TODAY
from tests.ui.pressing import is_there, is_ticked, named, press, read, write

UNNAMED = "Without names. Answers and sizes only. No names, notes, addresses or photos."


@pytest.fixture(autouse=True)
def at_once(monkeypatch) -> None:
    for module in (hand_over, arriving, your_data):
        monkeypatch.setattr(module, "Background", Inline)


@pytest.fixture
def nell(session) -> Case:
    session.add(load_case("sample:visit"), pictures_beside("sample:visit"))
    return session.case


def names(session) -> list[str]:
    return sorted(home.name for home in session.homes)


def choosing(monkeypatch, file: Path) -> None:
    """Let somebody choose this file, whatever is asked."""
    for dialog in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_asked: (str(file), ""))


def saved(session, store, case: Case, file: Path, passphrase: str = "") -> Path:
    outgoing(store, case, session.region, WHOLE, passphrase).write(file)
    return file


def opened(window, qtbot, monkeypatch, file: Path) -> None:
    choosing(monkeypatch, file)
    window.go("open-file")
    press(qtbot, window.page, "Choose a file")


# ------------------------------------------------------------------ out


def test_a_home_is_saved_with_a_passphrase_that_is_typed_twice(
    nell, window, session, qtbot, monkeypatch, tmp_path
) -> None:
    file = tmp_path / "nell"
    choosing(monkeypatch, file)
    window.go("hand-over")
    page = window.page
    write(qtbot, page, "Passphrase", "open sesame")
    write(qtbot, page, "The passphrase once more", "open seesam")
    press(qtbot, page, "Save the file")
    assert "not the same" in read(page)
    assert not list(tmp_path.glob("nell*"))

    write(qtbot, page, "The passphrase once more", "open sesame")
    press(qtbot, page, "Save the file")

    assert "Saved as “nell.steadyhome”" in read(page)
    assert QApplication.focusWidget().accessibleName() == "Back"
    assert named(page, "Passphrase").text() == ""
    assert b"PK" not in (tmp_path / "nell.steadyhome").read_bytes()[:16]
    press(qtbot, page, "Back")
    assert window.page.title() != page.title()


def test_saving_a_home_can_be_stopped_and_then_there_is_no_file(
    nell, window, qtbot, monkeypatch, tmp_path
) -> None:
    is_stopped = Event()
    monkeypatch.setattr(hand_over, "Background", Background)
    monkeypatch.setattr(PhotoFolder, "data", lambda *_photo: is_stopped.wait(5) and None)
    choosing(monkeypatch, tmp_path / "nell")
    window.go("hand-over")
    press(qtbot, window.page, "Save the file")
    assert "Saving the file…" in read(window.page)

    press(qtbot, window.page, "Stop")
    with qtbot.waitSignal(window.page.told) as told:
        is_stopped.set()

    assert told.args == ["Stopped. The file was not saved.", False]
    assert not list(tmp_path.glob("nell*"))
    assert QApplication.focusWidget().accessibleName() == "Save the file"


def test_a_stick_that_was_taken_out_is_asked_for_again(
    nell, window, qtbot, monkeypatch, tmp_path
) -> None:
    choosing(monkeypatch, tmp_path / "stick" / "nell")
    window.go("hand-over")

    press(qtbot, window.page, "Save the file")

    assert "Your answers are as they were. Plug the drive in again" in read(window.page)


def test_a_table_and_a_home_without_names_need_no_passphrase(
    nell, window, qtbot, monkeypatch, tmp_path
) -> None:
    choosing(monkeypatch, tmp_path / "a")
    window.go("hand-over")
    table = "A table. For a spreadsheet: one line for each answer and step. No photos."
    press(qtbot, window.page, table)
    assert not is_there(window.page, "Passphrase")
    press(qtbot, window.page, "Save the file")
    press(qtbot, window.page, UNNAMED)
    press(qtbot, window.page, "Save the file")

    assert "Nell" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert "Nell" not in (tmp_path / "a.json").read_text(encoding="utf-8")


# ------------------------------------------------------------------ in


def test_a_home_that_is_not_here_is_shown_and_then_added(
    window, session, store, qtbot, monkeypatch, tmp_path
) -> None:
    file = saved(session, store, load_case("sample"), tmp_path / "rosa", "open sesame")
    opened(window, qtbot, monkeypatch, file)
    assert "locked with a passphrase" in read(window.page)
    write(qtbot, window.page, "Passphrase", "wrong")
    press(qtbot, window.page, "Open it")
    assert "does not open the file" in read(window.page)
    write(qtbot, window.page, "Passphrase", "open sesame")
    press(qtbot, window.page, "Open it")
    assert "Rosa: " in read(window.page)
    assert names(session) == []

    press(qtbot, window.page, "Add it to my homes")

    assert names(session) == ["Rosa"]
    assert session.case.person.name == "Rosa"


@pytest.mark.parametrize("leaves", [False, True], ids=["stop", "another page"])
def test_a_home_that_is_being_added_can_be_stopped_and_nothing_of_it_is_kept(
    leaves, nell, window, session, store, qtbot, monkeypatch, tmp_path
) -> None:
    file = saved(session, store, nell, tmp_path / "nell")
    before = (names(session), sorted(store.folder.rglob("*.jpg")))
    monkeypatch.setattr(arriving, "Background", Background)
    opened(window, qtbot, monkeypatch, file)
    page = window.page
    qtbot.waitUntil(lambda: is_there(page, "Keep it as a home of its own"))

    press(qtbot, page, "Keep it as a home of its own")
    assert "Adding photo 1 of" in read(page)
    with qtbot.waitSignal(page.told) as told:
        window.go("start") if leaves else press(qtbot, page, "Stop")

    assert told.args == ["Stopped. Nothing was added.", False]
    if not leaves:
        assert QApplication.focusWidget().accessibleName() == "Choose a file"

    assert (names(session), sorted(store.folder.rglob("*.jpg"))) == before


def test_a_file_that_is_refused_is_told_and_nothing_is_kept(
    window, session, qtbot, monkeypatch, tmp_path
) -> None:
    file = tmp_path / "a.steadyhome"
    file.write_bytes(b"PK no zip")

    opened(window, qtbot, monkeypatch, file)

    assert "not made as Steady Home makes them" in read(window.page)
    assert QApplication.focusWidget().accessibleName() == "Choose a file"
    assert names(session) == []
    press(qtbot, window.page, "Back")
    assert window.page.title() == ""


@pytest.fixture
def other_copy(nell, session, store, tmp_path) -> Path:
    """Nell's home from another computer, after both changed it."""
    file = saved(session, store, nell, tmp_path / "nell")
    theirs = replace(nell, person=replace(nell.person, name="Nell Maria", goals="to dance"))
    saved(session, store, theirs, file)
    session.set_person("the name", name="Nell M.")
    return file


def test_the_same_home_from_two_computers_is_brought_together_and_taken_back(
    other_copy, nell, window, session, qtbot, monkeypatch
) -> None:
    opened(window, qtbot, monkeypatch, other_copy)
    assert "It is in your list already" in read(window.page)
    press(qtbot, window.page, "Bring both together")
    assert "2 things differ." in read(window.page)
    assert not named(window.page, "Save it like this").isEnabled()
    press(qtbot, window.page, "Take all of the file")
    assert is_ticked(window.page, "Name. In the file: Nell Maria. Chosen.")
    press(qtbot, window.page, "Name. On this computer: Nell M..")
    press(qtbot, window.page, "Save it like this")

    assert (session.case.person.name, session.case.person.goals) == ("Nell M.", "to dance")
    assert session.case.id == nell.id
    window.commands.do("undo")
    assert session.case.person.goals == nell.person.goals
    assert session.case.person.name == "Nell M."


def test_after_undo_the_same_file_shows_the_same_differences(
    other_copy, window, session, qtbot, monkeypatch
) -> None:
    opened(window, qtbot, monkeypatch, other_copy)
    press(qtbot, window.page, "Bring both together")
    press(qtbot, window.page, "Take all of the file")
    press(qtbot, window.page, "Save it like this")
    window.commands.do("undo")

    opened(window, qtbot, monkeypatch, other_copy)
    press(qtbot, window.page, "Bring both together")

    assert "2 things differ." in read(window.page)


def test_what_both_came_from_is_used_and_only_what_both_changed_is_asked(
    nell, window, session, store, qtbot, monkeypatch, tmp_path
) -> None:
    choosing(monkeypatch, tmp_path / "nell.steadyhome")
    window.go("hand-over")
    press(qtbot, window.page, "Save the file")
    with read_file(tmp_path / "nell.steadyhome", "") as home:
        past = home.past
    there = replace(nell, person=replace(nell.person, name="Nell Maria", goals="to dance"))
    write_bundle(there, tmp_path / "back", lambda _photo: None, content="2026.11", past=past)
    session.open(nell.id)
    session.set_person("the name", name="Nell M.", age=90)

    opened(window, qtbot, monkeypatch, tmp_path / "back")
    press(qtbot, window.page, "Bring both together")

    words = read(window.page)
    assert "2 things differ." in words
    assert "Choose for 1 of them." in words
    assert is_ticked(window.page, "Goals. In the file: to dance. Chosen.")


def test_the_same_home_can_be_kept_as_one_of_its_own(
    other_copy, window, session, qtbot, monkeypatch
) -> None:
    opened(window, qtbot, monkeypatch, other_copy)

    press(qtbot, window.page, "Keep it as a home of its own")

    assert names(session) == ["Nell M.", "Nell Maria"]


def test_a_copy_that_says_the_same_changes_nothing(
    nell, window, session, store, qtbot, monkeypatch, tmp_path
) -> None:
    opened(window, qtbot, monkeypatch, saved(session, store, nell, tmp_path / "nell"))

    press(qtbot, window.page, "Bring both together")

    assert "Nothing in the file is new." in read(window.page)
    press(qtbot, window.page, "Save it like this")
    assert session.undo_label is None


# ------------------------------------------------------------------ what is kept


def test_what_is_kept_is_in_sight_and_each_home_can_be_saved(nell, window, store, qtbot) -> None:
    window.go("about")
    press(qtbot, window.page, "Your data")

    words = read(window.page)
    assert str(store.folder) in words
    assert "Nell said yes, November 12, 2026" in words
    assert "no part that uses a network" in words
    press(qtbot, window.page, "Save Nell as a file")
    assert read(window.page).startswith("Save Nell’s home as a file")
    press(qtbot, window.page, "Back")
    assert window.page.title() == "Your data"


def test_a_home_is_deleted_brought_back_and_deleted_for_good_in_the_backups_too(
    nell, window, session, store, qtbot
) -> None:
    make_backup(store.folder, store.now())
    window.go("data")
    press(qtbot, window.page, "Delete Nell")
    press(qtbot, window.page, "Keep it")
    press(qtbot, window.page, "Delete Nell")
    press(qtbot, window.page, "Yes, delete it")
    QApplication.processEvents()
    assert names(session) == []
    assert "Goes for good on December 20, 2026." in read(window.page)
    press(qtbot, window.page, "Bring Nell back")
    QApplication.processEvents()
    assert names(session) == ["Nell"]

    press(qtbot, window.page, "Delete Nell")
    press(qtbot, window.page, "Yes, delete it")
    QApplication.processEvents()
    press(qtbot, window.page, "Delete Nell now")
    assert "about a year old" in read(window.page)
    press(qtbot, window.page, "Take it out of 1 copy too")
    press(qtbot, window.page, "Yes, delete it for good")

    assert store.recently_deleted() == []
    assert holding(store.folder, nell.id) == []
    assert not (store.folder / "photos" / nell.id).exists()


def test_the_file_name_of_a_home_without_names_does_not_say_whose_it_is(
    nell, window, session, qtbot, monkeypatch, tmp_path
) -> None:
    asked = []

    def ask(*words: str) -> tuple[str, str]:
        asked.append(Path(words[2]).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window.go("hand-over")
    press(qtbot, window.page, "Save the file")
    press(qtbot, window.page, UNNAMED)
    press(qtbot, window.page, "Save the file")

    assert asked == [f"Nell - {TODAY}.steadyhome", f"home - {TODAY}.json"]


def test_while_the_window_stays_open_what_was_deleted_long_ago_goes(
    tmp_path, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(safekeeping, "AGAIN_MS", 1)
    monkeypatch.setattr(safekeeping, "Background", Inline)
    day = datetime(2026, 11, 20, tzinfo=UTC)
    now = [day]
    store = Store.open(tmp_path / "other", lambda: now[0])
    session = Session(store, lambda: TODAY)
    session.add(load_case("sample"))
    session.remove(session.case.id)
    keeping = Safekeeping(session)
    keeping.begin()
    assert len(store.recently_deleted()) == 1

    now[0] = day + timedelta(days=31)

    qtbot.waitUntil(lambda: store.recently_deleted() == [])
    keeping.close()
    store.close()
