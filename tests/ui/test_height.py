"""Height over time: two readings a day, the rule that is reached, and the short question."""

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QAbstractButton

from falls_app.content.screening import load_height
from falls_app.domain.bones import Height
from falls_app.domain.person import Say
from tests.ui.pressing import is_there, named, press, read, write

KEEP, KEEP_TALLEST = "Measured now: Write it down", "The tallest ever: Write it down"


@pytest.fixture
def nell(session):
    session.begin(mine=False)
    session.set_person("name", name="Nell", say=Say.SHE)
    session.set_region("uk")
    return session


def measure(qtbot, window, *readings: str) -> None:
    for name, reading in zip(("First", "Second"), readings, strict=False):
        write(qtbot, window.page, f"{name} reading, centimeters", reading)
    press(qtbot, window.page, KEEP)


def tallest(qtbot, window, cm: str) -> None:
    write(qtbot, window.page, "Tallest height, centimeters", cm)
    press(qtbot, window.page, KEEP_TALLEST)


def test_the_steps_say_how_to_measure(window, nell):
    window.go("bones:height")

    for step in load_height().steps:
        assert step in read(window.page)


def test_the_middle_of_two_readings_is_kept_with_its_day(window, nell, qtbot):
    window.go("bones:height")
    assert "With two, the middle counts." in read(window.page)
    measure(qtbot, window, "163.2", "163.8")

    assert nell.case.bones.heights == (Height("2026-11-20", 163.5),)
    qtbot.waitUntil(lambda: "163.5 cm" in read(window.page))
    assert named(window.page, "First reading, centimeters").text() == ""


def test_one_reading_of_another_day_is_fine(window, nell, qtbot):
    window.go("bones:height")
    named(window.page, "Day of the reading").setDate(QDate(2025, 3, 2))
    measure(qtbot, window, "165")

    assert nell.case.bones.heights == (Height("2025-03-02", 165.0),)


def test_there_is_one_tallest_height(window, nell, qtbot):
    window.go("bones:height")
    tallest(qtbot, window, "167")
    tallest(qtbot, window, "168,5")

    assert nell.case.bones.heights == (Height("", 168.5),)


def test_feet_and_inches_where_people_use_them(window, nell, qtbot):
    nell.set_region("us")
    window.go("bones:height")
    write(qtbot, window.page, "Tallest height, feet", "5")
    write(qtbot, window.page, "Tallest height, inches", "6.5")
    press(qtbot, window.page, KEEP_TALLEST)

    assert nell.case.bones.heights[0].cm == pytest.approx(168.9)
    qtbot.waitUntil(lambda: "5 ft 6.5 in" in read(window.page))
    nell.set_region("uk")
    qtbot.waitUntil(lambda: "168.9 cm" in read(window.page))


def test_an_empty_form_asks_for_a_height(window, nell, qtbot):
    window.go("bones:height")
    press(qtbot, window.page, KEEP)

    assert "Write a height first." in read(window.page)
    assert nell.case.bones.heights == ()


@pytest.mark.parametrize(
    ("readings", "asked"),
    [
        (("63.2",), "Is 63.2 cm right?"),
        (("163", "166"), "163 cm and 166 cm are far apart."),
        (("63", "163"), "Is 63 cm right?"),
    ],
)
def test_a_slip_is_asked_back_and_taken_when_pressed_again(window, nell, qtbot, readings, asked):
    window.go("bones:height")
    measure(qtbot, window, *readings)
    assert asked in read(window.page)
    assert nell.case.bones.heights == ()

    press(qtbot, window.page, KEEP)

    assert len(nell.case.bones.heights) == 1


TEXTS = {answer.id: answer.text for answer in load_height().answers}


@pytest.mark.parametrize(
    ("lost", "text"), [(1.9, "little"), (2.0, "some"), (3.9, "some"), (4.0, "lot")]
)
def test_each_loss_since_the_tallest_says_its_text(window, nell, qtbot, lost, text):
    window.go("bones:height")
    tallest(qtbot, window, "168")
    measure(qtbot, window, f"{168 - lost:.1f}")

    words = read(window.page)
    assert TEXTS[text] in words
    assert f"{lost:g} cm shorter than at the tallest." in words


@pytest.mark.parametrize(("lost", "text"), [(1.9, "little"), (2.0, "lot")])
def test_two_centimeters_since_a_reading_are_worth_a_visit(window, nell, lost, text):
    readings = (Height("2025-11-20", 165.0), Height("2026-11-20", 165.0 - lost))
    nell.change_bones("heights", heights=readings)
    window.go("bones:height")

    words = read(window.page)
    assert TEXTS[text] in words
    assert ("a reading of the last 5 years" in words) is (text == "lot")
    assert f"{lost:g} cm less than on 20 Nov 2025." in words


def test_a_known_break_is_spoken_of_in_its_own_words(window, nell):
    nell.answer_bone("B02", "followed_up", "A broken bone in the back")
    nell.change_bones("heights", heights=(Height("", 168.0), Height("2026-11-20", 160.0)))
    window.go("bones:height")

    assert load_height().known_break.text in read(window.page)


def test_taller_than_before_asks_to_measure_again(window, nell):
    nell.change_bones("heights", heights=(Height("", 165.0), Height("2026-11-20", 166.0)))
    window.go("bones:height")

    assert load_height().gained in read(window.page)
    assert "As tall as ever." in read(window.page)


def test_with_one_height_there_is_nothing_to_compare(window, nell, qtbot):
    window.go("bones:height")
    tallest(qtbot, window, "168")

    assert "shorter" not in read(window.page)


def test_the_short_question_is_filled_in_and_follows(window, nell, qtbot):
    window.go("bones:height")
    tallest(qtbot, window, "168")
    measure(qtbot, window, "166")
    assert nell.case.bones.items == {"B03": "some"}
    measure(qtbot, window, "163.5")
    assert nell.case.bones.items == {"B03": "lot"}

    take_out = "Take out: 163.5 cm, Today"
    qtbot.waitUntil(lambda: is_there(window.page, take_out))
    press(qtbot, window.page, take_out)
    assert nell.case.bones.items == {"B03": "some"}

    window.go("bones:B03")
    names = [each.accessibleName() for each in window.page.findChildren(QAbstractButton)]
    assert any(name.startswith("A little") and name.endswith("Chosen.") for name in names)


def test_an_answer_by_hand_stays(window, nell, qtbot):
    nell.answer_bone("B03", "not_sure", "Height")
    window.go("bones:height")
    tallest(qtbot, window, "168")
    measure(qtbot, window, "160")

    assert nell.case.bones.items == {"B03": "not_sure"}


def test_one_undo_takes_back_the_height_and_the_answer(window, nell, qtbot):
    window.go("bones:height")
    tallest(qtbot, window, "168")
    measure(qtbot, window, "160")

    nell.undo()

    assert nell.case.bones.heights == (Height("", 168.0),)
    assert nell.case.bones.items == {}


def test_the_picture_says_in_words_what_it_shows(window, nell):
    readings = (Height("", 168.0), Height("2025-03-02", 166.2), Height("2026-11-12", 166.2))
    nell.change_bones("heights", heights=readings)
    window.go("bones:height")

    name = "Heights so far. Height in centimeters: 2 Mar 2025 166.2, 12 Nov 166.2"
    assert is_there(window.page, name)
    assert "The same as on 2 Mar 2025." in read(window.page)


def test_the_card_says_how_it_stands(window, nell):
    def card() -> str:
        window.go("bones:overview")
        names = [each.accessibleName() for each in window.page.findChildren(QAbstractButton)]
        return next(name for name in names if name.startswith("Height over time"))

    assert "Not measured yet" in card()
    nell.change_bones("heights", heights=(Height("", 168.0),))
    assert "1 height." in card()
    nell.change_bones("heights", heights=(Height("", 168.0), Height("2026-11-12", 163.0)))
    assert card().startswith("Height over time. Ask soon. 5 cm shorter than at the tallest.")
