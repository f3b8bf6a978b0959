"""Which steps are ordered from a trade, and the sizes that they work to."""

import pytest

from falls_app.domain.assessment import Assessment, Case, Decision, Finding, StepChoice
from falls_app.domain.checklist import Checklist, Measure
from falls_app.domain.home import Home, Room
from falls_app.domain.job import (
    Base,
    Before,
    Job,
    JobBook,
    JobSize,
    Order,
    Target,
    measure_named,
    measured_near,
    orders,
    target,
)
from falls_app.domain.plan import make_plan
from falls_app.domain.scoring import score
from tests.domain.making import HAZARD, PARTLY, SAFE, check, fix

RAIL = Measure("rail-height", "mm", "Rail", {"us": (865, 965)}, checked=True)
KNEE = Measure("knee-height", "mm", "Knee")
SEAT = Measure("seat-height", "mm", "Seat", {"us": (430, 485)})
BARS = check(
    "BTH02",
    fixes=(fix(2, who="handyperson", drills=True), fix(1, PARTLY)),
    measures=(KNEE, SEAT),
)
RUG = check("BTH01", fixes=(fix(1),))
RAILS = check("STR01", fixes=(fix(2, who="handyperson"),), measures=(RAIL,))
LIST = Checklist("1", (BARS, RUG, RAILS))
HOME = Home((Room("up", "BTH", "Bathroom"), Room("down", "BTH", "Shower room")))
BOOK = JobBook(
    (
        Job("bars", ("BTH02.0",), "wall", sketch="tub", no_tub="shower"),
        Job("rails", ("STR01.0",), "wall"),
    ),
    {"wall": Base("wall", before=("wires", "lead", "dust"))},
    {},
    {
        "wires": Before("wires", "Look.", ()),
        "lead": Before("lead", "Lead?", (), regions=("us",), home=True),
        "dust": Before("dust", "Dust?", (), regions=("uk",)),
    },
)


def ordered(choice: StepChoice | None = None, home: Home = HOME) -> tuple[Order, ...]:
    """Return what is ordered where both bathrooms have no bar and a rug lies in one."""
    found = [Finding("BTH02", HAZARD, "up"), Finding("BTH02", PARTLY, "down")]
    found.append(Finding("BTH01", HAZARD, "up"))
    walk = Assessment("w", "2026-11-14", findings={each.place: each for each in found})
    choices = {choice.step: choice} if choice else {}
    case = Case(home=home, assessments=(walk,), choices=choices)
    result = score(LIST, home, walk, (case.person,), person_score=True)
    return orders(make_plan(case, result, ()), BOOK, home)


def test_a_job_is_ordered_for_each_room_and_what_the_family_does_is_not() -> None:
    assert [(each.job.id, each.finding.room) for each in ordered()] == [
        ("bars", "up"),
        ("bars", "down"),
    ]


@pytest.mark.parametrize(
    "decision", [Decision.NO, Decision.NOT_NEEDED, Decision.LATER, Decision.TRY_FIRST]
)
def test_what_was_turned_down_put_off_or_is_tried_first_is_not_ordered(
    decision: Decision,
) -> None:
    assert ordered(StepChoice("BTH02", decision, "I hold on to the door.")) == ()


def test_an_own_way_that_nobody_of_a_trade_does_or_that_has_no_words_is_not_ordered() -> None:
    assert ordered(StepChoice("BTH02", Decision.OWN_WAY, "I hold on.", who="Tom")) == ()
    assert ordered(StepChoice("BTH02", Decision.OWN_WAY)) == ()


def test_what_is_done_is_not_ordered() -> None:
    done = StepChoice("BTH02", Decision.AGREED, fix=1)

    assert ordered(done) == ()  # another fix was chosen, which nobody of a trade does


def test_an_own_way_that_a_trade_does_is_ordered_with_nothing_drawn() -> None:
    choice = StepChoice("BTH02", Decision.OWN_WAY, "One white bar only.")

    assert [each.sketch for each in ordered(choice)] == ["", ""]


def test_a_home_with_no_tub_has_another_sketch() -> None:
    no_tub = Home(HOME.rooms, {"tub": False})

    assert {each.sketch for each in ordered()} == {"tub"}
    assert {each.sketch for each in ordered(home=no_tub)} == {"shower"}


def test_what_to_look_at_is_of_the_region_and_of_the_job_or_of_the_home() -> None:
    job = BOOK.jobs[0]

    assert [each.id for each in BOOK.before_work(job, "us")] == ["wires"]
    assert [each.id for each in BOOK.before_work(job, "uk")] == ["wires", "dust"]
    assert [each.id for each in BOOK.before_all(BOOK.jobs, "us")] == ["lead"]


# ------------------------------------------------------------------ sizes


def sized(size: JobSize, found: float | None = None, like: str = "us") -> Target:
    return target(size, LIST, like, lambda _name: found)


def test_a_size_of_its_own_has_its_aim_where_the_region_has_one() -> None:
    size = JobSize("a", "A", aim={"us": (32, 51)}, checked=True)

    assert sized(size) == Target("mm", 32, 51, checked=True)
    assert sized(size, like="uk") == Target("mm", None, None, checked=True)


def test_a_good_size_that_is_there_is_matched_and_a_bad_one_is_not() -> None:
    size = JobSize("a", "A", of="STR01.rail-height", match=True)

    assert sized(size, 890).exact == 890
    assert sized(size, 700).exact is None
    assert sized(size).exact is None
    assert sized(JobSize("a", "A", of="STR01.rail-height"), 890).exact is None
    assert sized(size, 890, like="uk") == Target("mm")


def test_a_size_made_from_the_body_takes_the_place_of_the_aim() -> None:
    size = JobSize("a", "A", of="BTH02.knee-height", add=(0, 50), else_of="BTH02.seat-height")

    assert sized(size, 450) == Target("mm", 450, 500, 475, computed=True)
    assert sized(size) == Target("mm", 430, 485)


def test_a_ramp_is_a_number_of_times_as_long_as_the_sill_is_high() -> None:
    size = JobSize("a", "A", of="STR01.rail-height", times=12)

    assert sized(size, 38).exact == 456
    assert sized(size).exact is None
    assert sized(JobSize("a", "A", of="STR01.rail-height", measured=True), 38).exact == 38


def test_a_measure_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="width"):
        measure_named(LIST, "STR01.width")


def test_a_size_counts_in_its_room_and_one_of_the_body_anywhere() -> None:
    found = [
        Finding("BTH02", HAZARD, "up", measures={"knee-height": 450, "seat-height": 380}),
        Finding("BTH02", SAFE, "down", measures={"seat-height": 440}),
    ]
    near = measured_near(
        Assessment("w", "2026-11-14", findings={each.place: each for each in found}), "down"
    )

    assert near("BTH02.seat-height") == 440
    assert near("BTH02.knee-height") == 450
    assert near("STR01.rail-height") is None


def test_a_size_of_the_body_that_a_visit_noted_counts_where_none_was_measured() -> None:
    near = measured_near(Assessment("w", "2026-11-14"), "up", {"knee": 440.0, "weight": 70.0})

    assert near("BTH02.knee-height") == 440
    assert near("BTH02.seat-height") is None
    assert near("DEV01.aid-width") is None


def test_a_step_with_no_check_is_nobodys_job() -> None:
    from falls_app.domain.ranking import Tier
    from falls_app.domain.step import Column, Step

    step = Step("B01", Tier.SOON, 0, "Ask.", "Ask", "Why.", "doctor", "doctor", "", Column.HELP)

    assert BOOK.job_of(step) is None
