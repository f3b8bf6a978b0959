"""What the history tells of when a home was changed, in an open and in a locked store."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Photo
from falls_app.domain.minutes import Moments, room_took, visit_so_far
from falls_app.domain.person import Person
from falls_app.storage.history import UNDO_LIMIT
from falls_app.storage.store import Store

Answered = Callable[..., Case]

FOUND = Finding("BTH01", Answer.SAFE, "bath")
WALK = Case(
    person=Person(name="Zoë"),
    assessments=(Assessment("w", "2026-11-20", findings={FOUND.place: FOUND}),),
)
"""A home that came with one answer."""

STR01, STR02 = ("STR01", "stairs"), ("STR02", "stairs")


@pytest.fixture(params=[False, True], ids=["open", "locked"])
def is_locked(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def case(store: Store) -> Case:
    return store.create(WALK, "new home")


def _told(moments: Moments) -> list[tuple[set[object], set[object]]]:
    return [(set(each.about), set(each.made)) for each in moments.kept]


def test_it_tells_which_answers_a_change_wrote_and_made(
    store: Store, case: Case, answered: Answered
) -> None:
    photo = Photo("a", "0" * 64, 10, 10)
    first = store.save(case, answered(case, *("STR01", "safe", "stairs")), "answer")
    second = store.save(
        first, answered(first, "STR02", "hazard", "stairs", photos=(photo,)), "answer"
    )
    changed = store.save(second, answered(second, "BTH01", "hazard", "bath"), "answer")
    named = store.save(changed, replace(changed, person=Person(name="Z")), "name")
    back = store.undo(named)
    assert back is not None
    store.undo(back)

    moments = store.moments(case.id, "w")

    assert moments.is_whole
    bath = FOUND.place
    assert _told(moments) == [
        (set(), set()), ({STR01}, {STR01}), ({STR02}, {STR02}), ({bath}, set()),
        (set(), set()), (set(), set()), ({bath}, set()),
    ]  # fmt: skip
    times = [each.at for each in moments.kept]
    assert times == sorted(times)
    assert _told(store.moments(case.id)) == _told(store.moments(case.id, "another walk"))
    assert not any(each.about for each in store.moments(case.id).kept)
    took = room_took(moments, [STR01, STR02])
    assert took is not None
    assert timedelta() < took < timedelta(minutes=1)
    assert room_took(moments, [bath]) is None


def test_answers_that_came_together_were_made_by_nobody_here(
    store: Store, case: Case, answered: Answered
) -> None:
    """Those of a filled sheet, say; what is not here goes with the answer that says so."""
    one = answered(case, "STR01", "safe", "stairs")
    case = store.save(case, answered(one, "STR02", "safe", "stairs"), "a sheet")
    gone = answered(case, "KIT01", "not_here", "kitchen")
    store.save(case, answered(gone, "KIT02", "not_here", "kitchen"), "answer")

    sheet, both = _told(store.moments(case.id, "w"))[1:]

    assert sheet == ({STR01, STR02}, set())
    assert both == ({("KIT01", "kitchen"), ("KIT02", "kitchen")},) * 2


def test_a_home_that_was_just_brought_in_tells_of_no_visit(store: Store, case: Case) -> None:
    assert visit_so_far(store.moments(case.id, "w"), store.now()) is None
    assert store.moments("no such home") == Moments()


def test_where_the_oldest_changes_are_forgotten_it_says_so(
    store: Store, case: Case, answered: Answered
) -> None:
    for number in range(UNDO_LIMIT):
        words = ("safe", "hazard")[number % 2]
        case = store.save(case, answered(case, "STR01", words, "stairs"), "answer")
    assert store.moments(case.id).is_whole

    store.save(case, answered(case, "STR02", "safe", "stairs"), "answer")

    moments = store.moments(case.id, "w")
    spent = visit_so_far(moments, store.now())
    assert len(moments.kept) == UNDO_LIMIT
    assert spent is not None
    assert not spent.is_all
    assert room_took(moments, [STR01, STR02]) is None


@pytest.mark.parametrize("is_locked", [False], indirect=True)
@pytest.mark.parametrize("spoiled", ["at = 'tea'", "at = '2026-11-20'", "after = '[{}]'",
                                     "after = '['", "before = '[[]]'", "after = '7'"])  # fmt: skip
def test_a_change_that_cannot_be_read_is_passed_over(
    opened: Callable[[], Store], store: Store, case: Case, answered: Answered, spoiled: str
) -> None:
    case = store.save(case, answered(case, "STR01", "safe", "stairs"), "answer")
    store.save(case, answered(case, "STR02", "safe", "stairs"), "answer")
    store.close()
    with sqlite3.connect(store.folder / "cases.sqlite3") as beside:
        beside.execute(f"UPDATE change SET {spoiled} WHERE seq = 2")
    beside.close()

    moments = opened().moments(case.id, "w")

    assert _told(moments) == [(set(), set()), ({STR02}, {STR02})]
