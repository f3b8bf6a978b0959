"""The bar on top: nothing in it overlaps or is cut, and what has no room is in the menu "More"."""

import gettext
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from falls_app import i18n
from falls_app.ui import theme
from falls_app.ui.widgets.answers import AnswerButton
from falls_app.ui.widgets.app_bar import AppBar
from falls_app.ui.widgets.bar_parts import HomeTitle, PageHead, Way
from falls_app.ui.widgets.buttons import Tab
from falls_app.ui.widgets.house_map import HouseMap
from falls_app.ui.widgets.menu import Menu
from tests import layouts
from tests.ui.pressing import named

STAGES = ("", "setup:2", "rooms", "bones", "print")
HOME = "Wilhelmina-Friederike Featherstonehaugh-Cholmondeley’s home"


class Longer(gettext.NullTranslations):
    """A language whose words are a third longer."""

    def gettext(self, message: str) -> str:
        return message + "n" * (len(message) * 35 // 100 + 1)


@pytest.fixture
def longer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(gettext, "translation", lambda *_words, **_more: Longer())
    i18n.use_language("xx")
    yield
    monkeypatch.undo()
    i18n.use_language("en")


def seen(bar: AppBar) -> list[QWidget]:
    """Return what stands in the bar, from left to right."""
    shown = [each for each in bar.findChildren(QWidget) if each.isVisible()]
    leaves = [each for each in shown if each.layout() is None]
    return sorted(leaves, key=lambda each: each.mapTo(bar, each.rect().topLeft()).x())


def faults(bar: AppBar) -> list[str]:
    found, end = [], 0
    for each in seen(bar):
        left = each.mapTo(bar, each.rect().topLeft()).x()
        words = each.accessibleName()
        if left < end or left + each.width() > bar.width():
            found.append(f"“{words}” lies over something or ends outside")
        cut = each.width() < each.sizeHint().width() if isinstance(each, Tab) else False
        if cut or each.height() > bar.height():
            found.append(f"“{words}” is cut")
        end = left + each.width()
    return found


HEADS = (
    None,
    PageHead("Bathroom, 3 of 14", "3 of 14", Way("map", "map", "Map"), Way("", "list", "Plan 23")),
    PageHead(
        f"{HOME}, 3 of 14", "3 of 14", Way("map", "map", "Mapnn"), Way("", "list", "Plannn 23")
    ),
    PageHead("A break after a small fall, 1 of 10", "1 of 10", Way("questions", "list", "All ten")),
)


def everywhere(qtbot) -> list[str]:
    found = []
    for percent in theme.SCALES:
        theme.look.use(percent=percent)
        bar = AppBar()
        bar.show_for_work(percent != 100)
        qtbot.addWidget(bar)
        bar.show()
        for width in (1440, 1366, 1024, 820, 720):
            bar.resize(width, bar.height())
            for stage, head in [*((each, None) for each in STAGES), *(("rooms", h) for h in HEADS)]:
                bar.show_saved("Not saved, folder missing", "Not saved", well=False)
                bar.show_head(head)
                bar.show_stage(stage, HOME if stage else "")
                QApplication.processEvents()
                where = f"{percent} % {width} {head.words if head else stage}"
                found += [f"{where}: {each}" for each in faults(bar)]
                if not bar.more.isVisible():
                    found.append(f"{where}: no menu")
        bar.close()
    return found


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_overlaps_or_is_cut_at_any_size(qtbot) -> None:
    assert everywhere(qtbot) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_overlaps_in_a_language_with_longer_words(longer, qtbot) -> None:
    assert everywhere(qtbot) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_narrow_bar_has_one_button_for_all_parts(sample, window, qtbot) -> None:
    window.set_text_size(200)
    window.resize(1366, 768)
    window.go("bones")
    QApplication.processEvents()

    qtbot.keyClick(named(window, "Bones & balance, shown now. Other parts."), Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Bones && balance"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)

    assert window.page.stage == "results"


def answers_in_sight(window, check: str) -> list[str]:
    """Return the answers of a check ("bathroom:BTH01") that are seen without scrolling."""
    window.go(f"walk:{check}")
    layouts.settle()
    shown = [each for each in window.page.findChildren(AnswerButton) if each.isVisible()]
    return [each.text() for each in shown if each.visibleRegion().boundingRect() == each.rect()]


def test_at_every_text_size_all_answers_of_a_check_are_seen_at_once(sample, window) -> None:
    window.set_text_size(200)
    window.resize(1440, 900)
    for check in ("stairs:STR15", "bathroom:BTH01"):
        assert len(answers_in_sight(window, check)) == 5

    window.resize(1366, 768)
    assert len(answers_in_sight(window, "stairs:STR15")) == 3
    for percent in (100, 125, 150):
        window.set_text_size(percent)
        assert len(answers_in_sight(window, "bathroom:BTH01")) == 5


@pytest.fixture
def large_bar(sample, window) -> AppBar:
    """The bar over a check at 200 % text."""
    window.set_text_size(200)
    window.resize(1440, 900)
    window.go("walk:stairs:STR15")
    QApplication.processEvents()
    (bar,) = (each for each in window.findChildren(AppBar) if each.isVisible())
    return bar


def test_a_bar_over_large_text_says_which_check_it_is(large_bar, window) -> None:
    def titles() -> list[str]:
        return [each.text() for each in large_bar.findChildren(HomeTitle) if each.isVisible()]

    assert titles() == ["Stairs, 4 of 5"]

    window.resize(3000, 1900)
    QApplication.processEvents()
    assert titles() == ["Rosa’s home"]


def test_a_bar_over_large_text_leads_to_map_and_plan(large_bar, window, qtbot) -> None:
    qtbot.mouseClick(named(large_bar, "Map: all rooms"), Qt.MouseButton.LeftButton)
    assert window.page.findChild(HouseMap).isVisible()

    window.go("walk:stairs:STR15")
    qtbot.mouseClick(named(large_bar, "Plan so far: 11 steps. Open it."), Qt.MouseButton.LeftButton)
    assert window.place == "plan"


def test_the_menu_more_leads_to_the_parts_that_the_bar_does_not_show(large_bar, window) -> None:
    assert not {"bones", "results", "homes"} & large_bar.shown_verbs
    assert {"bones", "results"} <= {each.id for each in window.commands.verbs if each.in_menu}

    window.go("plan")
    assert {"bones", "results", "homes"} <= large_bar.shown_verbs


def test_what_is_saved_is_read_out_where_only_its_sign_stands(sample, window) -> None:
    window.set_text_size(200)
    window.resize(820, 1180)
    window.go("walk:stairs:STR01")
    QApplication.processEvents()

    (bar,) = (each for each in window.findChildren(AppBar) if each.isVisible())
    (sign,) = (each for each in seen(bar) if each.toolTip() == "Saved")

    assert sign.text() == "Saved"


def test_a_tab_says_how_much_of_its_part_is_looked_at(sample, window) -> None:
    window.go("plan")
    rooms, bones = named(window, "Rooms"), named(window, "Bones & balance")
    assert rooms.accessibleDescription() == "All of it is looked at."
    wide = rooms.width()

    sample.forget(sample.view.checklist.get("STR01"), "stairs")
    assert rooms.accessibleDescription() == "Some of it is looked at."
    assert rooms.width() == wide
    sample.begin(mine=False)

    assert rooms.accessibleDescription() == bones.accessibleDescription() == ""
