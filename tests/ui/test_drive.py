"""The driver that outside checks start: it answers in the real window, and may be killed."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from falls_app.storage.store import Store

CHECKOUT = Path(__file__).resolve().parents[2]


def driving(folder: Path, answers: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.drive", "--answers", str(answers), "--seed", "7"]
    place = os.environ | {"STEADY_HOME_DATA": str(folder), "PYTHONPATH": str(CHECKOUT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=place, cwd=CHECKOUT)


def told(lines: list[str]) -> dict[tuple[str, str | None], str]:
    """Return the last answer that was acknowledged at each place."""
    words = [line.split() for line in lines]
    return {(check, None if room == "-" else room): a for _ack, _id, check, room, a, _n in words}


def test_a_driver_that_is_killed_goes_on_with_the_same_home_and_all_its_answers(
    tmp_path: Path,
) -> None:
    with driving(tmp_path, 1000) as first:
        assert first.stdout is not None
        lines = [first.stdout.readline() for _number in range(4)]
        first.kill()
    with driving(tmp_path, 2) as second:
        assert second.stdout is not None
        more = second.stdout.readlines()

    assert second.returncode == 0
    assert [line.split()[-1] for line in lines] == ["1", "2", "3", "4"]
    assert len(more) == 2
    store = Store.open(tmp_path, lambda: datetime.now(UTC))
    (home,) = store.cases()
    walk = store.load(home.id).assessments[-1]
    store.close()
    assert {line.split()[1] for line in lines + more} == {home.id}
    kept = {place: finding.answer.value for place, finding in walk.findings.items()}
    assert told(lines + more).items() <= kept.items()
