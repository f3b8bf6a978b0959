"""The diary of falls: write one down, change it, take it out; and what it leads to."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from falls_app.content.screening import load_diary
from falls_app.domain.bones import Fall
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Home, Room
from falls_app.domain.person import Say
from tests.ui.conftest import TODAY
from tests.ui.pressing import is_there, is_ticked, named, press, read, write

WRITE, LIST, REMOVE = "Write down a fall", "Back to the list", "Remove this fall"
HELP = "We are getting help now"
HEAD, THINNER = "Was there a knock to the head?", "Was a blood thinner taken at that time?"


@pytest.fixture(autouse=True)
def no_double_clicks(qapp: QApplication):
    """Clicks of a test follow each other faster than a hand's."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(before)


@pytest.fixture
def home(session):
    session.begin(mine=False)
    session.set_person("name", name="Rosa", say=Say.SHE)
    rooms = (Room("r1", "KIT", "Kitchen"), Room("r2", "BTH", "Bathroom"))
    session.set_home(Home(rooms), "rooms")
    return session


@pytest.fixture
def diary(window, home):
    window.go("bones:falls")
    return window


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def the_fall(session) -> Fall:
    (fall,) = session.case.bones.falls
    return fall


def press_room(qtbot, window, name: str) -> None:
    """Press the chip of a room, once it is there: rooms are those of the open home."""
    qtbot.waitUntil(lambda: is_there(window.page, f"Where was it? {name}"))
    press(qtbot, window.page, f"Where was it? {name}")


def test_the_card_of_the_overview_opens_the_diary(window, home, qtbot) -> None:
    window.go("bones:overview")
    card = next(
        each
        for each in window.page.findChildren(QWidget)
        if each.isVisible() and each.accessibleName().startswith("Falls. No falls noted.")
    )
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)

    assert is_there(window.page, WRITE)


def test_nothing_is_kept_before_the_first_answer(diary, home, qtbot) -> None:
    press(qtbot, diary.page, WRITE)
    press(qtbot, diary.page, LIST)

    assert home.case.bones.falls == ()


def test_a_fall_is_written_down_by_taps(diary, home, qtbot) -> None:
    press(qtbot, diary.page, WRITE)
    press(qtbot, diary.page, "Yesterday", within="When was it?")
    press(qtbot, diary.page, "Evening", within="At what time?")
    press_room(qtbot, diary, "Bathroom")
    write(qtbot, diary.page, "What was going on?", "Reaching up")
    press(qtbot, diary.page, "Dizzy", within="What came just before?")
    press(qtbot, diary.page, "A bruise", within="Was there an injury?")
    press(qtbot, diary.page, "Yes, alone", within="Could Rosa get up?")
    press(qtbot, diary.page, "Some minutes", within="How long on the floor?")
    fall = the_fall(home)

    assert (fall.date, fall.time, fall.room, fall.doing) == (ago(1), "evening", "r2", "Reaching up")
    assert fall.answers == {"warning": "dizzy", "injury": "bruise", "got_up": "alone"}
    assert fall.minutes == 5

    press(qtbot, diary.page, LIST)
    words = read(diary.page)
    assert "evening" in words
    assert "Bathroom\u00a0· Reaching up" in words
    assert "Before: dizzy" in words


@pytest.mark.parametrize("question", load_diary().questions, ids=lambda each: each.id)
def test_every_question_of_the_diary_takes_every_answer(diary, home, qtbot, question) -> None:
    press(qtbot, diary.page, WRITE)
    for option in question.options:
        press(qtbot, diary.page, option.words, within=home.say(question.words))
        assert the_fall(home).answers == {question.id: option.id}

    press(qtbot, diary.page, question.options[-1].words, within=home.say(question.words))
    assert the_fall(home).answers == {}


def test_nobody_needs_to_know_when(diary, home, qtbot) -> None:
    press(qtbot, diary.page, WRITE)
    press(qtbot, diary.page, "Not sure when", within="When was it?")
    press(qtbot, diary.page, LIST)

    assert the_fall(home).date == ""
    assert home.case.person.fall_last_year is None
    assert "Not sure when" in read(diary.page)


def test_another_day_is_chosen_from_the_calendar(diary, home, qtbot) -> None:
    press(qtbot, diary.page, WRITE)
    press(qtbot, diary.page, "Another day", within="When was it?")
    field = named(diary.page, "Day of the fall")
    qtbot.keyClick(field, Qt.Key.Key_Down)

    assert date.fromisoformat(the_fall(home).date) < TODAY
    assert is_ticked(diary.page, "Another day")


def test_another_place_is_named(diary, home, qtbot) -> None:
    press(qtbot, diary.page, WRITE)
    press_room(qtbot, diary, "Another place")
    write(qtbot, diary.page, "Which place?", "The shop")
    assert the_fall(home).place == "The shop"

    press_room(qtbot, diary, "Kitchen")
    assert (the_fall(home).room, the_fall(home).place) == ("r1", "")


def test_the_newest_fall_comes_first(diary, home) -> None:
    for key, day in (("1", ago(300)), ("2", ""), ("3", ago(40))):
        home.write_fall(Fall(key, date=day, place=f"Place {key}"))
    words = read(diary.page)

    assert words.index("Place 3") < words.index("Place 1") < words.index("Place 2")


def test_a_fall_is_changed(diary, home, qtbot) -> None:
    home.write_fall(Fall("1", date=ago(40), answers={"light": "dim"}))
    press(qtbot, diary.page, "Change the fall: Oct 11")
    assert is_ticked(diary.page, "Dim")

    press(qtbot, diary.page, "Dark", within="How was the light?")
    assert the_fall(home).answers == {"light": "dark"}


@pytest.mark.parametrize("inside", [False, True])
def test_a_fall_goes_without_a_question_and_comes_back(diary, home, qtbot, inside: bool) -> None:
    home.write_fall(Fall("1", date=ago(40)))
    if inside:
        press(qtbot, diary.page, "Change the fall: Oct 11")
        press(qtbot, diary.page, REMOVE)
    else:
        press(qtbot, diary.page, "Remove the fall: Oct 11")
    assert home.case.bones.falls == ()

    press(qtbot, diary, "Undo")
    assert "Oct 11" in read(diary.page)


def test_a_fall_of_the_past_year_agrees_with_the_page_about_the_person(diary, home, qtbot) -> None:
    home.answer_bone("F01", "no", "Falls")
    press(qtbot, diary.page, WRITE)
    press(qtbot, diary.page, "Yesterday", within="When was it?")

    assert home.case.person.fall_last_year is True
    assert home.case.bones.items["F01"] == "yes"
    assert "This counts as a fall in the past year. The page about Rosa says so too." in read(
        diary.page
    )

    home.undo()
    assert home.case.person.fall_last_year is None
    assert home.case.bones.items["F01"] == "no"


def test_an_older_fall_says_nothing_about_the_past_year(diary, home) -> None:
    home.write_fall(Fall("1", date=ago(400)))

    assert home.case.person.fall_last_year is None
    assert "This counts as" not in read(diary.page)


def test_what_the_page_about_the_person_says_is_asked_for_here(diary, home) -> None:
    home.set_person("slips or falls", fall_last_year=True)
    assert "there was a fall in the past year. Add it here." in read(diary.page)

    home.write_fall(Fall("1", date=ago(40)))
    assert "Add it here." not in read(diary.page)


# ------------------------------------------------------------------ what a fall leads to


def test_a_head_knock_with_a_blood_thinner_stops_all_else(diary, home, qtbot) -> None:
    press(qtbot, diary.page, WRITE)
    press(qtbot, diary.page, "Today", within="When was it?")
    press(qtbot, diary.page, "Yes", within=HEAD)
    press(qtbot, diary.page, "Yes", within=THINNER)

    assert diary.page.title() == "Please get medical help today"
    assert "Knock to the head in the last 2 days with a blood thinner." in read(diary.page)


def test_who_takes_a_blood_thinner_need_not_say_it_again(diary, home, qtbot) -> None:
    home.toggle_trait("blood_thinner")
    press(qtbot, diary.page, WRITE)
    press(qtbot, diary.page, "Today", within="When was it?")
    press(qtbot, diary.page, "Yes", within=HEAD)

    assert diary.page.title() == "Please get medical help today"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("How long on the floor?", "About 1 hour"),
        ("What came just before?", "A faint or blackout"),
        ("Was there an injury?", "Bad hip or groin pain"),
    ],
)
def test_other_emergencies_of_a_fall_stop_all_else(
    diary, home, qtbot, asked: str, said: str
) -> None:
    press(qtbot, diary.page, WRITE)
    press(qtbot, diary.page, "Today", within="When was it?")
    press(qtbot, diary.page, said, within=asked)

    assert diary.page.title() == "Please get medical help today"


def test_the_page_leads_back_to_the_fall_and_the_lead_goes(diary, home, qtbot) -> None:
    press(qtbot, diary.page, WRITE)
    press(qtbot, diary.page, "Today", within="When was it?")
    press(qtbot, diary.page, "About 1 hour", within="How long on the floor?")
    press(qtbot, diary.page, "Go back and change the answer")
    assert is_ticked(diary.page, "About 1 hour")
    assert "Get medical help today. Call 911." in read(diary.page)

    press(qtbot, diary.page, "What to do now")
    press(qtbot, diary.page, HELP)
    assert "Get medical help today. Call 911." not in read(diary.page)


def test_an_answer_given_by_mistake_takes_its_lead_with_it(diary, home, qtbot) -> None:
    press(qtbot, diary.page, WRITE)
    press(qtbot, diary.page, "Today", within="When was it?")
    press(qtbot, diary.page, "About 1 hour", within="How long on the floor?")
    press(qtbot, diary.page, "Go back and change the answer")
    press(qtbot, diary.page, "Some minutes", within="How long on the floor?")

    assert "Get medical help today" not in read(diary.page)


def test_an_emergency_of_a_fall_shows_on_the_screen_of_signs_too(diary, home) -> None:
    home.write_fall(Fall("1", date=ago(0), minutes=60))
    diary.go("bones:flags:RF12")

    assert "Get medical help today. Call 911." in read(diary.page)
    assert is_there(diary.page, "What to do now")


def test_two_falls_in_a_week_are_a_call_today(diary, home) -> None:
    home.write_fall(Fall("1", date=ago(0)))
    home.write_fall(Fall("2", date=ago(6)))

    assert "Call the doctor or the pharmacist today." in read(diary.page)
    diary.go("bones:overview")
    cards = [each.accessibleName() for each in diary.page.findChildren(QWidget)]
    assert any(each.startswith("Falls. Call today.") for each in cards)


def test_a_fall_with_an_injury_is_a_visit_this_week(diary, home, qtbot) -> None:
    home.write_fall(Fall("1", date=ago(100), answers={"injury": "cut"}))

    qtbot.waitUntil(lambda: "Book a visit this week, and tell about each fall." in read(diary.page))


def test_a_knock_to_the_head_weeks_ago_asks_how_it_is_now(diary, home, qtbot) -> None:
    home.write_fall(Fall("1", date=ago(20), answers={"head": "yes"}))
    press(qtbot, diary.page, "Answer it now")

    assert "Sign 8 of 31" in read(diary.page)


def test_alcohol_stays_in_the_form(diary, home, qtbot) -> None:
    home.write_fall(Fall("1", date=ago(40), answers={"alcohol": "yes"}))

    assert "lcohol" not in read(diary.page)


def test_the_place_of_a_fall_can_be_looked_at(diary, home, qtbot) -> None:
    home.write_fall(Fall("1", date=ago(40), room="r2"))
    press(qtbot, diary.page, "Look at the place: Bathroom")

    assert diary.page.stage == "rooms"
    assert "Bathroom" in read(diary.page)


def test_the_keyboard_alone_writes_a_fall_down(diary, home, qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert the_fall(home).date == TODAY.isoformat()


def test_the_cards_of_the_room_ask_whether_it_happened_there(window, sample, qtbot) -> None:
    place = next(each for each in sample.view.score.places if each.is_open and each.room)
    sample.write_fall(Fall("1", date=ago(40), room=place.room.id))
    window.go(f"walk:{place.room.id}:{place.check.id}")
    asked = f"The diary has a fall in this room: {place.room.name}. Was it here?"
    assert asked in read(window.page)

    press(qtbot, window.page, "A slip or fall happened here")
    assert asked not in read(window.page)


def test_an_answer_that_is_good_asks_it_only_where_somebody_fell(window, sample, qtbot) -> None:
    places = sample.view.score.places
    place = next(each for each in places if each.answer is Answer.SAFE and each.room)
    there = f"walk:{place.room.id}:{place.check.id}"
    window.go(there)
    assert not is_there(window.page, "A slip or fall happened here")

    sample.write_fall(Fall("1", date=ago(40), room=place.room.id))
    window.go(there)
    press(qtbot, window.page, "A slip or fall happened here")

    assert sample.finding(place.check.id, place.room.id).near_miss
