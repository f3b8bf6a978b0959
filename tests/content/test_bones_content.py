"""Bones and balance in full: complete, sourced, worded alike wherever it is said, kind, easy."""

import re
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from falls_app import paths
from falls_app.content import bones, screening
from falls_app.content.reading import ContentError
from falls_app.content.regions import load_region, region_ids
from falls_app.content.sources import load_sources
from falls_app.domain.checklist import AREAS
from falls_app.domain.screening.flag_screen import raised
from falls_app.domain.screening.function_tests import (
    LOWER_DROP,
    TANDEM_SECONDS,
    TUG_SECONDS,
    UPPER_DROP,
)
from falls_app.domain.screening.height import Loss
from falls_app.i18n import About
from tests.reading import grade, words_of
from tests.test_resources import CODES, FORBIDDEN, LANGUAGE, ROLES, breaks, strings

NAMES = ("flag_screen", "falls", "tests", "bone_check", "height", "foods", "goals", "movement",
         "medicines", "recovery", "ask", "treatments", "talking", "diary", "worry")  # fmt: skip
LOADERS = (
    screening.load_flag_screen, screening.load_falls_questions, screening.load_function_tests,
    screening.load_bone_items, screening.load_height, screening.load_foods, screening.load_goals,
    screening.load_movements, screening.load_medicines, screening.load_recovery,
    screening.load_questions, screening.load_treatments, screening.load_talking,
    screening.load_diary, screening.load_worry,
)  # fmt: skip
FLAGS = screening.load_flag_screen()
ITEMS = screening.load_bone_items()
FALLS = screening.load_falls_questions()
SHORT = bones.load_bone_check().by_id


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "bones" / f"{name}.toml").read_text("utf-8"))


def values(value: Any, key: str) -> Iterator[Any]:
    """Yield everything that stands under this key, however deep."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key:
                yield inner
            yield from values(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner, key)


TEXTS = [text for name in NAMES for text in strings(table(name), name)]
LONG = [(place, About()(text)) for place, text in TEXTS if len(words_of(text)) >= 30]


# ------------------------------------------------------------------ all files


def test_every_file_has_a_loader_and_reads_strictly() -> None:
    assert len(NAMES) == len(LOADERS)
    assert all(load() is load() for load in LOADERS)


@pytest.mark.parametrize("name", NAMES)
def test_every_source_is_known_and_every_block_has_one(name: str) -> None:
    lists = list(values(table(name), "sources"))

    assert lists
    assert all(lists)
    assert {each for found in lists for each in found} <= load_sources().keys()


@pytest.mark.parametrize("name", NAMES)
def test_no_id_is_given_twice_in_a_file(name: str) -> None:
    whole = table(name)
    inner = [*values(whole, "options"), *values(whole, "choices")]
    options = Counter(values(inner, "id"))  # these repeat: "yes", "not_sure"
    counted = Counter(values(whole, "id"))
    counted.subtract(options)

    assert [each for each, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_who_is_asked_is_a_known_role(name: str) -> None:
    assert set(values(table(name), "who")) <= ROLES


@pytest.mark.parametrize("each", FORBIDDEN, ids=lambda each: each["rule"])
def test_nothing_forbidden_is_said(each: dict[str, Any]) -> None:
    assert [(place, text) for place, text in TEXTS if breaks(each, text)] == []


@pytest.mark.parametrize("word", LANGUAGE["banned"])
def test_no_banned_word_is_said(word: str) -> None:
    whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.I)

    assert [(place, text) for place, text in TEXTS if whole.search(text)] == []


def test_no_sentence_has_a_semicolon_brackets_or_an_amount() -> None:
    wrong = re.compile(r";|\(|\)|\b\d+ ?(?:mg|µg|IU)\b")

    assert [(place, text) for place, text in TEXTS if wrong.search(text)] == []


def test_no_points_are_given_for_an_answer() -> None:
    keys = {key for name in NAMES for key in re.findall(r"^(\w+) = ", _text(name), re.M)}

    assert not keys & {"points", "score", "weight", "dose"}


def _text(name: str) -> str:
    return (paths.resources() / "bones" / f"{name}.toml").read_text("utf-8")


def test_a_text_of_30_words_or_more_reads_easily() -> None:
    assert [(place, text) for place, text in LONG if grade(text) > 6] == []


def test_a_sentence_is_short() -> None:
    sentences = [each for _place, text in TEXTS for each in re.split(r"(?<=[.!?:])\s+", text)]

    assert [each for each in sentences if len(words_of(each)) > 15] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_file_as_a_whole_reads_easily(name: str) -> None:
    lines = [text for key, text in strings(table(name), name) if not key.endswith("examples")]
    whole = About()(" ".join(f"{line.rstrip('.')}." for line in lines))

    assert grade(whole) <= 6


def test_keys_with_words_are_not_taken_for_codes() -> None:
    assert not {"ask", "text", "action", "sign", "words", "do", "known"} & CODES


# ------------------------------------------------------------------ the red-flag screen

LISTED = {*range(1, 14), *range(20, 30), *range(30, 38)}


def test_all_flags_are_there_and_none_beyond_rf37() -> None:
    assert {int(flag.id.removeprefix("RF")) for flag in FLAGS.flags} == LISTED
    assert [level.level for level in FLAGS.levels] == [1, 2, 3]


def test_flags_are_asked_with_the_gravest_first() -> None:
    levels = [flag.level for flag in FLAGS.flags]

    assert levels == sorted(levels)
    assert {flag.id for flag in FLAGS.flags if flag.level == 1} == {f"RF{n}" for n in range(1, 14)}


def test_level_1_has_the_signs_and_actions_of_the_emergency_page() -> None:
    words = bones.load_red_flags()

    for flag in FLAGS.flags:
        if flag.level == 1:
            assert flag.sign == words.level_one[flag.id]
            assert flag.days == 0
    assert FLAGS.by_id["RF8"].action == words.action
    assert FLAGS.by_id["RF1"].action == words.action_private
    assert FLAGS.by_id["RF13"].action == " ".join(FLAGS.kind_words)
    assert set(words.level_one) == {flag.id for flag in FLAGS.flags if flag.level == 1}


def test_what_is_kept_off_paper_and_private_agrees_with_the_emergency_page() -> None:
    words = bones.load_red_flags()

    assert {*words.never_on_paper, "RF26"} == set(FLAGS.never_on_paper)
    assert {*words.private_flags, *FLAGS.never_on_paper} <= set(FLAGS.private_flags)
    assert {*FLAGS.private_flags, *FLAGS.never_on_paper} <= FLAGS.by_id.keys()


def test_a_sign_of_level_2_or_3_says_what_to_do_and_by_when() -> None:
    for flag in FLAGS.flags:
        assert flag.ask.endswith("?"), flag.id
        assert flag.sign.endswith("."), flag.id
        assert flag.action, flag.id
        if flag.level == 2:
            assert flag.days == (7 if flag.id == "RF25" else 0), flag.id
        if flag.level == 3:
            assert flag.days == 7, flag.id


def test_a_flag_that_the_short_list_asks_too_reads_as_there() -> None:
    assert FLAGS.by_id["RF30"].ask == SHORT["RF30"].question
    assert FLAGS.by_id["RF30"].hint == SHORT["RF30"].why
    for flag, question, choice in (("RF30", "RF30", "yes"), ("RF33", "B01", "not_followed_up")):
        found = SHORT[question].choice(choice)
        assert found is not None
        assert FLAGS.by_id[flag].sign == found.said
    assert {each for flag in FLAGS.flags for each in flag.covers} <= SHORT.keys()


def test_a_leak_alone_is_a_call_today_and_no_emergency() -> None:
    for flag in ("RF27", "RF28"):
        assert "no back or leg pain" in FLAGS.by_id[flag].ask
        assert FLAGS.by_id[flag].level == 2
    for flag in ("RF2", "RF3"):
        assert "with new back or leg pain" in FLAGS.by_id[flag].ask


def test_every_region_but_the_many_countries_of_europe_has_a_crisis_line() -> None:
    lines = {line.id for line in FLAGS.crisis_lines}

    assert lines <= set(region_ids())
    assert set(region_ids()) - lines <= {"eu"}
    assert FLAGS.crisis_line("eu") is None
    assert all(re.fullmatch(r"[\d ]+", line.urgent) for line in FLAGS.crisis_lines)


def test_not_sure_at_level_1_leads() -> None:
    answers = {"RF20": "yes", "RF4": "not_sure", "RF30": "not_sure"}

    assert [flag.id for flag in raised(FLAGS, answers)] == ["RF4", "RF20"]


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of our files for bones that may be broken."""
    shutil.copytree(paths.resources() / "bones", tmp_path / "bones")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    loaders = (*LOADERS, bones.load_red_flags)
    for load in loaders:
        load.cache_clear()
    yield tmp_path / "bones"
    for load in loaders:
        load.cache_clear()


def load_all() -> None:
    for load in LOADERS:
        load()


BROKEN = [
    ("flag_screen", 'id = "RF1"\n', 'id = "RF1"\nsign = "My own."\n', "RF1: its sign and its"),
    ("flag_screen", 'id = "RF1"\n', 'id = "RF1"\naction = "Wait."\n', "RF1: its sign and its"),
    ("flag_screen", 'id = "RF1"\n', 'id = "RF99"\n', "RF99: its sign and its action"),
    ("flag_screen", "hint =", "hnt =", "flag_screen.flags: unknown key “hnt”"),
    ("foods", "mg = 300", 'mg = "300"', "foods.toml, foods: Expected `int`"),
    ("tests", "men = 14", "boys = 14", "tests.chair_stand: unknown key “boys”"),
    ("movement", "who =", "whom =", "movement.movements.step: unknown key “whom”"),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), BROKEN)
def test_broken_content_is_refused_with_its_place(
    resources: Path, name: str, old: str, new: str, message: str
) -> None:
    file = resources / f"{name}.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(ContentError, match=re.escape(message)):
        load_all()


# ------------------------------------------------------------------ questions and answers


def test_there_are_twelve_quick_questions_and_credit() -> None:
    assert list(FALLS.by_id) == [f"F{number:02}" for number in range(1, 13)]
    assert "do not endorse" in " ".join(FALLS.credit)
    assert "Greater Los Angeles" in " ".join(FALLS.credit)
    for question in FALLS.questions:
        assert question.question.endswith("?")
        assert question.ask.endswith("?")
        assert set(question.flags) <= FLAGS.by_id.keys()


def test_the_bone_check_has_21_items_and_knows_the_short_list() -> None:
    assert list(ITEMS.by_id) == [f"B{number:02}" for number in range(1, 22)]
    for item in ITEMS.items:
        assert item.group in ("ask", "habit", "record"), item.id
        assert item.question.endswith("?"), item.id
        assert set(item.tags) <= {"women", "men"}, item.id
        assert set(item.flags) <= FLAGS.by_id.keys(), item.id
        assert set(item.covers) <= SHORT.keys(), item.id
        assert item.ask.endswith("?"), item.id


def test_an_item_of_the_short_list_is_covered_by_the_question_that_says_so() -> None:
    told = {row: key for key, each in SHORT.items() for row in each.covers}

    for item in ITEMS.items:
        assert item.covers == ((told[item.id],) if item.id in told else ()), item.id


def test_a_question_that_both_lists_ask_in_full_reads_alike() -> None:
    for key in ("B01", "B02", "B07"):
        assert ITEMS.by_id[key].question == SHORT[key].question


def test_what_is_private_in_the_short_list_is_private_here() -> None:
    for item in ITEMS.items:
        if any(SHORT[each].private for each in item.covers):
            assert item.private, item.id


def test_four_questions_are_open_at_a_no() -> None:
    assert [item.id for item in ITEMS.items if item.no_is_open] == ["B15", "B16", "B18", "B19"]


def test_an_injection_that_is_late_leads_to_the_clinic_and_never_to_a_stop() -> None:
    assert "Call your clinic." in ITEMS.by_id["B21"].text
    assert "Do not delay or stop it" in ITEMS.by_id["B21"].text


def test_every_loss_of_height_has_a_text() -> None:
    answers = {each.id: each for each in screening.load_height().answers}

    assert set(answers) == {loss.value for loss in Loss}
    assert answers["lot"].days == 7
    assert set(answers["lot"].flags) <= FLAGS.by_id.keys()


# ------------------------------------------------------------------ tests of movement


def test_the_tests_name_the_numbers_that_the_rules_use() -> None:
    tests = screening.load_function_tests().by_id

    assert list(tests) == ["tug", "chair", "balance", "pressure"]
    assert f"{TUG_SECONDS:g} seconds" in tests["tug"].reference
    assert f"{TANDEM_SECONDS:g} seconds" in tests["balance"].reference
    assert f"by {UPPER_DROP}" in tests["pressure"].reference
    assert f"by {LOWER_DROP}" in tests["pressure"].reference


def test_the_gate_comes_with_a_helper_and_cdc_is_credited() -> None:
    tests = screening.load_function_tests()

    assert "helper" in tests.gate[0]
    assert len(tests.skip_if) == 7
    assert {"Pain", "Dizzy", "Short of breath"} <= set(tests.stop_if)
    assert "do not endorse" in " ".join(tests.credit)


def test_the_chair_stand_table_is_whole_from_60_to_94() -> None:
    rows = screening.load_function_tests().chair_stand

    assert [(row.from_age, row.to_age) for row in rows] == [(n, n + 4) for n in range(60, 95, 5)]
    assert [(row.men, row.women) for row in rows] == [
        (14, 12), (12, 11), (12, 10), (11, 10), (10, 9), (8, 8), (7, 4),
    ]  # fmt: skip


# ------------------------------------------------------------------ food


def test_every_food_has_a_serving_here_and_there() -> None:
    foods = screening.load_foods()

    assert foods.other_foods == 250
    assert len(foods.foods) == len(foods.by_id) >= 45
    for food in foods.foods:
        assert food.us, food.id
        assert food.uk, food.id
        assert 0 < food.mg < 500, food.id


def test_every_food_stands_in_a_group_with_a_picture() -> None:
    table = screening.load_foods()

    assert {food.group for food in table.foods} == {group.id for group in table.groups}
    for group in table.groups:
        assert (paths.resources() / "illustrations" / f"{group.picture}.svg").is_file(), group.id


def test_foods_of_which_no_table_was_read_are_left_out() -> None:
    names = " ".join(food.name for food in screening.load_foods().foods).lower()

    assert not re.search("feta|parmesan|fig", names)


GOALS = [
    ("us", "female", 51, 1200), ("us", "male", 51, 1000), ("us", "male", 71, 1200),
    ("ca", "female", 80, 1200), ("uk", "female", 80, 700), ("uk", "male", 60, 700),
    ("eu", "female", 80, None), ("ie", "male", 80, None), ("au", "female", 80, None),
    ("nz", "male", 80, None),
]  # fmt: skip


@pytest.mark.parametrize(("region", "sex", "age", "amount"), GOALS)
def test_a_goal_is_one_of_a_source_or_there_is_none(
    region: str, sex: str, age: int, amount: int | None
) -> None:
    goal = load_region(region).calcium.goal(sex, age)

    assert (goal and goal.amount) == amount


def test_vitamin_d_has_a_goal_where_a_source_was_read_alone() -> None:
    known = {each for each in region_ids() if load_region(each).vitamin_d.women}

    assert known == {"uk"}


def test_without_a_goal_the_pharmacist_is_asked() -> None:
    words = screening.load_goals()

    for text in (words.calcium_unknown, words.vitamin_d_unknown, words.protein):
        assert "Ask your pharmacist." in text
        assert not re.search(r"\d", text)


# ------------------------------------------------------------------ movement, medicines


def test_every_movement_leads_to_a_step_that_fits_a_plan() -> None:
    movements = screening.load_movements()

    assert list(movements.by_id) == [f"MV{number:02}" for number in range(1, 20)]
    for each in movements.movements:
        assert each.question.endswith("?"), each.id
        assert len(each.step.short) <= 44, each.id
        assert each.step.who in ROLES - {"person"}, each.id
        assert each.step.done_when, each.id
        assert set(each.covers) <= set(AREAS), each.id


def test_every_habit_belongs_to_an_item_of_the_bone_check() -> None:
    habits = screening.load_movements().habits
    private = {item.id for item in ITEMS.items if item.private}

    for habit in habits:
        assert habit.covers, habit.id
        assert set(habit.covers) <= ITEMS.by_id.keys(), habit.id
        assert not set(habit.covers) & private or habit.private, habit.id


def test_a_kind_of_medicine_puts_a_question_on_the_sheet_and_says_no_more() -> None:
    medicines = screening.load_medicines()

    assert {"do not", "stop"} <= set(re.findall(r"do not|stop", medicines.never.lower()))
    for each in medicines.by_id.values():
        assert each.falls or each.bones, each.id
        for line in (each.falls, each.bones):
            assert not line or line.endswith("?"), each.id


def test_every_line_to_tell_first_has_its_id() -> None:
    medicines = screening.load_medicines()

    assert medicines.tell_ids == ("new", "many", "brain", "dizzy", "fall")
    assert len(medicines.tell_first) == len(medicines.tell_ids)
    on_brain = [each.id for each in medicines.classes if each.on_brain]
    assert on_brain == ["sleep", "mood", "pain", "nerve", "psychosis"]


def test_treatments_are_neutral_and_calcitonin_is_none_of_them() -> None:
    treatments = screening.load_treatments()
    said = " ".join(text for _place, text in strings(table("treatments"), ""))

    assert "calcitonin" not in said.lower()
    assert not re.search(r"\b(daily|weekly|monthly|yearly|once a|twice a)\b", said, re.I)
    for each in treatments.treatments:
        assert each.group in ("daily", "medicine", "break"), each.id
        assert each.known, each.id
        assert each.ask, each.id


# ------------------------------------------------------------------ recovery, questions, talking


def test_the_weeks_after_a_break_leave_no_day_out() -> None:
    phases = screening.load_recovery().phases
    days = {day for each in phases for day in range(each.from_day, each.to_day + 1)}

    assert days == set(range(183))
    assert {flag for each in phases for flag in each.flags} <= FLAGS.by_id.keys()
    assert [each.id for each in phases if not each.to_day] == ["any_time"]


def test_every_question_for_a_professional_is_called_for_by_something_there_is() -> None:
    known = {*FLAGS.by_id, *ITEMS.by_id, *FALLS.by_id}

    for group in screening.load_questions().groups:
        for question in group.questions:
            assert question.words.endswith(("?", ".")), question.id
            assert question.covers, question.id
            assert set(question.covers) <= known, question.id


def test_no_question_on_a_sheet_gives_away_what_no_paper_shows() -> None:
    called = {
        each
        for group in screening.load_questions().groups
        for question in group.questions
        for each in question.covers
    }

    assert not called & set(FLAGS.never_on_paper)


def test_talking_asks_first_and_never_goes_behind_a_back() -> None:
    talking = screening.load_talking()

    assert all(line.endswith("?") for line in talking.openers)
    assert any("without asking" in line for line in talking.leave)
    assert "do not endorse" in " ".join(talking.credit)
    assert len(talking.stages) == 5


# ------------------------------------------------------------------ worry, low mood, harm


def test_two_questions_on_worry_are_our_own_and_a_third_is_hidden() -> None:
    worry = screening.load_worry()

    assert list(worry.by_id) == ["W1", "W2", "W3"]
    assert [each.id for each in worry.questions if each.hidden] == ["W3"]
    for question in worry.questions:
        assert question.question.endswith("?")
        assert all(choice.text for choice in question.choices)
        assert all(not choice.ask or choice.ask.endswith("?") for choice in question.choices)
        assert question.choice(question.choices[0].id) is question.choices[0]
        assert question.choice("other") is None


def test_whom_to_call_about_harm_is_named_only_with_a_source() -> None:
    worry = screening.load_worry()

    assert {line.id for line in worry.harm_lines} <= set(region_ids())
    assert all(re.fullmatch(r"[\d -]+", line.urgent) for line in worry.harm_lines)
    assert worry.harm_line("us") is worry.harm_lines[0]
    assert worry.harm_line("eu") is None
