"""The home: its kind, its rooms, and what else is there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from falls_app.domain.checklist import Answer
from falls_app.domain.home import Use
from tests.ui.pressing import is_there, is_ticked, named, press, read, write


@pytest.fixture
def page(window, session):
    session.begin(mine=False)
    window.go("home")
    return window.page


def ids(session) -> list[str]:
    return [room.id for room in session.case.home]


def test_a_new_home_has_two_floors_and_the_usual_rooms(page, session) -> None:
    assert session.case.home.shape == "two"
    assert {"hallway-1", "living-1", "kitchen-1", "bedroom-1", "bathroom-1", "stairs-1"} <= set(
        ids(session)
    )
    assert is_ticked(page, "Two floors")
    assert is_ticked(page, "Bedroom")
    assert not is_ticked(page, "Garage")


def test_the_usual_rooms_are_one_change_that_can_be_undone(page, session) -> None:
    session.undo()

    assert ids(session) == []
    assert not is_ticked(page, "Bedroom")


def test_rooms_that_are_there_are_left_alone(window, sample) -> None:
    before = sample.case.home
    window.go("home")

    assert sample.case.home == before


def test_a_chip_puts_a_room_in_and_takes_it_out(page, session, qtbot) -> None:
    press(qtbot, page, "Garage")
    assert "garage-1" in ids(session)
    assert is_there(page, "Name of Garage")

    press(qtbot, page, "Garage")
    assert "garage-1" not in ids(session)
    assert not is_there(page, "Name of Garage")


def test_an_id_is_never_given_to_another_room(page, session, qtbot) -> None:
    press(qtbot, page, "Bedroom")
    press(qtbot, page, "Bedroom")

    assert "bedroom-2" in ids(session)
    assert "bedroom-1" not in ids(session)


def test_another_room_of_a_kind_comes_with_the_cursor_in_its_name(page, session, qtbot) -> None:
    press(qtbot, page, "Add another like Bedroom")

    assert "bedroom-2" in ids(session)
    assert QApplication.focusWidget() is named(page, "Name of Bedroom 2")


def test_there_is_one_garden_at_most(page, qtbot) -> None:
    press(qtbot, page, "Garden")

    assert not is_there(page, "Add another like Garden")


def test_a_room_gets_a_name_of_its_own(page, session, qtbot) -> None:
    write(qtbot, page, "Name of Bedroom", "Rosa's room")

    assert session.case.home.room("bedroom-1").name == "Rosa's room"
    assert is_there(page, "Name of Rosa's room")
    assert is_there(page, "Start: Rosa's room")


def test_a_room_is_never_without_a_name(page, session, qtbot) -> None:
    write(qtbot, page, "Name of Bedroom", " ")

    assert session.case.home.room("bedroom-1").name == "Bedroom"
    assert named(page, "Name of Bedroom").text() == "Bedroom"


def test_how_often_a_room_is_used_can_be_said(page, session, qtbot) -> None:
    box = named(page, "How often Kitchen is used")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)

    assert session.case.home.room("kitchen-1").use is Use.WEEKLY


def test_a_bedroom_can_be_downstairs(page, session, qtbot) -> None:
    press(qtbot, page, "Move Bedroom downstairs")

    assert session.case.home.room("bedroom-1").floor == 0
    assert is_there(page, "Move Bedroom upstairs")


def test_a_room_goes_up_to_the_third_floor_and_back_by_undo(page, session, qtbot) -> None:
    _answer_in(session, "bedroom-1")
    press(qtbot, page, "Three floors")
    assert {room.floor for room in session.case.home} == {0, 1, 2}

    press(qtbot, page, "Move Bedroom to the top floor")
    assert session.case.home.room("bedroom-1").floor == 2
    assert not is_there(page, "Move Bedroom upstairs")
    assert QApplication.focusWidget() is named(page, "Move Bedroom one floor down")

    session.undo()
    assert session.case.home.room("bedroom-1").floor == 1
    assert any(room == "bedroom-1" for _check, room in session.view.walk.findings)


def test_a_home_on_one_floor_has_only_a_basement_to_move_to(page, session, qtbot) -> None:
    press(qtbot, page, "One floor")
    assert not is_there(page, "Move Bedroom upstairs")

    press(qtbot, page, "Move Bedroom to the basement")
    assert session.case.home.room("bedroom-1").floor == -1

    press(qtbot, page, "Move Bedroom to the ground floor")
    assert session.case.home.room("bedroom-1").floor == 0


def test_one_room_can_be_taken_out_and_the_next_line_is_at_hand(page, session, qtbot) -> None:
    press(qtbot, page, "Take out Kitchen")

    assert "kitchen-1" not in ids(session)
    assert QApplication.focusWidget() is named(page, "Name of Bedroom")


def test_every_room_can_be_taken_out(page, session, qtbot) -> None:
    for room in session.case.home.rooms:
        press(qtbot, page, f"Take out {room.name}")

    assert ids(session) == []
    assert is_there(page, "Start: Whole house")


def test_another_kind_of_home_changes_its_rooms(page, session, qtbot) -> None:
    press(qtbot, page, "Apartment")

    assert session.case.home.shape == "flat"
    assert "stairs-1" not in ids(session)
    assert session.case.home.room("bedroom-1").floor == 0
    assert is_ticked(page, "Apartment")
    assert not is_ticked(page, "Two floors")


def test_a_room_with_answers_stays_in_another_kind_of_home(page, session, qtbot) -> None:
    _answer_in(session, "stairs-1")
    press(qtbot, page, "One floor")

    assert "stairs-1" in ids(session)


def test_answers_that_go_with_a_room_are_told_and_can_be_brought_back(page, session, qtbot) -> None:
    _answer_in(session, "bathroom-1")
    press(qtbot, page, "Bathroom")
    assert "1 answer went with it." in read(page)

    press(qtbot, page, "Undo")
    assert "bathroom-1" in ids(session)
    assert len(session.view.walk.findings) == 1
    assert "went with it" not in read(page)


def _answer_in(session, room_id: str) -> None:
    asked = next(
        each for each in session.view.score.places if each.room and each.room.id == room_id
    )
    session.answer(asked.check, room_id, Answer.SAFE)


def test_a_thing_nobody_spoke_of_is_shown_as_here(page, session, qtbot) -> None:
    assert is_ticked(page, "Pet")

    press(qtbot, page, "Pet")
    assert session.case.home.features["pet"] is False
    assert not is_ticked(page, "Pet")


def test_a_thing_that_most_homes_do_not_have_waits_for_its_chip(page, session, qtbot) -> None:
    assert not is_ticked(page, "Commode")
    assert session.case.home.features["commode"] is False

    press(qtbot, page, "Commode")
    assert session.case.home.features["commode"] is True
    assert is_ticked(page, "Commode")


def test_an_apartment_starts_with_a_shared_way_in_and_no_steps_outside(page, qtbot) -> None:
    assert (is_ticked(page, "Shared way in"), is_ticked(page, "Steps outside")) == (False, True)

    press(qtbot, page, "Apartment")
    assert (is_ticked(page, "Shared way in"), is_ticked(page, "Steps outside")) == (True, False)

    press(qtbot, page, "Two floors")
    assert (is_ticked(page, "Shared way in"), is_ticked(page, "Steps outside")) == (False, True)


def test_what_somebody_said_stays_in_another_kind_of_home(page, session, qtbot) -> None:
    press(qtbot, page, "Steps outside")
    press(qtbot, page, "Ramp")
    press(qtbot, page, "Apartment")
    press(qtbot, page, "Steps outside")
    press(qtbot, page, "One floor")

    assert (is_ticked(page, "Ramp"), is_ticked(page, "Steps outside")) == (True, True)


def test_tenure_can_be_said_and_taken_back(page, session, qtbot) -> None:
    press(qtbot, page, "Rent")
    assert session.case.home.tenure == "rented"

    press(qtbot, page, "Social rent")
    assert session.case.home.tenure == "social"

    press(qtbot, page, "Social rent")
    assert session.case.home.tenure == ""


def test_the_length_of_the_walk_is_told_and_follows_the_rooms(page, session, qtbot) -> None:
    before = _time_line(page)
    assert "You can stop after any room." in before

    press(qtbot, page, "Bathroom")
    assert _time_line(page) != before


def _time_line(page) -> str:
    return next(line for line in read(page).splitlines() if "minute" in line)


def test_the_walk_starts_where_most_happens(page, window, qtbot) -> None:
    press(qtbot, page, "Start in the bedroom")

    assert window.page.title() == "Bedroom"


def test_without_a_bedroom_it_starts_elsewhere(page, qtbot) -> None:
    press(qtbot, page, "Bedroom")

    assert is_there(page, "Start in the bathroom")


def test_arrow_keys_go_between_the_kinds_of_home(page, session, qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert session.case.home.shape == "three"


def test_back_goes_to_the_person(page, window, qtbot) -> None:
    press(qtbot, page, "Back")

    assert window.page.title() == "Who lives in this home?"


def test_tab_goes_through_the_rooms_before_the_last_question(page, qtbot) -> None:
    seen = []
    while len(seen) < 90 and "Own" not in seen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())

    assert seen.index("Steps outside") < seen.index("Name of Hallway") < seen.index("Own")


def test_the_full_check_asks_more_and_says_how_long_it_takes(page, session, qtbot) -> None:
    quick = read(page)
    press(qtbot, page, "Full check")

    assert session.view.walk.list == "full"
    assert read(page) != quick
    assert is_ticked(page, "Full check")

    press(qtbot, page, "Quick check")
    assert session.view.walk.list == "quick"


@pytest.mark.parametrize(("for_work", "chosen"), [(False, "Quick check"), (True, "Full check")])
def test_a_family_begins_with_the_quick_list_and_who_works_with_the_full_one(
    session, window, for_work: bool, chosen: str
) -> None:
    session.set_professional(for_work)
    session.begin(mine=False)
    window.go("home")

    assert is_ticked(window.page, chosen)


def test_the_walk_starts_in_the_room_of_the_last_fall(window, session, qtbot) -> None:
    session.begin(mine=False)
    window.go("home")
    here = "The last slip or fall was here: Kitchen"
    assert not is_there(window.page, here)
    session.set_person("slips or falls", fall_last_year=True)

    press(qtbot, window.page, here)
    kitchen = next(room.id for room in session.case.home.rooms if room.area == "KIT")
    assert [fall.room for fall in session.case.bones.falls] == [kitchen]
    assert is_there(window.page, "Start in the kitchen")
    press(qtbot, window.page, here)

    assert session.case.bones.falls == ()
    press(qtbot, window.page, "Start in the bedroom")
    assert window.page.title() == "Bedroom"


def test_the_walk_goes_on_from_the_last_fall_to_the_hardest_part(window, session, qtbot) -> None:
    session.begin(mine=False)
    window.go("home")
    hardest = "The hardest part is here: Hallway"
    qtbot.waitUntil(lambda: is_there(window.page, hardest))
    press(qtbot, window.page, hardest)
    assert is_there(window.page, "Start in the hallway")
    assert session.view.places[:2] == ("hallway-1", "bedroom-1")

    session.set_person("slips or falls", fall_last_year=True)
    press(qtbot, window.page, "The last slip or fall was here: Kitchen")
    assert session.view.places[:3] == ("kitchen-1", "hallway-1", "bedroom-1")
    assert is_there(window.page, "Start in the kitchen")

    press(qtbot, window.page, "Take out Hallway")
    assert session.case.home.hardest == ""
    session.undo()
    qtbot.waitUntil(lambda: is_there(window.page, hardest))
    assert is_ticked(window.page, hardest)


def test_f6_goes_to_rooms_questions_house_and_foot_and_round_again(window, session, qtbot) -> None:
    session.begin(mine=False)
    window.go("home")
    qtbot.waitUntil(lambda: is_there(window.page, "The hardest part is here: Hallway"))
    visited = []
    for _time in range(5):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        visited.append(QApplication.focusWidget().accessibleName())

    assert visited[:3] == [
        "The hardest part is here: Hallway",
        "Quick check",
        "Start in the bedroom",
    ]
    assert visited[4] == "Two floors"
