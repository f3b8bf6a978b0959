"""A few of the hostile files, and whether the watch would see anything."""

import sys
from pathlib import Path

import pytest

from tests.battery import hostile
from tests.battery.watched import Outcome, watch


def number_of(kind: str) -> int:
    return hostile.KINDS.index(kind)


@pytest.mark.parametrize("kind", ["zip another_path", "case sly_notes"])
def test_a_hostile_file_is_refused_or_comes_in_soundly(kind: str, tmp_path: Path) -> None:
    good = hostile.make_good(tmp_path)

    found = hostile.tried(number_of(kind), good, tmp_path)

    assert found.wrong == ""
    assert found.outcome.code == (3 if kind.startswith("zip") else 0)


def test_a_program_that_is_started_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import subprocess, sys\n"
        "import falls_app.store_commands as c\n"
        "def start(_chosen):\n"
        "    subprocess.run([sys.executable, '-c', ''])\n"
        "    open(r'{}', 'w').close()\n"
        "c._cases = start\n".format(tmp_path / "planted")
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{':'.join(filter(None, sys.path))}")

    outcome = watch(tmp_path, "cases")

    assert any(did.startswith("subprocess.Popen") for did in outcome.did)
    assert f"open {tmp_path / 'planted'}" in outcome.did
    assert outcome.trouble.startswith("did ")


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(1, "", "Traceback", 1, 50, ()),
        Outcome(3, "", "Two\nlines.\n", 1, 50, ()),
        Outcome(3, "half", "A sentence.\n", 1, 50, ()),
        Outcome(3, "", "A sentence.\n", 21, 50, ()),
        Outcome(3, "", "A sentence.\n", 1, 301, ()),
    ],
)
def test_what_is_no_refusal_is_told(outcome: Outcome) -> None:
    assert outcome.trouble
