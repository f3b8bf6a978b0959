"""Words that papers and windows share."""

import re
from dataclasses import replace
from datetime import date

import pytest

from falls_app.case_view import CaseView
from falls_app.cases import SAMPLES, load_case, sample_case
from falls_app.content.profile import load_traits
from falls_app.content.regions import load_region
from falls_app.content.screening import load_movements
from falls_app.domain.assessment import Case, Decision, Finding, StepChoice
from falls_app.domain.checklist import Answer
from falls_app.domain.deciding import done as marked_done
from falls_app.domain.deciding import with_own_step
from falls_app.domain.home import Home, Room, Use
from falls_app.domain.overview import BONES, WHOLE, PlaceMark
from falls_app.domain.person import TRAITS, Person, Say
from falls_app.domain.ranking import Rule, Tier
from falls_app.domain.step import CLINICIANS, Column, Step
from falls_app.reason_words import place_reasons, score_reasons, step_reasons
from falls_app.words import (
    asked_words,
    habit_words,
    mark_words,
    own_way_words,
    place_name,
    plan_title,
    reasons,
    role_words,
    room_words,
    who_words,
    wording,
)

US = load_region("us")


@pytest.mark.parametrize(
    ("mark", "wide", "narrow"),
    [
        (PlaceMark("r", "none"), "not looked at yet", "Not asked now"),
        (PlaceMark("r", "none", total=4), "not looked at yet", "4 checks"),
        (PlaceMark("r", "part", 1, 2, 4), "2 of 4 looked at, 1 to fix", "2 of 4"),
        (PlaceMark("r", "part", 0, 2, 2, 2), "2 of 2 looked at, 2 not sure", "2 not sure"),
        (PlaceMark("r", "fix", 3, 4, 4, 1), "3 to fix, 1 not sure", "3 to fix, 1 not sure"),
        (PlaceMark(BONES, "some", 4, 10, 10), "4 to look at", "4 to look at"),
        (PlaceMark("r", "ok", 0, 4, 4, 1), "1 not sure", "1 not sure"),
        (PlaceMark("r", "ok", 0, 4, 4), "good as is", "All good"),
    ],
)
def test_a_place_stands_in_words(mark: PlaceMark, wide: str, narrow: str) -> None:
    assert mark_words(mark) == wide
    assert mark_words(mark, narrow=True) == narrow


def test_a_flat_is_no_house() -> None:
    assert place_name(Home(shape="flat"), WHOLE) == "Whole home"
    assert place_name(Home(shape="two"), WHOLE) == "Whole house"
    assert place_name(Home(), "gone") == ""


@pytest.mark.parametrize(
    ("person", "who", "words"),
    [
        (Person("Rosa"), "family", "Family or friends"),
        (Person("Rosa"), "", "The person at home"),
        (Person("Rosa"), "person", "Rosa"),
        (Person(), "person", "The person at home"),
        (Person(say=Say.YOU), "person", "You"),
        (Person("Rosa"), "physio", "A physio"),
        (Person("Rosa"), "Maria", "Maria"),
    ],
)
def test_who_does_it_is_a_role_in_words_or_a_name(person: Person, who: str, words: str) -> None:
    assert role_words(person, US, who) == words


@pytest.mark.parametrize(
    ("person", "title"),
    [
        (Person("Rosa"), "Rosa’s plan"),
        (Person(say=Say.YOU), "Your plan"),
        (Person(), "The home plan"),
    ],
)
def test_a_plan_has_somebodys_name(person: Person, title: str) -> None:
    assert plan_title(person) == title


def test_a_clinician_is_named_beside_whoever_asks() -> None:
    plan = CaseView(sample_case(), US).plan
    said = {step.asked: who_words(Person("Rosa"), US, step) for step in plan.steps}

    assert said[""] in ("Maria", "Joe", "Rosa", "A handyperson")
    assert said["pharmacist"] == "Maria, with the pharmacist"
    asked = {role: asked_words(US, replace(plan.steps[0], role=role)) for role in CLINICIANS}
    assert asked["OT"] == "with an occupational therapist"
    assert all(words.startswith("with ") for words in asked.values())


@pytest.mark.parametrize(
    ("most", "words"),
    [(None, "Bath, Hall, Den"), (3, "Bath, Hall, Den"), (2, "Bath and 2 more"),
     (0, "Bath and 2 more")],
)  # fmt: skip
def test_of_many_rooms_the_first_is_named_and_the_others_counted(
    most: int | None, words: str
) -> None:
    rooms = tuple(Room(name, "BTH", name) for name in ("Bath", "Hall", "Den"))
    step = next(each for each in CaseView(sample_case(), US).plan.steps if each.check)

    assert room_words(Home(rooms), replace(step, rooms=("Bath", "Hall", "Den")), most) == words


def test_every_trait_reads_well_after_moved_up_because_of() -> None:
    said = [words.because for words in load_traits().values()]

    assert len(said) == 13
    assert not any(re.match(r"(hard|dizzy|up|getting up is|is|has)\b", words) for words in said)


def test_reasons_leave_out_what_nobody_knows() -> None:
    assert reasons(("near_miss", "unheard_of")) == "a slip or fall here"


@pytest.mark.parametrize(
    ("decision", "said", "line"),
    [
        (None, "", ""),
        (Decision.AGREED, "Fine.", ""),
        (Decision.OWN_WAY, "", "Rosa’s way"),
        (Decision.OWN_WAY, "On Sundays", "Rosa’s way: “On Sundays”"),
        (Decision.TRY_FIRST, "A lamp", "Rosa’s way: “A lamp”"),
        (Decision.TRY_FIRST, "", ""),
    ],
)
def test_a_way_of_ones_own_stands_in_the_place_of_the_advice(
    decision: Decision | None, said: str, line: str
) -> None:
    case = sample_case()
    plain = CaseView(replace(case, choices={}), US).plan.first[0]
    choice = StepChoice(plain.key, decision, said)
    view = CaseView(replace(case, choices={plain.key: choice}), US)
    step = view.plan.step(plain.key)
    assert step is not None
    assert step.check is not None

    assert own_way_words(view.about, step) == line
    title, do = wording(view.say, step)
    assert title == (step.check.short if line else step.short)
    assert do == ((said or "Done Rosa’s own way.") if line else step.do)


def test_habits_are_named_in_a_line_and_private_ones_not_on_paper() -> None:
    habits = {each.id: each for each in load_movements().movements}
    step = Step("KIT08", Tier.NOW, 5.0, "Do.", "Short", "Why.", "family", "", "", Column.TODAY,
                habits=(habits["MV11"], habits["MV16"]))  # fmt: skip

    assert habit_words(step) == "stiff windows, keeping track"
    assert habit_words(step, on_paper=True) == "stiff windows"
    assert habit_words(replace(step, habits=())) == ""


# ---------------------------------------------------------------------- why


def view_of(case: Case) -> CaseView:
    return CaseView(case, US, date(2026, 3, 1))


def why(case: Case, key: str) -> str:
    view = view_of(case)
    step = view.plan.step(key)
    assert step is not None
    return "\n".join(step_reasons(view, step))


def with_person(case: Case, **fields: object) -> Case:
    return replace(case, person=replace(case.person, **fields))  # type: ignore[arg-type]


def with_room(case: Case, room_id: str, **fields: object) -> Case:
    rooms = tuple(
        replace(room, **fields) if room.id == room_id else room  # type: ignore[arg-type]
        for room in case.home
    )
    return replace(case, home=replace(case.home, rooms=rooms))


def answered(case: Case, answer: Answer, most: int | None = None) -> Case:
    """Return the case with this answer everywhere, or to the first of the weightiest checks."""
    walk = case.assessment
    assert walk is not None
    places = [
        each
        for each in view_of(case).score.places
        if most is None or (each.check.is_critical and each.check.area != "EMG")
    ]
    for each in places[:most]:
        room = each.room.id if each.room else None
        walk = walk.with_finding(Finding(each.check.id, answer, room))
    return case.with_assessment(walk)


def test_a_rank_names_the_answer_the_weight_the_person_and_the_rule() -> None:
    found = next(each for each in view_of(sample_case()).score.ranked if each.asked.room)

    read = why(sample_case(), found.check.id)

    assert f"{found.asked.room.name}: “{found.check.answers[found.asked.answer]}”." in read
    assert "It leads to slips and falls often. It can hurt badly." in read
    assert "So it is among the checks that count most." in read
    assert "For Rosa it counts more, because of: being up at night, a walking aid" in read
    assert read.endswith("That makes it one to fix first.")


def test_a_rank_says_when_a_fall_memory_or_a_limit_made_it() -> None:
    case = with_person(sample_case(), traits=("walking_aid", "osteoporosis"), fall_last_year=True)
    fell = next(each for each in view_of(case).score.ranked if each.rule is Rule.FELL)
    everything = answered(with_person(case, traits=tuple(TRAITS)), Answer.HAZARD)
    ranked = view_of(everything).score.ranked
    alarm = next(each for each in ranked if each.rule is Rule.MEMORY)
    most = next(each for each in ranked if each.pull.is_capped)

    assert "After a fall in the past year, steps come sooner." in why(case, fell.check.id)
    assert "With memory trouble, this always comes first." in why(everything, alarm.check.id)
    assert "No check can count more than that." in why(everything, most.check.id)


def test_a_rank_says_how_often_the_room_is_used() -> None:
    room = next(each.asked.room for each in view_of(sample_case()).score.ranked if each.asked.room)
    assert room is not None
    weekly = with_room(sample_case(), room.id, use=Use.WEEKLY)
    found = next(each for each in view_of(weekly).score.ranked if each.asked.room == replace(
        room, use=Use.WEEKLY
    ))  # fmt: skip

    line = f"{room.name} is used every week, not every day. So it counts half."

    assert line in why(weekly, found.check.id)
    assert line in place_reasons(view_of(weekly), room.id)


def test_steps_that_no_score_ranks_say_where_they_stand() -> None:
    case = with_own_step(sample_case(), "Ask Ben about the gate")
    bones = next(step for step in view_of(case).plan.steps if step.question is not None)
    done_one = view_of(case).plan.steps[0]
    done = marked_done(case, done_one, "2026-03-01")

    assert "written here by hand" in why(case, case.own_steps[-1].key)
    assert "from the answers about bones and balance" in why(case, bones.key)
    assert why(done, done_one.key) == "This is done. Done steps stand at the end."


def test_a_place_names_what_comes_first_and_what_nobody_has_seen() -> None:
    view = view_of(sample_case())
    read = {place: "\n".join(place_reasons(view, place)) for place in view.places}

    for place, lines in read.items():
        assert ("A diamond:" in lines) is (view.marks[place].state == "fix" and place != BONES)
        assert ("**Fix first:**" in lines) is ("A diamond:" in lines)
    assert "no part of the home score" in read[BONES]
    assert any("Not clear yet, so counted as open" in lines for lines in read.values())


def test_the_number_says_where_most_is_to_gain_and_how_far_it_can_move() -> None:
    view = view_of(sample_case())
    low, high = view.score.open_range(person_score=True) or (0, 0)

    read = "\n".join(score_reasons(view))

    assert "**Most to gain:** the stairs" in read
    assert f"the number is {high}. If none do, it stays {low}." in read


def test_a_home_that_was_hardly_looked_at_has_no_number_and_says_so() -> None:
    assert score_reasons(view_of(Case("c"))) == (
        "Too few answers are in yet to give a fair number.",
    )


def test_what_was_turned_down_is_not_named_as_what_holds_the_number() -> None:
    case = answered(answered(sample_case(), Answer.SAFE), Answer.HAZARD, most=4)
    named = view_of(case).score.held_by
    no = {key: StepChoice(key, decision=Decision.NO) for key in named}

    before = "\n".join(score_reasons(view_of(case)))
    after = "\n".join(score_reasons(view_of(replace(case, choices=no))))

    assert "checks that count most are open." in before
    assert "even more for Rosa." in before
    assert "What Rosa said no to stays in the number." not in before
    assert "What Rosa said no to stays in the number." in after


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("region", ["us", "uk"])
def test_every_reason_is_a_sentence_with_nothing_left_to_fill(sample: str, region: str) -> None:
    case = load_case(sample)
    first = view_of(case).plan.first[-1]
    later = replace(case, choices={first.key: StepChoice(first.key, decision=Decision.LATER)})
    for each in (case, later, answered(later, Answer.HAZARD), answered(case, Answer.NOT_SURE)):
        view = CaseView(each, load_region(region), date(2026, 11, 20))
        lines = [line for step in view.plan.steps for line in step_reasons(view, step)]
        lines += [line for place in view.places for line in place_reasons(view, place)]
        for line in (*lines, *score_reasons(view)):
            assert line[:1].isupper() or line[:1] in "*“0123456789", line
            assert "{" not in line, line
    chosen = "chose: later. So it is not among the first five."
    view = view_of(later)
    step = view.plan.step(first.key)
    assert step is not None
    assert chosen in "\n".join(step_reasons(view, step))
