"""Results: what is good, the number and its reasons, the rooms, and where to start."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from falls_app.domain.assessment import Decision
from falls_app.domain.bones import TwoDays
from falls_app.domain.checklist import Answer
from falls_app.domain.plan import already_good, score_after
from falls_app.domain.scoring import Band, HelpReadiness
from falls_app.ui.main_window import MainWindow
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Scroll
from falls_app.ui.widgets.house_map import HouseMap
from falls_app.ui.widgets.marks import Dial
from falls_app.ui.widgets.place_list import PlaceRow
from falls_app.ui.words import band_in_title, band_sentence, lowered, readiness_words
from falls_app.words import band_words, own_way_words, wording
from tests.layouts import settle


def words(window: MainWindow) -> str:
    """Return everything that can be read on the page now."""
    labels = window.page.findChildren(QLabel)
    buttons = window.page.findChildren(QAbstractButton)
    read = [each.text() for each in labels if each.isVisible()]
    return "\n".join(read + [each.accessibleName() for each in buttons if each.isVisible()])


def button(window: MainWindow, start: str) -> QAbstractButton:
    """Return the last visible button whose spoken name begins like this."""
    found = [
        each
        for each in window.page.findChildren(QAbstractButton)
        if each.isVisible() and each.accessibleName().startswith(start)
    ]
    assert found, f"no button “{start}”"
    return found[-1]


def press(window: MainWindow, start: str) -> None:
    QTest.mouseClick(button(window, start), Qt.MouseButton.LeftButton)


def answer_all(session: Session, answer: Answer) -> None:
    for each in session.view.score.places:
        session.answer(each.check, each.room.id if each.room else None, answer)


@pytest.fixture
def gone(window, monkeypatch) -> list[str]:
    """Record where the page wants to go, without going there."""
    window.go("results")
    asked: list[str] = []
    monkeypatch.setattr(window.page, "go", asked.append)
    return asked


def test_the_title_names_the_home_and_its_band(window, sample):
    window.go("results")

    assert f"Rosa’s home: {band_in_title(sample.view.score.band)}" in words(window)


def test_what_is_good_stands_directly_under_the_title(window, sample):
    window.go("results")

    good = already_good(sample.view.score)
    line = next(each for each in words(window).splitlines() if each.startswith("Already good:"))
    assert all(check.good in line for check in good[:5])
    assert good[5].good not in line


def test_all_good_things_open_in_place_and_close_again(window, sample):
    window.go("results")
    good = already_good(sample.view.score)
    last = good[-1].good[:1].upper() + good[-1].good[1:]
    assert last not in words(window)

    press(window, f"Show all {len(good)}")
    assert last in words(window)

    press(window, "Show fewer")
    assert last not in words(window)


def test_number_band_and_the_gain_of_the_first_steps_are_said(window, sample):
    window.go("results")
    score, plan = sample.view.score, sample.view.plan

    after = score_after(
        sample.view.checklist, sample.case, plan.first, person_score=sample.region.person_score
    )
    dial = window.page.findChild(Dial).accessibleName()
    assert f"{score.shown} out of 100" in dial
    assert band_words(score.band) in dial
    assert f"The first five steps would bring it to about {after.shown}." in words(window)


def test_below_enough_answers_there_is_no_number_but_a_way_on(window, session, monkeypatch):
    session.begin(mine=True)
    window.go("results")
    asked: list[str] = []
    monkeypatch.setattr(window.page, "go", asked.append)

    total = len(session.view.score.places)
    assert f"Your home: 0 of {total} looked at" in words(window)
    assert "no number yet" in window.page.findChild(Dial).accessibleName()
    press(window, "Go on with the rooms")

    assert asked == ["walk"]


def test_what_holds_the_band_is_said_in_words(window, session):
    session.begin(mine=True)
    answer_all(session, Answer.SAFE)
    critical = [each for each in session.view.score.places if each.check.is_critical]
    held = [each for each in critical if each.check.area != "EMG"][:2]
    for each in held:
        session.answer(each.check, None, Answer.HAZARD)

    window.go("results")

    line = next(each for each in words(window).splitlines() if each.startswith("Held at"))
    assert "Some rooms need care" in line
    assert all(lowered(each.check.short) in line for each in held)


def test_below_the_dial_stand_three_checks_at_most_and_how_many_more_hold_the_band(window, session):
    session.begin(mine=True)
    answer_all(session, Answer.SAFE)
    for each in session.view.score.places:
        if each.check.is_critical:
            session.answer(each.check, each.room.id if each.room else None, Answer.HAZARD)

    window.go("results")

    line = next(each for each in words(window).splitlines() if each.startswith("Held at"))
    held = len(session.view.score.held_by)
    assert held > 3
    assert line.count("·") == 2
    assert line.endswith(f"and {held - 3} more")


def test_missing_answers_show_as_a_range_and_as_things_to_look_at(window, session, monkeypatch):
    session.begin(mine=True)
    answer_all(session, Answer.SAFE)
    missing = next(
        each.check
        for each in session.view.score.places
        if each.check.is_critical and each.check.area != "EMG"
    )
    session.forget(missing, None)
    window.go("results")
    asked: list[str] = []
    monkeypatch.setattr(window.page, "go", asked.append)

    assert "while some answers are open" in words(window) or "count as open" in words(window)
    assert "Look at these first" in words(window)
    press(window, missing.short)

    assert asked == [f"walk:whole:{missing.id}"]


def test_how_the_score_works_opens_in_place(window, sample):
    window.go("results")
    assert "not a validated scale and not a prediction" not in words(window)

    press(window, "How the score works")

    assert "not a validated scale and not a prediction" in words(window)


def test_a_fall_last_year_brings_the_advice_for_a_visit(window, sample):
    window.go("results")
    assert "Ask for an occupational therapist’s visit." in words(window)

    sample.set_person("a fall", fall_last_year=False)
    assert "Ask for an occupational therapist’s visit." not in words(window)


def test_rooms_stand_worst_first_with_words_and_no_numbers_of_their_own(window, sample):
    window.go("results")

    lines = [each for each in words(window).splitlines() if each.endswith(("to fix.", "good."))]
    counts = [int(each.split(". ")[-1].split()[0]) for each in lines if "to fix" in each]
    rooms = counts[-len(counts) // 2 :]
    assert "Bathroom. 3 to fix." in lines
    assert rooms[0] == max(rooms)


def test_a_pressed_room_of_the_list_opens_it(window, sample, gone):
    press(window, "Bathroom. ")

    assert gone == ["walk:bathroom"]


def test_a_pressed_room_of_the_map_opens_it(window, sample, gone):
    house = window.page.findChild(HouseMap)
    QTest.mouseClick(house.focus_button("stairs"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(house.focus_button("bones"), Qt.MouseButton.LeftButton)

    assert gone == ["walk:stairs", "bones:overview"]


def test_help_readiness_is_said_with_its_reason_and_leads_to_the_checks(window, sample, gone):
    assert "Getting help: not ready" in words(window)
    assert "Still open: alarm worn now and tested" in words(window)

    press(window, "See the checks about getting help")

    assert gone == ["walk:whole"]


def test_each_first_step_says_what_where_how_long_and_why(window, sample):
    window.go("results")

    read = words(window)
    assert "Start with these five" in read
    for step in sample.view.plan.first:
        assert wording(sample.view.say, step)[0] in read
        assert own_way_words(sample.about, step) in read
    assert "2 hours, $50 to $500" in read


def test_why_opens_beneath_a_step_and_stays_open_while_the_page_is_filled_anew(window, sample):
    window.go("results")
    step = sample.view.plan.first[0]
    reason = "For Rosa it counts more, because of: being up at night, a walking aid, weak bones."
    assert reason not in words(window)

    press(window, f"Why: {sample.about(step.short)}")
    sample.set_person("name", name="Rosie")

    assert reason.replace("Rosa", "Rosie") in words(window)


def test_only_professionals_see_the_number_of_a_kind_of_room_and_only_once_it_is_clear(
    window, sample
):
    window.go("results")
    press(window, "Why: Stairs")
    assert "rooms of this kind together" not in words(window)

    sample.set_professional(True)
    window.go("results")
    number = int(sample.view.score.areas["STR"].fit + 0.5)
    assert f"rooms of this kind together have {number} out of 100" in words(window)

    sample.forget(sample.view.checklist.get("STR01"), "stairs")
    assert "rooms of this kind together" not in words(window)


def test_why_opens_and_closes_by_the_keyboard_and_screen_readers_hear_it(window, sample, qtbot):
    window.go("results")
    why = button(window, "Why: Bathroom")
    reason = "Rooms of this kind count three times in the home score."

    def state() -> QAccessible.State:
        return QAccessible.queryAccessibleInterface(why).state()

    assert (state().expanded, state().collapsed) == (0, 1)
    spoken = QAccessible.queryAccessibleInterface(why).actionInterface()
    spoken.doAction("Press")
    assert reason in words(window)
    spoken.doAction("Press")
    for key, is_open in (
        (Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False), (Qt.Key.Key_Right, True),
        (Qt.Key.Key_Left, False), (Qt.Key.Key_Space, True),
    ):  # fmt: skip
        qtbot.keyClick(why, key)
        assert (reason in words(window)) is is_open
        assert (state().expanded, state().collapsed) == (is_open, not is_open)


def test_the_number_says_what_holds_it_and_how_far_it_can_move(window, session):
    session.begin(mine=True)
    answer_all(session, Answer.SAFE)
    critical = [each for each in session.view.score.places if each.check.is_critical]
    for each in [each for each in critical if each.check.area != "EMG"][:2]:
        session.answer(each.check, None, Answer.HAZARD)
    window.go("results")

    press(window, "Why: the home score")

    read = words(window)
    assert "2 checks that count most are open." in read
    assert "it is “Some rooms need care” at most. All answers together give “" in read


def test_with_no_steps_the_page_says_so(window, session):
    session.begin(mine=True)

    window.go("results")

    assert "Nothing to fix so far" in words(window)


def test_the_buttons_lead_to_the_plan_and_to_all_answers(window, sample, gone):
    press(window, "Make the plan")
    press(window, "See all answers")

    assert gone == ["plan", "walk"]


def test_a_red_flag_stands_on_top_until_something_is_noted(window, sample, gone):
    assert "Get medical help today." not in words(window)

    sample.answer_two_days(["head"])
    assert "Get medical help today. Call 911. Rosa or Maria knows why." in words(window)
    press(window, "What to do now")
    assert gone == ["help-now"]

    sample.note_help("We called.")
    assert "Get medical help today." not in words(window)


def test_a_red_flag_without_helpers_names_only_the_person(window, session):
    session.begin(mine=True)
    session.answer_two_days(["not_sure"])

    window.go("results")

    assert "Get medical help today. Call 911. You know why." in words(window)


def test_an_answer_given_elsewhere_changes_the_page(window, sample):
    window.go("results")
    before = words(window)
    check = sample.view.plan.first[0].check

    sample.answer(check, sample.view.plan.first[0].rooms[0], Answer.SAFE)

    assert words(window) != before


def test_tab_goes_from_the_plan_button_to_the_things_that_are_good(window, sample):
    window.go("results")
    plan = button(window, "Make the plan")

    assert plan.nextInFocusChain() is button(window, "Show all 18 good")


def test_the_first_steps_are_in_sight_when_the_page_opens(window, sample):
    window.resize(1440, 900)
    window.go("results")
    settle()
    (page,) = (each for each in window.page.findChildren(Scroll) if each.isVisible())
    low = [
        each.mapTo(page.viewport(), each.rect().bottomLeft()).y()
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Why: ")
        and any(each.accessibleName().endswith(step) for step in ("by themselves", "inside"))
    ]

    assert len(low) == 2
    assert max(low) < page.viewport().height()


def test_the_places_with_the_least_to_fix_open_in_place(window, sample):
    def shown() -> list[str]:
        return [each.text() for each in window.page.findChildren(PlaceRow) if each.isVisible()]

    window.go("results")
    assert len(shown()) == 7
    assert "Front steps" not in shown()

    press(window, "Show all 9 places")
    assert len(shown()) == 9
    assert "Front steps" in shown()
    press(window, "Show fewer places")
    assert len(shown()) == 7


@pytest.mark.parametrize("band", list(Band))
def test_every_band_has_words_without_a_percentage(band):
    assert band_words(band).lower() == band_in_title(band)
    assert "%" not in band_sentence(band)


@pytest.mark.parametrize("readiness", list(HelpReadiness))
def test_every_readiness_has_words(readiness):
    assert readiness_words(readiness)[0]


def test_a_way_of_her_own_stands_below_the_topic_of_a_first_step(sample, window):
    step = sample.view.plan.first[0]
    sample.decide(step, Decision.OWN_WAY, "Only on Sundays")
    window.go("results")

    lines = words(window).splitlines()
    assert step.check.short in lines
    assert "Rosa’s way: “Only on Sundays”" in lines
    assert "Only on Sundays" not in lines


def test_a_noted_red_flag_of_a_case_file_leaves_the_page(sample, window):
    bones = replace(sample.case.bones, two_days=TwoDays(), flags={"RF13": "yes"})
    sample.add(replace(sample.case, bones=bones))
    window.go("results")
    assert "What to do now" in words(window)
    assert "knows why" in words(window)
    assert "Maria knows why" not in words(window)

    sample.note_help("We called.")

    assert "What to do now" not in words(window)
    assert sample.case.bones.help_noted == "We called."


@pytest.mark.parametrize("size", [(820, 1180), (1440, 900)])
def test_the_house_is_no_tower_of_sky_beside_opened_reasons(window, sample, size):
    window.resize(*size)
    window.go("results")
    house = window.page.findChild(HouseMap)
    closed = house.height()

    press(window, "Why: the home score")

    assert house.height() == closed
    assert 0.5 <= house.height() / house.width() <= 0.76
