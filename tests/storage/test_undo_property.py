"""Any sequence of answers, undos, redos and restarts ends as if replayed in memory."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Home, Room
from falls_app.storage.store import Store

ROOMS = ("bath", "hall")

answers = st.builds(
    Finding,
    st.sampled_from(["BTH01", "HAL01"]),
    st.sampled_from(Answer),
    st.sampled_from([None, *ROOMS]),
    st.sampled_from(["", "note"]),
)
moves = st.lists(
    st.one_of(answers, st.sampled_from(["undo", "redo", "reopen", *ROOMS])), max_size=25
)


def _toggled(case: Case, room_id: str) -> Case:
    """Remove the room with its answers, or add it."""
    kept = tuple(room for room in case.home if room.id != room_id)
    walk = case.assessments[0]
    if len(kept) == len(case.home.rooms):
        return replace(case, home=Home((*kept, Room(room_id, "BTH", room_id))))
    left = {place: found for place, found in walk.findings.items() if place[1] != room_id}
    return replace(case, home=Home(kept)).with_assessment(replace(walk, findings=left))


class _Memory:
    """The same, kept in two lists."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.done: list[Case] = []
        self.undone: list[Case] = []

    def save(self, after: Case) -> None:
        if after != self.case:
            self.done.append(self.case)
            self.undone.clear()
            self.case = after

    def move(self, word: str) -> bool:
        here, there = (self.undone, self.done) if word == "undo" else (self.done, self.undone)
        if not there:
            return False
        here.append(self.case)
        self.case = there.pop()
        return True


def _now() -> datetime:
    return datetime(2026, 11, 20, tzinfo=UTC)


@settings(deadline=None, max_examples=60)
@given(moves)
def test_the_store_does_what_memory_does(sequence: list[Finding | str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), _now)
        rooms = tuple(Room(room, "BTH", room) for room in ROOMS)
        start = Case(home=Home(rooms), assessments=(Assessment("w", "2026-11-20"),))
        memory = _Memory(store.create(start, "new home"))
        for move in sequence:
            before = memory.case
            if isinstance(move, Finding):
                memory.save(before.with_assessment(before.assessments[0].with_finding(move)))
                store.save(before, memory.case, "answer")
            elif move in ROOMS:
                memory.save(_toggled(before, move))
                store.save(before, memory.case, "room")
            elif move == "reopen":
                store.close()
                store = Store.open(Path(folder), _now)
            else:
                moved = store.undo(before) if move == "undo" else store.redo(before)
                assert (moved is not None) is memory.move(move)
            assert store.load(before.id) == memory.case
            assert (store.undo_label(before.id) is None) is (not memory.done)
            assert (store.redo_label(before.id) is None) is (not memory.undone)
        store.close()
