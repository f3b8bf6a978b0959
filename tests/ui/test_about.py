"""About: what this is, who reviewed it, where the facts come from."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea

from falls_app import __version__
from falls_app.content.checks import load_checklist
from falls_app.content.sources import load_sources
from falls_app.ui.main_window import MainWindow


def words(window: MainWindow) -> str:
    """Return everything that can be read on the page."""
    return "\n".join(each.text() for each in window.page.findChildren(QLabel))


def test_the_page_says_version_and_that_no_clinician_has_reviewed_it(window):
    window.go("about")

    assert __version__ in words(window)
    assert "Not yet reviewed by a clinician." in words(window)


def test_the_page_says_what_it_is_not(window):
    window.go("about")

    assert "A doctor, a pharmacist and a therapist do more than it can." in words(window)
    assert "It cannot say who will fall or break a bone." in words(window)


def test_every_source_stands_there_with_its_link(window):
    window.go("about")

    read = words(window)
    for source in load_sources().values():
        assert source.citation in read
        assert source.link in read
    assert "Second-hand" in read


def test_every_unchecked_size_is_named_and_no_checked_one(window):
    window.go("about")

    read = words(window)
    for check in load_checklist():
        for measure in check.measures:
            assert (f"{check.short}: {measure.label}" in read) is not measure.checked


def test_licenses_and_the_credit_without_endorsement_are_there(window):
    window.go("about")

    assert "MIT license" in words(window)
    assert "SIL Open Font License" in words(window)
    assert "does not mean that CDC, HHS or the U.S. Government endorses" in words(window)


def test_back_leads_to_the_start(window):
    window.go("about")
    back = next(each for each in window.page.findChildren(QAbstractButton) if each.text() == "Back")

    QTest.mouseClick(back, Qt.MouseButton.LeftButton)

    assert window.page.title() == ""


def test_keys_scroll_the_page(window):
    window.go("about")
    scroll = window.page.findChild(QScrollArea)

    QTest.keyClick(scroll, Qt.Key.Key_PageDown)

    assert scroll.verticalScrollBar().value() > 0


def test_long_lists_are_few_widgets(window):
    window.go("about")

    assert len(window.page.findChildren(QLabel)) < 20
