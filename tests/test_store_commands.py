"""The commands about the store: with the window open or not, and whatever the file is."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from falls_app import paths
from falls_app.__main__ import main
from falls_app.cases import pictures_beside, sample_case
from falls_app.domain.assessment import Case
from falls_app.storage.looking import list_cases
from falls_app.storage.store import Store
from tests.newer import NEW_CHECK, all_there, make_newer

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this user's store."""
    monkeypatch.setenv("STEADY_HOME_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def window(folder: Path) -> Iterator[Store]:
    """The store as a window has it open."""
    store = Store.open(folder, lambda: datetime.now(UTC))
    yield store
    store.close()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; return exit code, standard output and standard error."""

    def command(*words: str | Path) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def refused(said: tuple[int, str, str]) -> str:
    """Return what was said on standard error: one line for people, and exit code 3."""
    code, out, err = said
    assert (code, out) == (3, ""), said
    assert err.count("\n") == 1
    assert err.endswith(".\n")
    assert "Error" not in err
    return err


def all_files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith("-shm")
    }


# ------------------------------------------------------------------ reading


def test_cases_lists_the_homes_while_the_window_is_open(run: Run, window: Store) -> None:
    made = window.create(sample_case(), "new home")

    code, out, err = run("cases")

    assert (code, err) == (0, "")
    assert json.loads(out) == [{"id": made.id, "name": "Rosa", "updated": made.updated}]


def test_before_the_first_start_there_are_no_homes(run: Run, folder: Path) -> None:
    assert run("cases") == (0, "[]\n", "")
    assert run("self-check") == (0, "No answers are kept yet.\n", "")
    assert not folder.exists()


def test_answers_prints_those_of_the_case_file(run: Run, window: Store) -> None:
    made = window.create(sample_case(), "new home")
    sample = json.loads((paths.resources() / "samples" / "rosa.json").read_text(encoding="utf-8"))

    of_the_sample = json.loads(run("answers", "sample")[1])
    of_the_store = json.loads(run("answers", made.id)[1])

    assert of_the_store == of_the_sample or sorted(map(str, of_the_store)) == sorted(
        map(str, of_the_sample)
    )
    assert len(of_the_sample) == len(sample["assessments"][-1]["answers"])
    assert {"check", "room", "answer", "note"} <= of_the_sample[0].keys()


def test_a_home_without_a_walk_has_no_answers(run: Run, window: Store) -> None:
    made = window.create(Case(), "new home")

    assert run("answers", made.id) == (0, "[]\n", "")


def test_a_home_of_the_list_is_scored_and_printed_by_its_id(
    run: Run, window: Store, tmp_path: Path
) -> None:
    made = window.create(sample_case(), "new home")

    photo = window.photos.file(made.id, hashlib.sha256(b"a bath").hexdigest())
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"a bath")

    assert pictures_beside(made.id) == {photo.stem: photo}
    assert run("score", made.id)[1] == run("score", "sample")[1]
    assert run("plan", made.id, "-o", tmp_path / "plan.pdf")[0] == 0
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_an_id_that_is_in_no_list_is_wrong_use(run: Run, window: Store) -> None:
    code, out, err = run("answers", "nobody")

    assert (code, out) == (2, "")
    assert "no case" in err


def test_answers_of_a_killed_program_are_read_and_nothing_is_changed(
    run: Run, window: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = window.create(sample_case(), "new home")
    killed = tmp_path / "killed"
    shutil.copytree(paths.user_data(), killed)
    (killed / "cases.sqlite3-shm").unlink()
    assert (killed / "cases.sqlite3-wal").stat().st_size
    before = all_files(killed)
    monkeypatch.setenv("STEADY_HOME_DATA", str(killed))

    assert json.loads(run("cases")[1])[0]["id"] == made.id
    assert run("answers", made.id)[0] == 0
    assert run("self-check")[0] == run("self-check", killed)[0] == 0
    assert all_files(killed) == before
    assert not (killed / "cases.sqlite3-shm").exists()


def test_a_store_that_was_closed_is_read_and_nothing_is_made_beside_it(
    run: Run, window: Store, folder: Path
) -> None:
    made = window.create(sample_case(), "new home")
    window.close()
    before = all_files(folder)

    assert run("answers", made.id)[0] == run("cases")[0] == run("self-check")[0] == 0
    assert all_files(folder) == before


# ------------------------------------------------------------------ self-check


def test_a_sound_store_is_said_to_be(run: Run, window: Store, folder: Path) -> None:
    window.create(sample_case(), "new home")

    assert run("self-check") == (0, "All answers are as they were written.\n", "")
    assert run("self-check", folder / "cases.sqlite3")[0] == 0


def test_an_answer_that_the_disk_changed_is_found(run: Run, window: Store, folder: Path) -> None:
    made = window.create(sample_case(), "new home")
    window._database.run("UPDATE finding SET answer = 'safe' WHERE answer = 'hazard'")

    for words in (("self-check",), ("self-check", folder), ("answers", made.id), ("backup",)):
        assert "by itself" in refused(run(*words))


def test_a_photo_that_the_disk_changed_is_found(run: Run, window: Store, folder: Path) -> None:
    made = window.create(sample_case(), "new home")
    name = hashlib.sha256(b"a bath").hexdigest()
    photo = window.photos.file(made.id, name)
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"a bath")
    assert run("self-check")[0] == 0

    photo.write_bytes(b"a path")

    assert "photo" in refused(run("self-check"))


BAD: dict[str, Callable[[Path, bytes], None]] = {
    "nothing in it": lambda file, sound: file.write_bytes(b""),
    "garbage": lambda file, sound: file.write_bytes(b"holiday " * 9999),
    "cut in half": lambda file, sound: file.write_bytes(sound[: len(sound) // 2]),
    "cut in a page": lambda file, sound: file.write_bytes(sound[:5000]),
    "only a head": lambda file, sound: file.write_bytes(sound[:100]),
    "no head": lambda file, sound: file.write_bytes(bytes(100) + sound[100:]),
    "a page of zeros": lambda file, sound: file.write_bytes(
        sound[:8192] + bytes(4096) + sound[12288:]
    ),
    "a folder": lambda file, sound: file.mkdir(),
    "huge and empty": lambda file, sound: _stretch(file, b""),
    "huge": lambda file, sound: _stretch(
        file, sound[:28] + (20_000_000_000 // 4096).to_bytes(4, "big") + sound[32:]
    ),
}


def _stretch(file: Path, start: bytes) -> None:
    with file.open("wb") as out:
        out.write(start)
        out.truncate(20_000_000_000)


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_in_a_sentence_and_left_as_it_is(
    run: Run, window: Store, folder: Path, kind: str
) -> None:
    window.create(sample_case(), "new home")
    window.close()
    file = folder / "cases.sqlite3"
    sound = file.read_bytes()
    file.unlink()
    BAD[kind](file, sound)
    before = file.stat()

    refused(run("self-check"))
    refused(run("self-check", file))
    refused(run("restore", file))
    if kind not in ("huge", "a page of zeros"):  # the list itself is sound there
        refused(run("cases"))

    assert (file.stat().st_mtime_ns, file.stat().st_size) == (before.st_mtime_ns, before.st_size)


def test_a_place_without_answers_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    refused(run("self-check", tmp_path / "empty"))
    refused(run("self-check", tmp_path / "none"))
    refused(run("restore", tmp_path / "none"))
    refused(run("backup"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    refused(run("self-check", tmp_path / "pipe"))


def test_a_store_of_a_newer_program_that_is_open_is_refused(run: Run, window: Store) -> None:
    window._database.run("PRAGMA user_version = 99")

    assert "newer Steady Home" in refused(run("self-check"))
    assert "newer Steady Home" in refused(run("cases"))


def test_a_store_of_a_newer_program_is_read_and_printed_but_not_changed(
    run: Run, window: Store, folder: Path, tmp_path: Path
) -> None:
    made = window.create(sample_case(), "new home")
    window.set_setting("professional", True)
    window.close()
    before = all_there(make_newer(folder, NEW_CHECK))

    assert [each["id"] for each in json.loads(run("cases")[1])] == [made.id]
    code, _out, err = run("plan", made.id, "-o", tmp_path / "plan.pdf")
    assert (code, err.count("\n")) == (0, 1)
    assert "newer version" in err
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert run("export", made.id, "-o", tmp_path / "home.steadyhome")[0] == 0
    assert json.loads(run("answers", made.id)[1])
    assert json.loads(run("score", made.id)[1])["home"] is not None
    for word in ("self-check", "backup", "lock"):
        assert "newer Steady Home" in refused(run(word))
    assert run("attach", made.id, "BTH02", "a.jpg")[0] == 3
    assert all_there(folder) == before


def test_what_is_left_of_a_damaged_store_is_saved_and_said(
    run: Run, window: Store, folder: Path, tmp_path: Path
) -> None:
    made = window.create(sample_case(), "new home")
    window._database.run("DELETE FROM room WHERE id = 'bathroom'")
    window.close()

    code, out, err = run("repair", folder, "-o", tmp_path / "new")

    assert (code, err) == (0, "")
    assert out.startswith("1 home was saved, but not whole.\nIn “Rosa” something is lost")
    assert run("self-check", tmp_path / "new")[0] == 0
    assert [each.id for each in list_cases(tmp_path / "new")] == [made.id]


def test_repair_refuses_what_it_cannot_do(
    run: Run, window: Store, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "garbage").write_bytes(b"holiday " * 9999)

    assert "already open" in refused(run("repair", folder, "-o", tmp_path / "new"))
    assert "Nothing" in refused(run("repair", tmp_path / "garbage", "-o", tmp_path / "new"))
    window.close()
    assert run("repair", folder, "-o", tmp_path)[0] == 2


# ------------------------------------------------------------------ backups


def test_backup_prints_its_file_and_restore_brings_it_back(
    run: Run, window: Store, folder: Path
) -> None:
    made = window.create(sample_case(), "new home")
    code, out, _err = run("backup")
    file = Path(out.strip())
    assert (code, file.is_file()) == (0, True)
    assert file.parent == folder / "backups"
    window.delete(made.id)
    window.close()

    code, out, _err = run("restore", file)

    assert code == 0
    assert str(folder / "kept") in out
    assert [each["id"] for each in json.loads(run("cases")[1])] == [made.id]


def test_restore_is_refused_while_the_window_is_open(run: Run, window: Store) -> None:
    made = window.create(sample_case(), "new home")
    file = run("backup")[1].strip()
    window.delete(made.id)

    assert "already open" in refused(run("restore", file))
    assert window.cases() == []


def test_the_commands_work_in_a_program_of_their_own(window: Store, folder: Path) -> None:
    made = window.create(sample_case(), "new home")
    root = str(Path(__file__).resolve().parents[1])
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "falls_app", "cases"],
        env=os.environ | {"PYTHONPATH": root},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)[0]["id"] == made.id
