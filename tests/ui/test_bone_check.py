"""The full bone check: answers, what they lead to, the short list, the days of scan and injection."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton

from falls_app.content.screening import load_bone_items
from falls_app.domain.person import Say
from falls_app.ui.widgets.item_card import ItemCard
from tests.ui.pressing import is_ticked, named, press, read

ITEMS = load_bone_items()
WOMEN, MEN = ITEMS.by_id["B08"], ITEMS.by_id["B09"]


@pytest.fixture
def nell(session):
    session.begin(mine=False)
    session.set_person("name", name="Nell", say=Say.SHE)
    return session


def card(window, item: str) -> ItemCard:
    return next(each for each in window.page.findChildren(ItemCard) if each.item.id == item)


def question(session, item: str) -> str:
    return session.say(ITEMS.by_id[item].question)


def answer(qtbot, window, session, item: str, words: str) -> None:
    press(qtbot, window.page, f"{question(session, item)} {words}")


def says(qtbot, window, item: str, words: str) -> None:
    qtbot.waitUntil(lambda: words in read(card(window, item)))


def test_every_question_is_there_and_nothing_is_added_up(window, nell):
    window.go("bones:check")
    words = read(window.page)

    for item in ITEMS.items:
        assert nell.say(item.question) in words
    assert "0 of 21 answered." in words
    assert "A stroke" in words


@pytest.mark.parametrize(("sex", "hidden", "shown"), [("female", MEN, WOMEN), ("male", WOMEN, MEN)])
def test_a_question_for_others_is_left_out(window, nell, sex, hidden, shown):
    nell.set_person("sex", sex=sex)
    window.go("bones:check")
    words = read(window.page)

    assert nell.say(hidden.question) not in words
    assert nell.say(shown.question) in words
    assert "0 of 20 answered." in words


@pytest.mark.parametrize("item", ITEMS.items, ids=lambda each: each.id)
def test_each_answer_leads_to_its_text(window, nell, qtbot, item):
    window.go("bones:check")
    text = nell.say(item.text)
    opens = "No" if item.no_is_open else "Yes"

    answer(qtbot, window, nell, item.id, opens)
    says(qtbot, window, item.id, text)
    assert (nell.say(item.ask) in read(card(window, item.id))) is (item.group != "record")

    answer(qtbot, window, nell, item.id, "Yes" if item.no_is_open else "No")
    qtbot.waitUntil(lambda: text not in read(card(window, item.id)))

    answer(qtbot, window, nell, item.id, "Not sure")
    short = nell.view.bones.by_id.get(item.id)
    unsure = short.choice("not_sure").text if short else ITEMS.not_sure
    says(qtbot, window, item.id, nell.say(unsure))


def test_an_answer_is_kept_counted_and_undone(window, nell, qtbot):
    window.go("bones:check")
    answer(qtbot, window, nell, "B05", "Yes")
    assert nell.case.bones.items == {"B05": "yes"}
    assert "1 of 21 answered." in read(window.page)

    nell.undo()

    assert not is_ticked(window.page, f"{question(nell, 'B05')} Yes")


def test_the_keys_answer_and_enter_goes_on(window, nell, qtbot):
    window.go("bones:check:B05")
    window.activateWindow()
    assert window.page.first_focus() is not None
    here = card(window, "B05")

    qtbot.keyClick(here, Qt.Key.Key_1)
    qtbot.keyClick(here, Qt.Key.Key_Return)

    assert nell.case.bones.items == {"B05": "yes"}
    qtbot.waitUntil(lambda: card(window, "B06").hasFocus())


def test_a_question_can_be_opened_by_its_id(window, nell, qtbot):
    window.activateWindow()
    window.go("bones:check:B21")

    qtbot.waitUntil(lambda: not card(window, "B21").visibleRegion().isEmpty())
    assert card(window, "B21").hasFocus()


def test_a_short_answer_shows_with_its_own_words_and_leads_back(window, nell, qtbot):
    nell.answer_bone("B01", "followed_up", "A break after a small fall")
    window.go("bones:check")

    assert is_ticked(window.page, f"{question(nell, 'B01')} Yes")
    says(qtbot, window, "B01", "Said before: Nell broke a bone in a small fall.")
    # A doctor looked at the bones: nobody is sent to book a visit.
    assert "Book a visit" not in read(card(window, "B01"))
    (link,) = [
        each
        for each in card(window, "B01").findChildren(QAbstractButton)
        if each.accessibleName() == "See the short question" and each.isVisible()
    ]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.page.where() == "B01"


def test_a_short_answer_changes_the_items_that_it_covers(window, nell, qtbot):
    window.go("bones:check")
    answer(qtbot, window, nell, "B16", "No")

    nell.answer_bone("B15", "both", "Strength and balance")
    window.go("bones:check")

    assert is_ticked(window.page, f"{question(nell, 'B16')} Yes")
    assert is_ticked(window.page, f"{question(nell, 'B15')} Yes")


def test_an_item_changes_the_short_answer(window, nell, qtbot):
    nell.answer_bone("B15", "both", "Strength and balance")
    window.go("bones:check")

    answer(qtbot, window, nell, "B16", "No")

    short = nell.view.told.short("B15")
    assert short is not None
    assert short.plain == {"B15": "yes", "B16": "no"}


def test_the_day_of_the_scan_is_asked_once_there_was_one(window, nell, qtbot):
    window.go("bones:check")
    assert "When was it?" not in read(card(window, "B20"))
    answer(qtbot, window, nell, "B20", "Yes")

    press(qtbot, window.page, "When was it? Use this day")
    named(window.page, "When was it?").setDate(QDate(2024, 5, 2))
    assert nell.case.bones.dates == {"scan": "2024-05-02"}
    named(window.page, "When was it?").setDate(QDate(2027, 5, 2))
    assert nell.case.bones.dates == {"scan": "2026-11-20"}  # a day to come is cut to today

    press(qtbot, window.page, "When was it? Take the day out")
    assert nell.case.bones.dates == {}


DUE = "When is the next injection due?"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-12-05", "It is due on December 5, 2026. Book it ahead, so that it is never late."),
        ("2026-12-04", "It is due on December 4, 2026. Book it now, in time."),
        ("2026-11-20", "It is due on November 20, 2026. Book it now, in time."),
        ("2026-11-19", "It was due on November 19, 2026. Call the clinic today"),
    ],
)
def test_the_next_injection_is_never_late(window, nell, qtbot, day, words):
    window.go("bones:check")
    answer(qtbot, window, nell, "B21", "Yes")
    press(qtbot, window.page, f"{DUE} Use this day")
    named(window.page, DUE).setDate(QDate.fromString(day, "yyyy-MM-dd"))

    assert nell.case.bones.dates == {"injection": day}
    says(qtbot, window, "B21", words)
    said = read(card(window, "B21"))
    assert ("Ask the doctor before any" in said) is (day != "2026-12-05")
    assert "Do not delay or stop it without a plan." in said


@pytest.mark.parametrize(
    ("day", "by", "tier"),
    [
        ("2027-03-01", "2027-03-01", "later"),
        ("2026-12-01", "2026-12-01", "now"),
        ("2026-11-01", "2026-11-20", "now"),
    ],
)
def test_the_injection_is_a_step_on_its_day_that_names_no_medicine(sample, day, by, tier):
    sample.change_bones("days", dates={"injection": day})

    step = sample.view.plan.step("injection")

    assert step is not None
    assert (step.by, step.tier.value) == (by, tier)
    assert "injection" not in f"{step.do} {step.short}"


def test_without_a_bone_medicine_there_is_no_step(sample):
    items = {**sample.case.bones.items, "B21": "no"}
    sample.change_bones("days", dates={"injection": "2026-12-01"}, items=items)

    assert sample.view.plan.step("injection") is None


def test_the_card_says_how_much_is_answered_and_what_there_is_to_ask(window, nell):
    def card_words() -> str:
        window.go("bones:overview")
        names = [each.accessibleName() for each in window.page.findChildren(QAbstractButton)]
        return next(name for name in names if name.startswith("Bone check in full"))

    assert "Not asked yet. 0 of 21 answered." in card_words()
    nell.answer_bone("B01", "followed_up", "A break after a small fall")
    assert "Begun. 1 of 21 answered." in card_words()
    nell.change_bones("items", items={"B05": "yes"})
    assert "1 to look at. 1 of 21 answered." in card_words()
    fine = {each.id: "yes" if each.no_is_open else "no" for each in ITEMS.items}
    nell.change_bones("items", items=fine)
    assert "Good. 21 of 21 answered." in card_words()
