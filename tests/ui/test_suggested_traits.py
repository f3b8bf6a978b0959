"""Traits that answers suggest: somebody confirms them, and the plan says what moved."""

import pytest
from PySide6.QtWidgets import QApplication

from falls_app.content.profile import load_traits
from falls_app.domain.person import TRAITS
from falls_app.ui.main_window import MainWindow
from falls_app.ui.session import Session
from falls_app.ui.widgets.toast import Toast
from tests.ui.pressing import is_there, press, read

CARD = "This may change the plan: Poor sight"
YES, NO = "Yes, that is so: Poor sight", "No: Poor sight"


@pytest.fixture
def page(window: MainWindow, sample: Session, qtbot) -> MainWindow:
    sample.answer_bone("MV15", "yes", "Steps and edges")
    window.go("bones:overview")
    window.activateWindow()
    qtbot.waitActive(window)
    qtbot.waitUntil(lambda: is_there(window.page, YES))
    return window


def told(window: MainWindow) -> str:
    toast = window.findChild(Toast)
    return " ".join(
        each.text()
        for each in toast.findChildren(object)
        if hasattr(each, "text") and callable(each.text)
    )


def test_a_suggested_trait_is_asked_and_does_not_count_yet(page, sample):
    assert CARD in read(page.page)
    assert "low_vision" not in sample.case.person.traits


def test_a_yes_adds_the_trait_and_says_how_many_steps_moved_up(page, sample, qtbot):
    before = {step.key: step.priority for step in sample.view.plan.steps}

    press(qtbot, page.page, YES)

    assert "low_vision" in sample.case.person.traits
    steps = [step for step in sample.view.plan.open_steps if "low_vision" in step.because]
    moved = [step for step in steps if step.priority > before.get(step.key, 0)]
    assert moved
    assert f"{len(moved)} step" in told(page)
    assert "moved up because of: poor sight" in told(page)
    assert not is_there(page.page, YES)


def test_undo_takes_the_trait_back_and_asks_again(page, sample, qtbot):
    press(qtbot, page.page, YES)

    sample.undo()

    assert "low_vision" not in sample.case.person.traits
    qtbot.waitUntil(lambda: is_there(page.page, YES))


def test_a_no_is_kept_and_never_asked_again(page, sample, qtbot):
    press(qtbot, page.page, NO)

    assert sample.case.bones.items["trait:low_vision"] == "no"
    assert not is_there(page.page, YES)
    page.go("plan")
    page.go("bones:overview")
    assert not is_there(page.page, YES)
    assert "low_vision" not in sample.case.person.traits


def test_the_keyboard_stays_on_the_page_when_the_card_goes(page, qtbot):
    press(qtbot, page.page, NO)

    assert QApplication.focusWidget().accessibleName() == "See the results"


def test_a_trait_that_moves_nothing_is_noted_all_the_same(window, session, qtbot):
    session.begin(mine=False)
    session.answer_bone("MV15", "yes", "Steps and edges")
    window.go("bones:overview")
    qtbot.waitUntil(lambda: is_there(window.page, YES))

    press(qtbot, window.page, YES)

    assert "Noted: poor sight." in told(window)


def test_the_person_is_spoken_to_as_you(window, session, qtbot):
    session.begin(mine=True)
    session.answer_bone("MV19", "yes", "Alone at night")
    window.go("bones:overview")

    qtbot.waitUntil(lambda: is_there(window.page, "Yes, that is so: Live alone"))


def test_every_trait_of_the_specification_can_be_suggested_by_some_answer(sample):
    """Each trait is reachable: some movement, item, question, kind of medicine or test names it."""
    from falls_app.content.screening import load_catalogue

    known = load_catalogue()
    named: set[str] = set()
    for question in known.short.questions:
        named |= {trait for choice in question.choices for trait in choice.traits}
    for each in (
        *known.items.items,
        *known.falls.questions,
        *known.movements.movements,
        *known.medicines.classes,
        *known.tests.tests,
        *known.flags.flags,
    ):
        named |= set(each.traits)

    assert named == set(TRAITS) == set(load_traits())
