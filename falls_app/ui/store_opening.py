"""Opens the user's store at the start, and again after it was locked; says what is in the way."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from falls_app import paths
from falls_app.errors import UserError
from falls_app.storage.lock import StoreLocked
from falls_app.storage.peeking import NewerStore
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
            if isinstance(after, Path):
                folder = after
                continue
            store = after
        if folder != known:
            paths.choose_folder(folder)
        return store


def _opened(folder: Path) -> Store:
    if not folder.exists() and folder == paths.chosen_folder():
        # Made anew it would lie where no drive is, and be empty.
        raise StoreError(*MISSING)
    store = Store.open(folder, _now)
    if store.is_locked:
        _has_asked(folder)
    return store


def _has_asked(folder: Path) -> None:
    """Somebody knew the passphrase, or need not: the next start may open by itself again."""
    from falls_app.storage.by_itself import ask_no_more

    for place in (folder, paths.reading(folder)):
        ask_no_more(place)


def _now() -> datetime:
    return datetime.now(UTC)


def _after(error: UserError, folder: Path, by_itself: bool) -> Store | Path | int:
    """Ask what to do about it; return a store to read, the folder to try next, or the exit code."""
    from falls_app.storage.unlocked import PassphraseNeeded
    from falls_app.ui.cannot_open import CannotOpen
    from falls_app.ui.forward import is_brought_forward

    if isinstance(error, StoreLocked) and is_brought_forward(folder):
        return 0
    if isinstance(error, PassphraseNeeded):
        from falls_app.ui.unlocking import is_unlocked

        return folder if is_unlocked(error.file, folder, by_itself=by_itself) else 3
    if isinstance(error, NewerStore):
        return _newer(folder)
    print(error, file=sys.stderr)
    question = CannotOpen(error, folder)
    return question.folder if question.exec() else 3


def _newer(folder: Path) -> Store | Path | int:
    """Offer to read a store that a newer program has written, if that can be: else say why."""
    from falls_app.storage.by_itself import ask_no_more
    from falls_app.storage.to_read import StoreToRead
    from falls_app.ui.cannot_open import CannotOpen
    from falls_app.ui.forward import is_brought_forward
    from falls_app.ui.widgets.newer_card import made_in_newer

    beside, store = paths.reading(folder), None
    error: UserError
    try:
        store = StoreToRead.read(folder, _now, beside)
        error = made_in_newer(len(store.cases()))
    except UserError as refusal:
        if isinstance(refusal, StoreLocked) and is_brought_forward(beside):
            return 0
        error = refusal
        print(error, file=sys.stderr)
    question = CannotOpen(error, folder, can_read=store is not None)
    answer = question.exec()
    if store is not None and question.wants_to_read:
        if store.is_locked:
            ask_no_more(beside)
        return store
    if store is not None:
        store.close()
    return question.folder if answer else 3
