"""The store when things go wrong: a killed program, a full disk, a second start."""

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import falls_app
from falls_app.domain.assessment import Assessment, Case
from falls_app.errors import UserError
from falls_app.storage import lock
from falls_app.storage.backups import make_backup
from falls_app.storage.bookmark import Place
from falls_app.storage.bundle import write_bundle
from falls_app.storage.lock import Lock
from falls_app.storage.restoring import restore
from falls_app.storage.store import Store, StoreLocked

Answered = Callable[..., Case]
Clock = Callable[[], datetime]
Opened = Callable[[], Store]

ANSWERING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.storage.store import Store

store = Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC))
case = store.create(Case(assessments=(Assessment("w", "2026-11-20"),)), "new home")
print(case.id, flush=True)
for number in range(100_000):
    finding = Finding(f"CHK{number}", Answer.HAZARD, None, f"note {number}")
    after = case.with_assessment(case.assessments[0].with_finding(finding))
    case = store.save(case, after, f"answer {number}")
    print(number, flush=True)
"""


def _answering(folder: Path) -> subprocess.Popen[str]:
    """Start a program that answers and says so, in the store of this folder."""
    root = str(Path(falls_app.__file__).parent.parent)
    return subprocess.Popen(
        [sys.executable, "-c", ANSWERING, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": root},
    )


def test_every_acknowledged_answer_is_there_after_a_kill(tmp_path: Path, now: Clock) -> None:
    with _answering(tmp_path) as program:
        assert program.stdout is not None
        case_id = program.stdout.readline().strip()
        for _ in range(40):
            program.stdout.readline()
        program.kill()
        last = 39
        for line in program.stdout:
            # The last line may be cut short by the kill.
            last = int(line) if line.endswith("\n") else last

    store = Store.open(tmp_path, now)
    findings = store.load(case_id).assessments[0].findings
    assert {f"note {number}" for number in range(last + 1)} <= {
        finding.note for finding in findings.values()
    }
    assert store.undo_label(case_id) == f"answer {len(findings) - 1}"
    assert store._database.problems() == []
    store.close()


def test_a_second_program_is_refused_until_the_first_is_killed(tmp_path: Path, now: Clock) -> None:
    with _answering(tmp_path) as program:
        assert program.stdout is not None
        program.stdout.readline()
        with pytest.raises(StoreLocked, match="already open"):
            Store.open(tmp_path, now)
        program.kill()

    Store.open(tmp_path, now).close()


def test_a_second_opener_in_the_same_program_is_refused(
    tmp_path: Path, store: Store, now: Clock
) -> None:
    with pytest.raises(StoreLocked):
        Store.open(tmp_path / "data", now)

    assert store.cases() == []


def test_a_disk_that_knows_no_locks_is_said(
    tmp_path: Path, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(file: int) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(lock, "_take", no_locks)

    with pytest.raises(UserError, match="disk did not answer"):
        Store.open(tmp_path, now)


def test_a_closed_store_can_be_opened_again_and_closed_twice(tmp_path: Path, now: Clock) -> None:
    store = Store.open(tmp_path, now)
    store.close()
    other = Store.open(tmp_path, now)

    store.close()

    with pytest.raises(StoreLocked):
        Lock(tmp_path / "lock")
    other.close()


def test_a_full_disk_is_said_and_the_earlier_answers_stay(
    opened: Opened, answered: Answered
) -> None:
    store = opened()
    case = store.create(Case(assessments=(Assessment("w", "2026-11-20"),)), "new home")
    case = store.save(case, answered(case, "EMG01", "safe"), "answer")
    pages = store._database.one("PRAGMA page_count")
    assert pages is not None
    store._database.run(f"PRAGMA max_page_count = {pages[0]}")
    long = answered(case, "STR01", "hazard", note="x" * 50_000)

    with pytest.raises(UserError, match="disk is full") as told:
        store.save(case, long, "note")

    assert "earlier answers are safe" in told.value.hint
    assert store.load(case.id) == case
    store._database.run("PRAGMA max_page_count = 100000")
    saved = store.save(case, long, "note")
    assert opened().load(case.id) == saved


def test_a_folder_that_cannot_be_written_to_is_said(store: Store) -> None:
    case = store.create(Case(), "new home")
    store._database.run("PRAGMA query_only = 1")

    for write in (
        lambda: store.set_setting("a", 1),
        lambda: store.delete(case.id),
        lambda: store.create(Case(), "new home"),
    ):
        with pytest.raises(UserError, match="cannot be written to"):
            write()


def test_another_program_on_the_file_is_said(store: Store, tmp_path: Path) -> None:
    store._database.run("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(tmp_path / "data" / "cases.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(UserError, match="Another program"):
        store.set_setting("a", 1)

    other.close()
    store.set_setting("a", 1)


def test_a_file_that_is_no_store_is_said_and_left_alone(tmp_path: Path, now: Clock) -> None:
    (tmp_path / "cases.sqlite3").write_bytes(b"holiday pictures " * 500)

    with pytest.raises(UserError, match="cannot be read"):
        Store.open(tmp_path, now)

    assert (tmp_path / "cases.sqlite3").read_bytes().startswith(b"holiday")
    Lock(tmp_path / "lock").release()


def test_a_newer_store_is_refused_and_its_lock_is_free(
    opened: Opened, tmp_path: Path, now: Clock
) -> None:
    store = opened()
    store._database.run("PRAGMA user_version = 99")
    store.close()

    with pytest.raises(UserError, match="newer Steady Home"):
        Store.open(tmp_path / "data", now)

    Lock(tmp_path / "data" / "lock").release()


def test_a_store_that_fails_after_opening_lets_go_of_its_lock(tmp_path: Path) -> None:
    def broken() -> datetime:
        raise OSError(errno.EIO, "no clock")

    with pytest.raises(UserError, match="disk did not answer"):
        Store.open(tmp_path, broken)

    Lock(tmp_path / "lock").release()


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path, now: Clock) -> None:
    (tmp_path / "data").write_text("")

    with pytest.raises(UserError, match="cannot be written to"):
        Store.open(tmp_path / "data", now)


def test_a_wrong_sql_text_stays_a_bug(store: Store) -> None:
    store._database.run("DROP TABLE setting")

    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.setting("a", 1)


def test_what_a_stopped_program_had_begun_is_removed(opened: Opened, tmp_path: Path) -> None:
    opened().close()
    for name in ("restored.part", "migrated.part-journal"):
        (tmp_path / "data" / name).write_bytes(b"half")

    opened()

    assert not list((tmp_path / "data").glob("*.part*"))


def test_what_is_left_of_a_photo_whose_program_was_killed_goes_at_the_next_start(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (40, 30)).save(picture := BytesIO(), "JPEG")

    class Killed(BaseException):
        pass

    def killed(*_words: object, **_more: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        patched.setattr(Path, "unlink", killed)
        with pytest.raises(Killed):
            opened().photos.keep("a", picture.getvalue())
    assert [each.name[-9:] for each in tmp_path.rglob("*.part")] == [".jpg.part"]

    opened()

    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps others out of the user's profile")
def test_everything_that_is_kept_or_handed_over_is_for_its_owner_only(
    tmp_path: Path, store: Store, full_case: Case
) -> None:
    made = store.create(full_case, "a home")
    data = BytesIO()
    Image.new("RGB", (20, 20)).save(data, "PNG")
    store.photos.keep(made.id, data.getvalue())
    store.bookmark.keep(Place(made.id, "walk"))
    backup = make_backup(store.folder, store.now())
    write_bundle(made, tmp_path / "home", lambda _photo: None, content="1")
    store.close()
    restore(backup.file, store.folder, store.now())

    kept = [store.folder, *store.folder.rglob("*"), tmp_path / "home"]

    modes = {(each.is_dir(), each.stat().st_mode & 0o777) for each in kept}
    assert modes == {(True, 0o700), (False, 0o600)}
