"""Paper that comes back: typed in with one key a line, or as a filled file."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from falls_app.cli import load_case
from falls_app.content.regions import load_region
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Photo
from falls_app.export import Printing, write_paper
from falls_app.export.visit_sheet import pages_of
from falls_app.ui.rendering import page_picture
from falls_app.ui.widgets.photo_beside import PhotoBeside
from falls_app.ui.widgets.typed_line import AnswerKey, TypedLine
from tests.ui.evidence_kit import drop
from tests.ui.evidence_kit import files as dropped
from tests.ui.pressing import is_there, named, press, read


@pytest.fixture
def nell(session):
    """A home with two stairs; nobody looked at the second one, nor at the garden."""
    session.add(load_case("sample:visit"))
    walk = session.view.walk
    kept = {
        key: each
        for key, each in walk.findings.items()
        if key[1] not in ("cellar_stairs", "garden")
    }
    case = session.case.with_assessment(replace(walk, findings=kept))
    session.open(session.store.save(session.case, case, "fewer answers").id)
    return session


def type_keys(qtbot, *keys) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def open_page(qtbot, window, code: str) -> None:
    window.go("type-in")
    qtbot.keyClicks(named(window.page, "Page code"), code)
    type_keys(qtbot, Qt.Key.Key_Return)


def answers(session, room: str | None) -> dict[str, Answer]:
    found = session.view.walk.findings.values()
    return {each.check: each.answer for each in found if each.room == room}


def test_a_page_is_typed_with_one_key_a_line(nell, window, qtbot) -> None:
    page = next(each for each in pages_of(nell.case) if each.code == "GDN-1")
    open_page(qtbot, window, "gdn 1")
    first = QApplication.focusWidget()

    type_keys(qtbot, "1", "2", Qt.Key.Key_Backspace, "3", "9")

    ids = [check.id for check in page.checks]
    assert answers(nell, "garden") == dict(
        zip(ids, (Answer.SAFE, Answer.HAZARD, Answer.NOT_SURE), strict=False)
    )
    assert "Garden, 4 lines" in read(window.page)
    assert f"{ids[0]}, " in first.accessibleName()
    assert nell.store.load(nell.case.id).assessment == nell.view.walk, "saved at each answer"


def test_undo_takes_one_answer_back_and_delete_clears_a_line(nell, window, qtbot) -> None:
    open_page(qtbot, window, "gdn1")
    type_keys(qtbot, "1", "2")

    window.commands.do("undo")
    assert list(answers(nell, "garden").values()) == [Answer.SAFE]

    type_keys(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert not answers(nell, "garden")


def test_a_key_that_the_line_does_not_have_does_nothing(nell, window, qtbot) -> None:
    open_page(qtbot, window, "BED-1")
    line = QApplication.focusWidget()
    before = nell.case

    type_keys(qtbot, "0", "7", "x")

    assert QApplication.focusWidget() is line
    assert nell.case == before
    shown = [key.text() for key in line.findChildren(AnswerKey) if key.isVisible()]
    assert shown == ["1", "2", "3", "?"]


def test_a_second_room_begins_as_the_first_to_confirm_or_change(nell, window, qtbot) -> None:
    open_page(qtbot, window, "str2")
    type_keys(qtbot, Qt.Key.Key_Space)  # Same as the first
    assert not answers(nell, "cellar_stairs"), "nothing is taken before somebody says so"

    type_keys(qtbot, Qt.Key.Key_Return, "1")

    first, second = answers(nell, "stairs"), answers(nell, "cellar_stairs")
    ids = list(second)
    assert second[ids[0]] == first[ids[0]]
    assert second[ids[1]] is Answer.SAFE

    press(qtbot, window.page, "Take all 9 over")
    assert len(answers(nell, "cellar_stairs")) == 11
    window.commands.do("undo")
    assert len(answers(nell, "cellar_stairs")) == 2


def test_the_next_page_follows_in_the_order_of_the_sheet(nell, window, qtbot) -> None:
    codes = [page.code for page in pages_of(nell.case)]
    open_page(qtbot, window, codes[0])
    seen = [window.page.where()]

    for _page in codes[1:]:
        press(qtbot, window.page, "Next page")
        seen.append(window.page.where())
    press(qtbot, window.page, "Next page")

    assert seen == codes
    assert "That was the last page of the sheet." in read(window)


def test_a_code_that_is_not_there_says_so(nell, window, qtbot) -> None:
    open_page(qtbot, window, "XYZ-9")

    assert "No page of this home has this code." in read(window.page)


def test_a_note_is_written_from_the_line_and_back(nell, window, qtbot) -> None:
    open_page(qtbot, window, "gdn1")
    line = QApplication.focusWidget()
    type_keys(qtbot, Qt.Key.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "Loose slab")
    type_keys(qtbot, Qt.Key.Key_Return)

    assert QApplication.focusWidget() is line
    assert nell.finding(line.check.id, "garden").note == "Loose slab"


def test_keys_are_pressed_by_mouse_too_and_read_out(nell, window, qtbot) -> None:
    open_page(qtbot, window, "gdn1")
    line = window.page.findChildren(TypedLine)[2]
    key = next(each for each in line.findChildren(AnswerKey) if each.text() == "2")

    qtbot.mouseClick(key, Qt.MouseButton.LeftButton)

    assert nell.finding(line.check.id, "garden").answer is Answer.PARTLY
    assert key.accessibleName().endswith("Chosen.")


def lying(folder: Path, name: str, shade: str = "white") -> Path:
    """Write a page as a phone gives it: upright for the eye, on its side in the file."""
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (80, 60), shade).save(folder / name, exif=exif)
    return folder / name


@pytest.fixture
def choosing(monkeypatch):
    """Lets a file be chosen in the next dialog."""

    def choose(file: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(file), ""))

    return choose


def shows(window, code: str) -> bool:
    return is_there(window.page, f"Photo of the page {code}")


def page_photos(session) -> tuple[Photo, ...]:
    return session.store.load(session.case.id).page_photos


def test_a_photo_of_the_page_is_kept_with_the_answers_and_comes_back_with_its_code(
    nell, window, qtbot, tmp_path, choosing
) -> None:
    window.resize(1440, 900)
    window.go("type-in")
    assert "Type the page code first." in read(window.page)
    assert not named(window.page, "Choose a photo").isEnabled()
    window.go("type-in:GDN-1")
    assert "We keep it with the answers." in read(window.page)

    choosing(lying(tmp_path, "page.jpg"))
    press(qtbot, window.page, "Choose a photo")
    qtbot.waitUntil(lambda: shows(window, "GDN-1"))
    (photo,) = page_photos(nell)
    assert (photo.width, photo.height) == (60, 80), "upright"
    press(qtbot, window.page, "Next page")
    assert not is_there(window.page, "Delete photo")
    window.go("type-in:GDN-1")
    qtbot.waitUntil(lambda: shows(window, "GDN-1"))

    window.commands.do("undo")
    assert not page_photos(nell)
    assert is_there(window.page, "Choose a photo")
    window.commands.do("redo")
    qtbot.waitUntil(lambda: shows(window, "GDN-1"))
    window.go("data")
    assert "1 photo of a paper page." in read(window.page)


def test_a_page_of_two_sides_has_two_photos_each_changed_and_deleted_by_itself(
    nell, window, qtbot, tmp_path, choosing
) -> None:
    window.resize(1440, 900)
    window.go("type-in:GDN-1")
    files = [lying(tmp_path, f"{shade}.jpg", shade) for shade in ("white", "gray", "black")]
    drop(window.page.findChild(PhotoBeside), dropped(*files[:2]))
    qtbot.waitUntil(lambda: "2 of 2" in read(window.page))
    first, second = page_photos(nell)

    press(qtbot, window.page, "The side before")
    assert "1 of 2" in read(window.page)
    choosing(files[2])
    press(qtbot, window.page, "Choose another photo")
    qtbot.waitUntil(lambda: first not in page_photos(nell))
    assert [each.id == second.id for each in page_photos(nell)] == [False, True]
    press(qtbot, window.page, "Delete photo")
    assert page_photos(nell) == (second,)
    qtbot.waitUntil(lambda: shows(window, "GDN-1"))
    press(qtbot, window, "Undo")
    assert len(page_photos(nell)) == 2

    choosing(files[0])
    press(qtbot, window.page, "Add a side")
    qtbot.waitUntil(lambda: "3 of 3" in read(window.page))


def test_a_file_that_is_no_photo_is_refused_and_hidden_names_cover_the_page(
    nell, window, qtbot, tmp_path, choosing
) -> None:
    (tmp_path / "page.txt").write_text("no photo")
    window.resize(820, 700)
    window.go("type-in:GDN-1")
    choosing(tmp_path / "page.txt")
    press(qtbot, window.page, "Choose a photo")
    qtbot.waitUntil(lambda: "This file is no photo that can be opened." in read(window.page))
    assert not page_photos(nell)

    choosing(lying(tmp_path, "page.jpg"))
    press(qtbot, window.page, "Choose a photo")
    qtbot.waitUntil(lambda: shows(window, "GDN-1"))
    assert "This file is no photo" not in read(window.page)
    window.commands.do("hide-names")
    qtbot.waitUntil(lambda: "A name may stand on the page." in read(window.page))
    assert not shows(window, "GDN-1")
    window.commands.do("hide-names")


# ------------------------------------------------------------------ a filled file


def filled(session, folder: Path, **boxes: str) -> Path:
    target = BytesIO()
    write_paper("visit-sheet", session.case, target, Printing(load_region("us"), fillable=True))
    writer = PdfWriter(clone_from=target)
    for page in writer.pages:
        writer.update_page_form_field_values(page, boxes, auto_regenerate=False)
    writer.write(folder / "filled.pdf")
    return folder / "filled.pdf"


def bring(qtbot, window, file: Path) -> None:
    window.go("sheet-back")
    window.page.bring(file)
    qtbot.waitUntil(lambda: "Reading" not in read(window.page), timeout=20_000)


def test_only_what_is_chosen_is_taken_and_one_undo_takes_it_back(
    sample, window, qtbot, tmp_path
) -> None:
    before = sample.case
    boxes = {"stairs/STR01": "/hazard", "stairs/STR01/note": "New rail.", "bathroom/BTH02": "/safe"}
    bring(qtbot, window, filled(sample, tmp_path, **boxes))

    assert "3 things are different." in read(window.page)
    assert "2 are not chosen yet." in read(window.page)
    words = "STR01 · Handrail on both sides. On the sheet: None, or one moves."
    press(qtbot, window.page, words)
    press(qtbot, window, "Take over 2")

    found = sample.finding("STR01", "stairs")
    assert found.answer is Answer.HAZARD
    assert found.note.endswith("New rail.")
    assert sample.finding("BTH02", "bathroom") == before.assessment.finding("BTH02", "bathroom")
    assert "2 things were taken from the sheet." in read(window)
    window.commands.do("undo")
    assert sample.case.assessment == before.assessment
    assert "3 things are different." in read(window.page)


def test_a_file_that_is_no_sheet_says_so_and_changes_nothing(
    sample, window, qtbot, tmp_path
) -> None:
    file = tmp_path / "other.pdf"
    file.write_bytes(b"%PDF-1.7\nnothing")

    bring(qtbot, window, file)

    assert "“other.pdf” is no whole PDF, so it could not be read." in read(window.page)
    assert not is_there(window.page, "Take over 0")


def test_the_sheet_of_another_home_is_refused(session, window, qtbot, tmp_path) -> None:
    session.add(load_case("sample"))
    file = filled(session, tmp_path, **{"stairs/STR01": "/hazard"})
    session.add(load_case("sample:visit"))

    bring(qtbot, window, file)

    assert "is the sheet of another home." in read(window.page)


# ------------------------------------------------------------------ the sheet before it goes


def test_the_first_page_leads_to_a_blank_list_with_no_home_open(window, session, qtbot) -> None:
    press(qtbot, window.page, "Print a blank list")
    qtbot.waitUntil(lambda: "17 pages, Letter" in read(window.page), timeout=20_000)

    assert not session.is_open
    press(qtbot, window.page, "Back")
    assert is_there(window.page, "Print a blank list")
    assert not session.homes


def test_a_blank_list_is_of_no_home_also_when_one_was_open(window, sample, qtbot) -> None:
    window.go("blank-list")

    assert not sample.is_open


def test_the_preview_shows_what_stands_in_boxes_that_no_program_drew(qapp) -> None:
    filled = Path(__file__).parents[1] / "fixtures" / "filled" / "pdfjs.pdf"
    writer = PdfWriter(clone_from=filled)
    boxes = [each.get_object() for each in writer.pages[0]["/Annots"]]
    note = next(each for each in boxes if str(each.get("/T", "")) == "bedroom/BED03/note")
    del note["/AP"]
    target = BytesIO()
    writer.write(target)
    width, height = (round(float(side)) for side in writer.pages[0].mediabox[2:])
    left, low, right, high = (round(float(side)) for side in note["/Rect"])

    image = page_picture(target.getvalue(), 0, width).image

    letters = [
        image.pixelColor(x, y).lightness() < 100
        for x in range(left, right)
        for y in range(height - high, height - low)
    ]
    assert sum(letters) > 50
