"""Own words for drafted paragraphs, and verdicts on drafted steps."""

from dataclasses import replace

from falls_app.domain.drafting import (
    Draft,
    as_drafted,
    as_said,
    judged,
    rewritten,
    step_mark,
    verdict_on,
)
from falls_app.domain.ranking import Tier
from falls_app.domain.step import Column, Step
from falls_app.domain.visit import Verdict, Visit
from tests.domain.making import check, fix

DRAFT = Draft("summary", "As drafted.", "m1")
STEP = Step("STR01", Tier.NOW, 5.0, "Do.", "Short", "Why.", "family", "", "", Column.TODAY)


def test_a_draft_stands_until_somebody_writes_own_words() -> None:
    said = as_said(DRAFT, Visit())

    assert (said.words, said.is_edited, said.is_stale) == ("As drafted.", False, False)


def test_own_words_survive_a_change_of_what_they_came_from_and_are_flagged() -> None:
    visit = rewritten(Visit(), DRAFT, "My words.")

    now = as_said(DRAFT, visit)
    later = as_said(replace(DRAFT, words="Another draft.", mark="m2"), visit)
    assert (now.words, now.is_edited, now.is_stale) == ("My words.", True, False)
    assert (later.words, later.is_edited, later.is_stale) == ("My words.", True, True)
    assert later.draft.words == "Another draft."


def test_the_draft_comes_back_by_a_press_or_by_writing_it() -> None:
    visit = rewritten(Visit(), DRAFT, "My words.")

    assert as_drafted(visit, "summary").edited == {}
    assert rewritten(visit, DRAFT, "As drafted.").edited == {}
    assert as_drafted(visit, "plan") == visit


def test_a_verdict_holds_while_the_step_advises_the_same() -> None:
    one = check("STR01", fixes=(fix(1), fix(2)))
    step = replace(STEP, check=one, fix=one.fixes[0], rooms=("stairs",))
    visit = judged(Visit(), step, Verdict.ACCEPTED)

    assert verdict_on(Visit(), step) is None
    assert verdict_on(visit, step) is Verdict.ACCEPTED
    assert verdict_on(visit, replace(step, do="Mended words.", by="2026-12-01")) is not None
    assert verdict_on(visit, replace(step, fix=one.fixes[1])) is None
    assert verdict_on(visit, replace(step, rooms=("stairs", "cellar"))) is None
    assert judged(visit, step, None).judged == {}
    assert step_mark(STEP) != step_mark(step)
