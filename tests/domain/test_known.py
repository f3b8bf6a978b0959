"""Of a case that a newer version has made, what this one asks of is kept."""

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer, Checklist
from falls_app.domain.home import Home, Room
from falls_app.domain.known import known_part
from tests.domain.making import check


def test_answers_that_nobody_asks_for_here_are_left_out() -> None:
    checklist = Checklist("1", (check("BTH01"), check("FLR01")))
    home = Home((Room("bath", "BTH", "Bathroom"), Room("hall", "HAL", "Hall")))
    kept = (Finding("BTH01", Answer.SAFE, "bath"), Finding("FLR01", Answer.SAFE, None))
    odd = (
        Finding("BTH99", Answer.SAFE, "bath"),
        Finding("BTH01", Answer.SAFE, "attic"),
        Finding("BTH01", Answer.SAFE, "hall"),
        Finding("XYZ01", Answer.SAFE, None),
    )
    walk = Assessment("1", "2026-11-20", findings={each.place: each for each in (*kept, *odd)})

    known = known_part(Case(home=home, assessments=(walk,)), checklist)

    assert tuple(known.assessments[0].findings.values()) == kept
