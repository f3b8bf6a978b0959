"""After a break in the spine: one day is asked, and all others follow."""

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QAbstractButton

from falls_app.content.screening import load_recovery
from falls_app.ui.widgets.phase_card import PhaseCard
from tests.ui.pressing import is_there, named, press, read

ASKED = "On which day did the bone break?"


def told_now(window) -> list[str]:
    """Return the days of the stretches that are marked as now."""
    cards = window.page.findChildren(PhaseCard)
    return [read(card).splitlines()[1] for card in cards if is_there(card, "Now")]


def card_of(window) -> str:
    window.go("bones:overview")
    names = [each.accessibleName() for each in window.page.findChildren(QAbstractButton)]
    return next(name for name in names if name.startswith("After a break in the spine"))


def choose(window, iso: str) -> None:
    named(window.page, ASKED).setDate(QDate.fromString(iso, "yyyy-MM-dd"))


def test_without_the_day_the_weeks_have_no_dates(window, sample):
    window.go("bones:recovery")

    words = read(window.page)
    assert "The weeks after the break" in words
    assert "Weeks 1 to 3" in words
    assert told_now(window) == []
    assert sample.case.bones.dates == {}


def test_today_counts_only_when_somebody_says_so(window, sample, qtbot):
    window.go("bones:recovery")
    press(qtbot, window.page, f"{ASKED} Use this day")

    assert sample.case.bones.dates == {"spine_break": "2026-11-20"}
    assert "Day 0 after the break, week 1" in read(window.page)


@pytest.mark.parametrize(
    ("broke", "words", "now"),
    [
        ("2026-11-18", "Day 2 after the break, week 1", ["Nov 18 to Nov 22"]),
        ("2026-11-08", "Day 12 after the break, week 2", ["Nov 13 to Nov 29", "Nov 15 to Dec 20"]),
        ("2026-10-20", "Day 31 after the break, week 5", ["Oct 27 to Dec 1", "Nov 11 to Dec 1"]),
        ("2026-08-01", "Day 111 after the break, week 16", ["Oct 25 to Jan 30"]),
    ],
)
def test_each_stretch_gets_its_dates_and_now_is_marked(window, sample, qtbot, broke, words, now):
    window.go("bones:recovery")
    press(qtbot, window.page, f"{ASKED} Use this day")

    choose(window, broke)

    assert words in read(window.page)
    assert told_now(window) == now


def test_after_half_a_year_the_weeks_are_over(window, sample):
    sample.change_bones("day", dates={"spine_break": "2026-01-01"})
    window.go("bones:recovery")

    assert told_now(window) == []
    assert "These weeks are over." in read(window.page)


def test_every_word_of_what_to_do_leave_and_ask_is_there(window, sample):
    window.go("bones:recovery")
    words = read(window.page)

    for phase in load_recovery().phases:
        for line in (*phase.do, *phase.leave, *phase.ask):
            assert line in words
    assert is_there(window.page, "Handout: Healing after a broken bone in the spine")


def test_the_signs_that_cannot_wait_stand_on_top_and_lead_on(window, sample, qtbot):
    window.go("bones:recovery")
    assert "call the emergency number now" in read(window.page)

    press(qtbot, window.page, "See the red flags")

    assert "On which day" not in read(window.page)


def test_the_day_can_be_taken_out_and_the_other_days_stay(window, sample, qtbot):
    sample.change_bones("days", dates={"spine_break": "2026-11-01", "scan": "2025-01-01"})
    window.go("bones:recovery")

    press(qtbot, window.page, f"{ASKED} Take the day out")
    assert sample.case.bones.dates == {"scan": "2025-01-01"}

    sample.undo()
    assert "Day 19 after the break" in read(window.page)


def test_a_day_to_come_is_no_day_of_a_break(window, sample, qtbot):
    window.go("bones:recovery")
    choose(window, "2026-12-24")
    press(qtbot, window.page, f"{ASKED} Use this day")

    assert sample.case.bones.dates == {"spine_break": "2026-11-20"}


def test_the_dates_are_written_as_in_the_region(window, sample):
    sample.change_bones("day", dates={"spine_break": "2026-11-08"})
    sample.set_region("uk")
    window.go("bones:recovery")

    assert "13 Nov to 29 Nov" in read(window.page)


def test_the_card_invites_whoever_had_a_break_and_tells_others_what_it_is_for(window, sample):
    assert "To read" in card_of(window)

    sample.answer_bone("B02", "not_followed_up", "A broken bone in the back")
    assert "Name the day of the break." in card_of(window)
    sample.answer_bone("B02", "not_sure", "A broken bone in the back")
    assert "To read" in card_of(window)
    sample.toggle_trait("spine_fracture")
    assert "Name the day of the break." in card_of(window)

    sample.change_bones("day", dates={"spine_break": "2026-11-08"})
    assert "Day 12 after the break, week 2." in card_of(window)
