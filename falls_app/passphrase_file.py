"""Passphrases for the commands, from files that are named: never from the command line.

Locked stores are opened with the one in the file that ``VARIABLE`` names.
"""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from falls_app import paths
from falls_app.errors import UserError

VARIABLE = "STEADY_HOME_PASSPHRASE_FILE"
_LONGEST = 4096
PATIENCE = timedelta(seconds=10)
"""A pause after wrong tries is waited for so long; a longer one is told."""


def unlocked(work: Callable[[], None]) -> None:
    """Do the work. Where it meets a locked store or backup, that is opened and it begins again.

    Raises StoreError if no passphrase is named, or if it is the wrong one.
    """
    while True:
        try:
            return work()
        except UserError as error:
            from falls_app.storage.unlocked import PassphraseNeeded

            if not isinstance(error, PassphraseNeeded) or not os.environ.get(VARIABLE):
                raise
            _unlock(error.file)


def named_passphrase() -> str:
    """Return the passphrase: the first line of the file. StoreError if it cannot be read."""
    from falls_app.storage.trouble import StoreError

    name = os.environ.get(VARIABLE, "")
    try:
        lines = Path(name).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(
            f"The file with the passphrase cannot be read: “{name}”.",
            f"Write it into a file, and name that in {VARIABLE}.",
        ) from error
    return lines[0] if lines else ""


def passphrase_in(file: Path | None) -> str:
    """Return the first line of a file that was named; "" if none was. UserError if it has none."""
    if file is None:
        return ""
    try:
        with file.open(encoding="utf-8") as opened:
            found = opened.readline(_LONGEST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"“{file}” could not be read.", "Name a file with a passphrase.") from error
    if not found:
        raise UserError(f"There is no passphrase in “{file}”.", "Write it in the first line.")
    return found


def _unlock(file: Path) -> None:
    from falls_app.storage.keys import read_keys
    from falls_app.storage.tries import Tries
    from falls_app.storage.unlocked import unlock

    tries = Tries(paths.tries(), lambda: datetime.now(UTC))
    pause = tries.pause(read_keys(file).id)
    if pause <= PATIENCE:
        time.sleep(pause.total_seconds())
    unlock(file, named_passphrase(), tries)
