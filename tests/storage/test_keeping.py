"""The professional half of a case is kept, and refused where it makes no sense."""

import json
from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from falls_app.cases import load_case
from falls_app.content.checks import load_checklist
from falls_app.domain.assessment import Case
from falls_app.domain.checklist import Checklist
from falls_app.domain.signing import locked, locked_version, report_print, version_number
from falls_app.domain.visit import Signature, Signer, Visit, Way
from falls_app.storage.case_file import CaseFileError, read_case, write_case
from falls_app.storage.keeping import packed, unpacked
from falls_app.storage.store import Store

ROSA = load_case("sample")


def test_every_field_of_a_visit_comes_back_from_a_file_and_a_store(
    full_case: Case, checklist: Checklist, opened: Callable[[], Store]
) -> None:
    plain = Visit()
    assert all(
        getattr(full_case.visit, each.name) != getattr(plain, each.name) for each in fields(plain)
    )

    assert read_case(write_case(full_case), checklist).visit == full_case.visit
    made = opened().create(full_case, "new home")
    loaded = opened().load(made.id)
    assert (loaded.visit, loaded.signed) == (full_case.visit, full_case.signed)
    assert report_print(loaded) == report_print(read_case(write_case(full_case), checklist))


def test_a_case_without_a_visit_has_no_word_of_it_in_its_file() -> None:
    form = json.loads(write_case(ROSA))

    assert not {"visit", "signed"} & form.keys()


def test_undo_takes_back_what_a_therapist_wrote(full_case: Case, store: Store) -> None:
    made = store.create(replace(full_case, visit=Visit()), "new home")
    saved = store.save(made, replace(made, visit=full_case.visit), "the visit")

    undone = store.undo(saved)

    assert undone is not None
    assert undone.visit == Visit()


WRONG = [
    ({"sizes": {"shoe": 40}}, "visit.sizes must be one of: knee"),
    ({"sizes": {"knee": -1}}, "visit.sizes.knee must be above 0"),
    ({"transfers": [{"what": "flight"}]}, "visit.transfers[0].what must be one of"),
    ({"transfers": [{"what": "bed", "how": "a"}] * 2}, "names “bed” a second time"),
    ({"equipment": [{"id": "1"}] * 2}, "names “1” a second time"),
    ({"equipment": [{"id": "1", "load_kg": 0}]}, "load_kg must be above 0"),
    ({"identity": {"born": "long ago"}}, "born must be a date"),
    ({"signatures": [{"signer": "dog", "way": "drawn"}]}, "signer must be one of"),
    ({"signatures": [{"signer": "person", "way": "voice"}] * 2}, "“person” a second time"),
    (
        {"signatures": [{"signer": "person", "way": "drawn", "strokes": [[[0.5, 2]]]}]},
        "two numbers from 0 to 1",
    ),
]


@pytest.mark.parametrize(("visit", "message"), WRONG)
def test_a_wrong_value_is_named(visit: dict, message: str, checklist: Checklist) -> None:
    form = json.loads(write_case(Case())) | {"visit": visit}

    with pytest.raises(CaseFileError) as caught:
        read_case(json.dumps(form), checklist)

    assert message in str(caught.value)


def test_a_version_without_a_print_is_refused(checklist: Checklist) -> None:
    form = json.loads(write_case(Case())) | {"signed": [{"print": "short"}]}

    with pytest.raises(CaseFileError, match="must be a SHA-256"):
        read_case(json.dumps(form), checklist)


def test_a_signed_version_stays_as_it_was_through_store_and_change(
    opened: Callable[[], Store],
) -> None:
    signature = Signature(Signer.THERAPIST, "Ana", "2026-11-20", Way.TYPED)
    draft = replace(ROSA, visit=ROSA.visit.with_signature(Signer.THERAPIST, signature))
    made = opened().create(locked(draft, packed(draft)), "new home")

    loaded = opened().load(made.id)

    assert locked_version(loaded) is not None
    assert version_number(loaded) == 1
    changed = replace(loaded, person=replace(loaded.person, goals="To sing."))
    assert locked_version(changed) is None
    assert version_number(changed) == 2
    kept = unpacked(changed.signed[0].kept, load_checklist())
    assert report_print(kept) == changed.signed[0].print
    assert len(changed.signed[0].kept) < len(write_case(ROSA)) / 3


def test_a_kept_version_that_is_broken_is_said() -> None:
    for text in ("no", "bm8="):
        with pytest.raises(CaseFileError, match="cannot be read"):
            unpacked(text, load_checklist())
