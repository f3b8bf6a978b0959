"""Measures every page in every size: ``python -m tests.layouts [percent …]``.

Nothing may be cut, elided, broken inside a word or hidden behind its neighbour, and nothing may
scroll sideways. The run in full takes every text size, window, theme and kind of home, and names
page and widget of each fault; the tests take a part of it (``tests/ui/test_layouts.py``).
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path
from unittest import mock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from falls_app.cases import SAMPLES, load_case
from falls_app.content.themes import THEMES
from falls_app.domain.assessment import Case
from falls_app.storage.store import Store
from falls_app.ui import theme
from falls_app.ui.focus import settle_layouts
from falls_app.ui.main_window import MainWindow
from falls_app.ui.sections import SECTIONS
from falls_app.ui.session import Session
from falls_app.ui.settings_parts import SETTINGS_SECTIONS
from falls_app.ui.visit import SECTIONS as REPORT
from falls_app.ui.widgets.house_map import HouseMap
from falls_app.ui.widgets.marks import Tag
from falls_app.ui.widgets.sheet import Sheet
from falls_app.ui.widgets.text import LONGEST_WORD, Block, Words

SIZES = ((1440, 900), (1366, 768), (820, 1180))
FILLED_IN = (
    "who", "home", "walk", "walk:whole:LGT01", "walk:whole:LGT01:note", "walk:summary:whole",
    "bones:overview", "bones:falls", "results", "plan", "print", "start",
)  # fmt: skip
"""The pages that show what people fill in: names, rooms, steps."""
PAGES = (
    "two-days", "help-now", "kind-words", "who", "home", "walk:stairs:STR01",
    "walk:bathroom:BTH01", "walk:whole:LGT01", "walk:bathroom:BTH17:measure",
    "walk:bathroom:BTH01:photo", "walk:summary:stairs", "bones:overview", "bones:B01",
    *(f"bones:{section}" for section in SECTIONS), "results", "plan", "plan:STR01", "print",
    *(f"report:{section}" for section in REPORT), "sheet-back", "type-in", "type-in:BTH-1",
    *(f"settings:{part}" for part in SETTINGS_SECTIONS), "hand-over",
    "about", "start", "caseload", "blank-list", "backups", "data", "access", "open-file",
    "damaged:x", "lock",
)  # fmt: skip
"""Every page and section, a sheet, and a step of the plan."""
FOR_WORK = ("report", "caseload", "access")
"""Pages that only those see who visit homes for work."""
LEAST_SHARE = 0.5
"""The part of a page's height that has to be left to what scrolls."""
SLACK = 1
"""Pixels that rounding may cost."""


def faults(page: QWidget) -> list[str]:
    """Return what is wrong with a page as it stands in its window."""
    shown = [each for each in page.findChildren(QWidget) if each.isVisible()]
    found = [fault for each in shown for fault in _of_one(each)]
    return [*found, *_little_to_read(page), *_overlaps(page, shown), *_painted_outside(page)]


def _of_one(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, Words):
        yield from _of_words(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _too_small(widget)
    elif isinstance(widget, QLineEdit):
        yield from _of_field(widget)
    elif isinstance(widget, QScrollArea):
        yield from _of_area(widget)
    elif isinstance(widget, Tag):
        yield from _too_small(widget)
    yield from _outside(widget)


def _of_words(words: Words) -> Iterator[str]:
    need = words.heightForWidth(words.width()) if words.hasHeightForWidth() else words.sizeHint()
    if isinstance(need, int):
        if words.height() + SLACK < need:
            yield f"{name(words)} is {words.height()} px high, its words need {need}"
        if words.width() + SLACK < words.width_of_longest(LONGEST_WORD):
            yield f"{name(words)} is {words.width()} px wide and breaks inside a word"
    elif words.width() + SLACK < need.width():
        yield f"{name(words)} is {words.width()} px wide, its words need {need.width()}"


def _too_small(button: QWidget) -> Iterator[str]:
    least = button.minimumSizeHint()
    if not least.isValid():
        least = button.sizeHint()
    high = least.height()
    if button.hasHeightForWidth():
        high = max(high, button.heightForWidth(button.width()))
    if button.width() + SLACK < least.width() or button.height() + SLACK < high:
        size = f"{button.width()} × {button.height()}"
        yield f"{name(button)} is {size} px, it needs {least.width()} × {high}"


def _of_field(field: QLineEdit) -> Iterator[str]:
    wide = field.fontMetrics().horizontalAdvance(field.placeholderText())
    if wide > field.contentsRect().width():
        yield f"{name(field)} cuts its example “{field.placeholderText()}”"


def _of_area(area: QScrollArea) -> Iterator[str]:
    inside = area.widget()
    bar = area.horizontalScrollBar().maximum()
    if inside is not None and area.widgetResizable() and bar > 0:
        yield f"{name(inside)} scrolls sideways by {bar} px: {_widest(inside)}"


def _little_to_read(page: QWidget) -> Iterator[str]:
    """Tell of heads and feet that leave too little of the page to what scrolls."""
    if isinstance(page.parentWidget(), QDialog):
        return
    areas = [each for each in page.findChildren(QScrollArea) if each.isVisible()]
    high = max((each.viewport().height() for each in areas), default=page.height())
    if high < page.height() * LEAST_SHARE:
        yield f"only {high} of {page.height()} px scroll"


def _outside(widget: QWidget) -> Iterator[str]:
    holder = widget.parentWidget()
    if holder is None or widget.isWindow() or isinstance(holder, HouseMap):
        return
    room, box = holder.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK), widget.geometry()
    if isinstance(holder.parentWidget(), QAbstractScrollArea):  # it may be higher, never wider
        box = QRect(box.x(), 0, box.width(), 1)
    if not room.contains(box) and box.isValid():
        yield f"{name(widget)} reaches out of {name(holder)}: {_numbers(box)} in {_numbers(room)}"


def _overlaps(page: QWidget, shown: Sequence[QWidget]) -> Iterator[str]:
    seen = set(shown)
    holders = dict.fromkeys(each.parentWidget() for each in shown)
    for holder in holders:
        if holder is None or isinstance(holder, HouseMap | QAbstractScrollArea):
            continue
        inside = [
            each
            for each in holder.children()
            if isinstance(each, QWidget) and each in seen and not isinstance(each, QDialog)
        ]
        for one, other in combinations(inside, 2):
            both = one.geometry() & other.geometry()
            if both.width() > SLACK and both.height() > SLACK:
                yield f"{name(one)} lies over {name(other)} by {both.width()} × {both.height()}"


def _painted_outside(page: QWidget) -> list[str]:
    """Return texts that are painted beyond the widget that paints them."""
    found: list[str] = []

    def note(painter: QPainter, box: QRectF, text: str) -> None:
        widget = painter.device()
        if isinstance(widget, QWidget) and painter.worldTransform().type().value < 2:
            box = painter.worldTransform().mapRect(box)
            if not QRectF(widget.rect()).adjusted(-2, -3, 2, 3).contains(box):
                found.append(f"{name(widget)} paints “{text}” at {_numbers(box.toRect())}")

    with _watched(note):
        page.grab()
    return found


@contextmanager
def _watched(note) -> Iterator[None]:
    """Tell ``note`` of every text that is painted meanwhile, with its box in the widget."""
    draw, paint = Block.draw, QPainter.drawText

    def block(self: Block, painter: QPainter, x: float, y: float) -> None:
        words = self.layouts[0][0].text()
        note(painter, QRectF(x, y, min(self.width, 10_000), self.height), words)
        draw(self, painter, x, y)

    def text(self: QPainter, *words) -> object:
        if isinstance(words[0], QRect | QRectF):
            flags = words[1] if isinstance(words[1], int) else words[1].value
            note(self, QRectF(self.boundingRect(QRectF(words[0]), flags, words[2])), words[2])
        return paint(self, *words)

    with mock.patch.object(Block, "draw", block), mock.patch.object(QPainter, "drawText", text):
        yield


def name(widget: QWidget) -> str:
    """Return a name by which a widget is found again."""
    kind = type(widget).__name__
    words = widget.accessibleName() or getattr(widget, "text", str)()
    if words:
        return f"{kind} “{words[:50]}”"
    owner = widget.parentWidget()
    while owner is not None and type(owner).__module__.startswith("PySide6"):
        owner = owner.parentWidget()
    return f"{kind} in {type(owner).__name__}"


def _widest(inside: QWidget) -> str:
    """Return the innermost widget that takes more width than the area has."""
    least, now = inside.minimumSizeHint().width(), inside
    wide = [each for each in inside.findChildren(QWidget) if each.isVisible()]
    wide = [each for each in wide if each.minimumSizeHint().width() > least - 220]
    return name(wide[-1] if wide else now)


def _numbers(box: QRect) -> str:
    return f"{box.x()},{box.y()} {box.width()} × {box.height()}"


# ---------------------------------------------------------------------- a window to measure


@contextmanager
def window(case: str | Case = "sample") -> Iterator[MainWindow]:
    """Open a window on a store of its own with a case in it; it is closed afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), lambda: datetime(2026, 11, 20, 10, tzinfo=UTC))
        session = Session(store, lambda: date(2026, 11, 20))
        session.add(load_case(case) if isinstance(case, str) else case)
        shown = MainWindow(session)
        shown.go("results")
        shown.show()
        try:
            yield shown
        finally:
            shown.close()
            shown.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            store.close()


def settle() -> None:
    """Let everything find its place."""
    for _time in range(2):
        QApplication.processEvents()
        settle_layouts()


def measure_sizes(
    shown: MainWindow, percent: int, sizes: Sequence[tuple[int, int]] = SIZES,
    pages: Sequence[str] = PAGES,
) -> list[str]:  # fmt: skip
    """Return the faults of these pages at one text size in windows of these sizes."""
    found = []
    shown.set_text_size(percent)
    for width, high in sizes:
        shown.resize(width, high)
        found += [f"{width} × {high}, {percent} %, {each}" for each in measure(shown, pages)]
    return found


def measure(shown: MainWindow, pages: Sequence[str] = PAGES) -> list[str]:
    """Return the faults of these pages as they are in the window now."""
    found = []
    case = shown.page.session.case.id
    for page in pages:
        open_page(shown, page, case)
        found += [f"{page}: {fault}" for fault in faults(what_is_read(shown))]
    shown.page.session.open(case)
    shown.go("results")
    return found


def open_page(shown: MainWindow, page: str, case: str) -> None:
    """Show a page of a case, with everything in its place."""
    session = shown.page.session
    if not session.is_open:
        session.open(case)
    if session.is_professional is not (page.partition(":")[0] in FOR_WORK):
        session.set_professional(not session.is_professional)
    shown.go(page)
    settle()


def what_is_read(shown: MainWindow) -> QWidget:
    """Return the sheet that lies over the window, else all of the window."""
    sheet = next((each for each in shown.findChildren(Sheet) if each.isVisible()), None)
    return sheet.panel if sheet else shown.centralWidget()


def main() -> int:
    """Measure everything; print each fault and the count. Return 1 if there is one."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    theme.load_fonts()
    scales = [int(each) for each in sys.argv[1:]] or theme.SCALES
    found = 0
    for number, (what, case, language) in enumerate(_cases()):
        for name_of_theme in THEMES if number == 0 else THEMES[:1]:
            theme.look.use(theme=name_of_theme)
            theme.look.apply(app)
            with language(), window(case) as shown:
                for percent in scales:
                    faults_now = measure_sizes(shown, percent)
                    found += len(faults_now)
                    print(f"{what}, {name_of_theme}, {percent} %: {len(faults_now)} faults")
                    print(*faults_now, sep="\n", end="\n" if faults_now else "")
    print(f"{found} faults")
    return int(found > 0)


def _cases() -> Iterator[tuple[str, str | Case, Callable[[], AbstractContextManager[None]]]]:
    """Yield every kind of home with the language in which it is shown."""
    from tests import longer

    for sample in SAMPLES:
        yield sample, sample, nullcontext
    yield "longer language", "sample", longer.longer_language
    for made in (longer.long_names, longer.forty, longer.empty):
        yield made.__name__, made(), nullcontext


if __name__ == "__main__":
    sys.exit(main())
