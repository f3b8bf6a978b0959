"""The person's own page: two sides, her words, what she chose, and nothing about a score."""

import re
from dataclasses import replace

import pytest

from falls_app.cases import SAMPLES, load_case
from falls_app.domain.assessment import Case, Decision, StepChoice
from falls_app.domain.bones import TwoDays
from falls_app.domain.person import Say
from tests.export.papers import pages_of, printed, words_of

ROSA = load_case("sample")


def said(case: Case) -> str:
    return words_of(printed("person-sheet", case))


def decided(case: Case, step: str, decision: Decision, words: str = "") -> Case:
    choice = StepChoice(step, decision, words, decided_on="2026-11-15")
    return replace(case, choices={**case.choices, step: choice})


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_it_has_two_sides_at_most(sample: str, paper: str) -> None:
    case = load_case(sample)
    flagged = replace(case, bones=replace(case.bones, two_days=TwoDays(("head",))))

    assert len(pages_of(printed("person-sheet", flagged, paper=paper))) <= 2


def test_it_begins_with_the_name_and_what_the_person_wants() -> None:
    assert said(ROSA).startswith(
        "Rosa’s page I want to… “I want my own bath and my own front door."
    )


def test_it_names_three_good_things_and_no_score() -> None:
    good = said(ROSA).split("Good as it is")[1].split("What I chose")[0]

    assert good.count("•") <= 3
    assert "Firm rails on both sides of the front steps" in good
    assert not re.search(r"\bscore|\b68\b|to fix|Some rooms need care", said(ROSA))


def test_own_words_come_first_among_at_most_three_choices() -> None:
    chosen = said(ROSA).split("What I chose")[1].split("Who is coming")[0]

    assert chosen.strip().startswith(
        "Rugs and mats flat, none slide, my way: It was my mother’s rug."
    )
    assert chosen.count("I said yes:") == 2


def test_a_no_is_a_choice_too() -> None:
    case = replace(ROSA, choices={})
    case = decided(case, "STR01", Decision.NO, "One rail is enough.")

    assert "I said no: Handrail on both sides. “One rail is enough.”" in said(case)
    assert "I have not chosen yet." in said(replace(ROSA, choices={}))


def test_it_says_who_comes_when_and_never_orders_what_was_turned_down() -> None:
    coming = said(ROSA).split("Who is coming, and when")[1]

    assert "Joe, by November 24: Fit 2 grab bars, at the entry and inside." in coming
    assert "Take up the loose rugs" not in said(ROSA)
    assert "Fit 2 grab bars" not in said(decided(ROSA, "BTH02", Decision.NO)).split("Who is")[1]
    assert "I can change my mind" in coming


def test_somebody_who_walks_alone_reads_my_page() -> None:
    alone = replace(ROSA, person=replace(ROSA.person, say=Say.YOU), helpers=())

    assert said(alone).startswith("My page")


def test_words_that_fill_both_sides_are_printed_whole() -> None:
    goals = " ".join(f"goal{n}" for n in range(900))
    case = replace(ROSA, person=replace(ROSA.person, goals=goals))

    assert goals in said(case)
