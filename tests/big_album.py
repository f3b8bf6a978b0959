"""A home with 60 photos of 12 megapixels in the real window: attached, looked at, printed.

``python -m tests.big_album FOLDER COUNT`` attaches the photos in FOLDER until there are so many,
walks through all of their cards and sheets, the results, the plan and the preview, saves the
family plan, and prints the peak of the memory in MB after each.
"""

import sys
import tempfile
from pathlib import Path
from unittest import mock

from tests.bench import Walk, answer_all, attach
from tests.big_plan import peak_mb

PHOTOS, MOST_AT_ONE = 60, 3
"""So many photos in all, so many at one check at most."""
STAGES = ("window", "attached", "looked at", "results and plan", "preview", "saved")


class Album:
    """The window with its photos."""

    def __init__(self, folder: Path, photos: list[Path], count: int) -> None:
        self.walk, self._photos, self._count = Walk(folder / "store"), photos, count
        self._plan = folder / "plan.pdf"
        answer_all(self.walk)

    def stages(self) -> list[float]:
        """Do everything; return the peak of the memory after each stage, in MB."""
        peaks = [peak_mb()]
        for stage in (self._attach, self._look, self._turn_to_plan, self._preview, self._save):
            stage()
            peaks.append(peak_mb())
        return peaks

    def _attach(self) -> None:
        places = [each for each in self.walk.session.view.score.places if each.is_open]
        for number in range(self._count):
            asked = places[number // MOST_AT_ONE]
            if number % MOST_AT_ONE == 0:
                self._open(f"walk:{_place(asked)}:{asked.check.id}:photo")
            attach(self.walk, self._photos[number % len(self._photos)])

    def _look(self) -> None:
        for asked in self.walk.session.view.score.places:
            where = f"walk:{_place(asked)}:{asked.check.id}"
            self._open(where)
            if asked.finding.photos:
                self._open(f"{where}:photo")

    def _turn_to_plan(self) -> None:
        for page in ("results", "plan", "print"):
            self._open(page)

    def _preview(self) -> None:
        page = self.walk.window.page
        self.walk.until(lambda: page._made is not None)
        for _page in range(page._made.count):
            page._pages.turn_on()
            self.walk.rest()

    def _save(self) -> None:
        with mock.patch(
            "PySide6.QtWidgets.QFileDialog.getSaveFileName", return_value=(str(self._plan), "")
        ):
            self.walk.window.page._on_save()
        self.walk.until(self._plan.is_file)

    def _open(self, page: str) -> None:
        self.walk.window.go("results")  # a sheet opens with its page
        self.walk.window.go(page)
        self.walk.settle()


def _place(asked) -> str:
    return asked.room.id if asked.room else "whole"


def main() -> None:
    """Print the peaks."""
    photos = sorted(Path(sys.argv[1]).glob("*.jpg"))
    with tempfile.TemporaryDirectory() as name:
        album = Album(Path(name), photos, int(sys.argv[2]))
        print(*(round(each) for each in album.stages()))
        album.walk.window.close()
        album.walk.store.close()


if __name__ == "__main__":
    main()
