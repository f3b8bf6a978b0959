"""A program to be killed: ``python -m tests.battery.worker JOURNEY FOLDER SEED``.

It says READY, then goes on with the journey in that folder and prints its diary as it goes.
"""

import random
import sys
from pathlib import Path

from tests.battery.journeys import JOURNEYS

ENDLESS = 100_000


def tell(line: str) -> None:
    """Print a line of the diary; whoever reads it has it even if this program is killed then."""
    sys.stdout.write(line)
    sys.stdout.flush()


def main() -> None:
    """Walk until the end, or until somebody kills this program."""
    name, folder, seed = sys.argv[1:]
    journey = JOURNEYS[name]
    length = 0 if journey.is_short else ENDLESS
    tell("READY\n")
    journey.walk(Path(folder), random.Random(seed), tell, length)


if __name__ == "__main__":
    main()
