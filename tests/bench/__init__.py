"""Measures speed in one run, as ratios. See ``__main__``; here is what other kits take from it."""

import os

from tests.bench.locked import lock, unlocked
from tests.bench.photo import attach
from tests.bench.timing import Disk, percentile, timed
from tests.bench.walk import Walk, answer_all

__all__ = ["Disk", "Walk", "answer_all", "attach", "lock", "percentile", "timed", "unlocked"]

# No part loads anything of Qt before it runs.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
