"""What this version knows of a case that a newer one has made."""

from dataclasses import replace

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Checklist
from falls_app.domain.home import Home


def known_part(case: Case, checklist: Checklist) -> Case:
    """Return the case without answers to checks, or in rooms, that this version does not ask of."""
    walks = tuple(_known(walk, checklist, case.home) for walk in case.assessments)
    return replace(case, assessments=walks)


def _known(walk: Assessment, checklist: Checklist, home: Home) -> Assessment:
    findings = {
        place: found for place, found in walk.findings.items() if _is_known(found, checklist, home)
    }
    return replace(walk, findings=findings)


def _is_known(found: Finding, checklist: Checklist, home: Home) -> bool:
    check, room = checklist.by_id.get(found.check), home.room(found.room)
    if check is None or found.room is None:
        return check is not None
    return room is not None and room.area == check.area
