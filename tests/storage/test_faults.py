"""The store when its disk goes away, fills up, or is not its own any more."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from falls_app.domain.assessment import Assessment, Case
from falls_app.errors import UserError
from falls_app.storage import opening
from falls_app.storage.access import What
from falls_app.storage.backups import make_backup
from falls_app.storage.database import Database
from falls_app.storage.lock import Lock, is_taken
from falls_app.storage.looking import check_store
from falls_app.storage.repair import repair
from falls_app.storage.store import Store
from falls_app.storage.trouble import StoreError, told
from tests.storage.side import written

Answered = Callable[..., Case]
Clock = Callable[[], datetime]
Opened = Callable[[], Store]

WALK = Case(assessments=(Assessment("w", "2026-11-20"),))


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file where it is")
def test_an_answer_after_the_folder_went_is_not_called_saved_and_is_when_it_is_back(
    opened: Opened, answered: Answered, tmp_path: Path
) -> None:
    store = opened()
    case = store.create(WALK, "new home")
    case = store.save(case, answered(case, "EMG01", "safe"), "answer")
    (tmp_path / "data").rename(tmp_path / "pulled out")
    after = answered(case, "STR01", "hazard", note="wobbles")

    for _try in range(2):
        with pytest.raises(StoreError, match="not there any more") as said:
            store.save(case, after, "answer")
    assert "plug the drive in" in said.value.hint
    assert store.load(case.id).assessment is not None  # reading goes on

    (tmp_path / "pulled out").rename(tmp_path / "data")
    saved = store.save(case, after, "answer")
    assert store.load(case.id) == saved
    assert opened().load(case.id) == saved


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file where it is")
def test_another_store_in_the_place_of_the_one_that_went_does_not_get_its_answers(
    opened: Opened, answered: Answered, tmp_path: Path, now: Clock
) -> None:
    store = opened()
    case = store.create(WALK, "new home")
    (tmp_path / "data").rename(tmp_path / "pulled out")
    Store.open(tmp_path / "data", now).close()

    with pytest.raises(StoreError, match="not there any more"):
        store.save(case, answered(case, "EMG01", "safe"), "answer")
    with pytest.raises(UserError, match="no longer in the list"):
        store.save(case, answered(case, "EMG01", "safe"), "answer")


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file where it is")
def test_a_side_file_that_somebody_removed_costs_no_answer(
    opened: Opened, answered: Answered, tmp_path: Path
) -> None:
    store = opened()
    case = store.create(WALK, "new home")
    (tmp_path / "data" / "cases.sqlite3-wal").unlink()
    after = answered(case, "EMG01", "safe")

    with pytest.raises(StoreError, match="not there any more"):
        store.save(case, after, "answer")

    saved = store.save(case, after, "answer")
    shutil.copytree(tmp_path / "data", tmp_path / "as after a kill")
    killed = Database(tmp_path / "as after a kill" / "cases.sqlite3")
    assert killed.one("SELECT COUNT(*) FROM finding") == (1,)
    killed.close()
    assert opened().load(case.id) == saved


def test_a_write_that_did_not_work_works_when_it_is_tried_again(
    store: Store, answered: Answered
) -> None:
    case = store.create(WALK, "new home")
    one = answered(case, "EMG01", "safe")
    two = answered(one, "STR01", "hazard", note="both")
    pages = store._database.one("PRAGMA page_count")
    assert pages is not None
    store._database.run(f"PRAGMA max_page_count = {pages[0]}")
    large = answered(two, "BTH01", "hazard", note="x" * 9000)
    with pytest.raises(StoreError, match="disk is full"):
        store.save(case, large, "answer")
    assert store.load(case.id) == case

    store._database.run("PRAGMA max_page_count = 100000")
    saved = store.save(case, large, "answer")

    assert store.load(case.id) == saved
    assert store.undo_label(case.id) == "answer"


@pytest.mark.parametrize(("free", "is_laid_out"), [(3_000_000, False), (10**9, True)])
def test_what_little_room_a_disk_has_is_left_to_answers_and_photos(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, free: int, *, is_laid_out: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=free))
    store = opened()
    store.create(WALK, "new home")

    size = (store.folder / "cases.sqlite3-wal").stat().st_size
    assert (size > 4_000_000) == is_laid_out


def _filled(store: Store, answered: Answered) -> Case:
    """Return a home of which an answer waits, where there is no room to bring it in."""
    store.set_setting("professional", True)
    case = store.create(WALK, "new home")
    case = store.save(case, answered(case, "EMG01", "safe"), "answer")
    pages = store._database.one("PRAGMA page_count")
    assert pages is not None
    case = store.save(case, answered(case, "STR01", "hazard", note="wobbles " * 300), "answer")
    store._disk.file.database.run(f"PRAGMA max_page_count = {pages[0]}")
    return case


def test_without_room_to_bring_an_answer_in_it_waits_and_that_is_said(
    opened: Opened, answered: Answered
) -> None:
    store = opened()
    case = _filled(store, answered)
    for look in (store.cases, lambda: store.caseload, lambda: store.undo_label(case.id)):
        with pytest.raises(StoreError, match="disk is full"):
            look()
    store.access.note(What.EXPORTED, case.id)
    store.close()

    assert opened().load(case.id) == case


def test_on_a_disk_that_is_nearly_full_no_answer_waits_and_all_can_be_read(
    opened: Opened, answered: Answered, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=100_000))
    store = opened()
    case = _filled(store, answered)

    assert store.load(case.id) == case
    with pytest.raises(StoreError, match="disk is full"):
        store.save(case, answered(case, "BTH01", "hazard", note="x" * 9000), "answer")
    assert store.load(case.id) == case
    assert [home.id for home in store.cases()] == [case.id]


def test_a_line_of_the_list_waits_until_there_is_room_again(
    store: Store, answered: Answered
) -> None:
    case = _filled(store, answered)
    store.access.note(What.EXPORTED, case.id)

    store._disk.file.database.run("PRAGMA max_page_count = 100000")
    store.access.note(What.SIGNED, case.id)

    assert [line.what for line in store.access.lines(most=2)] == ["signed", "exported"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file where it is")
def test_a_drive_that_went_with_an_answer_that_waits_is_looked_for_again(
    opened: Opened, answered: Answered, tmp_path: Path
) -> None:
    store = opened()
    case = _filled(store, answered)
    after = answered(case, "BTH01", "hazard")
    (tmp_path / "data").rename(tmp_path / "pulled out")
    for _try in range(2):
        with pytest.raises(StoreError, match="not there any more"):
            store.save(case, after, "answer")

    (tmp_path / "pulled out").rename(tmp_path / "data")
    saved = store.save(case, after, "answer")
    assert store.load(case.id) == saved


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file where it is")
def test_another_program_that_writes_a_line_leaves_the_open_store_its_side_file(
    store: Store, answered: Answered, now: Clock
) -> None:
    case = store.create(WALK, "new home")
    make_backup(store.folder, now())
    write = "import sqlite3, sys; file = sqlite3.connect(sys.argv[1]); file.execute(sys.argv[2])"
    line = "INSERT INTO setting VALUES ('beside', '1')"
    script = f"{write}; file.commit(); file.close()"
    subprocess.run([sys.executable, "-c", script, store.folder / "cases.sqlite3", line], check=True)

    saved = store.save(case, answered(case, "EMG01", "safe"), "answer")
    assert store.load(case.id) == saved
    assert store.setting("beside", 0) == 1


def test_a_file_of_another_program_is_refused_and_left_alone(tmp_path: Path, now: Clock) -> None:
    other = sqlite3.connect(tmp_path / "cases.sqlite3")
    other.execute("CREATE TABLE songs (name TEXT)")
    other.commit()
    other.close()
    before = (tmp_path / "cases.sqlite3").read_bytes()

    with pytest.raises(StoreError, match="no answers of Steady Home"):
        Store.open(tmp_path, now)

    assert (tmp_path / "cases.sqlite3").read_bytes() == before


def test_a_store_whose_tables_are_damaged_is_refused(tmp_path: Path, now: Clock) -> None:
    Store.open(tmp_path, now).close()
    file = sqlite3.connect(tmp_path / "cases.sqlite3")
    file.execute("ALTER TABLE finding RENAME COLUMN note TO nota")
    file.commit()
    file.close()

    with pytest.raises(StoreError, match="cannot be read"):
        Store.open(tmp_path, now)


def test_a_lock_that_is_held_can_be_seen_without_taking_it(tmp_path: Path) -> None:
    assert not is_taken(tmp_path / "lock")
    lock = Lock(tmp_path / "lock")

    assert is_taken(tmp_path / "lock")
    lock.release()
    assert not is_taken(tmp_path / "lock")


def test_closing_a_store_that_went_is_fine(opened: Opened, tmp_path: Path) -> None:
    store = opened()
    store.create(WALK, "new home")
    shutil.rmtree(tmp_path / "data", ignore_errors=True)

    store.close()


def test_words_that_are_no_text_are_damage() -> None:
    with pytest.raises(StoreError, match="cannot be read"), told():
        b"\\xff".decode("utf-8") and b"\xff".decode("utf-8")


def test_an_error_of_python_s_own_that_is_no_damage_stays_a_bug() -> None:
    memory = sqlite3.connect(":memory:")

    with pytest.raises(sqlite3.ProgrammingError), told():
        memory.execute("SELECT ?", ())

    memory.close()


def test_opening_makes_no_file_when_the_place_is_refused(
    tmp_path: Path, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise StoreError("No.", "Elsewhere.")

    monkeypatch.setattr(opening, "refuse_far_places", refuse)

    with pytest.raises(StoreError):
        Store.open(tmp_path / "data", now)

    assert list(tmp_path.iterdir()) == []


def _killed(tmp_path: Path, store: Store) -> Path:
    """Return a folder with the files of a store as a kill leaves them."""
    folder = tmp_path / "killed"
    folder.mkdir()
    for name in ("cases.sqlite3", "cases.sqlite3-wal"):
        shutil.copy(tmp_path / "data" / name, folder)
    return folder


@pytest.mark.parametrize("broken", ["the head", "a page", "a stretch"])
def test_answers_after_a_broken_place_in_the_side_file_are_not_forgotten_in_silence(
    store: Store, answered: Answered, tmp_path: Path, now: Clock, broken: str
) -> None:
    case = store.create(WALK, "new home")
    for number in range(12):
        case = store.save(case, answered(case, f"CHK{number}", "safe", note="x" * 3000), "answer")
    folder = _killed(tmp_path, store)
    side = folder / "cases.sqlite3-wal"
    damaged = bytearray(written(side.read_bytes()))
    if broken == "the head":
        damaged[20] ^= 1
    elif broken == "a page":
        damaged[len(damaged) // 2] ^= 1
    else:
        start = len(damaged) // 2
        damaged[start : start + 9000] = bytes(9000)
    side.write_bytes(damaged)

    for look in (lambda: Store.open(folder, now), lambda: check_store(folder)):
        with pytest.raises(StoreError, match="newest answers"):
            look()
    assert side.read_bytes() == damaged

    repair(folder, tmp_path / "new")
    saved = Store.open(tmp_path / "new", now)
    notes = saved.load(case.id).assessments[0].findings
    assert len(notes) >= 10
    saved.close()


def test_a_last_change_that_a_kill_cut_off_is_no_damage(
    store: Store, answered: Answered, tmp_path: Path, now: Clock
) -> None:
    case = store.create(WALK, "new home")
    for number in range(4):
        before, case = case, store.save(case, answered(case, f"CHK{number}", "safe"), "answer")
    folder = _killed(tmp_path, store)
    side = folder / "cases.sqlite3-wal"
    side.write_bytes(written(side.read_bytes())[:-100])

    again = Store.open(folder, now)

    assert len(again.load(case.id).assessments[0].findings) == len(before.assessments[0].findings)
    again.close()
