"""The place at which the window was when the program was killed."""

from pathlib import Path

import pytest

from falls_app.storage.bookmark import Bookmark, Place
from falls_app.storage.layout import BOOKMARK

PLACE = Place("c1", "walk:bathroom:BTH02")


def test_a_program_that_was_killed_leaves_its_place(tmp_path: Path) -> None:
    Bookmark(tmp_path).keep(Place("c1", "results"))
    Bookmark(tmp_path).keep(PLACE)

    found = Bookmark(tmp_path)

    assert (found.was_left, found.left) == (True, PLACE)


def test_a_program_that_ended_properly_leaves_nothing(tmp_path: Path) -> None:
    bookmark = Bookmark(tmp_path)
    bookmark.keep(PLACE)
    bookmark.remove()
    bookmark.keep(Place("c1", "results"))

    assert not Bookmark(tmp_path).was_left
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("text", [b"", b"\0" * 512, b'{"case_id": "c1"', b"[1]", b"\xff\xfe"])
def test_a_place_that_cannot_be_read_still_tells_that_the_program_was_stopped(
    text: bytes, tmp_path: Path
) -> None:
    (tmp_path / BOOKMARK).write_bytes(text)

    found = Bookmark(tmp_path)

    assert (found.was_left, found.left) == (True, None)


def test_a_place_too_long_to_keep_is_not_kept(tmp_path: Path) -> None:
    bookmark = Bookmark(tmp_path)
    bookmark.keep(PLACE)
    bookmark.keep(Place("c1", "x" * 600))

    assert Bookmark(tmp_path).left == PLACE


def test_no_folder_to_keep_a_place_in_is_no_trouble(tmp_path: Path) -> None:
    bookmark = Bookmark(tmp_path / "gone")
    bookmark.keep(PLACE)
    bookmark.remove()

    assert not bookmark.was_left
    assert not (tmp_path / "gone").exists()
