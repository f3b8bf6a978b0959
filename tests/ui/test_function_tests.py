"""Tests of movement with a helper: the gate, the stopwatch, what is kept, and how it changed."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from falls_app.domain.bones import FunctionResult, TwoDays
from falls_app.ui import moments
from falls_app.ui.main_window import MainWindow
from falls_app.ui.session import Session
from tests.ui.pressing import is_there, is_ticked, named, press, read, write

COUNTDOWN = 3.0
PIXELS = 120
"""The smallest height of the one big button."""


class Clock:
    """Stands still until a test moves it on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch(monkeypatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(moments, "clock", made)
    return made


def at(seconds: float) -> int:
    """Return the time stamp that a device gives: its zero is not that of our clock."""
    return round((seconds - 700) * 1000)


def press_key(window: MainWindow, key: Qt.Key, moment: float, *, repeats: bool = False) -> None:
    """Press a key where the keyboard is, at a moment; it is heard of when the clock says."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", repeats)
        event.setTimestamp(at(moment))
        QApplication.sendEvent(window.page.first_focus(), event)


def tap(button: QAbstractButton, moment: float) -> None:
    """Touch a button at a moment."""
    middle = QPointF(button.rect().center())
    left = Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind, middle, button.mapToGlobal(middle), left, left, Qt.KeyboardModifier.NoModifier
        )
        event.setTimestamp(at(moment))
        QApplication.sendEvent(button, event)


def shows(window: MainWindow, words: str) -> bool:
    return words in read(window.page)


@pytest.fixture
def to_do(qtbot, window, sample):
    """Return what opens a test and comes through the gate with Maria."""

    def open_test(test: str, *, real: bool = True) -> None:
        window.go(f"bones:tests:{test}")
        press(qtbot, window.page, "None of these")
        press(qtbot, window.page, "Maria")
        press(qtbot, window.page, "Go on")
        press(qtbot, window.page, "Ready to start" if real else "Practice run")

    return open_test


# ------------------------------------------------------------------ the gate


def test_nobody_comes_to_a_test_without_passing_the_gate(window, sample, qtbot):
    window.go("bones:tests")
    press(qtbot, window.page, card(window, "Four ways to stand"))

    assert shows(window, "Is any of this so today?")
    assert not is_there(window.page, "Ready to start")


def card(window: MainWindow, start: str) -> str:
    names = [each.accessibleName() for each in window.page.findChildren(QAbstractButton)]
    return next(name for name in names if name.startswith(start))


SIGNS = (
    "A red flag is open", "There is new back pain", "A bone broke not long ago",
    "There was surgery not long ago", "A doctor or a physio said not to",
    "Standing alone is not possible", "There is no helper",
)  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
def test_any_sign_leaves_the_tests_for_today_and_says_why(window, sample, qtbot, sign):
    window.go("bones:tests:chair")
    press(qtbot, window.page, sign)

    assert shows(window, "Leave the tests for today")
    assert shows(window, f"Why: {sign}.")

    window.go("bones:overview")
    window.go("bones:tests:balance")

    assert shows(window, "Leave the tests for today")
    assert not is_there(window.page, "None of these")


def test_the_next_day_the_gate_opens_again(window, sample, qtbot, monkeypatch):
    window.go("bones:tests:chair")
    press(qtbot, window.page, "There is no helper")

    monkeypatch.setattr(sample, "_today", lambda: date(2026, 11, 21))
    window.go("bones:tests:chair")

    assert is_there(window.page, "None of these")


def test_a_sign_ticked_by_mistake_can_be_undone(window, sample, qtbot):
    window.go("bones:tests:chair")
    press(qtbot, window.page, "There is no helper")

    sample.undo()
    window.go("bones:tests:chair")

    assert is_there(window.page, "None of these")


@pytest.mark.parametrize(
    "said",
    [
        {"two_days": TwoDays(("head",))},
        {"two_days": TwoDays(("not_sure",))},
        {"flags": {"RF1": "not_sure"}},
        {"flags": {"RF20": "yes"}},
    ],
)
def test_an_open_flag_leaves_the_tests_without_a_question(window, sample, said):
    sample.change_bones("flags", **said)

    window.go("bones:tests:tug")

    assert shows(window, "Why: A red flag is open.")


def test_a_flag_that_can_wait_for_a_visit_leaves_the_tests_open(window, sample):
    sample.change_bones("flags", flags={"RF20": "no", "RF31": "yes"})

    window.go("bones:tests:tug")

    assert is_there(window.page, "None of these")


def test_new_back_pain_told_elsewhere_leaves_the_tests(window, sample, qtbot):
    sample.answer_bone("RF30", "yes", "New back pain")

    window.go("bones:tests:tug")

    assert shows(window, "Why: There is new back pain.")
    press(qtbot, window.page, "See the red flags")
    assert window.page.stage == "bones"
    assert not shows(window, "Why: There is new back pain.")


def test_a_test_wants_an_answer_to_the_signs_and_the_name_of_a_helper(window, sample, qtbot):
    window.go("bones:tests:tug")
    press(qtbot, window.page, "Go on")
    assert shows(window, "If nothing does, tick “None of these”.")

    press(qtbot, window.page, "None of these")
    press(qtbot, window.page, "Go on")
    assert shows(window, "Say who helps. Nobody does a test alone.")

    write(qtbot, window.page, "Name of the helper", "Ana")
    press(qtbot, window.page, "Go on")
    assert shows(window, "Step by step")


def test_a_written_name_takes_the_place_of_a_chosen_one(window, sample, qtbot):
    window.go("bones:tests:tug")
    press(qtbot, window.page, "Maria")
    write(qtbot, window.page, "Name of the helper", "Ana")
    assert not is_ticked(window.page, "Maria")

    press(qtbot, window.page, "Joe")
    assert named(window.page, "Name of the helper").text() == ""


def test_the_gate_is_passed_once_a_day(window, sample, qtbot, to_do):
    to_do("tug")

    window.go("bones:tests:chair")

    assert shows(window, "Step by step")


# ------------------------------------------------------------------ before a run


def test_each_test_says_what_it_needs_its_steps_and_when_to_stop(window, sample, qtbot, to_do):
    to_do("tug")
    for test in ("tug", "chair", "balance", "pressure"):
        window.go(f"bones:tests:{test}")
        words = read(window.page)
        assert "What you need" in words
        assert "Step by step" in words
        assert "Short of breath" in words
    assert "nobody knows the monitor well" in words


def test_the_chair_stand_has_its_picture(window, sample, to_do):
    to_do("chair")
    window.go("bones:tests:chair")

    assert is_there(
        window.page, "A firm chair against the wall, to stand up from and sit down again"
    )


# ------------------------------------------------------------------ the stopwatch


def test_one_big_button_starts_and_stops_and_the_time_is_that_of_the_presses(
    window, sample, qtbot, to_do, watch
):
    to_do("tug")
    button = window.page.first_focus()
    assert button.height() >= PIXELS

    tap(button, watch.now)
    assert shows(window, "Get ready")
    assert shows(window, "3")
    watch.now += COUNTDOWN
    qtbot.waitUntil(lambda: shows(window, "Go"))
    watch.now += 11.4
    tap(button, watch.now)

    assert shows(window, "11.4 seconds")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_time_is_right_though_the_window_was_busy(window, sample, qtbot, to_do, watch, key):
    to_do("tug")
    start = watch.now
    press_key(window, key, start)
    watch.now += COUNTDOWN + 1
    qtbot.waitUntil(lambda: shows(window, "Go"))
    stopped = start + COUNTDOWN + 8.4

    watch.now = stopped + 0.7  # nothing was heard for 0.7 seconds
    press_key(window, key, stopped)
    press(qtbot, window.page, "Write it down")

    (result,) = sample.case.bones.tests
    assert result.value == pytest.approx(8.4, abs=0.05)


def test_a_busy_window_at_go_moves_nothing(window, sample, qtbot, to_do, watch):
    to_do("tug")
    press_key(window, Qt.Key.Key_Space, watch.now)

    watch.now += COUNTDOWN + 0.7
    qtbot.waitUntil(lambda: shows(window, "0.7"))

    watch.now += 4.3
    qtbot.waitUntil(lambda: shows(window, "5.0"))


def test_a_held_key_counts_once(window, sample, qtbot, to_do, watch):
    to_do("tug")
    press_key(window, Qt.Key.Key_Space, watch.now)
    press_key(window, Qt.Key.Key_Space, watch.now, repeats=True)

    assert shows(window, "Get ready")


def test_a_press_without_a_time_stamp_is_taken_for_now(window, sample, qtbot, to_do, watch):
    to_do("tug")
    window.page.first_focus().click()  # as a screen reader does
    watch.now += COUNTDOWN + 6
    window.page.first_focus().click()

    assert shows(window, "6 seconds")


def test_time_stamps_of_another_clock_are_not_believed(window, sample, qtbot, to_do, watch):
    to_do("tug")
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now += COUNTDOWN + 20
    press_key(window, Qt.Key.Key_Space, watch.now - 15)

    assert shows(window, "20 seconds")


def test_during_the_countdown_the_button_calls_it_off(window, sample, to_do, watch):
    to_do("tug")
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now += 1
    press_key(window, Qt.Key.Key_Space, watch.now)

    assert named(window.page, "Start")


def test_escape_stops_a_run_and_nothing_is_kept(window, sample, qtbot, to_do, watch):
    to_do("tug")
    window.activateWindow()
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now += COUNTDOWN + 2
    qtbot.waitUntil(lambda: shows(window, "Go"))

    qtbot.keyClick(window.page.first_focus(), Qt.Key.Key_Escape)

    assert shows(window, "Stopped. Nothing was written down.")
    assert named(window.page, "Start")
    assert sample.case.bones.tests == ()


def test_what_ends_a_test_stays_in_sight_and_leads_out_for_today(
    window, sample, qtbot, to_do, watch
):
    to_do("chair")
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now += COUNTDOWN + 2
    qtbot.waitUntil(lambda: is_there(window.page, "+1 stand"))
    assert shows(window, "Short of breath")
    assert shows(window, "Legs give way")

    press(qtbot, window.page, "One of these: leave the tests for today")

    assert shows(window, "Leave the tests for today")
    window.go("bones:tests:chair")
    assert not is_there(window.page, "Ready to start")


def test_leaving_the_page_stops_the_clock(window, sample, qtbot, to_do, watch):
    to_do("tug")
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now += COUNTDOWN + 2
    qtbot.waitUntil(lambda: shows(window, "Go"))

    window.go("results")
    watch.now += 60
    window.go("bones:tests")

    assert sample.case.bones.tests == ()
    assert is_there(window.page, card(window, "Stand up, walk and sit down"))


@pytest.mark.parametrize(("on", "sounds"), [(False, 0), (True, 2)])
def test_sound_is_off_until_it_is_asked_for(
    window, sample, qtbot, to_do, watch, monkeypatch, on, sounds
):
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append(True))
    to_do("tug")
    chip = "Beep at the start and at the end"
    assert not is_ticked(window.page, chip)
    if on:
        press(qtbot, window.page, chip)
        window.go("results")
        window.go("bones:tests:tug")
        press(qtbot, window.page, "Ready to start")
        assert is_ticked(window.page, chip)

    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now += COUNTDOWN
    qtbot.waitUntil(lambda: shows(window, "Go"))
    watch.now += 9
    press_key(window, Qt.Key.Key_Space, watch.now)

    assert len(heard) == sounds


# ------------------------------------------------------------------ each test


def stand_up(window: MainWindow, qtbot, watch: Clock, *moments_of_stands: float) -> None:
    """Do the chair stand: press at these seconds after "go", and let the 30 seconds end."""
    go = watch.now + COUNTDOWN
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now = go
    qtbot.waitUntil(lambda: is_there(window.page, "+1 stand"))
    for moment in moments_of_stands:
        watch.now = go + moment
        press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now = go + 31
    qtbot.waitUntil(lambda: is_there(window.page, "Write it down"))


def test_the_chair_stand_ends_by_itself_and_counts_each_press(window, sample, qtbot, to_do, watch):
    to_do("chair")

    stand_up(window, qtbot, watch, *range(2, 24, 2))
    press(qtbot, window.page, "Write it down")

    (result,) = sample.case.bones.tests
    assert (result.kind, result.value, result.helper) == ("chair", 11, "Maria")
    assert result.date == "2026-11-20"


def test_a_stand_in_time_counts_though_it_is_heard_of_late(window, sample, qtbot, to_do, watch):
    to_do("chair")
    go = watch.now + COUNTDOWN
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now = go + 1
    qtbot.waitUntil(lambda: is_there(window.page, "+1 stand"))
    press_key(window, Qt.Key.Key_Space, watch.now)

    watch.now = go + 30.1
    press_key(window, Qt.Key.Key_Space, go + 29.9)
    watch.now = go + 30.15
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now = go + 31

    qtbot.waitUntil(lambda: shows(window, "2 stands"))


def test_the_count_can_be_put_right_during_the_run_and_after(window, sample, qtbot, to_do, watch):
    to_do("chair")
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now += COUNTDOWN + 1
    qtbot.waitUntil(lambda: is_there(window.page, "+1 stand"))
    press(qtbot, window.page, "One stand fewer")
    press_key(window, Qt.Key.Key_Space, watch.now)
    press(qtbot, window.page, "One stand more")
    assert shows(window, "29 seconds left")
    watch.now += 40
    qtbot.waitUntil(lambda: shows(window, "2 stands"))

    press(qtbot, window.page, "One stand fewer")

    assert shows(window, "1 stand")


@pytest.mark.parametrize("when", ["during", "after"])
def test_arms_that_were_needed_make_it_zero(window, sample, qtbot, to_do, watch, when):
    to_do("chair")
    if when == "during":
        press_key(window, Qt.Key.Key_Space, watch.now)
        watch.now += COUNTDOWN + 5
        qtbot.waitUntil(lambda: is_there(window.page, "+1 stand"))
        press(qtbot, window.page, "The arms were needed: ends with 0")
    else:
        stand_up(window, qtbot, watch, 3, 6, 9)
        press(qtbot, window.page, "The arms were needed to stand up")
    press(qtbot, window.page, "Write it down")

    (result,) = sample.case.bones.tests
    assert (result.value, result.seen) == (0, ("arms",))
    assert shows(window, "The arms were needed to stand up.")


def test_stopping_the_chair_stand_keeps_nothing(window, sample, qtbot, to_do, watch):
    to_do("chair")
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now += COUNTDOWN + 5
    qtbot.waitUntil(lambda: is_there(window.page, "+1 stand"))

    press(qtbot, window.page, "Stop")

    assert named(window.page, "Start")
    assert sample.case.bones.tests == ()


def hold(window: MainWindow, qtbot, watch: Clock, seconds: float) -> None:
    """Hold one way to stand this long; 10 seconds end by themselves."""
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now += COUNTDOWN
    qtbot.waitUntil(lambda: is_there(window.page, "Stop"))
    watch.now += seconds
    if seconds < 10:
        press_key(window, Qt.Key.Key_Space, watch.now)
    else:
        watch.now += 1
        qtbot.waitUntil(lambda: not is_there(window.page, "Stop"))


def test_balance_ends_at_the_first_way_to_stand_that_does_not_hold(
    window, sample, qtbot, to_do, watch
):
    to_do("balance")
    assert shows(window, "Stand 1 of 4: Feet side by side")
    hold(window, qtbot, watch, 10)
    assert shows(window, "Stand 2 of 4: One foot half a step ahead")
    hold(window, qtbot, watch, 10)
    hold(window, qtbot, watch, 6.4)
    press(qtbot, window.page, "Write it down")

    (result,) = sample.case.bones.tests
    assert result.parts == {"side": 10, "semi": 10, "tandem": 6.4}
    assert result.value == 6.4
    assert shows(window, "2 of 4 ways to stand held")


def test_all_four_ways_to_stand_may_hold(window, sample, qtbot, to_do, watch):
    to_do("balance")
    for _stand in range(4):
        hold(window, qtbot, watch, 10)

    assert shows(window, "4 of 4 ways to stand held")


def fill_in(qtbot, window: MainWindow, *readings: tuple[int, int]) -> None:
    for when, reading in zip(
        ("Lying down", "After 1 minute", "After 3 minutes"), readings, strict=False
    ):
        for end, number in zip(("upper", "lower"), reading, strict=True):
            write(qtbot, window.page, f"{when}, {end} number", str(number))


def test_blood_pressure_is_written_down_from_a_monitor(window, sample, qtbot, window_at_pressure):
    fill_in(qtbot, window, (140, 80), (126, 78), (130, 80))
    press(qtbot, window.page, "Dizzy after standing up")
    press(qtbot, window.page, "Write it down")

    (result,) = sample.case.bones.tests
    assert (result.kind, result.value, result.seen) == ("pressure", 14, ("dizzy",))
    assert shows(window, "140/80 lying down, 126/78 after 1 minute, 130/80 after 3 minutes")


@pytest.fixture
def window_at_pressure(window, qtbot, sample) -> None:
    window.go("bones:tests:pressure")
    press(qtbot, window.page, "None of these")
    press(qtbot, window.page, "Maria")
    press(qtbot, window.page, "Go on")
    press(qtbot, window.page, "Write the numbers down")


def test_a_number_no_monitor_shows_is_asked_back_and_taken(
    window, sample, qtbot, window_at_pressure
):
    fill_in(qtbot, window, (300, 80), (126, 78))
    press(qtbot, window.page, "Write it down")
    assert shows(window, "Is 300 right?")
    assert sample.case.bones.tests == ()

    press(qtbot, window.page, "Write it down")

    assert sample.case.bones.tests[0].parts["lying_upper"] == 300


@pytest.mark.parametrize("readings", [(), ((140, 80),)])
def test_half_a_blood_pressure_is_asked_for(window, sample, qtbot, window_at_pressure, readings):
    fill_in(qtbot, window, *readings)
    press(qtbot, window.page, "Write it down")

    assert shows(window, "A reading has two numbers.")
    assert sample.case.bones.tests == ()


def test_what_is_not_wanted_is_not_kept(window, sample, qtbot, to_do, watch):
    to_do("chair")
    stand_up(window, qtbot, watch, 3)
    press(qtbot, window.page, "Do not keep it")

    assert sample.case.bones.tests == ()
    window.go("bones:tests:pressure")
    press(qtbot, window.page, "Write the numbers down")
    press(qtbot, window.page, "Do not keep it")
    assert sample.case.bones.tests == ()


def test_a_practice_run_is_not_stored_and_leads_to_the_real_one(
    window, sample, qtbot, to_do, watch
):
    to_do("balance", real=False)
    assert shows(window, "Practice run: it is not written down.")
    hold(window, qtbot, watch, 4)
    assert shows(window, "That was a practice run.")
    assert not is_there(window.page, "Write it down")
    press(qtbot, window.page, "Practice again")
    hold(window, qtbot, watch, 5)

    press(qtbot, window.page, "Now the real one")

    assert not shows(window, "Practice run: it is not written down.")
    assert sample.case.bones.tests == ()


def test_what_the_helper_saw_is_kept_with_the_time(window, sample, qtbot, to_do, watch):
    to_do("tug")
    press_key(window, Qt.Key.Key_Space, watch.now)
    watch.now += COUNTDOWN + 12
    press_key(window, Qt.Key.Key_Space, watch.now)
    for words in ("Used a stick or a walker", "Took short steps", "Held the arms still"):
        press(qtbot, window.page, words)
    press(qtbot, window.page, "Took short steps")
    press(qtbot, window.page, "Write it down")

    assert sample.case.bones.tests[0].seen == ("aid", "arm_swing")
    assert shows(window, "Used a stick or a walker. Held the arms still. With Maria.")


# ------------------------------------------------------------------ over time

EARLIER = FunctionResult("tug", "2026-05-03", 14.2, "Maria")


def test_a_result_can_be_undone(window, sample, qtbot, to_do, watch):
    to_do("chair")
    stand_up(window, qtbot, watch, 3)
    press(qtbot, window.page, "Write it down")

    sample.undo()

    assert sample.case.bones.tests == ()
    assert not shows(window, "Numbers so far")


@pytest.mark.parametrize(
    ("result", "before", "words"),
    [
        (FunctionResult("tug", "2026-11-12", 12.2), EARLIER, "2 seconds quicker than on May 3."),
        (FunctionResult("tug", "2026-11-12", 15.2), EARLIER, "1 second slower than on May 3."),
        (FunctionResult("tug", "2026-11-12", 14.2), EARLIER, "The same as on May 3."),
        (FunctionResult("tug", "2026-05-03", 13.8), EARLIER, "0.4 seconds quicker than earlier that day."),
        (FunctionResult("chair", "2026-11-12", 9), FunctionResult("chair", "2025-05-03", 8), "1 stand more than on May 3, 2025."),
        (FunctionResult("chair", "2026-11-12", 6), FunctionResult("chair", "2026-05-03", 8), "2 stands fewer than on May 3."),
        (FunctionResult("balance", "2026-11-12", 6), FunctionResult("balance", "2026-05-03", 8), "Heel to toe 2 seconds shorter than on May 3."),
        (FunctionResult("balance", "2026-11-12", 8), FunctionResult("balance", "2026-05-03", 8), "Heel to toe as long as on May 3."),
        (FunctionResult("pressure", "2026-11-12", 20), FunctionResult("pressure", "2026-05-03", 8), "The upper number drops 12 more than on May 3."),
        (FunctionResult("pressure", "2026-11-12", 8), FunctionResult("pressure", "2026-05-03", 8), "The upper number drops as far as on May 3."),
    ],
)  # fmt: skip
def test_the_difference_to_the_last_time_stands_in_words(window, sample, result, before, words):
    sample.change_bones(
        "results", tests=(result, before) if result.date > before.date else (before, result)
    )

    window.go("bones:tests")

    assert shows(window, words)


def test_the_picture_says_in_words_what_it_shows(window, sample):
    sample.change_bones("results", tests=(EARLIER, FunctionResult("tug", "2026-11-12", 12.2)))

    window.go("bones:tests")

    name = "Stand up, walk and sit down. Seconds: May 3 14.2, Nov 12 12.2"
    assert is_there(window.page, name)


def test_one_result_has_no_picture(window, sample):
    sample.change_bones("results", tests=(EARLIER,))
    window.go("bones:tests")

    assert not is_there(window.page, "Stand up, walk and sit down. Seconds: May 3 14.2")
    assert shows(window, "14.2 seconds")


def test_a_result_of_a_file_without_a_date_is_shown_too(window, sample):
    sample.change_bones("results", tests=(FunctionResult("balance", "", 9.0), EARLIER))
    window.go("bones:tests")

    assert shows(window, "No date")


def test_a_result_can_be_taken_out(window, sample, qtbot):
    last = FunctionResult("tug", "2026-11-12", 12.2, "Maria")
    sample.change_bones("results", tests=(EARLIER, last))
    window.go("bones:tests")

    press(qtbot, window.page, "Take out: Stand up, walk and sit down, May 3")

    assert sample.case.bones.tests == (last,)


def test_the_card_says_how_many_results_there_are_and_never_how_good(window, sample):
    sample.change_bones("results", tests=(EARLIER, FunctionResult("chair", "2026-11-12", 0.0)))
    window.go("bones:overview")
    name = card(window, "Tests with a helper")

    assert name.startswith("Tests with a helper. 2 results. Stand up from a chair")
    assert "0 stands" in name


def test_an_unknown_kind_of_result_spoils_nothing(window, sample):
    sample.change_bones("results", tests=(FunctionResult("gait", "2026-11-12", 1.0),))
    window.go("bones:tests")
    window.go("bones:overview")

    assert is_there(window.page, card(window, "Tests with a helper"))


# ------------------------------------------------------------------ for work


def chair_run(window: MainWindow, session: Session, qtbot, watch: Clock, **person) -> None:
    session.set_person("age", **person)
    stand_up(window, qtbot, watch, 3, 6)


def test_a_family_sees_no_reference(window, sample, qtbot, to_do, watch):
    to_do("chair")
    chair_run(window, sample, qtbot, watch, age=78)

    assert not shows(window, "Reference")


@pytest.mark.parametrize(
    ("age", "has_table"), [(59, False), (60, True), (94, True), (95, False), (None, True)]
)
def test_for_work_the_table_stands_beside_the_number_within_its_ages(
    window, sample, qtbot, to_do, watch, age, has_table
):
    sample.set_professional(True)
    to_do("chair")
    chair_run(window, sample, qtbot, watch, age=age)

    assert shows(window, "Reference")
    assert shows(window, "60 to 64") is has_table
    assert shows(window, "There is no reference for this age.") is not has_table


def test_for_work_the_other_tests_name_their_number(window, sample):
    sample.set_professional(True)
    sample.change_bones("results", tests=(EARLIER,))
    window.go("bones:tests")

    assert shows(window, "CDC uses 12 seconds.")

    sample.set_professional(False)
    assert not shows(window, "CDC uses 12 seconds.")


def test_no_number_gets_a_verdict_and_none_are_added_up(window, sample, qtbot):
    sample.change_bones("results", tests=(FunctionResult("tug", "2026-11-12", 40.0),))
    window.go("bones:tests")

    words = read(window.page).lower()
    assert not any(word in words for word in ("below average", "too slow", "high", "low", "poor"))
