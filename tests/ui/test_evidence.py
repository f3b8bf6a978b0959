"""The evidence of a finding: photos, marks and sizes can be added, changed and undone."""

from io import BytesIO

import pytest
from PIL import Image

from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Mark, MarkKind
from falls_app.errors import UserError
from falls_app.ui.evidence import Evidence
from falls_app.ui.session import Session

ARROW = Mark(MarkKind.ARROW, (0.1, 0.1), (0.5, 0.5))


@pytest.fixture
def evidence(sample: Session) -> Evidence:
    check = next(check for check in sample.view.checklist if check.id == "STR01")
    return Evidence(sample, check, "stairs")


def picture() -> bytes:
    data = BytesIO()
    Image.new("RGB", (40, 30), "white").save(data, "PNG")
    return data.getvalue()


def test_a_photo_is_added_described_marked_and_taken_off(
    sample: Session, evidence: Evidence
) -> None:
    answer = evidence.finding.answer

    photo = evidence.add(evidence.taking_in(picture())())
    evidence.describe(photo.id, "The left rail")
    evidence.draw(photo.id, (ARROW,))

    (kept,) = evidence.finding.photos
    assert (kept.caption, kept.marks, kept.width, kept.height) == (
        "The left rail", (ARROW,), 40, 30,
    )  # fmt: skip
    assert evidence.finding.answer is answer
    file = evidence.file(kept)
    assert file is not None
    assert file.is_file()
    evidence.remove(photo.id)
    assert evidence.finding.photos == ()
    sample.undo()
    assert evidence.finding.photos == (kept,)
    for _verb in range(3):
        sample.undo()
    assert evidence.finding.photos == ()


def test_a_size_is_noted_changed_and_taken_away(sample: Session, evidence: Evidence) -> None:
    measure = evidence.check.measures[0].id

    evidence.measure(measure, 880)
    evidence.measure(measure, 900)
    label = sample.undo_label
    evidence.measure(measure, 900)

    assert evidence.finding.measures == {measure: 900}
    assert sample.undo_label == label
    evidence.measure(measure, None)
    assert evidence.finding.measures == {}


def test_evidence_without_an_answer_stands_beside_not_sure(sample: Session) -> None:
    check = next(check for check in sample.view.checklist if check.id == "STR01")
    sample.forget(check, "stairs")
    evidence = Evidence(sample, check, "stairs")

    evidence.add(evidence.taking_in(picture())())

    found = sample.finding("STR01", "stairs")
    assert found is not None
    assert found.answer is Answer.NOT_SURE


def test_what_is_no_photo_is_refused_in_a_sentence(evidence: Evidence) -> None:
    with pytest.raises(UserError) as error:
        evidence.taking_in(b"words")()

    assert error.value.hint
    assert evidence.finding.photos == ()


def test_evidence_is_there_after_a_restart(sample: Session, evidence: Evidence) -> None:
    photo = evidence.add(evidence.taking_in(picture())())
    evidence.measure(evidence.check.measures[0].id, 880)

    again = sample.store.load(sample.case.id)

    assert again.assessment is not None
    found = again.assessment.finding("STR01", "stairs")
    assert found is not None
    assert found == evidence.finding
    assert found.photos == (photo,)
