"""Photos are kept upright, small, and without where they were taken."""

import os
import stat
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from falls_app.domain.evidence import Mark, MarkKind, Photo
from falls_app.errors import UserError
from falls_app.storage import photos as module
from falls_app.storage.originals import ending_of
from falls_app.storage.photos import PhotoFolder

LYING = 6
"""How a phone held upright marks its picture, which lies on its side in the file."""


@pytest.fixture
def photos(tmp_path: Path) -> PhotoFolder:
    return PhotoFolder(tmp_path / "photos")


def picture(size: tuple[int, int] = (400, 300), kind: str = "JPEG", **more: Any) -> bytes:
    """A picture that is red at its left and blue at its right."""
    made = Image.new("RGB", size, "red")
    made.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    data = BytesIO()
    made.save(data, kind, **more)
    return data.getvalue()


def exif(**tags: Any) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = LYING
    made[0x010F] = "A phone"
    made.get_ifd(0x8825)[1] = "N"
    return made


def opened(photos: PhotoFolder, sha256: str, case: str = "c") -> Image.Image:
    with Image.open(photos.file(case, sha256)) as kept:
        kept.load()
        return kept


def test_a_photo_turned_sideways_stands_upright_and_tells_no_place(photos: PhotoFolder) -> None:
    kept = photos.keep("c", picture(exif=exif()))

    shown = opened(photos, kept.sha256)
    assert shown.size == (kept.width, kept.height) == (300, 400)
    red, _green, blue = shown.getpixel((150, 20))  # type: ignore[misc]
    assert red > 200 > 100 > blue
    assert not shown.getexif()
    assert b"A phone" not in photos.file("c", kept.sha256).read_bytes()


def test_a_large_photo_becomes_small_enough(photos: PhotoFolder) -> None:
    kept = photos.keep("c", picture((5000, 2500)))

    assert (kept.width, kept.height) == (2000, 1000)


def test_a_picture_that_is_far_longer_than_wide_is_taken(photos: PhotoFolder) -> None:
    kept = photos.keep("c", picture((9000, 2)))

    assert (kept.width, kept.height) == (2000, 1)


@pytest.mark.parametrize("progressive", [True, False])
def test_a_picture_packed_in_thousands_of_goes_is_refused(
    photos: PhotoFolder, progressive: bool
) -> None:
    data = picture(progressive=progressive)
    scan = data.rindex(b"\xff\xda")

    with pytest.raises(UserError, match="not whole"):
        photos.keep("c", data[:-2] + data[scan:-2] * 200 + data[-2:])


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGBA", "PNG"), ("P", "GIF"), ("L", "WEBP"), ("1", "PNG")]
)
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_read(
    photos: PhotoFolder, mode: str, kind: str
) -> None:
    data = BytesIO()
    side = 12_000 if mode == "1" else 4_100  # Pillow itself would only warn of it
    Image.new(mode, (side, side)).save(data, kind)

    with pytest.raises(UserError, match="more dots"):
        photos.keep("c", data.getvalue())


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "BMP", "TIFF", "GIF"])
def test_other_kinds_of_pictures_are_taken(photos: PhotoFolder, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "picture"
    file.write_bytes(picture(kind=kind))

    kept = photos.keep("c", file)

    assert opened(photos, kept.sha256).format == "JPEG"


def test_what_is_clear_in_a_picture_becomes_white(photos: PhotoFolder) -> None:
    data = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(data, "PNG")

    kept = photos.keep("c", data.getvalue())

    assert opened(photos, kept.sha256).getpixel((10, 10)) == (255, 255, 255)


def test_the_same_picture_is_kept_once_and_only_for_its_owner(photos: PhotoFolder) -> None:
    first, second = photos.keep("c", picture()), photos.keep("c", picture())

    file = photos.file("c", first.sha256)
    assert first == second
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no photo"),
        (b"words", "no photo"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no photo"),
        (picture()[: len(picture()) // 2], "not whole"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "HEIC"),
    ],
)
def test_what_is_no_whole_photo_is_refused_in_a_sentence(
    photos: PhotoFolder, data: bytes, says: str
) -> None:
    with pytest.raises(UserError) as error:
        photos.keep("c", data)

    assert says in error.value.message
    assert error.value.hint
    assert not photos.file("c", "").parent.exists()


def test_a_picture_that_swells_is_refused(
    photos: PhotoFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_PIXELS", 1000)

    with pytest.raises(UserError):
        photos.keep("c", picture((100, 100)))


def test_a_file_of_more_than_40_megabytes_is_refused(
    photos: PhotoFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_FILE", 10)

    with pytest.raises(UserError, match="40 MB"):
        photos.keep("c", picture())


def test_what_is_blurred_is_not_in_the_picture_that_is_shown(photos: PhotoFolder) -> None:
    fine = Image.effect_noise((400, 300), 120)
    data = BytesIO()
    fine.save(data, "PNG")
    kept = photos.keep("c", data.getvalue())
    blur = Mark(MarkKind.BLUR, (0.75, 0.5), (0.25, 0.0))

    plain = photos.shown("c", Photo("p", kept.sha256, 400, 300))
    shown = photos.shown("c", Photo("p", kept.sha256, 400, 300, marks=(blur,)))

    assert plain == photos.file("c", kept.sha256)
    assert shown is not None
    inside, outside = (120, 20, 280, 140), (0, 160, 400, 300)
    assert _spread(shown, inside) < _spread(plain, inside) / 2
    assert _spread(shown, outside) > _spread(plain, outside) * 0.8


def _spread(file: Path, part: tuple[int, int, int, int]) -> float:
    """How much neighbors differ in a part of a picture."""
    with Image.open(file) as opened:
        grey = opened.convert("L").crop(part)
    values = list(grey.tobytes())
    return sum(abs(a - b) for a, b in pairwise(values)) / len(values)


def test_a_picture_that_is_not_there_shows_nothing(photos: PhotoFolder) -> None:
    assert photos.shown("c", Photo("p", "0" * 64, 4, 3)) is None


def test_a_copied_picture_is_the_same_and_a_changed_one_is_refused(
    photos: PhotoFolder, tmp_path: Path
) -> None:
    kept = photos.keep("c", picture())
    source = photos.file("c", kept.sha256)

    photos.copy("d", source, kept.sha256)
    with pytest.raises(UserError):
        photos.copy("d", source, "0" * 64)

    assert photos.file("d", kept.sha256).read_bytes() == source.read_bytes()


def test_all_pictures_of_a_case_go_with_it(photos: PhotoFolder) -> None:
    kept, other = photos.keep("c", picture()), photos.keep("d", picture())

    photos.remove("c")
    photos.remove("nobody")

    assert not photos.file("c", kept.sha256).parent.exists()
    assert photos.file("d", other.sha256).is_file()


def test_a_full_disk_leaves_no_half_picture(
    photos: PhotoFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            photos.keep("c", picture())

    assert list(photos.file("c", "").parent.iterdir()) == []
    assert photos.file("c", photos.keep("c", picture()).sha256).is_file()


# ------------------------------------------------------------------ as they came


def test_a_photo_is_kept_as_it_came_only_if_that_is_asked(
    photos: PhotoFolder, tmp_path: Path
) -> None:
    came = picture(exif=exif())
    file = tmp_path / "IMG_Quist.jpg"
    file.write_bytes(came)

    kept = photos.keep("c", file)
    assert not photos.has_original("c", kept.sha256)
    assert photos.original("c", kept.sha256) is None

    assert photos.keep("c", file, with_original=True) == kept
    assert photos.original("c", kept.sha256) == came
    assert b"A phone" not in photos.file("c", kept.sha256).read_bytes()
    names = [each.name for each in (tmp_path / "photos").rglob("*")]
    assert not [name for name in names if "Quist" in name or name.endswith((".part", ".JPG"))]
    assert stat.S_IMODE(photos.original_file("c", kept.sha256).stat().st_mode) == 0o600


def test_an_original_is_removed_here_and_from_the_backups_and_the_photo_stays(
    photos: PhotoFolder, tmp_path: Path
) -> None:
    kept = photos.keep("c", picture(), with_original=True)
    backup = tmp_path / "backups" / "photos" / "c"
    backup.mkdir(parents=True)
    (backup / f"{kept.sha256}.original").write_bytes(b"")
    (backup / f"{kept.sha256}.jpg").write_bytes(b"")

    photos.remove_original("c", kept.sha256)

    assert not photos.has_original("c", kept.sha256)
    assert photos.data("c", kept.sha256)
    assert [each.suffix for each in backup.iterdir()] == [".jpg"]


@pytest.mark.parametrize(
    ("kind", "ending"),
    [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("TIFF", ".tif"), ("GIF", ".gif"),
     ("BMP", ".bmp")],
)  # fmt: skip
def test_an_original_goes_out_with_the_ending_of_its_kind(kind: str, ending: str) -> None:
    assert ending_of(picture(kind=kind)) == ending
    assert ending_of(b"\0\0\0 ftypheic") == ".heic"
    assert ending_of(b"what is this") == ""
