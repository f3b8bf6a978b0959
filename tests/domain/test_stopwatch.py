"""A stopwatch that is told every moment: nothing it measures hangs on when it is looked at."""

import pytest

from falls_app.domain.screening.stopwatch import COUNTDOWN, LATE, Phase, Stopwatch

PRESSED = 100.0
GO = PRESSED + COUNTDOWN


def running(**fields: object) -> Stopwatch:
    return Stopwatch(**fields).press(PRESSED)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "says"), [(100.0, 3), (100.9, 3), (101.0, 2), (102.0, 1), (102.99, 1), (103.0, 0)]
)
def test_three_numbers_are_said_before_go(now: float, says: int) -> None:
    watch = running()

    assert watch.to_go(now) == says
    assert watch.phase(now) is (Phase.COUNTDOWN if says else Phase.RUNNING)


def test_before_start_nothing_runs() -> None:
    watch = Stopwatch(limit=30.0)

    assert (watch.phase(5.0), watch.seconds(5.0), watch.to_go(5.0)) == (Phase.READY, 0.0, 0)


def test_the_seconds_begin_at_go_and_end_at_the_press() -> None:
    watch = running().press(GO + 11.44)

    assert watch.phase(GO + 60) is Phase.OVER
    assert watch.seconds(GO + 60) == 11.4


@pytest.mark.parametrize("way", ["press", "stop"])
def test_during_the_countdown_a_press_calls_it_off(way: str) -> None:
    watch = getattr(running(), way)(PRESSED + 1)

    assert watch == Stopwatch()


def test_stopping_what_never_ran_changes_nothing() -> None:
    assert Stopwatch().stop(5.0) == Stopwatch()


def test_it_ends_by_itself_and_never_shows_more_than_its_limit() -> None:
    watch = running(limit=10.0)

    assert watch.phase(GO + 10) is Phase.RUNNING  # a press in time may still be on its way
    assert watch.phase(GO + 10 + LATE) is Phase.OVER
    assert (watch.seconds(GO + 40), watch.left(GO + 40)) == (10.0, 0.0)
    assert watch.left(GO + 4) == 6.0


def test_without_a_limit_nothing_is_left() -> None:
    assert running().left(GO + 4) == 0.0


def test_each_press_in_time_counts_and_none_stops_the_watch() -> None:
    watch = running(limit=30.0, counts=True)
    for moment in (GO + 2, GO + 4, GO + 30.0, GO + 30.1):
        watch = watch.press(moment)

    assert len(watch.presses) == 3
    assert watch.phase(GO + 29) is Phase.RUNNING


def test_a_stop_after_the_end_changes_nothing() -> None:
    watch = running(limit=10.0)

    assert watch.stop(GO + 10.1) is watch
    assert watch.stop(GO + 9).stop(GO + 9.5).seconds(0) == 9.0
