"""The commands on a locked store: the passphrase comes from a file that is named outside."""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from falls_app import passphrase_file
from falls_app.__main__ import main
from falls_app.cases import pictures_beside, sample_case
from falls_app.storage.by_itself import let_open_by_itself
from falls_app.storage.key_ring import keep_on_ring, key_on_ring
from falls_app.storage.keys import Cost, new_keys
from falls_app.storage.layout import keys_beside
from falls_app.storage.locking import lock_store
from falls_app.storage.recovery_key import read_recovery_key
from falls_app.storage.seal import new_key
from falls_app.storage.store import Store
from falls_app.storage.tries import Tries
from falls_app.storage.unlocked import forget_keys, unlock
from tests.memory_ring import memory_ring

Run = Callable[..., tuple[int, str, str]]

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "a lilac tree by the gate"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of this user's store."""
    monkeypatch.setenv("STEADY_HOME_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv(passphrase_file.VARIABLE, raising=False)
    monkeypatch.setattr("falls_app.paths.tries", lambda: tmp_path / "state" / "tries.json")
    forget_keys()
    yield tmp_path / "data"
    forget_keys()


@pytest.fixture
def home(folder: Path) -> str:
    """The id of the sample home in a locked store, with a photo."""
    store = Store.open(folder, lambda: datetime.now(UTC))
    made = store.create(sample_case(), "new home")
    Image.linear_gradient("L").save(picture := BytesIO(), "JPEG")
    store.photos.keep(made.id, picture.getvalue())
    store.close()
    lock_store(folder, *new_keys(WORDS, "", CHEAP))
    return made.id


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as a program of its own would: nothing is unlocked before."""

    def command(*words: str | Path) -> tuple[int, str, str]:
        forget_keys()
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


@pytest.fixture
def name_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def name(words: str) -> None:
        (tmp_path / "words").write_text(words, encoding="utf-8")
        monkeypatch.setenv(passphrase_file.VARIABLE, str(tmp_path / "words"))

    return name


def everything(folder: Path) -> dict[str, bytes]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {str(each): each.read_bytes() for each in files}


def test_without_the_passphrase_each_command_says_so_in_a_sentence_and_changes_nothing(
    run: Run, home: str, folder: Path, tmp_path: Path, name_passphrase: Callable[[str], None]
) -> None:
    before = everything(folder)
    commands = (
        ["cases"], ["answers", home], ["score", home], ["self-check"], ["backup"],
        ["plan", home, "-o", tmp_path / "p.pdf"], ["repair", folder, "-o", tmp_path / "new"],
        ["restore", folder / "cases.sqlite3"], ["lock", "--off"],
    )  # fmt: skip
    for said in (None, "wrong words"):
        if said:
            name_passphrase(said)
        for number, command in enumerate(commands):
            (tmp_path / "state" / "tries.json").unlink(missing_ok=True)
            code, out, err = run(*command)
            assert (code, out) == (3, ""), command
            assert "passphrase" in err
            assert err.count("\n") == 1
            assert number or "Rosa" not in err
    assert everything(folder) == before


def test_with_the_passphrase_in_a_file_every_command_works(
    run: Run, home: str, folder: Path, tmp_path: Path, name_passphrase: Callable[[str], None]
) -> None:
    name_passphrase(f"{WORDS}\n")

    assert home in run("cases")[1]
    assert len(json.loads(run("answers", home)[1])) > 20
    assert run("score", home)[1] == run("score", "sample")[1]
    assert run("self-check") == (0, "All answers are as they were written.\n", "")
    made = run("backup")[1].strip()
    assert run("self-check", made)[0] == 0
    assert run("restore", made)[0] == 0
    assert run("plan", home, "-o", tmp_path / "plan.pdf")[0] == 0
    assert len(PdfReader(tmp_path / "plan.pdf").pages) > 1
    case, photo = tmp_path / "home.steadyhome", tmp_path / "photo.png"
    assert run("export", home, "--format", "bundle", "-o", case)[0] == 0
    other = run("import", case)[1].strip()
    assert other in run("cases")[1]
    Image.linear_gradient("L").save(photo)
    check = json.loads(run("answers", home)[1])[0]["check"]
    assert run("attach", home, check, photo)[0] == 0
    assert (
        run("repair", folder, "-o", tmp_path / "new")[1]
        == "2 homes were saved, all of them whole.\n"
    )
    pictures = pictures_beside(home)
    assert len(pictures) == 2
    for sha256, picture in pictures.items():
        assert sha256 == hashlib.sha256(picture.read_bytes()).hexdigest()
    assert not list(folder.rglob("*.jpg"))


def test_a_store_is_locked_and_the_lock_taken_off_by_a_command(
    run: Run,
    folder: Path,
    name_passphrase: Callable[[str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = Store.open(folder, lambda: datetime.now(UTC))
    made = store.create(sample_case(), "new home")
    store.close()
    clear = run("backup")[1].strip()
    name_passphrase("short")
    assert "too short" in run("lock")[2]
    name_passphrase(WORDS)

    said = run("lock")[1].splitlines()

    assert read_recovery_key(said[0].rpartition(" ")[2])
    assert said[1:] == [f"Still in clear: {clear}"]
    assert b"SQLite" not in (folder / "cases.sqlite3").read_bytes()
    assert "locked already" in run("lock")[2]
    tries = Tries(tmp_path / "tries", lambda: datetime.now(UTC))
    key = unlock(keys_beside(folder / "cases.sqlite3"), WORDS, tries)
    with memory_ring(monkeypatch) as ring:
        keep_on_ring(key.id, new_key())
        let_open_by_itself(folder, key, key_on_ring(key.id))
        assert run("lock", "--off")[1] == "The lock is off.\n"
        assert ring.kept == {}
    name_passphrase("")
    assert made.id in run("cases")[1]


def test_after_a_few_wrong_tries_a_command_waits_and_then_is_told_to(
    run: Run, home: str, name_passphrase: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("falls_app.passphrase_file.time.sleep", waited.append)
    name_passphrase("wrong words")

    said = [run("cases") for _try in range(6)]

    assert [code for code, _out, _err in said] == [3] * 6
    assert [round(seconds) for seconds in waited] == [0, 0, 0, 0, 1, 1]
    assert "Try again in" in said[-1][2]


def test_a_passphrase_file_that_is_not_there_is_named(
    run: Run, home: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(passphrase_file.VARIABLE, str(tmp_path / "nowhere"))

    code, _out, err = run("cases")

    assert code == 3
    assert str(tmp_path / "nowhere") in err
