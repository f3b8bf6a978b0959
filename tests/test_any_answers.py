"""Any answers about the person, in any region: nothing breaks, nothing forbidden is said."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from falls_app.case_view import CaseView
from falls_app.commands import outcome_as_json
from falls_app.content.regions import load_region, region_ids
from falls_app.content.screening import load_catalogue
from falls_app.domain.assessment import Assessment, Case, Helper
from falls_app.domain.bones import Bones, Fall, FunctionResult, Height, TwoDays
from falls_app.domain.person import TRAITS, Person, Say
from falls_app.domain.screening.asks import for_sheet
from falls_app.export import PAPERS, PaperKind, Printing, write_paper
from falls_app.words import wording
from tests.test_resources import FORBIDDEN, LANGUAGE, breaks

ABOUT = load_catalogue()
ISO = "%Y-%m-%d"
PLAIN = ("yes", "no", "not_sure")
BANNED = [re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.I) for word in LANGUAGE["banned"]]

days = st.dates(date(2025, 6, 1), date(2026, 11, 20)).map(lambda day: day.strftime(ISO))
maybe_days = days | st.just("")
plain = st.sampled_from(PLAIN)


def some(options: dict[str, st.SearchStrategy[str]]) -> st.SearchStrategy[dict[str, str]]:
    """Return answers to any of these questions."""
    return st.lists(st.sampled_from(sorted(options)), unique=True, max_size=len(options)).flatmap(
        lambda chosen: st.fixed_dictionaries({each: options[each] for each in chosen})
    )


ITEMS = {
    **{item.id: plain for item in ABOUT.items.items},
    **{each.id: plain for each in ABOUT.falls.questions},
    **{each.id: plain for each in ABOUT.movements.movements},
    **{
        question.id: st.sampled_from([*(choice.id for choice in question.choices), *PLAIN])
        for question in ABOUT.short.questions
    },
}
FLAGS = {flag.id: plain for flag in ABOUT.flags.flags}
DIARY = {
    question.id: st.sampled_from([option.id for option in question.options])
    for question in ABOUT.diary.questions
}

falls = st.lists(
    st.builds(
        Fall,
        id=st.uuids().map(str),
        date=maybe_days,
        minutes=st.none() | st.integers(0, 300),
        answers=some(DIARY),
    ),
    max_size=4,
).map(tuple)

results = st.lists(
    st.one_of(
        st.builds(FunctionResult, st.just("tug"), maybe_days, st.floats(3, 90), st.just("Tom")),
        st.builds(FunctionResult, st.just("chair"), maybe_days, st.integers(0, 30).map(float)),
        st.builds(
            FunctionResult, st.just("balance"), maybe_days, st.floats(0, 10),
            parts=st.fixed_dictionaries({"tandem": st.floats(0, 10)}),
        ),
        st.builds(
            FunctionResult, st.just("pressure"), maybe_days, st.integers(-20, 60).map(float),
            parts=st.fixed_dictionaries(
                {f"{when}_{end}": st.integers(50, 220).map(float)
                 for when in ("lying", "one") for end in ("upper", "lower")}
            ),
            seen=st.sampled_from([(), ("dizzy",)]),
        ),
    ),
    max_size=5,
).map(tuple)  # fmt: skip

all_bones = st.builds(
    Bones,
    two_days=st.builds(
        TwoDays,
        st.lists(
            st.sampled_from(["none", "not_sure", *(each.id for each in ABOUT.two_days.options)]),
            unique=True,
        ).map(tuple),
        st.sampled_from(["", "We called."]),
    ),
    items=some(ITEMS),
    flags=some(FLAGS),
    help_noted=st.sampled_from(["", "We called."]),
    falls=falls,
    tests=results,
    heights=st.lists(st.builds(Height, maybe_days, st.floats(120, 210)), max_size=4).map(tuple),
    servings=st.dictionaries(
        st.sampled_from(sorted(ABOUT.foods.by_id)), st.integers(0, 40).map(float), max_size=8
    ),
    medicines=st.lists(st.sampled_from(sorted(ABOUT.medicines.by_id)), unique=True).map(tuple),
    dates=st.dictionaries(st.sampled_from(["spine_break", "scan", "injection"]), days, max_size=3),
    shared=st.none() | st.just(()) | st.lists(st.sampled_from(sorted(ITEMS))).map(tuple),
)

cases = st.builds(
    Case,
    person=st.builds(
        Person,
        name=st.sampled_from(["", "Rosa"]),
        age=st.none() | st.integers(18, 110),
        say=st.sampled_from(Say),
        sex=st.sampled_from(["", "female", "male"]),
        traits=st.lists(st.sampled_from(sorted(TRAITS)), unique=True).map(tuple),
        fall_last_year=st.sampled_from([None, True, False]),
    ),
    assessments=st.sampled_from([(), (Assessment("w", "2026-11-20"),)]),
    bones=all_bones,
    helpers=st.sampled_from([(), (Helper("Tom", "husband"),)]),
)
regions = st.sampled_from(region_ids())
slow_is_fine = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def said(view: CaseView) -> Iterator[str]:
    """Yield every text that follows from the answers."""
    outcome = view.outcome
    yield from (view.say(flag.sign) for flag in outcome.raised)
    yield from (view.say(flag.action, helper="Tom") for flag in outcome.raised)
    yield from (f"{view.say(ask.about)} {view.say(ask.words)}" for ask in outcome.questions)
    for step in view.plan.steps:
        yield from (*wording(view.say, step), view.say(step.why), view.say(step.done_when))
    yield view.help_words


def assert_nothing_forbidden(text: str) -> None:
    wrong = [each["rule"] for each in FORBIDDEN if breaks(each, text)]
    assert not wrong, (wrong, text)
    assert not [each.pattern for each in BANNED if each.search(text)], text


@slow_is_fine
@given(cases, regions)
def test_no_answers_lead_to_anything_forbidden(case: Case, region: str) -> None:
    view = CaseView(case, load_region(region))

    for text in said(view):
        assert_nothing_forbidden(text)
        assert not re.search(r"\{\w+\}", text), text


@slow_is_fine
@given(cases, regions)
def test_what_follows_is_made_of_ids_that_there_are(case: Case, region: str) -> None:
    printed = outcome_as_json(CaseView(case, load_region(region)).outcome)
    height = printed["height"]

    flags = [flag for ids in printed["flags"].values() for flag in ids]
    assert set(flags) <= ABOUT.flags.by_id.keys()
    assert len(flags) == len(set(flags))
    assert len(printed["questions"]) == len(set(printed["questions"]))
    assert set(printed["traits"]) <= TRAITS.keys() - case.person.all_traits
    assert (printed["calcium_mg"] is None) == (not case.bones.servings)
    assert (height["lost_cm"] is None) == (height["text"] is None)


@slow_is_fine
@given(cases, regions)
def test_an_emergency_is_never_lost_among_other_answers(case: Case, region: str) -> None:
    told = {flag for flag, answer in case.bones.flags.items() if answer != "no"}
    view = CaseView(case, load_region(region))
    level_one = {flag.id for flag in ABOUT.flags.flags if flag.level == 1}

    assert told & level_one <= set(view.outcome.flags[1])
    if told & level_one and not case.bones.help_noted:
        assert load_region(region).emergency in view.help_words
    if not (told & level_one or case.bones.falls or case.bones.two_days.needs_help):
        assert view.help_words == ""


@slow_is_fine
@given(cases, regions)
def test_page_one_has_five_steps_at_most_with_all_that_is_due_today(
    case: Case, region: str
) -> None:
    plan = CaseView(case, load_region(region)).plan
    due = [step.key for step in plan.steps if step.is_for_today]

    assert len(plan.first) <= 5
    assert due == [step.key for step in plan.first][: len(due)]
    names = [(step.short, step.role) for step in plan.steps]
    assert len(names) == len(set(names))


@slow_is_fine
@given(cases, regions)
def test_a_sheet_never_asks_more_than_five_things(case: Case, region: str) -> None:
    asks = CaseView(case, load_region(region)).outcome.questions

    assert len(for_sheet(asks, None)) <= 5
    assert [ask.rank for ask in asks] == sorted(ask.rank for ask in asks)


@settings(slow_is_fine, max_examples=70)
@given(cases, regions, st.sampled_from(["letter", "a4"]), st.sampled_from(PAPERS))
def test_any_answers_print_and_no_paper_says_anything_forbidden(
    case: Case, region: str, paper: str, kind: PaperKind
) -> None:
    target = BytesIO()
    write_paper(kind.id, case, target, Printing(load_region(region), paper))

    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(target).pages)
    assert_nothing_forbidden(text)
    assert not re.search(r"\{\w+\}", text)


def test_regions_differ_in_numbers_goals_and_words() -> None:
    bones = Bones(flags={"RF9": "yes"}, servings={"milk": 7.0})
    views = {
        each: CaseView(Case(bones=bones, person=Person(age=75, sex="female")), load_region(each))
        for each in ("us", "uk", "eu", "au")
    }

    assert "Call 911" in views["us"].help_words
    assert "Call 999" in views["uk"].help_words
    assert "Call 112" in views["eu"].help_words
    assert "Call 000" in views["au"].help_words
    assert [views[each].outcome.calcium_mg for each in ("us", "uk")] == [550, 500]
    goals = [view.region.calcium.goal("female", 75) for view in views.values()]
    assert [goal and goal.amount for goal in goals] == [1200, 700, None, None]
