"""Two lists that ask the same: an answer in one is an answer in the other. And the injection."""

from datetime import date

import pytest

from falls_app.content.bones import load_bone_check
from falls_app.content.screening import load_bone_items, load_catalogue
from falls_app.domain.bones import Bones
from falls_app.domain.person import Person
from falls_app.domain.screening.advice import advice_of
from falls_app.domain.screening.bone_check import with_short
from falls_app.domain.screening.bone_items import with_item
from falls_app.domain.screening.injection import Due, due
from falls_app.domain.screening.told import Told

SHORT, ITEMS = load_bone_check(), load_bone_items().by_id


@pytest.mark.parametrize(
    ("given", "item", "answer", "after"),
    [
        ({}, "B05", "yes", {"B05": "yes"}),
        ({}, "B13", "yes", {"B13": "yes"}),
        # The short question says more: it stays as long as it says the same.
        ({"B01": "followed_up"}, "B01", "yes", {"B01": "followed_up"}),
        # One choice says it, so it is chosen.
        ({"B12": "none"}, "B13", "yes", {"B12": "drinks"}),
        ({"B01": "followed_up"}, "B01", "no", {"B01": "no"}),
        # No choice says it, or more than one: plain answers.
        ({"B12": "none"}, "B13", "not_sure", {"B12": "no", "B13": "not_sure"}),
        ({"B01": "no"}, "B01", "yes", {"B01": "yes"}),
        # A plain answer from elsewhere is simply replaced.
        ({"B01": "yes"}, "B01", "no", {"B01": "no"}),
    ],
)
def test_a_short_question_changes_with_the_item(given, item, answer, after) -> None:
    choices = {choice.id for choice in SHORT.by_id["B12"].choices}
    after = {key: value if value != "drinks" else _drinks(choices) for key, value in after.items()}

    assert with_item(given, SHORT, ITEMS[item], answer) == after


def _drinks(choices: set[str]) -> str:
    question = SHORT.by_id["B12"]
    (found,) = (each for each in question.choices if each.plain == {"B12": "no", "B13": "yes"})
    assert found.id in choices
    return found.id


def test_the_answer_to_a_short_question_takes_the_place_of_its_items() -> None:
    question = SHORT.by_id["B15"]
    both = next(each for each in question.choices if each.plain == {"B15": "yes", "B16": "yes"})

    after = with_short({"B16": "no", "B14": "yes"}, question, both.id)

    assert after == {"B14": "yes", "B15": both.id}


def test_an_answer_that_no_choice_has_takes_nothing_away() -> None:
    assert with_short({"B16": "no"}, SHORT.by_id["B15"], "yes") == {"B16": "no", "B15": "yes"}


@pytest.mark.parametrize(
    ("day", "near"),
    [
        ("2026-12-05", Due.LATER), ("2026-12-04", Due.SOON), ("2026-11-20", Due.SOON),
        ("2026-11-19", Due.LATE),
    ],
)  # fmt: skip
def test_it_is_time_to_book_from_two_weeks_before(day: str, near: Due) -> None:
    assert due(date.fromisoformat(day), date(2026, 11, 20)) is near


@pytest.mark.parametrize(
    ("day", "items", "steps"),
    [
        ("2027-03-01", {}, [("2027-03-01", "some", 0)]),
        ("2026-12-01", {"B21": "yes"}, [("2026-12-01", "fix", 3)]),
        ("2026-11-01", {"B21": "not_sure"}, [("2026-11-20", "fix", 3)]),
        ("2026-12-01", {"B21": "no"}, []),
        ("", {"B21": "yes"}, []),
    ],
)
def test_the_injection_is_a_step_on_its_day(day, items, steps) -> None:
    bones = Bones(items=items, dates={"injection": day} if day else {})
    told = Told(bones, Person(), date(2026, 11, 20), load_catalogue())

    found = [
        (choice.step.by, choice.state, question.level)
        for question, choice in advice_of(told, ())
        if choice.step
    ]

    assert found == steps
