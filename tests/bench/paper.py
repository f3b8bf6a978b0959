"""What the tags of a plan cost."""

import os
import subprocess
import sys
from statistics import median

from tests.bench.timing import CHECKOUT, timed

PAPER = """
import io, sys
from falls_app.cases import load_case
from falls_app.content.regions import load_region
from falls_app.export import Printing, write_paper
out = io.BytesIO()
how = Printing(load_region("us"), tagging=sys.argv[1] == "tagged")
write_paper("family", load_case("sample"), out, how)
"""


def paper(rounds: int = 7) -> None:
    """The family plan, against the same story with tagging switched off; whole processes."""

    def run(kind: str) -> float:
        command = [sys.executable, "-c", PAPER, kind]
        place = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        return timed(lambda: subprocess.run(command, check=True, env=place))

    run("tagged")
    pairs = [(run("plain"), run("tagged")) for _round in range(rounds)]
    ratio = median(pair[1] / pair[0] for pair in pairs)
    tagged = median(pair[1] for pair in pairs)
    print(
        f"paper: {ratio:.2f} x the same plan untagged ({tagged * 1e3:.0f} ms the whole process; "
        f"{rounds} pairs; at most 1.4)"
    )
