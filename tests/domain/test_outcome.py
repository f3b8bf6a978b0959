"""Everything that follows from the answers about the person, with our own content."""

from typing import Any

import pytest

from falls_app.content.screening import load_catalogue
from falls_app.domain.assessment import Assessment, Case
from falls_app.domain.bones import Bones, Fall, FunctionResult, Height, TwoDays
from falls_app.domain.person import TRAITS, Person
from falls_app.domain.screening.asks import Ask, for_sheet
from falls_app.domain.screening.height import Loss
from falls_app.domain.screening.outcome import Outcome
from falls_app.domain.screening.signs import falls_told, in_the_diary
from falls_app.domain.screening.told import latest_day
from falls_app.domain.screening.treatments import asked_key
from tests.domain.making import TODAY, told

ABOUT = load_catalogue()


def outcome(bones: Bones, *, sizes_like: str = "us", **person: Any) -> Outcome:
    return Outcome(told(bones, ABOUT, by=Person(**person)), sizes_like)


def items(**answers: str) -> Bones:
    return Bones(items=answers)


def fell(on: str = "2026-11-20", minutes: int | None = None, **answers: str) -> Bones:
    return Bones(falls=(Fall("1", on, minutes=minutes, answers=answers),))


def result(kind: str, value: float, *, seen: tuple[str, ...] = (), **parts: float) -> Bones:
    return Bones(tests=(FunctionResult(kind, "2026-11-01", value, "Maria", parts, seen),))


def heights(*readings: tuple[str, float]) -> Bones:
    return Bones(heights=tuple(Height(day, cm) for day, cm in readings))


def lost(cm: float) -> Bones:
    return heights(("", 170.0), ("2026-11-01", 170.0 - cm))


# ------------------------------------------------------------------ red flags


def test_nothing_told_leads_nowhere() -> None:
    found = outcome(Bones())

    assert found.flags == {1: (), 2: (), 3: ()}
    assert (found.texts, found.questions, found.traits, found.advice, found.raises) == ((),) * 5
    assert (found.calcium_mg, found.height) == (None, None)


NAMED = {
    "a head injury with a blood thinner": (Bones(flags={"RF8": "yes"}), "RF8"),
    "a numb seat": (Bones(flags={"RF1": "not_sure"}), "RF1"),
    "no way to pass water": (Bones(flags={"RF2": "yes"}), "RF2"),
    "no feeling of a bowel motion": (Bones(flags={"RF3": "yes"}), "RF3"),
    "a new weak leg": (Bones(flags={"RF4": "not_sure"}), "RF4"),
    "lost sexual feeling with back pain": (Bones(flags={"RF5": "yes"}), "RF5"),
    "a long lie": (Bones(flags={"RF12": "yes"}), "RF12"),
    "a hip that may be broken": (Bones(flags={"RF9": "not_sure"}), "RF9"),
    "fever with back pain": (Bones(flags={"RF11": "yes"}), "RF11"),
    "a knock to the head two days ago": (Bones(TwoDays(("head",))), "RF8"),
    "a long lie in the diary": (fell("2026-11-19", 90), "RF12"),
    "a knock and a thinner in the diary": (fell(head="yes", thinner="not_sure"), "RF8"),
}


@pytest.mark.parametrize(("bones", "flag"), NAMED.values(), ids=NAMED.keys())
def test_what_needs_help_now_is_up(bones: Bones, flag: str) -> None:
    assert flag in outcome(bones).flags[1]


def test_the_last_two_days_stand_for_every_sign_they_name() -> None:
    assert outcome(Bones(TwoDays(("numb",)))).flags[1] == ("RF1", "RF2", "RF3", "RF4")
    assert outcome(Bones(TwoDays(("pain", "head")))).flags[1] == (
        "RF6", "RF8", "RF9", "RF10", "RF11",
    )  # fmt: skip
    assert outcome(Bones(TwoDays(("none",)))).flags[1] == ()


def test_not_sure_about_the_last_two_days_may_be_any_of_them() -> None:
    every = {flag for option in ABOUT.two_days.options for flag in option.flags}

    assert set(outcome(Bones(TwoDays(("not_sure",)))).flags[1]) == every


def test_not_sure_is_a_yes_at_level_1_alone() -> None:
    answers = {"RF4": "not_sure", "RF20": "not_sure", "RF32": "not_sure", "RF22": "yes"}

    assert outcome(Bones(flags=answers)).flags == {1: ("RF4",), 2: ("RF22",), 3: ()}


@pytest.mark.parametrize(
    ("answers", "flags"),
    [
        ({"B01": "not_followed_up"}, ("RF33",)),
        ({"B01": "yes"}, ("RF33",)),
        ({"B01": "followed_up"}, ()),
        ({"B01": "not_sure"}, ()),
        ({"B03": "lot"}, ("RF31",)),
        ({"B03": "yes"}, ("RF31",)),
        ({"B03": "some"}, ()),
        ({"B04": "yes"}, ("RF32",)),
        ({"RF30": "yes"}, ("RF30",)),
        ({"RF30": "seen"}, ()),
        ({"F01": "yes", "F12": "yes"}, ()),
    ],
)
def test_an_answer_raises_the_flag_that_asks_the_same(
    answers: dict[str, str], flags: tuple[str, ...]
) -> None:
    assert outcome(Bones(items=answers)).flags == {1: (), 2: (), 3: flags}


def test_a_doctor_who_looked_at_the_pain_settles_the_flag_of_the_same_words() -> None:
    assert outcome(Bones(flags={"RF30": "yes"})).flags[3] == ("RF30",)
    assert outcome(Bones(items={"RF30": "seen"}, flags={"RF30": "yes"})).flags[3] == ()


@pytest.mark.parametrize("thinner", [{"traits": ("blood_thinner",)}, {}])
def test_a_blood_thinner_of_the_profile_or_of_the_list_counts_in_the_diary(
    thinner: dict[str, Any],
) -> None:
    ticked = () if thinner else ("thinner",)
    entry = Fall("1", "2026-11-19", answers={"head": "yes"})

    assert outcome(Bones(falls=(entry,), medicines=ticked), **thinner).flags[1] == ("RF8",)
    assert outcome(Bones(falls=(entry,))).flags[1] == ()


def test_no_thinner_at_that_time_stays_a_no() -> None:
    bones = fell("2026-11-19", head="yes", thinner="no")

    assert outcome(bones, traits=("blood_thinner",)).flags[1] == ()


def test_a_fall_that_a_doctor_knows_of_calls_for_help_no_longer() -> None:
    night = fell("2026-11-19", head="yes", thinner="yes")
    known = fell("2026-11-19", head="yes", thinner="yes", told="yes")

    assert in_the_diary(told(night, ABOUT)) == {"RF8"}
    assert in_the_diary(told(known, ABOUT)) == frozenset()
    assert falls_told(told(night, ABOUT)) == known.falls
    assert falls_told(told(known, ABOUT)) == known.falls


def test_a_blood_thinner_read_from_the_profile_is_not_written_into_the_diary() -> None:
    by = Person(traits=("blood_thinner",))
    noted = falls_told(told(fell("2026-11-19", head="yes"), ABOUT, by=by))

    assert noted[0].answers == {"head": "yes", "told": "yes"}


def test_two_falls_in_a_year_are_told_to_the_doctor_this_week() -> None:
    twice = Bones(falls=(Fall("1", "2026-03-01"), Fall("2", "2026-08-01")))

    assert outcome(twice).flags == {1: (), 2: (), 3: ("RF36",)}


# ------------------------------------------------------------------ height


@pytest.mark.parametrize(
    ("cm", "loss", "flags"),
    [(0.0, "little", ()), (1.9, "little", ()), (2.0, "some", ()), (3.9, "some", ()),
     (4.0, "lot", ("RF31",)), (7.5, "lot", ("RF31",))],
)  # fmt: skip
def test_the_boundaries_of_lost_height(cm: float, loss: str, flags: tuple[str, ...]) -> None:
    found = outcome(lost(cm))

    assert found.height is not None
    assert (found.height.lost_cm, found.height.loss) == (cm, loss)
    assert found.flags[3] == flags
    assert found.texts == (f"height_{loss}",)


@pytest.mark.parametrize(
    ("day", "cm", "loss", "is_new"),
    [
        ("2026-05-01", 1.9, Loss.LITTLE, False),
        ("2026-05-01", 2.0, Loss.LOT, True),
        ("2021-11-01", 2.0, Loss.LOT, True),
        ("2021-10-31", 2.0, Loss.SOME, False),
    ],
)
def test_two_centimeters_since_a_reading_of_five_years_are_a_lot(
    day: str, cm: float, loss: Loss, is_new: bool
) -> None:
    found = outcome(heights((day, 160.0), ("2026-11-01", 160.0 - cm))).height

    assert found is not None
    assert (found.loss, found.is_new) == (loss, is_new)


def test_the_latest_reading_counts_in_whatever_order_they_stand() -> None:
    found = outcome(heights(("2026-11-01", 165.0), ("", 170.0), ("2020-01-01", 169.0))).height

    assert found is not None
    assert found.lost_cm == 5.0


@pytest.mark.parametrize("bones", [heights(), heights(("", 170.0)), heights(("2026-11-01", 170.0))])
def test_with_nothing_to_compare_no_height_is_lost(bones: Bones) -> None:
    assert outcome(bones).height is None


def test_somebody_who_grew_lost_nothing() -> None:
    found = outcome(heights(("", 165.0), ("2026-11-01", 166.0))).height

    assert found is not None
    assert (found.lost_cm, found.loss) == (0.0, Loss.LITTLE)


def test_a_known_break_that_is_followed_up_is_asked_about_as_the_cause() -> None:
    """The flag stays up: the doctor hears of it, in words that do not ask for a first check."""
    known = outcome(items(B02="followed_up", B03="lot"))
    first = outcome(items(B02="no", B03="lot"))

    assert known.flags[3] == first.flags[3] == ("RF31",)
    assert [(q.id, c.step and c.step.short) for q, c in known.advice] == [
        ("B03", "Tell the doctor about the lost height")
    ]
    assert [(q.id, c.step and c.step.short) for q, c in first.advice] == [
        ("B03", "Ask the doctor to check the spine")
    ]
    assert "Does the known break explain" in " ".join(ask.words for ask in known.questions)
    assert "Does my spine need a check" not in " ".join(ask.words for ask in known.questions)


@pytest.mark.parametrize(
    ("readings", "short"),
    [
        ((("", 170.0), ("2026-11-01", 165.0)), "Tell the doctor about the lost height"),
        ((("2026-01-01", 168.0), ("2026-11-01", 165.0)), "Ask the doctor to check the spine"),
    ],
)
def test_new_height_lost_after_a_known_break_is_a_check_of_the_spine(
    readings: tuple[tuple[str, float], ...], short: str
) -> None:
    bones = Bones(items={"B02": "followed_up"}, heights=heights(*readings).heights)

    ((question, choice),) = outcome(bones).advice

    assert (question.id, choice.step and choice.step.short) == ("RF31", short)


def test_a_measured_loss_is_asked_about_in_the_place_of_a_guessed_one() -> None:
    bones = Bones(items={"B03": "some"}, heights=lost(5.0).heights)

    assert [ask.id for ask in outcome(bones).questions if "height" in ask.words] == ["height"]


# ------------------------------------------------------------------ tests of movement


@pytest.mark.parametrize(("seconds", "asks"), [(11.9, []), (12.0, ["tug"]), (30.5, ["tug"])])
def test_twelve_seconds_are_something_to_talk_about(seconds: float, asks: list[str]) -> None:
    assert [ask.id for ask in outcome(result("tug", seconds)).questions] == asks


@pytest.mark.parametrize(
    ("age", "sex", "stands", "asks"),
    [
        (59, "male", 0, False), (60, "male", 13, True), (60, "male", 14, False),
        (60, "female", 11, True), (60, "female", 12, False), (94, "male", 6, True),
        (94, "male", 7, False), (94, "female", 3, True), (94, "female", 4, False),
        (95, "female", 0, False), (None, "male", 0, False), (70, "", 0, False),
    ],
)  # fmt: skip
def test_chair_stands_are_asked_about_below_the_table_alone(
    age: int | None, sex: str, stands: int, asks: bool
) -> None:
    found = outcome(result("chair", stands), age=age, sex=sex)

    assert [ask.id for ask in found.questions] == (["chair"] if asks else [])
    assert found.traits == (("weak_legs",) if asks else ())


@pytest.mark.parametrize(
    ("bones", "asks"),
    [
        (result("balance", 10.0, tandem=9.9), ["balance"]),
        (result("balance", 10.0), []),
        (result("pressure", 20), ["pressure"]),
        (result("pressure", 19, lying_lower=80, one_lower=71, three_lower=70), ["pressure"]),
        (result("pressure", 19, lying_lower=80, one_lower=71), []),
        (result("pressure", 0, seen=("dizzy",)), ["pressure"]),
        (result("hopping", 99), []),
    ],
)
def test_a_result_beyond_its_reference_is_asked_about(bones: Bones, asks: list[str]) -> None:
    assert [ask.id for ask in outcome(bones).questions] == asks


def test_the_latest_result_of_a_test_counts() -> None:
    before = FunctionResult("tug", "2026-01-01", 20.0)
    now = FunctionResult("tug", "2026-11-01", 10.0)

    assert outcome(Bones(tests=(now, before))).questions == ()


# ------------------------------------------------------------------ questions


def test_a_short_answer_brings_its_question_and_those_of_the_bank() -> None:
    found = {ask.id: ask for ask in outcome(items(B01="not_followed_up")).questions}

    assert {"B01", "Q21", "Q22", "Q23"} <= found.keys()
    assert found["B01"].who == "doctor"
    assert found["B01"].rank < found["Q22"].rank


def test_what_is_due_today_is_asked_first() -> None:
    bones = Bones(items={"B01": "not_followed_up"}, flags={"RF20": "yes"})

    assert outcome(bones).questions[0].id == "Q04"


def test_the_questions_about_medicines_are_for_the_pharmacist() -> None:
    bones = Bones(items={"M01": "five", "F10": "yes"}, medicines=("steroids", "sleep"))
    found = outcome(bones).questions

    assert {ask.who for ask in found if "medicine" in ask.words} == {"pharmacist"}
    assert {"steroids-bones", "sleep-falls"} <= {ask.id for ask in found}


def test_the_weeks_after_a_break_bring_their_questions() -> None:
    bones = Bones(items={"B02": "followed_up"}, dates={"spine_break": "2026-10-25"})

    assert "Is a bone medicine right for me, and when does it start?" in [
        ask.words for ask in outcome(bones).questions
    ]


def test_a_question_about_a_treatment_that_somebody_chose_is_asked_with_its_name() -> None:
    treatment = ABOUT.treatments.treatments[0]
    question = treatment.questions[0]
    (ask,) = outcome(Bones(items={asked_key(question.id): "yes"})).questions

    assert (ask.id, ask.words, ask.about) == (question.id, question.words, treatment.name)


def test_a_record_of_bone_medicine_brings_its_questions() -> None:
    assert {"B21", "Q32", "Q35"} <= {ask.id for ask in outcome(items(B21="yes")).questions}


def test_no_question_is_there_twice() -> None:
    bones = Bones(
        items={"B01": "not_followed_up", "B03": "lot", "F10": "yes"},
        flags={"RF31": "yes", "RF33": "yes"},
        heights=lost(5.0).heights,
        medicines=("prostate", "heart"),
    )
    said = [ask.words for ask in outcome(bones).questions]

    assert len(said) == len(set(said))


def ask(ask_id: str, rank: float, *covers: str) -> Ask:
    return Ask(ask_id, f"{ask_id}?", "doctor", rank, covers)


def test_a_sheet_takes_one_question_of_each_matter_before_a_second() -> None:
    asks = [ask("a", 1, "x"), ask("b", 2, "x"), ask("c", 3, "y"), ask("d", 4, "z"),
            ask("e", 5, "v"), ask("f", 6, "w"), ask("g", 7, "u")]  # fmt: skip

    assert [each.id for each in for_sheet(asks, None)] == ["a", "c", "d", "e", "f"]
    assert [each.id for each in for_sheet(asks[:3], None)] == ["a", "b", "c"]


def test_a_sheet_has_what_the_person_ticked_and_five_at_most() -> None:
    asks = [ask(each, number, each) for number, each in enumerate("abcdefg")]

    assert [each.id for each in for_sheet(asks, ("g", "b", "unknown"))] == ["b", "g"]
    assert for_sheet(asks, ()) == ()
    assert len(for_sheet(asks, tuple("abcdefg"))) == 5


def test_a_private_question_goes_on_paper_only_when_it_is_ticked_itself() -> None:
    asks = (
        Ask("mood", "I often feel low.", "doctor", 1, ("F12",), private=True),
        Ask("eyes", "Is it time for an eye test?", "doctor", 2, ("E01",)),
    )

    assert [each.id for each in for_sheet(asks, None)] == ["eyes"]
    assert [each.id for each in for_sheet(asks, ("mood",))] == ["mood"]


# ------------------------------------------------------------------ traits


REACHED = {
    "weak_legs": items(F06="yes"),
    "dizzy": items(M01="both"),
    "night_toilet": items(F08="yes"),
    "low_vision": items(MV15="yes"),
    "numb_feet": items(F09="yes"),
    "memory": items(MV16="yes"),
    "walking_aid": items(F02="yes"),
    "wheelchair": items(MV17="yes"),
    "helped": items(MV18="yes"),
    "osteoporosis": items(B01="followed_up"),
    "spine_fracture": items(B02="followed_up"),
    "blood_thinner": Bones(medicines=("thinner",)),
    "lives_alone": items(MV19="yes"),
}


@pytest.mark.parametrize("trait", TRAITS)
def test_every_trait_is_suggested_by_some_answer(trait: str) -> None:
    assert outcome(REACHED[trait]).traits == (trait,)


@pytest.mark.parametrize("trait", TRAITS)
def test_a_trait_that_is_set_is_not_suggested_again(trait: str) -> None:
    assert outcome(REACHED[trait], traits=(trait,)).traits == ()


def test_what_another_trait_implies_is_not_suggested() -> None:
    assert outcome(items(B01="yes"), traits=("spine_fracture",)).traits == ()


def test_the_diary_and_the_flags_suggest_traits_too() -> None:
    assert outcome(fell(warning="dizzy")).traits == ("dizzy",)
    assert outcome(fell(warning="legs")).traits == ("weak_legs",)
    assert outcome(Bones(flags={"RF33": "yes"})).traits == ("osteoporosis",)


# ------------------------------------------------------------------ food, habits, steps


def test_calcium_is_known_once_servings_are() -> None:
    assert outcome(Bones(servings={"milk": 7})).calcium_mg == 550
    assert outcome(Bones(servings={"milk": 7}), sizes_like="uk").calcium_mg == 500
    assert outcome(Bones(servings={"milk": 0})).calcium_mg == 250
    assert outcome(Bones(servings={"moon dust": 3})).calcium_mg is None


def test_a_habit_makes_checks_of_the_home_worth_a_look() -> None:
    found = outcome(items(MV11="yes", MV12="yes", MV03="no"))

    assert [(each.check, each.habit.id) for each in found.raises] == [
        ("HAB06", "MV11"),
        ("OUT13", "MV11"),
    ]
    assert [question.id for question, _choice in found.advice] == ["MV11", "MV12"]
    assert found.texts == ("MV11", "MV12")


def test_what_is_due_today_leads_the_steps_and_no_flag_repeats_a_short_answer() -> None:
    bones = Bones(
        items={"B01": "not_followed_up", "B15": "neither", "MV11": "yes"},
        flags={"RF33": "yes", "RF21": "yes", "RF36": "yes", "RF8": "yes"},
    )

    assert [question.id for question, _choice in outcome(bones).advice] == [
        "RF21", "RF36", "B01", "B15", "MV11",
    ]  # fmt: skip


def test_what_no_paper_shows_makes_no_step() -> None:
    assert outcome(Bones(flags={"RF26": "yes", "RF13": "yes"})).advice == ()


def test_a_step_of_a_flag_gives_no_sign_away() -> None:
    for flag in (each for each in ABOUT.flags.flags if each.id != "RF30"):
        for question, choice in outcome(Bones(flags={flag.id: "yes"})).advice:
            assert choice.step is not None
            said = " ".join((choice.step.do, choice.step.short, choice.step.worse, choice.text))
            assert flag.sign not in said, flag.id
            assert not {"cancer", "bladder", "bowel", "faint"} & set(said.lower().split()), flag.id
            assert 0 < len(choice.step.short) <= 44, flag.id
            assert question.level == flag.level


# ------------------------------------------------------------------ answers, read either way


@pytest.mark.parametrize(
    ("answers", "question", "choice"),
    [
        ({"B01": "yes"}, "B01", "not_followed_up"),
        ({"B01": "no"}, "B01", "no"),
        ({"B01": "not_sure"}, "B01", "not_sure"),
        ({"B02": "yes"}, "B02", "not_followed_up"),
        ({"B03": "yes"}, "B03", "lot"),
        ({"B07": "yes"}, "B07", "now"),
        ({"M01": "yes"}, "M01", "both"),
        ({"E01": "no"}, "E01", "both_due"),
        ({"B12": "yes"}, "B12", "smoke"),
        ({"B12": "yes", "B13": "yes"}, "B12", "both"),
        ({"B13": "yes"}, "B12", "alcohol"),
        ({"B12": "no"}, "B12", None),
        ({"B12": "no", "B13": "no"}, "B12", "none"),
        ({"B15": "no"}, "B15", "balance"),
        ({"B15": "no", "B16": "no"}, "B15", "neither"),
        ({"B17": "yes"}, "B17", "calcium_low"),
        ({"B17": "no", "B19": "no"}, "B17", "protein_low"),
        ({"B01": "purple"}, "B01", None),
        ({}, "B01", None),
    ],
)
def test_a_plain_answer_is_read_as_the_choice_that_says_it(
    answers: dict[str, str], question: str, choice: str | None
) -> None:
    found = told(Bones(items=answers), ABOUT).short(question)

    assert (found and found.id) == choice


def test_the_full_check_knows_what_the_short_list_was_told() -> None:
    known = told(items(B15="strength", B02="followed_up", B01="no"), ABOUT)
    by_id = ABOUT.items.by_id

    assert [known.item(by_id[each]) for each in ("B15", "B16", "B02", "B01", "B05")] == [
        "yes", "no", "yes", "no", "",
    ]  # fmt: skip


def test_an_item_that_the_short_list_settles_is_said_once() -> None:
    assert outcome(items(B15="neither", B16="no")).texts == ("B15",)
    assert outcome(items(B15="both", B16="no")).texts == ("B16",)
    assert outcome(items(B05="yes")).texts == ("B05",)


# ------------------------------------------------------------------ what day it is


def test_the_latest_day_of_a_case_stands_in_for_today() -> None:
    walk = Assessment("w", "2026-11-10")
    case = Case(assessments=(walk,), bones=fell("2026-11-12"))

    assert latest_day(case).isoformat() == "2026-11-12"
    assert latest_day(Case(assessments=(walk,), bones=lost(3.0))).isoformat() == "2026-11-10"
    assert latest_day(Case()) < TODAY


def test_a_sign_somebody_said_yes_to_stays_one_whatever_the_short_question_said_before() -> None:
    for before, raised in (("no", ("RF30",)), ("not_sure", ("RF30",)), ("seen", ())):
        bones = Bones(flags={"RF30": "yes"}, items={"RF30": before})
        assert outcome(bones).flags[3] == raised
