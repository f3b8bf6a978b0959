"""The news on Linux: from the two buses over which the programs of one computer talk.

They are files of this computer that lead to the program on the other side. A bus on a network is
passed over, and none is started. Where there is none, nothing is heard, and nothing is said.
"""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.computer_news import ComputerNews

WAIT_MS = 5_000
"""How long an answer is waited for; the window goes on meanwhile."""

_LOGIN = "org.freedesktop.login1"
_PLACE = "/org/freedesktop/login1"
_SCREENS = tuple(
    f"org.{who}.ScreenSaver" for who in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
"""Who locks the screen, by the desktop; all say it in the same way."""
_BUS, _BUS_PLACE = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_NUMBERS = count()

Then = Callable[[QDBusPendingCallWatcher], None]


class BusNews(ComputerNews):
    """Hears of the screen from the desktop, of sleep from who signs people in.

    While it listens it holds sleep up, for the moment that saving and locking takes: systemd waits
    a few seconds at most, whatever becomes of us.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._is_on = self._is_tied = self._is_asking = False
        self._login: QDBusConnection | None = None
        self._hold = -1  # the open file that holds sleep up

    @override
    def begin(self) -> None:
        self._is_on = True
        if not self._is_tied:
            self._is_tied = True
            self._hear_desktop()
            self._hear_login()
        self._hold_sleep_up()

    @override
    def end(self) -> None:
        self._is_on = False
        self._let_sleep()

    # ------------------------------------------------------------------ the buses

    def _hear_desktop(self) -> None:
        folder = os.environ.get("XDG_RUNTIME_DIR", "")
        bus = _bus("DBUS_SESSION_BUS_ADDRESS", *([Path(folder) / "bus"] if folder else []))
        if bus is None:
            return
        for name in _SCREENS:
            bus.connect("", "", name, "ActiveChanged", self, _slot("on_screen(bool)"))
        asked = QDBusMessage.createMethodCall(_BUS, _BUS_PLACE, _BUS, "ListNames")
        self._ask(bus, asked, self._on_names)

    def _hear_login(self) -> None:
        places = (Path(each) / "dbus" / "system_bus_socket" for each in ("/run", "/var/run"))
        bus = self._login = _bus("DBUS_SYSTEM_BUS_ADDRESS", *places)
        if bus is None:
            return
        kind = f"{_LOGIN}.Manager"
        bus.connect(_LOGIN, _PLACE, kind, "PrepareForSleep", self, _slot("on_sleep(bool)"))
        asked = QDBusMessage.createMethodCall(_LOGIN, _PLACE, kind, "GetSession")
        asked.setArguments([os.environ.get("XDG_SESSION_ID") or "auto"])
        self._ask(bus, asked, self._on_session)

    def _ask(self, bus: QDBusConnection, asked: QDBusMessage, then: Then) -> None:
        watcher = QDBusPendingCallWatcher(bus.asyncCall(asked, WAIT_MS), self)
        watcher.finished.connect(then)

    @Slot(QDBusPendingCallWatcher)
    def _on_names(self, watcher: QDBusPendingCallWatcher) -> None:
        names = _answer(watcher)
        self.hears_screen = isinstance(names, list) and any(each in names for each in _SCREENS)
        self.changed.emit()

    @Slot(QDBusPendingCallWatcher)
    def _on_session(self, watcher: QDBusPendingCallWatcher) -> None:
        """Hear when this session, and no other person's, is to be locked."""
        place = _answer(watcher)
        if self._login is not None and isinstance(place, QDBusObjectPath):
            kind = f"{_LOGIN}.Session"
            self._login.connect(_LOGIN, place.path(), kind, "Lock", self, _slot("on_lock()"))

    # ------------------------------------------------------------------ what is told

    @Slot(bool)
    def on_screen(self, is_locked: bool) -> None:
        """The screen was locked, or opened again."""
        if is_locked and self._is_on:
            self.left.emit()

    @Slot()
    def on_lock(self) -> None:
        """Somebody asks for a lock of this session."""
        if self._is_on:
            self.left.emit()

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """The computer is about to sleep, or has woken up."""
        if begins and self._is_on:
            self.left.emit()
            self._let_sleep()
        elif not begins:
            self._hold_sleep_up()

    # ------------------------------------------------------------------ a moment before sleep

    def _hold_sleep_up(self) -> None:
        if self._login is None or not self._is_on or self._is_asking or self._hold >= 0:
            return
        self._is_asking = True
        asked = QDBusMessage.createMethodCall(_LOGIN, _PLACE, f"{_LOGIN}.Manager", "Inhibit")
        asked.setArguments(["sleep", "Steady Home", _("Saves and locks your answers"), "delay"])
        self._ask(self._login, asked, self._on_hold)

    @Slot(QDBusPendingCallWatcher)
    def _on_hold(self, watcher: QDBusPendingCallWatcher) -> None:
        self._is_asking, hold = False, _answer(watcher)
        if not isinstance(hold, QDBusUnixFileDescriptor):
            return
        self._hold = hold.takeFileDescriptor()
        self.hears_sleep = True
        if not self._is_on:
            self._let_sleep()
        self.changed.emit()

    def _let_sleep(self) -> None:
        if self._hold >= 0:
            os.close(self._hold)
            self._hold = -1


def _bus(variable: str, *sockets: Path) -> QDBusConnection | None:
    """Return a connection to a bus of this computer, None if there is none."""
    address = local_address(os.environ.get(variable, ""), *sockets)
    if not address:
        return None
    bus = QDBusConnection.connectToBus(address, f"steady-home-{next(_NUMBERS)}")
    return bus if bus.isConnected() else None


def local_address(named: str, *sockets: Path) -> str:
    """Return the address of a bus that is a file: as named, else the first of these; "" if none."""
    if named:
        return ";".join(each for each in named.split(";") if each.startswith("unix:"))
    return next((f"unix:path={each}" for each in sockets if each.exists()), "")


def _answer(watcher: QDBusPendingCallWatcher) -> object:
    """Return what was answered, None if that was nothing, or an error."""
    watcher.deleteLater()
    if watcher.isError():
        return None
    return next(iter(watcher.reply().arguments()), None)


def _slot(name: str) -> Any:
    """Return the name of a slot as ``connect`` takes it: a text, whatever its stub says."""
    return SLOT(name)
