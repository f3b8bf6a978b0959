"""A small share of the failing disks, and whether they would find anything."""

import errno
import sqlite3
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.storage.store import Store
from tests.battery import layer
from tests.battery.diary import opened as open_store
from tests.battery.faults import Failing, every_failure, failing_run
from tests.battery.layer import watched
from tests.battery.recorder import Recorder

pytestmark = pytest.mark.skipif(bool(layer.missing()), reason=layer.missing())


@pytest.mark.parametrize("name", ["first start", "migration"])
@pytest.mark.parametrize(
    ("code", "for_good"), [(errno.ENOSPC, True), (errno.EIO, False)], ids=["full", "one error"]
)
def test_a_disk_that_fails_is_said_and_nothing_is_lost(
    name: str, code: int, for_good: bool
) -> None:
    figures = every_failure(name, code, for_good=for_good, share=0.02)

    assert figures.runs > 5
    assert figures.wrong == []


def test_a_store_that_opens_has_its_log_or_a_power_cut_could_take_answers(tmp_path: Path) -> None:
    """SQLite goes on without one, and without an error, if the disk fails in that moment."""
    for k in count(1):
        folder = tmp_path / str(k)
        folder.mkdir()
        failing = Failing(k, errno.EIO, for_good=False)
        failing.recorder = Recorder(folder)
        with watched(failing, folder), suppress(UserError):
            store = open_store(folder)
            assert store._database.one("PRAGMA journal_mode") == ("wal",)
            if not failing.refused:
                break
            store.close()

    store.close()
    assert k > 20


def test_a_store_that_only_says_it_has_saved_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    save = Store.save

    def pretending(store: Store, before: Case, after: Case, verb: str) -> Case:
        try:
            return save(store, before, after, verb)
        except UserError:
            return after

    monkeypatch.setattr(Store, "save", pretending)

    wrong, _told = failing_run("first start", Failing(90, errno.EIO, for_good=True))

    assert "if killed: an acknowledged change is lost" in wrong


def test_an_error_that_nobody_turned_into_a_sentence_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_words: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Store, "save", broken)

    wrong, _told = failing_run("first start", Failing(90, errno.EIO, for_good=True))

    assert wrong[0].startswith("crash: ")
