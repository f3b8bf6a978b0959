"""Who is told of every change of a file."""

from pathlib import Path
from typing import Any


class Watcher:
    """Hears of every change under a folder. ``refuse`` is asked first and may raise OSError.

    Kinds: open, write, truncate, sync, sync_folder, rename, unlink, mkdir.
    """

    def refuse(self, kind: str, path: Path) -> None:
        """Raise OSError if this is to fail."""

    def done(self, kind: str, path: Path, *details: Any) -> None:
        """Hear that it was done. Details: of open, whether the file is new; of write, offset and
        bytes; of truncate, the size; of rename, the new path."""
