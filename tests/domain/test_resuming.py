"""How much was answered, for somebody who comes back."""

from dataclasses import replace

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.bones import Bones
from falls_app.domain.checklist import Answer
from falls_app.domain.resuming import answers_given


def test_answers_about_the_home_and_about_the_person_count() -> None:
    findings = {
        (check, None): Finding(check, Answer.SAFE, None) for check in ("FLR01", "FLR02", "LGT01")
    }
    bones = Bones(items={"B01": "yes"}, flags={"RF1": "no"})
    case = Case(bones=bones)
    walked = replace(case, assessments=(Assessment("a", "2026-11-20", findings=findings),))

    assert (answers_given(Case()), answers_given(case), answers_given(walked)) == (0, 2, 5)
