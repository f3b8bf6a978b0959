"""The command about a filled sheet: what it prints, and what it takes over into which case."""

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from falls_app.__main__ import main
from falls_app.cases import load_case
from falls_app.domain.assessment import Case
from falls_app.storage.case_file import write_case
from falls_app.storage.store import Store

FILLED = {
    "stairs/STR01": "/hazard",
    "stairs/STR01/rail-height": "35",
    "bedroom/BED03/note": "Lamp is new.",
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STEADY_HOME_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def run(capsys):
    def command(*words: object) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def filled(run, case: object, folder: Path, **boxes: str) -> Path:
    """Print the sheet of a case and fill it in."""
    blank, file = folder / "blank.pdf", folder / "filled.pdf"
    assert run("paper", case, "--kind", "visit-sheet", "--fillable", "-o", blank)[0] == 0
    writer = PdfWriter(clone_from=BytesIO(blank.read_bytes()))
    for page in writer.pages:
        writer.update_page_form_field_values(page, boxes or FILLED, auto_regenerate=False)
    writer.write(file)
    return file


def rows(printed: str) -> set[tuple]:
    return {
        (each["room"], each["check"], each["field"], each["sheet"]) for each in json.loads(printed)
    }


NOTED = load_case("sample").assessment.finding("BED03", "bedroom").note
SAID = {
    ("stairs", "STR01", "answer", "hazard"),
    ("stairs", "STR01", "rail-height", 889.0),
    ("bedroom", "BED03", "note", f"{NOTED}\nLamp is new."),
}


def test_a_case_file_takes_the_sheet_over_and_stays_as_it_was_beside(run, tmp_path, store):
    file = tmp_path / "rosa.json"
    case = load_case("sample")
    file.write_text(write_case(case))
    sheet = filled(run, file, tmp_path)

    code, out, err = run("import-sheet", file, sheet)
    assert (code, err, load_case(str(file))) == (0, "", case)
    assert rows(out) == SAID

    assert run("import-sheet", file, sheet, "--apply")[:2] == (0, out)
    after = load_case(str(file))
    assert after.assessment.finding("STR01", "stairs").answer == "hazard"
    assert after.assessment.finding("STR01", "stairs").measures["rail-height"] == 889.0
    assert load_case(str(tmp_path / "rosa.before.json")) == case

    assert json.loads(run("import-sheet", file, sheet, "--apply")[1]) == []
    assert len(list(tmp_path.glob("rosa*.json"))) == 2
    assert not store.exists()


def test_a_home_of_the_list_takes_it_over_as_one_change(run, tmp_path, store):
    window = Store.open(store, lambda: datetime.now(UTC))
    case = window.create(load_case("sample"), "new")
    sheet = filled(run, case.id, tmp_path)

    code, _out, err = run("import-sheet", case.id, sheet, "--apply")
    assert code == 3, "the window has it open"
    assert err.count("\n") == 1
    window.close()

    assert rows(run("import-sheet", case.id, sheet, "--apply")[1]) == SAID
    window = Store.open(store, lambda: datetime.now(UTC))
    after = window.load(case.id)
    assert after.assessment.finding("STR01", "stairs").answer == "hazard"
    assert window.undo(after).assessment == case.assessment
    window.close()


def test_a_blank_list_that_was_filled_makes_a_home(run, tmp_path):
    blank = tmp_path / "blank.json"
    blank.write_text(write_case(Case()))
    sheet = filled(run, blank, tmp_path, **{"stairs-1/STR01": "/hazard", "whole/FLR01": "/safe"})

    code, out, err = run("import-sheet", blank, sheet, "--apply")

    assert (code, err, len(json.loads(out))) == (0, "", 2)
    after = load_case(str(blank))
    assert after.assessment.finding("STR01", "stairs-1").answer == "hazard"
    assert after.home.shape == "two"
    assert any(room.area == "BTH" for room in after.home.rooms)


def test_what_is_wrong_is_one_sentence(run, tmp_path, store):
    sheet = filled(run, "sample", tmp_path)

    for words, said in (
        (("sample", sheet, "--apply"), "A sample stays as it is."),
        (("sample:visit", sheet), "is the sheet of another home."),
        (("sample", tmp_path / "none.pdf"), "could not be read"),
        (("nobody", sheet), "is no case."),
    ):
        code, out, err = run("import-sheet", *words)
        assert (code, out) == (2, "")
        assert said in err
        assert err.count("\n") == 1


def test_what_is_odd_is_said_beside_the_differences(run, tmp_path, store):
    blank = tmp_path / "typical.json"
    blank.write_text(write_case(Case()))
    sheet = filled(run, blank, tmp_path, **{"stairs-1/STR01": "/hazard"})

    code, out, err = run("import-sheet", "sample", sheet)

    assert (code, json.loads(out)) == (0, [])
    assert err == "1 box is of a room that this home does not have: stairs-1/STR01.\n"
