"""What a therapist adds to a case: activities, equipment, marks of what was said, versions."""

from dataclasses import dataclass, field, replace

import pytest

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Photo
from falls_app.domain.fingerprint import check_code, fingerprint, mark
from falls_app.domain.person import Person
from falls_app.domain.signing import (
    locked,
    locked_version,
    photos_mark,
    report_print,
    version_number,
)
from falls_app.domain.visit import (
    Activity,
    Equipment,
    Signature,
    Signer,
    Support,
    Transfer,
    Visit,
    Way,
)

ANA = Signature(Signer.THERAPIST, "Ana", "2026-11-20", Way.TYPED)
ZOE = Signature(Signer.PERSON, "Zoë", "2026-11-20", Way.VOICE)


@dataclass(frozen=True)
class Before:
    word: str = ""


@dataclass(frozen=True)
class After:
    """The same value in a later version of the program."""

    word: str = ""
    later: int = 0
    names: tuple[str, ...] = ()
    more: dict = field(default_factory=dict)


def test_activities_stand_in_the_order_in_which_they_are_asked() -> None:
    visit = Visit().with_transfer(Transfer(Activity.STAIRS, "Slow"))
    visit = visit.with_transfer(Transfer(Activity.BED, support=Support.ALONE))

    assert [each.what for each in visit.transfers] == [Activity.BED, Activity.STAIRS]
    assert visit.transfer(Activity.STAIRS).how == "Slow"
    assert visit.transfer(Activity.CHAIR).is_empty
    assert visit.with_transfer(Transfer(Activity.BED)).transfers == visit.transfers[1:]


def test_equipment_that_bears_less_than_the_weight_is_found() -> None:
    board = Equipment("1", "Board", load_kg=100)
    visit = Visit(equipment=(board, Equipment("2", "Stool"), Equipment("3", "Bed", load_kg=120)))

    assert visit.too_weak == ()
    assert replace(visit, sizes={"weight": 110.0}).too_weak == (board,)


def test_a_person_signs_once() -> None:
    visit = Visit().with_signature(Signer.PERSON, ZOE).with_signature(Signer.PERSON, ZOE)

    assert visit.signatures == (ZOE,)
    assert visit.signature(Signer.PERSON) == ZOE
    assert visit.signature(Signer.THERAPIST) is None
    assert visit.with_signature(Signer.PERSON, None).signatures == ()


# ------------------------------------------------------------------ marks


def test_another_value_has_another_mark_and_the_same_one_has_the_same() -> None:
    assert mark("a", 1) == mark("a", 1.0) != mark("a", 2)
    assert mark({"a": 1, "b": True}) == mark({"b": True, "a": 1}) != mark({"a": 1, "b": None})
    assert mark(Activity.BED) == mark("bed")
    assert len(mark()) == 12


def test_a_field_that_a_later_version_adds_changes_no_mark() -> None:
    assert fingerprint(Before("a")) == fingerprint(After("a")) != fingerprint(After("a", 1))


def test_what_has_no_mark_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no mark"):
        mark(object())


def test_a_code_to_compare_is_short() -> None:
    assert check_code("7f3a92c1" + "0" * 56) == "7F3A-92C1"


# ------------------------------------------------------------------ versions


def signed(case: Case) -> Case:
    visit = case.visit.with_signature(Signer.THERAPIST, ANA).with_signature(Signer.PERSON, ZOE)
    return locked(replace(case, visit=visit), "kept")


def walked(walk_id: str = "1", *photos: Photo) -> Case:
    found = Finding("STR01", Answer.SAFE, None, photos=photos)
    walk = Assessment(walk_id, "2026-11-20", findings={found.place: found})
    return Case(assessments=(walk,))


def test_a_report_is_a_draft_until_it_is_signed() -> None:
    case = walked()

    assert locked_version(case) is None
    assert version_number(case) == 1
    with pytest.raises(ValueError, match="somebody signed"):
        locked(case, "")


def test_a_signed_report_is_locked_and_a_change_begins_version_2() -> None:
    case = signed(walked("1", Photo("a", "0" * 64, 10, 10)))

    version = locked_version(case)
    assert version is not None
    assert (version.answers, version.photos, version.kept) == (1, 1, "kept")
    assert version.signatures == (ANA, ZOE)
    assert version_number(case) == 1
    assert case.visit.signatures == ()

    changed = replace(case, person=Person("Zoë"))
    assert locked_version(changed) is None
    assert version_number(changed) == 2
    assert locked_version(replace(changed, person=Person())) == version
    assert version_number(signed(changed)) == 2


def test_a_photo_of_a_paper_page_leaves_a_signed_report_as_it_is() -> None:
    case = signed(walked())
    walk = case.assessments[0].with_page(("STR", "stairs"), (Photo("p", "0" * 64, 3, 4),))
    after = case.with_assessment(walk)

    assert after.page_photos
    assert locked_version(after) == locked_version(case) == case.signed[0]
    assert photos_mark(after) == photos_mark(case) == ""


def test_signatures_and_places_of_keeping_change_no_print() -> None:
    case = walked()
    other = replace(
        walked("other"), id="x", updated="2026", visit=Visit().with_signature(Signer.PERSON, ZOE)
    )

    assert report_print(case) == report_print(other)
    assert report_print(Case()) == report_print(signed(Case()))


def test_another_photo_is_looked_through_anew() -> None:
    one, two = Photo("a", "0" * 64, 10, 10), Photo("b", "1" * 64, 10, 10)

    assert photos_mark(Case()) == photos_mark(walked()) == ""
    assert photos_mark(walked("1", one, two)) == photos_mark(walked("1", two, one))
    assert photos_mark(walked("1", one)) != photos_mark(walked("1", one, two))
