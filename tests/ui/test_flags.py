"""Signs that cannot wait: every sign is reached by clicks, and an emergency stops all else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from falls_app.content.bones import load_red_flags
from falls_app.content.regions import load_region
from falls_app.content.screening import load_flag_screen
from falls_app.domain.person import Say
from tests.layouts import settle
from tests.ui.pressing import is_there, is_ticked, named, press, read, write

SCREEN = load_flag_screen()
EMERGENCIES = {
    "RF1": "cauda equina: numb between the legs",
    "RF2": "cauda equina: bladder",
    "RF3": "cauda equina: bowel",
    "RF4": "cauda equina: weak legs",
    "RF5": "cauda equina: sexual feeling",
    "RF6": "heart, lung or a tear",
    "RF7": "faint, stroke, fit or confusion",
    "RF8": "head injury with a blood thinner",
    "RF9": "suspected hip fracture",
    "RF10": "back or neck after a big fall",
    "RF11": "fever with back pain",
    "RF12": "long lie",
}
each_emergency = pytest.mark.parametrize("flag", EMERGENCIES, ids=EMERGENCIES.values())
TODAY = [flag.id for flag in SCREEN.flags if flag.level == 2]
SOON = [flag.id for flag in SCREEN.flags if flag.level == 3]
SECTION = "Signs that cannot wait"
HELP, BACK = "We are getting help now", "Go back and change the answer"
ASKED = "Who did you call, or where did you go?"
LEAD = "Get medical help today. Call 911."


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
    return session


@pytest.fixture
def open_list(window, home, qtbot):
    """Open the screen as a list, by clicks from the overview."""
    window.go("bones:overview")
    card = next(
        each
        for each in window.page.findChildren(QWidget)
        if each.isVisible() and each.accessibleName().startswith(SECTION)
    )
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    press(qtbot, window.page, "As a list")
    return window


def name_of(flag: str, answer: str, session) -> str:
    return f"{session.say(SCREEN.by_id[flag].ask)} {answer}"


def answer(qtbot, window, flag: str, said: str = "Yes") -> None:
    press(qtbot, window.page, name_of(flag, said, window.page.session))


def test_every_emergency_but_one_is_named_here() -> None:
    level_one = {flag.id for flag in SCREEN.flags if flag.level == 1}

    assert level_one - EMERGENCIES.keys() == {"RF13"}


# ------------------------------------------------------------------ every sign by clicks


@pytest.mark.parametrize("said", ["Yes", "Not sure"])
@each_emergency
def test_an_emergency_or_not_being_sure_of_one_stops_all_else(
    open_list, home, qtbot, flag: str, said: str
) -> None:
    answer(qtbot, open_list, flag, said)

    assert home.case.bones.flags == {flag: "yes" if said == "Yes" else "not_sure"}
    assert open_list.page.title() == "Please get medical help today"
    assert "Call 911 now if there is" in read(open_list.page)
    assert "Not sure? Go, or call 911." in read(open_list.page)


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        ("RF1", "numb or changed feeling between the legs"),
        ("RF2", "no way to pass water"),
        ("RF3", "no feeling of a bowel motion"),
        ("RF4", "new weak, heavy or numb leg"),
        ("RF5", "loss of sexual feeling"),
        ("RF6", "chest pain with short breath"),
        ("RF7", "a faint, a blackout, a weak side"),
        ("RF8", "knock to the head in the last 2 days with a blood thinner"),
        ("RF9", "bad hip or groin pain"),
        ("RF10", "pain after a big fall or crash"),
        ("RF11", "Fever or shivering with back pain"),
        ("RF12", "On the floor for more than 1 hour"),
    ],
)
def test_each_emergency_is_asked_in_plain_words(open_list, home, flag: str, words: str) -> None:
    assert words in home.say(SCREEN.by_id[flag].ask)
    assert home.say(SCREEN.by_id[flag].ask) in read(open_list.page)


@pytest.mark.parametrize("flag", TODAY + SOON)
def test_a_sign_that_is_no_emergency_says_what_it_leads_to(
    open_list, home, qtbot, flag: str
) -> None:
    answer(qtbot, open_list, flag)

    assert open_list.page.stage == "bones"
    assert home.view.say(SCREEN.by_id[flag].action) in read(open_list.page)
    assert "{" not in read(open_list.page)


def test_a_no_leads_nowhere(open_list, home, qtbot) -> None:
    for flag in ("RF8", "RF22", "RF30"):
        answer(qtbot, open_list, flag, "No")

    assert home.view.help_words == ""
    assert "Call the doctor today, and" not in read(open_list.page)


def test_not_being_sure_of_a_milder_sign_says_to_ask(open_list, qtbot) -> None:
    answer(qtbot, open_list, "RF22", "Not sure")
    answer(qtbot, open_list, "RF30", "Not sure")

    assert "Not sure? Call the doctor today and ask." in read(open_list.page)
    assert "Not sure? Look again this week, or ask the doctor." in read(open_list.page)


# ------------------------------------------------------------------ one at a time


@each_emergency
def test_asked_one_at_a_time_each_emergency_stops_all_else(window, home, qtbot, flag: str) -> None:
    window.go(f"bones:flags:{flag}")
    answer(qtbot, window, flag)

    assert window.page.title() == "Please get medical help today"


def test_the_keyboard_alone_goes_through_all_signs(window, home, qtbot) -> None:
    window.go("bones:flags")
    for _flag in SCREEN.flags:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert set(home.case.bones.flags.values()) == {"no"}
    assert len(home.case.bones.flags) == len(SCREEN.flags)
    qtbot.waitUntil(lambda: load_red_flags().page.clean in read(window.page))


def test_in_large_text_the_answers_of_the_next_sign_are_in_sight(window, home, qtbot) -> None:
    window.go("bones:flags")
    window.set_text_size(200)
    window.resize(1440, 900)
    settle()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()

    not_sure = named(window.page, name_of("RF2", "Not sure", home))
    assert not_sure.visibleRegion().boundingRect() == not_sure.rect()


def test_enter_goes_on_and_never_answers(window, home, qtbot) -> None:
    window.go("bones:flags")
    for _time in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert home.case.bones.flags == {}
    assert "Sign 4 of 31" in read(window.page)


def test_in_the_list_too_enter_goes_on_after_an_answer_by_key(open_list, home, qtbot) -> None:
    named(open_list.page, name_of("RF20", "Yes", home)).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)

    assert home.case.bones.flags == {"RF20": "no", "RF21": "yes"}


@pytest.mark.parametrize(
    ("key", "kept"),
    [(Qt.Key.Key_1, "yes"), (Qt.Key.Key_2, "no"), (Qt.Key.Key_3, "not_sure"),
     (Qt.Key.Key_9, "not_sure"), (Qt.Key.Key_Question, "not_sure")],
)  # fmt: skip
def test_keys_answer(window, home, qtbot, key: Qt.Key, kept: str) -> None:
    window.go("bones:flags")
    qtbot.keyClick(QApplication.focusWidget(), key)

    assert home.case.bones.flags == {"RF1": kept}


def test_tab_and_space_answer_not_sure(window, home, qtbot) -> None:
    window.go("bones:flags")
    for _time in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert home.case.bones.flags == {"RF1": "not_sure"}


def test_a_sign_can_be_left_out_only_where_the_page_says_so(window, home, qtbot) -> None:
    window.go("bones:flags:RF5")
    press(qtbot, window.page, "Leave this one out")
    assert "Sign 6 of 31" in read(window.page)

    press(qtbot, window.page, "Back")
    answer(qtbot, window, "RF5", "No")
    assert not is_there(window.page, "Leave this one out")


def test_coming_back_asks_the_first_sign_without_an_answer(window, home) -> None:
    for flag in ("RF1", "RF2", "RF3"):
        home.answer_flag(flag, "no")

    window.go("bones:flags")

    assert "Sign 4 of 31" in read(window.page)


def test_the_way_of_asking_is_kept(open_list, home, qtbot) -> None:
    open_list.set_text_size(125)
    qtbot.waitUntil(lambda: is_there(open_list.page, "As a list"))

    assert is_ticked(open_list.page, "As a list")


# ------------------------------------------------------------------ until help is noted


@pytest.mark.parametrize("where", ["bones:overview", "bones:flags", "bones:B01", "plan", "results"])
def test_an_open_emergency_leads_every_page(window, home, where: str) -> None:
    home.answer_flag("RF8", "yes")
    window.go(where)

    assert LEAD in read(window.page)


def test_nothing_later_hides_an_emergency(window, home) -> None:
    home.answer_flag("RF8", "yes")
    for flag in SCREEN.flags:
        if flag.id != "RF8":
            home.answer_flag(flag.id, "no")
    home.answer_two_days(("none",))
    home.set_region("uk")
    window.go("plan")

    assert "Get medical help today. Call 999." in read(window.page)


def test_what_was_done_is_noted_and_the_lead_goes(open_list, home, qtbot) -> None:
    answer(qtbot, open_list, "RF8")
    write(qtbot, open_list.page, ASKED, "Called 911 at ten")
    press(qtbot, open_list.page, HELP)

    assert home.case.bones.help_noted == "Called 911 at ten"
    assert open_list.page.stage == "bones"
    assert LEAD not in read(open_list.page)
    assert "Noted: Called 911 at ten" in read(open_list.page)
    assert is_ticked(open_list.page, name_of("RF8", "Yes", home))


def test_a_new_emergency_leads_again_after_a_note(open_list, home, qtbot) -> None:
    answer(qtbot, open_list, "RF8")
    write(qtbot, open_list.page, ASKED, "Called 911 at ten")
    press(qtbot, open_list.page, HELP)
    answer(qtbot, open_list, "RF9")

    assert open_list.page.title() == "Please get medical help today"
    assert named(open_list.page, ASKED).text() == ""


def test_the_page_names_the_sign_and_leads_back_to_it(open_list, home, qtbot) -> None:
    answer(qtbot, open_list, "RF12")
    assert "Ticked: On the floor for more than 1 hour in the last 2 days." in read(open_list.page)
    assert "Something may have changed in the last two days." not in read(open_list.page)

    press(qtbot, open_list.page, BACK)
    answer(qtbot, open_list, "RF12", "No")
    assert LEAD not in read(open_list.page)


@pytest.mark.parametrize("flag", ["RF1", "RF2", "RF3", "RF5"])
def test_a_private_sign_is_not_named_where_others_read_along(window, home, flag: str) -> None:
    home.answer_flag(flag, "yes")
    for where in ("help-now", "bones:overview", "plan"):
        window.go(where)
        assert SCREEN.by_id[flag].sign not in read(window.page)


def test_what_to_do_comes_back_from_the_lead_and_from_the_sign(open_list, home, qtbot) -> None:
    answer(qtbot, open_list, "RF9")
    open_list.go("bones:overview")
    press(qtbot, open_list.page, "What to do now")

    assert open_list.page.title() == "Please get medical help today"


def test_nothing_offers_to_remind_later_and_nobody_is_called_safe(open_list, home, qtbot) -> None:
    answer(qtbot, open_list, "RF8")
    assert "remind" not in read(open_list.page).lower()

    home.answer_flag("RF8", "no")
    open_list.go("bones:flags")
    assert "safe" not in read(open_list.page).lower()


@pytest.mark.parametrize(
    ("region", "number"), [("uk", "999"), ("eu", "112"), ("au", "000"), ("nz", "111")]
)
def test_the_numbers_are_those_of_the_region(window, home, region: str, number: str) -> None:
    home.set_region(region)
    home.answer_flag("RF8", "yes")
    window.go("help-now:RF8")

    assert f"Call {number} now if there is" in read(window.page)
    assert "911" not in read(window.page)


def test_where_a_region_has_an_urgent_line_a_call_today_names_it(open_list, home, qtbot) -> None:
    home.set_region("uk")
    answer(qtbot, open_list, "RF22")

    assert f"Call {load_region('uk').urgent_words}." in read(open_list.page)


def test_the_page_can_be_printed(open_list, qtbot) -> None:
    answer(qtbot, open_list, "RF8")
    press(qtbot, open_list.page, "Print")

    assert open_list.page.stage == "print"
    assert open_list.page.where() == "help-now"


# ------------------------------------------------------------------ thoughts of ending life


@pytest.mark.parametrize("said", ["Yes", "Not sure"])
def test_thoughts_of_ending_life_meet_kind_words_and_the_crisis_line(
    open_list, home, qtbot, said: str
) -> None:
    answer(qtbot, open_list, "RF13", said)
    words = read(open_list.page)

    assert "Thank you for saying so." in words
    assert "988 Suicide & Crisis Lifeline: call 988." in words
    assert "911" in words
    assert not is_there(open_list.page, "Print")


def test_a_region_without_a_crisis_line_gives_the_emergency_number(window, home) -> None:
    home.set_region("eu")
    window.go("kind-words")

    assert "Call 112 and say that you need to talk." in read(window.page)


def test_what_was_said_does_not_show_when_somebody_looks_later(open_list, home, qtbot) -> None:
    answer(qtbot, open_list, "RF13")
    press(qtbot, open_list.page, HELP)
    words = read(open_list.page)

    assert not is_ticked(open_list.page, name_of("RF13", "Yes", home))
    assert "Thank you for saying so." not in words
    assert "There is an answer. It stays hidden here." in words
    assert home.undo_label == "the note about help"
    open_list.go("bones:overview")
    assert "ending life" not in read(open_list.page)


def test_another_emergency_keeps_its_own_page_after_the_kind_words(open_list, home, qtbot) -> None:
    home.answer_flag("RF8", "yes")
    answer(qtbot, open_list, "RF13")
    press(qtbot, open_list.page, HELP)

    assert open_list.page.title() == "Please get medical help today"
    assert not home.case.bones.help_noted


def test_harm_by_somebody_shows_only_while_it_is_told(open_list, home, qtbot) -> None:
    answer(qtbot, open_list, "RF26")
    assert "Talk to somebody you trust, or to the doctor." in read(open_list.page)

    open_list.go("plan")
    open_list.go("bones:flags")
    assert "Talk to somebody you trust" not in read(open_list.page)
    assert "Somebody may hurt" not in read(open_list.page)


def test_a_double_click_notes_nothing(open_list, home, qtbot, qapp) -> None:
    qapp.setDoubleClickInterval(60_000)
    answer(qtbot, open_list, "RF13")
    press(qtbot, open_list.page, HELP)

    assert open_list.page.title() == "Thank you for saying so."
    assert not home.case.bones.help_noted


# ------------------------------------------------------------------ the clean screen, the card


def test_a_clean_screen_says_so_and_no_more(open_list, home, qtbot) -> None:
    for flag in SCREEN.flags:
        home.answer_flag(flag.id, "no")

    qtbot.waitUntil(lambda: load_red_flags().page.clean in read(open_list.page))


def test_one_sign_without_an_answer_is_no_clean_screen(open_list, home) -> None:
    for flag in SCREEN.flags[1:]:
        home.answer_flag(flag.id, "no")

    assert load_red_flags().page.clean not in read(open_list.page)


def test_signs_for_the_doctor_gather_with_what_to_have_ready(open_list, home, qtbot) -> None:
    home.answer_flag("RF22", "yes")

    ready = "When did it start, and what was going on then?"
    qtbot.waitUntil(lambda: ready in read(open_list.page))
    assert "Sudden bad back pain. No position helps." in read(open_list.page)


@pytest.mark.parametrize(
    ("answers", "tag"),
    [
        ({}, "0 of 31 asked"),
        ({"RF8": "yes"}, "Get help today"),
        ({"RF22": "yes", "RF30": "yes"}, "Call today"),
        ({"RF30": "yes"}, "This week"),
        ({"RF26": "yes"}, "1 of 31 asked"),
        ({flag.id: "no" for flag in SCREEN.flags}, "All asked"),
    ],
)
def test_the_card_says_how_things_stand(window, home, answers: dict[str, str], tag: str) -> None:
    for flag, said in answers.items():
        home.answer_flag(flag, said)
    window.go("bones:overview")

    assert any(
        each.accessibleName().startswith(f"{SECTION}. {tag}.")
        for each in window.page.findChildren(QWidget)
    )


def test_the_ten_questions_and_the_screen_agree_about_new_back_pain(window, home) -> None:
    home.answer_bone("RF30", "yes", "New back pain")
    home.answer_flag("RF30", "no")
    assert home.case.bones.items == {}

    home.answer_bone("RF30", "yes", "New back pain")
    assert home.case.bones.flags == {}
