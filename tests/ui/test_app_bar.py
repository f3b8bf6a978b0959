"""The bar on top: nothing in it overlaps or is cut, and what has no room is in the menu "More"."""

import gettext
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from falls_app import i18n
from falls_app.ui import theme
from falls_app.ui.widgets.app_bar import AppBar
from falls_app.ui.widgets.buttons import Tab
from falls_app.ui.widgets.menu import Menu
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
            for stage in STAGES:
                bar.show_saved("Not saved, folder missing", "Not saved", well=False)
                bar.show_stage(stage, HOME if stage else "")
                QApplication.processEvents()
                found += [f"{percent} % {width} {stage}: {each}" for each in faults(bar)]
                if not bar.more.isVisible():
                    found.append(f"{percent} % {width} {stage}: no menu")
        bar.close()
    return found


def test_nothing_overlaps_or_is_cut_at_any_size(qtbot) -> None:
    assert everywhere(qtbot) == []


def test_nothing_overlaps_in_a_language_with_longer_words(longer, qtbot) -> None:
    assert everywhere(qtbot) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_narrow_bar_has_one_button_for_all_parts(sample, window, qtbot) -> None:
    window.set_text_size(200)
    window.resize(1366, 768)
    window.go("walk:stairs:STR01")
    QApplication.processEvents()

    qtbot.keyClick(named(window, "Rooms, shown now. Other parts."), Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Rooms"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)

    assert window.page.stage == "results"


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
