"""A second start, while the window is open."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from falls_app import app, paths
from falls_app.storage.layout import FORWARD
from falls_app.storage.store import Store
from falls_app.ui import forward
from falls_app.ui.cannot_open import CannotOpen
from falls_app.ui.forward import is_brought_forward
from tests.ui.pressing import read

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", extend=True)


def test_a_second_start_brings_the_window_forward(window, store, qtbot) -> None:
    window.settle_in()
    window.showMinimized()

    with ThreadPoolExecutor(1) as beside:
        second = beside.submit(is_brought_forward, store.folder)
        qtbot.waitUntil(second.done, timeout=10_000)

    assert second.result()
    assert window.isVisible()
    assert not window.isMinimized()
    assert not (store.folder / FORWARD).exists()


def test_one_who_asked_before_the_window_was_ready_is_answered(window, store, qtbot) -> None:
    with ThreadPoolExecutor(1) as beside:
        second = beside.submit(is_brought_forward, store.folder)
        qtbot.waitUntil((store.folder / FORWARD).exists)
        window.settle_in()
        qtbot.waitUntil(second.done, timeout=10_000)

    assert second.result()


def test_the_second_start_ends_well(window, store, monkeypatch) -> None:
    monkeypatch.setenv("STEADY_HOME_DATA", str(store.folder))
    monkeypatch.setattr(forward, "is_brought_forward", lambda _folder: True)

    assert app.open_store() == 0


def test_where_nobody_answers_the_second_start_says_why(store, monkeypatch, capsys, qtbot) -> None:
    monkeypatch.setenv("STEADY_HOME_DATA", str(store.folder))
    monkeypatch.setattr(forward, "WAIT_S", 0.1)
    said = []

    def look_and_close(asked: QDialog) -> int:
        qtbot.addWidget(asked)
        asked.show()
        said.append(read(asked))
        return 0

    monkeypatch.setattr(CannotOpen, "exec", look_and_close)

    assert app.open_store() == 3
    assert "Steady Home is already open with these answers." in said[0]
    assert "already open" in capsys.readouterr().err
    assert not (store.folder / FORWARD).exists()


def test_a_folder_that_is_gone_has_no_window(tmp_path: Path) -> None:
    assert not is_brought_forward(tmp_path / "gone")


def test_a_free_store_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_HOME_DATA", str(tmp_path / "new"))

    opened = app.open_store()

    assert isinstance(opened, Store)
    assert opened.folder == paths.user_data()
    assert opened.now() <= datetime.now(UTC)
    opened.close()
