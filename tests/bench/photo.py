"""How long a photo takes that is attached in the window."""

import tempfile
import time
from pathlib import Path
from statistics import median

from tests.bench.locked import lock, unlocked
from tests.bench.timing import timed
from tests.bench.walk import Walk, answer_all


def photo(rounds: int = 15) -> None:
    """A photo of 12 megapixels attached in the window, against decoding it; locked too."""
    for is_locked in (False, True):
        _photo(rounds, is_locked=is_locked)


def _photo(rounds: int, *, is_locked: bool) -> None:
    from PIL import Image

    from tests.camera import take_photo

    def decode(file: Path) -> None:
        with Image.open(file) as opened:
            opened.load()

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if is_locked:
            lock(folder / "store")
            unlocked(folder / "store")
        files = [folder / f"{number}.jpg" for number in range(4)]
        for number, file in enumerate(files):
            take_photo(file, number)
        walk, bare, ours = Walk(folder / "store"), [], []
        answer_all(walk)
        places = [each for each in walk.session.view.score.places if each.room]
        for number, asked in enumerate(places[: rounds + 1]):
            file = files[number % len(files)]
            walk.window.go("results")  # a sheet opens with its page
            walk.window.go(f"walk:{asked.room.id}:{asked.check.id}:photo")
            walk.rest()
            bare.append(timed(lambda file=file: decode(file)))
            ours.append(attach(walk, file))
        del bare[0], ours[0]  # the first one loads what photos need
        size = median(each.stat().st_size for each in files) / 1e6
        window, whole = (median(each[side] for each in ours) for side in (0, 1))
        ratios = [
            median(each[side] / one for one, each in zip(bare, ours, strict=True))
            for side in (0, 1)
        ]
        print(
            f"photo{', locked' if is_locked else ''}: the window's own thread {ratios[0]:.2f} x "
            f"decoding it ({window * 1e3:.1f} against {median(bare) * 1e3:.1f} ms; at most 0.2), "
            f"until it is saved and shown {ratios[1]:.2f} x ({whole * 1e3:.0f} ms); {rounds} "
            f"photos of 12 megapixels, {size:.1f} MB each"
        )
        walk.window.close()
        walk.store.close()


def attach(walk: Walk, file: Path) -> tuple[float, float]:
    """Attach a photo to the check that is shown; it is on the disk and on the screen after.

    Returns the seconds that the window's own thread was taken, and those that all took.
    """
    sheet, begin = walk.sheet(), time.perf_counter()
    taken = timed(lambda: sheet.take([file]))
    while not sheet.evidence.finding.photos:
        taken += timed(walk.application.processEvents)
        time.sleep(0.0005)
    taken += timed(walk.settle)
    assert sheet.evidence.is_saved
    return taken, time.perf_counter() - begin
