"""The store: what is saved is there, what is undone comes back."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pytest

from falls_app.domain.assessment import Assessment, Case, Decision, StepChoice
from falls_app.domain.bones import Bones, TwoDays
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Home, Room
from falls_app.domain.person import Person
from falls_app.errors import UserError
from falls_app.storage.store import CaseSummary, Store

Answered = Callable[..., Case]
Opened = Callable[[], Store]
Settled = Callable[[Case | None], Case]


@pytest.fixture(params=[False, True], ids=["plain", "locked"])
def is_locked(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def _changes(store: Store) -> list[tuple[object, ...]]:
    return store._database.run("SELECT kind, verb, before, after FROM change").fetchall()


def test_every_field_survives_being_created_and_loaded(store: Store, full_case: Case) -> None:
    made = store.create(full_case, "new home")

    assert made.id
    assert made.updated == "2026-11-20T10:00:01.000+00:00"
    assert store.load(made.id) == made


def test_every_field_survives_being_saved_over_an_empty_case(
    opened: Opened, full_case: Case
) -> None:
    store = opened()
    empty = store.create(Case(), "new home")

    saved = store.save(empty, replace(full_case, id=empty.id), "all at once")

    assert saved.updated > empty.updated
    assert opened().load(empty.id) == saved


def test_every_field_survives_being_emptied_again(
    store: Store, full_case: Case, settled: Settled
) -> None:
    full = store.create(full_case, "new home")

    store.save(full, Case(id=full.id), "start again")

    assert settled(store.load(full.id)) == Case(id=full.id)
    assert settled(store.undo(full)) == settled(full)


def test_an_answer_writes_one_row_and_then_its_row_and_one_change(
    store: Store, full_case: Case, answered: Answered
) -> None:
    case = store.create(full_case, "new home")
    connection = store._database._connection
    before = connection.total_changes

    store.save(case, answered(case, "EMG01", "safe", note="hers"), "answer to Phone")

    assert connection.total_changes == before + 1
    store.undo_label(case.id)
    # The finding, the change, the case's own line, and what waited goes.
    assert connection.total_changes == before + 5
    kind, verb, was, is_ = _changes(store)[-1]
    assert (kind, verb) == ("do", "answer to Phone")
    assert '"values":null' in str(was)
    assert '"note":"hers"' in str(is_)


def test_saving_the_same_value_writes_nothing(store: Store, full_case: Case) -> None:
    case = store.create(full_case, "new home")
    same = replace(case, home=replace(case.home, features=dict(case.home.features)))

    assert store.save(case, same, "nothing") == case
    assert len(_changes(store)) == 1


def test_a_renamed_room_does_not_write_the_rest_of_the_home(store: Store, full_case: Case) -> None:
    case = store.create(full_case, "new home")
    rooms = (replace(case.home.rooms[0], name="Porch"), *case.home.rooms[1:])
    before = store._database._connection.total_changes

    saved = store.save(case, replace(case, home=replace(case.home, rooms=rooms)), "rename")

    # The room, the change, and the case's own line.
    assert store._database._connection.total_changes == before + 3
    assert store.load(case.id) == saved


def test_a_changed_note_is_saved(store: Store, full_case: Case, answered: Answered) -> None:
    case = store.create(full_case, "new home")

    saved = store.save(case, answered(case, "STR01", "safe", "stairs", note="fixed"), "note")

    assert store.load(case.id) == saved


def test_rooms_keep_their_order_when_one_moves(store: Store, full_case: Case) -> None:
    case = store.create(full_case, "new home")
    turned = replace(case, home=replace(case.home, rooms=case.home.rooms[::-1]))

    saved = store.save(case, turned, "move a room")

    assert store.load(case.id).home.rooms == saved.home.rooms == case.home.rooms[::-1]


def test_a_step_taken_back_leaves_the_plan(store: Store, full_case: Case) -> None:
    case = store.create(full_case, "new home")
    fewer = {"BTH01": replace(case.choices["BTH01"], decision=Decision.LATER)}

    saved = store.save(case, replace(case, choices=fewer), "decide")

    assert store.load(case.id).choices == saved.choices == fewer


def test_the_list_shows_the_newest_first_and_follows_a_change_of_name(store: Store) -> None:
    ann = store.create(Case(person=Person("Ann")), "new home")
    bob = store.create(Case(person=Person("Bob")), "new home")
    saved = store.save(ann, replace(ann, person=Person("Anna")), "name")

    assert store.cases() == [
        CaseSummary(ann.id, "Anna", saved.updated),
        CaseSummary(bob.id, "Bob", bob.updated),
    ]

    store.undo(saved)
    assert store.cases()[0].name == "Ann"

    store.save(saved, replace(saved, person=Person()), "name")
    assert store.cases()[0].name == ""


def test_a_case_that_came_with_an_id_keeps_it_and_comes_once(store: Store) -> None:
    assert store.create(Case(id="mine"), "new home").id == "mine"

    with pytest.raises(UserError, match="in the list already"):
        store.create(Case(id="mine"), "new home")


def test_two_cases_are_no_two_values_of_one(store: Store) -> None:
    with pytest.raises(ValueError, match="two cases"):
        store.save(Case(id="a"), Case(id="b"), "mix")


@pytest.mark.parametrize(
    "wrong",
    [
        Case(person=Person(age=-3)),
        Case(person=Person(traits=("brave",))),
        Case(bones=Bones(two_days=TwoDays(("dizzy",), "rang", "yesterday"))),
    ],
)
def test_a_value_that_could_not_be_read_again_is_not_written(store: Store, wrong: Case) -> None:
    with pytest.raises(ValueError, match="cannot be saved"):
        store.create(wrong, "new home")

    assert store.cases() == []


def test_a_case_that_is_not_there_is_said_so(store: Store) -> None:
    for ask in (
        lambda: store.load("gone"),
        lambda: store.undo(Case(id="gone")),
        lambda: store.save(Case(id="gone"), Case(id="gone", person=Person("A")), "name"),
    ):
        with pytest.raises(UserError, match="no longer in the list"):
            ask()
    assert store.undo_label("gone") is None


# Undo and redo


def test_undo_takes_an_answer_back_and_redo_brings_it(
    store: Store, full_case: Case, answered: Answered, settled: Settled
) -> None:
    case = store.create(full_case, "new home")
    saved = store.save(case, answered(case, "EMG01", "safe"), "answer to Phone")
    assert (store.undo_label(case.id), store.redo_label(case.id)) == ("answer to Phone", None)

    assert settled(store.undo(saved)) == settled(case)
    assert (store.undo_label(case.id), store.redo_label(case.id)) == (None, "answer to Phone")
    assert store.undo(case) is None

    assert settled(store.redo(case)) == settled(saved)
    assert (store.undo_label(case.id), store.redo_label(case.id)) == ("answer to Phone", None)
    assert store.redo(saved) is None


def test_several_changes_go_back_and_forth_across_a_restart(
    opened: Opened, full_case: Case, answered: Answered, settled: Settled
) -> None:
    store = opened()
    steps = [store.create(full_case, "new home")]
    for number, word in enumerate(("safe", "partly", "hazard", "not_sure"), start=1):
        case = answered(steps[-1], "BTH02", word, "bath")
        steps.append(store.save(steps[-1], case, f"answer {number}"))

    for number in (4, 3, 2, 1):
        store = opened()
        assert store.undo_label(steps[0].id) == f"answer {number}"
        assert settled(store.undo(steps[0])) == settled(steps[number - 1])
    for number in (1, 2, 3, 4):
        store = opened()
        assert store.redo_label(steps[0].id) == f"answer {number}"
        assert settled(store.redo(steps[0])) == settled(steps[number])


def test_a_new_change_clears_redo(
    store: Store, full_case: Case, answered: Answered, settled: Settled
) -> None:
    case = store.create(full_case, "new home")
    one = store.save(case, answered(case, "EMG01", "safe"), "one")
    two = store.save(one, answered(one, "EMG01", "partly"), "two")
    store.undo(two)

    three = store.save(one, answered(one, "EMG01", "hazard"), "three")

    assert store.redo_label(case.id) is None
    assert store.redo(three) is None
    assert settled(store.undo(three)) == settled(one)
    assert settled(store.undo(one)) == settled(case)
    assert settled(store.redo(case)) == settled(one)
    assert settled(store.redo(one)) == settled(three)


def test_a_removed_room_comes_back_with_its_place_and_its_answers(
    opened: Opened, full_case: Case, settled: Settled
) -> None:
    store = opened()
    case = store.create(full_case, "new home")
    walk = case.assessments[1]
    kept = {place: found for place, found in walk.findings.items() if place[1] != "bath"}
    rooms = tuple(room for room in case.home.rooms if room.id != "bath")
    smaller = replace(case, home=replace(case.home, rooms=rooms))
    smaller = smaller.with_assessment(replace(walk, findings=kept))

    saved = store.save(case, smaller, "remove Bathroom upstairs")

    assert store.load(case.id) == saved
    assert settled(opened().undo(saved)) == settled(case)
    assert settled(opened().redo(case)) == settled(saved)


def test_a_removed_walk_comes_back_with_its_answers(
    store: Store, full_case: Case, settled: Settled
) -> None:
    case = store.create(full_case, "new home")

    saved = store.save(case, replace(case, assessments=()), "remove the walks")

    assert settled(store.load(case.id)) == settled(saved)
    assert settled(store.undo(saved)) == settled(case)
    assert settled(store.redo(case)) == settled(saved)
    assert store._database.problems() == []


def test_a_new_walk_is_undone_with_its_answers(
    store: Store, answered: Answered, settled: Settled
) -> None:
    case = store.create(Case(), "new home")
    walk = answered(case.with_assessment(Assessment("w", "2026-11-20")), "EMG01", "safe")

    saved = store.save(case, walk, "new walk")

    assert settled(store.undo(saved)) == settled(case)
    assert settled(store.redo(case)) == settled(saved)


def test_the_last_200_changes_can_be_undone_and_no_more(opened: Opened, answered: Answered) -> None:
    store = opened()
    cases = [store.create(Case().with_assessment(Assessment("w", "2026-11-20")), "new home")]
    store._database.run("PRAGMA synchronous = OFF")
    for number in range(1, 206):
        word = list(Answer)[number % 6].value
        case = answered(cases[-1], "EMG01", word, note=str(number))
        cases.append(store.save(cases[-1], case, f"answer {number}"))

    store = opened()
    store._database.run("PRAGMA synchronous = OFF")
    undone = 0
    while back := store.undo(cases[0]):
        undone += 1
        assert back.assessments == cases[205 - undone].assessments

    assert undone == 200
    assert store.undo_label(cases[0].id) is None
    assert len(_changes(store)) == 400

    again = store.save(cases[5], answered(cases[5], "EMG01", "safe"), "another way")
    assert store.redo_label(again.id) is None
    assert store.undo_label(again.id) == "another way"
    assert store.undo(again) is not None
    assert store.undo(again) is None


def test_undo_is_refused_when_something_else_wrote_the_row(
    store: Store, full_case: Case, answered: Answered
) -> None:
    case = store.create(full_case, "new home")
    saved = store.save(case, answered(case, "STR01", "safe", "stairs"), "answer")
    store._database.run("UPDATE finding SET rev = 99, answer = 'partly' WHERE check_id = 'STR01'")

    with pytest.raises(UserError, match="changed again in another way"):
        store.undo(saved)

    assert store.undo_label(case.id) == "answer"
    sql = "SELECT answer FROM finding WHERE check_id = 'STR01'"
    assert store._database.one(sql) == ("partly",)


def test_redo_is_refused_when_something_else_wrote_the_row(
    store: Store, full_case: Case, answered: Answered
) -> None:
    case = store.create(full_case, "new home")
    saved = store.save(case, answered(case, "STR01", "safe", "stairs"), "answer")
    store.undo(saved)
    store._database.run("DELETE FROM finding WHERE check_id = 'STR01'")

    with pytest.raises(UserError, match="changed again in another way"):
        store.redo(saved)


def test_the_changes_of_one_case_do_not_touch_another(store: Store, full_case: Case) -> None:
    one = store.create(full_case, "new home")
    other = store.create(full_case, "new home")
    saved = store.save(one, replace(one, person=Person("Ann")), "name")

    assert store.undo(other) is None
    assert store.load(other.id) == other
    assert store.load(one.id) == saved


# Deleting


def test_a_deleted_home_leaves_the_list_and_can_be_restored(store: Store, full_case: Case) -> None:
    case = store.create(full_case, "new home")

    store.delete(case.id)
    assert store.cases() == []
    assert [each.id for each in store.recently_deleted()] == [case.id]
    with pytest.raises(UserError, match="no longer in the list"):
        store.load(case.id)

    store.restore(case.id)
    assert store.load(case.id) == case


def test_a_deleted_home_is_gone_after_30_days(tmp_path: Path, full_case: Case) -> None:
    day = datetime(2026, 1, 1, tzinfo=UTC)
    store = Store.open(tmp_path, lambda: day)
    case = store.create(full_case, "new home")
    store.delete(case.id)
    store.close()

    store = Store.open(tmp_path, lambda: day + timedelta(days=30))
    assert len(store.recently_deleted()) == 1
    store.close()

    store = Store.open(tmp_path, lambda: day + timedelta(days=31))
    assert store.recently_deleted() == []
    for table in ("part", "room", "assessment", "finding", "step", "change"):
        assert store._database.one(f"SELECT * FROM {table}") is None
    store.close()


# Settings


class _Look(StrEnum):
    LIGHT = "light"
    DARK = "dark"


@pytest.mark.parametrize(
    ("default", "value"),
    [
        (False, True),
        (100, 150),
        (1.0, 1.25),
        (1.0, 2),
        ("us", "uk"),
        (_Look.LIGHT, _Look.DARK),
        ((), ("a", "b")),
        ([], ["a"]),
        ({}, {"a": {"b": 1}}),
        (None, "anything"),
    ],
)
def test_a_setting_comes_back_as_the_type_of_its_default(
    opened: Opened, default: object, value: object
) -> None:
    store = opened()
    assert store.setting("a", default) == default

    store.set_setting("a", None)
    store.set_setting("a", value)

    found = opened().setting("a", default)
    assert found == value
    assert default is None or type(found) is type(default)


@pytest.mark.parametrize(
    ("stored", "default"), [("x", 5), (5, "x"), (1, True), ("red", _Look.DARK)]
)
def test_a_setting_of_another_type_reads_as_the_default(
    store: Store, stored: object, default: object
) -> None:
    store.set_setting("a", stored)

    assert store.setting("a", default) == default


# Files


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_the_folder_and_its_files_are_for_the_owner_only(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "data"

    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_the_case_a_step_and_a_room_have_ids_of_their_own(store: Store) -> None:
    rooms = (Room("same", "BTH", "Bath"),)
    choices = {"same": StepChoice("same")}
    case = Case(home=Home(rooms), choices=choices, assessments=(Assessment("same", ""),))

    one, other = store.create(case, "new home"), store.create(case, "new home")

    assert store.load(one.id) == one
    assert store.load(other.id) == other


def _named(store: Store, *names: str) -> None:
    for name in names:
        store.create(Case(person=Person(name)), "new home")


def test_the_list_comes_page_by_page_with_each_home_once(tmp_path: Path) -> None:
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    store = Store.open(tmp_path, lambda: noon)  # all at the same time
    _named(store, *"ABCDEFG")

    pages = [store.cases(most=3)]
    while page := store.cases(after=pages[-1][-1], most=3):
        pages.append(page)

    assert [len(page) for page in pages] == [3, 3, 1]
    assert [each for page in pages for each in page] == store.cases()
    store.close()


def test_a_home_is_found_by_parts_of_a_name_in_any_order(store: Store) -> None:
    _named(store, "Rosa Miller", "Zoë Müller", "Tom Ross", "Öse 100%_\\")

    def found(words: str) -> list[str]:
        return [each.name for each in store.find(words)]

    assert found("ros") == ["Tom Ross", "Rosa Miller"]
    assert found("MILL ro") == ["Rosa Miller"]
    assert found("öse") == ["Öse 100%_\\"]
    assert found("zoë mü") == ["Zoë Müller"]
    assert found("0%") == found("_\\") == ["Öse 100%_\\"]
    assert found("%a") == []
    assert len(store.find("", most=2)) == 2


def test_a_home_off_the_list_is_not_found(store: Store) -> None:
    _named(store, "Rosa", "Rosa")
    store.delete(store.cases()[0].id)

    assert len(store.find("rosa")) == 1
