"""How much memory a home with many photos takes."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.timing import CHECKOUT


def album() -> None:
    """A home with 60 photos of 12 megapixels in the window, and one without: memory."""
    from tests.big_album import PHOTOS, STAGES
    from tests.camera import take_photo

    with tempfile.TemporaryDirectory() as name:
        for number in range(6):
            take_photo(Path(name) / f"{number}.jpg", number)

        def peaks(count: int) -> list[str]:
            command = [sys.executable, "-m", "tests.big_album", name, str(count)]
            place = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
            return subprocess.run(
                command, check=True, env=place, cwd=CHECKOUT, capture_output=True, text=True
            ).stdout.split()

        bare, ours = peaks(0), peaks(PHOTOS)
    stages = ", ".join(
        f"{stage} {peak} ({without})"
        for stage, peak, without in zip(STAGES, ours, bare, strict=True)
    )
    print(
        f"album: {PHOTOS} photos, the whole process at most {ours[-1]} MB (at most 300), without "
        f"photos {bare[-1]}; after each stage, and without photos: {stages}"
    )
