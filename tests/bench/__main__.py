"""Measures speed in one run, as ratios: ``python -m tests.bench [part …]``.

Parts: start, click, photo, album, commit, unlock, score, paper, turns, report, preview, plan.
Pairs are interleaved, so that a busy machine slows both sides. Every figure comes with the work it
did.
"""

import sys

from tests.bench.album import album
from tests.bench.click import click
from tests.bench.commit import commit
from tests.bench.paper import paper
from tests.bench.photo import photo
from tests.bench.plan import plan
from tests.bench.preview import preview
from tests.bench.report import report
from tests.bench.score import score_many
from tests.bench.start import start
from tests.bench.turns import turns
from tests.bench.unlock import unlock

PARTS = {
    "start": start, "click": click, "photo": photo, "album": album, "commit": commit,
    "unlock": unlock, "score": score_many, "paper": paper, "turns": turns, "report": report,
    "preview": preview, "plan": plan,
}  # fmt: skip


def main() -> None:
    """Run the parts that were named, or all of them."""
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
