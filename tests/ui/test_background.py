"""Slow work beside the window: what comes back, what is dropped, and nothing left running."""

import threading

import pytest

from falls_app.errors import UserError
from falls_app.ui.background import Background, Inline


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.close()


def workers() -> list[str]:
    return [each.name for each in threading.enumerate() if each.name.startswith("background")]


def test_the_work_runs_beside_the_window(background, qtbot):
    seen = []

    background.run(threading.current_thread, then=seen.append, otherwise=pytest.fail)
    qtbot.waitUntil(lambda: bool(seen))

    assert seen[0] is not threading.main_thread()


def test_the_callback_runs_in_the_windows_own_thread(background, qtbot):
    seen = []

    def note(value):
        seen.append((value, threading.current_thread()))

    background.run(lambda: 7, then=note, otherwise=pytest.fail)
    qtbot.waitUntil(lambda: bool(seen))

    assert seen == [(7, threading.main_thread())]


def test_a_newer_run_takes_the_place_of_an_older_one(background, qtbot):
    gate, seen = threading.Event(), []

    def slow():
        gate.wait(5)
        return "old"

    background.run(slow, then=seen.append, otherwise=pytest.fail, key="paper")
    background.run(lambda: "new", then=seen.append, otherwise=pytest.fail, key="paper")
    gate.set()
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(lambda: not workers())

    assert seen == ["new"]


def test_runs_of_different_keys_do_not_meet(background, qtbot):
    seen = []

    background.run(lambda: "paper", then=seen.append, otherwise=pytest.fail, key="paper")
    background.run(lambda: "save", then=seen.append, otherwise=pytest.fail, key="save")
    qtbot.waitUntil(lambda: len(seen) == 2)

    assert seen == ["paper", "save"]


def test_an_error_the_user_can_mend_goes_to_otherwise(background, qtbot):
    seen = []

    def work():
        raise UserError("The disk is full.", "Free some space.")

    background.run(work, then=pytest.fail, otherwise=seen.append)
    qtbot.waitUntil(lambda: bool(seen))

    assert seen[0].message == "The disk is full."


def test_any_other_error_is_raised_as_a_bug(background, qtbot):
    def work():
        raise KeyError("room")

    with qtbot.captureExceptions() as bugs:
        background.run(work, then=pytest.fail, otherwise=pytest.fail)
        qtbot.waitUntil(lambda: bool(bugs))

    assert bugs[0][0] is KeyError


def test_nothing_is_left_running_after_close(background, qapp):
    gate, seen = threading.Event(), []
    background.run(lambda: gate.wait(5), then=seen.append, otherwise=pytest.fail)
    gate.set()

    background.close()
    qapp.processEvents()

    assert workers() == []
    assert seen == []


def test_no_thread_waits_for_work_to_come(background, qtbot):
    seen = []
    background.run(lambda: 1, then=seen.append, otherwise=pytest.fail)

    qtbot.waitUntil(lambda: bool(seen))

    qtbot.waitUntil(lambda: not workers())


def test_a_closed_background_takes_no_more_work(background, qapp):
    background.close()

    background.run(lambda: 1, then=pytest.fail, otherwise=pytest.fail)
    qapp.processEvents()

    assert workers() == []


def test_inline_does_the_work_at_once():
    seen = []

    Inline().run(lambda: 3, then=seen.append, otherwise=pytest.fail)

    assert seen == [3]


def test_inline_hands_errors_on_like_the_other():
    seen = []

    def work():
        raise UserError("No.", "Try again.")

    Inline().run(work, then=pytest.fail, otherwise=seen.append)

    assert str(seen[0]).startswith("No.")
