"""Reads every page as a screen reader does, through the accessibility bus: ``python -m tests.reader``.

It needs Xvfb, dbus-run-session and at-spi2-core, and jeepney for Python. A real window shows one
page after another; each is read from the bus in another process. A control without a name, two
controls of one name in a group, and a page that nobody can read are faults, printed with the page.
"""

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

NEEDED = ("Xvfb", "dbus-run-session", "dbus-daemon")
CONTROLS = {
    "push button", "button", "check box", "radio button", "text", "combo box", "spin button",
    "toggle button", "entry", "slider", "page tab", "link",
}  # fmt: skip
"""Roles of what can be pressed or written in, as the bus calls them."""
ACCESSIBLE = "org.a11y.atspi.Accessible"
SHOWING, FOCUSABLE = 25, 11
"""Numbers of states in the accessibility protocol."""
PATIENCE = 20.0
"""Seconds until the window has to be on the bus."""

Place = tuple[str, str]
"""The connection and the path of an object on the bus."""


@dataclass(frozen=True)
class Heard:
    """One object as it is read out; ``group`` names what stands around it."""

    role: str
    name: str
    group: str
    can_focus: bool


class Bus:
    """The accessibility bus of this session."""

    def __init__(self) -> None:
        from jeepney import DBusAddress, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        session = open_dbus_connection(bus="SESSION")
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        address = session.send_and_get_reply(new_method_call(status, "GetAddress")).body[0]
        self._line = open_dbus_connection(bus=address)

    def call(self, place: Place, method: str) -> Any:
        """Return what an object answers to a question without words."""
        from jeepney import DBusAddress, new_method_call

        asked = new_method_call(DBusAddress(place[1], place[0], ACCESSIBLE), method)
        answer = self._line.send_and_get_reply(asked, timeout=PATIENCE).body
        return answer[0] if answer else None

    def words(self, place: Place, which: str) -> str:
        """Return what is read out: the "Name" or the "Description" of an object."""
        from jeepney import DBusAddress, Properties

        asked = Properties(DBusAddress(place[1], place[0], ACCESSIBLE)).get(which)
        answer = self._line.send_and_get_reply(asked, timeout=PATIENCE).body[0]
        return str(answer[1] if isinstance(answer, tuple) else answer)

    def programs(self) -> list[Place]:
        """Return the programs on the bus."""
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        return [tuple(each) for each in self.call(root, "GetChildren")]

    def heard(self, place: Place, group: str = "") -> Iterator[Heard]:
        """Yield everything in sight below an object."""
        low, _high = self.call(place, "GetState")
        if not low & 1 << SHOWING:
            return
        role, name = self.call(place, "GetRoleName"), self.words(place, "Name")
        if role == "combo box":  # its name is what is chosen; what it is for is said after
            name = f"{name}, {self.words(place, 'Description')}"
        yield Heard(role, name, group, bool(low & 1 << FOCUSABLE))
        inside = group if role in CONTROLS or role == "label" else f"{group} {name}".strip()
        for child in self.call(place, "GetChildren") or ():
            yield from self.heard(tuple(child), inside)


def faults(heard: list[Heard]) -> Iterator[str]:
    """Yield what a screen reader cannot tell apart or name."""
    controls = [each for each in heard if each.can_focus and each.role in CONTROLS]
    if not controls:
        yield "no control is on the bus"
    for each in controls:
        if not each.name:
            yield f"a {each.role} in “{each.group}” has no name"
    counted = Counter((each.role, each.name, each.group) for each in controls if each.name)
    for (role, name, group), count in counted.items():
        if count > 1:
            yield f"{count} of role {role} are called “{name}” in “{group}”"


# ---------------------------------------------------------------------- the window that is read


def show_pages() -> None:
    """Show a window in this process, and a page for each line that comes in."""
    from PySide6.QtWidgets import QApplication

    from falls_app.ui import theme
    from tests import layouts

    app = QApplication([])
    app.setApplicationName("Steady Home")
    app.setStyle("Fusion")
    theme.load_fonts()
    theme.look.use(theme="light", percent=100)
    theme.look.apply(app)
    with layouts.window("sample:visit") as window:
        case = window.page.session.case.id
        print("ready", flush=True)
        _answer(app, window, case, layouts)


def _answer(app: Any, window: Any, case: str, layouts: Any) -> None:
    """Turn pages as they are asked for; the bus is served in between."""
    from PySide6.QtCore import QSocketNotifier

    def turn() -> None:
        page = sys.stdin.readline().strip()
        if not page:
            app.quit()
            return
        layouts.open_page(window, page, case)
        print(f"shown {page}", flush=True)

    lines = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    lines.activated.connect(turn)
    app.exec()


def read_pages() -> int:
    """Start the window, turn its pages, and read each from the bus."""
    from tests import layouts

    wanted = sys.argv[2:] or layouts.PAGES
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }  # fmt: skip
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.reader", "--window"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    assert window.stdin is not None
    assert window.stdout is not None
    window.stdout.readline()
    bus = Bus()
    program = _wait_for_program(bus)
    found = controls = 0
    for page in wanted:
        print(page, file=window.stdin, flush=True)
        window.stdout.readline()
        heard = list(bus.heard(program))
        controls += sum(each.can_focus and each.role in CONTROLS for each in heard)
        for fault in faults(heard):
            found += 1
            print(f"{page}: {fault}")
        if os.environ.get("ALOUD"):
            print(*(f"  {each.role}: {each.name}" for each in heard), sep="\n")
    window.stdin.close()
    window.wait(PATIENCE)
    print(f"{len(wanted)} pages, {controls} controls read, {found} faults")
    return int(found > 0)


def _wait_for_program(bus: Bus) -> Place:
    """Return our window's program once it is on the bus."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if programs := bus.programs():
            return programs[0]
        time.sleep(0.2)
    raise TimeoutError("the window did not come onto the accessibility bus")


def main() -> int:
    """Read all pages on a display and a bus of our own. Return 1 if something is wrong."""
    if sys.argv[1:2] == ["--window"]:
        show_pages()
        return 0
    if sys.argv[1:2] == ["--read"]:
        return read_pages()
    missing = [each for each in NEEDED if shutil.which(each) is None]
    if missing:
        print(f"Missing: {', '.join(missing)}. Bring them with your packages.", file=sys.stderr)
        return 2
    here, there = os.pipe()
    display = subprocess.Popen(
        ["Xvfb", "-displayfd", str(there), "-screen", "0", "1400x900x24"], pass_fds=(there,),
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        number = os.read(here, 16).decode().strip()
        environment = {**os.environ, "DISPLAY": f":{number}"}
        words = ["dbus-run-session", "--", sys.executable, "-m", "tests.reader", "--read"]
        return subprocess.run([*words, *sys.argv[1:]], env=environment, check=False).returncode
    finally:
        display.terminate()
        display.wait()


if __name__ == "__main__":
    sys.exit(main())
