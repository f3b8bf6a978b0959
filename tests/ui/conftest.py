"""What window tests share: fonts, a store of their own, and nothing left behind."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from falls_app.cli import load_case
from falls_app.storage.store import Store
from falls_app.ui import theme
from falls_app.ui.main_window import MainWindow
from falls_app.ui.session import Session

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["steady-home"]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """Our fonts and colors, at 100 % text in the light theme."""
    qapp.setStyle("Fusion")
    theme.load_fonts()
    theme.look.use(theme="light", percent=100, large_targets=False, single_keys=True)
    theme.look.apply(qapp)


class Clock:
    """A clock that stands still until a test sets it forward: ``clock.now += …``."""

    now = datetime(2026, 11, 20, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = Store.open(tmp_path / "store", clock)
    yield opened
    opened.close()


@pytest.fixture
def session(store: Store) -> Session:
    return Session(store, lambda: TODAY)


@pytest.fixture
def sample(session: Session) -> Session:
    session.add(load_case("sample"))
    return session


@pytest.fixture
def window(session: Session, qtbot) -> MainWindow:
    shown = MainWindow(session)
    qtbot.addWidget(shown)
    shown.go("results" if session.is_open else "start")  # the start page closes a case
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail if a test leaves a window open or a timer of ours running."""
    yield
    QApplication.clipboard().clear()
    # Closed windows go now, not in the next test: they would follow its change of the look.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    running = [
        timer
        for widget in qapp.topLevelWidgets()
        if widget.isVisible()
        for timer in widget.findChildren(QTimer)
        if timer.isActive()
    ]
    assert not running, f"timers still running: {running}"
