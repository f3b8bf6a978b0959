"""What all tests share."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The tests import their own helpers as ``tests.…``, from wherever pytest was started.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
