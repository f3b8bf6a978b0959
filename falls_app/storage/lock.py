"""The lock that lets only one program write to a store."""

import os
import sys
from pathlib import Path

from falls_app.errors import UserError

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

ALREADY_OPEN = (
    "Steady Home is already open with these answers.",
    "Go on in the window that is open, or close it first.",
)


class StoreLocked(UserError):  # noqa: N818  # it reads as a state: "the store is locked"
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
            _take(self._file)
        except OSError as error:
            os.close(self._file)
            # Windows says "permission denied" where the others say "would block".
            if isinstance(error, BlockingIOError | PermissionError):
                raise StoreLocked(*ALREADY_OPEN) from error
            raise

    def release(self) -> None:
        """Let the next program in."""
        os.close(self._file)


def _take(file: int) -> None:
    if sys.platform == "win32":  # pragma: no cover
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        # flock, because lockf would let a second opener of the same program in.
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
