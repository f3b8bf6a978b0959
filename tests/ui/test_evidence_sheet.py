"""The evidence sheet: opened from the card, photos added and taken away, a note, and undo."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPixmap, QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from falls_app.cli import load_case
from falls_app.domain.checklist import Answer
from falls_app.ui import intake
from falls_app.ui.background import Background, Inline
from falls_app.ui.focus import in_order_of_sight
from falls_app.ui.theme import look as the_look
from falls_app.ui.widgets.question_card import QuestionCard
from falls_app.ui.widgets.thumbs import Thumb
from tests.ui.evidence_kit import (
    UNDO,
    a_screenshot,
    drop,
    files,
    found,
    picture,
    sheet_of,
    view_of,
)
from tests.ui.painted import Eye
from tests.ui.pressing import is_there, named, press, read, write


class Held:
    """A background whose work waits until ``go`` is called."""

    def __init__(self) -> None:
        self.waiting = []

    def run(self, work, then, otherwise, key="") -> None:
        self.waiting.append((work, then, otherwise))

    def go(self) -> None:
        work, then, otherwise = self.waiting.pop(0)
        Inline().run(work, then, otherwise)

    def close(self) -> None:
        self.waiting.clear()


@pytest.fixture(autouse=True)
def at_once(monkeypatch) -> None:
    monkeypatch.setattr(intake, "Background", Inline)


@pytest.fixture
def card(sample, window) -> QuestionCard:
    window.go("walk:stairs:STR01")
    return window.page.findChild(QuestionCard)


@pytest.fixture
def sheet(card, window, qtbot):
    qtbot.keyClick(card, Qt.Key.Key_P)
    return sheet_of(window)


def choose(monkeypatch, *chosen) -> None:
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_words: ([str(each) for each in chosen], "")
    )


def undo(qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), *UNDO)


def is_half_black(image: QImage) -> bool:
    """Tell whether a picture of the kit is seen here."""
    middle, quarter = image.height() // 2, image.width() // 4
    left, right = (
        QColor(image.pixel(x, middle)).value() for x in (2 * quarter - 9, 2 * quarter + 9)
    )
    return left < 60 and right > 200


# ------------------------------------------------------------------ opening and closing


@pytest.mark.parametrize(
    ("key", "first"),
    [("p", "Add a photo, key P"), ("n", "Note"),
     ("m", "Top of the rail above the step edge, in inches")],
)  # fmt: skip
def test_one_key_opens_the_sheet_where_it_is_needed(card, window, qtbot, key, first) -> None:
    qtbot.keyClick(card, key)

    assert sheet_of(window) is not None
    assert QApplication.focusWidget().accessibleName() == first


@pytest.mark.parametrize("button", ["Photo, key P", "1 note, key N", "Measure, key M"])
def test_a_click_opens_the_sheet_too(card, window, qtbot, button: str) -> None:
    press(qtbot, card, button)

    assert "Handrail on both sides: photo, note, size" in read(sheet_of(window))


def test_a_check_without_sizes_has_no_measure(card, window, qtbot) -> None:
    window.go("walk:stairs:STR09")

    assert not is_there(card, "Measure, key M")
    qtbot.keyClick(card, "m")
    assert sheet_of(window) is None
    qtbot.keyClick(card, "n")
    assert "photo, note" in read(sheet_of(window))
    assert "size" not in read(sheet_of(window))


@pytest.mark.parametrize("how", ["Esc", "Done, key Esc", "Close this sheet"])
def test_closing_gives_the_keyboard_back_to_the_card(card, sheet, window, qtbot, how) -> None:
    if how == "Esc":
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    else:
        press(qtbot, sheet, how)

    assert sheet_of(window) is None
    assert QApplication.focusWidget() is card


@pytest.mark.parametrize("back", [False, True])
def test_tab_stays_in_the_sheet_and_visits_every_control(sheet, qtbot, back, tmp_path) -> None:
    sheet.take([picture(tmp_path), picture(tmp_path, "other.png", (30, 40))])
    there = [each for each in in_order_of_sight(sheet) if each.isVisible() and each.isEnabled()]
    visited = []

    for _time in there:
        key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
        qtbot.keyClick(QApplication.focusWidget(), key)
        visited.append(QApplication.focusWidget())

    assert set(visited) == set(there)


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
     (Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier),
     (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
     (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier),
     (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)],
)  # fmt: skip
def test_keys_of_the_window_turn_nothing_behind_the_sheet(sheet, window, qtbot, key, held) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)

    assert sheet_of(window) is sheet
    assert window.page.where() == "stairs:STR01:photo"
    assert sheet.isAncestorOf(QApplication.focusWidget())


def test_the_keyboard_comes_back_if_something_behind_takes_it(card, sheet) -> None:
    card.setFocus()

    assert sheet.isAncestorOf(QApplication.focusWidget())


def test_a_click_beside_the_sheet_reaches_nothing_behind_it(sheet, window, sample, qtbot) -> None:
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().topLeft())

    assert sheet_of(window) is sheet
    assert window.page.where() == "stairs:STR01:photo"


def test_the_sheet_is_still_there_after_another_text_size(sheet, window, qtbot) -> None:
    window.set_text_size(150)

    qtbot.waitUntil(lambda: sheet_of(window) is not None)
    assert sheet_of(window).isAncestorOf(QApplication.focusWidget())


def test_on_a_tablet_a_photo_has_the_height_that_there_is(sheet, window, qtbot, tmp_path) -> None:
    drop(sheet, files(picture(tmp_path)))
    window.resize(820, 1140)
    QApplication.processEvents()

    assert view_of(sheet).height() > 300


def test_another_page_closes_the_sheet(sheet, window) -> None:
    window.go("plan")

    assert sheet_of(window) is None


# ------------------------------------------------------------------ photos come


def test_several_photos_are_chosen_at_once(sheet, sample, qtbot, monkeypatch, tmp_path) -> None:
    choose(monkeypatch, picture(tmp_path), picture(tmp_path, "2.png", (30, 40)))

    press(qtbot, sheet, "Add a photo, key P")

    assert [photo.width for photo in found(sample).photos] == [400, 30]
    assert is_there(sheet, "Photo 2 of 2")
    undo(qtbot)
    assert [photo.width for photo in found(sample).photos] == [400]


def test_p_adds_another_photo(sheet, sample, qtbot, monkeypatch, tmp_path) -> None:
    choose(monkeypatch, picture(tmp_path))

    qtbot.keyClick(QApplication.focusWidget(), "p")

    assert len(found(sample).photos) == 1


def test_the_dialog_begins_where_the_last_photo_came_from(
    sheet, qtbot, monkeypatch, tmp_path
) -> None:
    begun = []

    def ask(_parent, _title, folder, _kinds):
        begun.append(folder)
        return [str(picture(tmp_path))], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    press(qtbot, sheet, "Add a photo, key P")
    press(qtbot, sheet, "Add another, key P")

    assert begun[1] == str(tmp_path)


def test_a_dialog_that_is_left_adds_nothing(sheet, sample, qtbot, monkeypatch) -> None:
    choose(monkeypatch)

    press(qtbot, sheet, "Add a photo, key P")

    assert found(sample).photos == ()


def test_a_copied_picture_is_pasted_by_its_key(sheet, sample, qtbot) -> None:
    QApplication.clipboard().setImage(a_screenshot())

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    (photo,) = found(sample).photos
    assert (photo.width, photo.height) == (60, 40)
    undo(qtbot)
    assert found(sample).photos == ()


def test_a_picture_with_clear_parts_is_pasted_on_white(sheet, sample, qtbot) -> None:
    clear = a_screenshot()
    clear.fill(Qt.GlobalColor.transparent)
    QApplication.clipboard().setImage(clear)

    press(qtbot, sheet, "Paste a photo")

    shown = QPixmap(str(sheet.evidence.file(found(sample).photos[0]))).toImage()
    assert shown.pixelColor(30, 20).lightness() > 250


def test_copied_files_are_pasted_by_the_button(sheet, sample, qtbot, tmp_path) -> None:
    QApplication.clipboard().setMimeData(files(picture(tmp_path)))

    press(qtbot, sheet, "Paste a photo")

    assert found(sample).photos[0].width == 400


def test_pasting_without_a_picture_says_what_to_do(sheet, sample, qtbot) -> None:
    QApplication.clipboard().setText("words")

    press(qtbot, sheet, "Paste a photo")

    assert "There is no photo to paste." in read(sheet)
    assert found(sample).photos == ()


def test_files_are_dropped_on_the_sheet(sheet, sample, qtbot, tmp_path) -> None:
    drop(sheet, files(picture(tmp_path), picture(tmp_path, "b.png", (30, 40))))

    assert len(found(sample).photos) == 2
    undo(qtbot)
    assert len(found(sample).photos) == 1


def test_a_file_dropped_on_the_card_opens_the_sheet_with_it(card, window, sample, tmp_path) -> None:
    drop(card, files(picture(tmp_path)))

    assert found(sample).photos[0].width == 400
    assert view_of(sheet_of(window)).accessibleName() == "Photo 1 of 1"


def test_words_that_are_carried_over_the_card_are_not_taken(card) -> None:
    mime = QMimeData()
    mime.setText("words")

    with pytest.raises(AssertionError):
        drop(card, mime)


def test_a_broken_file_is_refused_by_its_name_and_the_others_are_added(
    sheet, sample, tmp_path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(picture(tmp_path).read_bytes()[:900])
    words = tmp_path / "words.txt"
    words.write_text("words")

    drop(sheet, files(broken, words, picture(tmp_path, "whole.png")))

    assert len(found(sample).photos) == 1
    assert "“broken.jpg”: " in read(sheet)
    assert "“words.txt”: This file is no photo that can be opened." in read(sheet)
    drop(sheet, files(picture(tmp_path)))
    assert "words.txt" not in read(sheet)


def test_a_folder_is_refused_in_a_sentence(sheet, sample, tmp_path) -> None:
    folder = tmp_path / "Photos"
    folder.mkdir()

    drop(sheet, files(folder))

    assert "“Photos”: This is a folder. Open it and choose the photos in it." in read(sheet)


def test_the_window_stays_alive_while_photos_are_on_their_way(
    sample, window, qtbot, monkeypatch, tmp_path
) -> None:
    held = Held()
    monkeypatch.setattr(intake, "Background", lambda: held)
    window.go("walk:stairs:STR01")
    qtbot.keyClick(window.page.findChild(QuestionCard), "n")
    sheet = sheet_of(window)

    drop(sheet, files(picture(tmp_path), picture(tmp_path, "b.png")))

    assert "Adding photo 1 of 2…" in read(sheet)
    qtbot.keyClicks(QApplication.focusWidget(), " Written.")
    held.go()
    assert "Adding photo 2 of 2…" in read(sheet)
    held.go()
    assert "Saved as you type" in read(sheet)
    assert len(found(sample).photos) == 2
    assert named(sheet, "Note").toPlainText().endswith("Written.")


def test_a_photo_is_taken_in_by_a_thread_beside_the_window(
    sample, window, qtbot, monkeypatch, tmp_path
) -> None:
    monkeypatch.setattr(intake, "Background", Background)
    window.go("walk:stairs:STR01")

    drop(window.page.findChild(QuestionCard), files(picture(tmp_path)))

    assert found(sample).photos == ()
    qtbot.waitUntil(lambda: len(found(sample).photos) == 1)
    assert "Saved as you type" in read(sheet_of(window))


def test_a_photo_on_its_way_is_added_after_the_sheet_is_closed(
    sample, window, qtbot, monkeypatch, tmp_path
) -> None:
    held = Held()
    monkeypatch.setattr(intake, "Background", lambda: held)
    window.go("walk:stairs:STR01")
    card = window.page.findChild(QuestionCard)
    drop(card, files(picture(tmp_path)))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    held.go()

    assert len(found(sample).photos) == 1
    assert is_there(card, "1 photo, key P")


def test_a_photo_never_arrives_in_another_home(
    sample, window, qtbot, monkeypatch, tmp_path
) -> None:
    held = Held()
    monkeypatch.setattr(intake, "Background", lambda: held)
    window.go("walk:stairs:STR01")
    drop(window.page.findChild(QuestionCard), files(picture(tmp_path)))
    sample.add(load_case("sample"))

    held.go()

    assert found(sample).photos == ()


# ------------------------------------------------------------------ words, and photos that go


def test_the_note_is_saved_and_taken_back(sheet, sample, qtbot) -> None:
    before = found(sample).note

    write(qtbot, sheet, "Note", "The left rail is loose.")

    assert found(sample).note == "The left rail is loose."
    undo(qtbot)
    assert found(sample).note == before
    assert named(sheet, "Note").toPlainText() == before


def test_a_note_is_saved_when_the_sheet_is_closed(sheet, sample, qtbot) -> None:
    qtbot.keyClicks(named(sheet, "Note"), " More.")

    qtbot.keyClick(named(sheet, "Note"), Qt.Key.Key_Escape)

    assert found(sample).note.endswith("More.")


def test_a_note_is_saved_when_qt_itself_closes_the_sheet(sheet, sample, window, qtbot) -> None:
    qtbot.keyClicks(named(sheet, "Note"), "Loose at the top.")
    sheet.reject()  # what Esc does in a window that is not active

    assert found(sample).note.endswith("Loose at the top.")
    qtbot.waitUntil(lambda: sheet_of(window) is None)


def test_a_phrase_is_put_into_the_note_by_its_name(card, window, sample, qtbot) -> None:
    sample.set_professional(True)
    sample.keep_phrase("Rails", "I pulled hard on each rail.")
    qtbot.keyClick(card, Qt.Key.Key_N)
    sheet = sheet_of(window)
    note = named(sheet, "Note")
    note.setPlainText("Seen.")
    note.moveCursor(QTextCursor.MoveOperation.End)
    press(qtbot, sheet, "Put in: Rails")

    assert found(sample).note == "Seen. I pulled hard on each rail."
    assert QApplication.focusWidget() is note


def test_a_caption_is_what_the_photo_is_read_out_as(sheet, sample, qtbot, tmp_path) -> None:
    sheet.take([picture(tmp_path)])

    write(qtbot, sheet, "What does the photo show?", "The left rail")

    assert found(sample).photos[0].caption == "The left rail"
    assert view_of(sheet).accessibleName() == "Photo 1 of 1. The left rail"
    undo(qtbot)
    assert found(sample).photos[0].caption == ""


def test_photos_are_seen_large_and_small_as_soon_as_they_are_added(sheet, tmp_path) -> None:
    sheet.take([picture(tmp_path)])
    first = view_of(sheet).grab().toImage()
    sheet.take([picture(tmp_path, "b.png", (300, 400))])

    assert is_half_black(first)
    assert is_half_black(view_of(sheet).grab().toImage())
    assert len(sheet.findChildren(Thumb)) == 2
    assert all(is_half_black(each.grab().toImage()) for each in sheet.findChildren(Thumb))


def test_what_lies_behind_a_sheet_is_not_drawn_again_for_it(card, sheet, qtbot, tmp_path) -> None:
    eye = Eye()
    QApplication.processEvents()
    covered = sheet.panel.geometry().adjusted(0, 24, 0, -24)
    for each in card.findChildren(QWidget):
        if covered.contains(each.rect().translated(each.mapTo(each.window(), QPoint()))):
            each.installEventFilter(eye)

    sheet.take([picture(tmp_path)])
    QApplication.processEvents()

    assert eye.painted == []
    sheet.close()
    qtbot.waitUntil(lambda: eye.painted != [])


def test_another_photo_is_shown_with_its_own_words(sheet, sample, qtbot, tmp_path) -> None:
    sheet.take([picture(tmp_path), picture(tmp_path, "b.png", (30, 40))])
    write(qtbot, sheet, "What does the photo show?", "The second one")

    press(qtbot, sheet, "Photo 1 of 2")

    assert named(sheet, "What does the photo show?").text() == ""
    write(qtbot, sheet, "What does the photo show?", "The first one")
    assert [photo.caption for photo in found(sample).photos] == ["The first one", "The second one"]


def test_a_photo_is_deleted_and_comes_back(sheet, window, sample, qtbot, tmp_path) -> None:
    sheet.take([picture(tmp_path)])

    press(qtbot, sheet, "Delete photo")

    assert found(sample).photos == ()
    assert "Photo deleted." in read(window)
    assert "No photo yet." in read(sheet)
    press(qtbot, window, "Undo")
    assert len(found(sample).photos) == 1
    assert sheet.isAncestorOf(QApplication.focusWidget())


def test_the_message_does_not_cover_the_way_out(sheet, window, qtbot, tmp_path) -> None:
    window.resize(1366, 768)
    sheet.take([picture(tmp_path)])
    press(qtbot, sheet, "Delete photo")
    button = named(window, "Undo")
    message, done = button.parentWidget(), named(sheet, "Done, key Esc")

    covered = message.geometry().intersects(done.rect().translated(done.mapTo(window, QPoint())))
    assert not covered


def test_undo_in_a_field_with_nothing_written_takes_back_the_last_change(
    sheet, sample, qtbot, tmp_path
) -> None:
    sheet.take([picture(tmp_path)])
    for field in ("Note", "What does the photo show?"):
        named(sheet, field).setFocus()
        undo(qtbot)
        assert found(sample).photos == ()
        sample.redo()


def test_undo_in_the_sheet_says_what_it_takes_back(sheet, window, sample, qtbot, tmp_path) -> None:
    sheet.take([picture(tmp_path)])

    press(qtbot, sheet, "Undo in this sheet: photo for Handrail on both sides")

    assert found(sample).photos == ()
    assert "Taken back: photo for Handrail on both sides" in read(window)


def test_a_photo_whose_file_has_gone_is_told_in_its_place(sheet, sample, tmp_path) -> None:
    sheet.take([picture(tmp_path)])
    sheet.evidence.file(found(sample).photos[0]).unlink()

    sheet.refresh()

    assert "This photo is not on this computer any more." in read(sheet)
    assert not is_there(sheet, "Arrow")
    assert is_there(sheet, "Delete photo")


def test_the_card_counts_what_is_there(card, sheet, window, qtbot, tmp_path) -> None:
    sheet.take([picture(tmp_path), picture(tmp_path, "b.png")])
    sheet.evidence.measure("rail-height", 863.6)

    sheet.close()

    words = [each.text() for each in card.findChildren(QAbstractButton) if each.isVisible()]
    assert {"2 photos", "1 note", "34 in"} <= set(words)
    assert is_there(card, "Measure: 34 in, key M")


def test_where_there_is_little_room_signs_and_counts_stay(card, window, qtbot) -> None:
    window.set_text_size(150)
    window.resize(960, 640)
    card = window.page.findChild(QuestionCard)
    qtbot.waitUntil(lambda: is_there(card, "1 note, key N"))

    buttons = [each for each in card.findChildren(QAbstractButton) if each.isVisible()]
    assert [each.text() for each in buttons if each.accessibleName() == "1 note, key N"] == ["1"]
    assert all(each.width() >= each.sizeHint().width() for each in buttons if "key" in each.text())


def test_a_check_of_the_whole_house_has_evidence_too(window, sample, qtbot, tmp_path) -> None:
    window.go("walk:whole:LGT01")
    card = window.page.findChild(QuestionCard)
    check, before = card.check.id, sample.finding(card.check.id, None)

    drop(card, files(picture(tmp_path)))

    assert len(found(sample, check, None).photos) == 1
    undo(qtbot)
    assert sample.finding(check, None) == before


def test_a_check_without_an_answer_is_not_sure_with_a_photo(card, window, sample, tmp_path) -> None:
    sample.forget(card.check, "stairs")

    drop(card, files(picture(tmp_path)))

    assert found(sample).answer is Answer.NOT_SURE


# ------------------------------------------------------------------ for everybody


@pytest.mark.parametrize("percent", [100, 150])
def test_every_control_can_be_hit_and_has_a_name_of_its_own(
    sheet, window, qtbot, percent, tmp_path
) -> None:
    window.set_text_size(percent)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: sheet_of(window) is not None)
    sheet = sheet_of(window)
    sheet.take([picture(tmp_path), picture(tmp_path, "b.png")])
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    controls = [
        each for kind in kinds for each in sheet.findChildren(kind) if each.isVisibleTo(sheet)
    ]
    names = [each.accessibleName() for each in controls]

    assert all(min(each.width(), each.height()) >= 44 for each in controls)
    assert all(names)
    assert len(set(names)) == len(names)
    assert the_look.percent == percent


def test_a_photo_that_was_added_is_announced(sheet, window, monkeypatch, tmp_path) -> None:
    heard = []
    window.page.announced.connect(heard.append)

    sheet.take([picture(tmp_path)])

    assert heard == ["Photo added."]


# ------------------------------------------------------------------ as they came


def test_the_original_is_kept_if_that_is_chosen_saved_with_a_warning_and_deleted(
    card, sample, window, qtbot, monkeypatch, tmp_path
) -> None:
    came, out = picture(tmp_path, "Rosa at home.png"), tmp_path / "out"
    card_opened(card, qtbot)
    drop(sheet_of(window), files(came))
    assert not is_there(sheet_of(window), "Save the original…")
    sheet_of(window).close()
    window.go("settings:files")
    named(window.page, "Keep the original photo too").click()
    window.go("walk:stairs:STR01")
    card_opened(window.page.findChild(QuestionCard), qtbot)
    other = picture(tmp_path, "Rosa again.png", (300, 400))

    drop(sheet_of(window), files(other))

    sheet = sheet_of(window)
    assert "It may tell where and when it was taken." in read(sheet)
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *told: (asked.append(told[2]), (str(out), ""))[1]
    )
    press(qtbot, sheet, "Save the original…")
    assert "Rosa" not in asked[0].rpartition("/")[2]
    assert (tmp_path / "out.png").read_bytes() == other.read_bytes()
    press(qtbot, sheet, "Delete the original")
    press(qtbot, sheet, "Keep it")
    assert is_there(sheet, "Save the original…")
    press(qtbot, sheet, "Delete the original")
    press(qtbot, sheet, "Yes, delete it")
    assert not is_there(sheet, "Save the original…")
    assert len(found(sample).photos) == 2
    window.go("settings:files")


def card_opened(card: QuestionCard, qtbot) -> None:
    """Open the sheet of a card by its key."""
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_P)
