"""A family plan with 30 attached photos, and plans many times as long.

``python -m tests.big_plan FOLDER OUT [plain]`` writes the plan to OUT and prints what it took.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

from falls_app.cases import sample_case
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Case
from falls_app.domain.evidence import Photo
from tests.big_report import SIZE

PHOTOS, EACH = 30, 3
"""So many photos in all, so many of one finding."""


def plan_case() -> Case:
    """Return the sample home with 30 photos of what is open there."""
    rosa, number = sample_case(), 0
    walk = rosa.assessment
    findings = dict(walk.findings)
    for place, found in walk.findings.items():
        if found.answer.is_open and number < PHOTOS:
            photos = tuple(
                Photo(str(n), f"{n:064d}", *SIZE, f"Photo {n}")
                for n in range(number, number + EACH)
            )
            findings[place] = replace(found, photos=photos)
            number += EACH
    return rosa.with_assessment(replace(walk, findings=findings))


def long_case(times: int) -> Case:
    """Return the sample home with its rooms, and what was found in them, so many times."""
    rosa = sample_case()
    walk, rooms, findings = rosa.assessment, [], {}
    for n in range(times):
        for room in rosa.home:
            rooms.append(replace(room, id=f"{room.id}{n}", name=f"{room.name} {n}"))
        for found in walk.findings.values():
            if found.room:
                one = replace(found, room=f"{found.room}{n}")
                findings[one.place] = one
    home = replace(rosa.home, rooms=tuple(rooms))
    return replace(rosa, home=home, assessments=(replace(walk, findings=findings),))


def main() -> None:
    """Write the plan and print seconds, the peak of the memory in MB, and bytes."""
    from falls_app.export import Printing, write_paper

    folder, out, begin = Path(sys.argv[1]), Path(sys.argv[2]), time.perf_counter()
    write_paper(
        "family",
        plan_case(),
        out,
        Printing(
            load_region("us"),
            photos=lambda photo: folder / f"{photo.id}.jpg",
            tagging="plain" not in sys.argv,
        ),
    )
    print(time.perf_counter() - begin, peak_mb(), out.stat().st_size)


def peak_mb() -> float:
    """Return the most memory this program held; ``ru_maxrss`` would count who started it too."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if "VmHWM" in line)


if __name__ == "__main__":
    main()
