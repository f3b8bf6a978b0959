"""A walk, a case, and the small values in them."""

import pytest

from falls_app.domain.assessment import Assessment, Case, Decision, Finding, StepChoice
from falls_app.domain.bones import TwoDays
from falls_app.domain.checklist import AREAS, PLACE_AREAS, WHOLE_HOUSE_AREAS, Answer
from tests.domain.making import HAZARD, PARTLY, SAFE, check, checklist, fix, home, room, walk


def test_a_walk_finds_what_was_found_in_a_room() -> None:
    found = Finding("BTH01", HAZARD, "bath")
    walked = Assessment("w", "2026-11-20").with_finding(found)

    assert walked.finding("BTH01", "bath") is found
    assert walked.finding("BTH01", None) is None


def test_a_new_finding_takes_the_place_of_the_earlier_one_and_leaves_the_old_walk_alone() -> None:
    before = walk({"FLR01": HAZARD, "FLR02": SAFE})
    after = before.with_finding(Finding("FLR01", SAFE))

    assert (len(after.findings), after.findings["FLR01", None].answer) == (2, SAFE)
    assert before.findings["FLR01", None].answer is HAZARD


@pytest.mark.parametrize(
    ("dates", "latest"),
    [
        ([], None),
        (["2026-01-01"], "0"),
        (["2026-03-01", "2026-01-01"], "0"),
        (["2026-01-01", "2026-03-01"], "1"),
        (["2026-03-01", "2026-03-01"], "1"),
        (["", "2026-01-01", ""], "1"),
    ],
)
def test_the_walk_that_counts_is_the_latest_and_the_last_among_equals(
    dates: list[str], latest: str | None
) -> None:
    case = Case(assessments=tuple(Assessment(str(i), date) for i, date in enumerate(dates)))

    assert (case.assessment.id if case.assessment else None) == latest


def test_a_walk_is_replaced_in_its_place_or_added_at_the_end() -> None:
    case = Case(assessments=(Assessment("a", "2026-01-01"), Assessment("b", "2026-02-01")))
    changed, added = Assessment("a", "2026-05-05"), Assessment("c", "2026-01-01")

    assert [each.date for each in case.with_assessment(changed).assessments] == [
        "2026-05-05",
        "2026-02-01",
    ]
    assert [each.id for each in case.with_assessment(added).assessments] == ["a", "b", "c"]
    assert len(case.assessments) == 2


@pytest.mark.parametrize("decision", Decision)
def test_only_no_and_not_needed_decline_a_step(decision: Decision) -> None:
    assert decision.is_declined is (decision in {Decision.NO, Decision.NOT_NEEDED})


def test_a_choice_begins_without_a_decision() -> None:
    assert StepChoice("BTH01").decision is None


@pytest.mark.parametrize(
    ("ticked", "needs_help"),
    [((), False), (("none",), False), (("head",), True), (("not_sure",), True),
     (("head", "pain"), True), (("none", "head"), True)],
)  # fmt: skip
def test_any_tick_in_the_two_day_question_needs_help(
    ticked: tuple[str, ...], needs_help: bool
) -> None:
    assert TwoDays(ticked).needs_help is needs_help


def test_the_areas_are_17_and_each_is_a_place_or_the_whole_house() -> None:
    assert len(AREAS) == 17
    assert sorted(AREAS) == sorted((*PLACE_AREAS, *WHOLE_HOUSE_AREAS))


def test_a_check_is_found_by_its_id_and_by_the_rows_it_settles() -> None:
    joined, plain = check("STR01", covers=("STR01", "STR02")), check("STR04")
    both = checklist(joined, plain)

    assert (len(both), list(both)) == (2, [joined, plain])
    assert both.get("STR02") is both.get("STR01") is joined
    assert set(both.by_id) == {"STR01", "STR04"}
    assert set(both.by_row) == {"STR01", "STR02", "STR04"}
    with pytest.raises(ValueError, match="STR99"):
        both.get("STR99")


def test_the_best_fix_is_the_cheapest_that_leads_to_safe_and_the_first_among_equals() -> None:
    cheap, same, dear = fix(1, do="First."), fix(1, do="Second."), fix(3)
    stop_gap, dear_gap = fix(0, PARTLY), fix(2, PARTLY)
    one = check("BTH01", fixes=(dear, dear_gap, cheap, same, stop_gap))

    assert one.best_fix is cheap
    assert one.until_then is stop_gap
    assert check("BTH01", fixes=()).best_fix is None
    assert check("BTH01", fixes=(cheap,)).until_then is None


@pytest.mark.parametrize(
    ("likelihood", "severity", "grave"), [(3, 3, True), (3, 2, False), (2, 3, False)]
)
def test_only_weight_5_is_critical(likelihood: int, severity: int, grave: bool) -> None:
    assert check("BTH01", likelihood, severity).is_critical is grave


def test_a_home_knows_its_rooms() -> None:
    up, kitchen, down = room("up", "BTH"), room("kitchen", "KIT"), room("down", "BTH")
    lived_in = home(up, kitchen, down)

    assert list(lived_in) == [up, kitchen, down]
    assert lived_in.rooms_of("BTH") == (up, down)
    assert lived_in.rooms_of("LIV") == ()
    assert (lived_in.room("kitchen"), lived_in.room("attic"), lived_in.room(None)) == (
        kitchen,
        None,
        None,
    )


STANDS = [
    (Answer.SAFE, False, False, True), (Answer.PARTLY, True, False, True),
    (Answer.HAZARD, True, False, True), (Answer.NOT_HERE, False, True, True),
    (Answer.NO_LONGER_USED, False, True, True), (Answer.NOT_SURE, False, False, False),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "is_open", "is_dropped", "is_known"), STANDS)
def test_an_answer_is_open_dropped_or_known(
    answer: Answer, is_open: bool, is_dropped: bool, is_known: bool
) -> None:
    assert (answer.is_open, answer.is_dropped, answer.is_known) == (is_open, is_dropped, is_known)
