"""A store that a newer program has written is read, and nothing of it is changed."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from falls_app.domain.assessment import Case
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Mark, MarkKind, Photo
from falls_app.errors import UserError
from falls_app.storage.access import WANTED, What
from falls_app.storage.bookmark import Place
from falls_app.storage.cipher import connect
from falls_app.storage.difference import Difference
from falls_app.storage.layout import DATABASE, NEXT, keys_beside
from falls_app.storage.lock import Lock, StoreLocked
from falls_app.storage.looking import list_cases, stored_case
from falls_app.storage.peeking import NewerStore
from falls_app.storage.reader import Reader
from falls_app.storage.schema import MIGRATIONS
from falls_app.storage.store import Store
from falls_app.storage.to_read import StoreToRead
from falls_app.storage.unlocked import PassphraseNeeded, forget_keys, keep, key_of
from falls_app.storage.waiting import add
from tests.newer import all_there, as_killed, make_newer

Clock = Callable[[], datetime]


@pytest.fixture(params=[False, True], ids=["plain", "locked"])
def is_locked(request: pytest.FixtureRequest) -> bool:
    """The tests of this file run on a locked store, too."""
    return bool(request.param)


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """Where a second start asks for the window that reads."""
    return tmp_path / "beside"


@pytest.fixture
def home(store: Store, full_case: Case) -> Case:
    """A home with a photo on which something is hidden, in a store that is closed."""
    made = store.create(full_case, "new home")
    Image.linear_gradient("L").save(picture := BytesIO(), "JPEG")
    kept = store.photos.keep(made.id, picture.getvalue())
    blurred = (Mark(MarkKind.BLUR, (0.1, 0.1), (0.9, 0.9)),)
    photo = Photo("a", kept.sha256, kept.width, kept.height, "The tub", blurred)
    found = replace(made.assessments[1].findings["BTH01", "bath"], photos=(photo,))
    made = store.save(
        made, made.with_assessment(made.assessments[1].with_finding(found)), "a photo"
    )
    store.set_setting(WANTED, True)
    store.access.note(What.OPENED, made.id)
    store.close()
    return made


def _answer(home: Case) -> list[Difference]:
    said = {
        "answer": "safe", "note": "A new mat", "near_miss": 0, "where_": "[]", "measures": "{}",
        "light": "bright",
    }  # fmt: skip
    return [Difference("finding", (home.assessments[1].id, "STR01", "stairs"), said)]


def write_as_newer(folder: Path, home: Case, target: Path) -> Path:
    """Give an answer as the newer program would, kill that one, and return what is left."""
    file = folder / DATABASE
    rows = _answer(home)
    with closing(connect(file, key_of(file))) as writing:
        writing.execute("PRAGMA journal_mode = WAL")
        writing.execute("PRAGMA wal_autocheckpoint = 0")
        add(Reader(writing), home.id, rows, "an answer", "2027-01-01T10:00:00.000+00:00")  # type: ignore[arg-type]
        return as_killed(folder, target)


def test_all_of_a_newer_store_that_we_know_is_read_and_no_byte_is_written(
    home: Case, tmp_path: Path, now: Clock, beside: Path
) -> None:
    folder = make_newer(tmp_path / "data")
    (folder / "cases.sqlite3.part").write_bytes(b"begun by the newer program")
    before = all_there(folder)

    with pytest.raises(NewerStore, match="newer Steady Home"):
        Store.open(folder, now)
    store = StoreToRead.read(folder, now, beside)

    assert store.load(home.id) == home
    assert [each.name for each in store.find("zo")] == ["Zoë"]
    assert store.setting(WANTED, False)
    assert [line.what for line in store.access.lines()] == ["opened"]
    assert store.undo_label(home.id) is None
    (photo,) = home.assessments[1].findings["BTH01", "bath"].photos
    picture, hidden = store.photos.data(home.id, photo.sha256), store.photos.shown(home.id, photo)
    assert picture is not None
    assert hidden is not None
    assert hidden.read_bytes() != picture
    store.close()
    assert all_there(folder) == before


def test_every_change_of_a_store_to_read_is_refused_and_leaves_nothing(
    home: Case, tmp_path: Path, now: Clock, beside: Path
) -> None:
    folder = make_newer(tmp_path / "data")
    before = all_there(folder)
    store = StoreToRead.read(folder, now, beside)
    changed = replace(home, person=replace(home.person, name="Ann"))
    Image.linear_gradient("L").save(picture := BytesIO(), "JPEG")

    changes: list[Callable[[], object]] = [
        lambda: store.save(home, changed, "a name"),
        lambda: store.create(Case(), "new home"),
        lambda: store.delete(home.id),
        lambda: store.undo(home),
        lambda: store.set_setting("theme", "dark"),
        lambda: store.photos.keep(home.id, picture.getvalue(), with_original=True),
        lambda: store.photos.remove(home.id),
        lambda: store.photos.remove_original(home.id, "a"),
        lambda: store.photos.put_original(home.id, "a", b""),
        lambda: store.caseload.plan_visit(home.id, "2027-01-01"),
    ]
    for change in changes:
        with pytest.raises(UserError, match="open to read only"):
            change()
    store.access.note(What.EXPORTED, home.id, "pdf family")
    store.bookmark.keep(Place(home.id, "plan"))
    store.bookmark.remove()

    assert store.load(home.id) == home
    assert [line.what for line in store.access.lines()] == ["opened"]
    store.close()
    store.close()
    assert all_there(folder) == before


def test_the_newest_answers_of_a_newer_program_that_was_killed_are_read_too(
    home: Case, tmp_path: Path, now: Clock, beside: Path
) -> None:
    folder = write_as_newer(make_newer(tmp_path / "data"), home, tmp_path / "killed")
    before = all_there(folder)
    assert f"{DATABASE}-wal" in before

    with pytest.raises(NewerStore):
        Store.open(folder, now)
    store = StoreToRead.read(folder, now, beside)
    read = store.load(home.id)
    store.close()

    found = read.assessments[1].findings["STR01", "stairs"]
    assert (found.answer, found.note) == (Answer.SAFE, "A new mat")
    assert stored_case(folder, home.id) == read
    assert all_there(folder) == before


def test_a_store_whose_side_file_alone_is_newer_is_left_alone_too(
    home: Case, tmp_path: Path, now: Clock, beside: Path
) -> None:
    file = tmp_path / "data" / DATABASE
    with closing(connect(file, key_of(file))) as writing:
        writing.execute("PRAGMA journal_mode = WAL")
        writing.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        folder = as_killed(tmp_path / "data", tmp_path / "killed")
    before = all_there(folder)

    with pytest.raises(NewerStore):
        Store.open(folder, now)

    store = StoreToRead.read(folder, now, beside)
    assert store.load(home.id) == home
    store.close()
    assert all_there(folder) == before


def test_a_newer_store_that_waits_to_take_its_place_is_left_to_the_newer_program(
    home: Case, tmp_path: Path, now: Clock, beside: Path
) -> None:
    folder = make_newer(tmp_path / "data")
    (folder / DATABASE).rename(folder / NEXT)
    if (keys := keys_beside(folder / DATABASE)).exists():
        keys.rename(keys_beside(folder / NEXT))
    before = all_there(folder)

    with pytest.raises(NewerStore):
        Store.open(folder, now)

    store = StoreToRead.read(folder, now, beside)
    assert store.load(home.id) == home
    store.close()
    assert all_there(folder) == before


@pytest.mark.parametrize(
    "change",
    [
        "DROP TABLE step",
        "ALTER TABLE room RENAME COLUMN floor TO storey",
        "ALTER TABLE waiting RENAME TO later",
        "UPDATE finding SET answer = 'perfect' WHERE check_id = 'STR01'",
        """INSERT INTO waiting (case_id, at, verb, rows, digest)
            SELECT id, '', '', '[["room", [], {}]]', x'' FROM case_""",
    ],
    ids=[
        "a table is gone",
        "a column is gone",
        "answers wait elsewhere",
        "an unknown answer",
        "something else waits",
    ],
)
def test_a_newer_store_without_what_we_need_is_refused_with_the_next_step(
    change: str, home: Case, tmp_path: Path, now: Clock, beside: Path
) -> None:
    folder = tmp_path / "data"
    if change == "DROP TABLE step":  # what vouches for the rows is counted without it
        make_newer(folder)
        with closing(connect(folder / DATABASE, key_of(folder / DATABASE))) as writing:
            writing.execute(change)
    else:
        make_newer(folder, change)
    before = all_there(folder)

    with pytest.raises(UserError, match=r"newer version.*cannot read.*Update Steady Home"):
        StoreToRead.read(folder, now, beside)

    with pytest.raises(UserError, match="Update Steady Home"):
        stored_case(folder, home.id)
    assert all_there(folder) == before
    Lock(beside / "lock").release()


@pytest.mark.parametrize(
    "change",
    [
        "room SET use = 'hourly'",
        "room SET floor = 9e999",
        f"part SET value = '{'[' * 200_000}'",
        "photo SET sha256 = '../../../pictures/other'",
    ],
    ids=["an unknown word", "no number", "too deep", "the picture of somebody else"],
)
def test_one_home_that_cannot_be_read_does_not_hide_the_others(
    change: str, home: Case, opened: Callable[[], Store], tmp_path: Path, now: Clock, beside: Path
) -> None:
    store = opened()
    other = store.create(replace(home, id=""), "new home")
    store.close()
    folder = make_newer(tmp_path / "data", f"UPDATE {change} WHERE case_id = '{other.id}'")

    store = StoreToRead.read(folder, now, beside)

    assert {each.id for each in store.cases()} == {home.id, other.id}
    assert store.load(home.id) == home
    with pytest.raises(UserError, match=r"newer version.*cannot read it.*Update Steady Home"):
        store.load(other.id)
    store.close()


def test_a_row_that_the_disk_has_changed_is_not_read_as_if_it_were_sound(
    home: Case, opened: Callable[[], Store], tmp_path: Path, now: Clock, beside: Path
) -> None:
    folder = make_newer(tmp_path / "data")
    with closing(connect(folder / DATABASE, key_of(folder / DATABASE))) as writing:
        writing.execute("UPDATE finding SET answer = 'safe' WHERE check_id = 'STR01'")

    with pytest.raises(UserError, match="Update Steady Home"):
        StoreToRead.read(folder, now, beside)


def test_a_file_of_noise_with_a_newer_number_is_refused(
    home: Case, tmp_path: Path, now: Clock, beside: Path, is_locked: bool
) -> None:
    folder = make_newer(tmp_path / "data")
    data = bytearray((folder / DATABASE).read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    (folder / DATABASE).write_bytes(data)

    with pytest.raises(UserError):
        StoreToRead.read(folder, now, beside)


def test_a_newer_store_that_is_open_is_not_read_beside_its_program(
    home: Case, tmp_path: Path, now: Clock, beside: Path
) -> None:
    folder = make_newer(tmp_path / "data")

    with Lock(folder / "lock"):
        with pytest.raises(StoreLocked):
            Store.open(folder, now)
        with pytest.raises(StoreLocked):
            StoreToRead.read(folder, now, beside)


def test_a_second_reader_is_told_and_the_newer_program_is_never_kept_out(
    home: Case, tmp_path: Path, now: Clock, beside: Path
) -> None:
    folder = make_newer(tmp_path / "data")
    store = StoreToRead.read(folder, now, beside)

    with pytest.raises(StoreLocked):
        StoreToRead.read(folder, now, beside)
    Lock(folder / "lock").release()

    again = store.opened_again()
    assert again.load(home.id) == home
    again.close()
    Lock(beside / "lock").release()


def test_a_locked_newer_store_asks_for_its_passphrase_first(
    home: Case, tmp_path: Path, now: Clock, beside: Path
) -> None:
    folder = make_newer(tmp_path / "data")
    before = all_there(folder)
    key = key_of(folder / DATABASE)
    if key is None:
        return  # the tests of a locked one are what this is about
    forget_keys()

    with pytest.raises(PassphraseNeeded):
        Store.open(folder, now)
    with pytest.raises(PassphraseNeeded):
        StoreToRead.read(folder, now, beside)

    keep(key)
    with pytest.raises(NewerStore):
        Store.open(folder, now)
    assert all_there(folder) == before


def test_a_key_file_of_a_newer_version_is_told_as_such_and_not_replaced(
    home: Case, tmp_path: Path, now: Clock, beside: Path
) -> None:
    folder = make_newer(tmp_path / "data")
    keys = keys_beside(folder / DATABASE)
    if not keys.exists():
        return  # as above
    keys.write_text(json.dumps({**json.loads(keys.read_text()), "version": 2}))
    before = all_there(folder)

    for opening in (Store.open, partial(StoreToRead.read, beside=beside)):
        with pytest.raises(UserError, match="newer version"):
            opening(folder, now)

    assert all_there(folder) == before


def test_newest_answers_that_the_disk_has_spoiled_are_not_left_out_silently(
    home: Case, opened: Callable[[], Store], tmp_path: Path, now: Clock, beside: Path
) -> None:
    store, case = opened(), home
    store._database.run(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    for name in ("Ann", "Bea", "Cleo", "Dot"):
        case = store.save(case, replace(case, person=replace(case.person, name=name)), "a name")
    killed = as_killed(store.folder, tmp_path / "killed")
    store.close()
    side = bytearray((killed / f"{DATABASE}-wal").read_bytes())
    side[32 + 2 * (24 + 4096) + 1000] ^= 255
    (killed / f"{DATABASE}-wal").write_bytes(side)

    with pytest.raises(UserError, match="Update Steady Home"):
        StoreToRead.read(killed, now, beside)


def test_commands_that_read_see_the_homes_of_a_newer_store(
    home: Case, tmp_path: Path, now: Clock
) -> None:
    folder = make_newer(tmp_path / "data")
    before = all_there(folder)

    assert [each.id for each in list_cases(folder)] == [home.id]
    assert stored_case(folder, home.id) == home
    assert all_there(folder) == before
