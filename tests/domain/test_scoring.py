"""The score: the worked examples, every limit on both sides, and a second opinion."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from falls_app.domain.assessment import Finding, ListKind
from falls_app.domain.checklist import WEIGHTS, Answer, Applies
from falls_app.domain.home import Home, Use
from falls_app.domain.scoring import (
    PENALTY,
    Band,
    HelpReadiness,
    Score,
    score,
)
from tests.domain.generated import Situation, situations
from tests.domain.making import (
    HAZARD,
    NOT_HERE,
    NOT_SURE,
    PARTLY,
    SAFE,
    UNUSED,
    check,
    checklist,
    critical,
    home,
    major,
    master_checklist,
    master_rows,
    minor,
    person,
    room,
    scored,
    walk,
)
from tests.domain.reference import reference

EXACT = 1e-9


def example(
    *, not_here: str, hazards: str, partly: str = "", unknown: str = ""
) -> dict[str, Answer]:
    """Return an answer for every row: what is not named is safe, new rows are not here."""
    gone, words = not_here.split(), {HAZARD: hazards, PARTLY: partly}
    named = {row: answer for answer, rows in words.items() for row in rows.split()}
    answers = {}
    for row, table in master_rows().items():
        if row in unknown.split():
            continue
        left_out = table["new"] or row in gone or row[:3] in gone
        answers[row] = NOT_HERE if left_out else named.get(row, SAFE)
    return answers


def priorities(result: Score) -> dict[str, float]:
    return {found.check.id: found.priority for found in result.ranked}


# ------------------------------------------------------------------ worked examples 1 to 4

FLAT = example(not_here="STR GDN PET LGB", hazards="FLR01 LGT05 BTH01 BTH02 FTW02")


def test_example_1_a_one_level_flat_without_a_profile() -> None:
    result = scored(master_checklist(), FLAT)

    areas = {area: each.home for area, each in result.areas.items()}
    assert areas["BTH"] == pytest.approx(49.0, abs=EXACT)
    assert [areas[area] for area in ("FLR", "LGT", "FTW")] == pytest.approx([85.0] * 3, abs=EXACT)
    # BTH counts 3, BED FLR LGT OUT 2 each, seven others 1 each: 18 in all.
    assert result.home == pytest.approx((3 * 49 + 2 * 85 + 2 * 85 + 85 + 1000) / 18, abs=EXACT)
    assert round(result.home or 0, 1) == 87.3
    assert result.home_low == result.home
    assert (result.fit, result.fit_low) == (None, None)
    assert all(each.fit is None for each in result.areas.values())
    assert (result.band, result.shown) == (Band.C, 74)
    assert result.held_by == ("BTH01", "BTH02")
    assert (result.completeness, result.provisional) == (100.0, False)
    expected = {"BTH01": 5.0, "BTH02": 5.0, "FLR01": 3.0, "LGT05": 3.0, "FTW02": 3.0}
    assert priorities(result) == expected


def test_example_1_with_both_bath_fixes_done() -> None:
    result = scored(master_checklist(), {**FLAT, "BTH01": SAFE, "BTH02": SAFE})

    assert result.home == pytest.approx((300 + 170 + 170 + 85 + 1000) / 18, abs=EXACT)
    assert round(result.home or 0, 1) == 95.8
    assert (result.band, result.shown, result.held_by) == (Band.A, 96, ())


def test_example_2_the_same_flat_for_somebody() -> None:
    result = scored(
        master_checklist(), FLAT, "walking_aid", "weak_legs", "night_toilet", "osteoporosis"
    )

    assert round(result.home or 0, 1) == 87.3
    assert result.areas["BTH"].fit == pytest.approx(21.25, abs=EXACT)
    assert round(result.fit or 0, 1) == 80.5
    assert (result.band, result.shown) == (Band.C, 74)
    assert priorities(result) == pytest.approx(
        {"BTH02": 12.5, "BTH01": 7.8125, "LGT05": 5.0625, "FLR01": 4.21875, "FTW02": 4.21875},
        abs=EXACT,
    )


def test_example_3_two_storeys() -> None:
    answers = example(
        not_here="PET STR08 STR20 STR21",
        hazards="OUT05 OUT08 STR02 STR12 FLR06 LIV01 KIT01 BED01 BED04 BTH02 BTH04 BTH10 BTH11 "
        "DEV03 HAB01",
        partly="LGT05",
        unknown="STR14 STR15",
    )
    traits = ("walking_aid", "low_vision", "night_toilet", "osteoporosis", "lives_alone")
    result = scored(master_checklist(), answers, *traits, near_miss=["BTH10"])

    ends = (result.home, result.home_low, result.fit, result.fit_low)
    assert [round(end or 0, 1) for end in ends] == [76.7, 72.8, 61.1, 57.0]
    assert result.provisional
    assert (result.band, result.shown) == (Band.D, 57)
    by_fit = {area: round(each.fit or 0, 1) for area, each in result.areas.items()}
    expected = {"OUT": 26.5, "STR": 42.0, "BED": 29.9, "BTH": 9.5, "LGT": 83.1, "FLR": 74.7}
    assert {area: by_fit[area] for area in expected} == expected
    first = [(found.check.id, found.priority) for found in result.ranked[:5]]
    assert first == [
        ("BED04", pytest.approx(12.5)),
        ("OUT05", pytest.approx(10.9375)),
        ("BTH02", pytest.approx(9.375)),
        ("BTH04", pytest.approx(9.375)),
        ("STR12", pytest.approx(7.5)),
    ]


CLUTTER = "FLR01 FLR02 FLR06 FLR07 FLR08 HAL01 LGT01 LGT07 KIT01 KIT03 LIV06 FTW02 PET02 BTH11"
COUNTING = [
    (CLUTTER, 88.9, 87.3, 8, 3),
    ("STR01 STR14 BTH02", 91.2, 90.9, 2, 5),
]


@pytest.mark.parametrize(("hazards", "home_score", "fit", "least", "weight"), COUNTING)
def test_example_4_why_counting_misleads(
    hazards: str, home_score: float, fit: float, least: int, weight: int
) -> None:
    result = scored(master_checklist(), example(not_here="", hazards=hazards), "memory")

    assert (round(result.home or 0, 1), round(result.fit or 0, 1)) == (home_score, fit)
    assert (result.band, result.shown) == (Band.C, 74)
    by_id = master_checklist().by_id
    assert len(result.held_by) >= least
    assert {by_id[held].weight for held in result.held_by} == {weight}


# ------------------------------------------------------------------ a second opinion


def assert_same(result: Score, expected: dict[str, Any]) -> None:
    """Compare a score with what the reference says in fractions."""
    for end in ("home", "home_low", "fit", "fit_low"):
        ours, theirs = getattr(result, end), expected[end]
        assert (ours is None) == (theirs is None), end
        assert ours is None or ours == pytest.approx(float(theirs), abs=EXACT), end
    assert set(result.areas) == set(expected["areas"])
    for area, each in result.areas.items():
        theirs = expected["areas"][area]
        assert each.home == pytest.approx(float(theirs["home"]), abs=EXACT), area
        assert (each.fit is None) == (theirs["fit"] is None), area
        assert each.fit is None or each.fit == pytest.approx(float(theirs["fit"]), abs=EXACT)
    assert result.completeness == pytest.approx(float(expected["completeness"]), abs=EXACT)
    for field in ("provisional", "band", "shown", "help_readiness"):
        assert getattr(result, field) == expected[field], field
    assert list(result.held_by) == expected["held_by"]
    ours = [
        (found.check.id, found.asked.room.id if found.asked.room else None, found.tier)
        for found in result.ranked
    ]
    assert ours == [(step["check"], step["room"], step["tier"]) for step in expected["steps"]]
    assert [found.priority for found in result.ranked] == pytest.approx(
        [float(step["priority"]) for step in expected["steps"]], abs=EXACT
    )


@given(situations())
@settings(max_examples=700, deadline=None)
def test_the_score_is_what_the_specification_says(one: Situation) -> None:
    result = one.score()

    assert_same(
        result,
        reference(
            one.checks,
            one.home,
            one.walk,
            one.people,
            person_score=one.person_score,
            declined=one.declined,
        ),
    )


@pytest.mark.parametrize("hazards", [CLUTTER, "STR01 STR14 BTH02", "FLR01 LGT05 BTH01 BTH02"])
def test_the_worked_examples_are_what_the_reference_says(hazards: str) -> None:
    answers = example(not_here="PET", hazards=hazards, partly="LIV01", unknown="STR15")
    walked, people = walk(answers), (person("memory", "weak_legs"),)

    result = score(master_checklist(), Home(), walked, people)

    assert_same(result, reference(master_checklist(), Home(), walked, people))


# ------------------------------------------------------------------ weights and areas


@pytest.mark.parametrize(
    ("likelihood", "severity", "weight", "left"),
    [
        (1, 1, 1, 96), (1, 2, 1, 96), (1, 3, 2, 92),
        (2, 1, 1, 96), (2, 2, 2, 92), (2, 3, 3, 85),
        (3, 1, 2, 92), (3, 2, 3, 85), (3, 3, 5, 70),
    ],
)  # fmt: skip
def test_a_hazard_takes_the_penalty_of_its_weight(
    likelihood: int, severity: int, weight: int, left: int
) -> None:
    one = check("BTH01", likelihood, severity)
    result = scored([one], {"BTH01": HAZARD})

    assert one.weight == weight == WEIGHTS[likelihood, severity]
    assert PENALTY[weight] == pytest.approx(1 - left / 100)
    assert result.home == pytest.approx(left)


@pytest.mark.parametrize(("answer", "left"), [(SAFE, 100), (PARTLY, 85), (HAZARD, 70)], ids=str)
def test_an_answer_takes_its_amount(answer: Answer, left: float) -> None:
    assert scored([critical("BTH01")], {"BTH01": answer}).home == pytest.approx(left)


@pytest.mark.parametrize(
    ("use", "left"), [(Use.DAILY, 70), (Use.WEEKLY, 85), (Use.RARELY, 94)], ids=str
)
def test_a_room_counts_by_its_use(use: Use, left: float) -> None:
    result = scored(
        [critical("BTH01")], {("BTH01", "bath"): HAZARD}, lived_in=home(room("bath", "BTH", use))
    )

    assert result.home == pytest.approx(left)
    assert result.ranked[0].priority == pytest.approx(5 * use.share)


def test_an_area_multiplies_over_its_checks_and_rooms() -> None:
    lived_in = home(room("up", "BTH"), room("down", "BTH", Use.WEEKLY))
    answers = {("BTH01", "up"): HAZARD, ("BTH01", "down"): HAZARD, ("BTH03", "up"): PARTLY,
               ("BTH03", "down"): SAFE}  # fmt: skip
    result = scored([critical("BTH01"), major("BTH03")], answers, lived_in=lived_in)

    assert result.areas["BTH"].home == pytest.approx(100 * 0.7 * 0.85 * 0.925)


AREA_WEIGHTS = [
    ("BTH", 3), ("STR", 3), ("BED", 2), ("FLR", 2), ("LGT", 2), ("OUT", 2),
    ("GDN", 1), ("HAL", 1), ("LIV", 1), ("KIT", 1), ("LGB", 1), ("FTW", 1),
    ("PET", 1), ("DEV", 1), ("WTH", 1), ("HAB", 1),
]  # fmt: skip


@pytest.mark.parametrize(("area", "weight"), AREA_WEIGHTS)
def test_the_home_is_the_weighted_mean_of_its_areas(area: str, weight: int) -> None:
    other = "KIT" if area != "KIT" else "LIV"
    checks = [critical(f"{area}01"), critical(f"{other}01")]
    result = scored(checks, {f"{area}01": HAZARD, f"{other}01": SAFE})

    assert result.home == pytest.approx((70 * weight + 100) / (weight + 1))


@pytest.mark.parametrize("gone", [NOT_HERE, UNUSED], ids=str)
def test_a_dropped_check_leaves_score_and_completeness(gone: Answer) -> None:
    checks = [critical("BTH01"), critical("KIT01"), minor("KIT02")]
    result = scored(checks, {"BTH01": gone, "KIT01": HAZARD, "KIT02": SAFE})

    assert result.home == pytest.approx(70)
    assert set(result.areas) == {"KIT"}
    assert result.completeness == 100


def test_a_home_with_every_check_dropped_has_no_score() -> None:
    result = scored([critical("BTH01")], {"BTH01": NOT_HERE})

    assert (result.home, result.band, result.shown, result.areas) == (None, None, None, {})


def test_getting_help_is_never_in_the_score() -> None:
    with_help = [critical("EMG01"), major("KIT01")]
    result = scored(with_help, {"EMG01": HAZARD, "KIT01": SAFE})

    assert (result.home, result.band, result.shown) == (100, Band.A, 100)
    assert set(result.areas) == {"KIT"}
    assert result.ranked[0].check.id == "EMG01"


def test_an_unknown_check_of_getting_help_lowers_no_completeness() -> None:
    result = scored([critical("EMG01"), major("KIT01")], {"KIT01": SAFE})

    assert (result.completeness, result.provisional) == (100, False)


# ------------------------------------------------------------------ unknown


@pytest.mark.parametrize("answers", [{"BTH01": NOT_SURE}, {}], ids=["not sure", "no answer"])
def test_an_unknown_check_is_safe_at_the_top_and_a_hazard_at_the_low_end(
    answers: dict[str, Answer],
) -> None:
    result = scored([critical("BTH01"), major("BTH03")], {**answers, "BTH03": HAZARD})

    assert (result.home, result.home_low) == (pytest.approx(85), pytest.approx(59.5))
    assert result.completeness == pytest.approx(37.5)


def test_the_low_end_of_the_fit_counts_the_person() -> None:
    checks = [critical("BTH01", tags=("rail",)), major("BTH03")]
    result = scored(checks, {"BTH03": SAFE}, "walking_aid")

    assert result.fit == pytest.approx(100)
    assert result.fit_low == pytest.approx(55)


def test_with_nothing_known_there_is_no_score() -> None:
    result = scored([critical("BTH01"), major("KIT01")], {"BTH01": NOT_SURE}, "weak_legs")

    assert (result.home, result.home_low, result.fit, result.fit_low) == (None,) * 4
    assert (result.band, result.shown, result.held_by) == (None, None, ())
    assert (result.completeness, result.provisional) == (0, True)


def test_only_answers_about_help_give_no_score() -> None:
    assert scored([critical("EMG01"), major("KIT01")], {"EMG01": SAFE}).home is None


def test_a_walk_without_checks_is_provisional_and_has_no_score() -> None:
    result = scored([])

    assert (result.home, result.completeness, result.provisional) == (None, 0, True)


def looked_at(known: int, unknown: int) -> Score:
    """Return the score of moderate checks (weight 2), all in one area, some unanswered."""
    checks = [check(f"KIT{number:02}", 2, 2) for number in range(known + unknown)]
    return scored(checks, {each.id: SAFE for each in checks[:known]})


@pytest.mark.parametrize(("known", "provisional"), [(84, True), (85, False), (86, False)])
def test_below_85_percent_is_provisional(known: int, provisional: bool) -> None:
    result = looked_at(known, 100 - known)

    assert result.completeness == known
    assert result.provisional is provisional


@pytest.mark.parametrize(("known", "shows"), [(59, False), (60, True)])
def test_below_60_percent_neither_number_nor_band_shows(known: int, shows: bool) -> None:
    result = looked_at(known, 100 - known)

    assert (result.shown is not None, result.band is not None) == (shows, shows)
    assert result.home == 100


def test_one_unknown_critical_check_is_provisional_however_much_is_known() -> None:
    many = [major(f"KIT{number:02}") for number in range(60)]
    answers = {each.id: SAFE for each in many}
    unknown_major = scored([*many, major("BTH01")], answers)
    unknown_critical = scored([*many, critical("BTH01")], answers)

    assert (unknown_major.provisional, unknown_critical.provisional) == (False, True)


def test_completeness_is_by_weight() -> None:
    result = scored([critical("BTH01"), minor("KIT01")], {"BTH01": SAFE})

    assert result.completeness == pytest.approx(500 / 6)


# ------------------------------------------------------------------ bands and gates


def moderates(hazards: int) -> list:
    return [check(f"KIT{number:02}", 2, 2) for number in range(hazards)]


@pytest.mark.parametrize(
    ("left", "band"),
    [(Fraction(90), Band.A), (Fraction(8999, 100), Band.B), (Fraction(75), Band.B),
     (Fraction(7499, 100), Band.C), (Fraction(60), Band.C), (Fraction(5999, 100), Band.D)],
)  # fmt: skip
def test_a_band_begins_at_its_limit(left: Fraction, band: Band) -> None:
    # Only the limits are asked here, so the penalty of a moderate check is bent to reach them.
    assert scored_at(left).band == band


def scored_at(left: Fraction) -> Score:
    """Return a score whose home is ``left`` percent, by moderate and minor checks alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PENALTY, 2, float(1 - left / 100))
        return scored([check("KIT01", 2, 2)], {"KIT01": HAZARD})


@pytest.mark.parametrize(
    ("left", "shown"),
    [("96.49", 96), ("96.5", 97), ("97.5", 98), ("89.9", 89), ("88.5", 89), ("74.6", 74),
     ("73.5", 74), ("59.7", 59), ("58.49", 58), ("40.5", 41), ("100", 100)],
)  # fmt: skip
def test_the_number_is_rounded_half_up_and_never_above_its_band(left: str, shown: int) -> None:
    assert scored_at(Fraction(left)).shown == shown


def test_the_number_shown_is_the_low_end() -> None:
    checks = [*moderates(10), check("LIV01", 2, 2)]
    result = scored(checks, {each.id: SAFE for each in checks[:-1]})

    assert (result.home, result.home_low) == (100, pytest.approx(96))
    assert result.shown == 96


CALM = {
    f"{area}{number:02}": SAFE
    for area in ("FLR", "LGT", "FTW", "DEV", "WTH", "HAB")
    for number in range(7)
}
QUIET = [major(each) for each in CALM]
"""Checks of six areas that are all safe, so that a few hazards elsewhere leave a high score."""


def gated(
    checks: list, answers: dict, *traits: str, lived_in: Home | None = None, **more: Any
) -> Score:
    """Score the checks in areas spread so thin that only gates can lower the band."""
    return scored([*QUIET, *checks], {**CALM, **answers}, *traits, lived_in=lived_in, **more)


def spread(kind: Any, count: int) -> list:
    """Return checks of one weight, each in an area of its own, light areas first."""
    areas = ("GDN", "HAL", "LIV", "KIT", "LGB", "PET", "DEV", "WTH", "HAB", "OUT", "BED", "FLR")
    return [kind(f"{area}50") for area in areas[:count]]


GATES = [
    ("no gate", 0, 0, 0, Band.A),
    ("a critical at partly", 0, 1, 0, Band.B),
    ("a critical at hazard", 1, 0, 0, Band.B),
    ("three majors", 0, 0, 3, Band.A),
    ("four majors", 0, 0, 4, Band.B),
    ("seven majors", 0, 0, 7, Band.B),
    ("eight majors", 0, 0, 8, Band.C),
    ("two criticals", 2, 0, 0, Band.C),
    ("three criticals", 3, 0, 0, Band.C),
    ("four criticals", 4, 0, 0, Band.D),
    ("one at hazard, one at partly", 1, 1, 0, Band.B),
    ("five at partly", 0, 5, 0, Band.B),
    ("two criticals and eight majors", 2, 0, 8, Band.C),
]


@pytest.mark.parametrize(
    ("criticals", "partly", "majors", "band"),
    [gate[1:] for gate in GATES],
    ids=[g[0] for g in GATES],
)
@pytest.mark.parametrize("unknown", [False, True], ids=["answered", "unknown"])
def test_a_gate_shuts_at_its_count(
    criticals: int, partly: int, majors: int, band: Band, unknown: bool
) -> None:
    # Critical and major checks have ids of their own; all lie in areas by themselves.
    bad = [*spread(critical, criticals + partly), *spread(lambda i: major(i[:3] + "51"), majors)]
    answers = {each.id: HAZARD for each in bad}
    answers |= {each.id: PARTLY for each in bad[criticals : criticals + partly]}
    if unknown:
        answers = {key: answer for key, answer in answers.items() if answer is PARTLY}
    with pytest.MonkeyPatch.context() as patch:
        for weight in PENALTY:
            patch.setitem(PENALTY, weight, 0.001)  # the score itself stays an A
        result = gated(bad, answers)

    assert result.band == band
    assert (result.home_low or 0) > 90


def test_one_critical_with_a_priority_of_7_5_holds_at_c() -> None:
    strong, weak = critical("DEV50", tags=("rail",)), critical("DEV50", tags=("trip",))

    # A walking aid adds 0.5 to rails (P 7.5 exactly) and 0.25 to trips (P 6.25).
    assert gated([strong], {"DEV50": HAZARD}, "walking_aid").band == Band.C
    assert gated([weak], {"DEV50": HAZARD}, "walking_aid").band == Band.B
    assert gated([strong], {"DEV50": PARTLY}, "walking_aid").band == Band.B


def test_three_criticals_with_a_priority_of_7_5_hold_at_d() -> None:
    def result(strong: int) -> Score:
        checks = [
            critical(each.id, tags=("rail",) if place < strong else ())
            for place, each in enumerate(spread(critical, 3))
        ]
        return gated(checks, {each.id: HAZARD for each in checks}, "walking_aid")

    assert (result(2).band, result(3).band) == (Band.C, Band.D)


@pytest.mark.parametrize(
    ("use", "band"), [(Use.DAILY, Band.C), (Use.WEEKLY, Band.C), (Use.RARELY, Band.A)], ids=str
)
def test_a_room_used_rarely_never_gates(use: Use, band: Band) -> None:
    checks = [critical("BTH50"), critical("BTH51")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PENALTY, 5, 0.001)
        answers = {("BTH50", "bath"): HAZARD, ("BTH51", "bath"): HAZARD}
        result = gated(checks, answers, lived_in=home(room("bath", "BTH", use)))

    assert result.band == band


def test_a_weekly_room_needs_twice_the_pull_for_the_strong_gate() -> None:
    strong = critical("BTH50", tags=("rail", "xfer"))
    answers = {("BTH50", "bath"): HAZARD}
    traits = ("walking_aid", "weak_legs", "osteoporosis", "blood_thinner")
    daily = gated([strong], answers, *traits, lived_in=home(room("bath", "BTH")))
    weekly = gated([strong], answers, *traits, lived_in=home(room("bath", "BTH", Use.WEEKLY)))

    # 5 × 2.0 × 1.4 is 14, half of it 7.
    assert (daily.ranked[0].priority, weekly.ranked[0].priority) == (
        pytest.approx(14),
        pytest.approx(7),
    )
    assert weekly.band == Band.B
    assert daily.band == Band.C


def test_checks_about_help_never_gate() -> None:
    helps = [critical(f"EMG{number:02}") for number in range(1, 6)]
    result = gated(helps, {each.id: HAZARD for each in helps})

    assert (result.band, result.held_by) == (Band.A, ())


def test_held_by_is_empty_when_the_score_alone_gives_the_band() -> None:
    many = [check(f"KIT{number:02}", 2, 2) for number in range(20)]
    result = scored(
        [*many, critical("KIT99")], {**{each.id: HAZARD for each in many}, "KIT99": PARTLY}
    )

    assert (result.band, result.held_by) == (Band.D, ())


def test_held_by_names_the_checks_that_lowered_the_band_in_order() -> None:
    bad = [critical("LIV50"), critical("DEV50"), major("PET50")]
    result = gated(bad, {"LIV50": HAZARD, "DEV50": HAZARD, "PET50": HAZARD})

    assert (result.band, result.held_by) == (Band.C, ("DEV50", "LIV50"))


def test_held_by_leaves_out_what_the_person_declined() -> None:
    bad = [critical("LIV50"), critical("DEV50")]
    answers = {"LIV50": HAZARD, "DEV50": HAZARD}
    result = gated(bad, answers, declined=["DEV50"])

    assert result.held_by == ("LIV50",)
    assert result.band == gated(bad, answers).band == Band.C


def test_held_by_names_a_check_that_is_open_in_two_rooms_once() -> None:
    lived_in = home(room("up", "BTH"), room("down", "BTH"))
    answers = {("BTH50", "up"): HAZARD, ("BTH50", "down"): HAZARD}

    assert gated([critical("BTH50")], answers, lived_in=lived_in).held_by == ("BTH50",)


# ------------------------------------------------------------------ the person


def test_the_band_comes_from_the_fit_when_somebody_has_traits() -> None:
    checks = [check(f"KIT{number:02}", 2, 2, tags=("rail",)) for number in range(3)]
    answers = {each.id: HAZARD for each in checks}
    result = scored(checks, answers, "walking_aid")

    assert result.home == pytest.approx(100 * 0.92**3)
    assert result.fit == pytest.approx(100 * 0.88**3)
    assert result.shown == 68


def test_where_the_region_says_so_band_and_number_come_from_the_home_alone() -> None:
    checks = [check(f"KIT{number:02}", 2, 2, tags=("rail",)) for number in range(3)]
    answers = {each.id: HAZARD for each in checks}
    result = scored(checks, answers, "walking_aid", person_score=False)

    assert (result.shown, result.band) == (78, Band.B)
    assert result.ranked[0].priority == pytest.approx(2 * 1.5)


def test_a_near_miss_moves_the_fit_and_the_priority_and_not_the_home() -> None:
    checks = [critical("BTH01"), critical("BTH02")]
    answers = {"BTH01": HAZARD, "BTH02": SAFE}
    result = scored(checks, answers, "lives_alone", near_miss=["BTH01"])

    assert (result.home, result.fit) == (pytest.approx(70), pytest.approx(55))
    assert (result.ranked[0].priority, result.ranked[0].pull.because) == (7.5, ("near_miss",))


def test_a_near_miss_without_traits_moves_only_the_priority() -> None:
    result = scored([critical("BTH01")], {"BTH01": HAZARD}, near_miss=["BTH01"])

    assert (result.home, result.fit, result.ranked[0].priority) == (pytest.approx(70), None, 7.5)


def test_no_penalty_share_is_above_60_percent() -> None:
    traits = ("walking_aid", "weak_legs", "osteoporosis", "blood_thinner")
    result = scored([critical("BTH01", tags=("rail", "xfer"))], {"BTH01": HAZARD}, *traits)

    # 0.30 × 2.0 × 1.4 would be 0.84.
    assert result.fit == pytest.approx(40)
    assert result.ranked[0].priority == pytest.approx(14)


def test_a_home_without_people_is_scored_without_them() -> None:
    result = scored([critical("BTH01")], {"BTH01": HAZARD}, people=())

    assert (result.home, result.fit, result.ranked[0].priority) == (pytest.approx(70), None, 5)


def test_of_two_people_each_check_takes_the_one_it_concerns_more() -> None:
    checks = [critical("BTH01", tags=("rail",)), critical("BTH02", tags=("contrast",))]
    people = (person("walking_aid"), person("low_vision", "osteoporosis"))
    result = scored(checks, {"BTH01": HAZARD, "BTH02": HAZARD}, people=people)

    by_id = {found.check.id: found for found in result.ranked}
    assert by_id["BTH01"].priority == pytest.approx(5 * 1.5)
    assert by_id["BTH02"].priority == pytest.approx(5 * 1.5 * 1.25)
    assert (by_id["BTH01"].pull.who, by_id["BTH02"].pull.who) == (0, 1)
    assert result.fit == pytest.approx(100 * (1 - 0.45) * (1 - 0.5625))


# ------------------------------------------------------------------ what is asked


def test_the_quick_list_asks_a_place_once_in_its_most_used_room() -> None:
    lived_in = home(room("guest", "BTH", Use.RARELY), room("own", "BTH"), room("third", "BTH"))
    quick, other = critical("BTH01", quick=True), critical("BTH02")
    result = scored(
        [quick, other], {("BTH01", "own"): SAFE}, lived_in=lived_in, kind=ListKind.QUICK
    )

    assert [each.place for each in result.places] == [("BTH01", "own")]
    assert result.completeness == 100


def test_an_answer_counts_although_nobody_asked() -> None:
    lived_in = home(room("guest", "BTH", Use.WEEKLY), room("own", "BTH"))
    unasked = critical("BTH02", applies=Applies(features=("tub",)))
    answers = {("BTH01", "own"): SAFE, ("BTH02", "guest"): HAZARD}
    result = scored(
        [critical("BTH01", quick=True), unasked], answers, lived_in=lived_in, kind=ListKind.QUICK
    )

    assert result.home == pytest.approx(85)


def test_a_wrong_check_is_named() -> None:
    with pytest.raises(ValueError, match="BTH77"):
        scored([critical("BTH01")], {"BTH77": SAFE})


@pytest.mark.parametrize("place", ["nowhere", "kitchen"])
def test_a_wrong_room_names_the_check(place: str) -> None:
    lived_in = home(room("bath", "BTH"), room("kitchen", "KIT"))

    with pytest.raises(ValueError, match=f"BTH01.*{place}"):
        scored([critical("BTH01")], {("BTH01", place): SAFE}, lived_in=lived_in)


def test_a_finding_in_no_room_where_the_area_has_rooms_is_read_for_the_whole_house() -> None:
    result = score(
        checklist(critical("BTH01")),
        home(room("bath", "BTH", Use.RARELY)),
        walk({("BTH01", None): HAZARD, ("BTH01", "bath"): SAFE}),
        (),
    )

    assert result.home == pytest.approx(70)


# ------------------------------------------------------------------ help readiness

HELP = ["EMG01", "EMG02", "EMG03", "EMG04", "EMG07"]
READINESS = [
    ("all safe", {}, HelpReadiness.READY),
    ("phone unknown", {"EMG01": None}, HelpReadiness.NOT_LOOKED_AT),
    ("button not sure", {"EMG02": NOT_SURE}, HelpReadiness.NOT_LOOKED_AT),
    ("phone open, button unknown", {"EMG01": HAZARD, "EMG02": None}, HelpReadiness.NOT_LOOKED_AT),
    ("phone partly", {"EMG01": PARTLY}, HelpReadiness.NOT_READY),
    ("button open", {"EMG02": HAZARD}, HelpReadiness.NOT_READY),
    ("alarm open", {"EMG07": HAZARD}, HelpReadiness.NOT_READY),
    ("alarm unknown", {"EMG07": None}, HelpReadiness.NEARLY_READY),
    ("nobody has a key", {"EMG03": HAZARD}, HelpReadiness.NEARLY_READY),
    ("a minor thing open", {"EMG04": PARTLY}, HelpReadiness.NEARLY_READY),
    ("a minor thing unknown", {"EMG04": NOT_SURE}, HelpReadiness.NEARLY_READY),
    ("button not here", {"EMG02": NOT_HERE}, HelpReadiness.READY),
    ("a minor thing not here", {"EMG04": NOT_HERE}, HelpReadiness.READY),
]


@pytest.mark.parametrize(
    ("changed", "badge"), [row[1:] for row in READINESS], ids=[row[0] for row in READINESS]
)
def test_help_readiness(changed: dict[str, Answer | None], badge: HelpReadiness) -> None:
    given_answers = {each: changed.get(each, SAFE) for each in HELP}
    answers = {each: answer for each, answer in given_answers.items() if answer is not None}

    assert scored([critical(each) for each in HELP], answers).help_readiness == badge


def test_who_lives_alone_needs_somebody_with_a_key() -> None:
    answers = {each: SAFE for each in HELP} | {"EMG03": HAZARD}
    checks = [critical(each) for each in HELP]

    assert scored(checks, answers, "lives_alone").help_readiness == HelpReadiness.NOT_READY
    assert scored(checks, answers, "weak_legs").help_readiness == HelpReadiness.NEARLY_READY


def test_help_readiness_finds_a_row_that_another_check_settles() -> None:
    joined = critical("EMG09", covers=("EMG09", "EMG07"))
    checks = [critical("EMG01"), critical("EMG02"), joined]
    answers = {"EMG01": SAFE, "EMG02": SAFE, "EMG09": PARTLY}

    assert scored(checks, answers).help_readiness == HelpReadiness.NOT_READY


def test_a_finding_is_kept_with_its_place() -> None:
    result = scored([critical("BTH01")], {"BTH01": HAZARD})

    assert [each.finding for each in result.places] == [Finding("BTH01", HAZARD)]


@pytest.mark.parametrize(
    ("low", "high", "shown", "person_score", "expected"),
    [
        (56.9, 61.2, 57, True, (57, 61)),
        (56.9, 61.2, 57, False, (40, 45)),
        (56.9, 57.1, 57, True, None),
        (66.9, 70.0, 59, True, None),
        (56.9, 61.2, None, True, None),
        (None, 61.2, 57, True, None),
    ],
)
def test_the_number_lies_between_what_unknown_answers_allow(
    low: float | None, high: float, shown: int | None, person_score: bool, expected: object
) -> None:
    nothing = scored([])
    fits = replace(nothing, home=45.0, home_low=40.0, fit=high, fit_low=low, shown=shown)
    if not person_score:
        fits = replace(fits, shown=40)

    assert fits.open_range(person_score=person_score) == expected
