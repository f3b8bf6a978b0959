"""The commands about the person: what they print, and how they refuse."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from falls_app import paths
from falls_app.__main__ import main
from falls_app.cases import SAMPLES

Printed = Callable[..., dict[str, Any]]


@pytest.fixture
def bones(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Printed:
    """Run ``bones`` for a case with these answers, or for one by its name; return what it says."""

    def run(case: str | dict[str, Any], *words: str, **person: Any) -> dict[str, Any]:
        if isinstance(case, dict):
            file = tmp_path / "case.json"
            form = {"format": "steady-home-case", "version": 1, "assessments": [],
                    "person": person, "bones": case}  # fmt: skip
            file.write_text(json.dumps(form), encoding="utf-8")
            case = str(file)
        assert main(["bones", case, *words]) == 0
        printed: dict[str, Any] = json.loads(capsys.readouterr().out)
        return printed

    return run


def test_a_case_that_tells_nothing_prints_every_key(bones: Printed) -> None:
    assert bones({}) == {
        "flags": {"1": [], "2": [], "3": []},
        "texts": [],
        "questions": [],
        "traits": [],
        "calcium_mg": None,
        "height": {"lost_cm": None, "text": None},
    }


def test_bones_prints_what_follows_from_the_answers(bones: Printed) -> None:
    given = {
        "flags": {"RF1": "not_sure", "RF20": "yes", "RF36": "no"},
        "items": {"B01": "yes", "F09": "yes", "MV03": "yes"},
        "heights": [{"date": "", "cm": 170}, {"date": "2026-11-01", "cm": 166}],
        "servings": {"milk": 14},
        "medicines": ["thinner"],
    }
    printed = bones(given)

    assert printed["flags"] == {"1": ["RF1"], "2": ["RF20"], "3": ["RF31", "RF33"]}
    assert printed["texts"] == ["B01", "F09", "MV03", "height_lot"]
    assert {"B01", "F09", "Q04", "height", "thinner-falls"} <= set(printed["questions"])
    assert printed["traits"] == ["numb_feet", "osteoporosis", "blood_thinner"]
    assert (printed["calcium_mg"], printed["height"]) == (850, {"lost_cm": 4.0, "text": "lot"})


def test_falls_count_from_the_latest_day_that_the_case_knows(bones: Printed) -> None:
    night = {"date": "2026-11-19", "answers": {"head": "yes"}}

    assert bones({"falls": [night]}, traits=["blood_thinner"])["flags"]["1"] == ["RF8"]
    later = {"falls": [night], "heights": [{"date": "2026-12-19", "cm": 160}]}
    assert bones(later, traits=["blood_thinner"])["flags"]["1"] == []


def test_a_region_counts_in_its_own_servings(bones: Printed) -> None:
    milk = {"servings": {"milk": 7}}

    assert bones(milk)["calcium_mg"] == 550
    assert bones(milk, "--region", "uk")["calcium_mg"] == 500


@pytest.mark.parametrize("name", SAMPLES)
def test_bones_takes_every_sample(bones: Printed, name: str) -> None:
    assert bones(name)["flags"]["1"] == []


@pytest.mark.parametrize(
    "words", [("bones",), ("bones", "nowhere.json"), ("bones", "sample", "--region", "mars")]
)
def test_wrong_use_is_refused_in_one_sentence(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(list(words)) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_several_kinds_make_one_file_and_words_without_letters_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = json.loads((paths.resources() / "samples" / "rosa.json").read_bytes())
    case["person"]["goals"] = "I want tea with مرحبا."
    (tmp_path / "rosa.json").write_text(json.dumps(case), encoding="utf-8")
    target = tmp_path / "pack.pdf"
    words = ["paper", str(tmp_path / "rosa.json"), "-o", str(target), "--large-print"]

    code = main([*words, "--kind", "person-sheet", "--kind", "handout:H1"])

    assert code == 0
    assert len(PdfReader(target).pages) == 5
    assert capsys.readouterr().err == "The paper has no letters for: مرحبا.\n"


def test_an_option_that_a_paper_does_not_know_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["paper", "sample", "--kind", "help-now", "-o", str(tmp_path / "help.pdf")]

    assert main([*words, "--hide-names", "--fillable"]) == 0
    assert capsys.readouterr().err == "The paper “help-now” is the same without --fillable.\n"


def test_a_paper_is_locked_with_the_password_in_a_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    paper, words = tmp_path / "a.pdf", tmp_path / "words"
    words.write_text("lilac tree gate\nnot this\n", encoding="utf-8")

    for asked in (["plan", "sample:flat"], ["paper", "sample:flat", "--kind", "doctor"]):
        assert main([*asked, "--password-file", str(words), "-o", str(paper)]) == 0
        assert PdfReader(paper, password="lilac tree gate").pages
        assert PdfReader(paper).is_encrypted
    assert capsys.readouterr() == ("", "")

    document = ["paper", "sample:visit", "--kind", "ot-report", "-o", str(tmp_path / "a.odt")]
    assert main([*document, "--password-file", str(words)]) == 2
    assert "Only a PDF can have a password." in capsys.readouterr().err
    words.write_text("short", encoding="utf-8")
    assert main(["plan", "sample", "--password-file", str(words), "-o", str(tmp_path / "b")]) == 2
    assert "too short" in capsys.readouterr().err
    assert not (tmp_path / "b").exists()
