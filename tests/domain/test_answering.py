"""Nobody is asked twice about a thing that is not there."""

import pytest

from falls_app.content.checks import load_checklist
from falls_app.domain.answering import about_the_same, answered
from falls_app.domain.asking import asked
from falls_app.domain.assessment import Assessment, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.home import Home, Room

CHECKS = load_checklist()
HOME = Home((Room("up", "BTH", "Bathroom"), Room("down", "BTH", "Toilet")))
TUB = {("BTH01", "down"), ("BTH02", "down"), ("BTH06", "down")}


def after(walk: Assessment, *findings: Finding) -> Assessment:
    for finding in findings:
        check = CHECKS.by_id[finding.check]
        alike = about_the_same(check, finding.room, asked(CHECKS, HOME, walk, ()))
        walk = answered(walk, finding, alike)
    return walk


def not_here(walk: Assessment) -> set[tuple[str, str | None]]:
    return {place for place, each in walk.findings.items() if each.answer is Answer.NOT_HERE}


def test_no_tub_in_one_room_settles_all_that_is_asked_about_it_there() -> None:
    walk = after(Assessment("1", "2026-11-20"), Finding("BTH01", Answer.NOT_HERE, "down"))

    assert not_here(walk) == TUB


def test_an_answer_that_is_there_already_stays() -> None:
    firm = Finding("BTH02", Answer.SAFE, "down")

    walk = after(Assessment("1", ""), firm, Finding("BTH01", Answer.NOT_HERE, "down"))

    assert walk.findings["BTH02", "down"] == firm
    assert not_here(walk) == TUB - {("BTH02", "down")}


@pytest.mark.parametrize("answer", [Answer.SAFE, Answer.PARTLY, Answer.HAZARD])
def test_a_slip_of_the_finger_is_mended_by_the_right_answer(answer: Answer) -> None:
    walk = after(
        Assessment("1", ""),
        Finding("BTH01", Answer.NOT_HERE, "down"),
        Finding("BTH01", answer, "down"),
    )

    assert set(walk.findings) == {("BTH01", "down")}


@pytest.mark.parametrize("answer", [Answer.NOT_SURE, Answer.NO_LONGER_USED])
def test_what_says_nothing_about_the_thing_changes_nothing_else(answer: Answer) -> None:
    walk = after(
        Assessment("1", ""),
        Finding("BTH01", Answer.NOT_HERE, "down"),
        Finding("BTH01", answer, "down"),
    )

    assert not_here(walk) == TUB - {("BTH01", "down")}


def test_what_somebody_wrote_is_never_thrown_away() -> None:
    told = Finding("BTH02", Answer.NOT_HERE, "down", "The tub went last year.")

    walk = after(Assessment("1", ""), told, Finding("BTH01", Answer.SAFE, "down"))

    assert walk.findings["BTH02", "down"] == told


def test_checks_about_one_thing_say_alike_that_it_is_not_here() -> None:
    words: dict[str, set[str]] = {}
    for check in CHECKS:
        if check.thing:
            words.setdefault(check.thing, set()).add(check.answers[Answer.NOT_HERE])

    assert set(words) == {"tub", "toilet", "stairs", "steps", "path", "pet"}
    assert all(len(each) == 1 for each in words.values()), words
