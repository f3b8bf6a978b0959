"""A store that is locked with a passphrase tells nothing to who does not know it."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from falls_app.domain.assessment import Case
from falls_app.domain.evidence import Mark, MarkKind, Photo
from falls_app.errors import UserError
from falls_app.storage import locking, unlocked
from falls_app.storage.backups import backups, look_into, make_backup
from falls_app.storage.bookmark import Place
from falls_app.storage.keys import Cost, new_keys, read_keys
from falls_app.storage.layout import keys_beside
from falls_app.storage.locking import (
    clear_copies,
    lock_store,
    remove_clear_copies,
    take_lock_off,
)
from falls_app.storage.looking import check_store, list_cases, stored_case
from falls_app.storage.recovery_key import groups_of, new_recovery_key, read_recovery_key
from falls_app.storage.repair import repair
from falls_app.storage.restoring import restore
from falls_app.storage.store import Store
from falls_app.storage.tries import Tries, TryLater
from falls_app.storage.trouble import StoreError
from falls_app.storage.unlocked import PassphraseNeeded, change_secret, forget_keys, unlock

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "a lilac tree by the gate"
RECOVERY = new_recovery_key()

Opened = Callable[[], Store]


class Clock:
    """A clock that stands until somebody moves it."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def tries(tmp_path: Path) -> Tries:
    return Tries(tmp_path / "tries", Clock())


@pytest.fixture(autouse=True)
def nothing_unlocked() -> Iterator[None]:
    forget_keys()
    yield
    forget_keys()


def lock(folder: Path, words: str = WORDS) -> None:
    lock_store(folder, *new_keys(words, RECOVERY, CHEAP))


def a_picture() -> bytes:
    Image.linear_gradient("L").resize((60, 40)).save(picture := BytesIO(), "JPEG")
    return picture.getvalue()


@pytest.fixture
def planted(opened: Opened, full_case: Case, folder: Path) -> tuple[str, str]:
    """A store with a home, a photo, a setting and a bookmark, closed again: (case, photo)."""
    store = opened()
    case = store.create(full_case, "new home")
    photo = store.photos.keep(case.id, a_picture()).sha256
    store.set_setting("draft", "Planted words about help")
    store.bookmark.keep(Place(case.id, "walk:Plantedroom"))
    store.close()
    return case.id, photo


def found_in(folder: Path, *words: bytes) -> list[str]:
    """Return the files below a folder in which one of these words can be read."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return [
        each.name
        for each in files
        if any(word in each.read_bytes() or word.decode() in str(each) for word in words)
    ]


PLANTED = ("Zoë".encode(), b"Wobbles", b"Planted", b"Bathroom upstairs", b"JFIF", b"SQLite format")


def test_nothing_of_a_locked_store_can_be_read_without_the_passphrase(
    opened: Opened, folder: Path, planted: tuple[str, str]
) -> None:
    assert len(found_in(folder, *PLANTED)) >= 3

    lock(folder)
    case_id, photo = planted
    store = opened()
    case = store.load(case_id)
    kept = store.photos.keep(case_id, a_picture())
    store.bookmark.keep(Place(case_id, "walk:Plantedroom"))

    assert kept.sha256 == photo
    assert found_in(folder, *PLANTED, photo.encode(), WORDS.encode()) == []
    assert case.person.name == "Zoë"
    assert store.setting("draft", "") == "Planted words about help"


def test_a_photo_of_a_locked_store_is_shown_from_memory(
    opened: Opened, folder: Path, planted: tuple[str, str]
) -> None:
    case_id, sha256 = planted
    lock(folder)
    store = opened()
    store.load(case_id)
    blur = Mark(MarkKind.BLUR, (0.1, 0.1), (0.9, 0.9))

    plain = store.photos.shown(case_id, Photo("p", sha256, 60, 40))
    hidden = store.photos.shown(case_id, Photo("p", sha256, 60, 40, marks=(blur,)))

    assert plain is not None
    assert hidden is not None
    assert Image.open(BytesIO(plain.read_bytes())).size == (60, 40)
    assert hidden.read_bytes() != plain.read_bytes()
    assert found_in(folder, b"JFIF") == []


def test_a_store_opens_with_its_passphrase_or_its_recovery_key_only(
    opened: Opened, folder: Path, planted: tuple[str, str], tries: Tries
) -> None:
    lock(folder)
    forget_keys()
    with pytest.raises(PassphraseNeeded) as refused:
        opened()
    with pytest.raises(StoreError, match="does not open"):
        unlock(refused.value.file, WORDS.upper(), tries)
    with pytest.raises(StoreError, match="does not open"):
        unlock(refused.value.file, new_recovery_key(), tries, "recovery")
    with pytest.raises(PassphraseNeeded):
        opened()

    unlock(refused.value.file, RECOVERY, tries, "recovery")
    assert opened().load(planted[0]).person.name == "Zoë"
    forget_keys()
    unlock(refused.value.file, WORDS, tries)
    assert opened().load(planted[0]).person.name == "Zoë"


def test_what_is_read_from_outside_needs_the_passphrase_too(
    opened: Opened, folder: Path, planted: tuple[str, str], tmp_path: Path, tries: Tries
) -> None:
    lock(folder)
    made = make_backup(folder, NOON)
    forget_keys()
    for work in (
        lambda: list_cases(folder),
        lambda: check_store(folder),
        lambda: make_backup(folder, NOON),
        lambda: repair(folder, tmp_path / "new"),
        lambda: restore(made.file, folder, NOON),
    ):
        with pytest.raises(PassphraseNeeded):
            work()
    assert [(each.is_locked, each.cases) for each in backups(folder)] == [(True, 0)]

    unlock(keys_beside(made.file), WORDS, tries)
    check_store(folder)
    assert [each.id for each in list_cases(folder)] == [planted[0]]
    assert [each.name for each in look_into(made)] == ["Zoë"]
    assert stored_case(folder, planted[0]).person.name == "Zoë"
    assert found_in(folder, *PLANTED) == []


def test_a_changed_passphrase_opens_the_backups_too_and_the_old_one_nothing(
    folder: Path, planted: tuple[str, str], tries: Tries
) -> None:
    lock(folder)
    made = make_backup(folder, NOON)
    key = unlock(keys_beside(made.file), WORDS, tries)
    before = (folder / "cases.sqlite3").read_bytes()

    change_secret(folder, key, "another one", cost=CHEAP)
    forget_keys()

    for file in (keys_beside(folder / "cases.sqlite3"), keys_beside(made.file)):
        with pytest.raises(StoreError, match="does not open"):
            unlock(file, WORDS, tries)
        assert unlock(file, "another one", tries) == key
        assert unlock(file, RECOVERY, tries, "recovery") == key
    assert (folder / "cases.sqlite3").read_bytes() == before


def test_a_higher_cost_is_taken_with_the_next_passphrase(
    folder: Path, planted: tuple[str, str], tries: Tries
) -> None:
    lock(folder)
    file = keys_beside(folder / "cases.sqlite3")
    dear = Cost(memory_kib=128, passes=2, lanes=1)

    change_secret(folder, unlock(file, WORDS, tries), WORDS, cost=dear)

    assert read_keys(file).wraps["passphrase"].cost == dear
    assert read_keys(file).wraps["recovery"].cost == CHEAP
    unlock(file, WORDS, tries)


def test_the_lock_can_be_taken_off_again(
    opened: Opened, folder: Path, planted: tuple[str, str], full_case: Case
) -> None:
    lock(folder)
    opened().close()

    take_lock_off(folder)
    forget_keys()

    store = opened()
    assert not store.is_locked
    assert store.load(planted[0]).assessments == full_case.assessments
    assert store.photos.file(planted[0], planted[1]).is_file()
    assert not list(folder.rglob("*.sealed"))
    check_store(folder)


def test_what_stays_in_clear_when_a_store_is_locked_is_told_and_can_be_removed(
    opened: Opened, folder: Path, planted: tuple[str, str]
) -> None:
    made = make_backup(folder, NOON)
    restore(made.file, folder, NOON)
    lock(folder)
    locked = make_backup(folder, NOON + timedelta(days=1))

    assert [each.name for each in clear_copies(folder)] == [made.file.name, "cases.sqlite3"]
    remove_clear_copies(folder)

    assert clear_copies(folder) == []
    assert found_in(folder, *PLANTED) == []
    assert [each.file for each in backups(folder)] == [locked.file]


def test_a_backup_that_is_not_locked_comes_back_locked(
    opened: Opened, folder: Path, planted: tuple[str, str]
) -> None:
    made = make_backup(folder, NOON)
    lock(folder)
    remove = opened().photos.file(*planted)
    opened().close()
    remove.unlink(missing_ok=True)

    restore(made.file, folder, NOON)
    store = opened()
    store.load(planted[0])
    picture = store.photos.picture(*planted)

    assert store.is_locked
    assert picture is not None
    assert Image.open(BytesIO(picture.read_bytes())).size == (60, 40)
    remove_clear_copies(folder)
    assert found_in(folder, *PLANTED) == []


def test_a_locked_backup_comes_back_locked_in_the_place_of_a_store_that_is_not(
    opened: Opened, folder: Path, planted: tuple[str, str], tries: Tries
) -> None:
    lock(folder)
    made = make_backup(folder, NOON)
    take_lock_off(folder)
    forget_keys()
    unlock(keys_beside(made.file), WORDS, tries)

    kept = restore(made.file, folder, NOON)

    assert kept is not None
    store = opened()
    assert store.is_locked
    store.load(planted[0])
    assert store.photos.picture(*planted) is not None
    assert [each.parent for each in clear_copies(folder)] == [kept]


@pytest.mark.parametrize("moment", range(0, 40, 2))
def test_a_program_that_is_stopped_while_it_locks_leaves_a_store_that_is_whole(
    opened: Opened, folder: Path, planted: tuple[str, str], moment: int,
    monkeypatch: pytest.MonkeyPatch, tries: Tries,
) -> None:  # fmt: skip
    class Killed(BaseException):
        pass

    calls = iter(range(1000))

    def dying(real: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **more: object) -> object:
            if next(calls) >= moment:
                raise Killed
            return real(*words, **more)

        return call

    with monkeypatch.context() as patched:
        for name in ("replace", "unlink"):
            patched.setattr(Path, name, dying(getattr(Path, name)))
        for name in ("export", "write_keys", "finish", "write_file"):
            patched.setattr(locking, name, dying(getattr(locking, name)))
        try:
            lock(folder)
        except Killed:
            is_done = False
        else:
            is_done = True
    forget_keys()

    try:
        store = opened()
    except PassphraseNeeded as needed:
        unlock(needed.file, WORDS, tries)
        store = opened()
    assert store.load(planted[0]).person.name == "Zoë"
    assert store.photos.picture(*planted) is not None
    assert store.is_locked or not is_done
    store.close()
    check_store(folder)
    assert not list(folder.rglob("*.part*"))
    assert bool(list(folder.rglob("photos/*/*.jpg"))) != store.is_locked
    assert bool(list(folder.rglob("photos/*/*.sealed"))) == store.is_locked


def test_a_damaged_locked_store_is_repaired_with_its_photos(
    opened: Opened, folder: Path, planted: tuple[str, str], full_case: Case, tmp_path: Path
) -> None:
    lock(folder)
    store = opened()
    note = store.load(planted[0])
    store.close()
    data = bytearray((folder / "cases.sqlite3").read_bytes())
    data[5] ^= 1  # the salt: SQLCipher reads nothing any more
    (folder / "cases.sqlite3").write_bytes(data)
    with pytest.raises(StoreError, match="cannot be read"):
        opened()

    said = repair(folder, tmp_path / "new")

    assert said == ["1 home was saved, whole."]
    new = Store.open(tmp_path / "new", lambda: NOON)
    assert new.is_locked
    assert new.load(planted[0]) == note
    assert new.photos.picture(*planted) is not None
    assert found_in(tmp_path / "new", *PLANTED) == []
    new.close()


def test_a_photo_that_the_disk_has_changed_is_seen(
    opened: Opened, folder: Path, planted: tuple[str, str]
) -> None:
    lock(folder)
    check_store(folder)
    (photo,) = folder.glob("photos/*/*.sealed")
    data = bytearray(photo.read_bytes())
    data[100] ^= 1
    photo.write_bytes(data)

    with pytest.raises(StoreError, match="photo"):
        check_store(folder)
    store = opened()
    store.load(planted[0])
    picture = store.photos.picture(*planted)
    assert picture is not None
    with pytest.raises(StoreError, match="photo"):
        picture.read_bytes()


@pytest.mark.parametrize("harm", [b"", b"{}", b"[]", b"{" * 9999, b"x" * 20_000, None])
def test_a_key_file_that_the_disk_has_changed_is_refused_in_a_sentence(
    opened: Opened, folder: Path, planted: tuple[str, str], harm: bytes | None
) -> None:
    lock(folder)
    file = keys_beside(folder / "cases.sqlite3")
    text = file.read_bytes()
    file.write_bytes(text.replace(b'"passes": 1', b'"passes": 9') if harm is None else harm)

    with pytest.raises(StoreError, match="file with the keys"):
        opened()


@pytest.mark.parametrize(("word", "odd"), [("id", []), ("id", None), ("salt", "AA==")])
def test_a_key_file_that_somebody_made_up_is_refused_in_a_sentence(
    opened: Opened, folder: Path, planted: tuple[str, str], word: str, odd: object
) -> None:
    lock(folder)
    file = keys_beside(folder / "cases.sqlite3")
    said = json.loads(file.read_bytes())
    del said["sum"]
    (said if word == "id" else said["passphrase"])[word] = odd
    said["sum"] = sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
    file.write_text(json.dumps(said))

    with pytest.raises(StoreError, match="file with the keys"):
        opened()


def test_a_damaged_key_file_is_mended_from_a_backup_and_no_answer_is_lost(
    opened: Opened, folder: Path, planted: tuple[str, str], tries: Tries
) -> None:
    lock(folder)
    make_backup(folder, NOON)
    store = opened()
    store.set_setting("draft", "after the backup")
    store.close()
    file = keys_beside(folder / "cases.sqlite3")
    before = file.read_bytes()
    file.write_bytes(before[:200])
    forget_keys()

    with pytest.raises(PassphraseNeeded) as needed:
        opened()
    unlock(needed.value.file, WORDS, tries)
    store = opened()

    assert store.setting("draft", "") == "after the backup"
    assert file.read_bytes() == before


def test_a_key_file_that_is_missing_is_told_from_damage_and_taken_from_a_backup(
    opened: Opened, folder: Path, planted: tuple[str, str], tries: Tries
) -> None:
    opened().close()
    assert not unlocked.looks_locked(folder / "cases.sqlite3")
    lock(folder)
    file = keys_beside(folder / "cases.sqlite3")
    before, answers = file.read_bytes(), (folder / "cases.sqlite3").read_bytes()
    file.unlink()
    with pytest.raises(StoreError, match="is not there"):
        opened()
    assert (folder / "cases.sqlite3").read_bytes() == answers

    file.write_bytes(before)
    made = make_backup(folder, NOON)
    file.unlink()
    forget_keys()
    with pytest.raises(PassphraseNeeded) as needed:
        opened()
    assert needed.value.file == keys_beside(made.file)
    unlock(needed.value.file, WORDS, tries)
    assert opened().load(planted[0]).person.name == "Zoë"
    assert file.read_bytes() == before


def test_from_the_fifth_wrong_try_there_is_a_pause_that_a_new_start_does_not_end(
    folder: Path, planted: tuple[str, str], tmp_path: Path
) -> None:
    lock(folder)
    clock, file = Clock(), keys_beside(folder / "cases.sqlite3")

    def try_it(words: str) -> None:
        unlock(file, words, Tries(tmp_path / "tries", clock))

    for _wrong in range(4):
        with pytest.raises(StoreError, match="does not open"):
            try_it("wrong")
    pauses = []
    for _wrong in range(14):
        with pytest.raises(TryLater) as early:
            try_it(WORDS)
        pauses.append(early.value.seconds)
        clock.time += timedelta(seconds=early.value.seconds)
        with pytest.raises(StoreError, match="does not open"):
            try_it("wrong")
    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]

    clock.time -= timedelta(days=400)
    with pytest.raises(TryLater):
        try_it(WORDS)
    clock.time += timedelta(minutes=15)
    try_it(WORDS)
    try_it(WORDS)


def test_a_recovery_key_is_read_however_it_is_typed_and_a_slip_is_seen() -> None:
    code = new_recovery_key()

    assert len(groups_of(code)) == 7
    assert read_recovery_key(code.lower().replace("-", " ")) == code
    for place, sign in enumerate(code):
        other = "A" if sign != "A" else "B"
        if sign != "-":
            with pytest.raises(UserError):
                read_recovery_key(code[:place] + other + code[place + 1 :])
    with pytest.raises(UserError):
        read_recovery_key("O0I1")


def test_a_store_copied_without_its_key_file_does_not_open(
    opened: Opened, folder: Path, planted: tuple[str, str], tmp_path: Path
) -> None:
    lock(folder)
    (tmp_path / "stolen").mkdir()
    shutil.copy(folder / "cases.sqlite3", tmp_path / "stolen")

    with pytest.raises(StoreError):
        Store.open(tmp_path / "stolen", lambda: NOON)


def test_keys_are_never_shown_by_what_holds_them(folder: Path, planted: tuple[str, str]) -> None:
    lock(folder)
    key = unlocked.key_of(folder / "cases.sqlite3")

    assert key is not None
    assert key.for_pages not in repr(key)
    assert repr(key.secret) not in repr(key)


# ------------------------------------------------------------------ photos as they came


def test_a_photo_as_it_came_is_locked_opened_backed_up_and_brought_back_like_the_others(
    opened: Opened, folder: Path, full_case: Case, tmp_path: Path
) -> None:
    store = opened()
    exif = Image.Exif()
    exif[0x010E] = "Plantedplace"
    Image.linear_gradient("L").resize((60, 40)).save(came := BytesIO(), "JPEG", exif=exif)
    case = store.create(full_case, "new home")
    kept = store.photos.keep(case.id, came.getvalue(), with_original=True)
    photo = Photo("p", kept.sha256, kept.width, kept.height)
    _with_photo(store, case, photo)
    store.close()
    assert found_in(folder / "photos", b"Plantedplace")

    lock(folder)
    assert not found_in(folder, b"Plantedplace")
    store = opened()
    store.load(case.id)
    assert store.photos.original(case.id, kept.sha256) == came.getvalue()
    blurred = Photo("p", kept.sha256, 60, 40, marks=(Mark(MarkKind.BLUR, (0, 0), (0.5, 0.5)),))
    assert store.photos.shown(case.id, blurred)
    made = make_backup(folder, NOON)
    store.close()
    check_store(folder)
    shutil.rmtree(folder / "photos")
    restore(made.file, folder, NOON)
    store = opened()
    store.load(case.id)
    assert store.photos.original(case.id, kept.sha256) == came.getvalue()
    store.close()
    repair(folder, tmp_path / "new")
    assert len(list((tmp_path / "new" / "photos").rglob("*.sealed"))) == 3

    take_lock_off(folder)
    store = opened()
    store.load(case.id)
    assert store.photos.original(case.id, kept.sha256) == came.getvalue()
    names = sorted(each.suffix for each in (folder / "photos" / case.id).iterdir())
    assert names == [".jpg", ".original"]
    store.close()
    check_store(folder)
    original = store.photos.original_file(case.id, kept.sha256)
    original.write_bytes(original.read_bytes()[:-1] + b"?")
    with pytest.raises(StoreError, match="photo"):
        check_store(folder)


def _with_photo(store: Store, case: Case, photo: Photo) -> None:
    walk = case.assessment
    assert walk is not None
    finding = replace(next(iter(walk.findings.values())), photos=(photo,))
    store.save(case, case.with_assessment(walk.with_finding(finding)), "photo")


def test_a_backup_keeps_a_photo_as_it_came_for_as_long_as_its_picture(
    opened: Opened, folder: Path, full_case: Case
) -> None:
    store = opened()
    case = store.create(full_case, "new home")
    kept = store.photos.keep(case.id, a_picture(), with_original=True)
    _with_photo(store, case, Photo("p", kept.sha256, kept.width, kept.height))
    make_backup(folder, NOON)
    store.photos.remove(case.id)

    make_backup(folder, NOON + timedelta(hours=1))

    endings = sorted(file.suffix for file in (folder / "backups" / "photos").glob("*/*"))
    assert endings == [".jpg", ".original"]
