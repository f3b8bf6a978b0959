"""Sizes on the evidence sheet: typed, stepped, read in another unit, asked about, taken back."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from falls_app.domain.assessment import ListKind
from falls_app.ui import theme
from falls_app.ui.widgets.question_card import QuestionCard
from tests.ui.evidence_kit import UNDO, found, sheet_of
from tests.ui.pressing import is_there, is_ticked, named, press, read, write

RAIL = "Top of the rail above the step edge"


@pytest.fixture
def open_sheet(sample, window, qtbot):
    """Return the sheet of a check, the cursor in its first size."""
    sample.choose_list(ListKind.FULL)

    def open_it(check: str, place: str = "stairs"):
        window.go(f"walk:{place}:{check}")
        qtbot.keyClick(window.page.findChild(QuestionCard), "m")
        return sheet_of(window)

    return open_it


def sizes(sample, check: str = "STR01", room: str | None = "stairs"):
    return found(sample, check, room).measures


@pytest.mark.parametrize("typed", ["34", "34.0", "34,0", "33 2/2"])
def test_a_size_is_kept_in_millimeters_however_it_is_written(
    open_sheet, sample, qtbot, typed
) -> None:
    sheet = open_sheet("STR01")

    write(qtbot, sheet, f"{RAIL}, in inches", typed)

    assert sizes(sample) == {"rail-height": pytest.approx(863.6)}
    qtbot.keyClick(QApplication.focusWidget(), *UNDO)
    assert sizes(sample) == {}
    assert named(sheet, f"{RAIL}, in inches").text() == ""


def test_another_unit_keeps_the_size(open_sheet, sample, window, qtbot) -> None:
    sheet = open_sheet("STR01")
    qtbot.keyClicks(QApplication.focusWidget(), "34")

    press(qtbot, sheet, "Read in centimeters")

    assert sizes(sample) == {"rail-height": pytest.approx(863.6)}
    assert named(sheet, f"{RAIL}, in centimeters").text() == "86.4"
    assert "Aim: about 86.5 to 96.5 cm" in read(sheet)
    sheet.close()
    assert is_there(window.page, "Measure: 86.4 cm, key M")


def test_a_screen_reader_changes_the_unit_while_a_size_is_being_written(
    open_sheet, sample, qtbot
) -> None:
    sheet = open_sheet("STR01")
    qtbot.keyClicks(QApplication.focusWidget(), "34")

    named(sheet, "Read in centimeters").click()

    assert sizes(sample) == {"rail-height": pytest.approx(863.6)}


def test_the_unit_is_remembered(open_sheet, qtbot) -> None:
    press(qtbot, open_sheet("STR01"), "Read in centimeters")

    assert is_ticked(open_sheet("STR06"), "Read in centimeters")


def test_the_region_says_which_unit_comes_first(open_sheet, session) -> None:
    session.set_region("uk")

    sheet = open_sheet("STR01")

    assert is_ticked(sheet, "Read in millimeters")
    assert "Aim: about 900 to 1,000 mm" in read(sheet)


def test_warm_water_is_typed_in_fahrenheit_and_kept_in_celsius(open_sheet, sample, qtbot) -> None:
    bath = next(room.id for room in sample.case.home.rooms if room.area == "BTH")
    sheet = open_sheet("BTH17", bath)

    qtbot.keyClicks(QApplication.focusWidget(), "122")
    press(qtbot, sheet, "Read in degrees Celsius")

    assert sizes(sample, "BTH17", bath) == {"tap-heat": pytest.approx(50)}


def test_each_size_of_a_check_has_a_chip_with_what_it_measures(open_sheet, sample, qtbot) -> None:
    sheet = open_sheet("STR06")
    qtbot.keyClicks(QApplication.focusWidget(), "7.5")

    press(qtbot, sheet, "Measure: Depth of a step, edge to edge")
    qtbot.keyClicks(QApplication.focusWidget(), "11")
    sheet.close()

    assert sizes(sample, "STR06") == {
        "step-height": pytest.approx(190.5), "step-depth": pytest.approx(279.4)
    }  # fmt: skip
    assert is_there(open_sheet("STR06"), "Measure: Height of a step: 7.5 in")


def test_a_size_goes_up_and_down_in_steps(open_sheet, sample, qtbot) -> None:
    sheet = open_sheet("STR01")
    assert not named(sheet, "Add 0.5 inches").isEnabled()
    qtbot.keyClicks(QApplication.focusWidget(), "34")

    press(qtbot, sheet, "Add 0.5 inches")
    press(qtbot, sheet, "Add 0.5 inches")
    press(qtbot, sheet, "Take off 0.5 inches")

    field = named(sheet, f"{RAIL}, in inches")
    assert field.text() == "34.5"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "35"
    with qtbot.waitSignal(sample.saved):
        pass
    assert sizes(sample) == {"rail-height": pytest.approx(889)}


def test_a_length_never_goes_below_nothing(open_sheet, qtbot) -> None:
    sheet = open_sheet("STR01")
    qtbot.keyClicks(QApplication.focusWidget(), "0.2")

    press(qtbot, sheet, "Take off 0.5 inches")

    assert named(sheet, f"{RAIL}, in inches").text() == "0"


def test_a_size_far_off_is_asked_about_and_kept(open_sheet, sample, window, qtbot) -> None:
    heard = []
    sheet = open_sheet("STR01")
    window.page.announced.connect(heard.append)

    write(qtbot, sheet, f"{RAIL}, in inches", "900")

    assert sizes(sample) == {"rail-height": pytest.approx(22860)}
    assert "Is 900 in right?" in read(sheet)
    assert any("Is 900 in right?" in each for each in heard)
    write(qtbot, sheet, f"{RAIL}, in inches", "36")
    assert "right?" not in read(sheet)


def test_what_is_no_number_is_told_and_nothing_is_kept(open_sheet, sample, qtbot) -> None:
    sheet = open_sheet("STR01")

    write(qtbot, sheet, f"{RAIL}, in inches", "about 34")

    assert "Write a number, such as 34 or 34.5." in read(sheet)
    assert sizes(sample) == {}


def test_a_size_that_is_wiped_out_is_gone(open_sheet, sample, qtbot) -> None:
    sheet = open_sheet("STR01")
    write(qtbot, sheet, f"{RAIL}, in inches", "34")

    write(qtbot, sheet, f"{RAIL}, in inches", " ")

    assert sizes(sample) == {}


def test_a_size_without_an_aim_says_none(open_sheet, sample) -> None:
    bedroom = next(room.id for room in sample.case.home.rooms if room.area == "BED")

    assert "Aim:" not in read(open_sheet("BED01", bedroom))


@pytest.fixture
def large_text(look) -> None:
    theme.look.use(percent=150)


def test_the_field_stays_in_sight_while_what_stands_above_it_grows(
    large_text, window, open_sheet, qtbot
) -> None:
    window.resize(960, 640)
    sheet = open_sheet("STR04")

    for what in ("Rail past the last step", "Thickness of a round rail"):
        press(qtbot, sheet, f"Measure: {what}")
        field = QApplication.focusWidget()
        qtbot.keyClicks(field, "340")
        qtbot.waitUntil(partial(is_there, sheet, f"Measure: {what}: 340 in"))

    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
