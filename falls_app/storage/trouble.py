"""What to tell the user when the disk does not do its part.

The sentences are constants in English, which wait to be shown in the user's language.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from falls_app.errors import UserError, sentences
from falls_app.storage.database_errors import database_errors

NEWER_STORE = sentences(
    "These answers were saved by a newer Steady Home.",
    "Nothing was changed. Install the newest Steady Home to open them.",
)
NEWER_UNREAD = sentences(
    "These answers were made in a newer version, and this one cannot read them.",
    "Nothing was changed. Update Steady Home, then open them again.",
)
NEWER_HOME = sentences(
    "This home was made in a newer version, and this one cannot read it.",
    "Nothing was changed. Update Steady Home, then open it again.",
)
TO_READ = sentences(
    "This is open to read only, so nothing was changed.",
    "Update Steady Home to change it.",
)
NOT_OURS = sentences(
    "This file holds no answers of Steady Home.",
    "Nothing in it was changed. Choose another file or folder.",
)
FULL = sentences(
    "The disk is full, so the last change is not saved yet.",
    "All earlier answers are safe. Free some space, then try again.",
)
NOT_WRITABLE = sentences(
    "The folder with the answers cannot be written to, so nothing new is saved.",
    "All earlier answers are safe. Check that you may write to this folder, then try again.",
)
BUSY = sentences(
    "Another program is using the file with the answers, so the last change is not saved yet.",
    "All earlier answers are safe. Close the other program, then try again.",
)
UNREADABLE = sentences(
    "The file with the answers cannot be read.",
    "Nothing in it was changed. Bring back your latest backup, or save what is left with: "
    "falls-app repair.",
)
DISK_FAILED = sentences(
    "The disk did not answer as it should, so the last change is not saved yet.",
    "All earlier answers are safe. Check the disk, then try again.",
)

EMPTY = sentences(
    "The file with the answers is empty.",
    "Nothing in it was changed. Bring back your latest backup.",
)
NO_STORE = sentences(
    "There are no answers here.",
    "Choose the folder in which Steady Home keeps them.",
)
GONE = sentences(
    "The folder with the answers is not there any more, so the last change is not saved yet.",
    "If it is on a drive, plug the drive in again. Then try again.",
)
MISSING = sentences(
    "The folder with the answers is not there.",
    "If it is on a drive, plug the drive in and start again. Or choose another folder.",
)
ON_A_NETWORK = sentences(
    "The folder with the answers is on a network, where an answer can get lost.",
    "Nothing was changed. Choose a folder on this computer.",
)
SYNCED = sentences(
    "Another program copies the folder with the answers to other places, so an answer can get "
    "lost.",
    "Nothing was changed. Choose a folder that stays on this computer.",
)
BACKUP_RUNS = sentences(
    "A backup is being made just now.",
    "All answers are safe. Try again in a minute.",
)
NO_BACKUP_THERE = sentences(
    "This backup is not there.",
    "Nothing was changed. Choose another backup.",
)
LOST_ANSWERS = sentences(
    "The disk has changed the file with the newest answers by itself.",
    "Nothing was written to it. Bring back your latest backup, or save what is left with: "
    "falls-app repair.",
)
PASSPHRASE_NEEDED = sentences(
    "These answers are locked with a passphrase.",
    "Nothing was changed. Type the passphrase, or name a file that holds it in "
    "STEADY_HOME_PASSPHRASE_FILE.",
)
WRONG_PASSPHRASE = sentences(
    "This passphrase does not open your answers.",
    "Nothing was changed. Look at capital letters and the language of the keyboard, then try "
    "again.",
)
WRONG_RECOVERY_KEY = sentences(
    "This recovery key does not open your answers.",
    "Nothing was changed. Is it the paper of these answers? A newer one takes the place of it.",
)
BROKEN_KEYS = sentences(
    "The file with the keys of your answers cannot be read.",
    "Nothing was changed. Bring back your latest backup: it has the keys too.",
)
MISSING_KEYS = sentences(
    "The file with the keys of your answers is not there.",
    "Nothing was changed. Put “cases.sqlite3.keys” back beside the answers, from a copy of the "
    "folder. Or bring back your latest backup: it has the keys too.",
)
NO_CIPHER = sentences(
    "The part of Steady Home that opens locked answers is not there.",
    "All answers are safe. Install Steady Home again, then start it once more.",
)
NOTHING_LEFT = sentences(
    "Nothing of Steady Home can be read in this file.",
    "It was left as it is. Bring back your latest backup.",
)
DAMAGED_PHOTO = sentences(
    "The disk has changed a photo by itself.",
    "All answers are as they were written. Bring back your latest backup to have the photo again.",
)
CHANGED_LIST = sentences(
    "The list of who did what is not as Steady Home wrote it.",
    "All answers are as they were written. Open “Who did what” to see which line it is.",
)
NOT_THERE = sentences(
    "This home is no longer in the list.", "Go back to the list and choose another."
)
DAMAGED_CASE = sentences(
    "The disk has changed something in this home by itself, so it is not opened.",
    "Nothing was written to it. Bring back your latest backup, or save what is left with: "
    "falls-app repair.",
)
DAMAGE = (UNREADABLE, EMPTY, LOST_ANSWERS, DAMAGED_CASE, BROKEN_KEYS, MISSING_KEYS)
"""What is said when the disk has changed a store by itself: a backup helps."""
BROKEN_CHANGE = sentences(
    "What was here before cannot be read, so this cannot be undone or brought back.",
    "All answers are safe as they are now. Change this one by hand.",
)


class StoreError(UserError):
    """The store cannot be used, or not as asked: it is damaged, refused, or the disk is."""


class Sentences(NamedTuple):
    """What is said of trouble with the disk, by its kind, while something is done."""

    full: tuple[str, str]
    not_writable: tuple[str, str]
    busy: tuple[str, str]
    failed: tuple[str, str]
    unreadable: tuple[str, str] = UNREADABLE


SAVING = Sentences(FULL, NOT_WRITABLE, BUSY, DISK_FAILED)
BACKING_UP = Sentences(
    sentences(
        "There is no room on the disk for a backup.",
        "All answers are safe as they are. Free some space, then try again.",
    ),
    sentences(
        "The folder for backups cannot be written to.",
        "All answers are safe as they are. Check that you may write to this folder, then try "
        "again.",
    ),
    sentences(
        "Another program is using the file with the answers, so no backup was made.",
        "All answers are safe as they are. Close the other program, then try again.",
    ),
    sentences(
        "The disk did not answer as it should, so no backup was made.",
        "All answers are safe as they are. Check the disk, then try again.",
    ),
)
RESTORING = Sentences(
    sentences(
        "There is no room on the disk to bring this back.",
        "Your answers are as they were. Free some space, then try again.",
    ),
    sentences(
        "The folder with the answers cannot be written to, so nothing was brought back.",
        "Your answers are as they were. Check that you may write to this folder, then try again.",
    ),
    sentences(
        "Another program is using the file with the answers, so nothing was brought back.",
        "Your answers are as they were. Close the other program, then try again.",
    ),
    sentences(
        "The disk did not answer as it should, so nothing was brought back.",
        "Your answers are as they were. Check the disk, then try again.",
    ),
    sentences(
        "This backup is damaged.",
        "Your answers are as they were. Choose another backup.",
    ),
)
LOCKING = Sentences(
    sentences(
        "There is no room on the disk to change the lock: it takes as much again as your answers.",
        "Everything is as it was. Free some space, then try again.",
    ),
    sentences(
        "The folder with the answers cannot be written to, so the lock stays as it is.",
        "Everything is as it was. Check that you may write to this folder, then try again.",
    ),
    sentences(
        "Another program is using the file with the answers, so the lock stays as it is.",
        "Everything is as it was. Close the other program, then try again.",
    ),
    sentences(
        "The disk did not answer as it should, so the lock stays as it is.",
        "Everything is as it was. Check the disk, then try again.",
    ),
)
REPAIRING = Sentences(
    sentences(
        "There is no room on the disk to save what is left.",
        "The old file is as it was. Free some space, then try again.",
    ),
    sentences(
        "The new place cannot be written to.",
        "The old file is as it was. Choose another place.",
    ),
    sentences(
        "Another program is using the file with the answers.",
        "The old file is as it was. Close the other program, then try again.",
    ),
    sentences(
        "The disk did not answer as it should.",
        "The old file is as it was. Copy it to another disk, then try again.",
    ),
)
READING = Sentences(
    sentences(
        "There is no room on the disk to look at the answers.",
        "Nothing was changed. Free some space, then try again.",
    ),
    sentences(
        "The file with the answers may not be read by you.",
        "Nothing was changed. Check that you may read this folder, then try again.",
    ),
    sentences(
        "Another program is using the file with the answers.",
        "Nothing was changed. Close the other program, then try again.",
    ),
    sentences(
        "The disk did not answer as it should.",
        "Nothing was changed. Check the disk, then try again.",
    ),
)
OPENING = Sentences(
    sentences(
        "The disk is full, so your answers cannot be opened.",
        "Nothing is lost. Free some space, then try again.",
    ),
    NOT_WRITABLE,
    READING.busy,
    READING.failed,
)
"""At the start there is no last change to speak of."""
HANDING_OVER = Sentences(
    sentences(
        "There is no room on the disk for this file.",
        "Your answers are as they were. Free some space, then try again.",
    ),
    sentences(
        "The file cannot be written there.",
        "Your answers are as they were. Choose another folder.",
    ),
    sentences(
        "Another program is using this file.",
        "Your answers are as they were. Close the other program, then try again.",
    ),
    sentences(
        "The folder or the drive does not answer, so the file was not written.",
        "Your answers are as they were. Plug the drive in again, or choose another place.",
    ),
    sentences(
        "A file cannot be written there.",
        "Your answers are as they were. Choose another name.",
    ),
)
RECEIVING = Sentences(
    sentences(
        "There is no room on the disk to bring this home in.",
        "Nothing was changed here. Free some space, then try again.",
    ),
    sentences(
        "This file cannot be read by you.",
        "Nothing was changed here. Check that you may read it, or ask for it once more.",
    ),
    sentences(
        "Another program is using this file.",
        "Nothing was changed here. Close the other program, then try again.",
    ),
    sentences(
        "This file cannot be read.",
        "Nothing was changed here. Copy it to this computer once more, then try again.",
    ),
    sentences(
        "This file cannot be read.",
        "Nothing was changed here. Copy it to this computer once more, then try again.",
    ),
)

_BY_SQLITE = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "not_writable",
    sqlite3.SQLITE_PERM: "not_writable",
    sqlite3.SQLITE_CANTOPEN: "not_writable",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_PROTOCOL: "busy",
    sqlite3.SQLITE_CORRUPT: "unreadable",
    sqlite3.SQLITE_NOTADB: "unreadable",
    sqlite3.SQLITE_TOOBIG: "unreadable",
    # Every row is written in place of an older one: only a broken index can refuse it.
    sqlite3.SQLITE_CONSTRAINT: "unreadable",
    sqlite3.SQLITE_IOERR: "failed",
}

_BY_ERRNO = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "not_writable",
    errno.EPERM: "not_writable",
    errno.EROFS: "not_writable",
    errno.EEXIST: "not_writable",
    errno.ENOTDIR: "not_writable",
    errno.EISDIR: "unreadable",
}


@contextmanager
def told(sentences: Sentences = SAVING) -> Iterator[None]:
    """Raise trouble with the disk as a StoreError. A wrong SQL text is a bug and stays one."""
    try:
        yield
    except database_errors() as error:
        kind = _kind(error)
        if kind is None:
            raise
        raise StoreError(*getattr(sentences, kind)) from error
    except UnicodeDecodeError as error:
        # SQLite names the damaged place in words that are no text.
        raise StoreError(*sentences.unreadable) from error
    except MemoryError as error:
        # So SQLCipher says that it has met a damaged page and writes nothing after it.
        raise StoreError(*sentences.unreadable) from error
    except OSError as error:
        kind = _BY_ERRNO.get(error.errno or 0, "failed")
        raise StoreError(*getattr(sentences, kind)) from error


def _kind(error: Exception) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Without a code it is Python's own: a text that is no text any more.
        return "unreadable" if "decode" in str(error) else None
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:
        return "full"
    # The low byte is the kind; the rest says where in SQLite it happened.
    return _BY_SQLITE.get(code & 0xFF)
