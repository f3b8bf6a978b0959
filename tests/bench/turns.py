"""How much memory many page turns take."""

import tempfile
from pathlib import Path

from tests.bench.timing import resident, timed
from tests.bench.walk import Walk, answer_all


def turns(count: int = 20_000) -> None:
    """Page turns in the real window: memory must not grow by more than 10 MB."""
    import resource

    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    with tempfile.TemporaryDirectory() as name:
        walk = Walk(Path(name) / "store")
        answer_all(walk)
        walk.window.go("walk:bathroom:BTH01")

        def turn(number: int) -> None:
            key = Qt.Key.Key_Right if number % 4 < 2 else Qt.Key.Key_Left
            QTest.keyClick(walk.card(), key)
            walk.application.processEvents()

        for number in range(400):
            turn(number)
        before = resident()
        took = timed(lambda: [turn(number) for number in range(count)])
        grown = (resident() - before) / 1e6
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        print(
            f"turns: {count} page turns, memory grew {grown:.1f} MB (at most 10), "
            f"{took / count * 1e3:.1f} ms a turn, peak {peak:.0f} MB"
        )
        walk.window.close()
        walk.store.close()
