"""Delete means gone: a planted word is found nowhere after it, and in no backup if that is asked."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from falls_app.domain.assessment import Case
from falls_app.domain.evidence import Photo
from falls_app.errors import UserError
from falls_app.storage import destroying
from falls_app.storage.arrival import keep_past
from falls_app.storage.backups import backups, look_into, make_backup
from falls_app.storage.bundle import Past
from falls_app.storage.database import Database
from falls_app.storage.destroying import remove_rows
from falls_app.storage.forgetting import forget, holding
from falls_app.storage.keys import Cost, new_keys
from falls_app.storage.locking import lock_store
from falls_app.storage.looking import check_store
from falls_app.storage.recovery_key import new_recovery_key
from falls_app.storage.restoring import restore
from falls_app.storage.settings import TO_SCRUB
from falls_app.storage.store import Store
from falls_app.storage.trouble import StoreError
from falls_app.storage.unlocked import forget_keys

PLANTED = "Zebulon Quist"
START = datetime(2026, 11, 20, 10, tzinfo=UTC)


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def planted(store: Store, case: Case) -> Case:
    """Put a home in the store whose words were changed a few times, with a photo."""
    kept = store.photos.keep("planted", _picture())
    made = store.create(replace(case, id="planted"), f"the home of {PLANTED}")
    for number in range(3):
        person = replace(made.person, name=f"{PLANTED} {number}", goals=PLANTED * 300)
        made = store.save(made, replace(made, person=person), f"about {PLANTED}")
    store.undo(made)
    keep_past(store, made.id, Past(("0" * 64,), PLANTED))
    assert store.photos.data("planted", kept.sha256)
    return made


def test_a_photo_as_it_came_goes_30_days_after_its_photo_and_not_if_that_is_back(
    folder: Path, clock: Clock, full_case: Case
) -> None:
    store = Store.open(folder, clock)
    made = store.create(full_case, "new home")
    shas = []
    for shade in (10, 200):
        kept = store.photos.keep(made.id, _picture(shade), with_original=True)
        shas.append(kept.sha256)
        with_it = with_photo(made, Photo(str(shade), kept.sha256, kept.width, kept.height))
        made = store.save(store.save(made, with_it, "photo"), made, "removing a photo")
    back = store.undo(made)
    assert back is not None
    store.close()
    clock.now += timedelta(days=29)
    store = Store.open(folder, clock)
    assert all(store.photos.has_original(made.id, each) for each in shas)

    clock.now += timedelta(days=2)
    store.clear_deleted()

    assert [store.photos.has_original(made.id, each) for each in shas] == [False, True]
    assert all(store.photos.data(made.id, each) for each in shas)
    store.close()


def with_photo(case: Case, photo: Photo) -> Case:
    walk = case.assessment
    assert walk is not None
    finding = walk.findings["FLR01", None]
    return case.with_assessment(walk.with_finding(replace(finding, photos=(photo,))))


def _picture(shade: int = 0) -> bytes:
    from io import BytesIO

    from PIL import Image

    data = BytesIO()
    Image.new("RGB", (20, 20), (shade,) * 3).save(data, "PNG")
    return data.getvalue()


def found(folder: Path, *but: str) -> list[str]:
    """Return the files in which the planted word is."""
    return [
        str(file.relative_to(folder))
        for file in folder.rglob("*")
        if file.is_file()
        and file.relative_to(folder).parts[0] not in but
        and PLANTED.encode() in file.read_bytes()
    ]


def test_a_home_that_is_destroyed_is_found_nowhere_and_the_others_are_as_they_were(
    folder: Path, clock: Clock, full_case: Case
) -> None:
    store = Store.open(folder, clock)
    other = store.create(full_case, "another home")
    case = planted(store, full_case)
    assert found(folder)

    store.delete(case.id)
    assert found(folder)
    store.destroy(case.id)

    assert found(folder) == []
    assert not (folder / "photos" / case.id).exists()
    assert store.load(other.id) == other
    assert [each.id for each in store.cases()] == [other.id]
    with pytest.raises(UserError):
        store.destroy(other.id)
    store.close()


def test_thirty_days_after_it_was_deleted_a_home_is_destroyed_at_the_start_or_while_it_runs(
    folder: Path, clock: Clock, full_case: Case
) -> None:
    store = Store.open(folder, clock)
    case = planted(store, full_case)
    store.delete(case.id)

    clock.now += timedelta(days=30)
    store.clear_deleted()
    assert [each.id for each in store.recently_deleted()] == [case.id]
    clock.now += timedelta(minutes=1)
    store.clear_deleted()

    assert store.recently_deleted() == []
    assert found(folder) == []
    store.close()


def test_what_was_stopped_half_way_is_finished_at_the_next_start(
    folder: Path, clock: Clock, full_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(folder, clock)
    case = planted(store, full_case)
    store.delete(case.id)

    def stopped(_database: object) -> None:
        raise OSError("The plug was pulled.")

    with monkeypatch.context() as patched:
        patched.setattr(destroying, "scrub", stopped)
        with pytest.raises(StoreError):
            store.destroy(case.id)
    assert store.setting(TO_SCRUB, False)
    store.close()
    store = Store.open(folder, clock)

    assert not store.setting(TO_SCRUB, False)
    assert found(folder) == []
    store.close()


def _leave_in_free_parts(file: Path) -> None:
    """Have the planted word in a part of a database that is free, as most SQLite leave it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("PRAGMA secure_delete = OFF")
        database.execute("INSERT INTO setting VALUES ('a', ?)", (PLANTED * 1000,))
        database.execute("DELETE FROM setting WHERE key = 'a'")


def test_backups_keep_a_home_until_it_is_taken_out_of_them_too(
    folder: Path, clock: Clock, full_case: Case
) -> None:
    store = Store.open(folder, clock)
    other = store.create(full_case, "another home")
    case = planted(store, full_case)
    made = make_backup(folder, clock())
    _leave_in_free_parts(made.file)
    store.close()
    restore(made.file, folder, clock())
    store = Store.open(folder, clock)
    store.delete(case.id)
    store.destroy(case.id)
    assert found(folder, "backups", "kept") == []
    assert len(holding(folder, case.id)) == 2

    assert forget(folder, case.id) == 0

    assert found(folder) == []
    assert holding(folder, case.id) == []
    assert [each.id for each in look_into(backups(folder)[0])] == [other.id]
    assert not (folder / "backups" / "photos" / case.id).exists()
    assert not list(folder.rglob("*.part*"))
    store.close()


def test_a_backup_that_cannot_be_read_is_left_and_told(
    folder: Path, clock: Clock, full_case: Case
) -> None:
    store = Store.open(folder, clock)
    case = planted(store, full_case)
    file = make_backup(folder, clock()).file
    data = file.read_bytes()
    file.write_bytes(data[:5000])

    assert forget(folder, case.id) == 1

    assert file.read_bytes() == data[:5000]
    store.close()


def test_without_backups_there_is_nothing_to_forget(
    folder: Path, opened: Callable[[], Store]
) -> None:
    opened()

    assert (holding(folder, "x"), forget(folder, "x")) == ([], 0)


def test_what_lies_in_free_parts_of_the_file_is_gone_too(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"
    database = Database(file)
    database.run("PRAGMA secure_delete = OFF")  # as SQLite is on most computers
    with database.transaction():
        database.run("INSERT INTO setting VALUES ('a', ?)", (PLANTED * 1000,))
    with database.transaction():
        remove_rows(database, "x", "a")
    database.run("PRAGMA wal_checkpoint (TRUNCATE)")
    assert found(tmp_path)

    destroying.scrub(database)

    assert found(tmp_path) == []
    assert database.run("SELECT key FROM setting").fetchall() == []
    database.close()


def test_while_somebody_reads_the_store_the_note_to_go_on_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"
    database, reader = Database(file), Database(file)
    with database.transaction():
        remove_rows(database, "x")
    database.run("PRAGMA busy_timeout = 1")
    reader.run("BEGIN")
    reader.one("SELECT COUNT(*) FROM setting")

    destroying.scrub(database)

    assert database.one("SELECT key FROM setting") == (TO_SCRUB,)
    reader.close()
    database.close()


def test_in_a_locked_store_a_home_is_destroyed_and_taken_out_of_its_backups_too(
    folder: Path, clock: Clock, full_case: Case
) -> None:
    store = Store.open(folder, clock)
    other = store.create(full_case, "another home")
    case = planted(store, full_case)
    store.close()
    cheap = Cost(memory_kib=64, passes=1, lanes=1)
    lock_store(folder, *new_keys("a lilac tree", new_recovery_key(), cheap))
    store = Store.open(folder, clock)
    store.load(case.id)
    make_backup(folder, clock())

    store.delete(case.id)
    store.destroy(case.id)
    assert len(holding(folder, case.id)) == 1
    assert forget(folder, case.id) == 0

    assert holding(folder, case.id) == []
    assert [each.id for each in look_into(backups(folder)[0])] == [other.id]
    assert store.load(other.id).person == other.person
    assert not list(folder.rglob(f"{case.id}/*"))
    store.close()
    check_store(folder)
    forget_keys()
