"""What holds of every score, whatever the home: the properties of the scoring specification."""

from dataclasses import replace
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from falls_app.domain.assessment import Finding, ListKind
from falls_app.domain.checklist import Answer, Checklist
from falls_app.domain.home import Home, Room, Use
from falls_app.domain.scoring import Score
from tests.domain.generated import Situation, all_places, situations

many = settings(max_examples=150, deadline=None)
HAIR = 1e-9

WORSE = (Answer.SAFE, Answer.PARTLY, Answer.HAZARD)


def ends(score: Score) -> tuple[float, ...]:
    """Return the scores that there are."""
    return tuple(
        end for end in (score.home, score.home_low, score.fit, score.fit_low) if end is not None
    )


def pick(one: Situation, data: st.DataObject) -> tuple[str, str | None]:
    places = all_places(one.checks, one.home)
    return data.draw(st.sampled_from(places)) if places else (one.checks.checks[0].id, None)


def can_answer(one: Situation) -> bool:
    return bool(all_places(one.checks, one.home))


def assert_none_higher(after: Score, before: Score) -> None:
    assert len(ends(after)) == len(ends(before))
    for new, old in zip(ends(after), ends(before), strict=True):
        assert new <= old + HAIR
    for area, each in after.areas.items():
        assert each.home <= before.areas[area].home + HAIR
        assert (each.fit or 0) <= (before.areas[area].fit or 0) + HAIR
    if before.band is not None and after.band is not None:
        assert after.band >= before.band
        assert (after.shown or 0) <= (before.shown or 0)


@given(situations(), st.data())
@many
def test_a_worse_answer_never_raises_a_score_and_a_better_one_never_lowers_it(
    one: Situation, data: st.DataObject
) -> None:
    if not can_answer(one):
        return
    place = pick(one, data)

    steps = [one.answered(place, answer).score() for answer in WORSE]

    for before, after in pairwise(steps):
        assert_none_higher(after, before)


@given(situations(), st.randoms(use_true_random=False))
@many
def test_order_never_matters(one: Situation, chance: Random) -> None:
    def shuffled(values: tuple) -> tuple:
        return tuple(chance.sample(values, len(values)))

    # The quick list asks in the first of the most used rooms, so there the rooms stay in order.
    rooms = one.home.rooms if one.walk.list == "quick" else shuffled(one.home.rooms)
    findings = dict(shuffled(tuple(one.walk.findings.items())))
    mixed = one.but(
        checks=Checklist("test", shuffled(one.checks.checks)),
        home=Home(rooms, one.home.features),
        walk=replace(one.walk, findings=findings),
        people=shuffled(one.people),
    )

    before, after = one.score(), mixed.score()

    for new, old in zip(ends(after), ends(before), strict=True):
        assert abs(new - old) < HAIR
    assert after.held_by == before.held_by
    assert (after.band, after.shown, after.provisional, after.help_readiness) == (
        before.band, before.shown, before.provisional, before.help_readiness,
    )  # fmt: skip
    assert [found.asked.place for found in after.ranked] == [
        found.asked.place for found in before.ranked
    ]


@given(situations(), st.sampled_from(Use))
@many
def test_a_spare_room_that_is_safe_changes_nothing(one: Situation, use: Use) -> None:
    # A second room of a kind: the first one of all would take the null answers along.
    if not one.home.rooms:
        return
    area = one.home.rooms[0].area
    spare = Room("spare", area, "Spare", use)
    roomy = replace(one.home, rooms=(*one.home.rooms, spare))
    safe = {
        (each.id, "spare"): Finding(each.id, Answer.SAFE, "spare")
        for each in one.checks
        if each.area == area
    }
    findings = {**one.walk.findings, **safe}
    walk = replace(one.walk, list=ListKind.FULL, findings=findings)
    plain = one.but(walk=replace(one.walk, list=ListKind.FULL))

    before, after = plain.score(), one.but(home=roomy, walk=walk).score()

    if before.home is None:  # the safe answers are the first that are known
        return
    for area_id, each in before.areas.items():
        assert abs(after.areas[area_id].home - each.home) < HAIR
    assert [found.asked.place for found in after.ranked] == [
        found.asked.place for found in before.ranked
    ]
    if set(after.areas) == set(before.areas):
        for new, old in zip(ends(after), ends(before), strict=True):
            assert abs(new - old) < HAIR


@given(situations(), st.data())
@many
def test_an_area_that_is_not_here_moves_no_other_area(one: Situation, data: st.DataObject) -> None:
    area = data.draw(st.sampled_from(sorted({each.area for each in one.checks})))
    gone = one
    for place in all_places(one.checks, one.home):
        if one.checks.by_id[place[0]].area == area:
            gone = gone.answered(place, Answer.NOT_HERE)

    before, after = one.score(), gone.score()

    assert {key: each for key, each in before.areas.items() if key != area} == dict(after.areas)


@given(situations(), st.data())
@many
def test_answering_an_unknown_check_never_worsens_the_band(
    one: Situation, data: st.DataObject
) -> None:
    if not can_answer(one):
        return
    # "Applies" must not change with the answer: the check is asked already.
    asked = [each.place for each in one.score().places if not each.is_known]
    if not asked:
        return
    place = data.draw(st.sampled_from(asked))
    answer = data.draw(st.sampled_from([Answer.SAFE, Answer.PARTLY, Answer.HAZARD]))

    before, after = one.score(), one.answered(place, answer).score()

    if before.band is not None and after.band is not None:
        assert after.band <= before.band
        assert (after.shown or 0) >= (before.shown or 0)


@given(situations())
@many
def test_the_fit_is_never_above_the_home(one: Situation) -> None:
    result = one.score()

    if result.fit is not None:
        assert result.fit <= result.home + HAIR
        assert result.fit_low <= result.home_low + HAIR
    for each in result.areas.values():
        assert each.fit is None or each.fit <= each.home + HAIR


@given(situations())
@many
def test_every_number_is_between_0_and_100_and_the_low_end_is_the_lower(one: Situation) -> None:
    result = one.score()

    assert all(0 <= end <= 100 for end in ends(result))
    assert 0 <= result.completeness <= 100 + HAIR
    if result.home is not None:
        assert result.home_low <= result.home
    if result.fit is not None:
        assert result.fit_low <= result.fit
    assert (result.band is None) == (result.shown is None)


@given(situations())
@many
def test_number_and_band_never_disagree(one: Situation) -> None:
    result = one.score()

    if result.band is not None:
        # Rounding alone may touch the next limit: 89.6 of band B is held at 89.
        lowest = {"A": 90, "B": 75, "C": 60, "D": 0}
        highest = {"A": 100, "B": 89, "C": 74, "D": 59}
        assert result.shown <= highest[result.band]
        if not result.held_by:
            assert result.shown >= lowest[result.band]
