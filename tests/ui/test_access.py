"""Who did what: what people do in the window is in the list, which can be read and handed over."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QScrollArea

from falls_app.cases import load_case
from falls_app.domain.visit import Signature, Signer, Way
from falls_app.export import Letterhead
from falls_app.storage.access import entries
from falls_app.storage.layout import DATABASE
from falls_app.storage.reading import read_store
from falls_app.ui.background import Inline
from falls_app.ui.pages import access, hand_over, print_plan, your_data
from falls_app.ui.visit import hand_over as report_out
from tests.ui.pressing import is_there, named, press, read


@pytest.fixture(autouse=True)
def at_once(monkeypatch) -> None:
    for module in (access, hand_over, print_plan, your_data, report_out):
        monkeypatch.setattr(module, "Background", Inline)


@pytest.fixture
def at_work(session):
    """Somebody who visits homes for work, with a home open."""
    session.set_professional(True)
    session.keep_letterhead("", Letterhead("Ana Bo"))
    session.add(load_case("sample:visit"))
    session.open(session.case.id)
    return session


def told(store) -> list[tuple[str, str, str]]:
    """Return (what, by whom, more) of the lines, oldest first."""
    found = read_store(store.folder, entries)[::-1]
    return [(each.what, each.who, each.about) for each in found]


def choosing(monkeypatch, file) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(file), ""))


def test_what_people_do_is_in_the_list_with_their_name(
    at_work, window, store, qtbot, monkeypatch, tmp_path
) -> None:
    choosing(monkeypatch, tmp_path / "file")
    signed = Signature(Signer.THERAPIST, "Ana Bo", "2026-11-20", Way.TYPED)
    at_work.sign(Signer.THERAPIST, signed)
    at_work.lock_report()
    window.go("print:family+fridge")
    press(qtbot, window.page, "Save PDF")
    window.go("hand-over")
    press(qtbot, window.page, "Save the file")
    window.go("report:sign")
    press(qtbot, window.page, "Copy as text")
    window.go("access")

    whats = [
        ("opened", ""), ("changed", ""), ("signed", "1"), ("exported", "pdf fridge+family"),
        ("exported", "bundle"), ("exported", "text ot-report"),
    ]  # fmt: skip
    assert [(what, about) for what, _who, about in told(store)[2:]] == whats
    assert {who for _what, who, _about in told(store)[1:]} == {"Ana Bo"}
    words = read(window.page)
    assert "Nothing was changed or taken out since it was written." in words
    assert "Signed and locked the report. Version 1." in words
    assert "Saved as PDF: Fridge page, Family plan" in words
    assert "Line 1, " in words


def test_what_could_not_be_written_is_noted_too(
    at_work, window, store, qtbot, monkeypatch, tmp_path
) -> None:
    choosing(monkeypatch, tmp_path / "no folder" / "file")
    window.go("hand-over")
    press(qtbot, window.page, "Save the file")
    window.go("access")

    whats = [what for what, _who, _about in told(store)]
    assert whats[-2:] == ["exported", "not exported"]
    assert "That did not work: nothing went out" in read(window.page)


def test_the_list_of_one_home_is_reached_from_your_data_and_left_again(
    at_work, window, qtbot
) -> None:
    other = at_work.case.id
    at_work.add(load_case("sample"))
    window.go("data")
    press(qtbot, window.page, "Who did what with Nell")

    assert window.place == f"access:{other}"
    assert "Nell" in read(window.page)
    assert "Rosa" not in read(window.page)
    press(qtbot, window.page, "Back")
    assert window.page.title() == "Your data"


def test_a_family_meets_no_list_and_turning_it_off_is_its_last_line(
    session, window, store, qtbot
) -> None:
    session.add(load_case("sample"))
    window.go("data")
    assert not is_there(window.page, "Who did what")
    assert "access" not in {verb.id for verb in window.commands.verbs}

    session.set_professional(True)
    session.set_professional(False)
    session.add(load_case("sample"))

    assert [what for what, _who, _about in told(store)] == ["started", "stopped"]
    window.go("access")
    assert "This list was turned off" in read(window.page)


def test_a_line_changed_outside_is_named(at_work, window, store) -> None:
    with closing(sqlite3.connect(store.folder / DATABASE, isolation_level=None)) as other:
        other.execute("DROP TRIGGER access_is_not_changed")
        other.execute("UPDATE access SET who = x'00', at = 'once' WHERE seq = 2")

    window.go("access")

    assert "The day cannot be read" in read(window.page)
    assert "Line 2 is not as Steady Home wrote it" in read(window.page)


def test_the_table_has_codes_in_place_of_names_and_no_formula(
    at_work, window, store, qtbot, monkeypatch, tmp_path
) -> None:
    choosing(monkeypatch, tmp_path / "list.csv")
    at_work.keep_letterhead("", Letterhead("=HYPERLINK(1)"))
    at_work.open(case_id := at_work.case.id)
    window.go("access")

    press(qtbot, window.page, "Save as a table")

    text = (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "Line,Time (UTC),Who,What,Code of the home"
    assert f"Ana Bo,Opened,{case_id}" in text
    assert "'=HYPERLINK(1),Opened" in text
    assert "Nell" not in text
    assert told(store)[-1][::2] == ("exported", "list")


def test_a_long_list_is_read_by_keys_and_shown_in_parts(at_work, window, qtbot) -> None:
    for _time in range(70):
        at_work.note_export(at_work.case.id, "print", ["family"])
    window.go("access")
    bar = window.page.findChild(QScrollArea).verticalScrollBar()
    assert "Line 20," not in read(window.page)

    qtbot.keyClick(named(window.page, "Which home"), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(named(window.page, "Which home"), Qt.Key.Key_PageUp)
    assert bar.value() == 0
    press(qtbot, window.page, "Show 50 more")

    qtbot.waitUntil(lambda: "Line 20," in read(window.page))
    assert not is_there(window.page, "Show 50 more")
