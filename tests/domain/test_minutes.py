"""How long a visit and a room took, from the times of the changes."""

from datetime import UTC, datetime, timedelta

import pytest

from falls_app.domain.minutes import (
    APART,
    Moment,
    Moments,
    room_took,
    visit_so_far,
    whole_minutes,
)

TEN = datetime(2026, 11, 20, 10, tzinfo=UTC)
STAIRS = [("STR01", "stairs"), ("STR02", "stairs")]


def changed(*minutes: float, is_whole: bool = True) -> Moments:
    """Changes so many minutes after ten."""
    times = (TEN + timedelta(minutes=each) for each in minutes)
    return Moments(tuple(Moment(each) for each in times), is_whole)


def answer(minute: float, *places: tuple[str, str | None], again: bool = False) -> Moment:
    """A change of these answers, which were not there before unless ``again``."""
    about = frozenset(places)
    return Moment(TEN + timedelta(minutes=minute), about, frozenset() if again else about)


NIGHT, PAUSED = 23 * 60, 25 / 60
"""Minutes from one day's visit to the next one's, and minutes that a pause counts."""


@pytest.mark.parametrize(
    ("minutes", "spent"),
    [
        ((0, 1, 4, 4.5), 4.5),  # nothing but answers
        ((0, 10, 20), 20),  # each as long as blood pressure takes, and a little more
        ((0, 5, 16, 20), 9 + PAUSED),  # the phone rang
        ((0, 5, 150, 152), 7 + PAUSED),  # lunch
        ((0, 30, 30 + NIGHT, 35 + NIGHT), 5),  # another day, another visit
        ((0, 5, -55, -50), 10 + PAUSED),  # the clock was set back an hour, or summer ended
        ((0, 5, -NIGHT, 3 - NIGHT), 3),  # it was wrong by a day until now
        ((0, 5, 5 + 500_000, 8 + 500_000), 3),  # or is wrong from now on
    ],
)
def test_time_counts_whole_but_for_pauses_and_only_that_of_this_visit(
    minutes: tuple[float, ...], spent: float
) -> None:
    found = visit_so_far(changed(*minutes), TEN + timedelta(minutes=minutes[-1] + 2))

    assert found is not None
    assert found.time == timedelta(minutes=spent)
    assert found.is_all


@pytest.mark.parametrize("minutes", [(), (0,), (0, 5, 5 + NIGHT)])
def test_where_at_most_one_thing_was_changed_nobody_knows_how_long_it_took(
    minutes: tuple[float, ...],
) -> None:
    assert visit_so_far(changed(*minutes), TEN + timedelta(minutes=sum(minutes[-1:]))) is None


def test_a_visit_that_is_over_is_not_this_one() -> None:
    ended = TEN + timedelta(minutes=7)

    assert visit_so_far(changed(0, 7), ended + APART) is not None
    assert visit_so_far(changed(0, 7), ended + APART + timedelta(seconds=1)) is None
    assert visit_so_far(changed(0, 7), ended - timedelta(days=400)) is None


def test_a_visit_that_began_before_what_is_kept_took_at_least_so_long() -> None:
    long = visit_so_far(changed(0, 7, is_whole=False), TEN)
    days = visit_so_far(changed(0, NIGHT, NIGHT + 7, is_whole=False), TEN + timedelta(days=1))

    assert long is not None
    assert days is not None
    assert (long.minutes, long.is_all) == (7, False)
    assert (days.minutes, days.is_all) == (7, True)


def test_minutes_are_whole_and_less_than_one_is_none() -> None:
    seconds = (0, 59, 60, 89, 91, 3_120)

    assert [whole_minutes(timedelta(seconds=each)) for each in seconds] == [0, 0, 1, 1, 2, 52]


def test_a_room_took_the_time_that_led_to_its_answers() -> None:
    changes = (
        answer(0, ("KIT01", "kitchen")),
        answer(2, STAIRS[0]),
        answer(5, STAIRS[1]),
        answer(6, ("KIT02", "kitchen")),
        answer(7, STAIRS[1], again=True),
        answer(9, ("FLR01", None)),
    )

    took = room_took(Moments(changes), STAIRS)
    whole = room_took(Moments(changes), [("FLR01", None)])

    assert (took, whole) == (timedelta(minutes=6), timedelta(minutes=2))


@pytest.mark.parametrize(
    "changes",
    [
        (),
        (answer(0), answer(1, STAIRS[0])),  # the other one came with a file
        (answer(0), answer(1, *STAIRS, again=True)),  # both did, and were changed since
        (answer(0), answer(1, *STAIRS, ("KIT01", "kitchen"))),  # a filled sheet
        (answer(0, STAIRS[0]), answer(1, STAIRS[1])),  # what came before is forgotten
    ],
)
def test_of_a_room_whose_answers_did_not_all_come_one_by_one_nothing_is_told(
    changes: tuple[Moment, ...],
) -> None:
    assert room_took(Moments(changes), STAIRS) is None
    assert room_took(Moments(changes), []) is None
