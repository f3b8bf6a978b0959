"""An answer is safe when one row says it, before its home is written anew."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from falls_app.domain.assessment import Assessment, Case
from falls_app.domain.person import Person
from falls_app.storage.looking import check_store, list_cases, stored_case
from falls_app.storage.repair import repair
from falls_app.storage.restoring import restore
from falls_app.storage.store import Store
from falls_app.storage.trouble import StoreError

Answered = Callable[..., Case]
Clock = Callable[[], datetime]

WALK = Case(person=Person(name="Zoë"), assessments=(Assessment("w", "2026-11-20"),))


@pytest.fixture
def case(store: Store) -> Case:
    """A home with one answer in it."""
    return store.create(WALK, "new home")


def _killed(store: Store, target: Path) -> Path:
    """Return a folder with the files of an open store, as a kill leaves them."""
    target.mkdir()
    for file in store.folder.glob("cases*"):
        shutil.copy(file, target)
    return target


@pytest.fixture
def killed(store: Store, case: Case, answered: Answered, tmp_path: Path) -> Path:
    """The store of a program that was killed right after two answers and a change of mind."""
    for check, answer in (("EMG01", "safe"), ("STR01", "hazard"), ("EMG01", "partly")):
        case = store.save(case, answered(case, check, answer), f"answer to {check}")
    return _killed(store, tmp_path / "killed")


def _answers(case: Case) -> dict[str, str]:
    return {check: each.answer.value for (check, _), each in case.assessments[0].findings.items()}


LAST = {"EMG01": "partly", "STR01": "hazard"}


def test_answers_given_right_before_a_kill_are_there_and_can_be_taken_back(
    killed: Path, now: Clock
) -> None:
    store = Store.open(killed, now)
    (home,) = store.cases()

    assert _answers(store.load(home.id)) == LAST
    assert home.updated == store.load(home.id).updated
    assert store.undo_label(home.id) == "answer to EMG01"
    before = store.undo(store.load(home.id))
    assert before is not None
    assert _answers(before) == {"EMG01": "safe", "STR01": "hazard"}
    store.close()
    check_store(killed)


def test_who_looks_from_outside_sees_them_and_changes_nothing(killed: Path) -> None:
    before = {file.name: file.read_bytes() for file in killed.iterdir()}

    (home,) = list_cases(killed)

    assert _answers(stored_case(killed, home.id)) == LAST
    check_store(killed)
    assert {file.name: file.read_bytes() for file in killed.iterdir()} == before


def test_they_are_seen_also_where_another_home_is_damaged(
    store: Store, case: Case, answered: Answered
) -> None:
    other = store.create(WALK, "new home")
    case = store.save(case, answered(case, "EMG01", "safe"), "answer")
    case = store.save(case, answered(case, "EMG01", "partly"), "answer")
    beside = sqlite3.connect(store.folder / "cases.sqlite3")
    beside.execute("UPDATE assessment SET date = '' WHERE case_id = ?", (other.id,))
    beside.commit()

    assert {home.id for home in list_cases(store.folder)} == {case.id, other.id}
    assert _answers(stored_case(store.folder, case.id)) == {"EMG01": "partly"}
    with pytest.raises(StoreError, match=r"changed something .* by itself"):
        stored_case(store.folder, other.id)
    beside.close()


def test_a_repaired_store_has_them_too(killed: Path, tmp_path: Path) -> None:
    assert repair(killed, tmp_path / "new") == ["1 home was saved, whole."]

    (home,) = list_cases(tmp_path / "new")
    assert _answers(stored_case(tmp_path / "new", home.id)) == LAST


def test_one_that_the_disk_has_changed_is_refused_and_the_others_are_saved(
    killed: Path, tmp_path: Path, now: Clock
) -> None:
    file = sqlite3.connect(killed / "cases.sqlite3")
    file.execute("UPDATE waiting SET rows = REPLACE(rows, 'partly', 'safe')")
    file.commit()
    file.close()

    for look in (lambda: Store.open(killed, now), lambda: check_store(killed)):
        with pytest.raises(StoreError, match=r"changed .* by itself"):
            look()
    said = repair(killed, tmp_path / "new")

    assert said[0] == "1 home was saved, but not whole."
    (home,) = list_cases(tmp_path / "new")
    before = {"EMG01": "safe", "STR01": "hazard"}
    assert _answers(stored_case(tmp_path / "new", home.id)) == before


ANSWER = {"answer": "safe", "note": "", "near_miss": 0, "where_": "[]", "measures": "{}"}
MADE_UP = {
    "no JSON": "so",
    "no rows": "null",
    "deep": "[" * 50_000,
    "another table": '[["case_",["w","EMG01",""],{"name":"x"}]]',
    "a short key": json.dumps([["finding", ["w"], ANSWER]]),
    "half an answer": '[["finding",["w","EMG01",""],{"answer":"safe"}]]',
    "odd words": json.dumps([["finding", ["w", "EMG01", ""], ANSWER | {"note": ["x"]}]]),
    "no such walk": json.dumps([["finding", ["another", "EMG01", ""], ANSWER]]),
}


@pytest.mark.parametrize("rows", MADE_UP.values(), ids=MADE_UP.keys())
def test_one_that_somebody_made_up_is_refused_before_it_is_in_a_store(
    case: Case, store: Store, rows: str, now: Clock, tmp_path: Path
) -> None:
    said = (case.id, "2026-11-20T12:00:00.000+00:00", "answer", rows)
    digest = sha256("\0".join(said).encode()).digest()
    made_up = tmp_path / "made up"
    file = sqlite3.connect(_killed(store, made_up) / "cases.sqlite3")
    sql = "INSERT INTO waiting (case_id, at, verb, rows, digest) VALUES (?, ?, ?, ?, ?)"
    file.execute(sql, (*said, digest))
    file.commit()
    file.close()

    for look in (check_store, list_cases, *[partial(Store.open, now=now)] * 2):
        with pytest.raises(StoreError, match=r"has changed|cannot be read"):
            look(made_up)
    with pytest.raises(StoreError, match="backup is damaged"):
        restore(made_up / "cases.sqlite3", tmp_path / "other", now())
    assert repair(made_up, tmp_path / "new")[0].startswith("1 home was saved")


def test_an_answer_to_a_home_that_was_deleted_is_refused(
    store: Store, case: Case, answered: Answered
) -> None:
    store.delete(case.id)

    with pytest.raises(Exception, match="no longer in the list"):
        store.save(case, answered(case, "EMG01", "safe"), "answer")


def test_a_backup_made_right_after_an_answer_has_it(
    store: Store, case: Case, answered: Answered, tmp_path: Path, now: Clock
) -> None:
    from falls_app.storage.backups import make_backup

    store.save(case, answered(case, "EMG01", "safe"), "answer")

    made = make_backup(store.folder, now())

    assert _answers(stored_case(made.file, case.id)) == {"EMG01": "safe"}
