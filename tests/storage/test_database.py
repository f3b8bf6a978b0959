"""The file of the store: migrations, transactions, soundness."""

import os
import sqlite3
from pathlib import Path

import pytest

from falls_app.errors import UserError
from falls_app.storage import database
from falls_app.storage.database import Database
from falls_app.storage.schema import MIGRATIONS


def _tables(file: Database) -> set[str]:
    rows = file.run("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(row[0]) for row in rows}


def test_an_empty_file_becomes_the_newest_version_with_all_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    path.touch()

    file = Database(path)

    assert file.version == len(MIGRATIONS) == 7
    assert _tables(file) == {
        "case_", "part", "room", "assessment", "finding", "photo", "step", "setting", "change",
        "case_key", "waiting", "access",
    }  # fmt: skip
    assert file.problems() == []
    file.close()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    Database(tmp_path / "a").close()

    file = Database(tmp_path / "a")

    assert file.version == len(MIGRATIONS)
    file.close()


def test_a_later_script_runs_on_a_file_of_the_version_before(tmp_path: Path) -> None:
    scripts = ("CREATE TABLE a (x TEXT);\nINSERT INTO a VALUES ('one;two');",)
    Database(tmp_path / "a", scripts).close()

    file = Database(tmp_path / "a", (*scripts, "ALTER TABLE a ADD COLUMN y TEXT DEFAULT 'new';"))
    assert file.is_older
    file.migrate()

    assert file.version == 2
    assert file.one("SELECT x, y FROM a") == ("one;two", "new")
    file.close()


def test_a_script_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    scripts = ("CREATE TABLE a (x TEXT);",)
    Database(tmp_path / "a", scripts).close()

    newer = (*scripts, "CREATE TABLE b (x TEXT);\nCREATE TABLE a (x TEXT);")
    broken = Database(tmp_path / "a", newer)

    with pytest.raises(sqlite3.OperationalError):
        broken.migrate()

    broken.close()
    file = Database(tmp_path / "a", scripts)
    assert file.version == 1
    assert _tables(file) == {"a"}
    file.close()


def test_a_file_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = Database(tmp_path / "a")
    file.run("PRAGMA user_version = 99")
    file.close()

    with pytest.raises(UserError, match="newer Steady Home"):
        Database(tmp_path / "a")

    plain = sqlite3.connect(tmp_path / "a")
    assert plain.execute("PRAGMA user_version").fetchone() == (99,)
    plain.close()


def test_what_is_written_in_a_transaction_that_fails_is_gone(tmp_path: Path) -> None:
    file = Database(tmp_path / "a")

    def stop_halfway() -> None:
        with file.transaction():
            file.run("INSERT INTO setting (key, value) VALUES ('a', '1')")
            raise KeyError

    with pytest.raises(KeyError):
        stop_halfway()

    assert file.one("SELECT * FROM setting") is None
    file.close()


def test_the_connection_waits_for_the_disk_at_every_commit(tmp_path: Path) -> None:
    file = Database(tmp_path / "a")

    assert file.one("PRAGMA journal_mode") == ("wal",)
    assert file.one("PRAGMA synchronous") == (2,)
    assert file.one("PRAGMA foreign_keys") == (1,)
    file.close()


def test_a_mac_is_asked_to_empty_the_cache_of_the_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database.sys, "platform", "darwin")

    file = Database(tmp_path / "a")

    assert file.one("PRAGMA fullfsync") == (1,)
    file.close()


def test_a_row_without_its_parent_is_found(tmp_path: Path) -> None:
    file = Database(tmp_path / "a")
    file.run("PRAGMA foreign_keys = OFF")
    file.run("INSERT INTO part (case_id, name, value, rev) VALUES ('gone', 'home', '{}', 1)")

    assert file.problems() == ["part: a row without its parent"]
    file.close()


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_the_file_and_its_side_files_are_for_the_owner_only(tmp_path: Path) -> None:
    file = Database(tmp_path / "a")

    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    file.close()


def test_a_step_of_version_1_says_nothing_about_the_answer_before(tmp_path: Path) -> None:
    old = Database(tmp_path / "a", MIGRATIONS[:1])
    with old.transaction():
        old.run("INSERT INTO case_ (id, name, updated) VALUES ('c', '', '')")
        old.run(
            """INSERT INTO step (case_id, id, position, decision, words, who, by_, done,
            decided_on, fix, rev) VALUES ('c', 'STR01', 0, '', '', '', '', '2026-11-20', '', 0, 1)"""
        )
    old.close()

    file = Database(tmp_path / "a")
    file.migrate()

    assert file.one("SELECT done, before FROM step") == ("2026-11-20", "")
    file.close()
