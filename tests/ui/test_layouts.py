"""Every page in every size: nothing is cut, broken or hidden, and nothing scrolls sideways.

The tightest sizes are measured here; ``python -m tests.layouts`` measures them all.
"""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QTextEdit, QWidget

from falls_app.domain.assessment import Case
from falls_app.ui import pages
from falls_app.ui.main_window import MainWindow
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Scroll
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.question_card import QuestionCard
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.toast import Toast
from tests import layouts, longer
from tests.ui.painted import Eye

Sizes = Sequence[tuple[int, int]]
LARGE, WIDE, SMALL = layouts.SIZES[:1], layouts.SIZES[1:2], layouts.SIZES[2:]


@pytest.mark.parametrize(
    ("percent", "sizes", "shown"),
    [(100, SMALL, layouts.PAGES), (150, WIDE, layouts.FILLED_IN), (200, SMALL, layouts.PAGES)],
    ids=["100", "150", "200"],
)
def test_every_page_has_room_for_its_words(
    percent: int, sizes: Sizes, shown: Sequence[str]
) -> None:
    with layouts.window() as window:
        assert layouts.measure_sizes(window, percent, sizes, shown) == []


def test_every_page_has_room_for_a_language_a_third_longer() -> None:
    with longer.longer_language(), layouts.window() as window:
        assert layouts.measure_sizes(window, 200, WIDE) == []


@pytest.mark.parametrize("case", [longer.long_names, longer.forty, longer.empty])
def test_pages_have_room_for_what_people_fill_in(case: Callable[[], Case]) -> None:
    with layouts.window(case()) as window:
        assert layouts.measure_sizes(window, 150, SMALL, layouts.FILLED_IN) == []


@pytest.mark.parametrize("case", [longer.long_names, longer.forty])
def test_the_plan_beside_the_card_shows_as_many_steps_as_it_has_room_for(
    case: Callable[[], Case],
) -> None:
    with layouts.window(case()) as window:
        for percent in (100, 150):
            assert layouts.measure_sizes(window, percent, LARGE, ("walk:stairs:STR01",)) == []


@pytest.mark.parametrize(
    ("percent", "sizes"), [(100, layouts.SIZES), (150, WIDE), (200, WIDE), (200, SMALL)]
)
def test_a_message_covers_nothing_that_can_be_pressed(percent: int, sizes: Sizes) -> None:
    pages = ("walk:bathroom:BTH01", "walk:bathroom:BTH01:note", "walk:stairs:STR01", "plan",
             "print", "bones:food", "results", "type-in:BTH-1")  # fmt: skip
    with layouts.window() as window:
        case = window.session.case.id
        window.set_text_size(percent)
        for size in sizes:
            window.resize(*size)
            for page in pages:
                layouts.open_page(window, page, case)
                window.say("2 more questions about it are left out too.", undo=True)
                layouts.settle()
                assert covered_by_message(window) == [], (size, page)


def covered_by_message(window: MainWindow) -> list[str]:
    """Return the names of what can be pressed or written in where a message lies."""
    toast = next(each for each in window.findChildren(Toast) if each.isVisible())
    there = [
        each
        for each in layouts.what_is_read(window).findChildren(QWidget)
        if each.isVisible() and isinstance(each, QAbstractButton | QLineEdit | QTextEdit)
        if not toast.isAncestorOf(each) and not each.visibleRegion().isEmpty()
    ]
    seen = [(each, each.visibleRegion().boundingRect()) for each in there]
    return [
        layouts.name(each)
        for each, box in seen
        if QRect(each.mapTo(window, box.topLeft()), box.size()).intersects(toast.geometry())
    ]


def test_what_follows_a_title_stays_together_where_it_has_no_room_beside_it(qtbot) -> None:
    title, buttons = Words("The plan of a home", 30, serif=True), [Button("Print") for _ in "abc"]
    head = beside((title, 1), *buttons)
    qtbot.addWidget(head)

    head.layout().setGeometry(QRect(0, 0, 460, 300))

    assert {each.y() for each in buttons} == {buttons[0].y()}
    assert buttons[0].y() > title.geometry().bottom()


def test_only_the_ring_is_drawn_when_the_card_takes_the_keyboard() -> None:
    with layouts.window() as window:
        window.go("walk:stairs:STR01")
        layouts.settle()
        eye, card = Eye(), window.page.findChild(QuestionCard)
        for words in card.findChildren(Words):
            words.installEventFilter(eye)

        card.clearFocus()
        layouts.settle()
        card.setFocus()
        layouts.settle()

    assert eye.painted == []


def test_every_page_of_the_window_is_measured() -> None:
    assert {page.partition(":")[0] for page in layouts.PAGES} == set(pages.PAGES)


class Fickle(QWidget):
    """Is higher while it is wide, whatever width it is asked about."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 900 if self.width() > 390 else 300

    def sizeHint(self) -> QSize:
        return QSize(200, 300)


def test_a_page_that_cannot_settle_whether_it_scrolls_keeps_its_bar(qtbot) -> None:
    scroll = Scroll(Fickle())
    qtbot.addWidget(scroll)
    scroll.resize(400, 500)
    scroll.show()
    qtbot.waitExposed(scroll)
    layouts.settle()

    assert scroll.verticalScrollBar().isVisible()
    scroll.resize(380, 500)
    layouts.settle()
    assert not scroll.verticalScrollBar().isVisible()
