"""How much memory and room a large report takes."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.timing import CHECKOUT


def report() -> None:
    """The OT report of a large visit, in a process of its own: memory and size."""
    from pypdf import PdfReader

    from tests.big_report import PHOTOS, write_photos

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_photos(folder / "photos")
        out = folder / "report.pdf"
        command = [sys.executable, "-m", "tests.big_report", str(folder / "photos"), str(out)]
        place = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        done = subprocess.run(
            command, check=True, env=place, cwd=CHECKOUT, capture_output=True, text=True
        )
        took, peak, size = map(float, done.stdout.split())
        print(
            f"report: {len(PdfReader(out).pages)} pages with {PHOTOS} photos in {took:.1f} s; "
            f"the whole process at most {peak:.0f} MB (at most 150), "
            f"file {size / 1e6:.1f} MB (at most 12)"
        )
