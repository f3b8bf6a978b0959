"""Stands inside the SQLite that Python uses: its "VFS", reached with ctypes.

Source: "The OS Interface", sqlite.org/c3ref/vfs.html and io_methods.html.
"""

import ctypes
import errno
import os
import sys
from ctypes import CFUNCTYPE, c_char_p, c_int, c_int64, c_void_p
from pathlib import Path
from typing import Any

from tests.battery.watcher import Watcher

OK, FULL, CANTOPEN = 0, 13, 14
CODES = {"write": 778, "sync": 1034, "truncate": 1546, "unlink": 2570}
"""What SQLite calls a disk that does not write, sync, cut or remove."""

CREATE = 0x04

_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
_OPEN_FOLDER = CFUNCTYPE(c_int, c_char_p, c_void_p)
_FIND = CFUNCTYPE(c_void_p, c_void_p)
_REGISTER = CFUNCTYPE(c_int, c_void_p, c_int)
_GET_CALL = CFUNCTYPE(c_void_p, c_void_p, c_char_p)
_SET_CALL = CFUNCTYPE(c_int, c_void_p, c_char_p, c_void_p)


class _Vfs(ctypes.Structure):
    """``sqlite3_vfs``, version 3."""

    _fields_ = [
        ("version", c_int), ("file_size", c_int), ("longest", c_int), ("next", c_void_p),
        ("name", c_char_p), ("data", c_void_p), ("open", c_void_p), ("delete", c_void_p),
        *((name, c_void_p) for name in (
            "access", "full", "dl_open", "dl_error", "dl_sym", "dl_close", "random", "sleep",
            "time", "last_error", "time64", "set_call", "get_call", "next_call",
        )),
    ]  # fmt: skip


class _Methods(ctypes.Structure):
    """``sqlite3_io_methods``, version 3."""

    _fields_ = [
        ("version", c_int),
        *((name, c_void_p) for name in (
            "close", "read", "write", "truncate", "sync", "size", "lock", "unlock", "reserved",
            "control", "sector", "traits", "shm_map", "shm_lock", "shm_barrier", "shm_unmap",
            "fetch", "unfetch",
        )),
    ]  # fmt: skip


def library_of(module: Any) -> ctypes.CDLL:
    """Return the SQLite that a module like ``sqlite3`` works with."""
    name = f"{module.__name__.rpartition('.')[0] or ''}._sqlite3".lstrip(".")
    file = getattr(sys.modules.get(name) or sys.modules.get("_sqlite3"), "__file__", None)
    library = ctypes.CDLL(file)
    library.sqlite3_vfs_find.restype = c_void_p
    _ = library.sqlite3_vfs_register
    return library


class SqliteLayer:
    """Puts the watcher between SQLite and its files."""

    def __init__(self, watcher: Watcher, folder: Path, module: Any) -> None:
        library = library_of(module)
        self._watcher, self._folder = watcher, folder
        self._register = ctypes.cast(library.sqlite3_vfs_register, _REGISTER)
        find = ctypes.cast(library.sqlite3_vfs_find, _FIND)
        self._base_address = find(None)
        self._base = _Vfs.from_address(self._base_address)
        self._paths: dict[int, Path] = {}
        self._methods: dict[int, _Methods] = {}
        self._originals: dict[int, _Methods] = {}
        self._kept: list[Any] = [_OPEN(self._open), _DELETE(self._delete)]
        self._vfs = _Vfs.from_buffer_copy(self._base)
        self._vfs.name = b"steady-battery"
        self._vfs.next = None
        self._vfs.open = ctypes.cast(self._kept[0], c_void_p)
        self._vfs.delete = ctypes.cast(self._kept[1], c_void_p)
        self._hooks = (_WRITE(self._write), _TRUNCATE(self._truncate), _SYNC(self._sync))

    @property
    def open_paths(self) -> set[Path]:
        """The files that SQLite holds open."""
        return set(self._paths.values())

    def start(self) -> None:
        """Have all new connections come through here."""
        self._register(ctypes.addressof(self._vfs), 1)
        get = ctypes.cast(self._base.get_call, _GET_CALL)
        self._set = ctypes.cast(self._base.set_call, _SET_CALL)
        plain = ctypes.cast(get(self._base_address, b"openDirectory"), _OPEN_FOLDER)

        def open_folder(name: bytes, file: int) -> int:
            code = plain(name, file)
            if code == OK and (path := self._watched(name)):
                self._watcher.done("sync_folder", path.parent)
            return code

        self._kept.append(_OPEN_FOLDER(open_folder))
        self._set(self._base_address, b"openDirectory", ctypes.cast(self._kept[-1], c_void_p))

    def stop(self) -> None:
        """Let new connections go straight to the disk again."""
        self._set(self._base_address, b"openDirectory", None)
        self._register(self._base_address, 1)

    def _watched(self, name: bytes) -> Path | None:
        path = Path(os.fsdecode(name))
        return path if path.is_relative_to(self._folder) else None

    def _refused(self, kind: str, path: Path | None) -> int:
        if path is None:
            return OK
        try:
            self._watcher.refuse(kind, path)
        except OSError as error:
            if kind == "open":
                return CANTOPEN
            is_full = kind == "write" and error.errno == errno.ENOSPC
            return FULL if is_full else CODES[kind]
        return OK

    def _open(self, _vfs: int, name: int, file: int, flags: int, out: int) -> int:
        path = self._watched(ctypes.string_at(name)) if name else None
        if code := self._refused("open", path):
            ctypes.c_void_p.from_address(file).value = None  # no methods: nothing to close
            return code
        is_new = path is not None and flags & CREATE and not path.exists()
        code = _OPEN(self._base.open)(self._base_address, name, file, flags, out)
        if code == OK and path is not None:
            self._paths[file] = path
            self._swap_methods(file)
            if path.name.endswith("-shm"):
                return code
            self._watcher.done("open", path, bool(is_new))
        return code

    def _swap_methods(self, file: int) -> None:
        """Give the open file our write, truncate and sync in place of its own."""
        pointer = c_void_p.from_address(file)
        plain = pointer.value
        if plain not in self._methods:
            ours = _Methods.from_buffer_copy(_Methods.from_address(plain))
            ours.write, ours.truncate, ours.sync = (
                ctypes.cast(hook, c_void_p).value for hook in self._hooks
            )
            self._methods[plain] = ours
            self._originals[ctypes.addressof(ours)] = _Methods.from_address(plain)
        pointer.value = ctypes.addressof(self._methods[plain])

    def _own(self, file: int) -> _Methods:
        return self._originals[c_void_p.from_address(file).value]

    def _write(self, file: int, data: int, amount: int, offset: int) -> int:
        path, write = self._paths[file], _WRITE(self._own(file).write)
        if code := self._refused("write", path):
            # A disk that is full has often taken the first part.
            half = amount // 1024 * 512
            if half and write(file, data, half, offset) == OK:
                self._watcher.done("write", path, offset, ctypes.string_at(data, half))
            return code
        code = write(file, data, amount, offset)
        if code == OK:
            self._watcher.done("write", path, offset, ctypes.string_at(data, amount))
        return code

    def _truncate(self, file: int, size: int) -> int:
        path = self._paths[file]
        if code := self._refused("truncate", path):
            return code
        code = _TRUNCATE(self._own(file).truncate)(file, size)
        if code == OK:
            self._watcher.done("truncate", path, size)
        return code

    def _sync(self, file: int, flags: int) -> int:
        path = self._paths[file]
        if code := self._refused("sync", path):
            return code
        code = _SYNC(self._own(file).sync)(file, flags)
        if code == OK:
            self._watcher.done("sync", path)
        return code

    def _delete(self, _vfs: int, name: int, sync: int) -> int:
        path = self._watched(ctypes.string_at(name))
        if code := self._refused("unlink", path):
            return code
        code = _DELETE(self._base.delete)(self._base_address, name, sync)
        if code == OK and path is not None:
            self._watcher.done("unlink", path)
        return code
