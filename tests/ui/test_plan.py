"""The plan page: what a user reads on it, and what clicks and keys do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDateEdit,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from falls_app.domain.assessment import Decision, Finding, Helper
from falls_app.domain.checklist import Answer
from falls_app.domain.step import Column
from falls_app.ui import intake
from falls_app.ui.background import Inline
from falls_app.ui.evidence import Evidence
from falls_app.ui.focus import settle_layouts
from falls_app.ui.pages.step_details import StepDetails
from falls_app.ui.theme import look
from falls_app.ui.widgets.boxes import Scroll
from falls_app.ui.widgets.calendar_button import CalendarButton, CalendarMenu
from falls_app.ui.widgets.plan_board import BoardCard, BoardColumn
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.why import WhyButton
from falls_app.words import room_words, wording
from tests.ui.evidence_kit import drop, files, picture, sheet_of


@pytest.fixture
def page(sample, window):
    window.go("plan")
    return window.page


def controls(page: QWidget, kind: type = QAbstractButton) -> list:
    return [each for each in page.findChildren(kind) if each.isVisible()]


def named(page: QWidget, name: str, kind: type = QAbstractButton):
    found = [each for each in controls(page, kind) if each.accessibleName() == name]
    assert len(found) == 1, [each.accessibleName() for each in controls(page, kind)]
    return found[0]


def card(page: QWidget, title: str):
    found = [
        each for each in controls(page, BoardCard) if each.accessibleName().startswith(f"{title}.")
    ]
    assert len(found) == 1, title
    return found[0]


def said(page: QWidget) -> list[str]:
    return [each.text() for each in page.findChildren(Words) if each.isVisible()]


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def done_box(session, step) -> str:
    """Return the name of the box that says a step is done."""
    where = room_words(session.case.home, step)
    return f"Done: {title(session, step)}. {where}" if where else f"Done: {title(session, step)}"


def title(session, step) -> str:
    return wording(session.view.say, step)[0]


def step_named(session, title: str):
    return next(step for step in session.view.plan.steps if step.short == title)


def first_step(session, column=Column.TODAY):
    return session.view.plan.in_column(column)[0]


def test_every_step_has_a_card_with_room_day_price_and_name(page, sample):
    for step in sample.view.plan.steps:
        assert card(page, title(sample, step))

    spoken = card(page, "Fit rails on both sides of the stairs").accessibleName()
    for words in ("Fix first", "Stairs", "Nov", "$50 to $500", "handyperson"):
        assert words in spoken


def test_a_step_from_bones_and_balance_says_so(page):
    assert "Bones & balance" in card(page, "Book an eye test").accessibleName()


def test_the_head_counts_the_steps(page, sample):
    assert f"{len(sample.view.plan.steps)} steps" in said(page)


def test_ticking_the_box_marks_a_step_done(page, sample, qtbot):
    step = first_step(sample)

    click(qtbot, named(page, done_box(sample, step)))

    assert sample.case.choices[step.key].done == "2026-11-20"
    assert any("1 done" in words for words in said(page))
    assert "Done today" in card(page, title(sample, step)).accessibleName()


def test_the_day_of_a_done_step_can_be_changed_but_never_lies_ahead(page, sample, qtbot):
    step = step_named(sample, "Fit 2 grab bars, at the entry and inside")
    sample.mark_done(step)
    page.open_at(step.key)
    page.refresh()
    field = named(page, "Done on", QDateEdit)

    field.setDate(QDate(2026, 11, 3))
    assert sample.case.choices[step.key].done == "2026-11-03"
    assert "Done Nov 3" in card(page, title(sample, step)).accessibleName()

    field.setDate(QDate(2027, 1, 1))
    assert field.date() == QDate(2026, 11, 20)
    assert sample.case.choices[step.key].done == "2026-11-20"

    sample.undo()
    assert sample.case.choices[step.key].done == "2026-11-03"


def test_a_photo_of_it_done_stands_beside_the_one_before(
    sample, window, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setattr(intake, "Background", Inline)
    window.go("plan")
    page = window.page
    step = step_named(sample, "Fit 2 grab bars, at the entry and inside")
    before = Evidence(sample, step.check, step.findings[0].room)
    before.add(before.taking_in(picture(tmp_path, "before.jpg"))())
    sample.mark_done(sample.view.plan.step(step.key))
    page.open_at(step.key)
    page.refresh()

    drop(page.findChild(StepDetails), files(picture(tmp_path, "now.jpg", (300, 400))))
    qtbot.keyClick(sheet_of(window), Qt.Key.Key_Escape)

    old, new = sample.view.plan.step(step.key).before_and_after
    assert (old.width, new.width) == (400, 300)
    assert not old.is_after
    assert new.is_after
    left, right = named(page, "Before: open the photo"), named(page, "Now: open the photo")
    assert left.y() == right.y()
    assert left.mapTo(page, QPoint()).x() < right.mapTo(page, QPoint()).x()

    click(qtbot, right)
    assert "Photo 2 of 2, once it was done" in {
        each.accessibleName() for each in controls(sheet_of(window))
    }
    qtbot.keyClick(sheet_of(window), Qt.Key.Key_Escape)
    sample.undo()
    assert sample.view.plan.step(step.key).before_and_after == (old, None)


@pytest.mark.parametrize("which", ["own", "bones"])
def test_a_done_step_without_a_place_has_its_photo_too_and_undo_takes_it_off(
    sample, window, tmp_path, qtbot, monkeypatch, which
):
    monkeypatch.setattr(intake, "Background", Inline)
    own = sample.add_own_step("Oil the gate")
    steps = sample.view.plan.steps
    key = own if which == "own" else next(each.key for each in steps if each.question)
    sample.mark_done(sample.view.plan.step(key))
    window.go(f"plan:{key}")
    page = window.page

    drop(page.findChild(StepDetails), files(picture(tmp_path, "now.jpg", (300, 400))))
    sheet = sheet_of(window)
    assert sheet.accessibleName() == f"{title(sample, sample.view.plan.step(key))}: photo"
    assert "Note" not in {each.accessibleName() for each in sheet.controls()}
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    before, now = sample.view.plan.step(key).before_and_after
    assert before is None
    assert now.width == 300
    assert now.is_after
    assert named(page, "Now: open the photo").isVisible()
    assert sample.store.load(sample.case.id).choices[key].photos == (now,)

    sample.undo()
    assert sample.view.plan.step(key).before_and_after == (None, None)


def is_in_sight(page, widget) -> bool:
    view = page.findChild(Scroll).viewport()
    top = widget.mapTo(view, widget.rect().topLeft()).y()
    return top >= 0 and top + widget.height() <= view.height()


def test_after_a_tick_the_next_step_has_the_focus_and_is_in_sight(page, sample, window, qtbot):
    window.resize(1366, 768)
    first, second = sample.view.plan.in_column(Column.TODAY)[:2]
    told = []
    page.told.connect(lambda words, undo: told.append((words, undo)))
    box = named(page, done_box(sample, first))
    box.setFocus()

    qtbot.keyClick(box, Qt.Key.Key_Space)

    following = named(page, done_box(sample, second))
    assert following.hasFocus()
    qtbot.waitUntil(lambda: is_in_sight(page, card(page, title(sample, second))))
    assert told == [(f"Done: {first.short}", True)]


def test_after_the_last_tick_and_when_opened_again_the_step_stays_in_sight(
    page, sample, window, qtbot
):
    window.resize(1366, 700)
    last = sample.view.plan.in_column(Column.MONTH)[-1]
    for step in sample.view.plan.in_column(Column.MONTH)[:-1]:
        sample.mark_done(step)

    for _tick in range(2):
        click(qtbot, named(page, done_box(sample, last)))

        assert named(page, done_box(sample, last)).hasFocus()
        qtbot.waitUntil(lambda: is_in_sight(page, card(page, title(sample, last))))


def test_a_question_to_a_clinician_is_for_somebody_who_rings(page, sample, qtbot):
    step = step_named(sample, "Book an eye test")
    assert "Maria, with the eye doctor" in card(page, "Book an eye test").accessibleName()

    click(qtbot, card(page, "Book an eye test"))

    assert "Who does it, with the eye doctor" in said(page)
    offered = [each.accessibleName() for each in controls(page)]
    assert "Joe does it" in offered
    assert "The eye doctor does it" not in offered
    assert step.column is Column.HELP


def test_in_a_rented_home_details_say_that_the_owner_is_asked_first(page, sample, qtbot):
    step = step_named(sample, "Fit rails on both sides of the stairs")
    click(qtbot, card(page, title(sample, step)))
    assert "Ask the owner first." not in said(page)

    sample.add(replace(sample.case, home=replace(sample.case.home, tenure="rented")))
    page.refresh()
    step = step_named(sample, "Fit rails on both sides of the stairs")
    click(qtbot, card(page, title(sample, step)))

    assert "Ask the owner first." in said(page)


def test_ticking_again_opens_the_step_again(page, sample, qtbot):
    step = first_step(sample)
    click(qtbot, named(page, done_box(sample, step)))

    click(qtbot, named(page, done_box(sample, step)))

    assert sample.case.choices[step.key].done == ""


def test_doing_the_stop_gap_leaves_the_lasting_fix_open(page, sample, qtbot):
    step = step_named(sample, "Fit rails on both sides of the stairs")
    gap = next(n for n, fix in enumerate(step.check.fixes) if fix.leads_to == "partly")
    sample.choose(step, fix=gap)
    words = step.check.fixes[gap].short

    click(qtbot, named(page, f"Done: {words}. {room_words(sample.case.home, step)}"))

    assert not named(page, done_box(sample, step)).isChecked()


def test_a_click_on_a_card_opens_what_to_do_and_why(page, sample, qtbot):
    step = first_step(sample)

    click(qtbot, card(page, title(sample, step)))

    assert sample.about(step.do) in said(page)
    assert sample.about(step.why) in said(page)
    assert named(page, "Back to the plan").hasFocus()


def keys_of(page, column) -> list[str]:
    """Return which steps stand in a column, from the top."""
    boards = {each.which: each for each in page.findChildren(BoardColumn)}
    return [each.key for each in boards[column].cards]


def press_key(qtbot, key, held=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def test_a_card_is_moved_marked_and_opened_by_keys_and_all_is_undone(page, sample, qtbot):
    control = Qt.KeyboardModifier.ControlModifier
    first, second = keys_of(page, Column.TODAY)[:2]
    card(page, title(sample, sample.view.plan.step(first))).setFocus()

    press_key(qtbot, Qt.Key.Key_Down, control)
    assert keys_of(page, Column.TODAY)[:2] == [second, first]
    press_key(qtbot, Qt.Key.Key_Up, control)
    assert keys_of(page, Column.TODAY)[:2] == [first, second]
    press_key(qtbot, Qt.Key.Key_Right, control)
    assert first in keys_of(page, Column.MONTH)
    press_key(qtbot, Qt.Key.Key_L)
    assert sample.view.plan.step(first).decision is Decision.LATER
    press_key(qtbot, Qt.Key.Key_Space)
    assert sample.view.plan.step(first).is_done

    for _time in range(5):
        sample.undo()
    assert keys_of(page, Column.TODAY)[:2] == [first, second]
    assert not sample.view.plan.step(first).is_done


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_W, "does it"), (Qt.Key.Key_D, "By when"), (Qt.Key.Key_A, "Decision: "),
     (Qt.Key.Key_O, "In her own words"), (Qt.Key.Key_Y, "Way: ")],
)  # fmt: skip
def test_a_letter_goes_to_its_part_of_the_step(page, sample, qtbot, key, name):
    step = step_named(sample, "Fit 2 grab bars, at the entry and inside")
    card(page, title(sample, step)).setFocus()

    press_key(qtbot, key)

    assert name in QApplication.focusWidget().accessibleName()


def test_letters_do_nothing_where_single_keys_are_off(page, sample, qtbot, monkeypatch):
    monkeypatch.setattr(look, "single_keys", False)
    card(page, title(sample, first_step(sample))).setFocus()

    press_key(qtbot, Qt.Key.Key_W)

    assert "What to do" not in said(page)


def test_every_verb_of_the_plan_is_in_the_list_of_commands(page, sample, window, qtbot):
    card(page, title(sample, first_step(sample))).setFocus()
    window.commands.do("to-help")
    words = {verb.words for verb in window.commands.verbs if verb.is_possible}

    assert first_step(sample, Column.HELP).key
    assert {
        "Mark this step done", "Move this step up", "Who does it", "By when, or done when",
        "Decision: Agreed", "Decision: Rosa’s way", "Rosa’s own words", "A step of your own",
        "Shopping list", "Show the steps of: Joe 2", "Put the steps back in the order of the plan",
    } <= words  # fmt: skip

    window.commands.do("own-step")
    press_key(qtbot, Qt.Key.Key_X)
    assert QApplication.focusWidget().text() == "x"
    window.commands.do("steps-of-Joe")
    assert len(controls(page, BoardCard)) == 2
    window.commands.do("as-ranked")
    assert "board" not in sample.case.extra


def test_without_dragging_a_step_goes_to_another_column_and_place(page, sample, qtbot):
    first, second = keys_of(page, Column.MONTH)[:2]
    click(qtbot, card(page, title(sample, sample.view.plan.step(second))))

    click(qtbot, named(page, "Move this step up"))
    assert keys_of(page, Column.MONTH)[:2] == [second, first]
    assert not named(page, "Move this step up").isEnabled()

    click(qtbot, named(page, "Stands in: Get help"))
    assert second in keys_of(page, Column.HELP)
    assert named(page, "Stands in: Get help").isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_opens_a_card_and_escape_goes_back_to_it(page, sample, qtbot, key):
    step = first_step(sample)
    card(page, title(sample, step)).setFocus()

    qtbot.keyClick(card(page, title(sample, step)), key)
    assert "What to do" in said(page)

    qtbot.keyClick(named(page, "Back to the plan"), Qt.Key.Key_Escape)
    assert "What to do" not in said(page)
    assert card(page, title(sample, step)).hasFocus()


def test_beside_the_details_cards_are_no_higher_than_their_words(page, sample, window, qtbot):
    window.resize(1366, 748)
    click(qtbot, card(page, title(sample, first_step(sample))))
    settle_layouts()
    QApplication.processEvents()

    cards = page.findChildren(BoardCard)
    assert all(each.height() <= each.layout().heightForWidth(each.width()) for each in cards)


def test_arrow_keys_go_from_card_to_card(page, sample, qtbot):
    today = sample.view.plan.in_column(Column.TODAY)
    month = sample.view.plan.in_column(Column.MONTH)
    card(page, title(sample, today[0])).setFocus()

    qtbot.keyClick(card(page, title(sample, today[0])), Qt.Key.Key_Down)
    assert card(page, title(sample, today[1])).hasFocus()

    qtbot.keyClick(card(page, title(sample, today[1])), Qt.Key.Key_Right)
    assert card(page, title(sample, month[1])).hasFocus()

    qtbot.keyClick(card(page, title(sample, month[1])), Qt.Key.Key_Up)
    assert card(page, title(sample, month[0])).hasFocus()


def test_details_show_stop_gap_never_lines_and_reasons(page, sample, qtbot):
    step = step_named(sample, "Fit rails on both sides of the stairs")

    click(qtbot, card(page, title(sample, step)))

    assert sample.about(step.until_then.do) in said(page)
    assert sample.about(step.check.never[0]) in said(page)

    why = page.findChild(WhyButton)
    why.setFocus()
    qtbot.keyClick(why, Qt.Key.Key_Space)
    assert "That makes it one to fix first." in "\n".join(said(page))
    qtbot.keyClick(why, Qt.Key.Key_Escape)
    assert "That makes it one to fix first." not in "\n".join(said(page))
    assert why.isVisible(), "Esc closes the reasons first, then the step"
    qtbot.keyClick(why, Qt.Key.Key_Escape)
    assert not why.isVisible()


def test_a_chip_gives_the_step_to_somebody(page, sample, qtbot):
    step = step_named(sample, "Fit rails on both sides of the stairs")
    click(qtbot, card(page, title(sample, step)))

    click(qtbot, named(page, "Joe does it"))

    assert sample.case.choices[step.key].who == "Joe"
    assert "Joe" in card(page, title(sample, step)).accessibleName()


def test_heavy_work_is_not_offered_to_the_person(page, sample, qtbot):
    step = step_named(sample, "Fit rails on both sides of the stairs")

    click(qtbot, card(page, title(sample, step)))

    offered = [each.accessibleName() for each in controls(page)]
    assert "Rosa does it" not in offered
    assert "Maria does it" in offered


def test_somebody_else_can_be_named(page, sample, qtbot):
    step = first_step(sample)
    click(qtbot, card(page, title(sample, step)))

    click(qtbot, named(page, "Somebody else does it"))
    field = named(page, "Name of whoever does it", QLineEdit)
    assert field.hasFocus()
    qtbot.keyClicks(field, "Ann next door")
    qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert sample.case.choices[step.key].who == "Ann next door"


def test_a_day_can_be_chosen(page, sample, qtbot):
    step = first_step(sample, Column.HELP)
    click(qtbot, card(page, title(sample, step)))

    named(page, "By when", QDateEdit).setDate(QDate(2026, 12, 3))

    assert sample.case.choices[step.key].by == "2026-12-03"
    assert "Dec 3" in card(page, title(sample, step)).accessibleName()


def test_days_are_written_the_british_way_in_britain(page, sample):
    sample.set_region("uk")

    spoken = card(page, "Fit rails on both sides of the stairs").accessibleName()
    assert "21 Nov" in spoken


def test_another_fix_can_be_chosen(page, sample, qtbot):
    step = step_named(sample, "Fit rails on both sides of the stairs")
    other = next(fix for fix in step.check.fixes if fix.cost == 3)
    click(qtbot, card(page, title(sample, step)))

    choice = next(b for b in controls(page) if b.accessibleName().startswith(f"Way: {other.short}"))
    click(qtbot, choice)

    assert "Over $500" in card(page, other.short).accessibleName()


def test_a_decision_is_noted_and_a_second_press_takes_it_back(page, sample, qtbot):
    sample.decide(first_step(sample), None)
    step = first_step(sample)
    click(qtbot, card(page, title(sample, step)))

    click(qtbot, named(page, "Decision: Agreed"))
    assert sample.case.choices[step.key].decision is Decision.AGREED

    click(qtbot, named(page, "Decision: Agreed"))
    assert sample.case.choices[step.key].decision is None


def test_her_own_words_stand_on_the_card(page, sample, qtbot):
    sample.decide(first_step(sample), None)
    step = first_step(sample)
    click(qtbot, card(page, title(sample, step)))
    click(qtbot, named(page, "Decision: Rosa’s way"))

    field = named(page, "In her own words", QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "Only on Sundays")
    qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert "“Only on Sundays”" in said(page)
    assert sample.case.choices[step.key].words == "Only on Sundays"


def test_words_being_typed_survive_a_change_elsewhere(page, sample, qtbot):
    step = first_step(sample)
    click(qtbot, card(page, title(sample, step)))
    field = named(page, "In her own words", QLineEdit)
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, "Half a sent")

    sample.set_person("age", age=79)

    assert field.text() == "Half a sent"
    assert field.hasFocus()
    field.settle()


def test_a_declined_step_moves_to_her_choice_and_can_come_back(page, sample, qtbot):
    step = first_step(sample, Column.HELP)
    click(qtbot, card(page, title(sample, step)))
    click(qtbot, named(page, "Decision: No thank you"))

    assert "Rosa’s choice" in said(page)
    assert not [
        b for b in controls(page, BoardCard) if b.accessibleName().startswith(f"{step.short}.")
    ]

    click(qtbot, named(page, f"Take back: {step.short}"))

    assert card(page, title(sample, step))
    assert "Rosa’s choice" not in said(page)


def test_a_chip_shows_the_steps_of_one_person_only(page, sample, qtbot):
    hers = [step for step in sample.view.plan.open_steps if step.who == "Maria"]

    click(qtbot, named(page, f"Show the steps of: Maria {len(hers)}"))

    shown = [b for b in controls(page) if b.accessibleName().startswith("Done: ")]
    assert len(shown) == len(hers)


def test_the_flag_leads_until_somebody_noted_what_was_done(page, sample):
    sample.answer_two_days(("head",))
    assert any("Get medical help today. Call 911." in words for words in said(page))

    sample.note_help("Went to the hospital.")
    assert not any("Get medical help today" in words for words in said(page))


def test_an_empty_plan_says_what_to_do(session, window, qtbot):
    session.begin(mine=True)
    window.go("plan")

    assert "Nothing to fix so far" in said(window.page)
    assert "Your plan" in said(window.page)
    assert any(words.startswith("Look at these first:") for words in said(window.page))
    assert named(window.page, "Go to the rooms").hasFocus()


def test_open_checks_that_weigh_most_are_named_above_the_board(page, sample):
    step = next(s for s in sample.view.plan.steps if s.check and s.check.is_critical)
    for finding in step.findings:
        sample.forget(step.check, finding.room)

    line = next(words for words in said(page) if words.startswith("Look at these first:"))
    assert step.check.short in line


def test_the_open_step_stays_open_when_the_text_grows(page, sample, window, qtbot):
    step = first_step(sample)
    click(qtbot, card(page, title(sample, step)))

    window.set_text_size(150)

    qtbot.waitUntil(lambda: sample.about(step.do) in said(window.page))


def test_another_home_opens_with_nothing_open(page, sample, window, qtbot):
    click(qtbot, card(page, title(sample, first_step(sample))))

    sample.add(sample.case)
    window.go("plan")

    assert "What to do" not in said(window.page)


def test_details_of_a_named_step_can_be_asked_for(sample, window):
    step = first_step(sample, Column.HELP)

    window.go(f"plan:{step.key}")

    assert sample.about(step.do) in said(window.page)


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (960, 640)])
def test_nothing_is_wider_than_the_page_and_all_targets_are_large(sample, window, percent, size):
    long_name = "Wilhelmina-Alexandrina of Llanfairpwllgwyngyllgogerychwyrndrobwll and Featherston"[
        :80
    ]
    sample.set_person("name", name=long_name)
    sample.set_helpers((Helper(long_name[::-1]),))
    window.resize(*size)
    look.use(percent=percent)
    window.go("plan")
    window.go("plan:" + first_step(sample).key)
    QApplication.processEvents()

    for control in controls(window.page):
        left = control.mapTo(window.page, control.rect().topLeft()).x()
        assert left >= 0, control.accessibleName()
        assert left + control.width() <= window.page.width(), control.accessibleName()
        assert control.height() >= 44, control.accessibleName()
        assert control.width() >= 44, control.accessibleName()
        assert control.accessibleName()


def test_forty_steps_get_forty_cards(sample, window):
    case = sample.case
    walk = sample.view.walk
    for asked in sample.view.score.places:
        room = asked.room.id if asked.room else None
        walk = walk.with_finding(Finding(asked.check.id, Answer.HAZARD, room))
    sample.add(replace(case.with_assessment(walk), choices={}))
    window.go("plan")

    shown = [b for b in controls(window.page) if b.accessibleName().startswith("Done: ")]
    assert len(shown) == len(sample.view.plan.steps) > 30


def test_a_way_of_her_own_stands_below_the_topic_as_her_words(page, sample):
    step = first_step(sample)
    sample.decide(step, Decision.OWN_WAY, "Only on Sundays")

    spoken = card(page, step.check.short).accessibleName()
    assert "“Only on Sundays”" in spoken
    assert "Rosa’s way" in spoken


@pytest.mark.parametrize("answer", [Answer.PARTLY, Answer.HAZARD])
def test_opening_a_done_step_again_brings_its_answer_back(sample, answer):
    step = step_named(sample, "Fit rails on both sides of the stairs")
    room = step.findings[0].room
    sample.answer(step.check, room, answer)
    sample.mark_done(sample.view.plan.step(step.key))
    assert sample.finding(step.key, room).answer is Answer.SAFE

    sample.mark_not_done(sample.view.plan.step(step.key))

    assert sample.finding(step.key, room).answer is answer
    assert sample.case.choices[step.key].before == ""


# ------------------------------------------------------------------ the calendar file


def save_calendar(monkeypatch, qtbot, page, file, titles: str) -> None:
    """Press the button, choose what the titles tell, and choose this file."""

    def pick(menu, _at) -> None:
        next(each for each in menu.actions() if titles in each.text()).trigger()

    monkeypatch.setattr(CalendarMenu, "exec", pick)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(file), ""))
    button = page.findChild(CalendarButton)
    click(qtbot, button)


@pytest.mark.parametrize(("titles", "tells"), [("say what to do", True), ("the room only", False)])
def test_the_days_of_the_plan_are_saved_with_the_titles_that_were_chosen(
    page, qtbot, monkeypatch, tmp_path, titles, tells
):
    told = []
    page.told.connect(lambda words, _undo: told.append(words))

    save_calendar(monkeypatch, qtbot, page, tmp_path / "days", titles)

    qtbot.waitUntil(lambda: told == ["Saved: days.ics"])
    assert (b"grab bars" in (tmp_path / "days.ics").read_bytes()) == tells


def test_a_calendar_that_cannot_be_written_is_said_on_the_page(page, qtbot, monkeypatch, tmp_path):
    save_calendar(monkeypatch, qtbot, page, tmp_path / "gone" / "days.ics", "what to do")

    qtbot.waitUntil(lambda: any("could not be written" in words for words in said(page)))


# ------------------------------------------------------------------ a step of their own


def test_a_step_that_somebody_writes_is_in_the_plan_and_can_be_changed_and_taken_out(
    page, sample, qtbot
):
    line = named(page, "A step of your own", QLineEdit)
    qtbot.keyClicks(line, "  Oil the   gate ")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert "Oil the gate" in card(page, "Oil the gate").accessibleName()
    assert named(page, "What to do", QLineEdit).text() == "Oil the gate"
    assert sample.undo_label == "step “Oil the gate”"

    click(qtbot, named(page, "Cost: Under $50"))
    click(qtbot, named(page, "Joe does it"))
    for words in ("Own step", "Under $50", "Joe"):
        assert words in card(page, "Oil the gate").accessibleName()

    click(qtbot, named(page, "Take this step out"))
    assert sample.case.own_steps == ()
    sample.undo()
    assert card(page, "Oil the gate")


def test_a_step_without_words_is_not_added(page, sample, qtbot):
    click(qtbot, named(page, "Add step"))

    assert sample.case.own_steps == ()


def test_the_shopping_list_is_one_press_away(page, window, qtbot):
    click(qtbot, named(page, "Shopping list"))

    assert window.page.where() == "shopping-list"
