"""A small share of the simulated power cuts, and whether they would find anything."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from falls_app.storage import durable
from tests.battery import layer, locked
from tests.battery.diary import opened
from tests.battery.journeys import JOURNEYS
from tests.battery.layer import watched
from tests.battery.power import losses, synchronous
from tests.battery.recorder import Recorder, record
from tests.battery.walker import new_picture

pytestmark = pytest.mark.skipif(bool(layer.missing()), reason=layer.missing())

SHORT = {
    name: replace(each, length=min(each.length, 6 if name == "noting" else 15))
    for name, each in JOURNEYS.items()
}


@pytest.mark.parametrize("name", SHORT)
def test_a_power_cut_at_any_moment_loses_nothing_acknowledged(name: str) -> None:
    figures = losses(SHORT[name], cuts=25, seed=1, rounds=1)

    assert figures.cuts == 25
    assert figures.wrong == []


def test_a_power_cut_loses_nothing_of_a_locked_store() -> None:
    with locked.turned_on():
        figures = losses(SHORT["photographing"], cuts=25, seed=1, rounds=1)

    assert figures.cuts == 25
    assert figures.wrong == []


@pytest.mark.parametrize("mode", ["NORMAL", "OFF"])
def test_the_same_cuts_find_what_is_lost_when_sqlite_waits_less_for_the_disk(mode: str) -> None:
    with synchronous(mode):
        figures = losses(SHORT["answering"], cuts=25, seed=1, rounds=1)

    assert any("acknowledged change is lost" in each for each in figures.wrong)


def test_the_same_cuts_find_a_folder_whose_name_is_not_on_the_disk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(durable, "sync_folder", lambda folder: None)

    figures = losses(SHORT["first start"], cuts=25, seed=1, rounds=1)

    assert figures.wrong


def test_a_journey_is_recorded_down_to_the_write_and_sync_of_every_answer(tmp_path: Path) -> None:
    recorded = record(SHORT["answering"], tmp_path, Random(1))

    kinds = [each[0] for each in recorded.operations]
    tried = [n for n, each in enumerate(recorded.operations) if str(each[1]).startswith("TRY")]
    assert len(tried) > 10
    for begin in tried:
        change = kinds[begin + 1 : kinds.index("tell", begin + 1)]
        assert change[0] == "write"
        assert change[-1] == "sync"


def test_a_picture_that_is_there_already_is_waited_for_all_the_same(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    with watched(recorder, tmp_path):
        store = opened(tmp_path)
        picture = new_picture(Random(1))
        first = store.photos.keep("a", picture)
        before = len(recorder.operations)
        assert store.photos.keep("a", picture) == first
        store.close()

    folders = {str(each[1]) for each in recorder.operations[before:] if each[0] == "sync_folder"}
    assert {"share/data", "share/data/photos", "share/data/photos/a"} <= folders
