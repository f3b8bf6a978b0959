"""What the computer tells, from a real bus of the test's own and from a message of Windows."""

import ctypes
import sys
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from falls_app.ui.computer_news import ComputerNews

SCREEN, ON = "org.gnome.ScreenSaver", "ActiveChanged"


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bus(monkeypatch) -> Iterator[object]:
    if sys.platform != "linux":
        pytest.skip("Linux tells over its buses")
    from tests.fake_bus import fake_bus

    with fake_bus(monkeypatch) as made:
        yield made


def test_somebody_leaves_when_the_screen_is_locked_the_session_or_the_computer_goes_to_sleep(
    bus, window, qtbot, monkeypatch
) -> None:
    from falls_app.ui.bus_news import BusNews
    from tests.fake_bus import LOGIN, PLACE, SESSION

    monkeypatch.setenv("XDG_SESSION_ID", "7")
    news, held = BusNews(window), []
    news.left.connect(lambda: held.append(bus.is_held_up))
    news.begin()
    qtbot.waitUntil(lambda: news.hears_screen and news.hears_sleep and bus.is_held_up)
    assert ("GetSession", "7") in bus.asked
    assert [each[1::3] for each in bus.asked if each[0] == "Inhibit"] == [("sleep", "delay")]

    bus.say("/org/gnome/ScreenSaver", SCREEN, ON, False)
    bus.say("/org/gnome/ScreenSaver", SCREEN, ON, True)
    qtbot.waitUntil(lambda: len(held) == 1)
    bus.say(f"{PLACE}/session/_99", f"{LOGIN}.Session", "Lock")
    bus.say(SESSION, f"{LOGIN}.Session", "Lock")
    qtbot.waitUntil(lambda: len(held) == 2)
    bus.say(PLACE, f"{LOGIN}.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: len(held) == 3 and not bus.is_held_up)
    assert held == [True, True, True]  # what is done then is done before it sleeps

    bus.say(PLACE, f"{LOGIN}.Manager", "PrepareForSleep", False)
    qtbot.waitUntil(lambda: bus.is_held_up)
    news.end()
    assert not bus.is_held_up
    news.on_screen(True)
    news.on_lock()
    news.on_sleep(True)
    assert len(held) == 3


def test_without_a_bus_of_this_computer_nothing_is_heard_and_nothing_is_said(
    window, monkeypatch, tmp_path: Path
) -> None:
    if sys.platform != "linux":
        pytest.skip("Linux tells over its buses")
    from falls_app.ui import bus_news

    for variable in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.setenv(variable, "tcp:host=localhost,port=9;unixexec:path=/bin/true")
    news = bus_news.BusNews(window)
    news.begin()
    news.end()
    assert not news.hears_screen
    assert not news.hears_sleep

    (there := tmp_path / "bus").touch()
    local = bus_news.local_address
    assert local("", tmp_path / "none", there) == f"unix:path={there}"
    assert local("", tmp_path / "none") == ""
    assert local("tcp:host=a,port=1;unix:path=/b", there) == "unix:path=/b"


@pytest.mark.parametrize(
    ("message", "word", "leaves"),
    [(0x0218, 0x4, 1), (0x02B1, 0x7, 1), (0x0218, 0x12, 0), (0x02B1, 0x8, 0), (0x0200, 0x4, 0)],
)
def test_of_the_messages_of_windows_two_say_that_somebody_leaves(
    window, message: int, word: int, leaves: int
) -> None:
    from falls_app.ui.windows_news import Ear

    news, heard = ComputerNews(window), []
    news.left.connect(lambda: heard.append(1))
    told = wintypes.MSG(message=message, wParam=word)
    ear = Ear(news)

    assert ear.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told)) == (False, 0)
    assert ear.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert len(heard) == leaves
