"""Every control of every page: reached by Tab and F6 as the eye goes, named, and large enough."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from shiboken6 import isValid

from falls_app.ui import theme
from falls_app.ui.main_window import MainWindow
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.house_map import HouseMap
from falls_app.ui.widgets.question_card import QuestionCard
from tests import layouts
from tests.ui.pressing import named

SMALLEST = 44
"""Pixels. Source: design brief, section 8."""


@dataclass(frozen=True)
class Reached:
    """What Tab and F6 reached on a page, by name, and what is wrong with its controls."""

    missed: tuple[str, ...]
    backwards: tuple[str, ...]
    panes: tuple[str, ...]
    unnamed: tuple[str, ...]
    doubled: tuple[str, ...]
    small: tuple[str, ...]


@pytest.fixture(scope="module")
def walked(qapp: QApplication) -> Mapping[str, Reached]:
    """Every page of a finished visit, walked by Tab in one window."""
    qapp.setStyle("Fusion")
    theme.load_fonts()
    theme.look.use(theme="light", percent=100)
    with layouts.window("sample:visit") as window:
        window.resize(1366, 768)
        window.activateWindow()
        case = window.page.session.case.id
        return {page: _walk(window, page, case) for page in layouts.PAGES}


def _walk(window: MainWindow, page: str, case: str) -> Reached:
    layouts.open_page(window, page, case)
    over = layouts.what_is_read(window)
    controls = list(_controls(over))
    reached, backwards = _by_tab(window, 2 * len(controls) + 10)
    names = Counter((_group(each), _name(each)) for each in controls)
    return Reached(
        missed=tuple(layouts.name(each) for each in controls if each not in reached),
        backwards=tuple(dict.fromkeys(backwards)),
        panes=() if over is not window.centralWidget() else tuple(_panes_missed(window)),
        unnamed=tuple(layouts.name(each) for each in controls if not _name(each)),
        doubled=tuple(f"{name} in “{group}”" for (group, name), n in names.items() if n > 1),
        small=tuple(
            f"{layouts.name(each)}: {each.width()} × {each.height()}"
            for each in controls
            if min(each.width(), each.height()) < SMALLEST
        ),
    )


def _controls(widget: QWidget) -> Iterator[QWidget]:
    """Yield all controls in sight, however they are laid out; a part of one is none."""
    for each in widget.findChildren(QWidget):
        is_part = isinstance(each.parentWidget(), QComboBox | QAbstractSpinBox)
        takes_tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and each.isVisible() and each.isEnabled() and not is_part:
            yield each


def _by_tab(window: MainWindow, most: int) -> tuple[set[QWidget], list[str]]:
    """Press Tab until the round is closed; return all that had the keyboard.

    Also where it went up or left within the page, other than to the top of a next column.
    """
    reached: set[QWidget] = set()
    backwards: list[str] = []
    for _time in range(most):
        now = QApplication.focusWidget()
        if now is None:
            break
        reached.add(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        after = QApplication.focusWidget()
        if isValid(now) and after is not None and _goes_back(window, now, after):
            backwards.append(f"{layouts.name(now)} → {layouts.name(after)}")
    return reached, backwards


def _goes_back(window: MainWindow, before: QWidget, after: QWidget) -> bool:
    page = window.page
    if not (page.isAncestorOf(before) and page.isAncestorOf(after)):
        return False
    if isinstance(before.parentWidget(), HouseMap):
        return False  # its rooms stand over each other; arrow keys go as the eye does
    first, second = (_place(each, before, after) for each in (before, after))
    is_above = second.bottom() <= first.top() and second.left() < first.right()
    is_level = second.top() < first.bottom() and first.top() < second.bottom()
    return is_above or (is_level and second.right() <= first.left())


def _place(control: QWidget, before: QWidget, after: QWidget) -> QRect:
    """Return where a control is within what holds both, so that no scrolling counts."""
    holder = before.parentWidget()
    while holder is not None and not holder.isAncestorOf(after):
        holder = holder.parentWidget()
    assert holder is not None
    return QRect(control.mapTo(holder, QPoint()), control.size())


def _panes_missed(window: MainWindow) -> Iterator[str]:
    """Press F6 until it comes round; yield the panes in sight to which it did not go."""
    panes = [each for each in window.page.panes() if each.isVisible() and each.isEnabled()]
    reached: list[QWidget] = []
    for _time in range(len(panes) + 2):
        window.next_pane()
        now = QApplication.focusWidget()
        reached += [now] if now and window.page.isAncestorOf(now) else []
    if not reached:
        yield "no part of the page"
    for pane in panes:
        if not any(each is pane or pane.isAncestorOf(each) for each in reached):
            yield pane.accessibleName() or type(pane).__name__


def _name(control: QWidget) -> str:
    return control.accessibleName() or getattr(control, "text", str)()


def _group(control: QWidget) -> str:
    """Return the names of what stands around a control, which are read out with it."""
    names, holder = [], control.parentWidget()
    while holder is not None:
        names.append(holder.accessibleName())
        holder = holder.parentWidget()
    return " ".join(filter(None, names))


@pytest.mark.parametrize("fault", ["missed", "backwards", "panes", "unnamed", "doubled", "small"])
def test_every_control_is_reached_by_tab_and_f6_in_order_named_and_large_enough(
    fault: str, walked: Mapping[str, Reached]
) -> None:
    found = {page: getattr(reached, fault) for page, reached in walked.items()}

    assert {page: faults for page, faults in found.items() if faults} == {}


def test_the_rooms_of_a_whole_house_answer_stand_before_its_fix_for_tab_too(
    sample, window, qtbot
) -> None:
    window.go("walk:whole:FLR06")
    card = window.page.findChild(QuestionCard)
    qtbot.keyClick(card, "1")
    qtbot.keyClick(card, "2")
    chips = [named(window.page, each.name, Chip) for each in sample.case.home.rooms]
    chips[0].setFocus()

    visited = []
    for _time in range(len(chips) + 1):
        visited.append(QApplication.focusWidget())
        qtbot.keyClick(visited[-1], Qt.Key.Key_Tab)

    assert visited[:-1] == chips
    assert visited[-1].accessibleName() == "Change this fix"
