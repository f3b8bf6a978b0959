"""The table for spreadsheets: a line an answer and a step, and no formula in it."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from falls_app.case_view import CaseView
from falls_app.cases import load_case
from falls_app.content.regions import load_region
from falls_app.export.table import BYTE_ORDER_MARK, harmless, table

US = load_region("us")


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix(BYTE_ORDER_MARK))))


def test_each_answer_and_each_step_has_a_line() -> None:
    view = CaseView(load_case("sample:visit"), US)

    found = lines(table(view))

    kinds = [line["Kind"] for line in found]
    assert kinds.count("Answer") == len(view.walk.findings)
    assert kinds.count("Step") == len(view.plan.steps)
    assert table(view).startswith(BYTE_ORDER_MARK)
    assert any(line["Sizes"] for line in found)
    assert any(line["Photos"] == "1" for line in found)
    assert "Agreed" in {line["Decision"] for line in found}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_is_only_shown(start: str) -> None:
    case = load_case("sample")
    walk = case.assessment
    assert walk
    found = next(iter(walk.findings.values()))
    words = f'{start}HYPERLINK("http://a.example","b")'
    noted = case.with_assessment(walk.with_finding(replace(found, note=words)))

    notes = [line["Note"] for line in lines(table(CaseView(noted, US)))]

    assert f"'{words}" in notes
    assert words not in notes
    assert harmless("2 steps = 1 rail") == "2 steps = 1 rail"
