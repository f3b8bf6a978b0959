"""The digest: nothing that the disk changes by itself is opened as if it had been said."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.storage.digest import ROWS, damaged_cases
from falls_app.storage.store import Store
from falls_app.storage.trouble import StoreError

Clock = Callable[[], datetime]
Answered = Callable[..., Case]
Opened = Callable[[], Store]
Settled = Callable[[Case | None], Case]

CELLS = """SELECT kind.name, held.name FROM sqlite_master AS kind
    JOIN pragma_table_info (kind.name) AS held WHERE kind.type = 'table'"""


def _cells(store: Store) -> list[tuple[str, str]]:
    rows = store._database.run(CELLS).fetchall()
    return [(table, column) for table, column in rows if table in (*ROWS, "case_")]


def test_a_changed_value_is_noticed_whatever_the_table_and_column(
    store: Store, full_case: Case
) -> None:
    case = store.create(full_case, "new home")
    cells = [cell for cell in _cells(store) if cell not in (("case_", "id"), ("case_", "deleted"))]
    assert {table for table, _column in cells} == {*ROWS, "case_"}
    store._database.run("PRAGMA foreign_keys = OFF")

    for table, column in cells:
        where = "id" if table == "case_" else "case_id"
        store._database.run("BEGIN")
        changed = (
            f"CASE WHEN typeof({column}) = 'integer' THEN {column} + 1 ELSE {column} || 'x' END"
        )
        store._database.run(
            f"UPDATE {table} SET {column} = {changed} WHERE {where} = ?", (case.id,)
        )
        with pytest.raises(StoreError):
            store.load(case.id)
        store._database.run("ROLLBACK")

    assert store.load(case.id) == case


def test_a_text_that_becomes_a_number_is_noticed(store: Store, full_case: Case) -> None:
    case = store.create(replace(full_case, person=replace(full_case.person, name="7")), "new")
    store._database.run("UPDATE case_ SET updated = CAST(7 AS BLOB)")

    with pytest.raises(StoreError):
        store.load(case.id)


@pytest.mark.parametrize("table", ROWS)
def test_a_row_that_went_is_noticed(store: Store, full_case: Case, table: str) -> None:
    case = store.create(full_case, "new home")
    other = store.create(replace(full_case, id=""), "new home")
    store._database.run(f"DELETE FROM {table} WHERE case_id = ?", (case.id,))

    with pytest.raises(StoreError, match="changed something"):
        store.load(case.id)

    assert store.load(other.id) == other
    assert damaged_cases(store._database) == {case.id}


def test_rows_of_two_homes_that_changed_places_are_noticed(store: Store, full_case: Case) -> None:
    one = store.create(full_case, "new home")
    two = store.create(replace(full_case, id="", extra={"other": 1}), "new home")
    swap = "UPDATE part SET value = (SELECT value FROM part WHERE case_id = ? AND name = 'extra') "
    store._database.run(swap + "WHERE case_id = ? AND name = 'extra'", (one.id, two.id))

    assert damaged_cases(store._database) == {two.id}


def test_a_home_is_whole_after_each_change_undo_and_redo(
    store: Store, full_case: Case, answered: Answered
) -> None:
    case = store.create(full_case, "new home")
    case = store.save(case, answered(case, "EMG01", "safe", note="hers"), "answer")
    case = store.save(case, replace(case, person=replace(case.person, name="Bo")), "name")
    store.undo(case)
    store.undo(case)
    store.redo(case)
    store.delete(case.id)
    store.restore(case.id)

    assert store.load(case.id).person.name == full_case.person.name
    assert damaged_cases(store._database) == set()


def test_a_change_that_the_disk_has_changed_is_not_brought_back(
    store: Store, full_case: Case, answered: Answered
) -> None:
    case = store.create(full_case, "new home")
    case = store.save(case, answered(case, "EMG01", "safe", note="one"), "answer")
    case = store.save(case, answered(case, "EMG01", "safe", note="two"), "answer")
    store._database.run("UPDATE change SET before = replace(before, 'one', 'ten') WHERE seq = 3")

    with pytest.raises(StoreError, match="cannot be undone"):
        store.undo(case)

    assert store.load(case.id) == case
    assert damaged_cases(store._database) == {case.id}


def test_a_value_that_was_changed_before_it_is_overwritten_is_still_noticed(
    store: Store, full_case: Case, answered: Answered
) -> None:
    case = store.create(full_case, "new home")
    store._database.run("UPDATE finding SET note = 'not hers' WHERE check_id = 'STR01'")

    store.save(case, answered(case, "STR01", "safe", "stairs"), "answer")

    with pytest.raises(StoreError):
        store.load(case.id)


def test_a_deleted_home_that_the_disk_has_changed_is_not_cleared_away(
    opened: Opened, full_case: Case
) -> None:
    store = opened()
    case = store.create(full_case, "new home")
    store.delete(case.id)
    store._database.run("UPDATE case_ SET deleted = '1926-11-20'")

    assert [each.id for each in opened().recently_deleted()] == [case.id]


def test_a_setting_that_the_disk_has_changed_is_as_if_never_set(store: Store) -> None:
    store.set_setting("theme", "dark")
    store._database.run("""UPDATE setting SET value = '"dark'""")

    assert store.setting("theme", "light") == "light"


def test_no_flipped_bit_of_the_file_is_opened_as_if_it_had_been_said(
    tmp_path: Path, full_case: Case, settled: Settled, now: Clock
) -> None:
    store = Store.open(tmp_path, now)
    case = store.create(full_case, "new home")
    store.close()
    sound = (tmp_path / "cases.sqlite3").read_bytes()
    chance = random.Random(7)
    noticed = 0

    for round_ in range(300):
        damaged = bytearray(sound)
        place = chance.randrange(len(sound) * 8)
        damaged[place // 8] ^= 1 << place % 8
        folder = tmp_path / str(round_)
        folder.mkdir()
        (folder / "cases.sqlite3").write_bytes(damaged)
        try:
            store = Store.open(folder, now)
        except UserError:
            noticed += 1
            continue
        try:
            assert settled(store.load(case.id)) == settled(case), place
        except UserError:
            noticed += 1
        store.close()

    assert noticed > 20


def test_a_change_that_is_gone_is_said_when_it_should_be_taken_back(
    store: Store, full_case: Case, answered: Answered
) -> None:
    case = store.create(full_case, "new home")
    case = store.save(case, answered(case, "EMG01", "safe"), "answer")
    store._database.run("DELETE FROM change")

    with pytest.raises(StoreError, match="cannot be read"):
        store.undo(case)

    assert store.load(case.id) == case
