"""What to tell the user when the disk does not do its part.

The sentences are constants, so that the window can look them up in the user's language.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from falls_app.errors import UserError

FULL = (
    "The disk is full, so the last change is not saved yet.",
    "All earlier answers are safe. Free some space, then try again.",
)
NOT_WRITABLE = (
    "The folder with the answers cannot be written to, so nothing new is saved.",
    "All earlier answers are safe. Check that you may write to this folder, then try again.",
)
BUSY = (
    "Another program is using the file with the answers, so the last change is not saved yet.",
    "All earlier answers are safe. Close the other program, then try again.",
)
UNREADABLE = (
    "The file with the answers cannot be read.",
    "Nothing in it was changed. Bring back your latest backup.",
)
DISK_FAILED = (
    "The disk did not answer as it should, so the last change is not saved yet.",
    "All earlier answers are safe. Check the disk, then try again.",
)

_BY_SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: NOT_WRITABLE,
    sqlite3.SQLITE_PERM: NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: NOT_WRITABLE,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_PROTOCOL: BUSY,
    sqlite3.SQLITE_CORRUPT: UNREADABLE,
    sqlite3.SQLITE_NOTADB: UNREADABLE,
    sqlite3.SQLITE_IOERR: DISK_FAILED,
}

_BY_ERRNO = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: NOT_WRITABLE,
    errno.EPERM: NOT_WRITABLE,
    errno.EROFS: NOT_WRITABLE,
    errno.EEXIST: NOT_WRITABLE,
    errno.ENOTDIR: NOT_WRITABLE,
}


@contextmanager
def told() -> Iterator[None]:
    """Raise trouble with the disk as a UserError. A wrong SQL text is a bug and stays one."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the kind; the rest says where in SQLite it happened.
        kind = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
        if kind not in _BY_SQLITE:
            raise
        raise UserError(*_BY_SQLITE[kind]) from error
    except OSError as error:
        raise UserError(*_BY_ERRNO.get(error.errno or 0, DISK_FAILED)) from error
