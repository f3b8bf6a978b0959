"""The lock that lets only one program write to a store."""

import os
import sys
import time
from pathlib import Path

from falls_app.errors import sentences
from falls_app.storage.trouble import StoreError

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

ALREADY_OPEN = sentences(
    "Steady Home is already open with these answers.",
    "Go on in the window that is open, or close it first.",
)


# Windows says "permission denied" where the others say "would block".
_TAKEN = (BlockingIOError, PermissionError)
_TRIES, _PAUSE_S = 3, 0.005


class StoreLocked(StoreError):  # noqa: N818  # it reads as a state: "the store is locked"
    """Another program, or another part of this one, is writing to the store."""


class Lock:
    """A lock file held by this program until ``release``, or until the program ends or is killed.

    The system's own file lock is used and not the file's existence, so that a program that was
    killed leaves nothing behind.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock. Raises StoreLocked if it is taken, OSError if the file cannot be made."""
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take_soon(self._file)
        except OSError as error:
            os.close(self._file)
            if isinstance(error, _TAKEN):
                raise StoreLocked(*ALREADY_OPEN) from error
            raise

    def __enter__(self) -> "Lock":
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()

    def release(self) -> None:
        """Let the next program in."""
        os.close(self._file)


def is_taken(path: Path) -> bool:
    """Return whether a program holds this lock now. Nothing is made or kept."""
    try:
        file = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    except OSError:
        return False
    try:
        _take(file)
    except OSError as error:
        return isinstance(error, _TAKEN)
    finally:
        os.close(file)
    return False


def _take_soon(file: int) -> None:
    """Take the lock; somebody who asks ``is_taken`` just now is done in a moment."""
    for _try in range(_TRIES):
        try:
            return _take(file)
        except _TAKEN:
            time.sleep(_PAUSE_S)
    return _take(file)


def _take(file: int) -> None:
    if sys.platform == "win32":  # pragma: no cover
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        # flock, because lockf would let a second opener of the same program in.
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
