"""How long a durable answer takes."""

import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

from tests.bench.locked import lock
from tests.bench.timing import Disk, timed


def commit(rounds: int = 400) -> None:
    """A durable answer in a case with many, against a bare durable write; locked too."""
    for is_locked in (False, True):
        _commit(rounds, is_locked=is_locked)


def _commit(rounds: int, *, is_locked: bool) -> None:
    from dataclasses import replace

    from falls_app.domain.assessment import Assessment, Case, Finding
    from falls_app.domain.checklist import Answer
    from falls_app.storage.store import Store

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        disk = Disk(folder)
        if is_locked:
            lock(folder / "store")
        store = Store.open(folder / "store", lambda: datetime.now(UTC))
        findings = {(f"C{n}", None): Finding(f"C{n}", Answer.SAFE) for n in range(150)}
        walk = Assessment("a", date.today().isoformat(), findings=findings)
        case = store.create(Case(assessments=(walk,)), "new")
        bare, ours, after_it = [], [], []
        for number in range(rounds):
            answer = Answer.HAZARD if number % 2 else Answer.SAFE
            found = replace(walk.findings["C1", None], answer=answer, note=str(number))
            after = case.with_assessment(case.assessment.with_finding(found))
            bare.append(timed(disk.write))
            begin = time.perf_counter()
            case = store.save(case, after, "answer")
            ours.append(time.perf_counter() - begin)
            begin = time.perf_counter()
            store.undo_label(case.id)  # as the window does next: it brings the answer in
            after_it.append(time.perf_counter() - begin)
        store.close()
    ratio = median(ours) / median(bare)
    print(
        f"commit{', locked' if is_locked else ''}: {ratio:.2f} x a write and fdatasync "
        f"({median(ours) * 1e6:.0f} against {median(bare) * 1e6:.0f} microseconds; {rounds} answers "
        f"in a case of 150{'; at most 2.0' if is_locked else ''}; to its home after that, when it "
        f"is safe already: {median(after_it) * 1e6:.0f} microseconds)"
    )
