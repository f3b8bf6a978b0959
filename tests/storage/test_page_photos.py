"""Photos of typed-in paper pages are kept with the answers, in the care of all other photos."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from falls_app.content.checks import load_checklist
from falls_app.domain.assessment import Case, Page
from falls_app.domain.checklist import AREAS, Checklist
from falls_app.domain.evidence import Photo
from falls_app.storage.arrival import bring_in
from falls_app.storage.backups import look_into, make_backup
from falls_app.storage.bundle import write_bundle
from falls_app.storage.cipher import connect
from falls_app.storage.layout import DATABASE
from falls_app.storage.looking import check_store
from falls_app.storage.repair import repair
from falls_app.storage.restoring import restore
from falls_app.storage.store import Store
from falls_app.storage.unlocked import key_of
from falls_app.storage.unpacking import unpack

Opened = Callable[[], Store]
Clock = Callable[[], datetime]
BATH: Page = ("BTH", "spare")


@pytest.fixture(params=[False, True], ids=["open", "locked"])
def is_locked(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def photographed() -> bytes:
    """A paper page as a phone gives it: lying on its side, with the place it was taken at."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "A phone"
    exif.get_ifd(0x8825)[1] = "N"
    data = BytesIO()
    Image.effect_noise((400, 300), 60).convert("RGB").save(data, "JPEG", exif=exif)
    return data.getvalue()


def kept(store: Store, case: Case, page: Page = BATH) -> tuple[Case, Photo]:
    """Take in the photo of a page; return the case as it is saved, and the photo."""
    new = store.photos.keep(case.id, photographed())
    photo = Photo("page", new.sha256, new.width, new.height)
    walk = case.assessment
    assert walk is not None
    after = case.with_assessment(walk.with_page(page, (photo,)))
    return store.save(case, after, "photo of page BTH-2"), photo


def pages(case: Case | None) -> dict[Page, tuple[Photo, ...]]:
    assert case is not None
    assert case.assessment is not None
    return dict(case.assessment.pages)


def test_it_is_there_after_reopening_upright_and_undo_takes_it_off(
    opened: Opened, full_case: Case, tmp_path: Path
) -> None:
    store = opened()
    made = store.create(full_case, "new")
    kept(store, made)
    store = opened()
    case = store.load(made.id)
    (photo,) = pages(case)[BATH]
    data = store.photos.data(made.id, photo.sha256)
    assert data is not None
    with Image.open(BytesIO(data)) as shown:
        assert shown.size == (photo.width, photo.height) == (300, 400)
        assert not shown.getexif()
    assert photo in case.photos
    assert photo in case.page_photos

    before = store.undo(case)
    assert pages(before) == pages(made)
    assert before is not None
    again = store.redo(before)
    assert pages(again) == pages(case)
    store.close()
    check_store(tmp_path / "data")


def test_a_bundle_and_a_backup_carry_it_and_the_home_takes_it_along_for_good(
    opened: Opened, full_case: Case, checklist: Checklist, tmp_path: Path, now: Clock
) -> None:
    store, bare = opened(), replace(full_case, signed=())
    case, photo = kept(store, store.create(bare, "new"))
    file = tmp_path / "home.steadyhome"
    write_bundle(
        case, file, lambda each: store.photos.data(case.id, each.sha256), content="2026.11"
    )
    backup = make_backup(store.folder, now())
    assert [each.photos for each in look_into(backup)] == [len(case.photos)]

    store.delete(case.id)
    store.destroy(case.id)
    assert not (store.folder / "photos" / case.id).exists()
    with unpack(file, checklist) as home:
        there = bring_in(store, home, "from a file")
    assert pages(there)[BATH] == (photo,)
    assert store.photos.data(there.id, photo.sha256)
    store.close()
    restore(backup.file, store.folder, now())
    store = opened()
    assert pages(store.load(case.id))[BATH] == (photo,)
    assert store.photos.data(case.id, photo.sha256)


def test_repair_keeps_one_whose_walk_and_room_are_lost(
    opened: Opened, full_case: Case, tmp_path: Path, now: Clock
) -> None:
    store = opened()
    case, photo = kept(store, store.create(full_case, "new"))
    store._database.run("PRAGMA foreign_keys = OFF")
    for table in ("assessment", "room", "finding", "change"):
        store._database.run(f"DELETE FROM {table}")
    store.close()

    repair(tmp_path / "data", tmp_path / "new")

    with_it = Store.open(tmp_path / "new", now)
    saved = with_it.load(case.id)
    assert any(walk.pages.get(BATH) == (photo,) for walk in saved.assessments)
    assert saved.home.room("spare") is not None
    assert with_it.photos.data(case.id, photo.sha256)
    with_it.close()


def test_no_check_is_called_as_an_area_is() -> None:
    """In the table of photos an area stands where the photo of a finding has its check."""
    assert not {check.id for check in load_checklist()} & set(AREAS)


@pytest.mark.parametrize("change", [f"marks = '{'[' * 200_000}'", "room_id = 'x', marks = '[5]'"])
def test_repair_leaves_out_a_photo_that_cannot_be_read_and_keeps_the_others(
    change: str, opened: Opened, full_case: Case, tmp_path: Path, now: Clock
) -> None:
    store = opened()
    made = store.create(full_case, "new")
    store.close()
    file = tmp_path / "data" / DATABASE
    with closing(connect(file, key_of(file))) as damaging:
        damaging.execute(f"UPDATE photo SET {change} WHERE check_id = 'FLR'")
        damaging.commit()

    repair(tmp_path / "data", tmp_path / "new")

    mended = Store.open(tmp_path / "new", now)
    assert [*pages(mended.load(made.id))] == [BATH]
    mended.close()
