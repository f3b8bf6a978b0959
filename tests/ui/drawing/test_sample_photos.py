"""The photos of the sample visit: drawn, small, and with nothing hidden in them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from falls_app.content.themes import load_theme
from falls_app.drawing.svg import load_picture
from tests.sample_photos import FOLDER, HEIGHT, WIDTH, drawn, photo_of, scenes, write_photo

MOST_BYTES, MOST_SOURCE_BYTES = 90_000, 8_192
SQUARES = (60, 45)
"""Photo and drawing are compared this small: a JPEG blurs edges, and each Qt rounds its own way."""
ALIKE = 12
"""How far a channel of one square may be off, of 255."""

HARMLESS = {0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDD}
"""JFIF header, tables and frame: what a JPEG needs. A comment is FE, Exif E1, colors E2."""
SCAN = 0xDA

by_scene = pytest.mark.parametrize("scene", scenes(), ids=lambda scene: scene.stem)


def unlike(one: QImage, other: QImage) -> int:
    """Return how far the most different square of two pictures is off."""
    small = [
        image.scaled(
            *SQUARES,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        for image in (one, other)
    ]
    return max(
        abs(a - b)
        for y in range(SQUARES[1])
        for x in range(SQUARES[0])
        for a, b in zip(*(image.pixelColor(x, y).getRgb() for image in small), strict=True)
    )


def segments(jpeg: bytes) -> set[int]:
    """Return the kinds of segment that stand before the first scan."""
    kinds, place = set(), 2
    while jpeg[place + 1] != SCAN:
        kinds.add(jpeg[place + 1])
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4])
    return kinds


def test_every_drawing_has_a_photo_and_every_photo_a_drawing() -> None:
    assert len(scenes()) == 8
    assert sorted(FOLDER.glob("*.jpg")) == [photo_of(scene) for scene in scenes()]


@by_scene
def test_a_photo_is_what_its_drawing_shows(scene: Path, qtbot: QtBot) -> None:
    photo = QImage(str(photo_of(scene)))

    assert (photo.width(), photo.height()) == (WIDTH, HEIGHT)
    assert unlike(photo, drawn(scene)) <= ALIKE


@by_scene
def test_a_photo_is_written_anew_as_small_and_as_clean(
    scene: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    write_photo(drawn(scene), tmp_path / "new.jpg")

    for photo in (photo_of(scene), tmp_path / "new.jpg"):
        assert photo.stat().st_size <= MOST_BYTES
        assert segments(photo.read_bytes()) <= HARMLESS


@by_scene
def test_a_drawing_of_a_photo_is_small_has_words_and_only_our_colors(scene: Path) -> None:
    picture = load_picture(scene)
    ours = {*load_theme("dark").art, *load_theme("light").tokens.values()}
    used = {color for drawn in picture.operations for color in (drawn.fill, drawn.stroke) if color}

    assert scene.stat().st_size <= MOST_SOURCE_BYTES
    assert picture.title
    assert (picture.width, picture.height) == (400, 300)
    assert sorted(used - ours) == []
