"""Measures speed in one run, as ratios: ``python -m tests.bench [part …]``.

Parts: start, click, photo, album, commit, unlock, score, paper, turns, report, preview, plan.
Pairs are interleaved, so that a busy machine slows both sides. Every figure comes with the work it
did.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CHECKOUT = Path(__file__).resolve().parent.parent


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds the work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


class Disk:
    """A bare durable write: 4 KiB and ``fdatasync``."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / "reference.bin", os.O_RDWR | os.O_CREAT)

    def write(self) -> None:
        """Write and sync."""
        os.pwrite(self._file, b"x" * 4096, 0)
        getattr(os, "fdatasync", os.fsync)(self._file)


# ------------------------------------------------------------------------------- start

PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Eye(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and seen.isWidgetType() and seen.isVisible():
            self.left -= 1
        return False
def wait():
    while eye.left > 0: QApplication.processEvents()
    import os; os._exit(0)
eye = Eye()
"""

BARE = f"""
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
{PAINTED}
application = QApplication([]); window = QMainWindow(); label = QLabel("Hello")
window.setCentralWidget(label); eye.left = 1; label.installEventFilter(eye)
window.resize(1440, 900); window.show(); wait()
"""

OURS = f"""
import sys
from falls_app.__main__ import main
sys.argv = ["falls-app"]
import falls_app.screen as screen
reachable = screen.missing_packages
def missing():
    found = reachable()
    from PySide6.QtWidgets import QApplication
    globals()["QApplication"] = QApplication
    exec({PAINTED!r}, globals())
    def loop(*_self):
        from falls_app.ui.widgets.buttons import Button
        window = next(each for each in QApplication.topLevelWidgets() if each.isWindow())
        buttons = window.findChildren(Button); eye.left = 1
        for each in buttons: each.installEventFilter(eye)
        wait()
    QApplication.exec = loop
    return found
screen.missing_packages = missing
main([])
"""


def start(rounds: int = 9) -> None:
    """Whole process to the first painted, usable window, against a bare PySide6 window."""
    with tempfile.TemporaryDirectory() as folder:
        # As it is installed: modules are compiled once, and not at each start.
        surroundings = {**os.environ, "STEADY_HOME_DATA": folder, "PYTHONPATH": str(CHECKOUT)}
        surroundings |= {"PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)

        def run(script: str) -> float:
            command = [sys.executable, "-c", script]
            return timed(lambda: subprocess.run(command, check=True, env=surroundings))

        run(OURS), run(BARE)
        pairs = [(run(BARE), run(OURS)) for _round in range(rounds)]
    bare, ours = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    ratio = median(pair[1] / pair[0] for pair in pairs)
    print(
        f"start: {ratio:.2f} x a bare window ({ours * 1e3:.0f} ms against {bare * 1e3:.0f} ms; "
        f"{rounds} pairs of whole processes; at most 2.5)"
    )


# --------------------------------------------------------------------- clicks in the window


class Walk:
    """The real window on a store of its own, at a card of a case with many rooms."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from falls_app import app
        from falls_app.storage.store import Store
        from falls_app.ui import theme

        self.application = QApplication.instance() or QApplication([])
        self.application.setStyle("Fusion")
        theme.load_fonts()
        self.store = Store.open(folder, lambda: datetime.now(UTC))
        self.window = app.make_window(self.application, self.store)
        self.session = self.window.session
        self.session.begin(mine=False)
        self.session.set_home(many_rooms(), "rooms")
        self.window.show()
        self.window.go("walk")
        self.settle()

    def settle(self) -> None:
        """Let everything be drawn."""
        for _round in range(4):
            self.application.processEvents()

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window live until this is so."""
        while not done():
            self.application.processEvents()
            time.sleep(0.001)

    def rest(self, seconds: float = 0.1) -> None:
        """Let everything be drawn, and what is done a moment later be done."""
        rested = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > rested)

    def sheet(self):
        """Return the evidence sheet that is open."""
        from falls_app.ui.widgets.evidence_sheet import EvidenceSheet

        sheets = self.window.findChildren(EvidenceSheet)
        return next(each for each in sheets if each.isVisible())

    def card(self):
        """Return the question card."""
        from falls_app.ui.widgets.question_card import QuestionCard

        return self.window.page.findChild(QuestionCard)

    def buttons(self):
        """Return the three answers of the card."""
        from falls_app.ui.widgets.answers import AnswerButton

        return [each for each in self.card().findChildren(AnswerButton) if each.isVisible()][:3]

    def click(self, number: int) -> None:
        """Click an answer and have it saved and painted."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.mouseClick(self.buttons()[number], Qt.MouseButton.LeftButton)
        self.application.processEvents()


def many_rooms():
    """Return a home with a room of every kind that is asked about."""
    from falls_app.domain.home import Home, Room

    kinds = {"hall": "HAL", "living": "LIV", "kitchen": "KIT", "bedroom": "BED", "bathroom": "BTH",
             "stairs": "STR", "front": "OUT"}  # fmt: skip
    return Home(tuple(Room(key, area, key.title()) for key, area in kinds.items()), shape="two")


def click(rounds: int = 150) -> None:
    """Click to painted and saved, against one bare repaint and one durable write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        walk, disk = Walk(folder / "store"), Disk(folder)
        for words in ("first card", "last card"):
            bare, ours = [], []
            for number in range(rounds):
                bare.append(timed(lambda: (walk.window.repaint(), disk.write())))
                ours.append(timed(lambda number=number: walk.click(number % 3)))
            reference = median(bare)
            print(
                f"click, {words}: p50 {percentile(ours, 0.5) / reference:.2f} x, "
                f"p95 {percentile(ours, 0.95) / reference:.2f} x, "
                f"p99 {percentile(ours, 0.99) / reference:.2f} x one repaint and one write "
                f"(p95 {percentile(ours, 0.95) * 1e3:.1f} ms; reference {reference * 1e3:.1f} ms; "
                f"{rounds} clicks; at most 6 x and 12 x, 16 ms)"
            )
            answer_all(walk)
            last = walk.session.view.places[-2]
            checks = [each for each in walk.session.view.score.places if each.room is None]
            walk.window.go(f"walk:{last}:{checks[-1].check.id}")
            walk.settle()
        walk.window.close()
        walk.store.close()


def answer_all(walk: Walk) -> None:
    """Answer every check of the walk."""
    from falls_app.domain.checklist import Answer

    kinds = (Answer.SAFE, Answer.PARTLY, Answer.HAZARD)
    for number, each in enumerate(walk.session.view.score.places):
        walk.session.answer(each.check, each.room.id if each.room else None, kinds[number % 3])


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


def turns(count: int = 20_000) -> None:
    """Page turns in the real window: memory must not grow by more than 10 MB."""
    import resource

    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    with tempfile.TemporaryDirectory() as name:
        walk = Walk(Path(name) / "store")
        answer_all(walk)
        walk.window.go("walk:bathroom:BTH01")

        def turn(number: int) -> None:
            key = Qt.Key.Key_Right if number % 4 < 2 else Qt.Key.Key_Left
            QTest.keyClick(walk.card(), key)
            walk.application.processEvents()

        for number in range(400):
            turn(number)
        before = resident()
        took = timed(lambda: [turn(number) for number in range(count)])
        grown = (resident() - before) / 1e6
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        print(
            f"turns: {count} page turns, memory grew {grown:.1f} MB (at most 10), "
            f"{took / count * 1e3:.1f} ms a turn, peak {peak:.0f} MB"
        )
        walk.window.close()
        walk.store.close()


def resident() -> int:
    """Return the memory this process holds, in bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


# ------------------------------------------------------------------------ without a window


def commit(rounds: int = 400) -> None:
    """A durable answer in a case with many, against a bare durable write; locked too."""
    for is_locked in (False, True):
        _commit(rounds, is_locked=is_locked)


def _commit(rounds: int, *, is_locked: bool) -> None:
    from dataclasses import replace

    from falls_app.domain.assessment import Assessment, Case, Finding
    from falls_app.domain.checklist import Answer
    from falls_app.storage.store import Store

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        disk = Disk(folder)
        if is_locked:
            lock(folder / "store")
        store = Store.open(folder / "store", lambda: datetime.now(UTC))
        findings = {(f"C{n}", None): Finding(f"C{n}", Answer.SAFE) for n in range(150)}
        walk = Assessment("a", date.today().isoformat(), findings=findings)
        case = store.create(Case(assessments=(walk,)), "new")
        bare, ours, after_it = [], [], []
        for number in range(rounds):
            answer = Answer.HAZARD if number % 2 else Answer.SAFE
            found = replace(walk.findings["C1", None], answer=answer, note=str(number))
            after = case.with_assessment(case.assessment.with_finding(found))
            bare.append(timed(disk.write))
            begin = time.perf_counter()
            case = store.save(case, after, "answer")
            ours.append(time.perf_counter() - begin)
            begin = time.perf_counter()
            store.undo_label(case.id)  # as the window does next: it brings the answer in
            after_it.append(time.perf_counter() - begin)
        store.close()
    ratio = median(ours) / median(bare)
    print(
        f"commit{', locked' if is_locked else ''}: {ratio:.2f} x a write and fdatasync "
        f"({median(ours) * 1e6:.0f} against {median(bare) * 1e6:.0f} microseconds; {rounds} answers "
        f"in a case of 150{'; at most 2.0' if is_locked else ''}; to its home after that, when it "
        f"is safe already: {median(after_it) * 1e6:.0f} microseconds)"
    )


def lock(store: Path, passphrase: str = "a lilac tree by the gate") -> None:
    """Lock the store in a folder, at the cost that a real one has."""
    from falls_app.storage.keys import new_keys
    from falls_app.storage.locking import lock_store
    from falls_app.storage.store import Store

    Store.open(store, lambda: datetime.now(UTC)).close()
    lock_store(store, *new_keys(passphrase, "-"))


def unlocked(store: Path, passphrase: str = "a lilac tree by the gate") -> None:
    """Unlock a store for this process."""
    from falls_app.storage.layout import DATABASE, keys_beside
    from falls_app.storage.tries import Tries
    from falls_app.storage.unlocked import unlock as opened_by

    tries = Tries(store.parent / "tries", lambda: datetime.now(UTC))
    opened_by(keys_beside(store / DATABASE), passphrase, tries)


def unlock(rounds: int = 9) -> None:
    """From the passphrase to a store that is open and a home that is read; the first time counts.

    The key is worked out at its real cost, and the modules for it are loaded in the first round.
    """
    from falls_app.cases import sample_case
    from falls_app.storage.keys import read_keys
    from falls_app.storage.layout import DATABASE, keys_beside
    from falls_app.storage.store import Store
    from falls_app.storage.tries import Tries
    from falls_app.storage.unlocked import forget_keys
    from falls_app.storage.unlocked import unlock as opened_by

    words = "a lilac tree by the gate"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        script = f"from tests.bench import lock; from pathlib import Path; lock(Path({name!r}) / 'store')"
        place = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        subprocess.run([sys.executable, "-c", script], check=True, env=place)
        file = keys_beside(folder / "store" / DATABASE)
        times = []
        for number in range(rounds):
            forget_keys()
            begin = time.perf_counter()
            opened_by(file, words, Tries(folder / "tries", lambda: datetime.now(UTC)))
            store = Store.open(folder / "store", lambda: datetime.now(UTC))
            if number:
                store.load(store.cases()[0].id)
            times.append(time.perf_counter() - begin)
            if not number:
                store.create(sample_case(), "new")
            store.close()
        cost = read_keys(file).wraps["passphrase"].cost
    print(
        f"unlock: {max(times) * 1e3:.0f} ms at most, {median(times) * 1e3:.0f} in the middle of "
        f"{rounds} (Argon2id {cost.memory_kib // 1024} MiB, t = {cost.passes}, p = {cost.lanes}; "
        f"at most 1000)"
    )


def score_many(rounds: int = 50) -> None:
    """150 answers scored for a person with traits, against reading them from JSON."""
    import json

    from falls_app.content.checks import load_checklist
    from falls_app.domain.assessment import Assessment, Finding
    from falls_app.domain.checklist import PLACE_AREAS, Answer
    from falls_app.domain.home import Home, Room
    from falls_app.domain.person import Person
    from falls_app.domain.scoring import score

    checklist = load_checklist()
    rooms = tuple(
        Room(f"{area}{number}", area, area) for area in PLACE_AREAS for number in range(7)
    )
    home, kinds = Home(rooms), (Answer.SAFE, Answer.PARTLY, Answer.HAZARD)
    findings = {}
    for check in checklist:
        places = [room.id for room in home.rooms_of(check.area)] or [None]
        for place in places:
            if len(findings) < 150:
                answer = kinds[len(findings) % 3]
                findings[check.id, place] = Finding(check.id, answer, place)
    walk = Assessment("a", "2026-11-20", findings=findings)
    person = Person(traits=("walking_aid", "osteoporosis", "night_toilet"))
    text = json.dumps([[each.check, each.room, each.answer] for each in findings.values()])
    bare = [timed(lambda: json.loads(text)) for _round in range(rounds)]
    ours = [timed(lambda: score(checklist, home, walk, (person,))) for _round in range(rounds)]
    print(
        f"score: {len(findings)} answers in {median(ours) * 1e3:.2f} ms, "
        f"{median(ours) / median(bare):.0f} x reading them from JSON"
    )


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


def preview(rounds: int = 9) -> None:
    """From an option pressed on the print page to its page on the screen, in the real window."""
    from falls_app.cases import load_case

    with tempfile.TemporaryDirectory() as name:
        for sample in ("sample", "sample:visit"):
            walk = Walk(Path(name) / sample.replace(":", "-"))
            walk.session.add(load_case(sample))
            walk.window.go("print")
            page, shown, visible, whole = walk.window.page, [], [], []
            walk.until(lambda page=page: page._made is not None)
            show = page._pages.sheet.show_page

            def note(*words, show=show, shown=shown):
                shown.append(time.perf_counter())
                show(*words)

            page._pages.sheet.show_page = note
            for number in range(rounds):
                walk.rest(0.3)
                shown.clear()
                made, begin = page._made, time.perf_counter()
                page._on_option(("save_ink", "hide_names", "large")[number % 3])
                walk.until(lambda page=page, old=made: page._made is not old)
                visible.append(shown[0] - begin)
                whole.append(time.perf_counter() - begin)
            print(
                f"preview, {sample}: the page that is read after {median(visible) * 1e3:.0f} ms "
                f"(longest {max(visible) * 1e3:.0f}), the whole paper after "
                f"{median(whole) * 1e3:.0f} ms ({rounds} options; at most 300 ms for the page)"
            )
            walk.window.close()
            walk.store.close()


PARTS = {
    "start": start, "click": click, "photo": photo, "album": album, "commit": commit,
    "unlock": unlock, "score": score_many, "paper": paper, "turns": turns, "report": report,
    "preview": preview, "plan": plan,
}  # fmt: skip


def main() -> None:
    """Run the parts that were named, or all of them."""
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
