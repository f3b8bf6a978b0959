"""One whole walk in a real window: what a family does there, and what it has afterwards."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest

from falls_app import screen
from falls_app.content.bones import load_bone_check
from falls_app.content.checks import load_checklist
from falls_app.domain.assessment import Case, Decision
from falls_app.domain.checklist import Answer
from falls_app.i18n import About
from falls_app.storage.store import Store

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 50
"""How long the walk may take; it takes about four here."""

ANSWERS = {
    "1": Answer.SAFE,
    "2": Answer.PARTLY,
    "3": Answer.HAZARD,
    "0": Answer.NOT_HERE,
    "?": Answer.NOT_SURE,
}


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A display of our own, such as ":99"; it is gone afterwards."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("Xvfb is not installed, so there is no display to open a real window on")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    if missing := screen.missing_packages():
        pytest.skip(f"a real window needs {' '.join(missing)}")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:  # it tells its number once it can be used
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture
def walked(display: str, tmp_path: Path) -> dict[str, Any]:
    """What was answered and decided in the window, as ``walk_script.py`` tells it."""
    (tmp_path / "home").mkdir()
    ours = {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "STEADY_HOME_DATA": str(tmp_path / "store"),
        "HOME": str(tmp_path / "home"),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }
    theirs = ("QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "WAYLAND_DISPLAY")
    environment = {name: each for name, each in os.environ.items() if name not in theirs}
    ended = subprocess.run(
        [sys.executable, "-m", "tests.walk_script", str(tmp_path / "plan.pdf")],
        cwd=tmp_path,
        env=environment | ours,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr, ended.stderr
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


def test_a_first_walk_in_a_real_window_is_kept_and_printed(
    walked: dict[str, Any], tmp_path: Path
) -> None:
    store = Store.open(tmp_path / "store", lambda: datetime.now(UTC))
    (home,) = store.cases()
    case = store.load(home.id)
    store.close()

    person = case.person
    assert (person.name, person.age, person.say) == (walked["name"], 81, "she")
    assert set(person.traits) == {"weak_legs", "lives_alone"}
    assert case.home.tenure == "own"
    assert case.bones.two_days.ticked == ("none",)
    every_decision_is_kept(walked, case)
    every_answer_is_kept(walked["checks"], case)
    every_answer_about_bones_is_kept(walked["bones"], case)
    the_pages_say_what_was_decided(walked, tmp_path / "plan.pdf")


def every_answer_is_kept(asked: list[list[str]], case: Case) -> None:
    """The card that was read and the key that was pressed are in the store, all of them."""
    assert case.assessment is not None
    rooms = {room.id: room.name for room in case.home.rooms}
    kept = {
        (rooms.get(room or "", "Whole house"), check): finding.answer
        for (check, room), finding in case.assessment.findings.items()
    }
    (done,) = [choice.step for choice in case.choices.values() if choice.done]
    about = About(case.person.name, case.person.say)
    for place, words, key in asked:
        check = next(e.id for e in load_checklist() if words.startswith(about(e.question)))
        # What is done is no longer what was seen.
        wanted = Answer.SAFE if check == done else ANSWERS[key]
        assert kept.pop((place, check)) is wanted, words
    assert not kept


def every_answer_about_bones_is_kept(asked: list[list[str]], case: Case) -> None:
    questions = load_bone_check().questions
    assert len(asked) == len(questions)
    about = About(case.person.name, case.person.say)
    for question, (_place, words, key) in zip(questions, asked, strict=True):
        assert words == about(question.question)
        assert case.bones.items[question.id] == question.choices[int(key) - 1].id


def every_decision_is_kept(walked: dict[str, Any], case: Case) -> None:
    (own,) = [each for each in case.choices.values() if each.decision is Decision.OWN_WAY]
    assert own.words == walked["own_way"]
    assert [each.decision for each in case.choices.values()].count(Decision.AGREED) == 1
    assert len(set(walked["decisions"].values())) == len(case.choices) == 3


def the_pages_say_what_was_decided(walked: dict[str, Any], pdf: Path) -> None:
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(pdf).pages]
    words, name, decisions = " ".join(pages), walked["name"], walked["decisions"]
    assert f"{name}’s plan" in pages[0]
    assert f"{name}’s way" in words
    assert walked["own_way"] in words
    assert f"{name} agreed" in words
    assert decisions["agreed"] in words
    assert decisions["done"] in words
    # What she does her own way is not ordered on any page.
    assert decisions["own"] not in words
    assert re.match(rf"{len(pages)} pages\b", walked["pages"])
