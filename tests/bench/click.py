"""How long an answer takes, from the click to the screen and the disk."""

import tempfile
from pathlib import Path
from statistics import median

from tests.bench.timing import Disk, percentile, timed
from tests.bench.walk import Walk, answer_all


def click(rounds: int = 150) -> None:
    """Click to painted and saved, against one bare repaint and one durable write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        walk, disk = Walk(folder / "store"), Disk(folder)
        for words in ("first card", "last card"):
            bare, ours = [], []
            for number in range(rounds):
                bare.append(timed(lambda: (walk.window.repaint(), disk.write())))
                ours.append(timed(lambda number=number: walk.click(number % 3)))
            reference = median(bare)
            print(
                f"click, {words}: p50 {percentile(ours, 0.5) / reference:.2f} x, "
                f"p95 {percentile(ours, 0.95) / reference:.2f} x, "
                f"p99 {percentile(ours, 0.99) / reference:.2f} x one repaint and one write "
                f"(p95 {percentile(ours, 0.95) * 1e3:.1f} ms; reference {reference * 1e3:.1f} ms; "
                f"{rounds} clicks; at most 6 x and 12 x, 16 ms)"
            )
            answer_all(walk)
            last = walk.session.view.places[-2]
            checks = [each for each in walk.session.view.score.places if each.room is None]
            walk.window.go(f"walk:{last}:{checks[-1].check.id}")
            walk.settle()
        walk.window.close()
        walk.store.close()
