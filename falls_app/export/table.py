"""The answers and steps of a case as a table (CSV), for a spreadsheet of any maker."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from falls_app.case_view import CaseView
from falls_app.domain.assessment import Assessment, Finding
from falls_app.domain.overview import WHOLE
from falls_app.domain.step import Step
from falls_app.i18n import _
from falls_app.sizes import measured_words
from falls_app.words import answer_words, decision_names, role_words, room_words, wording

BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet on Windows reads “é” as two letters."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(view: CaseView) -> str:
    """Return one line for each answer of each walk and for each step of the plan."""
    return as_csv(_head(), _lines(view))


def as_csv(head: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    """Return lines as a table that spreadsheets open; none of its words is a formula."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows(map(harmless, line) for line in lines)
    return BYTE_ORDER_MARK + text.getvalue()


def _lines(view: CaseView) -> Iterator[Iterable[str]]:
    for walk in view.case.assessments:
        yield from (_answer(view, walk, each) for each in walk.findings.values())
    yield from (_step(view, step) for step in view.plan.steps)


def harmless(words: str) -> str:
    """Return words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def _head() -> list[str]:
    return [
        _("Kind"), _("Code"), _("Day"), _("Where"), _("What"), _("Answer"), _("Note"),
        _("Sizes"), _("Photos"), _("A slip or fall here"), _("What to do"), _("Decision"),
        _("In own words"), _("Who"), _("By"), _("Done"),
    ]  # fmt: skip


def _answer(view: CaseView, walk: Assessment, finding: Finding) -> Iterator[str]:
    check = view.checklist.by_id[finding.check]
    places = [finding.room or WHOLE, *finding.where]
    yield from (_("Answer"), finding.check, walk.date)
    yield ", ".join(view.place_name(place) for place in places)
    yield view.say(check.short)
    yield view.say(answer_words(check, finding.answer))
    yield finding.note
    yield "; ".join(measured_words(check, finding.measures, view.region))
    yield str(len(finding.photos) or "")
    yield _("Yes") if finding.near_miss else ""
    yield from [""] * 6


def _step(view: CaseView, step: Step) -> Iterator[str]:
    title, do = wording(view.say, step)
    choice = step.choice
    yield from (_("Step"), step.key, view.plan.walked_on, room_words(view.case.home, step), title)
    yield from [""] * 5
    yield do
    yield decision_names(view.about)[step.decision] if step.decision else ""
    yield choice.words if choice else ""
    yield role_words(view.case.person, view.region, step.who)
    yield step.by
    yield choice.done if choice else ""
