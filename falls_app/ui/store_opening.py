"""Opens the user's store at the start, and again after it was locked; says what is in the way."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from falls_app import paths
from falls_app.errors import UserError
from falls_app.storage.lock import StoreLocked
from falls_app.storage.store import Store
from falls_app.storage.trouble import MISSING, StoreError


def open_store(known: Path | None = None, *, by_itself: bool = True) -> Store | int:
    """Open the store in a folder, the user's own if none is named.

    Where that cannot be, say why and offer what helps. A locked one asks for its passphrase, or
    opens ``by_itself`` if the user wants that. Returns the exit code if that is all: 0 if another
    window has it open and comes forward, 3 if the user leaves it at that.
    """
    folder = known = known or paths.user_data()
    while True:
        try:
            store = _opened(folder)
        except UserError as error:
            after = _after(error, folder, by_itself)
            if isinstance(after, int):
                return after
            folder = after
        else:
            if folder != known:
                paths.choose_folder(folder)
            return store


def _opened(folder: Path) -> Store:
    if not folder.exists() and folder == paths.chosen_folder():
        # Made anew it would lie where no drive is, and be empty.
        raise StoreError(*MISSING)
    return Store.open(folder, lambda: datetime.now(UTC))


def _after(error: UserError, folder: Path, by_itself: bool) -> Path | int:
    """Ask what to do about it; return the folder to try next, or the exit code."""
    from falls_app.storage.unlocked import PassphraseNeeded
    from falls_app.ui.cannot_open import CannotOpen
    from falls_app.ui.forward import is_brought_forward

    if isinstance(error, StoreLocked) and is_brought_forward(folder):
        return 0
    if isinstance(error, PassphraseNeeded):
        from falls_app.ui.unlocking import is_unlocked

        return folder if is_unlocked(error.file, folder, by_itself=by_itself) else 3
    print(error, file=sys.stderr)
    question = CannotOpen(error, folder)
    return question.folder if question.exec() else 3
