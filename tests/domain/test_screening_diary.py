"""The diary of falls: which signs an entry raises, and in which order falls stand."""

from dataclasses import replace
from datetime import date

import pytest

from falls_app.content.screening import load_diary
from falls_app.domain.bones import Fall
from falls_app.domain.screening.diary import (
    is_in_past_year,
    newest_first,
    raised_flags,
    room_of_last_fall,
    signs_of,
)

TODAY = date(2026, 11, 20)
DIARY = load_diary()


def fall(on: str = "2026-11-20", minutes: int | None = None, **answers: str) -> Fall:
    return Fall("1", date=on, minutes=minutes, answers=answers)


@pytest.mark.parametrize(
    ("entry", "flags"),
    [
        (fall(), ()),
        (fall(head="yes", thinner="yes"), ("RF8",)),
        (fall(head="yes", thinner="not_sure"), ("RF8",)),
        (fall("2026-11-18", head="not_sure", thinner="yes"), ("RF8",)),
        (fall("2026-11-17", head="yes", thinner="yes"), ()),
        (fall(head="yes", thinner="no"), ()),
        (fall(warning="blackout"), ("RF7", "RF36")),
        (fall("2026-11-19", warning="blackout"), ("RF7", "RF36")),
        (fall("2026-11-18", warning="blackout"), ("RF29", "RF36")),
        (fall("2026-11-18", warning="blackout", told="yes"), ("RF36",)),
        (fall(minutes=59), ()),
        (fall(minutes=60), ("RF12", "RF36")),
        (fall("2026-11-18", minutes=60), ("RF12", "RF36")),
        (fall("2026-11-17", minutes=90), ("RF36",)),
        (fall(injury="hip"), ("RF9", "RF36")),
        (fall("2026-11-12", injury="hip"), ("RF36",)),
        (fall(injury="ache"), ("RF36", "RF37")),
        (fall(injury="none"), ()),
        (fall(new_medicine="yes"), ("RF24",)),
        (fall("2026-10-01", new_medicine="yes"), ()),
        (fall(got_up="helped"), ("RF36",)),
        (fall("", head="yes", thinner="yes", minutes=90), ("RF36",)),
        (fall("2025-11-19", injury="broken"), ()),
        (fall("2025-11-20", injury="broken"), ("RF36",)),
    ],
)
def test_an_entry_raises_the_flags_it_shows(entry: Fall, flags: tuple[str, ...]) -> None:
    assert raised_flags(DIARY, [entry], TODAY) == flags


def test_two_falls_in_a_week_are_a_call_today() -> None:
    assert raised_flags(DIARY, [fall(), fall("2026-11-13")], TODAY) == ("RF24", "RF36")


def test_two_falls_in_a_year_are_a_visit_this_week() -> None:
    assert raised_flags(DIARY, [fall(), fall("2026-03-01")], TODAY) == ("RF36",)
    assert raised_flags(DIARY, [fall(), fall("2025-03-01")], TODAY) == ()


@pytest.mark.parametrize(
    ("entry", "flag"),
    [
        (fall("2026-10-10", head="yes"), "RF8"),
        (fall("2026-11-01", injury="hip"), "RF9"),
        (fall(injury="back"), "RF10"),
        (fall(warning="dizzy"), "RF24"),
    ],
)
def test_an_entry_may_only_ask_to_look_at_a_sign(entry: Fall, flag: str) -> None:
    asked = [sign.flag for sign in signs_of(DIARY, [entry], TODAY) if sign.asks]

    assert asked == [flag]
    assert flag not in raised_flags(DIARY, [entry], TODAY)


def test_a_knock_to_the_head_weeks_ago_is_no_longer_asked_about() -> None:
    assert signs_of(DIARY, [fall("2026-10-08", head="yes")], TODAY) == ()


def test_the_newest_fall_comes_first_and_one_without_a_day_last() -> None:
    falls = [fall(""), fall("2026-01-02"), fall("2026-11-01")]

    assert [each.date for each in newest_first(falls)] == ["2026-11-01", "2026-01-02", ""]


def test_the_room_of_the_last_fall_is_that_of_the_newest_in_a_known_room() -> None:
    falls = [
        replace(fall("2026-01-02"), room="bath"),
        replace(fall("2026-11-01"), room="gone"),
        replace(fall("2026-05-01"), room="hall"),
    ]

    assert room_of_last_fall(falls, ("bath", "hall")) == "hall"
    assert room_of_last_fall(falls, ("kitchen",)) is None


@pytest.mark.parametrize(
    ("on", "counts"),
    [("2026-11-20", True), ("2025-11-20", True), ("2025-11-19", False), ("", False)],
)
def test_a_fall_counts_as_one_of_the_past_year_if_its_day_says_so(on: str, counts: bool) -> None:
    assert is_in_past_year(fall(on), TODAY) is counts


def test_a_day_ahead_counts_as_today() -> None:
    assert raised_flags(DIARY, [fall("2026-12-01", minutes=90)], TODAY) == ("RF12", "RF36")


def test_questions_are_found_by_id() -> None:
    assert DIARY.by_id["head"].options[1].id == "yes"
