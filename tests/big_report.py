"""A visit as large as they come: 60 photos of 3 megapixels, a report of about 40 pages.

``python -m tests.big_report FOLDER OUT`` writes its report to OUT and prints what it took.
"""

import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

from falls_app.cases import load_case
from falls_app.content.checks import load_checklist
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Mark, MarkKind, Photo
from falls_app.domain.home import Room

PHOTOS, PAGES = 60, 40
SIZE = (2000, 1500)
MARKS = (
    Mark(MarkKind.ARROW, (0.2, 0.2), (0.5, 0.5)),
    Mark(MarkKind.TEXT, (0.6, 0.6), (0.6, 0.6), "Loose here"),
)
NOTE = "Watched twice, by day and at night. The hand goes to the wall first, then to the door."


def write_photos(folder: Path) -> None:
    """Write 60 photos with the detail of real ones, unless they are there."""
    from PIL import Image, ImageFilter

    folder.mkdir(parents=True, exist_ok=True)
    noise = Image.effect_noise(SIZE, 60).filter(ImageFilter.GaussianBlur(2))
    for number in range(PHOTOS):
        file = folder / f"{number}.jpg"
        if not file.exists():
            tint = Image.new("RGB", SIZE, (40 + number * 3, 120, 200 - number * 3))
            Image.blend(tint, noise.convert("RGB"), 0.5).save(file, quality=85)


def big_case() -> Case:
    """Return Nell's case with more bathrooms and bedrooms, all to put right, and 60 photos."""
    nell = load_case("sample:visit")
    extra = [Room(f"{area}{n}", area, f"{name} {n}") for area, name in
             (("BTH", "Bathroom"), ("BED", "Bedroom"), ("STR", "Stairs")) for n in range(2, 5)]  # fmt: skip
    walk, number = nell.assessment, 0
    findings = {place: replace(found, photos=()) for place, found in walk.findings.items()}
    for check in load_checklist():
        for room in extra:
            if room.area == check.area:
                found = Finding(check.id, Answer.HAZARD, room.id, NOTE)
                findings[found.place] = found
    for place, found in findings.items():
        if found.answer.is_open and number < PHOTOS:
            photo = Photo(str(number), f"{number:064d}", *SIZE, f"Photo of {place[0]}", MARKS)
            findings[place] = replace(found, photos=(photo,))
            number += 1
    home = replace(nell.home, rooms=(*nell.home.rooms, *extra))
    return replace(nell, home=home, assessments=(replace(walk, findings=findings),))


def main() -> None:
    """Write the report and print seconds, the peak of the memory in MB, and bytes."""
    from falls_app.export import Printing, write_paper

    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    case, begin = big_case(), time.perf_counter()
    printing = Printing(load_region("us"), photos=lambda photo: folder / f"{photo.id}.jpg")
    write_paper("ot-report", case, out, printing)
    took = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(took, peak, out.stat().st_size)


if __name__ == "__main__":
    main()
