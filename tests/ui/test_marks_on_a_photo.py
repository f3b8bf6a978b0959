"""Marks on a photo: drawn with the pointer or by keys alone, changed later, taken back."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from falls_app.domain.evidence import Mark, MarkKind
from falls_app.ui import intake
from falls_app.ui.background import Inline
from falls_app.ui.widgets.question_card import QuestionCard
from tests.ui.evidence_kit import UNDO, found, on_photo, picture, sheet_of, view_of
from tests.ui.pressing import is_there, named, press, read

TOOLS = {
    "Arrow": MarkKind.ARROW,
    "Circle": MarkKind.CIRCLE,
    "Measure line": MarkKind.LINE,
    "Blur": MarkKind.BLUR,
}
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sheet(sample, window, qtbot, monkeypatch, tmp_path):
    """The sheet with one photo, of black and white halves."""
    monkeypatch.setattr(intake, "Background", Inline)
    window.go("walk:stairs:STR01")
    qtbot.keyClick(window.page.findChild(QuestionCard), Qt.Key.Key_P)
    opened = sheet_of(window)
    opened.take([picture(tmp_path)])
    QApplication.processEvents()
    return opened


def marks(sample) -> tuple[Mark, ...]:
    return found(sample).photos[0].marks


def undo(qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), *UNDO)


def key(qtbot, which, held=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), which, held)


def place(qtbot, sheet, tool: str) -> None:
    """Choose a tool by the keyboard."""
    named(sheet, tool).setFocus()
    key(qtbot, Qt.Key.Key_Space)


def move(sheet, at: QPoint, button) -> None:
    spot = QPointF(at)
    nothing = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, spot, spot, Qt.MouseButton.NoButton, button, nothing)
    QApplication.sendEvent(view_of(sheet), event)


def drag(qtbot, sheet, start, end) -> None:
    view, first, last = view_of(sheet), on_photo(sheet, *start), on_photo(sheet, *end)
    qtbot.mousePress(view, LEFT, pos=first)
    move(sheet, (first + last) / 2, LEFT)
    move(sheet, last, LEFT)
    qtbot.mouseRelease(view, LEFT, pos=last)


def click(qtbot, sheet, at) -> None:
    qtbot.mouseClick(view_of(sheet), LEFT, pos=on_photo(sheet, *at))


def near(place, other) -> bool:
    return place == pytest.approx(other, abs=0.02)


# ------------------------------------------------------------------ by the pointer


@pytest.mark.parametrize("tool", TOOLS)
def test_a_mark_is_drawn_by_dragging_and_taken_back(sheet, sample, qtbot, tool: str) -> None:
    press(qtbot, sheet, tool)

    drag(qtbot, sheet, (0.2, 0.3), (0.7, 0.6))

    (mark,) = marks(sample)
    assert mark.kind is TOOLS[tool]
    assert near(mark.start, (0.2, 0.3))
    assert near(mark.end, (0.7, 0.6))
    undo(qtbot)
    assert marks(sample) == ()


@pytest.mark.parametrize("tool", TOOLS)
def test_a_mark_is_drawn_by_a_click_at_each_end(sheet, sample, qtbot, tool: str) -> None:
    press(qtbot, sheet, tool)

    click(qtbot, sheet, (0.2, 0.3))
    assert marks(sample) == ()
    move(sheet, on_photo(sheet, 0.5, 0.5), Qt.MouseButton.NoButton)
    click(qtbot, sheet, (0.7, 0.6))

    (mark,) = marks(sample)
    assert near(mark.start, (0.2, 0.3))
    assert near(mark.end, (0.7, 0.6))


def test_two_clicks_at_one_place_give_a_mark_of_the_usual_size(sheet, sample, qtbot) -> None:
    press(qtbot, sheet, "Arrow")

    click(qtbot, sheet, (0.4, 0.4))
    click(qtbot, sheet, (0.4, 0.4))

    (mark,) = marks(sample)
    assert near(mark.end, (0.4, 0.4))
    assert not near(mark.start, mark.end)


def test_the_tool_is_put_away_after_one_mark(sheet, sample, qtbot) -> None:
    press(qtbot, sheet, "Circle")
    assert named(sheet, "Circle").isChecked()
    drag(qtbot, sheet, (0.2, 0.3), (0.4, 0.6))
    assert not named(sheet, "Circle").isChecked()

    drag(qtbot, sheet, (0.7, 0.7), (0.9, 0.9))

    assert len(marks(sample)) == 1


@pytest.mark.parametrize("half_drawn", [False, True])
def test_esc_puts_the_tool_away_and_the_sheet_stays(
    sheet, window, sample, qtbot, half_drawn
) -> None:
    press(qtbot, sheet, "Arrow")
    if half_drawn:
        click(qtbot, sheet, (0.2, 0.2))

    key(qtbot, Qt.Key.Key_Escape)

    assert sheet_of(window) is sheet
    click(qtbot, sheet, (0.6, 0.6))
    click(qtbot, sheet, (0.8, 0.8))
    assert marks(sample) == ()


def test_a_tool_pressed_again_is_put_away(sheet, sample, qtbot) -> None:
    press(qtbot, sheet, "Arrow")
    press(qtbot, sheet, "Arrow")

    drag(qtbot, sheet, (0.2, 0.2), (0.8, 0.8))

    assert marks(sample) == ()


def test_a_text_is_clicked_into_place_and_written(sheet, sample, qtbot) -> None:
    press(qtbot, sheet, "Text")
    click(qtbot, sheet, (0.3, 0.4))

    qtbot.keyClicks(QApplication.focusWidget(), "Loose")
    key(qtbot, Qt.Key.Key_Return)

    (mark,) = marks(sample)
    assert (mark.kind, mark.words) == (MarkKind.TEXT, "Loose")
    assert near(mark.start, (0.3, 0.4))
    undo(qtbot)
    assert marks(sample)[0].words == "Here"
    undo(qtbot)
    assert marks(sample) == ()


def test_a_text_keeps_its_words_rather_than_have_none(sheet, sample, qtbot) -> None:
    press(qtbot, sheet, "Text")
    click(qtbot, sheet, (0.3, 0.4))

    key(qtbot, Qt.Key.Key_Delete)
    press(qtbot, sheet, "This mark is ready")

    assert marks(sample)[0].words == "Here"


def test_words_still_being_written_stay_with_their_mark(sheet, sample, qtbot) -> None:
    press(qtbot, sheet, "Text")
    click(qtbot, sheet, (0.3, 0.4))
    qtbot.keyClicks(QApplication.focusWidget(), "Loose")

    click(qtbot, sheet, (0.9, 0.9))

    assert marks(sample)[0].words == "Loose"
    assert is_there(sheet, "What does the photo show?")


def test_a_measure_line_says_the_size_that_was_typed(sheet, sample, qtbot) -> None:
    sheet.evidence.measure("rail-height", 863.6)
    press(qtbot, sheet, "Measure line")

    drag(qtbot, sheet, (0.2, 0.3), (0.7, 0.3))

    assert marks(sample)[0].words == "34 in"


def test_a_mark_is_moved_and_its_end_is_turned_later(sheet, sample, qtbot) -> None:
    press(qtbot, sheet, "Arrow")
    drag(qtbot, sheet, (0.2, 0.2), (0.5, 0.5))
    click(qtbot, sheet, (0.9, 0.1))

    drag(qtbot, sheet, (0.35, 0.35), (0.55, 0.35))

    assert near(marks(sample)[0].start, (0.4, 0.2))
    assert near(marks(sample)[0].end, (0.7, 0.5))
    drag(qtbot, sheet, (0.7, 0.5), (0.7, 0.9))
    assert near(marks(sample)[0].start, (0.4, 0.2))
    assert near(marks(sample)[0].end, (0.7, 0.9))
    undo(qtbot)
    undo(qtbot)
    assert near(marks(sample)[0].end, (0.5, 0.5))


def test_a_change_beside_the_photo_leaves_the_mark_in_the_hand(sheet, sample, qtbot) -> None:
    press(qtbot, sheet, "Arrow")
    qtbot.mousePress(view_of(sheet), LEFT, pos=on_photo(sheet, 0.2, 0.2))
    move(sheet, on_photo(sheet, 0.4, 0.4), LEFT)

    sheet.evidence.measure("rail-height", 863.6)
    qtbot.mouseRelease(view_of(sheet), LEFT, pos=on_photo(sheet, 0.6, 0.6))

    (mark,) = marks(sample)
    assert near(mark.start, (0.2, 0.2))
    assert near(mark.end, (0.6, 0.6))


def test_what_lies_in_a_circle_can_be_taken_hold_of(sheet, sample, qtbot) -> None:
    press(qtbot, sheet, "Arrow")
    drag(qtbot, sheet, (0.4, 0.5), (0.6, 0.5))
    press(qtbot, sheet, "Circle")
    drag(qtbot, sheet, (0.1, 0.1), (0.9, 0.9))
    click(qtbot, sheet, (0.95, 0.05))

    click(qtbot, sheet, (0.5, 0.5))
    press(qtbot, sheet, "Remove this mark")

    assert [mark.kind for mark in marks(sample)] == [MarkKind.CIRCLE]


def test_a_click_beside_all_marks_ends_the_last_one(sheet, qtbot) -> None:
    press(qtbot, sheet, "Arrow")
    drag(qtbot, sheet, (0.2, 0.2), (0.4, 0.4))
    assert is_there(sheet, "Remove this mark")

    click(qtbot, sheet, (0.9, 0.9))

    assert not is_there(sheet, "Remove this mark")
    assert is_there(sheet, "What does the photo show?")


def test_what_is_blurred_cannot_be_made_out(sheet, sample, qtbot) -> None:
    edge = view_of(sheet).shown.at((0.5, 0.5)).toPoint()

    def step_across_the_edge() -> int:
        shown = view_of(sheet).grab().toImage()
        left, right = (shown.pixelColor(edge + QPoint(by, 0)) for by in (-4, 4))
        return right.lightness() - left.lightness()

    assert step_across_the_edge() > 200
    press(qtbot, sheet, "Blur")
    drag(qtbot, sheet, (0.3, 0.3), (0.72, 0.7))
    click(qtbot, sheet, (0.9, 0.9))
    assert step_across_the_edge() < 200
    undo(qtbot)
    assert step_across_the_edge() > 200


# ------------------------------------------------------------------ by keys alone


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_puts_a_mark_in_the_middle_to_be_moved_by_keys(
    sheet, sample, qtbot, tool: str
) -> None:
    place(qtbot, sheet, tool)
    (before,) = marks(sample)

    for _time in range(5):
        key(qtbot, Qt.Key.Key_Left)
        key(qtbot, Qt.Key.Key_Up)
    key(qtbot, Qt.Key.Key_Return)

    (mark,) = marks(sample)
    assert mark.kind is TOOLS[tool]
    assert mark.start == pytest.approx((before.start[0] - 0.05, before.start[1] - 0.05))
    assert mark.end == pytest.approx((before.end[0] - 0.05, before.end[1] - 0.05))
    assert QApplication.focusWidget() is named(sheet, tool)
    undo(qtbot)
    assert marks(sample) == (before,)


def test_shift_and_arrow_keys_move_the_end(sheet, sample, qtbot) -> None:
    place(qtbot, sheet, "Arrow")
    (before,) = marks(sample)

    key(qtbot, Qt.Key.Key_Right, SHIFT)
    key(qtbot, Qt.Key.Key_Down, SHIFT)
    key(qtbot, Qt.Key.Key_Return)

    (mark,) = marks(sample)
    assert mark.start == before.start
    assert mark.end == pytest.approx((before.end[0] + 0.01, before.end[1] + 0.01))


def test_moves_are_saved_when_the_keys_rest(sheet, sample, qtbot) -> None:
    place(qtbot, sheet, "Circle")
    (before,) = marks(sample)

    with qtbot.waitSignal(sample.saved):
        key(qtbot, Qt.Key.Key_Left)

    assert marks(sample)[0].start[0] < before.start[0]


def test_undo_takes_back_moves_that_do_not_rest_yet(sheet, sample, qtbot) -> None:
    place(qtbot, sheet, "Circle")
    before = marks(sample)

    key(qtbot, Qt.Key.Key_Left)
    undo(qtbot)

    assert marks(sample) == before
    assert view_of(sheet).marks == before


def test_tab_goes_from_mark_to_mark_and_delete_removes_one(sheet, sample, qtbot) -> None:
    place(qtbot, sheet, "Arrow")
    place(qtbot, sheet, "Circle")
    place(qtbot, sheet, "Blur")
    named(sheet, "Arrow, mark 1 of 3").setFocus()

    key(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Circle, mark 2 of 3"
    key(qtbot, Qt.Key.Key_Delete)

    assert [mark.kind for mark in marks(sample)] == [MarkKind.ARROW, MarkKind.BLUR]
    assert sheet.isAncestorOf(QApplication.focusWidget())
    undo(qtbot)
    assert len(marks(sample)) == 3


def test_a_text_is_written_first_and_moved_then(sheet, sample, qtbot) -> None:
    place(qtbot, sheet, "Text")

    qtbot.keyClicks(QApplication.focusWidget(), "Loose")
    key(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "Text “Loose”, mark 1 of 1"
    key(qtbot, Qt.Key.Key_Down)
    key(qtbot, Qt.Key.Key_Return)

    assert marks(sample)[0].words == "Loose"
    assert marks(sample)[0].start[1] == pytest.approx(0.51)


def test_undo_that_takes_the_mark_in_hand_keeps_the_keyboard_in_the_sheet(
    sheet, sample, qtbot
) -> None:
    place(qtbot, sheet, "Arrow")

    undo(qtbot)

    assert marks(sample) == ()
    assert sheet.isAncestorOf(QApplication.focusWidget())
    assert not is_there(sheet, "Remove this mark")


def test_a_mark_is_announced_when_a_key_put_it_there(sheet, window, qtbot) -> None:
    heard = []
    window.page.announced.connect(heard.append)

    place(qtbot, sheet, "Arrow")

    assert heard == ["Arrow added in the middle."]
    assert "Arrow" in read(sheet)


def test_a_screen_reader_can_take_a_mark_in_hand(sheet, qtbot) -> None:
    place(qtbot, sheet, "Arrow")
    key(qtbot, Qt.Key.Key_Return)

    named(sheet, "Arrow, mark 1 of 1").click()

    assert is_there(sheet, "Remove this mark")


def test_moves_are_saved_when_the_sheet_is_closed(sheet, sample, qtbot) -> None:
    place(qtbot, sheet, "Circle")
    (before,) = marks(sample)
    key(qtbot, Qt.Key.Key_Left)

    key(qtbot, Qt.Key.Key_Escape)

    assert marks(sample)[0].start[0] < before.start[0]
