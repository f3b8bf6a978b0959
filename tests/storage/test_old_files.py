"""Files that were saved once open for ever, and bringing one up to date loses nothing."""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from falls_app.content.checks import load_checklist
from falls_app.domain.assessment import Case
from falls_app.storage import migration
from falls_app.storage.backups import backups
from falls_app.storage.case_file import read_case
from falls_app.storage.looking import check_store, list_cases, stored_case
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.snapshot import open_still
from falls_app.storage.store import Store
from falls_app.storage.tries import Tries
from falls_app.storage.trouble import StoreError
from falls_app.storage.unlocked import PassphraseNeeded, forget_keys, unlock

Clock = Callable[[], datetime]

SAVED = Path(__file__).resolve().parents[1] / "fixtures" / "saved"
VERSIONS = sorted(int(file.stem.removeprefix("store-")) for file in SAVED.glob("store-*.sqlite3"))
CASE_FILES = sorted(SAVED.glob("*.json"))
OLD = VERSIONS[0]
WORDS, CODE = "a lilac tree by the gate", "2345-6789-ABCD-EFGH-JKLM-NPQR-STUV"
"""What opens the locked ones."""


def _of(case: Case) -> Case:
    """Return the case without what only a store gives it."""
    return replace(case, id="", updated="")


def _expected(version: int) -> Case:
    text = (SAVED / f"rosa-in-store-{version}.json").read_bytes()
    return _of(read_case(text, load_checklist()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a store of the oldest version."""
    return _put(OLD, tmp_path / "data")


def _put(version: int, folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(SAVED / f"store-{version}.sqlite3", folder / "cases.sqlite3")
    return folder


def test_a_store_of_this_version_is_among_the_saved_ones() -> None:
    assert VERSIONS[-1] == len(MIGRATIONS)


@pytest.mark.parametrize("file", CASE_FILES, ids=lambda file: file.name)
def test_a_case_file_of_every_version_opens(file: Path) -> None:
    case = read_case(file.read_bytes(), load_checklist())

    assert case.person.name
    assert case.assessment is not None
    assert len(case.assessment.findings) > 20


@pytest.mark.parametrize("version", VERSIONS)
def test_a_store_of_every_version_opens_with_all_that_was_in_it(
    version: int, tmp_path: Path, now: Clock
) -> None:
    store = Store.open(_put(version, tmp_path / "data"), now)

    assert {case.id for case in store.cases()} == {"rosa", "flat"}
    assert _of(store.load("rosa")) == _expected(version)
    assert store.setting("theme", "light") == "dark"
    assert store.undo_label("rosa") == "a note"
    before = store.undo(store.load("rosa"))
    assert before is not None
    assert before != store.redo(before)
    assert _of(store.load("rosa")) == _expected(version)
    store.close()
    check_store(tmp_path / "data")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_store_of_every_version_can_be_looked_at_and_stays_as_it_is(
    version: int, tmp_path: Path
) -> None:
    folder = _put(version, tmp_path / "data")
    saved = (folder / "cases.sqlite3").read_bytes()

    assert {case.id for case in list_cases(folder)} == {"rosa", "flat"}
    assert _of(stored_case(folder, "rosa")) == _expected(version)
    check_store(folder)

    assert [file.name for file in folder.iterdir()] == ["cases.sqlite3"]
    assert (folder / "cases.sqlite3").read_bytes() == saved


def test_an_old_store_that_the_disk_has_changed_is_not_shown_as_if_it_was_written_so(
    tmp_path: Path,
) -> None:
    folder = _put(VERSIONS[-2], tmp_path / "data")
    file = sqlite3.connect(folder / "cases.sqlite3")
    file.execute("UPDATE finding SET note = 'said by nobody' WHERE case_id = 'rosa'")
    file.commit()
    file.close()

    with pytest.raises(StoreError, match=r"changed something .* by itself"):
        stored_case(folder, "rosa")


def test_the_old_file_stays_as_a_dated_backup(folder: Path, now: Clock) -> None:
    Store.open(folder, now).close()

    (kept,) = backups(folder)
    reader = open_still(kept.file)
    assert (reader.version, kept.cases) == (OLD, 2)
    reader.close()


@pytest.mark.parametrize("stopped_at", range(14))
def test_a_program_stopped_anywhere_in_bringing_it_up_to_date_loses_nothing(
    folder: Path, now: Clock, monkeypatch: pytest.MonkeyPatch, stopped_at: int
) -> None:
    left = stopped_at

    def maybe_stop(real: Callable[..., object]) -> Callable[..., object]:
        def step(*words: object, **more: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
            return real(*words, **more)

        return step

    with monkeypatch.context() as patch:
        for name in ("replace", "unlink", "chmod"):
            patch.setattr(Path, name, maybe_stop(getattr(Path, name)))
        with contextlib.suppress(KeyboardInterrupt):
            Store.open(folder, now).close()

    store = Store.open(folder, now)
    assert _of(store.load("rosa")) == _expected(OLD)
    store.close()
    check_store(folder)
    left_over = {"cases.sqlite3", "lock", "backups"}
    assert {file.name for file in folder.iterdir()} == left_over


def test_without_room_for_a_copy_the_old_store_stays(
    folder: Path, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(migration, "copy_database", full)

    with pytest.raises(StoreError, match="disk is full, so your answers cannot be opened"):
        Store.open(folder, now)

    reader = open_still(folder / "cases.sqlite3")
    assert reader.version == OLD
    reader.close()


def test_a_damaged_old_store_is_not_brought_up_to_date(folder: Path, now: Clock) -> None:
    file = folder / "cases.sqlite3"
    sound = file.read_bytes()
    file.write_bytes(sound[:20480] + b"\0" * 4096 + sound[24576:])

    with pytest.raises(StoreError, match="cannot be read"):
        Store.open(folder, now)

    reader = open_still(file)
    assert reader.version == OLD
    reader.close()
    assert backups(folder) == []


@pytest.mark.parametrize(
    ("secret", "kind"), [(WORDS, "passphrase"), (CODE, "recovery")], ids=["passphrase", "recovery"]
)
def test_a_locked_store_of_every_version_opens_with_what_opened_it_then(
    tmp_path: Path, now: Clock, secret: str, kind: str
) -> None:
    for saved in sorted(SAVED.glob("locked-*.sqlite3")):
        folder = tmp_path / saved.stem
        folder.mkdir()
        for ending in ("", ".keys"):
            shutil.copy(f"{saved}{ending}", folder / f"cases.sqlite3{ending}")
        forget_keys()
        with pytest.raises(PassphraseNeeded):
            Store.open(folder, now)

        unlock(folder / "cases.sqlite3.keys", secret, Tries(tmp_path / "tries", now), kind)
        store = Store.open(folder, now)

        assert store.is_locked
        assert _of(store.load("rosa")) == _expected(int(saved.stem.removeprefix("locked-")))
        store.close()
