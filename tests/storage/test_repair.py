"""Repair: what can be read of a damaged store is saved, and what is lost is said."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.storage.digest import ROWS
from falls_app.storage.looking import check_store
from falls_app.storage.reading import read_store
from falls_app.storage.repair import repair
from falls_app.storage.store import Store
from falls_app.storage.trouble import StoreError

Answered = Callable[..., Case]
Clock = Callable[[], datetime]
Settled = Callable[[Case | None], Case]
Row = tuple[object, ...]

PAGE = 4096
LONG = "It wobbles when she leans on it. " * 400


@pytest.fixture
def folder(tmp_path: Path, full_case: Case, answered: Answered, now: Clock) -> Path:
    """A store with ten homes, some with long notes, that nobody has open."""
    folder = tmp_path / "store"
    if not _MADE:
        _make(folder, full_case, answered, now)
        _MADE.append((folder / "cases.sqlite3").read_bytes())
    folder.mkdir(exist_ok=True)
    (folder / "cases.sqlite3").write_bytes(_MADE[0])
    return folder


_MADE: list[bytes] = []
"""The store of the tests, made once."""


def _make(folder: Path, full_case: Case, answered: Answered, now: Clock) -> None:
    store = Store.open(folder, now)
    for number in range(10):
        case = store.create(replace(full_case, id=f"home {number}"), "new home")
        for each in ("EMG01", "BTH02", "BED01"):
            note = f"{number} {each} {LONG[: 40 + 4000 * (number % 3)]}"
            case = store.save(case, answered(case, each, "partly", note=note), "answer")
        gone = store.create(replace(full_case, id=f"gone {number}"), "new home")
        store._database.run("DELETE FROM case_ WHERE id = ?", (gone.id,))
    store.set_setting("theme", "dark")
    store.close()


def _rows(place: Path) -> set[Row]:
    def everything(reader: object) -> set[Row]:
        run = reader.run  # type: ignore[attr-defined]
        return {(table, *row) for table in ROWS for row in run(f"SELECT * FROM {table}")}

    return read_store(place, everything)


def test_a_sound_store_is_saved_whole(folder: Path, tmp_path: Path, now: Clock) -> None:
    said = repair(folder, tmp_path / "new")

    assert said == ["10 homes were saved, all of them whole."]
    assert _rows(tmp_path / "new") == _rows(folder)
    store = Store.open(tmp_path / "new", now)
    assert store.setting("theme", "light") == "dark"
    assert {case.id for case in store.cases()} == {f"home {number}" for number in range(10)}
    assert store.undo(store.load("home 3")) is not None
    store.close()
    check_store(tmp_path / "new")


def test_the_damaged_store_is_not_touched(folder: Path, tmp_path: Path) -> None:
    file = folder / "cases.sqlite3"
    damaged = file.read_bytes()[: 20 * PAGE]
    file.write_bytes(damaged)

    repair(folder, tmp_path / "new")

    assert file.read_bytes() == damaged
    assert {each.name for each in folder.iterdir()} <= {"cases.sqlite3", "lock"}


@pytest.mark.parametrize("number", range(16))
def test_a_store_with_a_broken_page_keeps_all_that_is_on_the_others(
    folder: Path, tmp_path: Path, now: Clock, settled: Settled, number: int
) -> None:
    file = folder / "cases.sqlite3"
    sound = file.read_bytes()
    whole = Store.open(folder, now)
    before = {case.id: settled(whole.load(case.id)) for case in whole.cases()}
    whole.close()
    page = round(number * (len(sound) // PAGE - 1) / 15)
    chance = random.Random(number)
    junk = chance.choice([bytes(PAGE), chance.randbytes(PAGE)])
    file.write_bytes(sound[: page * PAGE] + junk + sound[(page + 1) * PAGE :])

    said = repair(folder, tmp_path / "new")

    check_store(tmp_path / "new")
    store = Store.open(tmp_path / "new", now)
    told = " ".join(said)
    for case in store.cases():
        loaded = settled(store.load(case.id))
        # What is not as it was is said: all homes here have the same name.
        assert loaded == before.get(case.id) or "lost or was changed" in told
    assert len(store.cases()) >= 8
    store.close()


def test_the_head_of_the_file_may_be_gone(folder: Path, tmp_path: Path) -> None:
    file = folder / "cases.sqlite3"
    rows = _rows(folder)
    file.write_bytes(bytes(100) + file.read_bytes()[100:])

    said = repair(file, tmp_path / "new.sqlite3")

    assert said == ["10 homes were saved, all of them whole."]
    assert _rows(tmp_path / "new.sqlite3") == rows


def test_pages_that_changed_places_are_found(folder: Path, tmp_path: Path) -> None:
    file = folder / "cases.sqlite3"
    rows, sound = _rows(folder), file.read_bytes()
    pages = [sound[place : place + PAGE] for place in range(0, len(sound), PAGE)]
    pages[4], pages[7] = pages[7], pages[4]
    file.write_bytes(b"".join(pages))

    repair(folder, tmp_path / "new")

    assert len(_rows(tmp_path / "new") & rows) >= 0.99 * len(rows)


def test_the_kind_of_a_page_may_be_damaged(folder: Path, tmp_path: Path) -> None:
    file = folder / "cases.sqlite3"
    rows, damaged = _rows(folder), bytearray(file.read_bytes())
    for place in range(PAGE, len(damaged), PAGE):
        if damaged[place] in (10, 13):
            damaged[place] ^= 0x40
    file.write_bytes(damaged)

    repair(folder, tmp_path / "new")

    assert _rows(tmp_path / "new") == rows


def test_a_row_that_was_damaged_is_taken_from_the_changes(
    folder: Path, tmp_path: Path, now: Clock
) -> None:
    store = Store.open(folder, now)
    rows = _rows(folder)
    store._database.run("UPDATE finding SET note = 'not hers' WHERE check_id = 'EMG01'")
    store._database.run("DELETE FROM finding WHERE check_id = 'BTH02' AND room_id = ''")
    store.close()
    with pytest.raises(StoreError):
        check_store(folder)

    said = repair(folder, tmp_path / "new")

    assert said == ["10 homes were saved, all of them whole."]
    assert _rows(tmp_path / "new") == rows


def test_a_row_that_nothing_else_tells_is_said_to_be_lost(
    folder: Path, tmp_path: Path, now: Clock
) -> None:
    store = Store.open(folder, now)
    store._database.run("DELETE FROM finding WHERE check_id = 'STR01' AND case_id = 'home 3'")
    store.close()

    first, second = repair(folder, tmp_path / "new")

    assert first == "10 homes were saved, 9 of them whole."
    assert "“Zoë”" in second
    assert "6 answers were saved" in second
    new = Store.open(tmp_path / "new", now)
    assert new.load("home 3").person.name == "Zoë"
    new.close()


def test_what_answers_belong_to_is_made_when_it_is_lost(
    folder: Path, tmp_path: Path, now: Clock
) -> None:
    store = Store.open(folder, now)
    database = store._database
    database.run("PRAGMA foreign_keys = OFF")
    for lost in (
        "DELETE FROM assessment WHERE case_id = 'home 1'",
        "DELETE FROM room WHERE case_id = 'home 1'",
        "DELETE FROM case_ WHERE id = 'home 1'",
        "DELETE FROM change WHERE case_id = 'home 1'",
        "UPDATE finding SET answer = 'hasard' WHERE case_id = 'home 2' AND check_id = 'STR01'",
        "UPDATE part SET value = '{\"name\":' WHERE case_id = 'home 2' AND name = 'person'",
    ):
        database.run(lost)
    store.close()

    said = repair(folder, tmp_path / "new")

    assert said[0] == "10 homes were saved, 8 of them whole."
    new = Store.open(tmp_path / "new", now)
    walk = new.load("home 1").assessment
    assert walk is not None
    assert ("STR01", "stairs") in walk.findings
    assert new.load("home 1").home.room("stairs") is not None
    assert new.load("home 1").person.name == "Zoë"
    assert ("STR01", "stairs") not in new.load("home 2").assessments[1].findings
    new.close()
    check_store(tmp_path / "new")


def test_answers_in_the_side_file_of_a_killed_program_are_saved(
    folder: Path, tmp_path: Path, now: Clock, answered: Answered
) -> None:
    store = Store.open(folder, now)
    case = store.load("home 4")
    store.save(case, answered(case, "STR01", "safe", "stairs", note="last words"), "answer")
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in folder.glob("cases*"):
        shutil.copy(file, killed)
    store.close()
    (killed / "cases.sqlite3-shm").unlink()

    said = repair(killed, tmp_path / "new")

    assert said == ["10 homes were saved, all of them whole."]
    assert any("last words" in row for row in _rows(tmp_path / "new"))


def test_a_broken_page_in_the_side_file_costs_only_what_is_on_it(
    tmp_path: Path, now: Clock, full_case: Case, answered: Answered
) -> None:
    store = Store.open(tmp_path / "store", now)
    case = store.create(full_case, "new home")
    case = store.save(case, answered(case, "EMG01", "safe", note="first words"), "answer")
    case = store.save(case, answered(case, "BED01", "safe", note="last words"), "answer")
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in (tmp_path / "store").glob("cases*"):
        shutil.copy(file, killed)
    store.close()
    side = killed / "cases.sqlite3-wal"
    damaged = bytearray(side.read_bytes())
    damaged[32 + 24 + 50] ^= 1  # in the first page of all, the list of tables
    side.write_bytes(damaged)

    repair(killed, tmp_path / "new")

    notes = {word for row in _rows(tmp_path / "new") for word in row}
    assert {"first words", "last words"} <= notes


def test_photos_are_saved_and_damaged_ones_are_left_out(folder: Path, tmp_path: Path) -> None:
    import hashlib

    photos = folder / "photos" / "home 1"
    photos.mkdir(parents=True)
    name = hashlib.sha256(b"a bath").hexdigest()
    (photos / f"{name}.jpg").write_bytes(b"a bath")
    (photos / f"{'0' * 64}.jpg").write_bytes(b"a stair")

    said = repair(folder, tmp_path / "new")

    assert said[-1] == "1 photo is damaged and was left out."
    saved = [file.name for file in (tmp_path / "new" / "photos" / "home 1").iterdir()]
    assert saved == [f"{name}.jpg"]


def test_nothing_of_ours_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "garbage").write_bytes(random.Random(1).randbytes(300_000))
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(20_000_000_000)

    for name in ("garbage", "huge"):
        with pytest.raises(StoreError, match="Nothing of Steady Home"):
            repair(tmp_path / name, tmp_path / "new")

    assert {each.name for each in tmp_path.iterdir()} == {"garbage", "huge"}


def test_a_name_that_is_taken_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()

    with pytest.raises(UserError, match="there already"):
        repair(folder, tmp_path / "new")


def test_a_store_that_is_open_is_not_repaired(folder: Path, tmp_path: Path, now: Clock) -> None:
    store = Store.open(folder, now)

    with pytest.raises(StoreError, match="already open"):
        repair(folder, tmp_path / "new")

    store.close()
