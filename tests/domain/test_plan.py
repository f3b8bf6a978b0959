"""From findings and answers to steps."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from falls_app.content.screening import load_catalogue
from falls_app.domain.assessment import Case, Decision, Helper, StepChoice
from falls_app.domain.bones import Bones
from falls_app.domain.checklist import Check, Fix
from falls_app.domain.deciding import done, not_done, people_for
from falls_app.domain.fixes import chosen_fix, column_of, due, fixes_in_order
from falls_app.domain.home import Home, Use
from falls_app.domain.person import Person, Say
from falls_app.domain.plan import (
    Plan,
    already_good,
    declined_checks,
    make_plan,
    score_after,
    shopping_list,
)
from falls_app.domain.ranking import Tier
from falls_app.domain.scoring import Band, score
from falls_app.domain.screening.advice import Advice, advice_of
from falls_app.domain.screening.bone_check import BoneCheck, BoneQuestion, BoneStep, Choice
from falls_app.domain.screening.outcome import Outcome
from falls_app.domain.step import CLINICIANS, Column, Step
from tests.domain.making import (
    HAZARD,
    NOT_HERE,
    NOT_SURE,
    PARTLY,
    SAFE,
    case,
    catalogue,
    check,
    checklist,
    critical,
    fix,
    home,
    major,
    minor,
    person,
    room,
    told,
    walk,
)

NO_BONES = BoneCheck(())


def plan(checks: list[Check], opened: Case, bones: BoneCheck = NO_BONES) -> Plan:
    """Return the plan of a case."""
    walked = opened.assessment
    assert walked is not None
    result = score(checklist(*checks), opened.home, walked, (opened.person,))
    return make_plan(opened, result, advice(opened.bones, bones))


def advice(given: Bones, bones: BoneCheck) -> tuple[Advice, ...]:
    """Return what these answers to the short questions put into a plan."""
    return advice_of(told(given, catalogue(short=bones)), ())


def keys(steps: tuple[Step, ...]) -> list[str]:
    return [step.key for step in steps]


def choices(**by_step: Any) -> dict[str, StepChoice]:
    """Return choices by step; a decision alone, or the fields of one."""
    return {
        key: StepChoice(key, **(value if isinstance(value, dict) else {"decision": value}))
        for key, value in by_step.items()
    }


def question(question_id: str, *answers: Choice, rank: int = 1, level: int = 0) -> BoneQuestion:
    return BoneQuestion(
        question_id, (), f"About {question_id}", "bone", "So?", "Why.", rank, (), answers, level
    )


def answer(choice_id: str, state: str, days: int | None = 14, who: str = "doctor") -> Choice:
    step = BoneStep(f"Ask {choice_id}.", f"Ask {choice_id}", who, days, "Asked.") if days else None
    return Choice(choice_id, choice_id, state, "Said.", f"Text {choice_id}.", "Ask?", step)


BONES = BoneCheck(
    (
        question("B01", answer("no", "ok", None), answer("yes", "fix"), rank=1, level=3),
        question("M01", answer("no", "ok"), answer("some", "some", 30, "pharmacist"), rank=2),
        question("E01", answer("due", "fix", 30, "family"), answer("unsure", "unsure"), rank=4),
        question("F01", answer("due", "fix"), rank=4),
        question("N01", answer("told", "some", None), rank=3),
    )
)


# ------------------------------------------------------------------ a step


def test_a_step_says_what_where_why_who_and_when() -> None:
    good, gap = fix(2, who="handyperson", done_when="Pull: firm.", do="Fit it."), fix(0, PARTLY)
    one = critical("BTH02", fixes=(gap, good), tags=("rail",))
    lived_in = home(room("bath", "BTH"))
    walked = walk({("BTH02", "bath"): HAZARD}, date="2026-11-20")
    opened = case(walked, home=lived_in, person=person("walking_aid"))

    (step,) = plan([one], opened).steps

    assert (step.key, step.rooms, step.why) == ("BTH02", ("bath",), "Why BTH02.")
    assert (step.do, step.short, step.done_when) == ("Fit it.", "Costs 2", "Pull: firm.")
    assert (step.fix, step.until_then, step.cost) == (good, gap, 2)
    assert (step.tier, step.priority, step.because) == (Tier.NOW, 7.5, ("walking_aid",))
    assert (step.role, step.who, step.column) == ("handyperson", "handyperson", Column.HELP)
    assert step.by == "2026-11-27"
    assert (step.decision, step.is_done, step.is_declined, step.is_active) == (
        None, False, False, True,
    )  # fmt: skip
    assert (step.own_words, step.question, step.answer) == ("", None, None)


def test_one_check_open_in_several_rooms_is_one_step_with_the_largest_priority() -> None:
    lived_in = home(room("guest", "BTH", Use.RARELY), room("own", "BTH"), room("safe", "BTH"))
    answers = {("BTH02", "guest"): HAZARD, ("BTH02", "own"): HAZARD, ("BTH02", "safe"): SAFE}

    (step,) = plan([critical("BTH02")], case(walk(answers), home=lived_in)).steps

    assert (step.rooms, step.priority) == (("own", "guest"), 5.0)
    assert len(step.findings) == 2


def test_a_whole_house_step_names_the_rooms_that_were_pinned() -> None:
    walked = walk({"FLR01": HAZARD}, where={"FLR01": ("hall", "bed", "hall")})
    lived_in = home(room("hall", "HAL"), room("bed", "BED"))

    (step,) = plan([major("FLR01")], case(walked, home=lived_in)).steps

    assert step.rooms == ("hall", "bed")


@pytest.mark.parametrize(
    ("cost", "leads_to", "shown"), [(1, SAFE, True), (0, SAFE, False), (1, PARTLY, False)]
)
def test_until_then_prints_where_the_fix_takes_time(cost: int, leads_to: Any, shown: bool) -> None:
    gap = fix(0, PARTLY, do="Until then.")
    one = critical("BTH02", fixes=(fix(cost, leads_to), gap))
    picked = case(walk({"BTH02": HAZARD}), choices=choices(BTH02={"fix": 0}))

    (step,) = plan([one], picked).steps

    assert step.until_then == (gap if shown else None)


@pytest.mark.parametrize(
    ("role", "cost", "column"),
    [
        ("family", 0, Column.TODAY), ("person", 0, Column.TODAY), ("shop", 0, Column.TODAY),
        ("family", 1, Column.MONTH), ("shop", 2, Column.MONTH),
        ("handyperson", 0, Column.HELP), ("doctor", 0, Column.HELP), ("builder", 3, Column.HELP),
    ],
)  # fmt: skip
def test_the_column_says_how_it_is_done(role: str, cost: int, column: Column) -> None:
    assert column_of(role, cost) is column


@pytest.mark.parametrize(
    ("column", "tier", "day"),
    [
        (Column.TODAY, Tier.NOW, "2026-11-20"), (Column.TODAY, Tier.SOON, "2026-11-27"),
        (Column.TODAY, Tier.LATER, "2026-12-20"), (Column.MONTH, Tier.NOW, "2026-11-27"),
        (Column.MONTH, Tier.SOON, "2026-12-11"), (Column.MONTH, Tier.LATER, "2027-01-19"),
        (Column.HELP, Tier.NOW, "2026-11-27"), (Column.HELP, Tier.SOON, "2026-12-20"),
        (Column.HELP, Tier.LATER, "2027-01-19"),
    ],
)  # fmt: skip
def test_a_step_is_due_by_its_column_and_tier(column: Column, tier: Tier, day: str) -> None:
    assert due("2026-11-20", column, tier) == day
    assert due("", column, tier) == ""


def who(role: str, opened: Case, **more: Any) -> str:
    """Return who does a step of this role."""
    one = critical("BTH02", fixes=(fix(1, who=role, **more),))
    changed = Case(
        person=opened.person, helpers=opened.helpers, choices=opened.choices,
        assessments=(walk({"BTH02": HAZARD}),),
    )  # fmt: skip
    return plan([one], changed).steps[0].who


def test_who_does_it_is_a_name_where_there_is_one() -> None:
    rosa, maria = Person("Rosa"), (Helper("Maria", "daughter"), Helper("Joe", "son"))

    assert who("person", Case(person=rosa)) == "Rosa"
    assert who("person", Case(person=Person("Rosa", say=Say.YOU))) == "person"
    assert who("family", Case(person=rosa, helpers=maria)) == "Maria"
    assert who("family", Case(person=rosa)) == "family"
    assert who("electrician", Case(person=rosa, helpers=maria)) == "electrician"
    chosen = choices(BTH02={"who": "Joe"})
    assert who("electrician", Case(person=rosa, helpers=maria, choices=chosen)) == "Joe"


@pytest.mark.parametrize("role", sorted(CLINICIANS))
def test_somebody_who_is_there_asks_a_clinician(role: str) -> None:
    rosa, maria = Person("Rosa"), (Helper("Maria", "daughter"), Helper("Joe", "son"))

    assert who(role, Case(person=rosa, helpers=maria)) == "Maria"
    assert who(role, Case(person=rosa)) == "Rosa"
    assert who(role, Case(person=Person("Rosa", say=Say.YOU))) == "person"
    joe, itself = choices(BTH02={"who": "Joe"}), choices(BTH02={"who": role})
    assert who(role, Case(person=rosa, helpers=maria, choices=joe)) == "Joe"
    assert who(role, Case(person=rosa, helpers=maria, choices=itself)) == "Maria"


def test_asking_a_clinician_stays_with_those_who_help() -> None:
    bones = Bones(items={"B01": "yes"})
    opened = case(walk(), bones=bones, person=Person("Rosa"), helpers=(Helper("Maria"),))

    (step,) = plan([], opened, BONES).steps

    assert (step.asked, step.column, people_for(opened, step)) == (
        "doctor", Column.HELP, ("Rosa", "Maria"),
    )  # fmt: skip


def test_heavy_work_is_never_the_person_s() -> None:
    rosa = Person("Rosa")

    assert who("person", Case(person=rosa, helpers=(Helper("Joe"),)), person_can=False) == "Joe"
    assert who("person", Case(person=rosa), person_can=False) == "family"


# ------------------------------------------------------------------ which fix

CHEAP_HABIT = fix(0, do="Remember it.", needs_memory=True)
DRILLED = fix(1, do="Drill.", drills=True)
PERMITTED = fix(1, do="Ask.", permission=True)
PASSIVE = fix(3, do="Rebuild.")
STICKY = fix(2, do="Stick it.")
FIXES = (PASSIVE, PERMITTED, DRILLED, STICKY, CHEAP_HABIT, fix(0, PARTLY))


@pytest.mark.parametrize(
    ("traits", "tenure", "expected"),
    [
        ((), "own", [CHEAP_HABIT, PERMITTED, DRILLED, STICKY, PASSIVE]),
        (("memory",), "own", [PERMITTED, DRILLED, STICKY, PASSIVE, CHEAP_HABIT]),
        ((), "rented", [CHEAP_HABIT, STICKY, PASSIVE, PERMITTED, DRILLED]),
        ((), "social", [CHEAP_HABIT, STICKY, PASSIVE, PERMITTED, DRILLED]),
        ((), "care", [CHEAP_HABIT, STICKY, PASSIVE, PERMITTED, DRILLED]),
        ((), "family", [CHEAP_HABIT, PERMITTED, DRILLED, STICKY, PASSIVE]),
        (("memory",), "rented", [STICKY, PASSIVE, PERMITTED, DRILLED, CHEAP_HABIT]),
    ],
)
def test_the_fix_to_take_first_fits_the_person_and_the_home(
    traits: tuple[str, ...], tenure: str, expected: list
) -> None:
    one = check("BTH02", fixes=FIXES)

    assert fixes_in_order(one, person(*traits), Home(tenure=tenure)) == tuple(expected)
    assert chosen_fix(one, person(*traits), Home(tenure=tenure), None) == expected[0]


@pytest.mark.parametrize(
    ("tenure", "only", "asks"),
    [
        ("rented", DRILLED, True), ("social", PERMITTED, True), ("care", DRILLED, True),
        ("rented", STICKY, False), ("own", DRILLED, False), ("family", PERMITTED, False),
        ("", DRILLED, False),
    ],
)  # fmt: skip
def test_the_owner_of_a_rented_home_is_asked_first(tenure: str, only: Fix, asks: bool) -> None:
    one = critical("BTH02", fixes=(only,))
    lived_in = replace(home(room("bath", "BTH")), tenure=tenure)
    opened = case(walk({("BTH02", "bath"): HAZARD}), home=lived_in)

    assert plan([one], opened).steps[0].asks_owner is asks
    own_way = replace(opened, choices=choices(BTH02=Decision.OWN_WAY))
    assert not plan([one], own_way).steps[0].asks_owner


@pytest.mark.parametrize(
    ("place", "expected"),
    [(None, CHEAP_HABIT), (0, PASSIVE), (5, FIXES[5]), (6, CHEAP_HABIT), (-1, CHEAP_HABIT)],
)
def test_somebody_may_choose_another_fix(place: int | None, expected: Any) -> None:
    picked = StepChoice("BTH02", fix=place)

    assert chosen_fix(check("BTH02", fixes=FIXES), Person(), Home(), picked) == expected


def test_with_stop_gaps_alone_the_first_one_is_taken() -> None:
    gaps = (fix(1, PARTLY), fix(0, PARTLY))

    assert chosen_fix(check("BTH02", fixes=gaps), Person(), Home(), None) == gaps[0]


# ------------------------------------------------------------------ decisions


@pytest.mark.parametrize(
    ("decision", "first", "declined"),
    [
        (None, True, False), (Decision.AGREED, True, False), (Decision.TRY_FIRST, True, False),
        (Decision.OWN_WAY, True, False), (Decision.LATER, False, False),
        (Decision.NO, False, True), (Decision.NOT_NEEDED, False, True),
    ],
)  # fmt: skip
def test_a_declined_or_postponed_step_never_stands_first(
    decision: Decision | None, first: bool, declined: bool
) -> None:
    opened = case(walk({"BTH02": HAZARD}), choices=choices(BTH02=decision))
    made = plan([critical("BTH02")], opened)

    assert keys(made.steps) == ["BTH02"]
    assert bool(made.first) is first
    assert keys(made.declined) == (["BTH02"] if declined else [])
    assert keys(made.open_steps) == ([] if declined else ["BTH02"])
    assert declined_checks(opened.choices) == ({"BTH02"} if declined else set())


@pytest.mark.parametrize(
    ("decision", "printed"),
    [(Decision.OWN_WAY, "Mine."), (Decision.TRY_FIRST, "Mine."), (Decision.AGREED, ""),
     (Decision.NO, ""), (None, "")],
)  # fmt: skip
def test_papers_print_the_person_s_own_way(decision: Decision | None, printed: str) -> None:
    own = choices(BTH02={"decision": decision, "words": "Mine."})

    (step,) = plan([critical("BTH02")], case(walk({"BTH02": HAZARD}), choices=own)).steps

    assert step.own_words == printed


def test_a_day_that_somebody_set_replaces_the_usual_one() -> None:
    opened = case(walk({"BTH02": HAZARD}), choices=choices(BTH02={"by": "2026-12-24"}))

    assert plan([critical("BTH02")], opened).steps[0].by == "2026-12-24"


def test_a_done_step_comes_last_with_the_day_it_was_done() -> None:
    checks = [critical("BTH02"), major("KIT01"), major("LIV01"), major("HAL01")]
    answers = {"BTH02": SAFE, "KIT01": HAZARD, "LIV01": SAFE}
    done = choices(
        BTH02={"done": "2026-11-21", "decision": Decision.AGREED},
        HAL01={"done": "2026-11-21"},
        LIV01=Decision.AGREED,
    )
    made = plan(checks, case(walk(answers), choices=done))

    assert keys(made.steps) == ["KIT01", "BTH02"]
    step = made.steps[1]
    assert (step.is_done, step.is_active, step.by) == (True, False, "2026-11-21")
    assert (step.tier, step.priority, step.do) == (Tier.LATER, 0.0, "Do what costs 1.")
    assert keys(made.first) == keys(made.open_steps) == ["KIT01"]


def test_a_step_that_is_open_again_is_no_longer_done() -> None:
    opened = case(walk({"BTH02": HAZARD}), choices=choices(BTH02={"done": "2026-11-21"}))

    (step,) = plan([critical("BTH02")], opened).steps

    assert not step.is_done
    assert step.is_active


def test_a_done_step_is_named_once_although_it_was_safe_in_two_rooms() -> None:
    lived_in = home(room("up", "BTH"), room("down", "BTH"))
    answers = {("BTH02", "up"): SAFE, ("BTH02", "down"): SAFE}
    done = choices(BTH02={"done": "2026-11-21"})

    assert keys(
        plan([critical("BTH02")], case(walk(answers), home=lived_in, choices=done)).steps
    ) == ["BTH02"]


# ------------------------------------------------------------------ page one


def page_one(home_steps: int, bone_answers: dict[str, str]) -> list[str]:
    checks = [critical(f"KIT{number:02}") for number in range(home_steps)]
    opened = case(walk({each.id: HAZARD for each in checks}), bones=Bones(items=bone_answers))
    return keys(plan(checks, opened, BONES).first)


def test_page_one_has_at_most_five_steps_one_of_them_from_bones_and_balance() -> None:
    both = {"B01": "yes", "M01": "some"}

    assert page_one(7, {}) == [f"KIT{number:02}" for number in range(5)]
    assert page_one(7, both) == ["KIT00", "KIT01", "KIT02", "KIT03", "B01"]
    assert page_one(2, both) == ["KIT00", "KIT01", "B01", "M01"]
    assert page_one(0, both) == ["B01", "M01"]
    assert page_one(0, {}) == []


def test_the_bone_step_on_page_one_is_the_most_pressing_one() -> None:
    assert page_one(6, {"E01": "due", "M01": "some"})[-1] == "M01"


def test_page_one_is_in_order_of_urgency() -> None:
    checks = [critical("KIT01"), minor("LIV01")]
    opened = case(walk({"KIT01": HAZARD, "LIV01": HAZARD}), bones=Bones(items={"B01": "yes"}))

    assert keys(plan(checks, opened, BONES).first) == ["KIT01", "B01", "LIV01"]


# ------------------------------------------------------------------ bones and balance


def test_a_bone_step_comes_from_the_answer() -> None:
    opened = case(walk(date="2026-11-20"), bones=Bones(items={"B01": "yes"}))

    (step,) = plan([], opened, BONES).steps

    assert (step.key, step.do, step.short, step.why) == ("B01", "Ask yes.", "Ask yes", "Text yes.")
    assert (step.tier, step.column, step.by) == (Tier.NOW, Column.HELP, "2026-12-04")
    assert (step.role, step.asked, step.who, step.done_when) == ("doctor", "doctor", "", "Asked.")
    assert (step.question, step.answer) == (BONES.questions[0], BONES.questions[0].choices[1])
    assert (step.check, step.fix, step.cost, step.rooms) == (None, None, None, ())


@pytest.mark.parametrize(
    ("given", "tier"),
    [({"B01": "yes"}, Tier.NOW), ({"E01": "due"}, Tier.SOON), ({"M01": "some"}, Tier.LATER),
     ({"E01": "unsure"}, Tier.LATER)],
)  # fmt: skip
def test_the_tier_of_a_bone_step(given: dict[str, str], tier: Tier) -> None:
    assert plan([], case(walk(), bones=Bones(items=given)), BONES).steps[0].tier is tier


@pytest.mark.parametrize(("done", "day"), [("", "2026-12-24"), ("2026-12-20", "2026-12-20")])
def test_a_bone_step_keeps_what_people_said_and_once_done_the_day_of_that(
    done: str, day: str
) -> None:
    said = choices(B01={"who": "Joe", "by": "2026-12-24", "done": done})
    opened = case(walk(), bones=Bones(items={"B01": "yes"}), choices=said)

    (step,) = plan([], opened, BONES).steps

    assert (step.who, step.by, step.is_done) == ("Joe", day, bool(done))


def test_a_family_s_bone_step_is_for_today() -> None:
    opened = case(walk(), bones=Bones(items={"E01": "due"}), helpers=(Helper("Maria"),))

    (step,) = plan([], opened, BONES).steps

    assert (step.column, step.who) == (Column.TODAY, "Maria")


def test_an_answer_without_a_step_makes_none() -> None:
    assert plan([], case(walk(), bones=Bones(items={"N01": "told"})), BONES).steps == ()


def test_bone_steps_are_in_order_of_rank_and_then_of_their_state() -> None:
    given = Bones(items={"F01": "due", "E01": "unsure", "M01": "some", "B01": "no"})
    short = BoneCheck(
        (*BONES.questions[:2], question("E01", answer("unsure", "unsure"), rank=4),
         BONES.questions[3])
    )  # fmt: skip

    assert [each.id for each, _chosen in advice(given, short)] == ["M01", "F01", "E01"]


def test_an_answer_may_stand_under_the_flags() -> None:
    found = advice(Bones(flags={"B01": "yes"}), BONES)

    assert [each.id for each, _chosen in found] == ["B01"]


# ------------------------------------------------------------------ the whole plan


def test_all_steps_are_in_order_of_urgency_and_done_ones_last() -> None:
    checks = [minor("LIV01"), critical("KIT01"), critical("BTH02")]
    answers = {"LIV01": HAZARD, "KIT01": HAZARD, "BTH02": SAFE}
    opened = case(
        walk(answers),
        bones=Bones(items={"B01": "yes"}),
        choices=choices(BTH02={"done": "2026-11-21"}),
    )

    assert keys(plan(checks, opened, BONES).steps) == ["KIT01", "B01", "LIV01", "BTH02"]


def test_a_done_step_comes_after_open_ones_that_are_less_urgent() -> None:
    opened = case(
        walk({"LIV01": HAZARD}),
        bones=Bones(items={"B01": "yes"}),
        choices=choices(B01={"done": "2026-11-21"}),
    )

    assert keys(plan([minor("LIV01")], opened, BONES).steps) == ["LIV01", "B01"]


def test_critical_checks_that_nobody_answered_are_to_look_at_first() -> None:
    lived_in = home(room("up", "BTH"), room("down", "BTH"))
    checks = [critical("BTH01"), critical("FLR01"), critical("FLR02"), major("FLR03")]
    answers = {("BTH01", "up"): NOT_SURE, "FLR02": NOT_HERE}
    made = plan(checks, case(walk(answers), home=lived_in))

    assert [each.id for each in made.look_first] == ["BTH01", "FLR01"]


def test_a_column_has_its_steps_in_order() -> None:
    free, bought = fix(0), fix(1)
    checks = [minor("KIT01", fixes=(free,)), critical("KIT02", fixes=(free,)),
              critical("KIT03", fixes=(bought,))]  # fmt: skip
    made = plan(checks, case(walk({each.id: HAZARD for each in checks})))

    assert keys(made.in_column(Column.TODAY)) == ["KIT02", "KIT01"]
    assert keys(made.in_column(Column.MONTH)) == ["KIT03"]
    assert made.in_column(Column.HELP) == ()


def test_the_day_to_look_again_counts_from_the_walk() -> None:
    made = plan([], case(walk(date="2026-11-20")))

    assert made.look_again_on() == date(2027, 5, 21)
    assert made.look_again_on(14) == date(2026, 12, 4)


def test_a_walk_without_a_date_gives_no_days() -> None:
    opened = case(walk({"KIT01": HAZARD}, date=""), bones=Bones(items={"B01": "yes"}))
    made = plan([critical("KIT01")], opened, BONES)

    assert [step.by for step in made.steps] == ["", ""]
    assert made.walked_on == ""


def test_a_case_without_a_walk_has_a_plan_of_bones_alone() -> None:
    opened = Case(bones=Bones(items={"B01": "yes"}))
    nothing = score(checklist(), Home(), walk(), ())

    made = make_plan(opened, nothing, advice(opened.bones, BONES))

    assert (keys(made.steps), made.walked_on, made.steps[0].by) == (["B01"], "", "")


# ------------------------------------------------------------------ what if


def test_the_score_after_some_steps_is_the_score_of_the_answers_they_leave() -> None:
    lived_in = home(room("up", "BTH"), room("down", "BTH"))
    checks = [critical("BTH01"), critical("BTH02", fixes=(fix(0, PARTLY),)), major("KIT01")]
    answers = {("BTH01", "up"): HAZARD, ("BTH01", "down"): HAZARD, ("BTH02", "up"): HAZARD,
               ("BTH02", "down"): SAFE}  # fmt: skip
    opened = case(walk(answers), home=lived_in, bones=Bones(items={"B01": "yes"}))
    steps = plan(checks, opened, BONES).steps

    after = score_after(checklist(*checks), opened, steps, person_score=True)

    assert after is not None
    assert after.home == pytest.approx(85)
    assert [(found.check.id, found.asked.answer) for found in after.ranked] == [("BTH02", PARTLY)]
    unchanged = score_after(checklist(*checks), opened, (), person_score=True)
    assert unchanged is not None
    assert unchanged.home == pytest.approx(100 * 0.7**3)


def test_the_score_after_heeds_the_region_and_what_was_declined() -> None:
    checks = [critical("FLR01", tags=("rail",)), critical("FLR02"), minor("KIT01")]
    opened = case(
        walk({"FLR01": HAZARD, "FLR02": HAZARD, "KIT01": SAFE}),
        person=person("walking_aid"),
        choices=choices(FLR02=Decision.NO),
    )

    home_alone = score_after(checklist(*checks), opened, (), person_score=False)
    fitted = score_after(checklist(*checks), opened, (), person_score=True)

    assert home_alone is not None
    assert fitted is not None
    assert (home_alone.shown, home_alone.band) == (66, Band.C)
    assert (fitted.shown, fitted.band) == (59, Band.D)


def test_what_was_declined_is_not_named_by_the_score_after() -> None:
    spread = [major(f"{area}{number:02}") for area in ("LIV", "KIT", "HAL") for number in range(8)]
    checks = [*spread, critical("FLR01"), critical("LGT01")]
    answers = {each.id: SAFE for each in spread} | {"FLR01": HAZARD, "LGT01": HAZARD}
    opened = case(walk(answers), choices=choices(LGT01=Decision.NOT_NEEDED))

    after = score_after(checklist(*checks), opened, (), person_score=True)

    assert after is not None
    assert after.held_by == ("FLR01",)


def test_without_a_walk_there_is_no_score_after() -> None:
    assert score_after(checklist(), Case(), (), person_score=True) is None


# ------------------------------------------------------------------ strengths and shopping


def test_what_is_good_already_is_good_in_every_room_and_the_weightiest_comes_first() -> None:
    lived_in = home(room("up", "BTH"), room("down", "BTH"))
    checks = [minor("FLR01"), critical("BTH01"), major("BTH02"), critical("FLR02"), major("FLR03")]
    answers = {"FLR01": SAFE, ("BTH01", "up"): SAFE, ("BTH01", "down"): SAFE,
               ("BTH02", "up"): SAFE, ("BTH02", "down"): PARTLY, "FLR02": NOT_HERE}  # fmt: skip
    result = score(checklist(*checks), lived_in, walk(answers), ())

    assert [each.id for each in already_good(result)] == ["BTH01", "FLR01"]


def test_the_shopping_list_names_each_thing_once() -> None:
    checks = [
        critical("KIT01", fixes=(fix(1, buy=("mat", "tape")),)),
        major("KIT02", fixes=(fix(1, buy=("tape", "bulb")),)),
    ]
    opened = case(walk({"KIT01": HAZARD, "KIT02": HAZARD}), bones=Bones(items={"B01": "yes"}))
    steps = plan(checks, opened, BONES).steps

    assert shopping_list(steps) == ("mat", "tape", "bulb")


# ------------------------------------------------------------------ flags and habits


def full_plan(checks: list[Check], opened: Case, today: str = "2026-11-20") -> Plan:
    """Return the plan of a case with our own content for bones and balance."""
    walked = opened.assessment
    assert walked is not None
    result = score(checklist(*checks), opened.home, walked, (opened.person,))
    found = Outcome(told(opened.bones, load_catalogue(), on=date.fromisoformat(today)))
    return make_plan(opened, result, found.advice, raises=found.raises, today=today)


HOMES = [critical(f"BTH0{number}") for number in range(1, 7)]
ALL_OPEN = {each.id: HAZARD for each in HOMES}


def test_what_is_due_today_leads_page_one() -> None:
    opened = case(walk(ALL_OPEN), bones=Bones(flags={"RF22": "yes"}, items={"E01": "both_due"}))
    made = full_plan(HOMES, opened)

    assert keys(made.first) == ["RF22", "BTH01", "BTH02", "BTH03", "BTH04"]
    assert keys(made.steps)[0] == "RF22"
    assert made.first[0].is_for_today
    assert (made.first[0].by, made.first[0].tier) == ("2026-11-20", Tier.NOW)


def test_everything_due_today_is_on_page_one() -> None:
    flags = dict.fromkeys(("RF20", "RF24", "RF29"), "yes")
    made = full_plan(HOMES, case(walk(ALL_OPEN), bones=Bones(flags=flags)))

    assert keys(made.first) == ["RF20", "RF24", "RF29", "BTH01", "BTH02"]


def test_a_call_of_today_is_due_on_the_day_it_is_looked_at() -> None:
    opened = case(walk(date="2026-11-10"), bones=Bones(flags={"RF22": "yes", "RF36": "yes"}))

    assert [step.by for step in full_plan([], opened).steps] == ["2026-11-20", "2026-11-17"]
    assert full_plan([], opened, "2026-11-01").steps[0].by == "2026-11-10"


def test_a_call_that_was_made_leads_no_longer() -> None:
    opened = case(
        walk({"LIV01": HAZARD}), bones=Bones(flags={"RF22": "yes"}),
        choices=choices(RF22={"done": "2026-11-20"}),
    )  # fmt: skip

    assert keys(full_plan([minor("LIV01")], opened).steps) == ["LIV01", "RF22"]


def test_what_can_wait_a_week_does_not_lead_as_if_it_were_today() -> None:
    opened = case(walk(ALL_OPEN), bones=Bones(flags={"RF25": "yes", "RF36": "yes"}))
    made = full_plan(HOMES, opened)

    assert keys(made.first) == ["BTH01", "BTH02", "BTH03", "BTH04", "RF25"]
    assert {step.by for step in made.steps if step.question} == {"2026-11-27"}


def test_two_signs_of_one_call_are_one_step() -> None:
    opened = case(walk(), bones=Bones(flags={"RF20": "yes", "RF22": "yes", "RF23": "yes"}))
    (step,) = full_plan([], opened).steps

    assert (step.key, step.also) == ("RF20", ("RF22", "RF23"))
    assert [words.split()[0] for words in step.worse] == ["New", "Pain", "Fever,"]


def test_a_call_made_for_two_signs_settles_both_and_a_new_sign_asks_anew() -> None:
    opened = case(walk(), bones=Bones(flags={"RF20": "yes", "RF22": "yes"}))
    (step,) = full_plan([], opened).steps
    called = done(opened, step, "2026-11-20")
    again = replace(called, bones=Bones(flags={**opened.bones.flags, "RF21": "yes"}))

    (made,) = full_plan([], called).steps
    assert made.is_done
    assert [each.is_done for each in full_plan([], again).steps] == [False, True]
    assert [each.is_done for each in full_plan([], not_done(called, made)).steps] == [False]


def test_a_flag_and_a_short_answer_that_say_the_same_are_one_step() -> None:
    bones = Bones(items={"B01": "not_followed_up", "B07": "now"}, flags={"RF33": "yes"})
    (step,) = full_plan([], case(walk(), bones=bones)).steps

    assert (step.key, step.also, step.by) == ("B01", ("B07",), "2026-11-27")


def test_the_fix_of_an_open_check_takes_the_place_of_the_habit_s_step() -> None:
    bones = Bones(items={"MV11": "yes"})
    stiff, shoes = major("HAB06"), major("FTW02")

    (step,) = full_plan([stiff], case(walk({"HAB06": HAZARD}), bones=bones)).steps
    assert (step.key, [habit.id for habit in step.habits]) == ("HAB06", ["MV11"])
    both = full_plan([stiff, shoes], case(walk({"HAB06": SAFE, "FTW02": HAZARD}), bones=bones))
    assert [(each.key, each.habits) for each in both.steps] == [("FTW02", ()), ("MV11", ())]


def test_a_habit_names_itself_at_every_check_that_it_raises() -> None:
    bones = Bones(items={"MV02": "yes", "MV04": "yes"})
    made = full_plan([major("HAB07")], case(walk({"HAB07": HAZARD}), bones=bones))

    (step,) = made.steps
    assert (step.key, [habit.id for habit in step.habits]) == ("HAB07", ["MV02", "MV04"])
