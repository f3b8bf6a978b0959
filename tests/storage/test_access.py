"""The list of who did what: written while it is wanted, never rewritten, never with a name in it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from falls_app.domain.assessment import Case
from falls_app.domain.person import Person
from falls_app.storage.access import UNSURE, Entry, What, entries, first_misfit
from falls_app.storage.backups import make_backup
from falls_app.storage.database import Database
from falls_app.storage.keys import Cost, new_keys
from falls_app.storage.layout import DATABASE
from falls_app.storage.locking import lock_store, take_lock_off
from falls_app.storage.looking import check_store, stored_setting
from falls_app.storage.reader import Reader
from falls_app.storage.reading import read_store
from falls_app.storage.repair import repair
from falls_app.storage.restoring import restore
from falls_app.storage.store import Store
from falls_app.storage.trouble import StoreError

Opened = Callable[[], Store]
Clock = Callable[[], datetime]

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLANTED = "Zebulon Quist"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(opened: Opened) -> Store:
    """The store of somebody who visits homes for work."""
    return at_work(opened())


def at_work(store: Store) -> Store:
    store.set_setting("professional", True)
    store.who = lambda: "Ana Bo"
    store.access.switch()
    return store


def told(folder: Path) -> list[tuple[str, str]]:
    """Return (what, home) of the list, oldest first."""
    return [(each.what, each.case_id) for each in lines(folder)]


def lines(folder: Path) -> list[Entry]:
    return read_store(folder, entries)[::-1]


def named(store: Store, case: Case, words: str) -> Case:
    return store.save(case, replace(case, person=Person(words)), "the name")


def test_what_is_done_with_a_home_is_written_with_time_and_name(store: Store, folder: Path) -> None:
    case = named(store, store.create(Case(), "new home"), "Rosa")
    store.access.opened(case.id)
    case = named(store, named(store, case, "Ros"), "R")
    store.undo(case)
    store.access.note(What.EXPORTED, case.id, "pdf family")
    store.access.opened(case.id)
    store.redo(case)
    store.delete(case.id)
    store.restore(case.id)

    assert told(folder) == [
        ("started", ""),
        *((what, case.id) for what in ("begun", "opened", "changed", "exported", "opened",
          "changed", "deleted", "brought back")),
    ]  # fmt: skip
    assert {each.who for each in lines(folder)} == {"Ana Bo"}
    times = [datetime.fromisoformat(each.at) for each in lines(folder)]
    assert times == sorted(times)
    assert lines(folder)[4].about == "pdf family"


def test_a_family_has_no_list(opened: Opened, folder: Path) -> None:
    store = opened()
    case = named(store, store.create(Case(), "new home"), "Rosa")
    store.access.opened(case.id)
    store.delete(case.id)

    assert told(folder) == []


def test_a_change_that_is_not_saved_is_not_in_the_list(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = store.create(Case(), "new home")
    store.access.opened(case.id)

    def full(*_said: object) -> str:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("falls_app.storage.history.History.record", full)
        with pytest.raises(StoreError):
            named(store, case, "Rosa")
    assert told(folder)[-1] == ("opened", case.id)

    named(store, case, "Rosa")
    assert told(folder)[-1] == ("changed", case.id)


def test_a_line_that_the_disk_does_not_take_comes_with_the_next_one(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_said: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("falls_app.storage.access.append", full)
        store.access.opened("a")
    assert told(folder) == [("started", "")]

    store.access.opened("b")

    assert told(folder)[1:] == [("opened", "a"), ("opened", "b")]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE access SET who = 'me' WHERE seq = 2",
        "DELETE FROM access WHERE seq = 3",
        "REPLACE INTO access VALUES (3, '', '', '', '', '', x'')",
    ],
)
def test_a_line_is_not_rewritten_and_what_another_program_did_is_seen(
    store: Store, folder: Path, sql: str
) -> None:
    for name in "abc":
        store.access.opened(name)
    store.close()
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as other:
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            other.execute(sql)
        check_store(folder)

        for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            other.execute(f"DROP TRIGGER {name}")
        other.execute(sql)

    assert read_store(folder, first_misfit) in (2, 3)
    with pytest.raises(StoreError, match="not as Steady Home wrote it"):
        check_store(folder)


def test_a_line_with_a_digest_that_fits_it_is_betrayed_by_the_next_one(
    store: Store, folder: Path
) -> None:
    for name in "abc":
        store.access.opened(name)
    store.close()
    first, second = lines(folder)[:2]
    forged = replace(second, who="me")
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as other:
        other.execute("DROP TRIGGER access_is_not_changed")
        change = "UPDATE access SET who = ?, digest = ? WHERE seq = 2"
        other.execute(change, (forged.who, forged.digest(first.digest(b""))))

    assert read_store(folder, first_misfit) == 3


def test_lines_cut_off_at_the_end_are_missed(store: Store, folder: Path) -> None:
    store.access.opened("a")
    store.close()
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as other:
        other.execute("DROP TRIGGER access_is_not_removed")
        other.execute("DELETE FROM access WHERE seq = 2")

    assert read_store(folder, first_misfit) == 2


def test_a_home_destroyed_leaves_a_line_without_a_word_of_it(store: Store, folder: Path) -> None:
    case = named(store, store.create(Case(), f"the home of {PLANTED}"), PLANTED)
    store.delete(case.id)
    store.destroy(case.id)
    store.close()

    assert told(folder)[-1] == ("destroyed", case.id)
    assert PLANTED.encode() not in (folder / DATABASE).read_bytes()
    check_store(folder)


def test_a_home_gone_by_age_says_so(tmp_path: Path) -> None:
    now = NOON
    store = at_work(Store.open(tmp_path / "data", lambda: now))
    case = store.create(Case(), "new home")
    store.delete(case.id)
    now += timedelta(days=31)

    store.clear_deleted()
    store.close()

    assert lines(tmp_path / "data")[-1].about == "30 days"


def test_a_line_that_is_written_while_somebody_looks_is_no_misfit(
    store: Store, folder: Path
) -> None:
    store.access.opened("one")

    def look(reader: Reader) -> int:
        (first,) = reader.one("SELECT COUNT(*) FROM access") or (0,)
        store.access.opened("two")
        (then,) = reader.one("SELECT COUNT(*) FROM access") or (0,)
        return int(str(then)) - int(str(first))

    assert read_store(folder, look) == 0


DEEP = "[" * 100_000


@pytest.mark.parametrize(
    "made_up",
    [
        "UPDATE access SET digest = 'no bytes'",
        "UPDATE access SET seq = 'no number'",
        f"UPDATE access SET seq = {2**63 - 1}",
        f"UPDATE setting SET value = '{DEEP}' WHERE key = 'last access'",
    ],
    ids=["digest", "number", "large", "deep"],
)
def test_a_list_that_somebody_made_up_is_said_and_crashes_nothing(
    store: Store, folder: Path, opened: Opened, made_up: str
) -> None:
    store.close()
    file = sqlite3.connect(folder / DATABASE)
    guards = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in guards:
        file.execute(f"DROP TRIGGER {name}")
    file.execute(made_up)
    for _name, sql in guards:
        file.execute(sql)
    file.commit()
    file.close()

    with pytest.raises(StoreError, match="list of who did what is not as"):
        check_store(folder)
    again = opened()
    again.access.note(What.SIGNED, "one")
    with nullcontext() if DEEP in made_up else pytest.raises(StoreError, match="cannot be read"):
        again.create(Case(), "new home")


def test_a_setting_that_somebody_made_up_is_as_one_that_was_never_set(
    store: Store, folder: Path
) -> None:
    file = sqlite3.connect(folder / DATABASE)
    file.execute("INSERT INTO setting VALUES ('draft', ?)", (DEEP,))
    file.commit()
    file.close()

    assert store.setting("draft", "none") == "none"
    assert stored_setting(folder, "draft") is None


def test_the_lines_since_a_backup_stay_when_it_comes_back(
    store: Store, folder: Path, opened: Opened
) -> None:
    case = store.create(Case(), "new home")
    made = make_backup(folder, NOON)
    store.access.opened(case.id)
    store.access.note(What.EXPORTED, case.id, "csv")
    before = lines(folder)
    store.close()

    restore(made.file, folder, NOON, who="Bea")

    after = lines(folder)
    assert after[:-1] == before
    assert (after[-1].what, after[-1].who) == ("restored", "Bea")
    assert after[-1].about == "2026-11-20T12-00-00Z-0001"
    check_store(folder)
    assert sorted(file.name for file in folder.glob("*.part*")) == []
    opened().access.opened(case.id)
    check_store(folder)


def test_a_backup_of_another_computer_brings_its_list_and_ours_goes_on(
    store: Store, folder: Path, tmp_path: Path, now: Clock
) -> None:
    other = at_work(Store.open(tmp_path / "other", now))
    other.access.opened("theirs")
    made = make_backup(tmp_path / "other", NOON)
    other.close()
    store.access.opened("ours")
    store.close()

    named = made.file.rename(made.file.with_name("Mary Smith.sqlite3"))
    restore(named, folder, NOON)

    assert lines(folder)[-1].about == ""  # no name gets into the list
    whats = [("started", ""), ("opened", "theirs"), ("started", ""), ("opened", "ours")]
    assert told(folder) == [*whats, ("restored", "")]
    check_store(folder)


def test_a_backup_from_before_the_list_ends_it_and_says_so(opened: Opened, folder: Path) -> None:
    store = opened()
    made = make_backup(folder, NOON)
    at_work(store).close()

    restore(made.file, folder, NOON)

    assert [what for what, _home in told(folder)] == ["started", "restored", "stopped"]


def test_where_the_list_cannot_be_read_the_way_back_is_open_all_the_same(
    store: Store, folder: Path
) -> None:
    made = make_backup(folder, NOON)
    store.close()
    (folder / DATABASE).write_bytes(b"no store" * 1000)

    restore(made.file, folder, NOON)

    assert lines(folder)[-1].about.endswith(" unread")


def test_locking_taking_the_lock_off_and_repair_keep_every_line(
    store: Store, folder: Path, tmp_path: Path, opened: Opened
) -> None:
    for name in "abc":
        store.access.opened(name)
    before = lines(folder)
    store.close()
    lock_store(folder, *new_keys("a lilac tree", "", Cost(64, 1, 1)))
    assert lines(folder) == before
    with (
        closing(Database(folder / DATABASE)) as locked,
        pytest.raises(Exception, match="only grows"),
    ):
        locked.run("DELETE FROM access")
    take_lock_off(folder)

    assert repair(folder, tmp_path / "new") == ["0 homes were saved, all of them whole."]

    assert lines(tmp_path / "new") == lines(folder) == before
    check_store(tmp_path / "new")


def test_repair_of_a_list_with_a_gap_says_so_and_goes_on_from_there(
    store: Store, folder: Path, tmp_path: Path, now: Clock
) -> None:
    for name in "abc":
        store.access.opened(name)
    store.close()
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as other:
        for name in ("removed", "changed"):
            other.execute(f"DROP TRIGGER access_is_not_{name}")
        other.execute("DELETE FROM access WHERE seq = 2")
        other.execute("UPDATE access SET who = 'me' WHERE seq = 4")

    said = repair(folder, tmp_path / "new")

    assert "lines are lost or were changed" in said[1]
    assert [what for what, _home in told(tmp_path / "new")] == [
        "started", "opened", "opened", "repaired",
    ]  # fmt: skip
    unsure = [each.about.startswith(UNSURE) for each in lines(tmp_path / "new")]
    assert unsure == [False, True, True, False]
    check_store(tmp_path / "new")
    mended = Store.open(tmp_path / "new", now)
    mended.access.opened("d")
    mended.close()
    check_store(tmp_path / "new")
