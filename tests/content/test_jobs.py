"""Every fix that a trade does has its job, and a job says all that it needs."""

import re
from pathlib import Path

import pytest

from falls_app import paths
from falls_app.content.checks import load_checklist
from falls_app.content.jobs import load_jobs, read_jobs
from falls_app.content.reading import ContentError
from falls_app.content.regions import region_ids
from falls_app.content.shops import load_shops
from falls_app.content.sources import load_sources
from falls_app.content.themes import load_theme
from falls_app.domain.job import is_trade_work
from falls_app.drawing.sketches import SKETCHES, SizeLabel, draw_sketch
from tests.drawing.recording import RecordingSurface

BOOK, CHECKLIST = load_jobs(), load_checklist()
FILE = paths.resources() / "jobs.toml"


def test_every_fix_that_a_trade_does_has_one_job_and_no_other_fix_has_one() -> None:
    wanted = {
        f"{check.id}.{place}"
        for check in CHECKLIST
        for place, fix in enumerate(check.fixes)
        if is_trade_work(fix)
    }

    assert set(BOOK.by_fix) == wanted


def test_every_fact_names_a_source_that_is_known() -> None:
    sources = load_sources()
    for job in BOOK.jobs:
        assert set(job.sources) <= sources.keys(), job.id
        for size in job.sizes:
            assert set(size.sources) <= sources.keys(), size.id
            assert size.of or size.sources, f"{job.id}.{size.id}"
            assert set(size.aim) <= {"us", "uk"}
    for each in BOOK.before.values():
        assert each.sources, each.id
        assert set(each.sources) <= sources.keys(), each.id
        assert set(each.regions) <= set(region_ids()), each.id


def test_a_size_that_is_our_own_prints_with_about() -> None:
    for job in BOOK.jobs:
        for size in job.sizes:
            assert not (size.checked and "own-otlogic" in size.sources), f"{job.id}.{size.id}"


def test_what_a_hand_pulls_at_is_tested_by_pulling() -> None:
    for job in BOOK.jobs:
        if job.base in ("wall", "wet", "outside") and any("rail" in s.label for s in job.sizes):
            assert job.pull, job.id


def test_everything_that_is_shared_is_used() -> None:
    drawn = {name for job in BOOK.jobs for name in (job.sketch, job.no_tub) if name}

    assert drawn == BOOK.sketches.keys() == SKETCHES.keys()
    assert {job.base for job in BOOK.jobs} == BOOK.bases.keys()
    assert {each for base in BOOK.bases.values() for each in base.before} == BOOK.before.keys()


@pytest.mark.parametrize("name", SKETCHES)
def test_a_sketch_shows_its_sizes_in_words_and_where_they_start(name: str) -> None:
    surface, datum = RecordingSurface(), BOOK.sketches[name].datum
    letters = zip("ABCDEFGH", sorted(SKETCHES[name].sizes), strict=False)
    labels = {size: SizeLabel(letter, f"size {letter}") for letter, size in letters}
    drawn = draw_sketch(surface, load_theme("light"), name, labels, datum)

    assert drawn == SKETCHES[name].sizes
    assert {f"{label.letter}  {label.words}" for label in labels.values()} <= set(surface.words)
    assert BOOK.sketches[name].alt.endswith(".")
    if datum:
        assert datum in surface.words
        assert any(path.dashed for path in surface.paths)


def test_a_sketch_leaves_out_what_nobody_asks_for() -> None:
    for name in SKETCHES:
        surface = RecordingSurface()

        assert draw_sketch(surface, load_theme("light"), name, {}, "Floor") == frozenset()
        assert set(surface.words) <= {"Floor"}


# ------------------------------------------------------------------ a file that is wrong


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            'settles = ["STR01.1"]',
            'settles = ["STR01.9"]',
            "stair-rail-tight: there is no “STR01.9”",
        ),
        ('settles = ["STR01.1"]', 'settles = ["STR01.2"]', "another job settles “STR01.2” too"),
        (
            'of = "STR04.rail-past-step"',
            'of = "STR04.nose"',
            "stair-rails.past: There is no measure",
        ),
        ('sketch = "seat"', 'sketch = "sofa"', "bench: there is no “sofa”"),
        ('before = ["water-off"', 'before = ["beer"', "water: there is no “beer”"),
        ('base = "open"', 'base = "air"', "services: there is no “air”"),
        ('id = "bench"', 'id = "leaks"', "leaks: two blocks have this id"),
        ("pull = true", "pulls = true", "unknown key “pulls”"),
    ],
)
def test_a_job_that_points_nowhere_is_refused_with_its_name(
    tmp_path: Path, old: str, new: str, rule: str
) -> None:
    file = tmp_path / "jobs.toml"
    file.write_text(FILE.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(ContentError, match=re.escape(rule)):
        read_jobs(file, CHECKLIST)


# ------------------------------------------------------------------ where things are bought


def test_every_thing_to_buy_has_one_place_where_it_is_bought() -> None:
    bought = {thing for check in CHECKLIST for fix in check.fixes for thing in fix.buy}
    placed = [thing for shop in load_shops() for thing in shop.things]

    assert sorted(placed) == sorted(bought)


@pytest.mark.parametrize(
    ("shops", "rule"),
    [
        ('[[shop]]\nid = "a"\nname = "A"\nthings = ["x"]\n' * 2, "“x” is bought at two places"),
        ('[[shop]]\nid = "a"\nname = "A"\nthings = ["x"]\nsized = ["y"]\n', "“y” is not among"),
    ],
)
def test_a_shop_that_is_wrong_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shops: str, rule: str
) -> None:
    (tmp_path / "shops.toml").write_text(shops, "utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    load_shops.cache_clear()
    try:
        with pytest.raises(ContentError, match=rule):
            load_shops()
    finally:
        load_shops.cache_clear()
