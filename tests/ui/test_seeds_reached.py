"""Whatever carries a statement of the pages this project grew from is reached by clicks."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from falls_app.content import screening
from falls_app.content.handouts import load_handout
from falls_app.domain.assessment import ListKind
from falls_app.domain.bones import Height
from falls_app.domain.checklist import PLACE_AREAS
from falls_app.domain.home import Room
from falls_app.i18n import content

SEEDS = tomllib.loads(
    (Path(__file__).parent.parent / "fixtures" / "seeds.toml").read_text(encoding="utf-8")
)
CARRIERS = sorted({each for row in SEEDS.values() for each in row.get("carried", [])})


def of(kind: str):
    """The carriers of one kind, by their ids."""
    ids = [name for each, _, name in (carrier.partition(":") for carrier in CARRIERS)
           if each == kind]  # fmt: skip
    return pytest.mark.parametrize("name", ids)


def shown(window) -> str:
    """Return every word on the page, of labels, buttons and lists."""
    page = window.page
    words = [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    words += [each.text() for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]
    lists = [each for each in page.findChildren(QComboBox) if each.isVisibleTo(page)]
    words += [each.itemText(number) for each in lists for number in range(each.count())]
    return "\n".join(words)


def test_every_kind_of_carrier_has_its_way_here() -> None:
    kinds = {carrier.partition(":")[0] for carrier in CARRIERS}

    assert kinds == {
        "ask", "check", "flag", "habit", "handout", "height", "item", "medicine", "movement",
        "policy", "question", "recovery", "treatment",
    }  # fmt: skip


@of("question")
def test_a_short_question_is_asked(name, sample, window) -> None:
    window.go(f"bones:{name}")

    assert sample.say(sample.view.bones.by_id[name].question) in shown(window)


@of("item")
def test_an_item_of_the_bone_check_is_asked(name, sample, window) -> None:
    sample.set_person("the person", sex="")
    window.go("bones:check")

    assert sample.say(screening.load_bone_items().by_id[name].question) in shown(window)


@of("flag")
def test_a_sign_is_in_the_list_of_signs(name, sample, window, qtbot) -> None:
    window.go("bones:flags")
    as_list = next(
        each for each in window.page.findChildren(QAbstractButton) if each.text() == "As a list"
    )
    as_list.click()

    assert sample.say(screening.load_flag_screen().by_id[name].ask) in shown(window)


@of("ask")
def test_a_question_for_the_doctor_joins_the_list_when_it_is_called_for(
    name, sample, window
) -> None:
    bank = screening.load_questions()
    question = next(each for group in bank.groups for each in group.questions if each.id == name)
    words, seen = sample.say(question.words), []
    for calls in question.covers:
        kind = "flags" if calls.startswith("RF") else "items"
        sample.change_bones("an answer", **{kind: {calls: "yes"}})
        window.go("bones:overview")
        seen.append(words in shown(window))

    assert any(seen)


@of("treatment")
def test_a_treatment_is_explained(name, sample, window) -> None:
    window.go("bones:treatments")
    found = next(each for each in screening.load_treatments().treatments if each.id == name)

    assert sample.say(found.name) in shown(window)


@of("recovery")
def test_a_stretch_of_the_recovery_is_told(name, sample, window) -> None:
    window.go("bones:recovery")
    found = next(each for each in screening.load_recovery().phases if each.id == name)

    assert sample.say(found.do[0]) in shown(window)


@of("movement")
def test_a_movement_is_asked(name, sample, window) -> None:
    window.go("bones:movement")

    assert sample.say(screening.load_movements().by_id[name].question) in shown(window)


@of("habit")
def test_a_habit_has_its_lines(name, sample, window) -> None:
    window.go("bones:movement")
    found = next(each for each in screening.load_movements().habits if each.id == name)

    assert sample.say(found.title) in shown(window)


@of("medicine")
def test_a_kind_of_medicine_can_be_ticked(name, sample, window) -> None:
    window.go("bones:medicines")

    assert sample.say(screening.load_medicines().by_id[name].name) in shown(window)


@of("handout")
def test_a_handout_is_in_the_list_to_print(name, sample, window) -> None:
    window.go(f"print:handout:{name}")

    assert content(load_handout(name).title) in shown(window)


@of("height")
def test_lost_height_leads_to_its_text(name, sample, window) -> None:
    heights = (Height("", 170.0), Height("2026-11-20", 165.0))
    sample.change_bones("heights", heights=heights)
    window.go("bones:height")
    found = next(each for each in screening.load_height().answers if each.id == name)

    assert sample.say(found.text) in shown(window)


@of("check")
def test_a_check_of_the_home_is_asked(name, sample, window) -> None:
    check = sample.view.checklist.get(name)
    sample.choose_list(ListKind.FULL)
    rooms = sample.case.home.rooms_of(check.area)
    if check.area in PLACE_AREAS and not rooms:
        home = sample.case.home
        new = Room("new", check.area, "New")
        sample.set_home(replace(home, rooms=(*home.rooms, new)), "a room")
        rooms = sample.case.home.rooms_of(check.area)
    place = rooms[0].id if rooms else "whole"
    window.go(f"walk:{place}:{name}")

    assert sample.say(check.question) in shown(window)
