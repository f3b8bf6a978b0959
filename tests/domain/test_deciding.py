"""What people say about a step, and what a done step does to the answers."""

from dataclasses import replace

import pytest

from falls_app.domain.assessment import Case, Decision, Helper
from falls_app.domain.deciding import chosen, done, not_done, people_for
from falls_app.domain.person import Person, Say
from falls_app.domain.step import Step
from tests.domain.making import HAZARD, PARTLY, SAFE, case, critical, fix, home, room, walk
from tests.domain.test_plan import plan

LASTING, STOP_GAP = fix(2, who="builder", person_can=False), fix(0, PARTLY, who="person")
CHECK = critical("BTH01", fixes=(LASTING, STOP_GAP))
LIVED_IN = home(room("bath", "BTH"))
TODAY = "2026-11-20"


def opened(answer=HAZARD) -> Case:
    return case(walk({("BTH01", "bath"): answer}, date=TODAY), home=LIVED_IN)


def the_step(of: Case) -> Step:
    (step,) = plan([CHECK], of).steps
    return step


def answer_of(of: Case):
    assert of.assessment is not None
    return of.assessment.findings["BTH01", "bath"].answer


def test_what_was_said_before_stays() -> None:
    one = chosen(opened(), the_step(opened()), who="Ada")
    both = chosen(one, the_step(one), decision=Decision.AGREED)

    assert (both.choices["BTH01"].who, both.choices["BTH01"].decision) == ("Ada", Decision.AGREED)


@pytest.mark.parametrize("answer", [HAZARD, PARTLY])
def test_a_done_step_opened_again_has_the_answer_it_had(answer) -> None:
    begun = opened(answer)
    after = done(begun, the_step(begun), TODAY)
    assert answer_of(after) is SAFE
    assert (after.choices["BTH01"].done, after.choices["BTH01"].before) == (TODAY, answer.value)

    again = not_done(after, the_step(after))

    assert answer_of(again) is answer
    assert (again.choices["BTH01"].done, again.choices["BTH01"].before) == ("", "")


def test_a_step_done_by_an_older_program_is_to_fix_when_opened_again() -> None:
    after = done(opened(), the_step(opened()), TODAY)
    older = replace(after, choices={"BTH01": replace(after.choices["BTH01"], before="")})

    assert answer_of(not_done(older, the_step(older))) is HAZARD


def test_a_stop_gap_leaves_the_lasting_fix_in_the_plan() -> None:
    with_gap = chosen(opened(), the_step(opened()), fix=1)

    after = done(with_gap, the_step(with_gap), TODAY)

    assert answer_of(after) is PARTLY
    assert (after.choices["BTH01"].done, after.choices["BTH01"].fix) == ("", None)
    assert the_step(after).fix == LASTING


def test_a_step_that_is_a_question_changes_no_answer() -> None:
    asking = replace(the_step(opened()), key="M01", check=None, fix=None, findings=())
    without_walk = replace(opened(), assessments=())

    after = done(without_walk, asking, TODAY)
    assert after.choices["M01"].done == TODAY

    assert not_done(after, asking).assessments == ()


@pytest.mark.parametrize(
    ("person", "person_can", "who", "people"),
    [
        (Person("Rosa"), True, "", ("Rosa", "Ada", "builder", "person")),
        (Person("Rosa"), False, "builder", ("Ada", "builder")),
        (Person(say=Say.YOU), True, "Joe", ("person", "Ada", "builder", "Joe")),
        (Person(), True, "person", ("person", "Ada", "builder")),
    ],
)
def test_heavy_work_is_never_offered_to_the_person(
    person: Person, person_can: bool, who: str, people: tuple[str, ...]
) -> None:
    step = replace(the_step(opened()), fix=fix(person_can=person_can), role="builder", who=who)
    lived = replace(opened(), person=person, helpers=(Helper("Ada"),))

    assert people_for(lived, step) == people
