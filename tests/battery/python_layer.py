"""Stands before the calls with which Python changes the names of files, and syncs them."""

import builtins
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.battery.watcher import Watcher


class PythonLayer:
    """Puts the watcher between Python and its files: the calls that change names, and sync."""

    def __init__(self, watcher: Watcher, folder: Path) -> None:
        self._watcher, self._folder = watcher, folder
        self._plain = {name: getattr(os, name) for name in (
            "open", "fsync", "fdatasync", "rename", "replace", "unlink", "remove", "mkdir",
        ) if hasattr(os, name)}  # fmt: skip
        self._plain_open = io.open

    def start(self) -> None:
        """Stand in for the calls."""
        ours = {
            "open": self._open, "fsync": self._sync, "fdatasync": self._sync,
            "rename": self._renaming("rename"), "replace": self._renaming("replace"),
            "unlink": self._removing("unlink"), "remove": self._removing("remove"),
            "mkdir": self._mkdir,
        }  # fmt: skip
        for name in self._plain:
            setattr(os, name, ours[name])
        io.open = builtins.open = self._open_text  # type: ignore[assignment]

    def stop(self) -> None:
        """Bring the plain calls back."""
        for name, call in self._plain.items():
            setattr(os, name, call)
        io.open = builtins.open = self._plain_open

    def _watched(self, path: Any, dir_fd: int | None = None) -> Path | None:
        if dir_fd is not None or not isinstance(path, str | bytes | os.PathLike):
            return None
        found = Path(os.fsdecode(path)).absolute()
        return found if found.is_relative_to(self._folder) else None

    def _open(self, path: Any, flags: int, *words: Any, **more: Any) -> int:
        found = self._watched(path, more.get("dir_fd"))
        if found is None:
            return self._plain["open"](path, flags, *words, **more)
        self._watcher.refuse("open", found)
        is_new = bool(flags & os.O_CREAT) and not found.exists()
        file = self._plain["open"](path, flags, *words, **more)
        if not found.is_dir():
            self._watcher.done("open", found, is_new)
        return file

    def _open_text(self, path: Any, mode: str = "r", *words: Any, **more: Any) -> Any:
        found = self._watched(path)
        if found is None or not set(mode) & set("wax+"):
            return self._plain_open(path, mode, *words, **more)
        self._watcher.refuse("open", found)
        is_new = not found.exists()
        file = self._plain_open(path, mode, *words, **more)
        self._watcher.done("open", found, is_new)
        return file

    def _sync(self, file: Any) -> None:
        path = self._path_of(file if isinstance(file, int) else file.fileno())
        if path is None:
            self._plain["fsync"](file)
            return
        self._watcher.refuse("sync", path)
        self._plain["fsync"](file)
        self._watcher.done("sync_folder" if path.is_dir() else "sync", path)

    def _path_of(self, file: int) -> Path | None:
        """Return the path under the folder that this open file has, by its number on the disk."""
        number = os.fstat(file).st_ino
        paths = [self._folder, *self._folder.rglob("*")]
        return next((each for each in paths if each.lstat().st_ino == number), None)

    def _renaming(self, name: str) -> Callable[..., None]:
        def rename(old: Any, new: Any, **more: Any) -> None:
            found, target = self._watched(old), self._watched(new)
            if target is not None:
                self._watcher.refuse("rename", target)
            self._plain[name](old, new, **more)
            if found is not None and target is not None:
                self._watcher.done("rename", found, target)

        return rename

    def _removing(self, name: str) -> Callable[..., None]:
        def remove(path: Any, **more: Any) -> None:
            found = self._watched(path, more.get("dir_fd"))
            if found is not None:
                self._watcher.refuse("unlink", found)
            self._plain[name](path, **more)
            if found is not None:
                self._watcher.done("unlink", found)

        return remove

    def _mkdir(self, path: Any, *words: Any, **more: Any) -> None:
        found = self._watched(path, more.get("dir_fd"))
        if found is not None:
            self._watcher.refuse("mkdir", found)
        self._plain["mkdir"](path, *words, **more)
        if found is not None:
            self._watcher.done("mkdir", found)
