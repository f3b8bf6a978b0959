"""Shows that nothing is lost: ``python -m tests.battery [--share 0.05] [PART …]``.

Parts: kills, power, faults, damage, hostile, locked, secrets, caseload. All of them if none is named. ``--share 1`` (the default) makes the full
counts, which takes long; 0.05 takes a few minutes. Exit code 1 if anything was lost.
"""

import argparse
import sys
import time

from tests.battery import caseload, damage, faults, hostile, kills, layer, locked, power, secrets


def on_locked_stores(share: float) -> bool:
    """Kill, cut the power of and damage stores that are locked; fewer of each."""
    parts = {"kills": kills.run, "damage": damage.run}
    if not layer.missing():
        parts["power"] = power.run
    return locked.run(parts, share / 2)


PARTS = {
    "kills": kills.run, "power": power.run, "faults": faults.run, "damage": damage.run,
    "hostile": hostile.run, "locked": on_locked_stores, "secrets": secrets.run,
    "caseload": caseload.run,
}  # fmt: skip
NEED_LAYER = ("power", "faults")


def main() -> int:
    """Run the parts that were named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.battery", description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of the full counts, 0 to 1")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    words = parser.parse_args()
    if unknown := set(words.parts) - set(PARTS):
        parser.error(f"There is no part {', '.join(sorted(unknown))}.")
    is_fine = True
    for name in words.parts or PARTS:
        begin = time.perf_counter()
        if name in NEED_LAYER and layer.missing():
            print(f"{name}: left out. {layer.missing()}")
            continue
        is_fine &= PARTS[name](words.share)
        print(f"{name}: took {time.perf_counter() - begin:.0f} s", flush=True)
    print("Nothing was lost." if is_fine else "SOMETHING WAS LOST.")
    return 0 if is_fine else 1


if __name__ == "__main__":
    sys.exit(main())
