"""Backups: what is in one, which ones stay, and the way back."""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from falls_app.domain.assessment import Assessment, Case
from falls_app.errors import UserError
from falls_app.storage import backups as making
from falls_app.storage.backups import (
    Backup,
    backups,
    is_due,
    kept_of,
    last_made,
    look_into,
    make_backup,
    newest_sound,
    thin_out,
)
from falls_app.storage.layout import BACKUPS
from falls_app.storage.restoring import restore
from falls_app.storage.store import Store
from falls_app.storage.trouble import StoreError

Answered = Callable[..., Case]
Clock = Callable[[], datetime]
Opened = Callable[[], Store]
Settled = Callable[[Case | None], Case]

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)
BATH, STAIR = "e" * 64, "f" * 64


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the store that ``opened`` opens."""
    return tmp_path / "data"


def _photo(folder: Path, case_id: str, name: str, content: bytes = b"a bath") -> Path:
    """Put a picture where the store keeps them."""
    file = folder / "photos" / case_id / f"{name}.jpg"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def _backed_up(folder: Path) -> list[str]:
    """Return the names of the pictures in the backups."""
    return sorted(file.stem for file in (folder / "backups" / "photos").rglob("*.jpg"))


def _made(*dates: datetime) -> list[Backup]:
    return [Backup(number, date, Path(str(number)), 1, 1) for number, date in enumerate(dates)]


# --------------------------------------------------------------------------- making one


def test_a_backup_holds_all_homes_while_the_store_is_open(
    store: Store, folder: Path, full_case: Case, answered: Answered
) -> None:
    case = store.create(full_case, "new home")
    store.create(Case(), "new home")

    made = make_backup(folder, NOON)
    store.save(case, answered(case, "EMG01", "safe"), "answer")

    assert made.file == folder / "backups" / "2026-11-20T12-00-00Z-0001.sqlite3"
    assert backups(folder) == [made]
    assert (made.date, made.cases, made.size) == (NOON, 2, made.file.stat().st_size)
    _, zoe = look_into(made)
    assert (zoe.id, zoe.name, zoe.answers, zoe.updated) == (case.id, "Zoë", 4, case.updated)
    assert zoe.photos > 0


def test_a_backup_does_not_begin_again_when_an_answer_is_saved_meanwhile(
    store: Store, folder: Path, full_case: Case, answered: Answered
) -> None:
    case = store.create(full_case, "new home")
    steps = []

    def answer_meanwhile() -> None:
        nonlocal case
        if len(steps) < 50:
            steps.append(1)
            case = store.save(case, answered(case, "EMG01", "safe", note=str(len(steps))), "note")

    make_backup(folder, NOON, answer_meanwhile)

    assert len(steps) < 50
    assert store.load(case.id) == case


def test_photos_are_in_the_backups_once(store: Store, folder: Path, full_case: Case) -> None:
    case = store.create(full_case, "new home")
    _photo(folder, case.id, BATH)
    make_backup(folder, NOON)
    _photo(folder, case.id, STAIR)
    _photo(folder, case.id, f"{STAIR}-0123456789abcdef")  # made again when it is shown
    make_backup(folder, NOON + DAY)

    assert _backed_up(folder) == [BATH, STAIR]


def test_a_photo_that_no_backup_needs_any_more_goes(
    store: Store, folder: Path, full_case: Case
) -> None:
    case = store.create(full_case, "new home")
    named = store._database.one("SELECT sha256 FROM photo")
    assert named is not None
    _photo(folder, case.id, str(named[0]))
    _photo(folder, case.id, BATH)
    make_backup(folder, NOON)
    shutil.rmtree(folder / "photos")

    make_backup(folder, NOON + DAY)

    assert _backed_up(folder) == [named[0]]


def test_a_damaged_store_gives_no_backup_and_takes_none_away(
    store: Store, folder: Path, full_case: Case
) -> None:
    store.create(full_case, "new home")
    for day in range(14):
        make_backup(folder, NOON + day * DAY)
    before = backups(folder)
    store._database.run("UPDATE finding SET note = 'not hers'")

    with pytest.raises(StoreError, match="changed something"):
        make_backup(folder, NOON + 14 * DAY)

    assert backups(folder) == before
    assert [file.suffix for file in (folder / "backups").iterdir()].count("") == 1  # the lock


def test_a_full_disk_is_said_and_the_backups_stay(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_backup(folder, NOON)

    def full(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "copy_database", full)

    with pytest.raises(StoreError, match="no room on the disk for a backup"):
        make_backup(folder, NOON + DAY)

    assert len(backups(folder)) == 1


def test_two_backups_at_a_time_are_one_too_many(store: Store, folder: Path) -> None:
    refused = []

    def second() -> None:
        if not refused:
            with pytest.raises(StoreError, match="just now") as told:
                make_backup(folder, NOON)
            refused.append(told.value)

    make_backup(folder, NOON, second)

    assert len(refused) == 1
    assert len(backups(folder)) == 1


def test_where_nothing_is_kept_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no answers here"):
        make_backup(tmp_path, NOON)

    assert list(tmp_path.iterdir()) == []


def test_a_backup_that_cannot_be_read_is_not_offered_and_not_removed(
    store: Store, folder: Path
) -> None:
    make_backup(folder, NOON)
    bad = folder / "backups" / "2026-11-21T12-00-00Z-0002.sqlite3"
    bad.write_bytes(b"not any more")
    (folder / "backups" / "2026-02-31T12-00-00Z-0003.sqlite3").write_bytes(b"no such day")

    made = make_backup(folder, NOON + 2 * DAY)

    assert [backup.number for backup in backups(folder)] == [made.number, 1]
    assert bad.exists()


# --------------------------------------------------------------------------- when, and which


def test_when_the_newest_backup_was_made_is_read_from_its_name(tmp_path: Path) -> None:
    assert last_made(tmp_path) is None
    (tmp_path / BACKUPS).mkdir()
    for day in ("18", "19"):
        (tmp_path / BACKUPS / f"2026-11-{day}T07-52-00Z-0001.sqlite3").touch()

    assert last_made(tmp_path) == datetime(2026, 11, 19, 7, 52, tzinfo=UTC)


def test_a_backup_is_due_once_a_day() -> None:
    made = _made(NOON)

    assert is_due([], NOON)
    assert not is_due(made, NOON + timedelta(hours=1))
    assert is_due(made, NOON + timedelta(hours=23))


def test_a_backup_dated_in_the_future_does_not_keep_others_from_being_made() -> None:
    assert is_due(_made(NOON + 400 * DAY), NOON)


def test_the_night_the_clocks_change_is_like_any_other() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for night in (datetime(2026, 3, 29, 1, 59), datetime(2026, 10, 25, 2, 30)):
        made = _made(night.replace(tzinfo=berlin).astimezone(UTC))
        later = made[0].date.astimezone(berlin) + timedelta(hours=3)

        assert not is_due(made, later)
        assert is_due(made, later + DAY)


def test_a_year_of_days_keeps_10_days_8_weeks_and_12_months() -> None:
    made = _made(*(NOON + day * DAY for day in range(400)))

    kept = kept_of(made)

    assert 24 <= len(kept) <= 30
    assert set(made[-10:]) <= kept
    assert len({backup.date.strftime("%Y-%m") for backup in kept}) == 12
    assert len({backup.date.strftime("%G-%V") for backup in kept}) >= 8 + 9


def test_thinning_out_day_by_day_keeps_as_much_as_at_once() -> None:
    daily: list[Backup] = []
    every = _made(*(NOON + day * DAY for day in range(150)))
    for backup in every:
        daily = [each for each in [*daily, backup] if each in kept_of([*daily, backup])]

    assert set(daily) == kept_of(every)


def test_of_one_day_the_last_backup_stays() -> None:
    made = _made(NOON, NOON + timedelta(hours=2), NOON + timedelta(hours=1))

    assert kept_of(made) == {made[-1]}


def test_a_backup_dated_in_the_future_pushes_none_out(store: Store, folder: Path) -> None:
    good = [make_backup(folder, NOON + day * DAY) for day in range(9)]
    wrong = make_backup(folder, NOON + 1000 * DAY)
    good += [make_backup(folder, NOON + 9 * DAY)]

    thin_out(folder, NOON + 9 * DAY)

    assert set(backups(folder)) == {*good, wrong}


def test_the_order_is_that_of_making_whatever_the_clock_said(store: Store, folder: Path) -> None:
    dates = (NOON, NOON + 9 * DAY, NOON - 900 * DAY)

    made = [make_backup(folder, date) for date in dates]

    assert backups(folder) == made[::-1]


# --------------------------------------------------------------------------- the way back


def test_a_restored_backup_is_as_it_was_and_the_store_until_now_is_kept(
    opened: Opened, folder: Path, full_case: Case, answered: Answered, settled: Settled
) -> None:
    store = opened()
    case = store.create(full_case, "new home")
    photo = _photo(folder, case.id, BATH)
    made = make_backup(folder, NOON)
    later = store.save(case, answered(case, "EMG01", "safe"), "answer")
    store.close()
    shutil.rmtree(folder / "photos")

    kept = restore(made.file, folder, NOON)

    assert opened().load(case.id) == case
    assert photo.read_bytes() == b"a bath"
    assert kept is not None
    opened().close()
    restore(kept, folder, NOON)
    assert settled(opened().load(case.id)) == settled(later)


def test_restoring_keeps_answers_that_only_the_side_file_of_a_killed_program_has(
    opened: Opened, folder: Path, full_case: Case, tmp_path: Path, now: Clock
) -> None:
    store = opened()
    made = make_backup(folder, NOON)
    case = store.create(full_case, "new home")
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in folder.glob("cases*"):
        shutil.copy(file, killed)

    kept = restore(made.file, killed, NOON)

    assert kept is not None
    assert (kept / "cases.sqlite3-wal").stat().st_size
    store = Store.open(killed, now)
    assert store.cases() == []
    store.close()
    restore(kept, killed, NOON)
    store = Store.open(killed, now)
    assert store.load(case.id) == case
    store.close()


def test_a_store_that_is_open_is_not_replaced(opened: Opened, folder: Path) -> None:
    store = opened()
    store.create(Case(), "new home")
    made = make_backup(folder, NOON)

    with pytest.raises(StoreError, match="already open"):
        restore(made.file, folder, NOON)

    assert len(store.cases()) == 1


def test_a_backup_that_would_throw_answers_away_by_itself_is_refused(
    opened: Opened, folder: Path
) -> None:
    opened().close()
    made = make_backup(folder, NOON)
    file = sqlite3.connect(made.file)
    file.execute("CREATE TRIGGER t AFTER INSERT ON waiting BEGIN DELETE FROM waiting; END")
    file.commit()
    file.close()

    with pytest.raises(StoreError, match="This backup is damaged"):
        restore(made.file, folder, NOON)


def test_a_damaged_backup_is_refused_and_the_store_stays(opened: Opened, folder: Path) -> None:
    store = opened()
    case = store.create(Case(), "new home")
    made = make_backup(folder, NOON)
    store.close()
    made.file.write_bytes(made.file.read_bytes()[:9000])

    with pytest.raises(StoreError, match="This backup is damaged"):
        restore(made.file, folder, NOON)

    assert opened().load(case.id) == case
    assert not (folder / "kept").exists()


def test_bringing_back_can_be_stopped_before_the_exchange(opened: Opened, folder: Path) -> None:
    store = opened()
    case = store.create(Case(), "new home")
    made = make_backup(folder, NOON)
    store.delete(case.id)
    store.close()

    def stop() -> None:
        raise UserError("stopped")

    with pytest.raises(UserError, match="stopped"):
        restore(made.file, folder, NOON, stop)

    assert opened().cases() == []
    assert not (folder / "kept").exists()


def test_the_newest_backup_that_is_whole_is_found(opened: Opened, folder: Path) -> None:
    store = opened()
    first = store.create(Case(), "new home")
    whole = make_backup(folder, NOON - 2 * DAY)
    store.delete(first.id)
    without = make_backup(folder, NOON - DAY)
    broken = make_backup(folder, NOON)
    broken.file.write_bytes(broken.file.read_bytes()[:9000])

    assert newest_sound(folder) == without
    assert newest_sound(folder, first.id) == whole
    assert newest_sound(folder, "another") == without
    whole.file.unlink()
    without.file.unlink()
    assert newest_sound(folder) is None


def test_a_backup_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not there"):
        restore(tmp_path / "none.sqlite3", tmp_path / "data", NOON)


def test_a_backup_comes_back_where_there_was_no_store(
    store: Store, folder: Path, tmp_path: Path, now: Clock
) -> None:
    case = store.create(Case(assessments=(Assessment("w", "2026-11-20"),)), "new home")
    made = make_backup(folder, NOON)

    assert restore(made.file, tmp_path / "new", NOON) is None

    other = Store.open(tmp_path / "new", now)
    assert other.load(case.id) == case
    other.close()


@pytest.mark.parametrize("stopped_at", range(12))
def test_a_program_stopped_anywhere_in_restoring_leaves_the_old_or_the_new_store(
    opened: Opened,
    folder: Path,
    full_case: Case,
    monkeypatch: pytest.MonkeyPatch,
    stopped_at: int,
) -> None:
    store = opened()
    made = make_backup(folder, NOON)
    case = store.create(full_case, "new home")
    store.close()
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
        for name in ("replace", "unlink"):
            patch.setattr(Path, name, maybe_stop(getattr(Path, name)))
        with contextlib.suppress(KeyboardInterrupt):
            restore(made.file, folder, NOON)

    store = opened()
    assert store.cases() == [] or store.load(case.id) == case
    assert store._database.problems() == []
    assert not (folder / "cases.next.sqlite3").exists()


def test_an_empty_file_in_place_of_a_store_that_has_backups_is_refused(
    opened: Opened, folder: Path
) -> None:
    store = opened()
    store.create(Case(), "new home")
    made = make_backup(folder, NOON)
    store.close()
    (folder / "cases.sqlite3").write_bytes(b"")

    with pytest.raises(StoreError, match="is empty"):
        opened()

    restore(made.file, folder, NOON)
    assert len(opened().cases()) == 1


def test_a_backup_of_an_older_version_comes_back(
    opened: Opened, folder: Path, full_case: Case
) -> None:
    store = opened()
    case = store.create(full_case, "new home")
    made = make_backup(folder, NOON)
    store.close()
    old = sqlite3.connect(made.file)
    old.executescript(
        """DROP TABLE access; DROP TABLE waiting; DROP TABLE case_key; DROP INDEX case_listed; ALTER TABLE case_ DROP COLUMN digest; ALTER TABLE change DROP COLUMN digest;
        PRAGMA user_version = 3;"""
    )
    old.close()

    restore(made.file, folder, NOON)

    assert opened().load(case.id) == case


def test_a_sample_of_errors_reads_as_two_sentences() -> None:
    for said in (making.BACKUP_RUNS, making.NO_STORE, *making.BACKING_UP):
        error = UserError(*said)
        assert error.message.endswith(".")
        assert error.hint.endswith(".")


def test_an_emptied_home_is_counted_in_no_backup(store: Store, folder: Path) -> None:
    case = store.create(Case(), "new home")
    store.delete(case.id)

    made = make_backup(folder, NOON)

    assert (made.cases, look_into(made)) == (0, [])
    assert replace(made, cases=0) == backups(folder)[0]
