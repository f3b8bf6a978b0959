"""What one answer says about others: nobody is asked twice about a thing that is not there."""

from collections.abc import Iterable
from dataclasses import replace

from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Assessment, Finding
from falls_app.domain.checklist import Answer, Check


def about_the_same(check: Check, room: str | None, asked: Iterable[Asked]) -> tuple[Asked, ...]:
    """Return the other checks of this room that ask about the same thing, such as the tub."""
    if not check.thing:
        return ()
    return tuple(
        each
        for each in asked
        if each.check.thing == check.thing and each.check.id != check.id and each.place[1] == room
    )


def answered(walk: Assessment, given: Finding, alike: Iterable[Asked]) -> Assessment:
    """Return the walk with this finding, and with what follows for checks ``alike``.

    If the thing is not here, those not answered yet are not here either. If it is here after
    all, those that said otherwise are asked again, unless somebody wrote or showed something.
    """
    findings = {**walk.findings, given.place: given}
    for each in alike:
        if given.answer is Answer.NOT_HERE and each.finding is None:
            check, room = each.place
            findings[each.place] = Finding(check, Answer.NOT_HERE, room)
        elif given.answer.is_known and not given.answer.is_dropped and _is_bare(each.finding):
            del findings[each.place]
    return replace(walk, findings=findings)


def _is_bare(finding: Finding | None) -> bool:
    return finding is not None and finding == Finding(finding.check, Answer.NOT_HERE, finding.room)
