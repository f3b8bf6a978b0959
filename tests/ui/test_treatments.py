"""Treatments in plain words: folded cards, no advice for or against, questions for the list."""

import re

import pytest
from PySide6.QtWidgets import QAbstractButton

from falls_app.content.screening import load_treatments
from falls_app.domain.person import Say
from falls_app.ui.main_window import MainWindow
from falls_app.ui.session import Session
from tests.ui.pressing import is_there, is_ticked, press, read

OPEN = "Read about: Cement in the bone"
CLOSE = "Close: Cement in the bone"
WAIT = "Cement in the bone: What if we wait?"


@pytest.fixture
def rosa(session: Session) -> Session:
    session.begin(mine=False)
    session.set_person("name", name="Rosa", say=Say.SHE)
    return session


@pytest.fixture
def page(window: MainWindow, rosa: Session) -> MainWindow:
    window.go("bones:treatments")
    return window


def card(window: MainWindow) -> str:
    window.go("bones:overview")
    names = [each.accessibleName() for each in window.page.findChildren(QAbstractButton)]
    return next(name for name in names if name.startswith("Treatments in plain words"))


def test_every_treatment_has_a_card_that_is_folded(page):
    said = read(page.page)

    for each in load_treatments().treatments:
        assert each.name in said
        assert is_there(page.page, f"Read about: {each.name}")
        assert each.known[0] not in said


def test_a_card_opens_to_what_is_known_and_closes_again(page, qtbot):
    press(qtbot, page.page, OPEN)
    assert "In studies, vertebroplasty helped about as much as a sham" in read(page.page)
    assert is_there(page.page, WAIT)

    press(qtbot, page.page, CLOSE)
    assert "In studies, vertebroplasty" not in read(page.page)
    assert not is_there(page.page, WAIT)


def test_a_card_can_be_opened_by_its_name(window, rosa):
    window.go("bones:treatments:denosumab")

    assert "Do not delay or stop it without a plan." in read(window.page)


def test_a_ticked_question_is_on_the_list(page, rosa, qtbot):
    press(qtbot, page.page, OPEN)

    press(qtbot, page.page, WAIT)

    assert rosa.case.bones.items["ask:cement-3"] == "yes"
    assert "cement-3" in [ask.id for ask in rosa.view.outcome.questions]
    assert rosa.case.bones.shared is None


def test_who_chose_already_what_to_share_shares_the_question_too(page, rosa, qtbot):
    rosa.change_bones("shared", shared=("Q01",))
    press(qtbot, page.page, OPEN)

    press(qtbot, page.page, WAIT)

    assert rosa.case.bones.shared == ("Q01", "cement-3")


def test_a_second_press_takes_it_off_and_leaves_what_else_is_shared(page, rosa, qtbot):
    rosa.change_bones("shared", shared=("Q01",))
    press(qtbot, page.page, OPEN)
    press(qtbot, page.page, WAIT)

    press(qtbot, page.page, WAIT)

    assert rosa.case.bones.shared == ("Q01",)
    assert not is_ticked(page.page, WAIT)


def test_undo_takes_the_question_off_the_list_with_one_step(page, rosa, qtbot):
    press(qtbot, page.page, OPEN)
    press(qtbot, page.page, WAIT)

    rosa.undo()

    assert rosa.view.outcome.questions == ()
    assert not is_ticked(page.page, WAIT)


def test_the_choice_and_what_not_to_do_are_in_sight_before_anything_is_opened(page):
    said = read(page.page)

    assert "Do not stop or change anything by yourself." in said
    for line in load_treatments().choice:
        assert line in said


def test_with_all_cards_open_nothing_is_advised_and_no_amount_is_named(page, qtbot):
    for each in load_treatments().treatments:
        press(qtbot, page.page, f"Read about: {each.name}")

    said = read(page.page)
    assert not re.search(r"\b(best|should|recommend|we advise)\b", said, re.I)
    assert not re.search(r"\d+ ?(mg|µg|IU|%)", said)
    assert "calcitonin" not in said.lower()


def test_the_handout_is_named(page):
    assert is_there(page.page, "Handout: Bone medicines: your choices")


def test_the_card_counts_the_questions_on_the_list(page, rosa, qtbot):
    assert "To read. The words to know before a visit. Read before a visit" in card(page)
    page.go("bones:treatments")
    press(qtbot, page.page, OPEN)
    press(qtbot, page.page, WAIT)

    assert "1 question. The words to know before a visit. On the list for the doctor" in card(page)
