"""Bone items, medicines, weeks after a break, questions: what shows for which answers."""

import pytest

from falls_app.domain.screening.asking_doctors import (
    Question,
    QuestionBank,
    QuestionGroup,
    called_for,
)
from falls_app.domain.screening.bone_check import BoneStep
from falls_app.domain.screening.bone_items import BoneItem, BoneItems, is_open, items_for
from falls_app.domain.screening.falls_questions import FallsQuestion, FallsQuestions
from falls_app.domain.screening.injection import InjectionWords
from falls_app.domain.screening.medicines import (
    MedicineClass,
    MedicineList,
    lines_to_ask,
    regular_count,
    takes_many,
    told_first,
)
from falls_app.domain.screening.movement import Movements
from falls_app.domain.screening.recovery import Phase, Recovery, phases_on, phases_to_ask
from falls_app.domain.screening.treatments import (
    Treatment,
    Treatments,
    asked_key,
    chosen_questions,
)

PLAIN = BoneItem("B01", "ask", "", "", "", ())
HABIT = BoneItem("B15", "habit", "", "", "", (), no_is_open=True)
KEPT = BoneItem("B20", "record", "", "", "", ())
HERS = BoneItem("B08", "ask", "", "", "", (), tags=("women",))
HIS = BoneItem("B09", "ask", "", "", "", (), tags=("men",))
INJECTION = InjectionWords("", "", "", BoneStep("", "", "doctor", 0))
CHECK = BoneItems("", "", (PLAIN, HERS, HIS), INJECTION)


@pytest.mark.parametrize(
    ("item", "answer", "found"),
    [
        (PLAIN, "yes", True), (PLAIN, "no", False), (PLAIN, "not_sure", False), (PLAIN, "", False),
        (HABIT, "no", True), (HABIT, "yes", False), (KEPT, "yes", False), (KEPT, "no", False),
    ],
)  # fmt: skip
def test_an_item_is_open_at_the_answer_that_asks_for_something(
    item: BoneItem, answer: str, found: bool
) -> None:
    assert is_open(item, answer) is found


@pytest.mark.parametrize(
    ("sex", "ids"),
    [("female", ["B01", "B08"]), ("male", ["B01", "B09"]), ("", ["B01", "B08", "B09"])],
)
def test_items_suit_the_person_and_all_show_if_that_is_not_known(sex: str, ids: list[str]) -> None:
    assert [item.id for item in items_for(CHECK, sex)] == ids


def test_items_and_questions_are_found_by_id() -> None:
    question = FallsQuestion("F01", "", "", "", "", "", "doctor", ())

    assert CHECK.by_id["B08"] is HERS
    assert FallsQuestions("", (), "", (question,)).by_id == {"F01": question}
    assert Movements("", (), ()).by_id == {}


LIST = MedicineList(
    "", "", "", (), (), (), ("new", "many", "brain", "dizzy", "fall"), "",
    (
        MedicineClass("prostate", "", "", (), falls="Pressure?"),
        MedicineClass("heart", "", "", (), falls="Pressure?"),
        MedicineClass("nerve", "", "", (), falls="Time?", bones="Bones?"),
        MedicineClass("steroids", "Steroid tablets", "Prednisone", (), bones="Check?"),
        MedicineClass("sleep", "", "", (), falls="Time?", on_brain=True),
        MedicineClass("mood", "", "", (), falls="Time?", on_brain=True),
    ),
    (),
)  # fmt: skip


@pytest.mark.parametrize(
    ("ticked", "lines"),
    [
        ((), ()),
        (("steroids", "nerve"), ("Time?", "Bones?", "Check?")),
        (("heart", "prostate"), ("Pressure?",)),
        (("unknown",), ()),
    ],
)
def test_a_tick_puts_each_question_on_the_sheet_once(
    ticked: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    assert lines_to_ask(LIST, ticked) == lines
    assert LIST.by_id["heart"].falls == "Pressure?"


@pytest.mark.parametrize(("count", "many"), [(0, False), (4, False), (5, True), (12, True)])
def test_five_medicines_are_many(count: int, many: bool) -> None:
    assert takes_many(count) is many


@pytest.mark.parametrize(
    ("items", "count"),
    [({}, None), ({"medicine:count": "6"}, 6), ({"medicine:count": "many"}, None)],
)
def test_the_number_of_medicines_is_known_once_it_was_told(
    items: dict[str, str], count: int | None
) -> None:
    assert regular_count(items) == count


@pytest.mark.parametrize(
    ("ticked", "items", "dizzy", "lines"),
    [
        ((), {}, False, ()),
        ((), {"medicine:count": "4"}, False, ()),
        ((), {"medicine:count": "5"}, False, ("many",)),
        (("sleep",), {}, False, ()),
        (("sleep", "mood"), {}, False, ("brain",)),
        ((), {}, True, ("dizzy",)),
        ((), {"M01": "both"}, False, ("many", "dizzy")),
        ((), {"M01": "five", "medicine:count": "3"}, False, ()),
        ((), {"M01": "dizzy"}, False, ("dizzy",)),
        ((), {"M01": "neither"}, False, ()),
        ((), {"medicine:fall": "yes", "medicine:new": "yes"}, False, ("new", "fall")),
        ((), {"medicine:new": "no", "medicine:fall": "not_sure"}, False, ()),
        (("sleep", "mood"), {"medicine:brain": "no", "medicine:dizzy": "no"}, True, ()),
    ],
)
def test_what_is_told_first_was_said_or_follows_from_other_answers(
    ticked: tuple[str, ...], items: dict[str, str], dizzy: bool, lines: tuple[str, ...]
) -> None:
    assert told_first(LIST, ticked, items, dizzy=dizzy) == lines


WEEKS = Recovery(
    "", "",
    (Phase("a", "", 0, 4, (), ()), Phase("b", "", 4, 21, (), ()), Phase("any", "", 0, 0, (), ())),
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "ids"),
    [(0, ["a", "any"]), (4, ["a", "b", "any"]), (5, ["b", "any"]), (21, ["b", "any"]),
     (22, ["any"])],
)  # fmt: skip
def test_a_day_lies_in_all_its_stretches_and_in_any_time(day: int, ids: list[str]) -> None:
    assert [phase.id for phase in phases_on(WEEKS, day)] == ids


@pytest.mark.parametrize(
    ("day", "is_checked", "ids"),
    [(42, False, ["a", "any"]), (43, False, ["a", "any"]), (84, False, ["a", "any"]),
     (85, False, ["any"]), (43, True, ["any"]), (42, True, ["a", "any"])],
)  # fmt: skip
def test_what_to_ask_about_the_bones_waits_twelve_weeks_unless_they_were_checked(
    day: int, is_checked: bool, ids: list[str]
) -> None:
    first = Phase("a", "", 7, 42, (), (), ask_to_day=84)
    weeks = Recovery("", "", (first, Phase("any", "", 0, 0, (), ())))

    assert [each.id for each in phases_to_ask(weeks, day, is_checked=is_checked)] == ids


def test_a_sheet_has_the_questions_that_something_calls_for() -> None:
    first, second = Question("Q01", "?", ("RF30", "B02")), Question("Q02", "?", ("B21",))
    bank = QuestionBank("", (QuestionGroup("g", "", "doctor", (first, second), ()),))

    assert called_for(bank, {"RF30", "F01"}) == (first,)
    assert called_for(bank, ()) == ()


def test_what_was_put_on_the_list_about_treatments_is_asked_in_order() -> None:
    brace = Treatment("brace", "break", "A brace", "", "", (), ("What for?", "How long?"), ())
    food = Treatment("food", "daily", "Food", "", "", (), ("Enough?",), ())
    known = Treatments("", "", (), (food, brace))
    items = {asked_key("brace-2"): "yes", asked_key("food-1"): "yes", asked_key("brace-1"): "no"}

    assert chosen_questions(known, items) == (
        Question("food-1", "Enough?", about="Food"),
        Question("brace-2", "How long?", about="A brace"),
    )  # fmt: skip
    assert chosen_questions(known, {}) == ()
