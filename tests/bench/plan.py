"""What a plan with photos, and a long one, takes."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.bench.timing import CHECKOUT, timed


def plan(rounds: int = 7) -> None:
    """The family plan with 30 photos: tags, memory, size; and one 16 times as long."""
    from pypdf import PdfReader

    from tests.big_plan import PHOTOS
    from tests.big_report import write_photos

    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name), Path(name) / "plan.pdf"
        write_photos(folder / "photos")
        photos = sum((folder / "photos" / f"{n}.jpg").stat().st_size for n in range(PHOTOS))

        def run(kind: str) -> tuple[float, float, bytes]:
            command = [
                sys.executable, "-m", "tests.big_plan", str(folder / "photos"), str(out), kind
            ]  # fmt: skip
            place, begin = {**os.environ, "PYTHONPATH": str(CHECKOUT)}, time.perf_counter()
            done = subprocess.run(
                command, check=True, env=place, cwd=CHECKOUT, capture_output=True, text=True
            )
            return time.perf_counter() - begin, float(done.stdout.split()[1]), out.read_bytes()

        run("tagged")
        pairs = [(run("plain"), run("tagged")) for _round in range(rounds)]
        ratio = median(tagged[0] / plain[0] for plain, tagged in pairs)
        same = len({tagged[2] for _plain, tagged in pairs}) == 1
        took, peak, data = pairs[-1][1]
        print(
            f"plan: {len(PdfReader(out).pages)} pages with {PHOTOS} photos, {ratio:.2f} x the same "
            f"untagged ({took:.1f} s the whole process; {rounds} pairs; at most 1.4), "
            f"peak {peak:.0f} MB (at most 100), file {len(data) / photos:.3f} x its photos "
            f"(at most 1.15), the same bytes {'every time' if same else 'NOT every time'}"
        )
    _long_plans(rounds)


def _long_plans(rounds: int) -> None:
    """Time the same plan and one of 16 times the steps, in this process."""
    from io import BytesIO

    from falls_app.content.regions import load_region
    from falls_app.export import Printing, write_paper
    from tests.big_plan import long_case

    region, one, many = load_region("us"), long_case(1), long_case(16)

    def took(case) -> float:
        return timed(lambda: write_paper("family", case, BytesIO(), Printing(region)))

    took(many)
    pairs = [(took(one), took(many)) for _round in range(rounds)]
    ratio = median(after / before for before, after in pairs)
    print(
        f"plan: {ratio:.1f} x the time for 16 times the steps "
        f"({median(pair[1] for pair in pairs) * 1e3:.0f} against "
        f"{median(pair[0] for pair in pairs) * 1e3:.0f} ms; {rounds} pairs; at most 18)"
    )
