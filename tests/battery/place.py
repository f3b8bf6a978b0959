"""Folders for what is tried; where nothing is to be measured, in memory."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

MEMORY = Path("/dev/shm")
ENOUGH = 500_000_000
"""Bytes that must be free there."""


@contextmanager
def quick_folder() -> Iterator[Path]:
    """Give a folder, in memory where the system has such: a sync costs nothing there."""
    with tempfile.TemporaryDirectory(prefix="battery-", dir=_memory()) as name:
        yield Path(name)


@cache
def _memory() -> Path | None:
    try:
        if shutil.disk_usage(MEMORY).free < ENOUGH:
            return None
        tempfile.TemporaryDirectory(dir=MEMORY).cleanup()
    except OSError:
        return None
    return MEMORY
