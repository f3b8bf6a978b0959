"""A bus of a test's own, with one on it who signs people in: no other program is on it."""

import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

LOGIN, PLACE = "org.freedesktop.login1", "/org/freedesktop/login1"
SESSION = f"{PLACE}/session/_31"


class FakeBus:
    """Answers as systemd's logind does, and says what a test has it say."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: list[tuple[Any, ...]] = []
        self._holds: list[int] = []
        self._line = open_dbus_connection(bus=address, enable_fds=True)
        self._mouth = open_dbus_connection(bus=address)
        for line, name in ((self._line, LOGIN), (self._mouth, "org.gnome.ScreenSaver")):
            line.send_and_get_reply(message_bus.RequestName(name))
        Thread(target=self._serve, daemon=True).start()

    def say(self, place: str, kind: str, what: str, *words: bool) -> None:
        """Send a signal; from logind if it is one of its own."""
        line = self._line if kind.startswith(LOGIN) else self._mouth
        line.send(new_signal(DBusAddress(place, None, kind), what, "b" * len(words), words))

    @property
    def is_held_up(self) -> bool:
        """Whether somebody holds sleep up."""
        return any(not select.select([each], [], [], 0)[0] for each in self._holds)

    def _serve(self) -> None:
        try:
            while True:
                self._answer(self._line.receive())
        except (OSError, EOFError):
            return

    def _answer(self, asked: Any) -> None:
        if asked.header.message_type != MessageType.method_call:
            return
        what = asked.header.fields[HeaderFields.member]
        self.asked.append((what, *asked.body))
        if what == "Inhibit":
            ours, theirs = os.pipe()
            self._holds.append(ours)
            self._line.send(new_method_return(asked, "h", (theirs,)))
            os.close(theirs)
        elif what == "GetSession":
            self._line.send(new_method_return(asked, "o", (SESSION,)))
        else:
            self._line.send(new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod"))

    def close(self) -> None:
        self._line.close()
        self._mouth.close()
        for each in self._holds:
            os.close(each)


@contextmanager
def fake_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeBus]:
    """Have both buses of this computer be one of our own. Skips where no bus can be started."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("no dbus-daemon here")
    daemon = subprocess.Popen(
        [program, "--session", "--print-address", "--nofork", "--nopidfile"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert daemon.stdout is not None
    bus = FakeBus(daemon.stdout.readline().strip())
    for variable in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.setenv(variable, bus.address)
    try:
        yield bus
    finally:
        bus.close()
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()
