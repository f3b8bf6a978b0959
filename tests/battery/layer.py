"""A layer between the store and the disk that sees every change of a file, and can refuse it.

It stands inside the very SQLite that Python uses, so the program under test is the real one, down
to its SQL texts. Files that Python writes itself are seen at ``os``: opened, synced, renamed,
removed.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.battery import locked
from tests.battery.python_layer import PythonLayer
from tests.battery.sqlite_layer import SqliteLayer, library_of
from tests.battery.watcher import Watcher


def missing() -> str:
    """Return why the layer cannot be used here, or ''."""
    if os.name != "posix":
        return "The faulty file layer knows only systems of the POSIX kind."
    try:
        library_of(sqlite3)
    except (AttributeError, OSError):
        return "Python's SQLite shows no entry points here."
    return ""


@contextmanager
def watched(watcher: Watcher, folder: Path, module: Any = None) -> Iterator[None]:
    """Have the watcher hear of every change that is made under a folder.

    ``module`` is the one that opens databases: ``sqlite3``, or one built like it; None: those
    that the program uses.
    """
    modules = [module] if module else locked.modules()
    layers = (
        *(SqliteLayer(watcher, folder, each) for each in modules),
        PythonLayer(watcher, folder),
    )
    _ALIVE.append(layers)
    for layer in layers:
        layer.start()
    try:
        yield
    finally:
        for layer in layers:
            layer.stop()


_ALIVE: list[Any] = []
"""Layers are kept for good: a connection that was never closed still calls them."""
