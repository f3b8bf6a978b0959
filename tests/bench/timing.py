"""What the parts measure with: times, a bare durable write, memory."""

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds the work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


class Disk:
    """A bare durable write: 4 KiB and ``fdatasync``."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / "reference.bin", os.O_RDWR | os.O_CREAT)

    def write(self) -> None:
        """Write and sync."""
        os.pwrite(self._file, b"x" * 4096, 0)
        getattr(os, "fdatasync", os.fsync)(self._file)


def resident() -> int:
    """Return the memory this process holds, in bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
