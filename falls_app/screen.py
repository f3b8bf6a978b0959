"""Whether a window can open here, found out before PySide6 is imported."""

import ctypes
import os
import sys
from collections.abc import Sequence
from pathlib import Path

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""What Qt needs of a Linux system, and the Debian package that brings it."""

X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""What it needs besides on an X11 screen."""


def is_reachable() -> bool:
    """Return whether there is a screen. Only Linux can be without one.

    ``QT_QPA_PLATFORM`` counts as one: whoever sets it knows what they want.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _wayland() or _x11()


def missing_packages() -> list[str]:
    """Return the Debian packages whose libraries are missing, none if a window can open."""
    if not sys.platform.startswith("linux"):
        return []
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    needed = dict(LIBRARIES)
    if platform == "xcb" or (not platform and not _wayland()):
        needed |= X11_LIBRARIES
    return [package for library, package in needed.items() if not _loads(library)]


def missing_sentence(packages: Sequence[str]) -> str:
    """Return one sentence with the one command that brings what is missing."""
    return (
        "Steady Home cannot open a window because this system lacks a library; "
        f"bring it with: sudo apt-get install {' '.join(packages)}"
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x11() -> bool:
    display = os.environ.get("DISPLAY", "")
    host, _colon, number = display.rpartition(":")
    if not number:
        return False
    if host not in ("", "unix"):
        return True  # forwarded from elsewhere; Qt will say if it is gone
    return _answers(f"/tmp/.X11-unix/X{number.partition('.')[0]}")


def _wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    return _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name))


def _answers(address: str) -> bool:
    """Return whether a display server listens at this local address.

    It is a file, or on some systems only a name without one (after a zero byte).
    """
    import socket

    for each in (address, f"\0{address}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(2)
            try:
                line.connect(each)
            except OSError:
                continue
            return True
    return False
