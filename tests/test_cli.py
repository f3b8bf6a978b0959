"""The commands: what they print, what they write, and how they refuse."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from falls_app import __version__, paths
from falls_app.__main__ import main
from falls_app.content.checks import load_checklist
from tests.domain.making import master_checklist, master_rows

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = paths.resources() / "samples" / "rosa.json"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; return exit code, standard output and standard error."""

    def command(*words: str | Path) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:  # argparse ends the program for --version and --help
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def sample(**changes: Any) -> dict[str, Any]:
    return {**json.loads(SAMPLE.read_text(encoding="utf-8")), **changes}


def case_file(folder: Path, case: object) -> Path:
    file = folder / "case.json"
    file.write_text(json.dumps(case), encoding="utf-8")
    return file


def answers(*pairs: tuple[str, str], **more: Any) -> dict[str, Any]:
    """Return a small case with these answers, all rooms null."""
    given = [{"check": check, "answer": answer} for check, answer in pairs]
    return {
        "format": "steady-home-case",
        "version": 1,
        "assessments": [{"date": "2026-11-20", "answers": given}],
        **more,
    }


def assert_one_sentence(said: str) -> None:
    """Fail unless this is one line for people: no traceback, no usage, no class names."""
    assert said.count("\n") == 1, said
    assert said.endswith(".\n"), said
    assert len(said) > 10
    assert not re.search(r"Traceback|Error:|File \"|usage:|Exception", said), said


# ------------------------------------------------------------------ version and help


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == (0, f"falls-app {__version__}\n", "")


def test_help_names_every_command(run: Run) -> None:
    code, out, _err = run("--help")

    assert code == 0
    assert {"plan", "score", "checks"} <= set(re.findall(r"^\s+(\w+)\s", out, re.M))


# ------------------------------------------------------------------ checks

KEYS = {
    "id", "area", "likelihood", "severity", "weight", "tags", "covers", "quick", "applies",
    "question", "look", "why", "short", "answers", "short_answers", "fixes", "never", "measures",
    "sources", "evidence", "picture",
}  # fmt: skip


def test_checks_prints_every_check_with_exactly_its_keys(run: Run) -> None:
    code, out, err = run("checks", "--json")
    checks = json.loads(out)

    assert (code, err) == (0, "")
    assert [check["id"] for check in checks] == [check.id for check in load_checklist()]
    for check in checks:
        assert set(check) == KEYS
        assert set(check["applies"]) == {"features", "traits", "not_traits"}
        assert {"cost", "leads_to", "do", "who", "minutes"} <= set(check["fixes"][0])


def test_checks_prints_the_figures_and_words_of_a_check(run: Run) -> None:
    by_id = {check["id"]: check for check in json.loads(run("checks", "--json")[1])}
    bath = by_id["BTH02"]

    assert (bath["area"], bath["likelihood"], bath["severity"], bath["weight"]) == ("BTH", 3, 3, 5)
    assert bath["covers"] == ["BTH02", "BTH04", "BTH05"]
    assert set(bath["answers"]) == set(bath["short_answers"])
    assert bath["measures"][0]["aim"] == {"us": [840, 915]}
    assert not re.search(r"\{\w+\}", json.dumps(by_id, ensure_ascii=False))
    assert not set(by_id) & {"B01", "RF30"}


# ------------------------------------------------------------------ score

SCORE_KEYS = {
    "home", "home_low", "fit", "fit_low", "areas", "completeness", "provisional", "band", "shown",
    "held_by", "help_readiness", "steps",
}  # fmt: skip


def test_score_prints_the_score_of_a_case(run: Run, tmp_path: Path) -> None:
    case = answers(("BTH01", "hazard"), ("BTH02", "safe"), ("KIT01", "not_here"))
    code, out, err = run("score", case_file(tmp_path, case))
    printed = json.loads(out)

    assert (code, err) == (0, "")
    assert set(printed) == SCORE_KEYS
    assert printed["areas"]["BTH"]["home"] == pytest.approx(70)
    assert "EMG" not in printed["areas"]
    assert (printed["fit"], printed["fit_low"], printed["band"], printed["shown"]) == (None,) * 4
    assert printed["steps"][0] == {"check": "BTH01", "room": None, "priority": 5.0, "tier": "now"}
    assert printed["help_readiness"] == "not_looked_at"


def test_score_of_a_case_that_knows_nothing_is_null(run: Run, tmp_path: Path) -> None:
    for case in (answers(), answers(assessments=[])):
        printed = json.loads(run("score", case_file(tmp_path, case))[1])

        assert set(printed) == SCORE_KEYS
        assert [printed[key] for key in ("home", "home_low", "band", "shown")] == [None] * 4
        assert (printed["held_by"], printed["steps"]) == ([], [])
        assert (printed["completeness"], printed["provisional"]) == (0, True)


def test_score_takes_the_sample(run: Run) -> None:
    by_name, by_file = run("score", "sample"), run("score", SAMPLE)

    assert by_name == by_file
    assert json.loads(by_name[1])["band"] in "ABCD"


def test_score_in_a_region_without_person_scores_goes_by_the_home(run: Run, tmp_path: Path) -> None:
    everything = [(check.id, "safe") for check in load_checklist() if check.id != "FLR01"]
    case = answers(*everything, ("FLR01", "hazard"), person={"traits": ["walking_aid"]})
    file = case_file(tmp_path, case)
    here, there = (json.loads(run("score", file, "--region", each)[1]) for each in ("us", "uk"))

    assert here["fit"] == there["fit"] < there["home"]
    assert here["shown"] == int(here["fit_low"] + 0.5)
    assert there["shown"] == int(there["home_low"] + 0.5)
    assert here["steps"] == there["steps"]


def test_the_worked_example_1_comes_out_of_the_command(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Wherever the list of checks is looked up, it is one check a row.
    for module in ("content.checks", "cases", "cli"):
        monkeypatch.setattr(f"falls_app.{module}.load_checklist", master_checklist, raising=False)
    hazards = {"FLR01", "LGT05", "BTH01", "BTH02", "FTW02"}
    given = []
    for row, table in master_rows().items():
        gone = table["new"] or row[:3] in ("STR", "GDN", "PET", "LGB")
        given.append((row, "not_here" if gone else "hazard" if row in hazards else "safe"))

    printed = json.loads(run("score", case_file(tmp_path, answers(*given)))[1])

    assert printed["areas"]["BTH"]["home"] == pytest.approx(49.0, abs=1e-9)
    assert printed["home"] == pytest.approx(1572 / 18, abs=1e-9)
    assert (printed["band"], printed["shown"]) == ("C", 74)
    assert printed["held_by"] == ["BTH01", "BTH02"]
    assert [step["check"] for step in printed["steps"]] == [
        "BTH01", "BTH02", "FLR01", "FTW02", "LGT05",
    ]  # fmt: skip


# ------------------------------------------------------------------ plan


def page_size(file: Path) -> tuple[int, int]:
    from pypdf import PdfReader

    box = PdfReader(file).pages[0].mediabox
    return round(box.width), round(box.height)


LETTER, A4 = (612, 792), (595, 842)


@pytest.mark.parametrize(
    ("options", "size"),
    [([], LETTER), (["--paper", "a4"], A4), (["--paper", "letter"], LETTER),
     (["--region", "uk"], A4), (["--region", "us"], LETTER),
     (["--region", "uk", "--paper", "letter"], LETTER)],
)  # fmt: skip
def test_plan_writes_the_family_plan_on_the_paper_asked_for(
    run: Run, tmp_path: Path, options: list[str], size: tuple[int, int]
) -> None:
    file = tmp_path / "Rosa’s plan.pdf"
    code, _out, err = run("plan", SAMPLE, "-o", file, *options)

    assert (code, err) == (0, "")
    assert file.read_bytes().startswith(b"%PDF-")
    assert page_size(file) == size


def test_plan_writes_over_an_older_plan_and_leaves_nothing_beside_it(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"old")

    assert run("plan", "sample", "--output", file)[0] == 0
    assert file.read_bytes().startswith(b"%PDF-")
    assert [each.name for each in tmp_path.iterdir()] == ["plan.pdf"]


def test_plan_of_an_unanswered_case_is_a_paper_too(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"

    assert run("plan", case_file(tmp_path, answers()), "-o", file)[0] == 0
    assert file.read_bytes().startswith(b"%PDF-")


# ------------------------------------------------------------------ refusals

WRONG_USE = [
    ["frobnicate"],
    ["score"],
    ["score", "sample", "extra"],
    ["score", "sample", "--region"],
    ["score", "sample", "--reg", "us"],
    ["plan", "sample"],
    ["plan", "-o", "a.pdf"],
    ["plan", "sample", "-o", "a.pdf", "--paper", "a5"],
    ["checks"],
    ["checks", "--jsn"],
    ["--verbose"],
]


@pytest.mark.parametrize("words", WRONG_USE, ids=" ".join)
def test_wrong_use_is_one_sentence(run: Run, words: list[str]) -> None:
    code, out, err = run(*words)

    assert (code, out) == (2, "")
    assert_one_sentence(err)


BROKEN = [
    ("not an object", [], "The case file must be an object"),
    ("no format", sample(format=None), "format"),
    ("another format", sample(format="other"), "format must be “steady-home-case”"),
    ("a newer version", sample(version=2), "version is 2, newer"),
    ("a version in words", sample(version="1"), "version must be a whole number"),
    ("no walks", {"format": "steady-home-case", "version": 1}, "assessments is missing"),
    ("walks of another type", sample(assessments={}), "assessments must be a list"),
    ("a walk of another type", sample(assessments=[7]), r"assessments[0] must be an object"),
    ("answers of another type", sample(assessments=[{"answers": 7}]), "assessments[0].answers"),
    ("no answer", answers(("BTH01", None)), "assessments[0].answers[0].answer must be a text"),
    ("an unknown answer", answers(("BTH01", "fine")), "not “fine”"),
    ("an unknown check", answers(("XXX99", "safe")), "“XXX99”"),
    ("a bone question", answers(("B01", "safe")), "“B01”"),
    ("the same twice", answers(("BTH01", "safe"), ("BTH01", "safe")), "answers[1]"),
    ("an unknown trait", answers(person={"traits": ["tired"]}), "person.traits[0]"),
    ("traits of another type", answers(person={"traits": "memory"}), "person.traits"),
    ("a person of another type", answers(person=7), "person must be an object"),
    ("an unknown way to speak", answers(person={"say": "it"}), "person.say"),
    ("a fall in words", answers(person={"fall_last_year": "yes"}), "person.fall_last_year"),
    ("a home of another type", answers(home=[]), "home must be an object"),
    ("rooms of another type", answers(home={"rooms": 7}), "home.rooms must be a list"),
    ("a room without an id", answers(home={"rooms": [{"area": "BTH"}]}), "home.rooms[0].id"),
    ("an unknown area", answers(home={"rooms": [{"id": "a", "area": "XXX"}]}), "“XXX”"),
    ("a whole-house room", answers(home={"rooms": [{"id": "a", "area": "FLR"}]}), "rooms[0].area"),
    (
        "an unknown use",
        answers(home={"rooms": [{"id": "a", "area": "BTH", "use": "often"}]}),
        "home.rooms[0].use",
    ),
    ("a feature in words", answers(home={"features": {"tub": "yes"}}), "home.features.tub"),
    (
        "a room where there are rooms",
        answers(("BTH01", "safe"), home={"rooms": [{"id": "a", "area": "BTH"}]}),
        "answers[0].room",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("case", "place"), [row[1:] for row in BROKEN], ids=[r[0] for r in BROKEN])
@pytest.mark.parametrize("command", ["score", "plan"])
def test_a_broken_case_is_one_sentence_that_names_the_place(
    run: Run, tmp_path: Path, command: str, case: object, place: str
) -> None:
    target = ["-o", tmp_path / "plan.pdf"] if command == "plan" else []
    code, out, err = run(command, case_file(tmp_path, case), *target)

    assert (code, out) == (2, "")
    assert place in err
    assert_one_sentence(err)
    assert not (tmp_path / "plan.pdf").exists()


def in_room(room: object, **more: Any) -> dict[str, Any]:
    case = answers(("BTH01", "safe"), **more)
    case["assessments"][0]["answers"][0]["room"] = room
    return case


ROOMS = {"rooms": [{"id": "bath", "area": "BTH"}, {"id": "hall", "area": "HAL"}]}


@pytest.mark.parametrize("room", ["cellar", "hall", None, 7, ""])
def test_a_wrong_room_is_one_sentence(run: Run, tmp_path: Path, room: object) -> None:
    code, out, err = run("score", case_file(tmp_path, in_room(room, home=ROOMS)))

    assert (code, out) == (2, "")
    assert "assessments[0].answers[0].room" in err
    assert_one_sentence(err)
    assert run("score", case_file(tmp_path, in_room("bath", home=ROOMS)))[0] == 0


def test_a_room_in_a_home_without_rooms_is_refused(run: Run, tmp_path: Path) -> None:
    code, _out, err = run("score", case_file(tmp_path, in_room("bath")))

    assert code == 2
    assert_one_sentence(err)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b'{"format": NaN}', b"null", b'"a"'],
    ids=["empty", "half", "bytes", "deep", "nan", "null", "text"],
)  # fmt: skip
def test_what_is_no_case_is_one_sentence(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(content)
    code, out, err = run("score", file)

    assert (code, out) == (2, "")
    assert_one_sentence(err)


@pytest.mark.parametrize(
    "name", ["nowhere.json", "folder.json", "case.txt", "Sample", "no\nfile.json"]
)
def test_a_case_that_cannot_be_read_is_one_sentence(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "case.txt").write_bytes(SAMPLE.read_bytes())
    code, out, err = run("score", tmp_path / name)

    assert (code, out) == (2, "")
    assert_one_sentence(err)


@pytest.mark.parametrize("command", ["score", "plan"])
def test_an_unknown_region_is_one_sentence(run: Run, tmp_path: Path, command: str) -> None:
    target = ["-o", tmp_path / "plan.pdf"] if command == "plan" else []

    for region in ("mars", "", "US", "../regions/us"):
        code, out, err = run(command, "sample", *target, "--region", region)
        assert (code, out) == (2, "")
        assert_one_sentence(err)


@pytest.mark.parametrize("target", ["nowhere/plan.pdf", "folder", "file.txt/plan.pdf"])
def test_a_plan_that_cannot_be_written_is_one_sentence(
    run: Run, tmp_path: Path, target: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").touch()
    code, out, err = run("plan", "sample", "-o", tmp_path / target)

    assert (code, out) == (2, "")
    assert_one_sentence(err)
    assert not (tmp_path / "nowhere").exists()


# ------------------------------------------------------------------ where there is no screen


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without")
@pytest.mark.parametrize("display", ["", ":60077"], ids=["none", "one that nobody serves"])
def test_without_a_screen_the_sample_s_plan_is_written(tmp_path: Path, display: str) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in screens}
    environment |= {"PYTHONPATH": str(ROOT)} | ({"DISPLAY": display} if display else {})
    before = date.today()

    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "falls_app"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    days = {before.isoformat(), date.today().isoformat()}
    written = [file.name for file in tmp_path.iterdir()]
    assert (done.returncode, done.stderr) == (0, "")
    assert len(written) == 1
    assert written[0] in {f"Rosa - plan - {day}.pdf" for day in days}
    assert (tmp_path / written[0]).read_bytes().startswith(b"%PDF-")
    assert_one_sentence(done.stdout)
    assert "screen" in done.stdout
    assert written[0] in done.stdout
