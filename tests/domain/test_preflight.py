"""What is looked at before a report is signed."""

from collections.abc import Sequence
from dataclasses import replace

from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Assessment, Case, Consent, Finding, OwnStep
from falls_app.domain.checklist import Answer
from falls_app.domain.drafting import judged
from falls_app.domain.evidence import Photo
from falls_app.domain.person import Person
from falls_app.domain.preflight import Line, minutes_to_finish, preflight, still_proposed
from falls_app.domain.ranking import Tier
from falls_app.domain.signing import photos_mark
from falls_app.domain.step import Column, Step
from falls_app.domain.visit import Verdict, Visit
from tests.domain.making import check, room

PHOTO = Photo("a", "0" * 64, 10, 10)
FOUND = Finding("STR01", Answer.SAFE, None, photos=(PHOTO,))
CASE = Case(assessments=(Assessment("1", "2026-11-20", findings={FOUND.place: FOUND}),))
STEP = Step("STR01", Tier.NOW, 5.0, "Do.", "Short", "Why.", "handyperson", "Tom", "2026-12-01",
            Column.HELP)  # fmt: skip


def ready(case: Case = CASE, places=(), steps=(), flags=frozenset()) -> dict[Line, bool]:
    return {each.line: each.is_ready for each in preflight(case, places, steps, flags)}


def test_an_empty_case_is_ready_but_for_consent_and_words() -> None:
    assert ready(Case()) == {line: line not in (Line.CONSENT, Line.QUOTE) for line in Line}


def test_what_is_not_answered_or_not_sure_is_named_first() -> None:
    one = Asked(check("STR01"), None, FOUND)
    unsure = Asked(check("STR02"), None, Finding("STR02", Answer.NOT_SURE))
    line = preflight(CASE, (one, unsure, Asked(check("STR03"), None, None)), (), ())[0]

    assert (line.is_ready, line.done, line.total, line.first) == (False, 1, 3, unsure)


def test_photos_are_looked_through_once_and_again_after_a_new_one() -> None:
    assert not ready()[Line.PHOTOS]
    seen = replace(CASE, visit=Visit(photos_seen=photos_mark(CASE)))
    assert ready(seen)[Line.PHOTOS]
    more = replace(FOUND, photos=(PHOTO, replace(PHOTO, id="b")))
    walk = replace(seen.assessments[0], findings={more.place: more})
    assert not ready(replace(seen, assessments=(walk,)))[Line.PHOTOS]


def test_a_trade_or_the_family_is_nobody_with_a_name() -> None:
    assert ready(steps=(STEP,))[Line.OWNERS]
    for nobody in (
        replace(STEP, who="handyperson"), replace(STEP, who="family"), replace(STEP, by=""),
    ):  # fmt: skip
        assert not ready(steps=(nobody,))[Line.OWNERS]
    assert ready(steps=(replace(STEP, who="family", tier=Tier.SOON),))[Line.OWNERS]


def test_consent_words_and_signs() -> None:
    told = replace(CASE, consent=Consent(look=True, who="Zoë"), person=Person(goals="To sing."))

    assert (ready(told)[Line.CONSENT], ready(told)[Line.QUOTE]) == (True, True)
    assert ready(replace(CASE, visit=Visit(own_words="Mine.")))[Line.QUOTE]
    assert not ready(flags={"RF9"})[Line.FLAGS]


def test_steps_wait_until_the_therapist_says_something() -> None:
    judged_case = replace(CASE, visit=judged(Visit(), STEP, Verdict.ACCEPTED))

    assert still_proposed(CASE, (STEP,)) == 1
    assert still_proposed(judged_case, (STEP,)) == 0
    own = replace(STEP, own=OwnStep("1", "Oil the hinge"))
    assert still_proposed(CASE, (own,)) == 0


def test_what_is_left_takes_as_long_as_so_many_checks_in_so_many_rooms() -> None:
    many = replace(FOUND, photos=tuple(replace(PHOTO, id=each) for each in "abcdefgh"))
    album = Case(assessments=(Assessment("1", "2026-11-20", findings={many.place: many}),))
    stairs, told = room("stairs", "STR"), replace(album, person=Person(goals="To sing."))
    done = replace(told, consent=Consent(look=True, who="Zoë"), visit=Visit(photos_seen="?"))
    seen = replace(done, visit=Visit(photos_seen=photos_mark(done)))
    places = [Asked(check(each), stairs, None) for each in ("STR01", "STR02", "STR03")]
    nobody = [replace(STEP, who="family")] * 4

    def minutes(case: Case, *here: Asked, steps: Sequence[Step] = (), flags: str = "") -> int:
        return minutes_to_finish(preflight(case, here, steps, flags), here)

    assert minutes(seen, Asked(check("STR01"), stairs, FOUND)) == 0
    assert minutes(done) == 1  # a look through the photos, as many as there are
    assert minutes(seen, *places) == 2  # 75 seconds, and a minute to go there
    assert minutes(seen, Asked(check("STR01"), None, None), steps=nobody) == 2  # 5 things
    assert minutes(replace(seen, person=Person(), consent=Consent()), *places, flags="x") == 4
