"""Whether a window can open here."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from falls_app import screen

# Numbers that no display on this machine has; one of our own for each program that tests.
NOBODY, SERVED = 60_077, 70_000 + os.getpid()

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a question of Linux")
pytestmark = linux_only


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody serves a screen, until a test says so."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@pytest.fixture
def serve() -> Iterator[Callable[[str], None]]:
    """Listen at a local address, as a display server does."""
    lines = []

    def listen(address: str) -> None:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        lines.append(line)
        line.bind(address)
        line.listen()

    yield listen
    for line in lines:
        line.close()


def test_without_a_display_there_is_no_screen() -> None:
    assert not screen.is_reachable()


def test_a_chosen_platform_counts_as_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert screen.is_reachable()


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_only_linux_can_be_without_a_screen(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)

    assert screen.is_reachable()
    assert screen.missing_packages() == []


@pytest.mark.parametrize(
    "display", [f":{NOBODY}", f"unix:{NOBODY}", f":{NOBODY}.0", "", "nonsense", ":"]
)
def test_a_display_that_nobody_serves_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, display: str
) -> None:
    monkeypatch.setenv("DISPLAY", display)

    assert not screen.is_reachable()


@pytest.mark.parametrize("display", [":{}", "unix:{}", ":{}.0"])
def test_a_display_with_a_server_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, serve: Callable[[str], None], display: str
) -> None:
    # A name that begins with a zero byte is no file, and so nothing is left behind.
    serve(f"\0/tmp/.X11-unix/X{SERVED}")
    monkeypatch.setenv("DISPLAY", display.format(SERVED))

    assert screen.is_reachable()


def test_a_display_forwarded_from_elsewhere_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "localhost:10.0")

    assert screen.is_reachable()


def test_a_wayland_display_with_a_server_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, serve: Callable[[str], None], tmp_path: Path
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert not screen.is_reachable()

    serve(str(tmp_path / "wayland-7"))
    assert screen.is_reachable()


def test_a_wayland_display_may_be_a_whole_path(
    monkeypatch: pytest.MonkeyPatch, serve: Callable[[str], None], tmp_path: Path
) -> None:
    serve(str(tmp_path / "w"))
    monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "w"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")

    assert screen.is_reachable()


def without(monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    """Let these libraries be missing, and no others."""

    def load(name: str) -> object:
        if name in libraries:
            raise OSError(f"{name}: cannot open shared object file")
        return object()

    monkeypatch.setattr("ctypes.CDLL", load)


def test_with_every_library_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch)

    assert screen.missing_packages() == []


def test_a_missing_library_names_the_package_that_brings_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without(monkeypatch, "libEGL.so.1", "libxcb-cursor.so.0")
    monkeypatch.setenv("DISPLAY", ":0")

    assert screen.missing_packages() == ["libegl1", "libxcb-cursor0"]


@pytest.mark.parametrize("platform", ["offscreen", "offscreen:fontengine=freetype", "wayland"])
def test_the_libraries_of_x11_are_needed_on_x11_alone(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    without(monkeypatch, "libxcb-cursor.so.0")
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert screen.missing_packages() == []

    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert screen.missing_packages() == ["libxcb-cursor0"]


def test_under_wayland_the_libraries_of_x11_are_not_needed(
    monkeypatch: pytest.MonkeyPatch, serve: Callable[[str], None], tmp_path: Path
) -> None:
    without(monkeypatch, "libxcb-cursor.so.0")
    serve(str(tmp_path / "wayland-7"))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")

    assert screen.missing_packages() == []


def test_the_sentence_holds_the_one_command_that_helps() -> None:
    said = screen.missing_sentence(["libegl1", "libdbus-1-3"])

    assert said.endswith("sudo apt-get install libegl1 libdbus-1-3")
    assert "\n" not in said
