"""A home as one file: what was written comes back, and nothing odd is let in."""

import json
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable
from dataclasses import fields, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from falls_app.content.checks import load_checklist
from falls_app.domain.assessment import Assessment, Case, Finding, Helper, StepChoice
from falls_app.domain.bones import Bones, Height
from falls_app.domain.checklist import Answer, Checklist
from falls_app.domain.evidence import Photo
from falls_app.domain.home import Home, Room
from falls_app.domain.merging import differences, merged
from falls_app.domain.person import Person
from falls_app.domain.visit import SignedVersion
from falls_app.errors import UserError
from falls_app.storage import bundle, sealing
from falls_app.storage.arrival import Taking, base_of, bring_in, keep_past, past_of
from falls_app.storage.bundle import Past, write_bundle, write_text
from falls_app.storage.case_file import write_case
from falls_app.storage.photos import remade
from falls_app.storage.store import Store
from falls_app.storage.trouble import StoreError
from falls_app.storage.unpacking import unpack
from tests.newer import newer_bundle

CHECKS = load_checklist()
CASE_ID = "6b1d0c5e-7f43-4f5d-9a9e-0c1a2b3c4d5e"


def picture(size: tuple[int, int] = (64, 48), kind: str = "JPEG", **more: Any) -> bytes:
    data = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(data, kind, **more)
    return data.getvalue()


PHOTO = remade(picture())


def photo_of(data: bytes, size: tuple[int, int] = (64, 48)) -> Photo:
    return Photo("p1", sha256(data).hexdigest(), *size, "The tub")


def case_with(*photos: Photo) -> Case:
    found = Finding("BTH02", Answer.HAZARD, "bath", "Slippery", photos=photos)
    return Case(
        CASE_ID,
        Person("Zoë"),
        Home((Room("bath", "BTH", "Bathroom"),)),
        (Assessment("", "2026-11-20", findings={found.place: found}),),
    )


CASE = case_with(photo_of(PHOTO))


def write(file: Path, case: Case = CASE, data: bytes = PHOTO, **more: Any) -> Path:
    write_bundle(case, file, lambda _photo: data, content="2026.11", **more)
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "zoe.steadyhome")


def refused(file: Path, **more: Any) -> str:
    with pytest.raises(StoreError) as found, unpack(file, CHECKS, **more):
        pass
    return found.value.message


def changed(file: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Write the file again with other members, and a manifest that fits them."""
    with zipfile.ZipFile(file) as old:
        members = {name: old.read(name) for name in old.namelist()}
    change(members)
    if (manifest := members.get("manifest.json", b"")[:1]) == b"{":
        form = json.loads(members["manifest.json"])
        form["members"] = {
            name: sha256(data).hexdigest()
            for name, data in members.items()
            if name != "manifest.json"
        }
        members["manifest.json"] = json.dumps(form).encode()
    assert manifest in (b"{", b"")
    with zipfile.ZipFile(file, "w") as new:
        for name, data in members.items():
            new.writestr(name, data)
    return file


# ------------------------------------------------------------------ there and back


@pytest.mark.parametrize("passphrase", ["", "Grüße"])
def test_what_was_written_comes_back_with_its_photos(passphrase: str, tmp_path: Path) -> None:
    file = write(tmp_path / "zoe.steadyhome", passphrase=passphrase)

    with unpack(file, CHECKS, passphrase) as home:
        assert home.case == CASE
        assert list(home.pictures) == [PHOTO]
    assert (b"Zo\xc3\xab" in file.read_bytes()) is False
    assert [each.name for each in tmp_path.iterdir()] == ["zoe.steadyhome"]


def test_a_large_locked_file_is_read_here_and_there(tmp_path: Path) -> None:
    data = remade(picture((1200, 1000)))
    assert len(data) > 4 * sealing.PIECE
    case = case_with(photo_of(data, (1200, 1000)))

    file = write(tmp_path / "a.steadyhome", case, data, passphrase="pass")

    with unpack(file, CHECKS, "pass") as home:
        assert list(home.pictures) == [data]


def test_a_photo_leaves_without_its_place_and_its_device(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "A phone"
    told = picture(exif=exif)
    assert b"A phone" in told

    case = case_with(photo_of(told))
    case = case.with_assessment(case.assessments[0].with_page(("BTH", "bath"), case.photos))
    case = replace(case, choices={"own-1": StepChoice("own-1", photos=(photo_of(told),))})
    file = write(tmp_path / "a.steadyhome", case, told)

    with unpack(file, CHECKS) as home:
        (data,) = home.pictures
        here = [each.sha256 for each in home.case.photos]
        made = "of a finding, of a paper page, and of a step of one's own"
        assert here == [sha256(data).hexdigest()] * 3, made
    assert b"A phone" not in data


def test_a_file_that_cannot_be_written_leaves_the_one_that_was_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    monkeypatch.setattr(bundle, "MOST_PHOTOS", 0)

    with pytest.raises(UserError, match="too large"):
        write(file, replace(CASE, person=Person("Ada")))
    with pytest.raises(StoreError, match="cannot be written"):
        write_text("", file.parent)

    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_whatever_a_case_can_hold_goes_out_comes_in_and_is_merged(
    full_case: Case, checklist: Checklist, tmp_path: Path
) -> None:
    unset = [
        each.name
        for each in fields(Case)
        if getattr(full_case, each.name) == getattr(Case(), each.name)
    ]
    assert unset == ["id", "updated"]
    case = replace(full_case, signed=())  # what it keeps there is no case
    write_bundle(case, tmp_path / "a", lambda _photo: None, content="2026.11")

    with unpack(tmp_path / "a", checklist) as home:
        assert home.case == case
    found = differences(Case(), full_case)
    assert merged(Case(), full_case, [each.key for each in found]) == full_case


# ------------------------------------------------------------------ locked


def test_a_locked_file_needs_its_passphrase(tmp_path: Path) -> None:
    file = write(tmp_path / "a", passphrase="right")

    assert "locked" in refused(file)
    assert "does not open" in refused(file, passphrase="wrong")


@pytest.mark.parametrize("place", [0.02, 0.5, 0.99])
def test_a_locked_file_that_was_changed_anywhere_is_refused(place: float, tmp_path: Path) -> None:
    data = bytearray(write(tmp_path / "a", passphrase="right").read_bytes())
    data[int(len(data) * place)] ^= 1
    (tmp_path / "a").write_bytes(data)

    assert refused(tmp_path / "a", passphrase="right")


def test_a_locked_file_that_lost_its_end_or_asks_too_much_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "a", passphrase="right")
    whole = file.read_bytes()

    for size in (20, 48, 60, len(whole) - 1):
        file.write_bytes(whole[:size])
        assert refused(file, passphrase="right")
    greedy = whole[:17] + (1 << 30).to_bytes(4, "big") + whole[21:]
    file.write_bytes(greedy)
    assert "not whole" in refused(file, passphrase="right")
    file.write_bytes(whole[:16] + b"\x02" + whole[17:])
    assert "newer" in refused(file, passphrase="right")


# ------------------------------------------------------------------ hostile


def test_a_member_of_another_name_a_second_one_or_a_link_is_refused(file: Path) -> None:
    for name in ("../case.json", "/etc/passwd", "photos/../../x.jpg", "C:\\x.jpg", "a.txt"):
        assert "not made" in refused(
            changed(write(file), lambda all_, name=name: all_.update({name: b"x"}))
        )
    with zipfile.ZipFile(write(file), "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("case.json", b"{}")
    assert "not made" in refused(file)
    with zipfile.ZipFile(write(file), "a") as opened:
        link = zipfile.ZipInfo("photos/" + "a" * 64 + ".jpg")
        link.external_attr = 0o120777 << 16
        opened.writestr(link, "/etc/passwd")
    assert "not made" in refused(file)


def test_a_bomb_is_not_unpacked(file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("manifest.json", b"0" * (1 << 20))
        opened.writestr("case.json", b"0" * (64 << 20))

    assert "larger" in refused(file)


@pytest.mark.parametrize(
    "case",
    [
        replace(CASE, person=Person("Z" * 2000)),
        replace(CASE, helpers=(Helper("A"),) * 500),
        replace(CASE, home=Home(tuple(Room(f"r{n}", "BED", "B") for n in range(500)))),
        replace(CASE, bones=Bones(heights=(Height("", 160.0),) * 5_000)),
    ],
    ids=["name", "helpers", "rooms", "heights"],
)
def test_a_home_with_more_of_something_than_any_home_has_is_refused(
    case: Case, tmp_path: Path
) -> None:
    write_text(write_case(replace(case, assessments=(Assessment("1", ""),))), tmp_path / "a.json")

    assert "larger" in refused(tmp_path / "a.json")


def test_a_signed_version_that_is_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    bomb = b64encode(zlib.compress(b" " * (50 << 20))).decode()
    case = replace(CASE, signed=(SignedVersion("a" * 64, (), kept=bomb),))
    file.write_text(write_case(case), encoding="utf-8")

    assert "signed version" in refused(file)


def test_what_the_manifest_does_not_fit_is_refused(file: Path) -> None:
    with zipfile.ZipFile(file) as old:
        members = {name: old.read(name) for name in old.namelist()}
    for name in members:
        with zipfile.ZipFile(file, "w") as new:
            for each, data in members.items():
                if each != name:
                    new.writestr(each, data)
        assert refused(file)
    with zipfile.ZipFile(file, "w") as new:
        for each, data in members.items():
            new.writestr(each, data.replace(b"Slippery", b"Sliding!"))
    assert "not whole" in refused(file)


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture(kind="PNG"),
        PHOTO[:-200],
        PHOTO + b"more",
        picture(comment=b"from a phone"),
        picture(size=(2400, 2)),
    ],
)  # fmt: skip
def test_a_picture_that_we_did_not_make_is_refused(file: Path, data: bytes) -> None:
    case = write_case(case_with(photo_of(data))).encode()
    name = f"photos/{sha256(data).hexdigest()}.jpg"

    def change(members: dict[str, bytes]) -> None:
        members.pop(f"photos/{sha256(PHOTO).hexdigest()}.jpg")
        members.update({name: data, "case.json": case})

    assert "photo" in refused(changed(file, change))


def _said(**more: Any) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        form = json.loads(members["manifest.json"])
        members["manifest.json"] = json.dumps({**form, **more}).encode()

    return change


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"version": 2}, "newer"),
        ({"version": 0}, "not made"),
        ({"format": "other"}, "no home"),
        ({"case": "../.."}, "not made"),
        ({"case": CASE_ID.upper()}, "not made"),
        ({"walks": []}, "not made"),
        ({"walks": ["ä"]}, "not made"),
        ({"seen": ["x"]}, "not made"),
        ({"content": 7}, "not made"),
    ],
)
def test_a_manifest_that_says_odd_things_is_refused(
    file: Path, more: dict[str, Any], words: str
) -> None:
    assert words in refused(changed(file, _said(**more)))


def test_a_check_that_only_a_newer_program_knows_is_told_as_such(file: Path) -> None:
    def change(members: dict[str, bytes]) -> None:
        members["case.json"] = members["case.json"].replace(b"BTH02", b"BTH99")

    assert "BTH99" in refused(changed(file, change))
    assert "newer" in refused(changed(file, _said(content="2099.01")))


def test_what_we_know_of_a_newer_file_is_read_when_somebody_asks_for_it(
    file: Path, tmp_path: Path
) -> None:
    newer = newer_bundle(file, tmp_path / "newer.steadyhome")
    assert "newer" in refused(newer)

    with unpack(newer, CHECKS, also_newer=True) as home:
        assert home.is_newer
        assert home.case.id == CASE_ID
        (walk,) = home.case.assessments
        assert [check for check, _room in walk.findings] == ["BTH02"]
        assert list(home.pictures) == [PHOTO]

    with unpack(file, CHECKS, also_newer=True) as home:
        assert not home.is_newer
    text = json.dumps({**json.loads(write_case(CASE)), "version": 2})
    (tmp_path / "newer.json").write_text(text, encoding="utf-8")
    assert "newer" in refused(tmp_path / "newer.json")
    with unpack(tmp_path / "newer.json", CHECKS, also_newer=True) as home:
        assert home.is_newer
        assert home.case.person.name == "Zoë"


def test_a_newer_file_that_says_what_we_cannot_read_is_refused(file: Path, tmp_path: Path) -> None:
    newer = newer_bundle(file, tmp_path / "newer.steadyhome", answer="dim")

    assert "newer" in refused(newer, also_newer=True)
    odd = changed(file, lambda members: members.update({"sounds/knock.ogg": b""}))
    assert "not made" in refused(odd, also_newer=True)


def test_other_files_and_none_at_all_are_refused_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a"
    assert "no such file" in refused(file)
    assert "no home" in refused(tmp_path)
    for text in (b"", b"hello", b"\x89PNG\r\n", b"SQLite format 3\0"):
        file.write_bytes(text)
        assert "no home" in refused(file)
    for text in (b"{", b'{"format":', b"PK\x03\x04", b"PK" + b"\0" * 40, b"{" * 90_000):
        file.write_bytes(text)
        assert refused(file)
    file.write_bytes(b"{" + b" " * bundle.LARGEST_CASE)
    assert "larger" in refused(file)


def test_what_nobody_can_see_in_a_text_becomes_a_space(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    case = replace(CASE, person=Person("Zo\x00e\u202e\b A\tb"), assessments=(Assessment("1", ""),))
    file.write_text(write_case(case), encoding="utf-8")

    with unpack(file, CHECKS) as home:
        assert home.case.person.name == "Zo e  A\tb"


# ------------------------------------------------------------------ into the store


def files_in(folder: Path) -> set[str]:
    return {each.name for each in folder.rglob("*.jpg")}


def test_a_home_keeps_its_id_and_gets_another_where_it_is_there_already(
    file: Path, store: Store
) -> None:
    with unpack(file, CHECKS) as home:
        first = bring_in(store, home, "a home")
        second = bring_in(store, home, "a home")

    assert first.id == CASE_ID != second.id
    assert store.load(second.id).assessments == store.load(first.id).assessments == CASE.assessments
    assert store.photos.data(second.id, CASE.photos[0].sha256) == PHOTO


def test_a_home_that_cannot_be_written_leaves_nothing(
    file: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(store, "create", full)
    with unpack(file, CHECKS) as home, pytest.raises(StoreError):
        bring_in(store, home, "a home")

    assert store.cases() == []
    assert files_in(store.folder) == set()


def test_a_home_that_is_stopped_half_way_takes_back_only_what_it_brought(
    tmp_path: Path, store: Store
) -> None:
    other, file = remade(picture((80, 40))), tmp_path / "two.steadyhome"
    tub, step = photo_of(PHOTO), replace(photo_of(other, (80, 40)), id="p2")
    data = {tub.sha256: PHOTO, step.sha256: other}
    write_bundle(case_with(tub, step), file, lambda each: data[each.sha256], content="2026.11")
    store.photos.keep_plain(CASE_ID, PHOTO)

    with unpack(file, CHECKS) as home:
        assert home.count == 2
        for case_id, left in ((CASE_ID, {f"{tub.sha256}.jpg"}), ("another", set())):
            once = iter((None,)).__next__
            with pytest.raises(StopIteration):
                Taking(store.photos, case_id).keep(home.pictures, once)
            assert files_in(store.folder / "photos" / case_id) == left


def test_pictures_beside_a_case_file_come_along(tmp_path: Path, store: Store) -> None:
    file, beside = tmp_path / "zoe.json", tmp_path / "zoe.photos"
    file.write_text(write_case(CASE), encoding="utf-8")
    beside.mkdir()
    (beside / "tub.jpg").write_bytes(PHOTO)
    (beside / "other.jpg").write_bytes(b"something else")

    with unpack(file, CHECKS) as home:
        made = bring_in(store, home, "a home")

    assert files_in(store.folder) == {f"{made.photos[0].sha256}.jpg"}


def test_the_value_that_two_computers_had_is_known_when_the_file_comes_back(
    file: Path, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unpack(file, CHECKS) as home:
        here = bring_in(store, home, "a home")
        past = home.past
    changed_there = replace(CASE, person=Person("Zoë M."))
    write(file, changed_there, past=past)

    with unpack(file, CHECKS) as home:
        assert base_of(store, home, CHECKS) == replace(here, id="", updated="")
        keep_past(store, CASE_ID, Past(("0" * 64,), "{}"))
        assert base_of(store, home, CHECKS) is None
        keep_past(store, CASE_ID, replace(past_of(store, CASE_ID), base=""))
        assert base_of(store, home, CHECKS) is None
